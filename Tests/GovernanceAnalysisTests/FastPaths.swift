import GovernanceAnalysis
import GovernanceModel
import Testing

/// What is made for speed gives the answers of what is simple, by any number of threads.
struct FastPaths {
  static let seeds = Array(UInt64(3000)..<3024)
  static let workers = [1, 2, 5]

  /// Some large enough that work is shared out and sets take several blocks of 512.
  static func network(seed: UInt64) throws -> AccountabilityNetwork {
    let sizes = seed % 4 == 0 ? 1100...1500 : 1...60
    return AccountabilityNetwork(
      try RandomRegister(seed: seed, sizes: sizes).graph(), at: .anyTime, basis: .all)
  }

  @Test(arguments: seeds)
  func countsAlikeByWalkingAndBySets(seed: UInt64) throws {
    let network = try Self.network(seed: seed)
    let simple = network.graph.allBodies.map { UInt32(network.subordinates(of: $0).count) }
    for workers in Self.workers {
      #expect(network.subordinateCounts(budget: .max, workers: workers) == simple)
      #expect(network.subordinateCounts(budget: 0, workers: workers) == simple)
    }
  }

  @Test(arguments: seeds)
  func gathersTheSuperiorsOfManyAsOfOne(seed: UInt64) throws {
    let network = try Self.network(seed: seed)
    var random = SplitMix64(seed: seed)
    let bodies = (0..<700).map { _ in BodyIndex(random.below(network.graph.bodyCount)) }
    let simple = bodies.map { network.superiors(of: $0) }
    for workers in Self.workers {
      #expect(network.superiorSets(of: bodies, workers: workers).map(Array.init) == simple)
    }
    #expect(network.superiors(of: bodies) == simple)
    #expect(network.superiorSets(of: []).isEmpty)
  }

