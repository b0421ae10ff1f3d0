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
  /// - Complexity: O(V + E), and what lies above each body with several principals; where that is
  ///   too much, O(V · E / 512).
  public func spans() -> [SpanOfControl] {
    let totals = subordinateCounts()
    let layers = layersFromTop()
    let direct = principals.timesNamed
    var spans: [SpanOfControl] = []
    spans.reserveCapacity(graph.bodyCount)
    for body in isOpen.indices where isOpen[body] {
      spans.append(
        SpanOfControl(
          body: BodyIndex(body), direct: Int(direct[body]), total: Int(totals[body]),
          layer: layers[body] < 0 ? nil : Int(layers[body])))
    }
    return spans
  }

  /// For each body, the number of distinct bodies below it.
  ///
  /// - Parameters:
  ///   - budget: how many steps walking may take before counting by sets is tried.
  ///   - workers: how many threads work at most.
  package func subordinateCounts(budget: Int? = nil, workers: Int = Parallel.workers) -> [UInt32] {
    let upper = upperBodies
    let usual = 64 * (graph.bodyCount + principals.items.count) + 1_000_000
    let counts = SubordinateCounts.ofRanks(
      upper, principals, budget: budget ?? usual, workers: workers)
    // What is at a rank holds the body itself: no body is below itself.
    return upper.rank.map { $0 == UpperBodies.noRank ? 0 : counts[Int($0)] - 1 }
  }

  /// For each body, the length of the shortest route to a body without principals; -1 for none.
  package func layersFromTop() -> [Int32] {
    upperBodies.hasCircles ? layersByWalking() : layersByRank()
  }

  /// A body is one layer below the highest of its principals, who are looked at before it.
  private func layersByRank() -> [Int32] {
    let upper = upperBodies
    var layers = [Int32](repeating: 0, count: upper.sizes.count)
    for rank in layers.indices {
      let range = upper.allAbove.range(of: UInt32(truncatingIfNeeded: rank))
      guard let first = range.first else { continue }
      var least = layers[Int(upper.allAbove.items[first])]
      for index in range { least = min(least, layers[Int(upper.allAbove.items[index])]) }
      layers[rank] = least + 1
    }
    var result = [Int32](repeating: -1, count: graph.bodyCount)
    for body in isOpen.indices where isOpen[body] {
      if upper.rank[body] != UpperBodies.noRank {
        result[body] = layers[Int(upper.rank[body])]
        continue
      }
      var least = Int32(-1)
      for index in principals.range(of: UInt32(truncatingIfNeeded: body)) {
        let layer = layers[Int(upper.steps[index])]
        least = least < 0 ? layer : min(least, layer)
      }
      result[body] = least + 1
    }
    return result
  }

  /// Goes down from the tops, breadth first; circles may have no way to one.
  private func layersByWalking() -> [Int32] {
    var layers = [Int32](repeating: -1, count: graph.bodyCount)
    var queue = tops
    for top in queue { layers[Int(top)] = 0 }
    let reports = reports
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
