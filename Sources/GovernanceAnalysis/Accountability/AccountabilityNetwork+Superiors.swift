import GovernanceModel

extension AccountabilityNetwork {
  /// Every body that a body answers to, directly or through others; never itself, even in a cycle.
  ///
  /// - Returns: the superiors, ascending by number.
  /// - Complexity: O(V + E) at worst; in proportion to what is reached, and V for the marks.
  public func superiors(of body: BodyIndex) -> [BodyIndex] {
    var walk = ReachWalk(count: graph.bodyCount)
    return walk.reached(from: body.raw, over: principals).sorted().map(BodyIndex.init(raw:))
  }

  /// The superiors of many bodies, in their order.
  ///
  /// - Complexity: in proportion to what is reached. ``superiorSets(of:)`` needs no memory of its own
  ///   for each body.
  public func superiors(of bodies: [BodyIndex]) -> [[BodyIndex]] {
    superiorSets(of: bodies).map(Array.init)
  }

  /// Every body below a body, directly or through others; never itself.
  public func subordinates(of body: BodyIndex) -> [BodyIndex] {
    var walk = ReachWalk(count: graph.bodyCount)
    return walk.reached(from: body.raw, over: reports).sorted().map(BodyIndex.init(raw:))
  }

  /// Everyone below a body, by how many steps below: the first layer reports to it directly.
  public func layers(below body: BodyIndex) -> [[BodyIndex]] {
    var layers: [[BodyIndex]] = []
    var seen: Set<BodyIndex> = [body]
    var current = [body]
    while true {
      var next: [BodyIndex] = []
      for superior in current {
        for report in reports(of: superior) where seen.insert(report).inserted {
          next.append(report)
        }
      }
      if next.isEmpty { return layers }
      layers.append(next.sorted())
      current = next
    }
  }
}

/// A walk over a graph whose marks are kept from one walk to the next, so that a short walk costs
/// what it reaches and not the size of the graph.
package struct ReachWalk {
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0
  private var waiting: [UInt32] = []

  package init(count: Int) { stamps = Array(repeating: 0, count: count) }

  /// The nodes that can be reached from a node, without the node itself, in no order.
  ///
  /// They stand in memory that the next walk uses again: let go of them before.
  package mutating func reached(from start: UInt32, over neighbours: Neighbours)
    -> ArraySlice<UInt32>
  {
    stamp &+= 1
    if stamp == 0 {
      stamps = Array(repeating: 0, count: stamps.count)
      stamp = 1
    }
    stamps[Int(start)] = stamp
    waiting.removeAll(keepingCapacity: true)
    waiting.append(start)
    var next = 0
    while next < waiting.count {
      for index in neighbours.range(of: waiting[next]) {
        let neighbour = neighbours.items[index]
        if stamps[Int(neighbour)] != stamp {
          stamps[Int(neighbour)] = stamp
          waiting.append(neighbour)
        }
      }
      next += 1
    }
    return waiting.dropFirst()
  }
}
