import GovernanceAnalysis
import GovernanceModel
import Testing

/// Rules about what bodies are moved to, on small random graphs, against their definitions tried out
/// kind by kind.
struct IncentiveRulesAgainstDefinitions {
  static let seeds: Range<UInt64> = 0..<120

  @Test(arguments: seeds)
  func findsOpposedIncentives(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var expected: Set<String> = []
    for region in world.footprints {
      let present = Set((world.members(of: region) + [region]).map { world.kinds[$0]! })
      for pair in world.oppositions where present.isSuperset(of: [pair.more, pair.less]) {
        expected.insert("\(pair.metric)/every+\(pair.more)/every+\(pair.less)")
      }
    }
    #expect(try world.found("opposed-incentives") == expected)
  }

  /// The lead's home wants the opposite of what another member, or the footprint itself, wants.
  @Test(arguments: seeds)
  func findsLeadsInTheirOwnCause(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var expected: Set<String> = []
    for (lead, region) in zip(DrawnWorld.leads, DrawnWorld.regions) {
      let present = Set((world.members(of: region) + [region]).map { world.kinds[$0]! })
      for home in world.principals(of: lead).intersection(world.members(of: region)) {
        let kind = world.kinds[home]!
        let isOpposed = world.oppositions.contains {
          $0.more == kind && present.contains($0.less)
            || $0.less == kind && present.contains($0.more)
        }
        if isOpposed { expected.insert("\(region)/\(home)") }
      }
    }
    #expect(try world.found("lead-self-interest") == expected)
  }

  @Test(arguments: seeds)
  func findsClubsBeforeCountry(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var expected: Set<String> = []
    for region in world.footprints {
      let members = world.members(of: region)
      func strongest(_ metric: String, on body: String) -> Int {
        world.bearing(on: body).filter { $0.metric == metric && $0.sign > 0 }
          .map(\.strength).max() ?? 0
      }
      let flagged = members.filter {
        strongest("surplus", on: $0) - strongest("balance", on: $0) >= 1
      }
      let isAlone =
        strongest("balance", on: region) == 0
        || world.principals(of: region, DrawnWorld.enforceable).isEmpty
      if flagged.count * 2 > members.count || !flagged.isEmpty && isAlone {
        expected.insert("surplus/\(region)")
      }
    }
    #expect(try world.found("club-and-country") == expected)
  }

  @Test(arguments: seeds)
  func findsTotalsThatAreSums(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    let sums = world.inForce.filter {
      $0.isSum && $0.kind == "region" && !world.footprints.isEmpty
    }
    #expect(try world.found("sum-of-totals") == Set(sums.map(\.id)))
  }

  /// Two rules on one kind, set by different bodies or by the same.
  @Test(arguments: seeds)
  func findsPullsBothWays(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var (several, one): (Set<String>, Set<String>) = ([], [])
    for first in world.inForce where first.sign > 0 && first.strength > 1 {
      for second in world.inForce where second.sign < 0 && second.strength > 1 {
        guard first.kind == second.kind, first.metric == second.metric, first.metric != "surplus",
          world.openKinds.contains(first.kind), !first.setBy.isEmpty, !second.setBy.isEmpty
        else { continue }
        let id = "\(first.metric)/every+\(first.kind)"
        if Set(first.setBy) == Set(second.setBy) { one.insert(id) } else { several.insert(id) }
      }
    }
    #expect(try world.found("conflicting-principals") == several)
    #expect(try world.found("contradictory-instruments") == one)
  }

  @Test(arguments: seeds)
  func findsPenaltiesForChange(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    let expected = world.openKinds.filter { kind in
      let own = world.inForce.filter { $0.kind == kind }
      let change = own.filter { $0.metric == "change" && $0.sign > 0 }
      let hard = own.filter {
        ["work", "surplus"].contains($0.metric) && $0.strength > 1
          && ["money", "rating"].contains($0.sanction)
      }
      return !change.isEmpty && change.allSatisfy { $0.strength == 1 } && !hard.isEmpty
        && hard.allSatisfy { $0.horizon != "longer" }
    }
    #expect(try world.found("penalty-for-change") == Set(expected.map { "every+" + $0 }))
  }

