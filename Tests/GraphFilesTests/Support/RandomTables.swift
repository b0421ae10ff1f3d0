import GovernanceModel

/// A graph with rows in every table, sound, with text that is hard to write down.
final class RandomTables {
  private var generator: SeededGenerator
  private(set) var tables = GraphTables()

  static let hostile = [
    "plain", "comma, comma", "\"quoted\"", "a \"quote\" inside", "two\nlines", "two\r\nlines",
    "lone\rreturn", " leading", "trailing ", "\ttab\t", " ", "=1+1", "+1", "-1", "@SUM(A1)", "'",
    "''", "\"", "\"\"", "\\", "\\n", "#", "# comment", "- item", "? key", ": value", "a: b", "[",
    "]]", "{", "}}", "[*a]: b", "*alias", "&anchor", "!tag", "| block", "> fold", "%", "---", "...",
    "~", "null", "true", "no", "0", "007", "1e3", "0x1F", ".5", "2016-10-01", "<<", "é", "e\u{301}",
    "\"\u{301}", ",\u{301}", "\u{301}", "🏥", "👩‍⚕️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "مستشفى", "בית חולים", "\u{202E}desrever",
    "\u{200B}",
    "x\u{FEFF}y", "\u{85}", "\u{2028}", "\u{2029}", "\u{A0}", "\u{7F}", "\u{1}",
    "\u{FFFD}", "\u{FFFE}", "\u{10FFFF}", "every ccg", "a;b|c", "${x}", "<b>&amp;</b>", "..",
    "../x",
    String(repeating: "long ", count: 60),
  ]

  init(seed: Int) {
    generator = SeededGenerator(seed: seed)
    tables.title = maybe(text())
    tables.asOf = maybe(date())
    tables.currency = maybe("EUR") ?? "GBP"
    let kinds = (0..<4).map { "kind-\($0)" }
    addSourcesAndKinds(kinds)
    let bodies = addBodies(kinds)
    addRelationships(bodies, kinds)
    addRest(bodies, kinds)
    addIncentives(bodies, kinds)
  }

  private func addSourcesAndKinds(_ kinds: [String]) {
    for number in 0..<3 {
      tables.append(
        [
          ("id", "s\(number)"), ("title", maybe(text())), ("publisher", maybe(text())),
          ("date", maybe(text())), ("url", maybe(text())), ("licence", maybe(text())),
          ("note", maybe(text())), ("colour \u{1F3A8}", maybe(text())),
        ], to: .sources)
    }
    for (number, kind) in kinds.enumerated() {
      tables.append(
        [
          ("id", kind), ("name", maybe(text())), ("plural", maybe(text())),
          ("broader", number > 1 ? maybe(kinds[0] + " " + kinds[1]) : nil),
          ("owned_by", number == 3 ? kinds[0] : nil), ("tier", maybe(String(number))),
          ("definition", maybe(text())), ("source", maybe("s0 s1")), ("note", maybe(text())),
        ], to: .kinds)
    }
    tables.append([("id", "minister"), ("of", "post"), ("name", maybe(text()))], to: .kinds)
    tables.append(
      [("id", "reports-to"), ("of", "relationship"), ("broader", "accountable-to")], to: .kinds)
  }

  private func addBodies(_ kinds: [String]) -> [String] {
    var bodies: [String] = []
    for number in 0..<Int.random(in: 2..<8, using: &generator) {
      let id = ["b", "🏥", "ä\u{301}", "=b", "-b", "\"b", "#b", "*b"][number] + String(number)
      tables.append(
        [
          ("id", id), ("name", text()), ("kind", kinds.randomElement(using: &generator)),
          ("legal_form", maybe(text())), ("opened", maybe("1990")), ("closed", maybe("2030-02-28")),
          ("owner", maybe(bodies.last)), ("code_ods", maybe(text())), ("code_x y", maybe(text())),
          ("source", maybe("s2")), ("grade", maybe("inferred")), ("note", maybe(text())),
          ("colour", maybe(text())), ("a,b\"c", maybe(text())),
        ], to: .organisations)
      bodies.append(id)
    }
    for number in 0..<Int.random(in: 0..<3, using: &generator) {
      tables.append(
        [
          ("id", "p\(number)"), ("name", text()), ("kind", maybe("minister")),
          ("owner", maybe(bodies[0])), ("opened", maybe("2001")), ("note", maybe(text())),
          ("room", maybe(text())),
        ], to: .posts)
      tables.append(
        [
          ("post", "p\(number)"), ("name", text()), ("start", maybe(date())),
          ("note", maybe(text())),
        ],
        to: .holders)
      bodies.append("p\(number)")
    }
    return bodies
  }

