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
      order = core.top
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
      var from: [UInt32] = []
      var to: [UInt32] = []
      // Whatever is left leads only to nodes that are left.
      for node in left {
        for other in graph[node] {
          from.append(other)
          to.append(node)
        }
      }
      top = peeled(Neighbours(from: from, to: to, count: graph.count))
        .filter { isLeft[Int($0)] }
      var isInCore = isLeft
      for node in top { isInCore[Int(node)] = false }
      nodes = left.filter { isInCore[Int($0)] }
      var place = [UInt32](repeating: none, count: graph.count)
      for (index, node) in nodes.enumerated() { place[Int(node)] = UInt32(index) }
      from = []
      to = []
      for (index, node) in nodes.enumerated() {
        for other in graph[node] where isInCore[Int(other)] {
          from.append(UInt32(index))
          to.append(place[Int(other)])
        }
      }
      components = StronglyConnectedComponents(
        Neighbours(from: from, to: to, count: nodes.count))
    }
  }
}