  @Test(arguments: seeds)
  func findsOpposedDuties(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var expected: Set<String> = []
    for effect in world.effects where !effect.crowdsOut && effect.sign < 0 {
      for kind in world.openKinds where effect.holder.isEmpty || effect.holder == kind {
        let duties = world.inForce.filter { $0.kind == kind && $0.isStatutory && $0.sign > 0 }
        if Set(duties.map(\.metric)).isSuperset(of: [effect.from, effect.to]) {
          expected.insert("\(effect.from)/\(effect.to)/every+\(kind)")
        }
      }
    }
    #expect(try world.found("opposed-duties") == expected)
  }

  @Test(arguments: seeds)
  func findsJudgementOnPlansAlone(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    let expected = world.inForce.filter { plan in
      plan.assessedOn == "plan" && world.openKinds.contains(plan.kind)
        && !world.inForce.contains {
          $0.assessedOn == "outturn" && $0.kind == plan.kind && $0.metric == plan.metric
        }
    }
    #expect(try world.found("assessed-on-plan") == Set(expected.map(\.id)))
  }

  @Test(arguments: seeds)
  func findsRivalsAcrossAContract(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    func wantsMore(_ kind: String) -> Bool {
      world.inForce.contains {
        $0.kind == kind && $0.metric == "surplus" && $0.sign > 0 && $0.strength > 1
      }
    }
    var expected: Set<String> = []
    for line in world.now("commissions") {
      let (buyer, seller) = (world.kinds[line.from]!, world.kinds[line.to]!)
      if wantsMore(buyer), wantsMore(seller) { expected.insert("surplus/\(buyer)/\(seller)") }
    }
    if world.groupsBuyFromTrusts, wantsMore("group"), wantsMore("trust") {
      expected.insert("surplus/buys")
    }
    #expect(try world.found("rivalrous-contract") == expected)
  }

  /// Somebody bears the cost who answers to somebody, and to none of those who ask for the cut.
  @Test(arguments: seeds)
  func findsCutsUpstream(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var expected: Set<String> = []
    for effect in world.effects where !effect.crowdsOut && !effect.borneBy.isEmpty {
      let payers = world.bodies.filter { world.kinds[$0] == effect.borneBy }
      for cut in world.inForce
      where cut.metric == effect.from && cut.sign < 0 && cut.strength > 1 && !cut.setBy.isEmpty
        && world.openKinds.contains(cut.kind) && cut.kind != effect.borneBy
      {
        let isElsewhere = payers.contains { payer in
          let principals = world.principals(of: payer, DrawnWorld.direct)
          return !principals.isEmpty && principals.isDisjoint(with: cut.setBy)
        }
        if isElsewhere { expected.insert("\(effect.id)/every+\(cut.kind)") }
      }
    }
    #expect(try world.found("upstream-cut") == expected)
  }

  @Test(arguments: seeds)
  func findsWhatIsCrowdedOut(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var expected: Set<String> = []
    for effect in world.effects where effect.crowdsOut {
      func strong(_ kind: String) -> Bool {
        world.inForce.contains {
          $0.kind == kind && $0.metric == effect.from && $0.strength == 3
        }
      }
      func asked(_ kind: String) -> [DrawnWorld.Incentive] {
        world.inForce.filter { $0.kind == kind && $0.metric == effect.to && $0.sign > 0 }
      }
      if !effect.holder.isEmpty, strong(effect.holder), asked(effect.holder).isEmpty {
        expected.insert("\(effect.id)/every+\(effect.holder)")
      }
      for kind in world.openKinds where effect.holder.isEmpty || effect.holder == kind {
        if strong(kind), !asked(kind).isEmpty, asked(kind).allSatisfy({ $0.strength == 1 }) {
          expected.insert("\(effect.id)/every+\(kind)")
        }
      }
    }
    #expect(try world.found("crowded-out") == expected)
  }

  @Test(arguments: seeds)
  func findsWhatWasWithdrawn(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    let expected = world.inForce.filter { $0.withdrawn == "2016-07" }.map(\.id)
    #expect(try world.found("withdrawn-link") == Set(expected))
  }
}

extension DrawnWorld {
  var footprints: [String] { Self.regions.filter { !members(of: $0).isEmpty } }

  /// Kinds of which a body is open.
  var openKinds: Set<String> { Set(kinds.values) }

  /// Two kinds that are moved in opposite directions, each at least moderately.
  var oppositions: [(metric: String, more: String, less: String)] {
    inForce.filter { $0.sign > 0 && $0.strength > 1 && $0.metric != "surplus" }.flatMap { more in
      inForce.filter {
        $0.sign < 0 && $0.strength > 1 && $0.metric == more.metric && $0.kind != more.kind
      }.map { (more.metric, more.kind, $0.kind) }
    }
  }
}
