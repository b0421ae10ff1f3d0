import GovernanceModel

/// The immediate dominators of the upper bodies of a network, and through them of all others.
///
/// From the top down, the dominator of each is the nearest ancestor that all its principals have in
/// common in the tree of dominators so far. Every node of the tree has a jump to an ancestor far
/// above, so that the common one is found in O(log depth) however long the chains are.
///
///     secretary ◀── board ◀─┬─ a ◀─┐     a and b are in a circle, which is entered from the board
///                           └─ b ──┘     and the region: outside of it, secretary is what all of
///     secretary ◀── region ◀── b         its members have in common
///
/// A circle is entered in one step, by what all principals outside of it have in common: each member
/// is reached by way of every entry. Which members stand between an entry and the others is found
/// in a graph of the circle alone (``DominatorTree``).
struct RankDominators: Sendable {
  /// One node of the tree: that of rank `r` is `r + 1`, and the members of circles come after all
  /// ranks.
  private struct Node: Sendable {
    var parent: UInt32
    var jump: UInt32
    /// 0 for the imaginary top, for a node that the root does not reach, and for the rank of a
    /// circle, whose members have nodes of their own.
    var depth: UInt32

    /// The rank of a circle.
    static let circle = Node(parent: .max, jump: 0, depth: 0)
    var isCircle: Bool { parent == .max }
  }
  /// The imaginary top.
  static let top: UInt32 = 0
  private var nodes: [Node]
  /// The body of each node; that of the top has no meaning.
  private var bodies: [UInt32]
  /// The nodes of the members of circles, by body.
  private var members: [UInt32: UInt32] = [:]
  private let upper: UpperBodies
  private let principals: Neighbours

  /// - Parameter root: the body to start from; nil for an imaginary top above all that have no
  ///   principal.
  init(_ upper: UpperBodies, _ principals: Neighbours, root: UInt32?) {
    self.upper = upper
    self.principals = principals
    let count = upper.sizes.count
    nodes = Array(repeating: Node(parent: 0, jump: 0, depth: 0), count: count + 1)
    bodies = [.max]
    bodies.reserveCapacity(count + 1)
    for rank in 0..<count { bodies.append(upper.bodies[Int(upper.seats[rank])]) }
    numberMembersOfCircles()
    let first = root.map { upper.rank[Int($0)] } ?? 0
    // Nothing below the root has a lower rank; without a rank it has nothing below it.
    for rank in Int(first)..<max(count, Int(first)) {
      if nodes[rank + 1].isCircle {
        addCircle(rank, root: root)
        continue
      }
      let range = upper.allAbove.range(of: UInt32(truncatingIfNeeded: rank))
      let body = bodies[rank + 1]
      let isTop = root.map { $0 == body } ?? principals.range(of: body).isEmpty
      if isTop {
        add(rank + 1, below: Self.top)
      } else if let parent = common(of: upper.allAbove.items, range, principalsOf: body) {
        add(rank + 1, below: parent)
      }
    }
  }

  /// The immediate dominator of a body, which may be the top; nil where the root does not reach it,
  /// and for the root itself.
  enum Immediate {
    case top
    case body(UInt32)
  }

  @inline(__always)
  func immediate(of body: UInt32, root: UInt32?) -> Immediate? {
    if body == root { return nil }
    let rank = upper.rank[Int(body)]
    let node: UInt32
    if rank != UpperBodies.noRank {
      let own = nodes[Int(rank) + 1]
      let known = own.isCircle ? nodes[Int(members[body]!)] : own
      guard known.depth > 0 else { return nil }
      node = known.parent
    } else {
      let range = principals.range(of: body)
      if range.isEmpty { return root == nil ? .top : nil }
      guard let found = common(of: upper.steps, range, principalsOf: body) else { return nil }
      node = found
    }
    return node == Self.top ? .top : .body(bodies[Int(node)])
  }

  // MARK: The tree

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
  ///
  /// - Parameter body: whose principals have these ranks: where one is of a circle, it matters which
  ///   member it is.
  @inline(__always)
  private func common(of ranks: [UInt32], _ range: Range<Int>, principalsOf body: UInt32)
    -> UInt32?
  {
    var common: UInt32?
    for index in range {
      let node = nodes[Int(ranks[index]) + 1]
      if node.isCircle { return commonWithCircles(body) }
      guard node.depth > 0 else { continue }
      common = common.map { nearest($0, ranks[index] + 1) } ?? ranks[index] + 1
    }
    return common
  }

  private func commonWithCircles(_ body: UInt32) -> UInt32? {
    var common: UInt32?
    for index in principals.range(of: body) {
      let node = node(ofPrincipal: index)
      guard nodes[Int(node)].depth > 0 else { continue }
      common = common.map { nearest($0, node) } ?? node
    }
    return common
  }

  /// The node of an item of the principals.
  private func node(ofPrincipal index: Int) -> UInt32 {
    let node = upper.steps[index] + 1
    return nodes[Int(node)].isCircle ? members[principals.items[index]]! : node
  }

  private func nearest(_ first: UInt32, _ second: UInt32) -> UInt32 {
    var (first, second) = (first, second)
    if first == second { return first }
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

  // MARK: Circles

  private mutating func numberMembersOfCircles() {
    guard upper.hasCircles else { return }
    for rank in upper.sizes.indices where upper.sizes[rank] > 1 {
      nodes[rank + 1] = .circle
      for body in circle(rank) {
        members[body] = UInt32(truncatingIfNeeded: nodes.count)
        nodes.append(Node(parent: 0, jump: 0, depth: 0))
        bodies.append(body)
      }
    }
  }

  private func circle(_ rank: Int) -> ArraySlice<UInt32> {
    upper.bodies[Int(upper.seats[rank])..<Int(upper.seats[rank] + upper.sizes[rank])]
  }

  /// Adds the members of a circle that the root reaches, or that hold it.
  private mutating func addCircle(_ rank: Int, root: UInt32?) {
    let circle = circle(rank)
    let first = members[circle[circle.startIndex]]!
    // In the graph of the circle 0 is whatever leads into it, and the members follow.
    var entered: UInt32?
    var lines = Pairs()
    for (place, body) in circle.enumerated() {
      let own = UInt32(truncatingIfNeeded: place + 1)
      var isEntry = body == root
      for index in principals.range(of: body) {
        let node = node(ofPrincipal: index)
        if Int(upper.steps[index]) == rank {
          lines.from.append(node - first + 1)
          lines.to.append(own)
        } else if nodes[Int(node)].depth > 0 {
          entered = entered.map { nearest($0, node) } ?? node
          isEntry = true
        }
      }
      if isEntry {
        lines.from.append(0)
        lines.to.append(own)
      }
    }
    let reports = Neighbours([lines], count: circle.count + 1, workers: 1)
    guard !reports[0].isEmpty else { return }
    let tree = DominatorTree(roots: [0], successors: reports, predecessors: reports.reversed)
    // Members hang from members that were added before.
    var waiting: [UInt32] = []
    for member in 1...UInt32(truncatingIfNeeded: circle.count) {
      var next = member
      while next != 0, nodes[Int(first + next - 1)].depth == 0 {
        waiting.append(next)
        next = tree.immediate[Int(next)]
      }
      while let next = waiting.popLast() {
        let above = tree.immediate[Int(next)]
        add(Int(first + next - 1), below: above == 0 ? entered ?? Self.top : first + above - 1)
      }
    }
  }
}
