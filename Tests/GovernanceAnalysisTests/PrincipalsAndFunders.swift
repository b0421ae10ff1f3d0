import GovernanceAnalysis
import GovernanceModel
import Testing

/// Which bodies answer to principals of several kinds, and whose money comes from elsewhere.
struct PrincipalsAndFunders {
  /// The rows of accountability or of funding that hold on a day, as the oracle reads them.
  static func rows(
    _ test: AccountabilityLaws.Case, kinds: Set<String>, on day: String?, bases: Set<String>?
  ) -> [Int] {
    func holds(_ start: String, _ end: String) -> Bool {
      guard let day else { return true }
      return (start.isEmpty || Oracle.firstDay(start) <= day)
        && (end.isEmpty || day < Oracle.endDay(end))
    }
    let open = Set(
      test.register.bodies.filter { holds($0.opened, $0.closed) }.map(\.id))
    return test.register.lines.indices.filter { index in
      let line = test.register.lines[index]
      let words = Set(line.basis.split(separator: " ").map(String.init))
      return kinds.contains(line.kind) && holds(line.start, line.end) && open.contains(line.from)
        && open.contains(line.to)
        && (bases.map { words.isEmpty || !words.isDisjoint(with: $0) } ?? true)
    }
  }

  /// The cases of a seed with the day and the bases that each is asked for.
  static func cases(seed: UInt64) throws -> [(AccountabilityLaws.Case, String?, Set<String>)] {
    try AccountabilityLaws.cases(seed: seed).map { test in
      (test, test.network.moment.date?.description, Set(test.network.basis.words))
    }
  }

  @Test(arguments: AccountabilityLaws.all)
  func findsBodiesWithPrincipalsOfSeveralKinds(seed: UInt64) throws {
    for (test, day, bases) in try Self.cases(seed: seed) {
      let rows = Self.rows(test, kinds: ["accountable-to", "manages"], on: day, bases: bases)
      let lines = test.register.lines
      let kind = Dictionary(uniqueKeysWithValues: test.register.bodies.map { ($0.id, $0.kind) })
      var all: [String: [Int]] = [:]
      for row in rows { all[lines[row].from, default: []].append(row) }
      let several = all.filter { Set($0.value.map { kind[lines[$0].to]! }).count > 1 }
      func asRows(_ found: PrincipalLines) -> [String: [Int]] {
        let pairs = found.map { entry in
          (test.network.graph.id(of: entry.body), entry.lines.map(\.position))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
      }
      let found = test.network.severalPrincipals()
      #expect(asRows(found) == several)
      #expect(found.map(\.body) == found.map(\.body).sorted())
      #expect(found.flatMap(\.lines) == found.lines)
      #expect(asRows(test.network.principalLines()) == all)
    }
  }

  @Test(arguments: AccountabilityLaws.all)
  func findsFundersOffThePath(seed: UInt64) throws {
    for (test, day, _) in try Self.cases(seed: seed) {
      let rows = Self.rows(test, kinds: ["funds", "subsidises"], on: day, bases: nil)
      let lines = test.register.lines
      let off = rows.filter { !test.oracle.superiors(of: lines[$0].to).contains(lines[$0].from) }
      let found = test.network.fundingLines()
      #expect(found.map(\.relationship.position) == rows)
      #expect(found.filter { !$0.isOnPath }.map(\.relationship.position) == off)
      #expect(test.network.fundingOffPath().map(\.relationship.position) == off)
      for line in found {
        let row = lines[line.relationship.position]
        #expect(test.network.ids([line.funder, line.funded]) == [row.from, row.to])
      }
    }
  }

  /// Money round a circle of bodies that answer to each other, from below, and from outside.
  ///
  ///     agent ─▶ x ─▶ y ─▶ z ─▶ x        outside
  @Test func takesMoneyWithinACircleAsOnThePath() throws {
    let graph = try makeGraph { tables in
      for id in ["agent", "x", "y", "z", "outside"] {
        tables.append(["id": id, "name": id, "kind": "body"], to: .organisations)
      }
      for (from, to) in [("agent", "x"), ("x", "y"), ("y", "z"), ("z", "x")] {
        tables.append(["from": from, "to": to, "kind": "accountable-to"], to: .relationships)
      }
      for (from, to) in [
        ("x", "z"), ("z", "x"), ("z", "agent"), ("agent", "z"), ("outside", "x"), ("x", "outside"),
      ] {
        tables.append(["from": from, "to": to, "kind": "funds"], to: .relationships)
      }
    }
    let off = AccountabilityNetwork(graph, at: .anyTime).fundingOffPath()
    #expect(
      off.map { "\(graph.id(of: $0.funder)) \(graph.id(of: $0.funded))" }
        == ["agent z", "outside x", "x outside"])
  }

  /// A principal that was a trust until 2015 and an office from then on, as the other one always
  /// was.
  @Test func takesTheKindsOfTheDay() throws {
    let graph = try makeGraph { tables in
      for (id, kind) in [("agent", "body"), ("one", "office"), ("two", "office")] {
        tables.append(["id": id, "name": id, "kind": kind], to: .organisations)
      }
      for to in ["one", "two"] {
        tables.append(["from": "agent", "to": to, "kind": "accountable-to"], to: .relationships)
      }
      tables.append(
        [
          "organisation": "two", "field": "kind", "value": "trust", "start": "2010-01-01",
          "end": "2015-01-01",
        ], to: .history)
      tables[.kinds] = GraphTables.Table(
        columns: ["id", "of", "broader"],
        rows: ["trust", "office", "body"].map { [$0, "organisation", ""] })
    }
    func several(_ moment: Moment) -> Int {
      AccountabilityNetwork(graph, at: moment).severalPrincipals().count
    }
    #expect(try several(date("2014-12-31")) == 1)
    #expect(try several(date("2015-01-01")) == 0)
    #expect(several(.anyTime) == 0)
  }
}
