import GovernanceModel

/// Reads rules from the values of a settings file and notes what is wrong with them.
struct RuleReader {
  let graph: GovernanceGraph
  private(set) var taken: Set<String>
  private(set) var rules: [RuleDeclaration] = []
  private(set) var diagnostics = DiagnosticList()

  private static let keys = [
    "id", "says", "from", "kind", "to", "reach", "basis", "start", "end", "severity", "message",
    "remedy",
  ]
  private static let example =
    "write it as '- {id: …, says: forbidden, from: …, kind: …, to: …, message: …}'"

  init(graph: GovernanceGraph, taken: Set<String>) {
    self.graph = graph
    self.taken = taken
  }

  /// Reads the rules under the key `rules` of a document.
  ///
  /// - Parameter isOwnFile: whether nothing else may stand in it.
  mutating func read(_ root: PlacedValue, isOwnFile: Bool) {
    guard let document = root.entries else {
      report(
        "not-rules", root.position, "the file is not a mapping", cure: "begin it with 'rules:'")
      return
    }
    for entry in document {
      if entry.key == "rules" {
        readList(entry.value)
      } else if isOwnFile {
        report(
          "unknown-key", entry.keyPosition, "'\(entry.key)' is no part of a file of rules",
          cure: "remove it")
      }
    }
    if isOwnFile, !document.contains(where: { $0.key == "rules" }) {
      report("not-rules", root.position, "the file has no 'rules'", cure: "begin it with 'rules:'")
    }
  }

  private mutating func readList(_ value: PlacedValue) {
    if value.text?.isEmpty ?? false { return }
    guard case .list(let list) = value.content else {
      report("not-rules", value.position, "'rules' is not a list", cure: Self.example)
      return
    }
    for item in list { readRule(item) }
  }

  private mutating func readRule(_ value: PlacedValue) {
    guard let entries = value.entries else {
      report("not-a-rule", value.position, "a rule is not a mapping", cure: Self.example)
      return
    }
    let before = diagnostics.count
    var cells: [String: PlacedValue] = [:]
    for entry in entries {
      guard Self.keys.contains(entry.key) else {
        report(
          "unknown-key", entry.keyPosition, "a rule has no '\(entry.key)'",
          cure: Suggestion.nearest(to: entry.key, in: Self.keys).map { "did you mean '\($0)'?" }
            ?? "remove it, or keep it as a comment")
        continue
      }
      cells[entry.key] = entry.value
    }
    let rule = RuleCells(cells: cells, position: value.position)
    let id = id(rule)
    let demand: RuleDeclaration.Demand? = word("says", rule, isRequired: true)
    let kind = kind(rule)
    let (from, to) = (holder("from", rule), holder("to", rule))
    let reach: RuleDeclaration.Reach? = word("reach", rule)
    let basis = basis(rule)
    let period = period(rule)
    let severity: RuleDeclaration.Severity? = word("severity", rule)
    let message = message(rule)
    let remedy = text("remedy", rule)
    if let demand { checkEnds(demand, reach ?? .line, rule) }
    guard diagnostics.count == before, let id, let demand, let kind, let message else { return }
    rules.append(
      RuleDeclaration(
        id: id, demand: demand, from: from, kind: kind, to: to, reach: reach ?? .line,
        basis: basis, period: period, severity: severity ?? .medium, message: message,
        remedy: remedy, position: value.position))
  }

  /// The values of a rule by their keys, and where it begins.
  private struct RuleCells {
    let cells: [String: PlacedValue]
    let position: SourcePosition

    /// Where a key's value stands, or the rule that lacks it.
    func place(_ key: String) -> SourcePosition { cells[key]?.position ?? position }
  }

  // MARK: Cells

