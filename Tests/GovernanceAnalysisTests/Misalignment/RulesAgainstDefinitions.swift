import GovernanceAnalysis
import GovernanceModel
import Testing

/// Rules on small random regions, against the definitions tried out body by body.
struct RulesAgainstDefinitions {
  /// A random region as plain values, which the definitions are read from.
  struct Drawn {
    struct Incentive {
      let id: String
      let kind: String
      let metric: String
      let sign: Int
      let strength: Int
      let year: Int
    }

    var kinds: [String: String] = [:]
    var memberships: [(member: String, region: String)] = []
    var lines: [(from: String, to: String, basis: String)] = []
    var incentives: [Incentive] = []

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      for number in 0..<5 { kinds["b\(number)"] = random.pick(["trust", "group", "council"]) }
      let bodies = kinds.keys.sorted()
      for body in bodies {
        for region in ["r0", "r1"] where random.chance(percent: 60) {
          memberships.append((body, region))
        }
      }
      for _ in 0..<4 {
        lines.append(
          (
            random.pick(bodies), random.pick(bodies + ["l0", "l1"]),
            random.pick(["statutory", "voluntary", "financial", "contractual", ""])
          ))
      }
      for number in 0..<6 {
        incentives.append(
          Incentive(
            id: "i\(number)", kind: random.pick(["trust", "group", "council"]),
            metric: random.pick(["work", "waits"]), sign: random.pick([1, -1]),
            strength: 1 + random.below(3), year: random.pick([2016, 2016, 2015])))
      }
    }

    func check() throws -> (Check, GovernanceGraph) {
      let graph = try makeGraph { tables in
        for kind in ["region", "trust", "group", "council"] {
          tables.append(["id": kind, "of": "organisation"], to: .kinds)
        }
        tables.append(["id": "post", "of": "post"], to: .kinds)
        for id in ["r0", "r1"] {
          tables.append(["id": id, "name": id, "kind": "region"], to: .organisations)
        }
        for (id, kind) in kinds.sorted(by: { $0.key < $1.key }) {
          tables.append(["id": id, "name": id, "kind": kind], to: .organisations)
        }
        for number in 0..<2 {
          tables.append(
            ["id": "l\(number)", "name": "Lead", "kind": "post", "owner": "r\(number)"], to: .posts)
          tables.append(
            ["from": "l\(number)", "to": "r\(number)", "kind": "leads"], to: .relationships)
        }
        for (member, region) in memberships {
          tables.append(["from": member, "to": region, "kind": "member-of"], to: .relationships)
        }
        for line in lines where line.from != line.to {
          tables.append(
            ["from": line.from, "to": line.to, "kind": "accountable-to", "basis": line.basis],
            to: .relationships)
        }
        for id in ["work", "waits"] { tables.append(["id": id, "name": id], to: .metrics) }
        for incentive in incentives {
          tables.append(
            [
              "id": incentive.id, "holder": "every \(incentive.kind)", "instrument": incentive.id,
              "set_by": "r0", "metric": incentive.metric,
              "direction": incentive.sign > 0 ? "maximise" : "minimise",
              "strength": ["weak", "moderate", "strong"][incentive.strength - 1],
              "start": "\(incentive.year)-04-01", "end": "\(incentive.year + 1)-04-01",
            ], to: .incentives)
        }
      }
      return (Check(Inspection(graph, at: try date("2016-10-01"))), graph)
    }

    func members(of region: String) -> [String] {
      memberships.filter { $0.region == region }.map(\.member)
    }
  }

  /// x and y in one footprint, moved oppositely, each at least moderately; no body of both kinds can
  /// be, since here each body has one kind.
  @Test(arguments: 0..<200)
  func findsOpposedPairs(seed: UInt64) throws {
    let drawn = Drawn(seed: seed)
    var expected: Set<String> = []
    for region in ["r0", "r1"] {
      for x in drawn.members(of: region) {
        for y in drawn.members(of: region) where x != y {
          for first in drawn.incentives where first.kind == drawn.kinds[x] && first.sign > 0 {
            for second in drawn.incentives
            where second.kind == drawn.kinds[y] && second.sign < 0
              && first.metric == second.metric && first.kind != second.kind
              && min(first.strength, second.strength) >= 2 && first.year == 2016
              && second.year == 2016
            {
              expected.insert("\(first.metric)/\(first.kind)/\(second.kind) \(region) \(x)")
              expected.insert("\(first.metric)/\(first.kind)/\(second.kind) \(region) \(y)")
            }
          }
        }
      }
    }
    let (check, graph) = try drawn.check()
    var found: Set<String> = []
    for finding in check.findings where finding.rule == "opposed-incentives" {
      let key = finding.id.dropFirst("opposed-incentives/".count)
        .replacing("every+", with: "")
      for place in finding.places {
        for member in place.members {
          found.insert("\(key) \(graph.id(of: place.footprint)) \(graph.id(of: member))")
        }
      }
    }
    #expect(found == expected)
  }

  /// Members from which the lead is reached by enforceable lines, step by step.
  @Test(arguments: 0..<200)
  func findsLeadsWithoutAuthority(seed: UInt64) throws {
    let drawn = Drawn(seed: seed)
    var expected: Set<String> = []
    for number in 0..<2 {
      var below: Set<String> = ["l\(number)"]
      for _ in 0..<7 {
        for line in drawn.lines
        where below.contains(line.to) && ["statutory", "contractual", ""].contains(line.basis) {
          below.insert(line.from)
        }
      }
      let members = drawn.members(of: "r\(number)")
      let outside = members.filter { !below.contains($0) }
      if !members.isEmpty, outside.count * 2 > members.count {
        expected.insert("lead-without-authority/r\(number)/l\(number) \(outside.count)")
      }
    }
    let found = try drawn.check().0.findings.filter { $0.rule == "lead-without-authority" }
    #expect(Set(found.map { "\($0.id) \($0.witness.absent.count)" }) == expected)
  }

  @Test(arguments: 0..<100)
  func findsBodiesInSeveralFootprints(seed: UInt64) throws {
    let drawn = Drawn(seed: seed)
    let expected = drawn.kinds.keys.filter { body in
      drawn.memberships.count { $0.member == body } > 1
    }.sorted()
    // Of those that answer to voters says one rule, of the others another.
    let rules = ["split-by-boundary", "in-many-footprints"]
    let found = try drawn.check().0.findings.filter { rules.contains($0.rule) }
    #expect(found.map { String($0.id.drop { $0 != "/" }.dropFirst()) }.sorted() == expected)
  }

  /// A body is in a circle when it can get back to itself.
  @Test(arguments: 0..<100)
  func findsCircles(seed: UInt64) throws {
    let drawn = Drawn(seed: seed)
    let lines = drawn.lines.filter { ["statutory", ""].contains($0.basis) && $0.from != $0.to }
    func above(_ body: String) -> Set<String> {
      var reached: Set<String> = []
      for _ in 0..<8 {
        for line in lines where line.from == body || reached.contains(line.from) {
          reached.insert(line.to)
        }
      }
      return reached
    }
    let expected = Set(drawn.kinds.keys.filter { above($0).contains($0) })
    let (check, graph) = try drawn.check()
    let found = check.findings.filter { $0.rule == "accountability-cycle" }.flatMap(\.subjects)
    #expect(Set(found.map { graph.id(of: $0) }) == expected)
  }
}