  @Test(arguments: seeds)
  func settlesFundersAlikeOneByOneAndTogether(seed: UInt64) throws {
    let network = try Self.network(seed: seed)
    for isWhole in [true, false] {
      let simple = network.fundingLines().filter { line in
        let isAbove = network.superiors(of: line.funded).contains(line.funder)
        #expect(line.isOnPath == isAbove)
        return isWhole || !isAbove
      }
      for workers in Self.workers {
        for budget in [0, 40, .max] {
          #expect(
            network.fundingLines(withThoseOnPath: isWhole, budget: budget, workers: workers)
              == simple)
        }
      }
    }
  }

  @Test(arguments: seeds)
  func findsDominatorsAlikeByRankAndByDepth(seed: UInt64) throws {
    // Lines only from later to earlier bodies: no circles.
    var register = RandomRegister(seed: seed, sizes: seed % 4 == 0 ? 400...600 : 1...40)
    let place = Dictionary(
      uniqueKeysWithValues: register.bodies.enumerated().map { ($1.id, $0) })
    register.lines.removeAll { place[$0.from]! < place[$0.to]! }
    let network = AccountabilityNetwork(try register.graph(), at: .anyTime, basis: .all)
    #expect(network.cycles.isEmpty)
    expectDominatorsAlike(network)
    expectDominatorsAlike(try Self.network(seed: seed))
  }

  /// Circles of every size between chains, some inside others' reach, some entered at several
  /// members, some that lead to no top.
  @Test(arguments: seeds)
  func findsDominatorsAlikeThroughCircles(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = 20 + random.below(seed % 4 == 0 ? 2000 : 60)
    var lines: [(Int, Int)] = []
    for body in 1..<count where !random.chance(percent: 3) {
      lines.append((body, max(0, body - 1 - random.below(random.chance(percent: 80) ? 3 : body))))
      if random.chance(percent: 25) { lines.append((body, random.below(body))) }
    }
    for _ in 0..<random.pick([1, 3, count / 10]) {
      // Back down by a few steps, or by many for a circle that holds most bodies.
      let upper = random.below(count)
      let steps = 1 + random.below(random.chance(percent: 90) ? 6 : count)
      lines.append((upper, min(count - 1, upper + steps)))
    }
    let graph = try makeGraph { tables in
      tables[.organisations] = GraphTables.Table(
        columns: ["id", "name", "kind"], rows: (0..<count).map { ["c\($0)", "Link", "body"] })
      tables[.relationships] = GraphTables.Table(
        columns: ["from", "to", "kind"],
        rows: lines.filter { $0.0 != $0.1 }.map { ["c\($0.0)", "c\($0.1)", "accountable-to"] })
    }
    let network = AccountabilityNetwork(graph, at: .anyTime)
    #expect(
      network.cycles.flatMap { $0 }.count
        == network.graph.allBodies.count { isInCircle($0, network) })
    expectDominatorsAlike(network)
  }

  private func isInCircle(_ body: BodyIndex, _ network: AccountabilityNetwork) -> Bool {
    network.principals(of: body).contains { network.superiors(of: $0).contains(body) }
  }

  private func expectDominatorsAlike(_ network: AccountabilityNetwork) {
    let roots =
      [nil] + network.graph.allBodies.prefix(30).map { Optional($0) }
      + network.cycles.prefix(10).flatMap { $0.prefix(5) }.map { Optional($0) }
    for root in roots {
      let simple = network.chokepointsByDepth(root: root)
      for workers in Self.workers {
        #expect(network.chokepoints(root: root, workers: workers) == simple)
      }
    }
  }

  @Test(arguments: seeds)
  func listsTheBodiesOfSeveralPrincipalsAlikeWithAndWithoutRows(seed: UInt64) throws {
    let network = try Self.network(seed: seed)
    let kinds = network.graph.allBodies.map { network.graph.kind(of: $0, at: .anyTime) }
    let simple = network.graph.allBodies.filter { body in
      Set(network.principals(of: body).map { kinds[$0.position] }).count > 1
    }
    for workers in Self.workers {
      #expect(network.bodiesOfSeveralPrincipals(workers: workers) == simple)
    }
    #expect(network.severalPrincipals().map(\.body) == simple)
  }

  /// A register of so many bodies that every question is shared out.
  @Test func answersAlikeByAnyNumberOfThreads() throws {
    let register = RandomRegister(seed: 3100, sizes: 12_000...12_000)
    let network = AccountabilityNetwork(try register.graph(), at: .anyTime, basis: .all)
    let bodies = Array(network.graph.allBodies.prefix(600))
    func answers(_ workers: Int) -> [[Int]] {
      [
        network.subordinateCounts(workers: workers).map { Int($0) },
        network.superiorSets(of: bodies, workers: workers).flatMap { $0.map(\.position) },
        network.fundingLines(withThoseOnPath: false, workers: workers).map(\.relationship.position),
        network.bodiesOfSeveralPrincipals(workers: workers).map(\.position),
        network.chokepoints(root: nil, workers: workers).flatMap {
          [$0.body.position, $0.immediate?.position ?? -1]
        },
      ]
    }
    let alone = answers(1)
    for workers in Self.workers { #expect(answers(workers) == alone) }
  }

  /// A chain in which every body also answers to an earlier one, drawn from all: walks are as long
  /// as the chain.
  @Test(.timeLimit(.minutes(1)))
  func answersForADenseChain() throws {
    let count = 60_000
    var random = SplitMix64(seed: 7)
    let seconds = (2..<count).map { ($0, random.below($0 - 1)) }
    let funders = (2..<count).map { ($0, random.below(count)) }
    let graph = try makeGraph { tables in
      tables[.organisations] = GraphTables.Table(
        columns: ["id", "name", "kind"], rows: (0..<count).map { ["c\($0)", "Link", "body"] })
      tables[.relationships] = GraphTables.Table(
        columns: ["from", "to", "kind"],
        rows: (1..<count).map { ["c\($0)", "c\($0 - 1)", "accountable-to"] }
          + seconds.map { ["c\($0.0)", "c\($0.1)", "accountable-to"] }
          + funders.filter { $0.0 != $0.1 }.map { ["c\($0.1)", "c\($0.0)", "funds"] })
    }
    let network = AccountabilityNetwork(graph, at: .anyTime)
    #expect(network.subordinateCounts() == (0..<count).map { UInt32(count - 1 - $0) })
    #expect(network.cycles.isEmpty)
    #expect(network.chokepoints() == network.chokepointsByDepth(root: nil))
    for line in network.fundingLines() {
      #expect(line.isOnPath == (line.funder < line.funded))
    }
  }
}
