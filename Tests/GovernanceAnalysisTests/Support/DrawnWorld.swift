import GovernanceAnalysis
import GovernanceModel
import Testing

/// A small random graph as plain values, from which definitions are read word for word: two
/// footprints with their leads, seven bodies of four kinds, lines, incentives and all else that rules
/// look at, some of it of the year before.
struct DrawnWorld {
  struct Line {
    let from: String
    let to: String
    let kind: String
    let basis: String
    let year: Int
    let isSourced: Bool
  }

  struct Incentive {
    let id: String
    /// The kind whose every body it bears on.
    let kind: String
    let metric: String
    let sign: Int
    let strength: Int
    let setBy: [String]
    let year: Int
    let isStatutory: Bool
    let sanction: String
    let horizon: String
    let assessedOn: String
    let isSum: Bool
    let withdrawn: String
  }

  struct Effect {
    let id: String
    let from: String
    let to: String
    let sign: Int
    let crowdsOut: Bool
    /// Kinds, or nothing.
    let holder: String
    let borneBy: String
  }

  struct Decision {
    let id: String
    let deciders: [String]
    let part: String
    let dutyOf: [String]
    let year: Int
  }

  struct Reallocation {
    let id: String
    let amount: Int
    let whole: Int?
    let year: Int
  }

  struct Measure {
    let id: String
    /// A body, or `every KIND`.
    let holder: String
    let metric: String
    let figure: Int
    let share: String?
    let year: Int
  }

  static let regions = ["r0", "r1"]
  static let leads = ["l0", "l1"]
  static let bodyKinds = ["trust", "group", "council", "office"]
  static let metrics = ["work", "change", "surplus", "balance"]
  let bodies = (0..<7).map { "b\($0)" }
  var kinds: [String: String] = ["r0": "region", "r1": "region", "l0": "post", "l1": "post"]
  var lines: [Line] = []
  var incentives: [Incentive] = []
  var effects: [Effect] = []
  var decisions: [Decision] = []
  var reallocations: [Reallocation] = []
  var measures: [Measure] = []
  /// Whether it is said of groups that they buy from trusts, and which ones is not.
  var groupsBuyFromTrusts = false

  static let lineKinds = [
    "accountable-to", "accountable-to", "accountable-to", "funds", "funds", "allocates",
    "commissions", "oversees", "oversees", "appoints", "scrutinises", "part-of", "delegates-to",
    "member-of",
  ]

  /// - Parameters:
  ///   - lineKinds: of which the lines are drawn, besides memberships and leads.
  ///   - count: how many are drawn; nil: ten to 25.
  ///   - measures: how many things were measured.
  init(
    seed: UInt64, lineKinds: [String] = Self.lineKinds, lines count: Int? = nil,
    measures: Int = 9
  ) {
    var random = SplitMix64(seed: seed)
    for body in bodies { kinds[body] = random.pick(Self.bodyKinds) }
    for body in bodies {
      for region in Self.regions where random.chance(percent: 50) {
        lines.append(
          Line(
            from: body, to: region, kind: "member-of", basis: "",
            year: random.pick([2016, 2016, 2016, 2015]), isSourced: true))
      }
    }
    for (lead, region) in zip(Self.leads, Self.regions) {
      lines.append(
        Line(from: lead, to: region, kind: "leads", basis: "", year: 2016, isSourced: true))
    }
    let ends = bodies + Self.regions + Self.leads
    for _ in 0..<(count ?? 10 + random.below(16)) {
      let line = Line(
        from: random.pick(ends), to: random.pick(ends), kind: random.pick(lineKinds),
        basis: random.pick(["statutory", "managerial", "political", "voluntary", "financial", ""]),
        year: random.pick([2016, 2016, 2016, 2015]), isSourced: random.chance(percent: 80))
      if line.from != line.to, line.kind != "member-of" || !Self.regions.contains(line.to) {
        lines.append(line)
      }
    }
    drawConduct(&random)
    drawMeasures(measures, &random)
  }

