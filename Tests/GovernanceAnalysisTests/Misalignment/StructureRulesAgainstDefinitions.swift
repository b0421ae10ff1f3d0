import GovernanceAnalysis
import GovernanceModel
import Testing

/// Rules about lines, money and decisions, on small random graphs, against their definitions tried out
/// body by body.
struct StructureRulesAgainstDefinitions {
  static let seeds: Range<UInt64> = 0..<120

  @Test(arguments: seeds)
  func findsLeadsWithoutAuthority(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var expected: Set<String> = []
    for (lead, region) in zip(DrawnWorld.leads, DrawnWorld.regions) {
      let members = world.members(of: region)
      let outside = members.filter {
        !world.superiors(of: $0, DrawnWorld.enforceable).contains(lead)
      }
      if outside.count * 2 > members.count { expected.insert("\(region)/\(lead)") }
    }
    #expect(try world.found("lead-without-authority") == expected)
  }

  @Test(arguments: seeds)
  func findsBypassedAuthority(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    let expected = world.decisions.filter { decision in
      guard decision.year == 2016, !decision.dutyOf.isEmpty, decision.part != "consents",
        Set(decision.deciders).isDisjoint(with: decision.dutyOf)
      else { return false }
      var answerable = Set(decision.dutyOf)
      for line in world.now("accountable-to")
      where decision.dutyOf.contains(line.from) && line.basis == "statutory" {
        answerable.insert(line.to)
      }
      return decision.deciders.allSatisfy {
        world.superiors(of: $0).isDisjoint(with: answerable)
      }
    }
    #expect(try world.found("bypassed-authority") == Set(expected.map(\.id)))
  }

  /// Of those that answer to voters says one rule, of the others another.
  @Test(arguments: seeds)
  func findsBodiesInSeveralFootprints(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    let several = world.bodies.filter { body in
      DrawnWorld.regions.allSatisfy { world.members(of: $0).contains(body) }
    }
    let political = several.filter { body in
      world.now("accountable-to").contains { $0.from == body && $0.basis == "political" }
    }
    #expect(try world.found("split-by-boundary") == Set(political))
    #expect(try world.found("in-many-footprints") == Set(several).subtracting(political))
  }

