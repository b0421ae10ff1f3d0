import GovernanceAnalysis
import GovernanceModel
import Testing

/// Rules about money that moved, what was measured and the record itself, on small random graphs,
/// against their definitions; and what holds for all rules there.
struct RecordRulesAgainstDefinitions {
  static let seeds: Range<UInt64> = 0..<120

  @Test(arguments: seeds)
  func findsDivertedMoney(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    let expected = world.reallocations.filter { row in
      row.year == 2016 && (row.whole.map { row.amount * 2 >= $0 } ?? true)
    }
    #expect(try world.found("diverted-money") == Set(expected.map(\.id)))
  }

  @Test(arguments: seeds)
  func findsBalancesOnOneOffs(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    let moved = world.reallocations.filter { $0.year == 2016 }.map(\.amount).reduce(0, +)
    let expected = world.measures.filter {
      $0.metric == "balance" && $0.share == nil && $0.year == 2016
        && $0.holder.hasPrefix("every ") && moved > $0.figure
    }
    #expect(try world.found("balance-on-one-offs") == Set(expected.map(\.id)))
  }

  /// One with more of the deficit than of the income, another the other way, and no payment.
  @Test(arguments: seeds)
  func findsInheritedDeficits(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed, measures: 40)
    var expected: Set<String> = []
    for region in DrawnWorld.regions {
      func shares(_ metric: String, of body: String) -> [Int] {
        world.measures.filter {
          $0.metric == metric && $0.share == region && $0.year == 2016 && $0.holder == body
        }.map(\.figure)
      }
      func differences(_ body: String) -> [Int] {
        shares("surplus", of: body).flatMap { deficit in
          shares("income", of: body).map { deficit - $0 }
        }
      }
      for loser in world.bodies where differences(loser).contains(where: { $0 > 0 }) {
        for winner in world.bodies
        where winner != loser && differences(winner).contains(where: { $0 < 0 })
          && !world.now("funds").contains(where: { $0.from == winner && $0.to == loser })
        {
          expected.insert("\(region)/2016/17")
        }
      }
    }
    #expect(try world.found("inherited-deficit") == expected)
  }

  @Test(arguments: seeds)
  func findsMissingActors(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var expected: Set<String> = []
    for measure in world.measures where measure.figure >= 10 && measure.year == 2016 {
      guard let region = measure.share, world.footprints.contains(region) else { continue }
      let isMember = world.members(of: region).contains {
        $0 == measure.holder || "every " + world.kinds[$0]! == measure.holder
      }
      if !isMember {
        expected.insert("\(measure.metric)/\(measure.holder.replacing(" ", with: "+"))/\(region)")
      }
    }
    #expect(try world.found("missing-actor") == expected)
  }

  @Test(arguments: seeds)
  func findsSharesOverAHundred(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var expected: Set<String> = []
    for region in DrawnWorld.regions {
      for metric in ["surplus", "income", "balance"] {
        let sum = world.measures.filter {
          $0.share == region && $0.metric == metric && $0.year == 2016
        }.map(\.figure).reduce(0, +)
        if sum > 100 { expected.insert("\(region)/\(metric)/outturn/2016/17") }
      }
    }
    #expect(try world.found("shares-over-hundred") == expected)
  }

  @Test(arguments: seeds)
  func findsWhatHasNoSource(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    let expected = world.lines.filter { $0.year == 2016 && !$0.isSourced }.map(\.kind)
    #expect(try world.found("unsourced-relationship") == Set(expected))
  }

  @Test(arguments: seeds)
  func findsBodiesThatStandAlone(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed, lineKinds: ["advises"], lines: 3)
    let touched = Set(
      world.lines.filter { $0.year == 2016 }.flatMap { [$0.from, $0.to] } + DrawnWorld.regions)
    let meant: [String] = world.groupsBuyFromTrusts ? ["group", "trust"] : []
    let expected = world.bodies.filter {
      !touched.contains($0) && !meant.contains(world.kinds[$0]!)
    }
    #expect(try world.found("isolated-body") == Set(expected.map { world.kinds[$0]! }))
  }

  /// The drawn graphs give every rule something to find, or the definitions would be tried on nothing.
  @Test func drawsSomethingForEveryRule() throws {
    // Of areas there are none here, and no body is closed or without what it belongs to.
    let others: Set<String> = [
      "crosses-region", "catchment-elsewhere", "dangling-post", "closed-membership",
    ]
    let wanted = Set(RuleCatalogue.all.map(\.about.id)).subtracting(others)
    var found: Set<String> = []
    for seed in Self.seeds where found != wanted {
      let worlds = [
        DrawnWorld(seed: seed, measures: 40),
        DrawnWorld(seed: seed, lineKinds: ["oversees", "part-of", "part-of"], lines: 30),
        DrawnWorld(seed: seed, lineKinds: ["accountable-to"], lines: 24),
        DrawnWorld(seed: seed, lineKinds: ["member-of", "accountable-to"], lines: 20),
        DrawnWorld(
          seed: seed, lineKinds: ["funds", "commissions", "oversees", "appoints"], lines: 40),
        DrawnWorld(seed: seed, lineKinds: ["advises"], lines: 3),
      ]
      for world in worlds {
        found.formUnion(
          Check(Inspection(try world.graph(), at: try date("2016-10-01"))).findings.map(\.rule))
      }
    }
    #expect(wanted.subtracting(found).isEmpty && found.isSubset(of: wanted))
  }

  /// Every id stands for one finding; every finding holds on the day, and so does what it rests on;
  /// regardless of dates, too, a day has all of it.
  @Test(arguments: seeds)
  func givesEachFindingAnIDAndADay(seed: UInt64) throws {
    let graph = try DrawnWorld(seed: seed).graph()
    for moment in [try date("2016-10-01"), .anyTime] {
      let findings = Check(Inspection(graph, at: moment)).findings
      #expect(Set(findings.map(\.id)).count == findings.count)
      for finding in findings {
        #expect(finding.period.holds(at: moment), "\(finding.id)")
        for position in finding.witness.incentives {
          let period = graph.incentives[position].period
          #expect(period.holds(at: moment))
          #expect(period.intersection(finding.period) == finding.period, "\(finding.id)")
        }
      }
    }
  }
}
