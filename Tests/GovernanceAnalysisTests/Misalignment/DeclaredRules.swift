import GovernanceAnalysis
import GovernanceModel
import Testing

/// Rules that an analyst declares, against what they say, tried out body by body.
struct DeclaredRules {
  struct Drawn {
    var kinds: [String: String] = [:]
    var lines: [(from: String, to: String, kind: String, basis: String, year: Int)] = []

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      for number in 0..<6 { kinds["b\(number)"] = random.pick(["trust", "group", "office"]) }
      let bodies = kinds.keys.sorted()
      for _ in 0..<10 {
        let line = (
          random.pick(bodies), random.pick(bodies), random.pick(["funds", "funds", "advises"]),
          random.pick(["statutory", "managerial", ""]), random.pick([2016, 2016, 2015])
        )
        if line.0 != line.1 { lines.append(line) }
      }
    }

    func graph() throws -> GovernanceGraph {
      try makeGraph { tables in
        for kind in ["trust", "group", "office"] {
          tables.append(["id": kind, "of": "organisation"], to: .kinds)
        }
        for (id, kind) in kinds.sorted(by: { $0.key < $1.key }) {
          tables.append(["id": id, "name": id, "kind": kind], to: .organisations)
        }
        for line in lines {
          tables.append(
            [
              "from": line.from, "to": line.to, "kind": line.kind, "basis": line.basis,
              "start": "\(line.year)-01-01", "end": "\(line.year + 1)-01-01",
            ], to: .relationships)
        }
      }
    }

    /// Whether a body gets from one to another by lines of money on an accepted basis.
    func reaches(_ from: String, _ to: (String) -> Bool, basis: String?, far: Bool) -> Bool {
      let usable = lines.filter {
        $0.kind == "funds" && $0.year == 2016
          && (basis == nil || $0.basis == basis || $0.basis.isEmpty)
      }
      var reached = Set(usable.filter { $0.from == from }.map(\.to))
      for _ in 0..<(far ? 8 : 0) {
        for line in usable where reached.contains(line.from) { reached.insert(line.to) }
      }
      return reached.contains(where: to)
    }
  }

  private static func declaration(
    _ demand: RuleDeclaration.Demand, _ graph: GovernanceGraph, from: String?, to: String?,
    reach: RuleDeclaration.Reach = .line, basis: Basis = [], period: Period = .unlimited,
    message: String = "{from} breaks it with {to}"
  ) throws -> RuleDeclaration {
    RuleDeclaration(
      id: "own", demand: demand, from: try from.map { try graph.holder($0) },
      kind: try graph.relationshipKind("funds"), to: try to.map { try graph.holder($0) },
      reach: reach, basis: basis, period: period, severity: .high, message: message, remedy: nil,
      position: SourcePosition(path: "rules.yaml", line: 2))
  }

  private static func broken(
    _ declaration: RuleDeclaration, _ graph: GovernanceGraph
  ) throws -> [GovernanceAnalysis.Finding] {
    let inspection = Inspection(graph, at: try date("2016-10-01"))
    return Check(inspection, rules: [DeclaredRule(declaration, in: graph)]).findings
  }

  @Test(arguments: 0..<120)
  func findsWhoBreaksThem(seed: UInt64) throws {
    let drawn = Drawn(seed: seed)
    let graph = try drawn.graph()
    let trusts = drawn.kinds.filter { $0.value == "trust" }.keys.sorted()
    func isOffice(_ body: String) -> Bool { drawn.kinds[body] == "office" }
    for (reach, basis) in [
      (RuleDeclaration.Reach.line, Basis()), (.route, []), (.route, .statutory),
    ] {
      let word = basis.isEmpty ? nil : "statutory"
      let reaching = trusts.filter {
        drawn.reaches($0, isOffice, basis: word, far: reach == .route)
      }
      let forbidden = try Self.broken(
        Self.declaration(
          .forbidden, graph, from: "every trust", to: "every office", reach: reach, basis: basis),
        graph)
      #expect(Set(forbidden.map(\.id)) == Set(reaching.map { "own/\($0)" }))
      for finding in forbidden where reach == .route {
        // A route is a chain from the body to an office.
        let rows = finding.witness.relationships.map { graph[$0] }
        #expect(rows.first?.from == finding.subjects[0])
        for (one, next) in zip(rows, rows.dropFirst()) { #expect(one.to == next.from) }
        #expect(isOffice(graph.id(of: try #require(rows.last).to)))
      }
      let required = try Self.broken(
        Self.declaration(
          .required, graph, from: "every trust", to: "every office", reach: reach, basis: basis),
        graph)
      #expect(
        Set(required.map(\.id))
          == Set(trusts.filter { !reaching.contains($0) }.map { "own/\($0)" }))
    }
    let allowed = try Self.broken(
      Self.declaration(.allowed, graph, from: "every trust", to: "every office"), graph)
    let elsewhere = trusts.filter {
      drawn.reaches($0, { !isOffice($0) }, basis: nil, far: false)
    }
    #expect(Set(allowed.map(\.id)) == Set(elsewhere.map { "own/\($0)" }))
  }

  @Test func saysWhatItWasToldToSay() throws {
    let graph = try makeGraph {
      $0.append(["id": "a", "name": "The Trust", "kind": "trust"], to: .organisations)
      $0.append(["id": "b", "name": "The {from} Office", "kind": "office"], to: .organisations)
      $0.append(["from": "a", "to": "b", "kind": "funds"], to: .relationships)
    }
    let finding = try #require(
      try Self.broken(Self.declaration(.forbidden, graph, from: "a", to: nil), graph).first)
    #expect(finding.message == "The Trust breaks it with The {from} Office.")
    #expect(finding.severity == .high)
    #expect(finding.subjects.map { graph.id(of: $0) } == ["a"])
    #expect(finding.witness.relationships.count == 1)
    let missing = try #require(
      try Self.broken(Self.declaration(.required, graph, from: "b", to: "a"), graph).first)
    #expect(missing.witness.absent.count == 1)
    #expect(missing.message == "The {from} Office breaks it with The Trust.")
  }

  @Test func isSilentOnOtherDatesAndAboutNobody() throws {
    let graph = try makeGraph {
      $0.append(["id": "a", "name": "A", "kind": "trust"], to: .organisations)
      $0.append(["id": "ghost", "of": "organisation"], to: .kinds)
      $0.append(["id": "trust", "of": "organisation"], to: .kinds)
    }
    let moment = try date("2016-10-01")
    let ended = try Self.declaration(
      .required, graph, from: "a", to: nil, period: Period(end: PartialDate(year: 2016, month: 4)))
    let ofNobody = try Self.declaration(.required, graph, from: "every ghost", to: nil)
    for (rule, noData) in [(ended, nil), (ofNobody, "the graph has none of those it is about")] {
      let check = Check(
        Inspection(graph, at: moment), rules: [DeclaredRule(rule, in: graph)])
      #expect(check.findings.isEmpty)
      #expect(check.outcomes[0].noData == noData)
    }
  }
}
