/// The immediate dominators of the upper bodies of a network without circles.
///
/// From the top down, the dominator of each is the nearest ancestor that all its principals have in
/// common in the tree of dominators so far. Every node of the tree has a jump to an ancestor far
/// above, so that the common one is found in O(log depth) however long the chains are.
struct RankDominators: Sendable {
  /// One node of the tree: that of rank `r` is `r + 1`.
  private struct Node: Sendable {
    var parent: UInt32
    var jump: UInt32
    /// 0 for the imaginary top, and for a node that the root does not reach.
    var depth: UInt32
  }
  /// The imaginary top.
  static let top: UInt32 = 0
  private var nodes: [Node]

  /// - Parameter root: the rank to start from, ``UpperBodies/noRank`` for a body that has nobody
  ///   below it; nil for an imaginary top above all that have no principal.
  init(_ upper: UpperBodies, root: UInt32?) {
    let count = upper.sizes.count
    nodes = Array(repeating: Node(parent: 0, jump: 0, depth: 0), count: count + 1)
    // Nothing below the root has a lower rank.
    for rank in Int(root ?? 0)..<max(count, Int(root ?? 0)) {
      let range = upper.allAbove.range(of: UInt32(truncatingIfNeeded: rank))
      let isRoot = root.map { Int($0) == rank } ?? range.isEmpty
      if isRoot {
        add(rank + 1, below: Self.top)
      } else if let parent = dominator(of: upper.allAbove.items[range]) {
        add(rank + 1, below: parent)
      }
    }
  }

  private mutating func add(_ node: Int, below parent: UInt32) {
    let above = nodes[Int(parent)]
    let far = nodes[Int(above.jump)]
    // Two jumps of one length are joined to one of twice that and one more.
    let joins = above.depth &- far.depth == far.depth &- nodes[Int(far.jump)].depth
    nodes[node] = Node(
      parent: parent, jump: parent != Self.top && joins ? far.jump : parent,
      depth: above.depth + 1)
  }

  /// The node that all of some ranks have in common, of those that the root reaches; nil where it
  /// reaches none.
  @inline(__always)
  func dominator(of ranks: ArraySlice<UInt32>) -> UInt32? {
    var common: UInt32?
    for rank in ranks where nodes[Int(rank) + 1].depth > 0 {
      common = common.map { nearest($0, rank + 1) } ?? rank + 1
    }
    return common
  }

  private func nearest(_ first: UInt32, _ second: UInt32) -> UInt32 {
    var (first, second) = (first, second)
    if nodes[Int(first)].depth < nodes[Int(second)].depth { swap(&first, &second) }
    let depth = nodes[Int(second)].depth
    while nodes[Int(first)].depth > depth {
      let node = nodes[Int(first)]
      first = nodes[Int(node.jump)].depth >= depth ? node.jump : node.parent
    }
    // Nodes of one depth have jumps of one length.
    while first != second {
      let (one, other) = (nodes[Int(first)], nodes[Int(second)])
      let isFar = one.jump != other.jump
      first = isFar ? one.jump : one.parent
      second = isFar ? other.jump : other.parent
    }
    return first
  }
}
