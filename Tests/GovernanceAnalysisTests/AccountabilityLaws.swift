import GovernanceAnalysis
import GovernanceModel
import Testing

/// What must hold for every register and every moment, against answers found the slow way.
struct AccountabilityLaws {
  static let tiny = Array(UInt64(0)..<300)
  static let middling = Array(UInt64(1000)..<1030)
  static let all = tiny + middling

  /// A register, its network and its oracle at one moment.
  struct Case {
    let register: RandomRegister
    let network: AccountabilityNetwork
    let oracle: Oracle
    var ids: [String] { oracle.ids }
  }

  static func register(seed: UInt64) -> RandomRegister {
    RandomRegister(seed: seed, sizes: seed < 1000 ? 1...6 : 50...200)
  }

  /// Regardless of dates and on days that are limits of some periods, with several bases; one of
  /// these for a larger register.
  static func cases(seed: UInt64) throws -> [Case] {
    let register = register(seed: seed)
    let graph = try register.graph()
    let moments: [String?] = [nil, "2013-06-15", "2015-01-01"]
    let bases: [Basis] = [.all, .followedByDefault, [.contractual]]
    let turns = seed < 1000 ? 0..<3 : Int(seed) % 3..<Int(seed) % 3 + 1
    return try turns.map { turn in
      let day = moments[turn]
      let basis = bases[(turn + Int(seed / 3)) % bases.count]
      return Case(
        register: register,
        network: AccountabilityNetwork(
          graph, at: try day.map { try date($0) } ?? .anyTime, basis: basis),
        oracle: Oracle(register, on: day, bases: Set(basis.words)))
    }
  }

  @Test(arguments: all)
  func findsEverySuperiorAndSubordinate(seed: UInt64) throws {
    for test in try Self.cases(seed: seed) {
      for id in test.ids {
        #expect(try test.network.superiors(of: id) == test.oracle.superiors(of: id))
        #expect(try test.network.subordinates(of: id) == test.oracle.subordinates(of: id))
      }
    }
  }

  @Test(arguments: all)
  func superiorsAndSubordinatesAreConverse(seed: UInt64) throws {
    for test in try Self.cases(seed: seed) {
      let network = test.network
      let bodies = Array(network.graph.allBodies)
      let upwards = network.superiors(of: bodies).map(Set.init)
      for body in bodies {
        let below = bodies.filter { upwards[$0.position].contains(body) }
        #expect(network.subordinates(of: body) == below)
        #expect(network.layers(below: body).flatMap { $0 }.sorted() == below)
      }
      #expect(
        network.spans().map(\.total).reduce(0, +) == upwards.map(\.count).reduce(0, +))
    }
  }

  @Test(arguments: all)
  func countsSpansAndLayers(seed: UInt64) throws {
    for test in try Self.cases(seed: seed) {
      #expect(test.network.spanLines() == test.oracle.spanLines())
    }
  }

  @Test(arguments: all)
  func findsEveryCycle(seed: UInt64) throws {
    for test in try Self.cases(seed: seed) {
      #expect(test.network.cycleIDs() == test.oracle.cycles)
    }
  }

  @Test(arguments: all)
  func findsImmediateDominators(seed: UInt64) throws {
    for test in try Self.cases(seed: seed) {
      #expect(try test.network.chokepointLines() == test.oracle.chokepointLines(root: nil))
      let roots = test.ids.count > 6 ? Array(test.ids.prefix(2)) : test.ids
      for root in roots {
        #expect(
          try test.network.chokepointLines(root: root) == test.oracle.chokepointLines(root: root))
      }
    }
  }

  @Test(arguments: all)
  func findsLowestCommonPrincipals(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for test in try Self.cases(seed: seed) {
      for count in [1, 2, 2, 2, 3] {
        let asked = (0..<count).map { _ in random.pick(test.ids) }
        #expect(
          try test.network.commonPrincipals(of: asked) == test.oracle.commonPrincipals(of: asked))
      }
    }
  }

  @Test(arguments: tiny)
  func listsEveryRouteToATop(seed: UInt64) throws {
    for test in try Self.cases(seed: seed) {
      for id in test.ids {
        let routes = try test.network.routesToTop(from: id)
        #expect(Set(routes) == test.oracle.routesToTop(from: id))
        #expect(Set(routes).count == routes.count)
        #expect(routes.map(\.count) == routes.map(\.count).sorted())
      }
    }
  }

  @Test(arguments: tiny)
  func listsEveryShortestRoute(seed: UInt64) throws {
    for test in try Self.cases(seed: seed) {
      for from in test.ids {
        for to in test.ids where to != from {
          let routes = try test.network.shortestRoutes(from: from, to: to)
          #expect(Set(routes) == test.oracle.shortestRoutes(from: from, to: to))
          #expect(Set(routes).count == routes.count)
        }
      }
    }
  }

  @Test(arguments: middling)
  func listsOnlyRoutesThatExist(seed: UInt64) throws {
    for test in try Self.cases(seed: seed) {
      let network = test.network
      for body in network.graph.allBodies {
        let found = network.routesToTop(from: body, limit: 20)
        #expect(found.routes.count <= 20)
        #expect(found.isCutShort || found.routes.count < 20 || Set(found.routes).count == 20)
        for route in found.routes {
          #expect(route.first == body)
          #expect(Set(route).count == route.count)
          #expect(network.principals(of: route[route.count - 1]).isEmpty)
          for (agent, principal) in zip(route, route.dropFirst()) {
            #expect(network.principals(of: agent).contains(principal))
          }
        }
      }
    }
  }
}
