import GovernanceModel

/// The body through which every accountability route of another passes.
public struct Chokepoint: Hashable, Sendable {
  public let body: BodyIndex
  /// Its immediate dominator; nil when no single body stands on all its routes (below the
  /// imaginary top that joins all bodies without principals).
  public let immediate: BodyIndex?
}

extension AccountabilityNetwork {
  /// The immediate dominator of every body below a root, from principal to subordinate.
  ///
  /// Body `d` dominates `x` when every route from the root down to `x` passes `d`; the immediate
  /// dominator is the nearest such body. Without a root, an imaginary top stands above every body
  /// that has no principals.
  ///
  /// - Returns: one entry for each body that the root reaches, the root itself left out, in the
  ///   order of the graph. Bodies in cycles without a way to a top are not reached.
  /// - Complexity: O((V + E) log V) (Lengauer and Tarjan 1979, in the semi-NCA form of Georgiadis
  ///   2005).
  public func chokepoints(root: BodyIndex? = nil) -> [Chokepoint] {
    let top = UInt32(truncatingIfNeeded: graph.bodyCount)
    let tree = DominatorTree(
      root: root?.raw ?? top, count: graph.bodyCount + 1,
      successors: { node, visit in
        if node < top {
          for report in reports[node] { visit(report) }
        } else {
          for body in 0..<top where isOpen[Int(body)] && principals.range(of: body).isEmpty {
            visit(body)
          }
        }
      },
      predecessors: { node, visit in
        guard node < top else { return }
        for principal in principals[node] { visit(principal) }
        if isOpen[Int(node)], principals.range(of: node).isEmpty { visit(top) }
      })
    return (0..<top).compactMap { body in
      guard let dominator = tree.immediate(of: body) else { return nil }
      return Chokepoint(
        body: BodyIndex(raw: body), immediate: dominator == top ? nil : BodyIndex(raw: dominator))
    }
  }
}

/// The immediate dominators of a graph from a root.
struct DominatorTree {
  /// For each node its immediate dominator; the largest number for the root and what it does not
  /// reach.
  private var dominators: [UInt32]

  func immediate(of node: UInt32) -> UInt32? {
    dominators[Int(node)] == .max ? nil : dominators[Int(node)]
  }

  init(
    root: UInt32, count: Int, successors: (UInt32, (UInt32) -> Void) -> Void,
    predecessors: (UInt32, (UInt32) -> Void) -> Void
  ) {
    let none = UInt32.max
    // Depth-first numbers, from 0 at the root, and the parent in that order.
    var number = [UInt32](repeating: none, count: count)
    var node: [UInt32] = []
    var parent: [UInt32] = []
    var waiting: [(node: UInt32, parent: UInt32)] = [(root, none)]
    while let (current, above) = waiting.popLast() {
      guard number[Int(current)] == none else { continue }
      let position = UInt32(truncatingIfNeeded: node.count)
      number[Int(current)] = position
      node.append(current)
      parent.append(above)
      successors(current) { next in
        if number[Int(next)] == none { waiting.append((next, position)) }
      }
    }

    let reached = node.count
    var semi = Array(0..<UInt32(truncatingIfNeeded: reached))
    var label = semi
    var ancestor = [UInt32](repeating: none, count: reached)
    var path: [UInt32] = []
    // The node with the lowest semidominator on the linked path above `start`, with the path
    // shortened for the next time.
    func lowest(_ start: UInt32) -> UInt32 {
      guard ancestor[Int(start)] != none else { return label[Int(start)] }
      path.removeAll(keepingCapacity: true)
      var current = start
      while ancestor[Int(ancestor[Int(current)])] != none {
        path.append(current)
        current = ancestor[Int(current)]
      }
      let top = ancestor[Int(current)]
      var best = label[Int(current)]
      for below in path.reversed() {
        if semi[Int(best)] < semi[Int(label[Int(below)])] { label[Int(below)] = best }
        best = label[Int(below)]
        ancestor[Int(below)] = top
      }
      return label[Int(start)]
    }
    for position in stride(from: reached - 1, to: 0, by: -1) {
      predecessors(node[position]) { previous in
        let known = number[Int(previous)]
        guard known != none else { return }
        let candidate = semi[Int(lowest(known))]
        if candidate < semi[position] { semi[position] = candidate }
      }
      ancestor[position] = parent[position]
    }
    // The dominator is the nearest common ancestor of the parent and the semidominator.
    var immediate = parent
    if reached > 1 {
      for position in 1..<reached {
        var candidate = parent[position]
        while candidate > semi[position] { candidate = immediate[Int(candidate)] }
        immediate[position] = candidate
      }
    }
    dominators = [UInt32](repeating: none, count: count)
    for position in 0..<reached where position > 0 {
      dominators[Int(node[position])] = node[Int(immediate[position])]
    }
  }
}
