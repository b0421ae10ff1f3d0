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
  /// - Complexity: O((V + E) log V), by common ancestors in the tree that grows from the top
  ///   (Ochranová 1983, with the jumps of Myers 1983); inside circles by Lengauer and Tarjan 1979 in
  ///   the semi-NCA form of Georgiadis 2005.
  public func chokepoints(root: BodyIndex? = nil) -> [Chokepoint] {
    chokepoints(root: root, workers: Parallel.workers)
  }

  package func chokepoints(root: BodyIndex?, workers: Int) -> [Chokepoint] {
    let tree = RankDominators(upperBodies, principals, root: root?.raw)
    let runs = runs(of: graph.bodyCount, workers: workers)
    var points: [Chokepoint] = []
    Parallel.inOrder(runs.count, workers: workers) { piece in
      var found: [Chokepoint] = []
      found.reserveCapacity(runs[piece].count)
      for body in runs[piece] where isOpen[body] {
        switch tree.immediate(of: UInt32(truncatingIfNeeded: body), root: root?.raw) {
        case nil: break
        case .top: found.append(Chokepoint(body: BodyIndex(body), immediate: nil))
        case .body(let other):
          found.append(Chokepoint(body: BodyIndex(body), immediate: BodyIndex(raw: other)))
        }
      }
      return found
    } consume: { _, found in
      if points.isEmpty { points = found } else { points += found }
    }
    return points
  }

  /// The simple version, which ``chokepoints(root:)`` must agree with: the algorithm for circles on
  /// the whole network.
  package func chokepointsByDepth(root: BodyIndex?) -> [Chokepoint] {
    let tree = DominatorTree(
      roots: root.map { [$0.raw] } ?? tops, successors: reports, predecessors: principals)
    return graph.allBodies.compactMap { body in
      guard body != root else { return nil }
      return switch tree.immediate[body.position] {
      case DominatorTree.notReached: nil
      case DominatorTree.imaginaryTop: Chokepoint(body: body, immediate: nil)
      case let immediate: Chokepoint(body: body, immediate: BodyIndex(raw: immediate))
      }
    }
  }
}

/// The immediate dominators of a graph below an imaginary top that stands over some roots.
struct DominatorTree {
  static let notReached = UInt32.max
  static let imaginaryTop = UInt32.max - 1

  /// For each node its immediate dominator, or one of the two above.
  private(set) var immediate: [UInt32]

  /// - Parameter roots: none of them may be a successor of what another reaches.
  init(roots: [UInt32], successors: Neighbours, predecessors: Neighbours) {
    // From here on nodes go by their places in depth-first order, the imaginary top at 0.
    var place = [UInt32](repeating: 0, count: successors.count)
    var node = [Self.imaginaryTop]
    var parent: [UInt32] = [0]
    var waiting = roots.map { (node: $0, parent: UInt32(0)) }
    while let next = waiting.popLast() {
      guard place[Int(next.node)] == 0 else { continue }
      let here = UInt32(truncatingIfNeeded: node.count)
      place[Int(next.node)] = here
      node.append(next.node)
      parent.append(next.parent)
      for index in successors.range(of: next.node) {
        let successor = successors.items[index]
        if place[Int(successor)] == 0 { waiting.append((successor, here)) }
      }
    }

    var forest = LinkedForest(count: node.count)
    for here in (1..<UInt32(truncatingIfNeeded: max(1, node.count))).reversed() {
      var semidominator = parent[Int(here)]
      if semidominator != 0 {
        for index in predecessors.range(of: node[Int(here)]) {
          let previous = place[Int(predecessors.items[index])]
          guard previous != 0 else { continue }
          let candidate = previous < here ? previous : forest.lowestSemidominator(above: previous)
          semidominator = min(semidominator, candidate)
        }
      }
      forest.link(here, to: parent[Int(here)], semidominator: semidominator)
    }

    immediate = Array(repeating: Self.notReached, count: successors.count)
    // The dominator is the nearest common ancestor of the parent and the semidominator; those of
    // the ancestors are known already, and take the parents' places.
    for here in parent.indices.dropFirst() {
      var dominator = parent[here]
      while dominator > forest.semidominator[here] { dominator = parent[Int(dominator)] }
      parent[here] = dominator
      immediate[Int(node[here])] = node[Int(dominator)]
    }
  }
}

/// The part of a depth-first tree that was linked so far, in which the lowest semidominator on the
/// way up from a node is found by shortening the way for the next time.
private struct LinkedForest {
  private(set) var semidominator: [UInt32]
  /// The place with the lowest semidominator between a node and its ancestor, itself included.
  private var lowest: [UInt32]
  private var ancestor: [UInt32]
  private var path: [UInt32] = []
  private static let none = UInt32.max

  init(count: Int) {
    semidominator = Array(0..<UInt32(truncatingIfNeeded: count))
    lowest = semidominator
    ancestor = Array(repeating: Self.none, count: count)
  }

  mutating func link(_ node: UInt32, to parent: UInt32, semidominator: UInt32) {
    self.semidominator[Int(node)] = semidominator
    ancestor[Int(node)] = parent
  }

  /// - Parameter start: a node that is linked.
  mutating func lowestSemidominator(above start: UInt32) -> UInt32 {
    path.removeAll(keepingCapacity: true)
    var current = start
    while ancestor[Int(ancestor[Int(current)])] != Self.none {
      path.append(current)
      current = ancestor[Int(current)]
    }
    let top = ancestor[Int(current)]
    var best = lowest[Int(current)]
    while let below = path.popLast() {
      if semidominator[Int(best)] < semidominator[Int(lowest[Int(below)])] {
        lowest[Int(below)] = best
      }
      best = lowest[Int(below)]
      ancestor[Int(below)] = top
    }
    return semidominator[Int(best)]
  }
}