  @Test(arguments: seeds)
  func findsDividedOversight(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed, lineKinds: ["oversees", "part-of", "part-of"], lines: 30)
    func wholes(of body: String) -> Set<String> {
      var found: Set<String> = []
      for _ in world.everyone {
        for line in world.now("part-of") where line.from == body || found.contains(line.from) {
          found.insert(line.to)
        }
      }
      return found
    }
    var expected: Set<String> = []
    for region in world.footprints {
      for kind in world.openKinds {
        let offices = world.members(of: region).map { member -> Set<String> in
          let direct = world.now("oversees").filter { $0.to == member }.map(\.from)
          return Set(direct).union(direct.flatMap { wholes(of: $0) })
            .filter { world.kinds[$0] == kind }
        }.filter { !$0.isEmpty }
        let all = offices.reduce(into: Set<String>()) { $0.formUnion($1) }
        let isDivided = offices.contains { one in offices.contains { $0.isDisjoint(with: one) } }
        let ofAll = Set(world.everyone).filter { whole in
          !all.contains(whole) && all.allSatisfy { wholes(of: $0).contains(whole) }
        }
        if isDivided, !ofAll.isEmpty { expected.insert("\(kind)/\(region)") }
      }
    }
    #expect(try world.found("divided-oversight") == expected)
  }

  /// Two who bring about change together, in one footprint, with nobody below the top above both.
  @Test(arguments: seeds)
  func findsThoseWithoutACommonPrincipal(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var isFound = false
    for region in world.footprints {
      let members = world.members(of: region)
      for one in members where world.kinds[one] == "trust" {
        for other in members where world.kinds[other] == "council" {
          let common = world.superiors(of: one, DrawnWorld.direct)
            .intersection(world.superiors(of: other, DrawnWorld.direct))
          if common.allSatisfy({ world.principals(of: $0, DrawnWorld.direct).isEmpty }) {
            isFound = true
          }
        }
      }
    }
    #expect(try world.found("no-common-principal") == (isFound ? ["change"] : []))
  }

  @Test(arguments: seeds)
  func findsGapsInScrutiny(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    let reached = Set(world.now("scrutinises").map(\.to))
    let expected = world.footprints.filter { region in
      !reached.isEmpty && !reached.contains(region)
        && !reached.contains("l" + region.dropFirst())
    }
    #expect(try world.found("scrutiny-gap") == Set(expected))
  }

  @Test(arguments: seeds)
  func findsFundersOffThePath(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    let expected = world.now("funds").filter {
      !world.principals(of: $0.to).isEmpty && !world.superiors(of: $0.to).contains($0.from)
    }
    #expect(
      try world.found("funder-off-path")
        == Set(expected.map { "\($0.from)/every+\(world.kinds[$0.to]!)" }))
  }

  @Test(arguments: seeds)
  func findsSeparateAllocators(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var expected: Set<String> = []
    for decision in world.now("allocates") {
      for payment in world.now("funds")
      where payment.kind == "funds" && payment.to == decision.to && payment.from != decision.from {
        expected.insert("\(decision.from)/\(payment.from)/\(decision.to)")
      }
    }
    #expect(try world.found("separate-allocator") == expected)
  }

  @Test(arguments: seeds)
  func findsUnfundedMandates(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    let expected = world.footprints.filter { region in
      let isAsked =
        world.now("oversees").contains { $0.to == region }
        || world.bearing(on: region).contains { !$0.setBy.isEmpty }
      return isAsked && !world.now("funds").contains { $0.to == region }
    }
    #expect(try world.found("unfunded-mandate") == Set(expected))
  }

  @Test(arguments: seeds)
  func findsWatchdogsPaidByTheWatched(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var expected: Set<String> = []
    for watch in world.now("scrutinises", "oversees") {
      let isTied =
        world.now("funds", "commissions", "appoints").contains {
          $0.from == watch.to && $0.to == watch.from
        }
        || world.now("part-of").contains { $0.from == watch.from && $0.to == watch.to }
      if isTied { expected.insert("\(world.kinds[watch.from]!)/\(world.kinds[watch.to]!)") }
    }
    #expect(try world.found("watchdog-paid-by-watched") == expected)
  }

  @Test(arguments: seeds)
  func findsRegulatorsOnBoards(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    var expected: Set<String> = []
    for seat in world.now("member-of") {
      var concerned = world.members(of: seat.to).union([seat.to])
      // What belongs to a footprint concerns its members.
      if DrawnWorld.leads.contains(seat.to) {
        let region = "r" + seat.to.dropFirst()
        concerned.formUnion(world.members(of: region).union([region]))
      }
      let isJudge = world.now("oversees").contains {
        $0.from == seat.from && concerned.contains($0.to)
      }
      if isJudge { expected.insert("\(seat.from)/\(seat.to)") }
    }
    #expect(try world.found("regulator-on-board") == expected)
  }

  @Test(arguments: seeds)
  func findsBodiesThatAnswerToNobody(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed)
    let deciding = world.decisions.filter { $0.year == 2016 && $0.part != "consents" }
    let candidates = world.footprints + DrawnWorld.leads + deciding.flatMap(\.deciders)
    let expected = candidates.filter { body in
      world.principals(of: body).isEmpty
        && !world.now("accountable-to").contains { $0.to == body }
        && !world.now("part-of").contains {
          $0.to == body && !world.principals(of: $0.from).isEmpty
        }
    }
    #expect(try world.found("unaccountable-body") == Set(expected))
  }

  /// Of more lines of accountability than elsewhere, so that four principals come about.
  @Test(arguments: seeds)
  func findsTooManyPrincipals(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed, lineKinds: ["accountable-to"], lines: 24)
    let expected = world.everyone.filter { world.principals(of: $0).count >= 4 }
    #expect(try world.found("too-many-principals") == Set(expected.map { world.kinds[$0]! }))
  }

  /// A circle is called by the first of those that can get back to themselves through each other.
  @Test(arguments: seeds)
  func findsCircles(seed: UInt64) throws {
    let world = DrawnWorld(seed: seed, lineKinds: ["accountable-to", "oversees"], lines: 14)
    var expected: Set<String> = []
    for body in world.everyone {
      let circle = world.superiors(of: body, DrawnWorld.direct).filter {
        world.superiors(of: $0, DrawnWorld.direct).contains(body)
      }
      if let first = circle.min() { expected.insert(first) }
    }
    #expect(try world.found("accountability-cycle") == expected)
  }

  @Test(arguments: seeds)
  func findsOverlappingProgrammes(seed: UInt64) throws {
    let world = DrawnWorld(
      seed: seed, lineKinds: ["member-of", "member-of", "accountable-to"], lines: 20)
    var expected: Set<String> = []
    for region in world.footprints {
      for line in world.now("member-of")
      where world.members(of: region).contains(line.from) && world.bodies.contains(line.to)
        && line.basis != "voluntary"
      {
        let (ours, theirs) = (world.principals(of: region), world.principals(of: line.to))
        if !theirs.isEmpty, ours != theirs { expected.insert("\(region)/\(line.to)") }
      }
    }
    #expect(try world.found("overlapping-programmes") == expected)
  }

  @Test(arguments: seeds)
  func findsSingleBrokers(seed: UInt64) throws {
    let world = DrawnWorld(
      seed: seed,
      lineKinds: ["funds", "allocates", "commissions", "oversees", "appoints", "delegates-to"],
      lines: 40)
    let expected = world.everyone.filter { body in
      let places = world.footprints.filter { region in
        let ours = world.members(of: region).union([region, "l" + region.dropFirst()])
        let parts = ["funds", "commissions", "oversees", "appoints", "delegates-to"].filter {
          kind in
          world.now(kind).contains { $0.from == body && ours.contains($0.to) }
        }
        let isPrincipal = world.now("accountable-to").contains {
          $0.to == body && ours.contains($0.from)
        }
        return parts.count + (isPrincipal ? 1 : 0) >= 3
      }
      return world.footprints.count > 1 && places.count * 2 >= world.footprints.count
    }
    #expect(try world.found("single-broker") == Set(expected))
  }
}