  private mutating func drawConduct(_ random: inout SplitMix64) {
    for number in 0..<9 {
      incentives.append(
        Incentive(
          id: "i\(number)", kind: random.pick(["trust", "group", "council", "region"]),
          metric: random.pick(Self.metrics), sign: random.pick([1, 1, -1]),
          strength: 1 + random.below(3), setBy: random.pick([["b0"], ["b1"], ["b0", "b1"], []]),
          year: random.pick([2016, 2016, 2016, 2015]), isStatutory: random.chance(percent: 50),
          sanction: random.pick(["", "money", "rating", "law"]),
          horizon: random.pick(["year", "year", "longer", ""]),
          assessedOn: random.pick(["", "", "plan", "outturn"]),
          isSum: random.chance(percent: 20),
          withdrawn: random.pick(["", "", "", "2016-07", "2016-12"])))
    }
    for number in 0..<3 {
      let (from, to) = (random.pick(Self.metrics), random.pick(Self.metrics))
      if from == to { continue }
      let crowdsOut = random.chance(percent: 50)
      effects.append(
        Effect(
          id: "e\(number)", from: from, to: to, sign: crowdsOut ? -1 : random.pick([1, -1]),
          crowdsOut: crowdsOut, holder: random.pick(["", "", "trust", "group"]),
          borneBy: random.pick(["", "trust", "council"])))
    }
    for number in 0..<2 {
      decisions.append(
        Decision(
          id: "d\(number)", deciders: [random.pick(bodies)],
          part: random.pick(["decides", "proposes", "consents"]),
          dutyOf: random.chance(percent: 80) ? [random.pick(bodies)] : [],
          year: random.pick([2016, 2016, 2015])))
    }
    for number in 0..<3 {
      let isKnown = random.chance(percent: 80)
      reallocations.append(
        Reallocation(
          id: "m\(number)", amount: 1 + random.below(99), whole: isKnown ? 100 : nil,
          year: random.pick([2016, 2016, 2015])))
    }
    groupsBuyFromTrusts = random.chance(percent: 30)
  }

  private mutating func drawMeasures(_ count: Int, _ random: inout SplitMix64) {
    for number in 0..<count {
      let isShare = random.chance(percent: 80)
      measures.append(
        Measure(
          id: "s\(number)",
          holder: random.chance(percent: 70)
            ? random.pick(bodies) : "every " + random.pick(Self.bodyKinds),
          metric: random.pick(["surplus", "income", "income", "balance"]),
          figure: random.below(60), share: isShare ? random.pick(Self.regions) : nil,
          year: random.pick([2016, 2016, 2015])))
    }
  }
}

