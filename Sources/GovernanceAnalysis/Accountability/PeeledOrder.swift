/// An order of the nodes of a graph in which every edge goes to a lower rank, but for edges inside a
/// strongly connected component, whose members share a rank.
///
/// Nodes that no other leads to are peeled off again and again (Kahn 1962), then those that lead to
/// none. Nothing is left of a graph without cycles, and little of one that has few: only that is
/// searched for components. Complexity: O(V + E).
struct PeeledOrder {
  /// For each node its rank.
  private(set) var rank: [UInt32]
  /// The number of ranks.
  private(set) var count: Int
  /// The nodes by rank, those of one rank ascending.
  private(set) var order: [UInt32]
  /// The components of two nodes or more, each ascending.
  private(set) var circles: [[UInt32]] = []

  private static let none = UInt32.max

  init(_ graph: Neighbours) {
    let below = Self.peeled(graph)
    var order: [UInt32] = []
    var rank = [UInt32](repeating: Self.none, count: graph.count)
    var ranks = graph.count - below.count
    if ranks > 0 {
      var isLeft = [Bool](repeating: true, count: graph.count)
      for node in below { isLeft[Int(node)] = false }
      let core = Core(graph, isLeft)
      order.reserveCapacity(graph.count)
      order += core.top
      for (place, node) in core.top.enumerated() {
        rank[Int(node)] = UInt32(truncatingIfNeeded: place)
      }
      ranks = core.top.count + core.components.count
      var members = [[UInt32]](repeating: [], count: core.components.count)
      for (place, part) in core.components.component.enumerated() {
        members[Int(part)].append(core.nodes[place])
        rank[Int(core.nodes[place])] = UInt32(truncatingIfNeeded: core.top.count) + part
      }
      for nodes in members { order += nodes }
      circles = members.filter { $0.count > 1 }
    }
    for node in below.reversed() {
      rank[Int(node)] = UInt32(truncatingIfNeeded: ranks)
      ranks += 1
      order.append(node)
    }
    self.rank = rank
    self.order = order
    count = ranks
  }

  /// The nodes from which peeling leaves nothing that leads to them, each after all that lead to it.
  private static func peeled(_ graph: Neighbours) -> [UInt32] {
    var incoming = [UInt32](repeating: 0, count: graph.count)
    for node in graph.items { incoming[Int(node)] += 1 }
    var order: [UInt32] = []
    order.reserveCapacity(graph.count)
    for node in incoming.indices where incoming[node] == 0 {
      order.append(UInt32(truncatingIfNeeded: node))
    }
    var next = 0
    while next < order.count {
      for index in graph.range(of: order[next]) {
        let node = Int(graph.items[index])
        incoming[node] -= 1
        if incoming[node] == 0 { order.append(UInt32(truncatingIfNeeded: node)) }
      }
      next += 1
    }
    return order
  }

  /// What peeling left: the nodes above every cycle, and those in and between cycles.
  private struct Core {
    /// Those above every cycle, each after all that it leads to.
    var top: [UInt32]
    /// The others, ascending, and their components.
    var nodes: [UInt32]
    var components: StronglyConnectedComponents

    init(_ graph: Neighbours, _ isLeft: [Bool]) {
      let left = isLeft.indices.filter { isLeft[$0] }.map { UInt32(truncatingIfNeeded: $0) }
      // Whatever is left leads only to nodes that are left.
      let own = graph.among(left, Self.places(of: left, count: graph.count))
      let peeled = peeled(own.reversed)
      top = peeled.map { left[Int($0)] }
      var isInCore = [Bool](repeating: true, count: left.count)
      for place in peeled { isInCore[Int(place)] = false }
      let core = isInCore.indices.filter { isInCore[$0] }.map { UInt32(truncatingIfNeeded: $0) }
      nodes = core.map { left[Int($0)] }
      components = StronglyConnectedComponents(
        own.among(core, Self.places(of: core, count: left.count)))
    }

    private static func places(of nodes: [UInt32], count: Int) -> [UInt32] {
      var places = [UInt32](repeating: none, count: count)
      for (place, node) in nodes.enumerated() {
        places[Int(node)] = UInt32(truncatingIfNeeded: place)
      }
      return places
    }
  }
}
