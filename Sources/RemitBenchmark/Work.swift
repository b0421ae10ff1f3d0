import GovernanceAnalysis
import GovernanceModel
import GraphFiles

/// One of the works that are measured: what is timed, and how its answer is written.
struct Work: Sendable {
  let id: String
  /// Whether it asks the network, and needs one each time that was not asked anything before.
  var isOfNetwork = true
  /// Does the work. What it returns writes the answer; that is not timed.
  let run: @Sendable (Register, AccountabilityNetwork) -> () -> Lines

  /// Every work but the loading. A new one is a member below and a place here.
  static let all: [Work] = [
    superiors, subordinates, cycles, dominators, conflicts, overlaps, polygons,
  ]

  /// W2: the superiors of the queried bodies.
  static let superiors = Work(id: "W2") { register, network in
    let found = network.superiorSets(of: register.queries)
    return {
      var lines = Lines()
      for (query, superiors) in zip(register.queries, found) {
        let ids = superiors.map { register.graph.id(of: $0) }.sorted()
        lines.append([register.graph.id(of: query)] + ids)
      }
      return lines
    }
  }

  /// W3: how many bodies stand below each.
  static let subordinates = Work(id: "W3") { register, network in
    let counts = network.subordinateCounts()
    return {
      var lines = Lines()
      for body in register.graph.allBodies where counts[body.position] > 0 {
        lines.append(register.graph.id(of: body), counts[body.position])
      }
      return lines
    }
  }

  /// W4: the bodies that are accountable to each other in a circle.
  static let cycles = Work(id: "W4") { register, network in
    let cycles = network.cycles
    return {
      var lines = Lines()
      for cycle in cycles { lines.append(cycle.map { register.graph.id(of: $0) }.sorted()) }
      return lines
    }
  }

  /// W5: the immediate dominator of each body that the root reaches.
  static let dominators = Work(id: "W5") { register, network in
    guard let root = register.root else { return { Lines() } }
    let chokepoints = network.chokepoints(root: root)
    return {
      var lines = Lines()
      for chokepoint in chokepoints {
        guard let immediate = chokepoint.immediate else { continue }
        lines.append([register.graph.id(of: chokepoint.body), register.graph.id(of: immediate)])
      }
      return lines
    }
  }
  /// W6: the bodies with principals of several kinds, and the funding off every path.
  static let conflicts = Work(id: "W6") { register, network in
    let several = network.bodiesOfSeveralPrincipals()
    let offPath = network.fundingOffPath()
    return {
      var lines = Lines()
      for body in several { lines.append(["several", register.graph.id(of: body)]) }
      for line in offPath {
        lines.append(
          ["off-path", register.graph.id(of: line.funder), register.graph.id(of: line.funded)])
      }
      return lines
    }
  }

  /// W7: the people in each pair of areas, from the file on, and the areas split at one per cent.
  static let overlaps = Work(id: "W7", isOfNetwork: false) { register, _ in
    let reader = ZoneTableReader(path: register.folder + "/zones/zones-made.csv")
    guard let zones = try? reader.read().zones, let sliver = SliverTolerance(share: 0.01),
      let first = zones.column("a"), let second = zones.column("b")
    else { return { Lines() } }
    let table = OverlapTable(
      ZoneAssignment(first), ZoneAssignment(second), population: zones.population,
      quantity: .people(counted: "residents", year: "2017"))
    let shares = table.pairs.map { (table.share($0, of: .from), table.share($0, of: .to)) }
    let split = table.split(.from, sliver: sliver)
    return {
      var lines = Lines()
      for (pair, shares) in zip(table.pairs, shares) {
        lines.append([
          "pair", table.from.units[pair.from].id, table.to.units[pair.to].id,
          "\(Int(pair.common.amount))", "\(Int(shares.0 * 1e6))", "\(Int(shares.1 * 1e6))",
        ])
      }
      for unit in split { lines.append(["split", table.from.units[unit.unit].id]) }
      return lines
    }
  }
}