extension DrawnWorld {
  func graph() throws -> GovernanceGraph {
    try makeGraph { tables in
      func append(_ table: TableName, _ cells: KeyValuePairs<String, String?>) {
        tables.append(cells.map { ($0.key, $0.value) }, to: table)
      }
      for kind in Self.bodyKinds + ["region"] {
        append(.kinds, ["id": kind, "of": "organisation"])
      }
      append(.kinds, ["id": "post", "of": "post"])
      append(.kinds, ["id": "allocates", "of": "relationship", "broader": "funds"])
      for id in bodies + Self.regions {
        append(.organisations, ["id": id, "name": id, "kind": kinds[id]])
      }
      for (lead, region) in zip(Self.leads, Self.regions) {
        append(.posts, ["id": lead, "name": lead, "kind": "post", "owner": region])
      }
      for line in lines {
        append(
          .relationships,
          [
            "from": line.from, "to": line.to, "kind": line.kind, "basis": line.basis,
            "start": "\(line.year)-04-01", "end": "\(line.year + 1)-04-01",
            "source": line.isSourced ? "a source" : "",
          ])
      }
      if groupsBuyFromTrusts {
        append(
          .relationships,
          [
            "id": "buys", "from": "every group", "to": "every trust", "kind": "commissions",
            "pairing": "unstated", "source": "a source",
          ])
      }
      append(.metrics, ["id": "work", "name": "work", "purpose": "running"])
      append(
        .metrics,
        [
          "id": "change", "name": "change", "purpose": "transformation",
          "produced_by": "every trust every council",
        ])
      append(
        .metrics,
        [
          "id": "surplus", "name": "surplus", "nature": "rivalrous",
          "rivalrous_across": "commissions", "system_metric": "balance", "purpose": "running",
        ])
      append(.metrics, ["id": "balance", "name": "balance", "nature": "shared"])
      append(.metrics, ["id": "income", "name": "income"])
      for row in incentives {
        append(
          .incentives,
          [
            "id": row.id, "holder": "every \(row.kind)", "instrument": row.id,
            "set_by": row.setBy.joined(separator: " "), "metric": row.metric,
            "direction": row.sign > 0 ? "maximise" : "minimise",
            "strength": ["weak", "moderate", "strong"][row.strength - 1],
            "start": "\(row.year)-04-01", "end": "\(row.year + 1)-04-01",
            "basis": row.isStatutory ? "statutory" : "", "sanction": row.sanction,
            "horizon": row.horizon, "assessed_on": row.assessedOn,
            "aggregation": row.isSum ? "sum-of-members" : "", "withdrawn": row.withdrawn,
          ])
      }
      for row in effects {
        append(
          .effects,
          [
            "id": row.id, "from": row.from, "to": row.to,
            "sign": row.sign > 0 ? "positive" : "negative",
            "way": row.crowdsOut ? "crowds-out" : "causes",
            "holder": row.holder.isEmpty ? "" : "every \(row.holder)",
            "borne_by": row.borneBy.isEmpty ? "" : "every \(row.borneBy)",
          ])
      }
      for row in decisions {
        append(
          .decisions,
          [
            "id": row.id, "subject": "Plan", "decider": row.deciders.joined(separator: " "),
            "part": row.part, "duty_of": row.dutyOf.joined(separator: " "),
            "start": "\(row.year)-04-01", "end": "\(row.year + 1)-04-01",
          ])
      }
      for row in reallocations {
        append(
          .reallocations,
          [
            "id": row.id, "purpose": "One", "spent_on": "Other", "amount": "\(row.amount)",
            "of_amount": row.whole.map(String.init), "year": Self.financialYear(row.year),
          ])
      }
      for row in measures {
        append(
          .measurements,
          [
            "id": row.id, "holder": row.holder, "metric": row.metric, "stage": "outturn",
            "figure": "\(row.figure)", "share_of": row.share,
            "year": Self.financialYear(row.year),
          ])
      }
    }
  }

  static func financialYear(_ year: Int) -> String { "\(year)/\(year % 100 + 1)" }

  /// What a rule finds in October 2016, ids without the rule's.
  func found(_ rule: String) throws -> Set<String> {
    let check = Check(
      Inspection(try graph(), at: try date("2016-10-01")),
      rules: RuleCatalogue.all.filter { $0.about.id == rule })
    return Set(check.findings.map { String($0.id.dropFirst(rule.count + 1)) })
  }

  // MARK: Reading the values

  var everyone: [String] { bodies + Self.regions + Self.leads }

  /// The lines of some kinds in October 2016; money includes who divides it.
  func now(_ wanted: String...) -> [Line] {
    lines.filter { line in
      line.year == 2016
        && (wanted.contains(line.kind) || wanted.contains("funds") && line.kind == "allocates")
    }
  }

  func members(of body: String) -> Set<String> {
    Set(now("member-of").filter { $0.to == body }.map(\.from))
  }

  /// The incentives of October 2016.
  var inForce: [Incentive] { incentives.filter { $0.year == 2016 } }

  func bearing(on body: String) -> [Incentive] { inForce.filter { $0.kind == kinds[body] } }

  /// To whom a body answers on one of some bases, or on one that is not recorded.
  func principals(of body: String, _ bases: [String]? = nil) -> Set<String> {
    Set(
      now("accountable-to").filter { line in
        line.from == body
          && (line.basis.isEmpty || bases.map { $0.contains(line.basis) } ?? true)
      }.map(\.to))
  }

  /// All who are reached by such lines, one or more of them.
  func superiors(of body: String, _ bases: [String]? = nil) -> Set<String> {
    var reached = principals(of: body, bases)
    for _ in everyone {
      for superior in reached { reached.formUnion(principals(of: superior, bases)) }
    }
    return reached
  }

  static let direct = ["statutory", "managerial", "political"]
  static let enforceable = ["statutory", "contractual", "managerial"]
}