  private func addRelationships(_ bodies: [String], _ kinds: [String]) {
    let statements = [
      ("every \(kinds[0])", bodies[0], nil), ("every \(kinds[3])", "every \(kinds[0])", "own"),
      ("every \(kinds[1])", "every \(kinds[2])", "listed"),
      (bodies[0], "every \(kinds[1])", "unstated"),
    ]
    for (number, (from, to, pairing)) in statements.enumerated() {
      addRelationship("st\(number)", from, to, pairing)
    }
    tables.append(
      [
        ("statement", "st2"), ("from", bodies[0]), ("to", bodies[1]), ("amount", maybe("12.50")),
        ("year", maybe("2016/17")), ("start", maybe(date())), ("note", maybe(text())),
        ("extra", maybe(text())),
      ], to: .pairs)
    for number in 0..<Int.random(in: 0..<12, using: &generator) {
      let ends = bodies.shuffled(using: &generator)
      addRelationship("r\(number)", ends[0], ends[1], nil)
    }
  }

  private func addRelationship(
    _ id: String, _ from: String, _ to: String, _ pairing: String?
  ) {
    tables.append(
      [
        ("id", id), ("from", from), ("to", to),
        ("kind", ["funds", "reports-to", "oversees"].randomElement(using: &generator)),
        ("basis", maybe("statutory political")), ("legal_basis", maybe(text())),
        ("amount", maybe("-1021543.64")), ("year", maybe("2016/17")), ("start", maybe(date())),
        ("source", maybe("s0 s2")), ("grade", maybe("verified")), ("note", maybe(text())),
        ("pairing", pairing), ("alternative_of", maybe("st0")), ("part_of", maybe(id)),
        ("colour", maybe(text())), ("note 2", maybe(text())),
      ], to: .relationships)
  }

  private func addRest(_ bodies: [String], _ kinds: [String]) {
    for (field, start, end) in [("name", "1991", "1993-05-01"), ("code_ods", "1991", "1995")] {
      tables.append(
        [
          ("organisation", bodies[0]), ("field", field), ("value", text()), ("start", start),
          ("end", end), ("note", maybe(text())), ("colour", maybe(text())),
        ], to: .history)
    }
    tables.append(
      [
        ("organisation", bodies[1]), ("field", "kind"), ("value", kinds[1]), ("end", "1999-12"),
      ], to: .history)
    for holder in [bodies[0], "every \(kinds[1])"] {
      tables.append(
        [
          ("holder", holder), ("type", "power"), ("subject", text()),
          ("legal_basis", maybe(text())),
          ("start", maybe(date())), ("colour", maybe(text())),
        ], to: .duties)
    }
  }

  // MARK: Incentives

  private func addIncentives(_ bodies: [String], _ kinds: [String]) {
    let groups = [
      nil, kinds[0], "\(kinds[0]) and not \(kinds[1])",
      "not (\(kinds[0]) or \(kinds[1])) and \(kinds[2])",
    ]
    for (number, members) in groups.enumerated() {
      tables.append(
        [
          ("id", "c\(number)"), ("name", text()), ("members", members),
          ("within", members == nil ? maybe(kinds[1] + "  or (" + kinds[2] + ")") : nil),
          ("reason", maybe(text())), ("source", maybe("s0")), ("grade", maybe("inferred")),
          ("note", maybe(text())), ("colour", maybe(text())),
        ], to: .classes)
    }
    for number in 0..<4 {
      let isRivalrous = Bool.random(using: &generator)
      tables.append(
        [
          ("id", "m\(number)"), ("name", text()),
          ("nature", isRivalrous ? "rivalrous" : maybe("shared")),
          ("rivalrous_across", isRivalrous ? maybe("reports-to") : nil),
          ("system_metric", maybe("m\((number + 1) % 4)")),
          ("produced_by", maybe("class c0 every \(kinds[1]) \(bodies[0])")),
          ("purpose", maybe("transformation")), ("unit", maybe(text())),
          ("definition", maybe(text())), ("source", maybe("s1 s2")), ("note", maybe(text())),
          ("colour", maybe(text())),
        ], to: .metrics)
    }
    addIncentiveRows(bodies, kinds)
    addConduct(bodies, kinds)
    for (number, sign) in ["positive", "negative"].enumerated() {
      tables.append(
        [
          ("id", maybe("e\(number)")), ("from", "m0"), ("to", "m\(number + 1)"), ("sign", sign),
          ("way", sign == "negative" ? maybe("crowds-out") : nil),
          ("holder", maybe("every not \(kinds[0])")), ("borne_by", maybe("\(bodies[1]) class c1")),
          ("grade", maybe("recalled")), ("note", maybe(text())), ("colour", maybe(text())),
        ], to: .effects)
      tables.append(
        [
          ("id", "v\(number)"), ("statement", text()), ("figure", maybe(text())),
          ("unit", maybe(text())), ("respondents", maybe(text())), ("date", maybe(date())),
          ("pattern", maybe("P01 P17")), ("about", maybe("class c3 \(bodies[0])")),
          ("source", maybe("s0")), ("note", maybe(text())), ("colour", maybe(text())),
        ], to: .evidence)
    }
  }

