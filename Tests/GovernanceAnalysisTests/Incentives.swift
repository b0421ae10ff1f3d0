import GovernanceAnalysis
import GovernanceModel
import Testing

/// Lists of incentives against each body and kind taken by itself.
struct Incentives {
  /// Tables with kinds under kinds, a body of each kind, and incentives on random sets of kinds.
  private static func tables(seed: Int) -> GraphTables {
    var generator = SplitMix64(seed: UInt64(seed))
    var tables = GraphTables()
    let count = 2 + generator.below(5)
    let kinds = (0..<count).map { "k\($0)" }
    for (number, kind) in kinds.enumerated() {
      let broader = kinds[..<number].filter { _ in generator.below(3) == 0 }
      tables.append(["id": kind, "broader": broader.joined(separator: " ")], to: .kinds)
      tables.append(["id": "b\(number)", "name": "B", "kind": kind], to: .organisations)
    }
    tables.append(["id": "m", "name": "M"], to: .metrics)
    tables.append(["id": "unknown", "name": "U", "within": kinds[0]], to: .classes)
    for number in 0..<12 {
      let (one, other) = (kinds[generator.below(count)], kinds[generator.below(count)])
      let holders = [
        "b0", "every \(one)", "every \(one) and not \(other)", "every not (\(one) or \(other))",
        "class unknown",
      ]
      tables.append(
        [
          "id": "i\(number)", "holder": holders[generator.below(holders.count)],
          "instrument": "R", "metric": "m",
          "direction": generator.chance(percent: 50) ? "maximise" : "minimise",
          "strength": ["weak", "strong"][generator.below(2)],
          "start": "2016", "end": number % 3 == 0 ? "2016-06" : nil,
        ], to: .incentives)
    }
    return tables
  }

  /// What bears on a kind is what bears on the bodies of it and of every narrower kind: on all of
  /// them, or on some.
  @Test(arguments: 0..<100)
  func ofAKindAreThoseOfItsBodies(seed: Int) throws {
    let graph = GovernanceGraph.reading(Self.tables(seed: seed)).graph
    let moment = Moment.date(PartialDate("2016-10-01")!)
    for position in graph.bodyKinds.kinds.indices where graph.bodyKinds.kinds[position].id != "post"
    {
      let kind = graph.bodyKinds.index(of: graph.bodyKinds.kinds[position].id)!
      let bodies = graph.allBodies.filter {
        graph.bodyKinds.kind(graph.kind(of: $0, at: moment), isA: kind)
      }
      let lists = bodies.map { IncentiveList(on: $0, in: graph, at: moment).entries }
      let list = IncentiveList(onKind: kind, in: graph, at: moment)
      var expected: Set<String> = []
      for incentive in graph.incentives {
        guard incentive.period.holds(at: moment) else { continue }
        if case .body = incentive.holder { continue }
        let reaches = lists.compactMap { entries in
          entries.first { $0.incentive.id == incentive.id }?.reach
        }
        if reaches.contains(.notRecorded) {
          expected.insert("\(incentive.id) \(IncentiveList.Reach.notRecorded)")
        } else if !reaches.isEmpty {
          let reach: IncentiveList.Reach = reaches.count == bodies.count ? .all : .some
          expected.insert("\(incentive.id) \(reach)")
        }
      }
      #expect(Set(list.entries.map { "\($0.incentive.id) \($0.reach)" }) == expected)
    }
  }

  @Test(arguments: 0..<20)
  func areInOrderAndInForce(seed: Int) {
    let graph = GovernanceGraph.reading(Self.tables(seed: seed)).graph
    let moment = Moment.date(PartialDate("2016-10-01")!)
    let list = IncentiveList(in: graph, at: moment)
    #expect(list.recordedCount == 12)
    #expect(list.entries.count == 8)
    #expect(list.entries.allSatisfy { $0.incentive.period.end == nil })
    let weights = list.entries.filter { $0.reach == .all }.map { $0.incentive.strength!.weight }
    #expect(weights == weights.sorted(by: >))
    #expect(IncentiveList(in: graph, at: .anyTime).entries.count == 12)
  }
}
