import GovernanceModel

/// How many report to a body, and how far it stands from the top.
public struct SpanOfControl: Hashable, Sendable {
  public let body: BodyIndex
  /// Distinct bodies that report to it directly.
  public let direct: Int
  /// Distinct bodies below it, directly or through others, never itself.
  public let total: Int
  /// The length of the shortest route to a body without principals, 0 for such a body itself; nil
  /// when no route leads to one.
  public let layer: Int?
}

extension AccountabilityNetwork {
  /// The span of control of every open body, in the order of the graph.
  ///
  /// - Complexity: in proportion to the sum of all totals, bounded by O(V · E / 512) where chains
  ///   are so long that walking from every body would cost more.
  public func spans() -> [SpanOfControl] {
    let totals = subordinateCounts()
    let layers = layersFromTop()
    return openBodies.map { body in
      SpanOfControl(
        body: body, direct: reports.range(of: body.raw).count, total: Int(totals[body.position]),
        layer: layers[body.position] < 0 ? nil : Int(layers[body.position]))
    }
  }

  /// For each body, the number of distinct bodies below it.
  ///
  /// - Parameter budget: how many steps walking may take before counting by blocks is tried.
  package func subordinateCounts(budget: Int? = nil) -> [UInt32] {
    let usual = 64 * (graph.bodyCount + principals.items.count) + 1_000_000
    return countsByWalking(budget: budget ?? usual) ?? countsByBlocks()
  }

  /// Walks up from every body and counts it at each superior; nil when that takes more steps than
  /// the budget.
  private func countsByWalking(budget: Int) -> [UInt32]? {
    var counts = [UInt32](repeating: 0, count: graph.bodyCount)
    var walk = ReachWalk(count: graph.bodyCount)
    var left = budget
    for body in 0..<UInt32(truncatingIfNeeded: graph.bodyCount)
    where !principals.range(of: body).isEmpty {
      let superiors = walk.reached(from: body, over: principals)
      left -= superiors.count
      guard left > 0 else { return nil }
      for superior in superiors { counts[Int(superior)] += 1 }
    }
    return counts
  }

  /// Takes the bodies 512 at a time and passes the set of those below upwards, component by
  /// component: members of a cycle share one set.
  private func countsByBlocks() -> [UInt32] {
    let parts = StronglyConnectedComponents(principals)
    let component = parts.component
    // Ascending component numbers go from the top down; edges of components without repeats.
    var from: [UInt32] = []
    var to: [UInt32] = []
    for body in 0..<UInt32(truncatingIfNeeded: graph.bodyCount) {
      for principal in principals[body] where component[Int(principal)] != component[Int(body)] {
        from.append(component[Int(body)])
        to.append(component[Int(principal)])
      }
    }
    let edges = Neighbours(from: from, to: to, count: parts.count)
    var counts = [UInt32](repeating: 0, count: parts.count)
    var sets = [SIMD8<UInt64>](repeating: .zero, count: parts.count)
    for block in stride(from: 0, to: graph.bodyCount, by: 512) {
      for index in sets.indices { sets[index] = .zero }
      for body in block..<min(block + 512, graph.bodyCount) {
        let bit = body - block
        sets[Int(component[body])][bit / 64] |= 1 << UInt64(bit % 64)
      }
      for part in (0..<UInt32(truncatingIfNeeded: parts.count)).reversed()
      where sets[Int(part)] != .zero {
        let set = sets[Int(part)]
        for superior in edges[part] { sets[Int(superior)] |= set }
        for lane in 0..<8 { counts[Int(part)] += UInt32(set[lane].nonzeroBitCount) }
      }
    }
    // A component's set holds its own members: no body is below itself.
    return component.map { counts[Int($0)] - 1 }
  }

  /// For each body, the length of the shortest route to a body without principals; -1 for none.
  package func layersFromTop() -> [Int32] {
    var layers = [Int32](repeating: -1, count: graph.bodyCount)
    var queue = tops
    for top in queue { layers[Int(top)] = 0 }
    var next = 0
    while next < queue.count {
      let superior = queue[next]
      for index in reports.range(of: superior) {
        let report = reports.items[index]
        guard layers[Int(report)] < 0 else { continue }
        layers[Int(report)] = layers[Int(superior)] + 1
        queue.append(report)
      }
      next += 1
    }
    return layers
  }
}