  private mutating func text(_ key: String, _ rule: RuleCells) -> String? {
    guard let value = rule.cells[key] else { return nil }
    guard let written = value.text else {
      report(
        "not-a-text", value.position, "'\(key)' is not a text", cure: "write it as one line of text"
      )
      return nil
    }
    let text = written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  private mutating func required(_ key: String, _ rule: RuleCells, cure: String) -> String? {
    let before = diagnostics.count
    if let text = text(key, rule) { return text }
    if diagnostics.count == before {
      report("missing-key", rule.place(key), "the rule has no '\(key)'", cure: cure)
    }
    return nil
  }

  private mutating func id(_ rule: RuleCells) -> String? {
    guard let id = required("id", rule, cure: "give it one, such as no-paid-inspectors") else {
      return nil
    }
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    guard id.count <= 80, id.allSatisfy(allowed.contains) else {
      report(
        "bad-id", rule.place("id"), "'\(id)' is no id of a rule",
        cure: "use lower-case letters, digits and dashes, at most 80 of them")
      return nil
    }
    guard taken.insert(id).inserted else {
      report(
        "duplicate-id", rule.place("id"), "a rule is already called '\(id)'",
        cure: "choose another id; remit rules lists those that the program has")
      return nil
    }
    return id
  }

  private mutating func word<Word: CaseIterable & RawRepresentable<String>>(
    _ key: String, _ rule: RuleCells, isRequired: Bool = false
  ) -> Word? {
    let words = Word.allCases.map(\.rawValue)
    let list = "use one of \(words.joined(separator: ", "))"
    let found = isRequired ? required(key, rule, cure: list) : text(key, rule)
    guard let found else { return nil }
    if let word = Word(rawValue: found) { return word }
    report(
      "unknown-\(key)", rule.place(key), "'\(found)' is none of the words for '\(key)'",
      cure: Suggestion.nearest(to: found, in: words).map { "did you mean '\($0)'?" } ?? list)
    return nil
  }

  private mutating func kind(_ rule: RuleCells) -> KindIndex? {
    let cure = "name the kind of relationship, such as accountable-to"
    guard let text = required("kind", rule, cure: cure) else { return nil }
    do throws(HolderFault) {
      return try graph.relationshipKind(text)
    } catch {
      report(error.id, rule.place("kind"), error.summary, cure: error.cure)
      return nil
    }
  }

  private mutating func holder(_ key: String, _ rule: RuleCells) -> IncentiveHolder? {
    guard let text = text(key, rule) else { return nil }
    do throws(HolderFault) {
      return try graph.holder(text)
    } catch {
      report(error.id, rule.place(key), error.summary, cure: error.cure)
      return nil
    }
  }

  private mutating func basis(_ rule: RuleCells) -> Basis {
    guard let value = rule.cells["basis"] else { return [] }
    var basis: Basis = []
    let items: [PlacedValue] =
      if case .list(let list) = value.content { Array(list.prefix(20)) } else { [value] }
    for item in items {
      for word in (item.text ?? "?").split(whereSeparator: \.isWhitespace) {
        guard let part = Basis(word: word) else {
          let known = Basis.named.map(\.word)
          report(
            "unknown-basis", item.position, "'\(word)' is not a basis",
            cure: Suggestion.nearest(to: String(word), in: known).map { "did you mean '\($0)'?" }
              ?? "use any of \(known.joined(separator: ", "))")
          continue
        }
        basis.formUnion(part)
      }
    }
    return basis
  }

  private mutating func period(_ rule: RuleCells) -> Period {
    let period = Period(start: date("start", rule), end: date("end", rule))
    if period.isEmpty {
      report(
        "empty-period", rule.place("end"), "the rule ends before it begins",
        cure: "'end' is the first day on which it no longer holds: put it after 'start'")
    }
    return period
  }

  private mutating func date(_ key: String, _ rule: RuleCells) -> PartialDate? {
    guard let text = text(key, rule) else { return nil }
    if let date = PartialDate(text) { return date }
    report(
      "impossible-date", rule.place(key), "'\(text)' is not a date for '\(key)'",
      cure: "write it as 2016-10-01, 2016-10 or 2016")
    return nil
  }

  private mutating func message(_ rule: RuleCells) -> String? {
    let cure = "say what is wrong with a body that breaks it: \"{from} pays {to}\""
    guard let text = required("message", rule, cure: cure) else { return nil }
    for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      let name = String(part.prefix { $0 != "}" })
      guard part.contains("}"), RuleDeclaration.placeholders.contains(name) else {
        report(
          "unknown-placeholder", rule.place("message"),
          "'{\(name.prefix(40))' is nothing that a message can name",
          cure: "write {from} for the body that breaks the rule, {to} for the other end")
        return nil
      }
    }
    return text
  }

  /// What a demand needs to mean anything.
  private mutating func checkEnds(
    _ demand: RuleDeclaration.Demand, _ reach: RuleDeclaration.Reach, _ rule: RuleCells
  ) {
    switch demand {
    case .forbidden where rule.cells["from"] == nil && rule.cells["to"] == nil:
      report(
        "missing-key", rule.position, "the rule forbids every line of its kind",
        cure: "say from whom, or to whom, it is forbidden")
    case .required where rule.cells["from"] == nil:
      report(
        "missing-key", rule.position, "the rule does not say of whom it requires a line",
        cure: "add 'from', such as 'from: every ccg'")
    case .allowed where rule.cells["to"] == nil:
      report(
        "missing-key", rule.position, "the rule does not say where lines may lead",
        cure: "add 'to', such as 'to: every minister'")
    case .allowed where reach == .route:
      report(
        "unknown-reach", rule.place("reach"), "what is allowed is said of single lines",
        cure: "remove 'reach', or write the rule as 'says: forbidden'")
    default: break
    }
  }

  // MARK: Saying what is wrong

  private mutating func report(
    _ id: String, _ position: SourcePosition, _ summary: String, cure: String
  ) {
    diagnostics.append(Diagnostic(id: id, position: position, summary: summary, cure: cure))
  }
}