  private func addConduct(_ bodies: [String], _ kinds: [String]) {
    for number in 0..<2 {
      tables.append(
        [
          ("id", "d\(number)"), ("subject", text()), ("decider", "class c0 \(bodies[0])"),
          ("part", ["decides", "consents"].randomElement(using: &generator)),
          ("duty_of", maybe("every \(kinds[0])")), ("legal_basis", maybe(text())),
          ("start", maybe(date())), ("source", maybe("s0")), ("note", maybe(text())),
          ("colour", maybe(text())),
        ], to: .decisions)
      tables.append(
        [
          ("id", "w\(number)"), ("purpose", text()), ("spent_on", text()),
          ("amount", maybe("12.50")), ("of_amount", maybe("13")), ("year", maybe("2016/17")),
          ("decided_by", maybe(bodies[0])), ("meant_for", maybe("class c1")),
          ("relationship", maybe("st0")), ("grade", maybe("computed")), ("note", maybe(text())),
          ("colour", maybe(text())),
        ], to: .reallocations)
      tables.append(
        [
          ("id", maybe("q\(number)")), ("holder", ["class c0", bodies[0]][number]),
          ("metric", "m1"), ("stage", "plan"), ("figure", "99.50"),
          ("share_of", maybe("every \(kinds[0]) or \(kinds[1])")), ("year", maybe("2016/17")),
          ("source", maybe("s0")), ("note", maybe(text())), ("colour", maybe(text())),
        ], to: .measurements)
    }
  }

  private func addIncentiveRows(_ bodies: [String], _ kinds: [String]) {
    let holders = [
      bodies[0], "every \(kinds[0])", "every (\(kinds[1])) and not\t\(kinds[2])", "class c0",
      "class c2",
    ]
    for (number, holder) in holders.enumerated() {
      tables.append(
        [
          ("id", "i\(number)"), ("holder", holder), ("instrument", text()),
          ("set_by", maybe("\(bodies[0]) every \(kinds[0]) class c1")),
          ("metric", "m\(number % 4)"),
          (
            "direction",
            ["maximise", "minimise", "target", "none"].randomElement(using: &generator)
          ),
          ("target", maybe(text())), ("aggregation", maybe("sum-of-members")),
          ("strength", maybe("moderate")), ("reason", maybe(text())),
          ("reading", maybe("economic")), ("basis", maybe("statutory political")),
          ("legal_basis", maybe(text())), ("horizon", maybe("quarter")),
          ("assessed_on", maybe("plan")), ("sanction", maybe("money rating")),
          ("amount", maybe("12.50")), ("year", maybe("2016/17")), ("start", maybe(date())),
          ("withdrawn", maybe(date())), ("source", maybe("s0 s1")), ("grade", maybe("verified")),
          ("note", maybe(text())), ("colour", maybe(text())),
        ], to: .incentives)
    }
  }

  // MARK: Values

  private func text() -> String {
    let count = Int.random(in: 1...2, using: &generator)
    return (0..<count).map { _ in Self.hostile.randomElement(using: &generator)! }.joined()
  }

  private func date() -> PartialDate {
    let year = Int.random(in: 1900...2020, using: &generator)
    let month = Bool.random(using: &generator) ? Int.random(in: 1...12, using: &generator) : nil
    return PartialDate(year: year, month: month, day: month.map { $0 + 3 })!
  }

  private func date() -> String {
    let date: PartialDate = date()
    return date.description
  }

  private func maybe<Value>(_ value: @autoclosure () -> Value?) -> Value? {
    Bool.random(using: &generator) ? value() : nil
  }
}
