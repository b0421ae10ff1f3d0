import GovernanceModel

/// The strongly connected components of a graph: the largest groups of nodes in which each can
/// reach each other.
///
/// Components are numbered so that an edge between two of them goes to the lower number.
/// Complexity: O(V + E) time and space (Tarjan 1972, without recursion).
package struct StronglyConnectedComponents: Sendable {
  /// For each node, its component.
  package let component: [UInt32]
  package let count: Int

  package init(_ graph: Neighbours) {
    let nodes = graph.count
    var component = [UInt32](repeating: .max, count: nodes)
    var order = [UInt32](repeating: 0, count: nodes)  // 0: not visited
    var low = [UInt32](repeating: 0, count: nodes)
    var next = graph.offsets
    var stack: [UInt32] = []
    var path: [UInt32] = []
    var visited: UInt32 = 0
    var components = 0
    for start in 0..<UInt32(truncatingIfNeeded: nodes) where order[Int(start)] == 0 {
      path.append(start)
      while let node = path.last {
        let index = Int(node)
        if order[index] == 0 {
          visited += 1
          order[index] = visited
          low[index] = visited
          stack.append(node)
        }
        if next[index] < graph.offsets[index + 1] {
          let neighbour = Int(graph.items[Int(next[index])])
          next[index] += 1
          if order[neighbour] == 0 {
            path.append(UInt32(truncatingIfNeeded: neighbour))
          } else if component[neighbour] == .max {
            low[index] = min(low[index], order[neighbour])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { low[Int(parent)] = min(low[Int(parent)], low[index]) }
        if low[index] == order[index] {
          while let member = stack.popLast() {
            component[Int(member)] = UInt32(truncatingIfNeeded: components)
            if member == node { break }
          }
          components += 1
        }
      }
    }
    self.component = component
    count = components
  }
}

extension AccountabilityNetwork {
  /// The groups of bodies that are accountable to each other in a circle, by their first body.
  ///
  /// Complexity: O(V + E).
  public var cycles: [[BodyIndex]] {
    upperOrder.circles.map { $0.map(BodyIndex.init(raw:)) }
  }
}
