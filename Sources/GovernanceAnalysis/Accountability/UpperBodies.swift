import GovernanceModel

/// The bodies that have others below them, numbered by rank from the top down, the members of a
/// circle taken as one.
///
///     parliament 0 ◀── department 1 ◀── board 2 ◀── trust          ranks; the trust has none
///
/// Most bodies of a register have nobody below. Without them what is left is small and, being
/// numbered from the top, lies together in memory, however the rows of the graph are ordered: walks
/// upwards seldom leave the processor's cache. Complexity of making it: O(V + E).
struct UpperBodies: Sendable {
  /// For each body its rank; `noRank` for one that has nobody below it. A principal's rank is lower
  /// than that of the bodies below it, unless they are in a circle together.
  let rank: [UInt32]
  static let noRank = UInt32.max
  /// How many bodies have each rank: one, or the members of a circle.
  let sizes: [UInt32]
  /// For each rank, the ranks directly above it, the deepest first.
  let allAbove: Neighbours
  /// The same without those that stand above the deepest anyway, by way of ``tree``: they add nothing
  /// to what is above.
  let above: Neighbours
  /// For each item of the principals the network was made of, its rank.
  let steps: [UInt32]
  let tree: RankTree
  /// The upper bodies by rank, the members of a circle together: those of rank `r` begin at
  /// `seats[r]`.
  let bodies: [UInt32]
  let seats: [UInt32]
  /// Whether any rank is a circle.
  let hasCircles: Bool

  init(_ upper: UpperOrder, _ principals: Neighbours) {
    let order = upper.order
    var rank = upper.places
    for (place, body) in upper.bodies.enumerated() { rank[Int(body)] = order.rank[place] }
    self.rank = rank
    steps = principals.items.map { rank[Int($0)] }
    var sizes = [UInt32](repeating: 0, count: order.count)
    for place in order.rank { sizes[Int(place)] += 1 }
    self.sizes = sizes
    bodies = order.order.map { upper.bodies[Int($0)] }
    var seats: [UInt32] = []
    seats.reserveCapacity(order.count)
    var seat: UInt32 = 0
    for size in sizes {
      seats.append(seat)
      seat += size
    }
    self.seats = seats
    hasCircles = !order.circles.isEmpty

    allAbove = Self.ranksAbove(upper.inner, order)
    tree = RankTree(allAbove)
    above = tree.withoutDetours(allAbove)
  }

  /// Adds the ranks of some principals of one body, the deepest first, without repeats and without
  /// those that stand above the deepest in the tree.
  @inline(__always)
  func appendDirect(_ range: Range<Int>, to ranks: inout [UInt32]) {
    guard var deepest = range.first.map({ steps[$0] }) else { return }
    for index in range.dropFirst() { deepest = max(deepest, steps[index]) }
    let start = ranks.count
    ranks.append(deepest)
    for index in range {
      let rank = steps[index]
      if tree.isAtOrAbove(rank, deepest) { continue }
      if !ranks[start...].contains(rank) { ranks.append(rank) }
    }
  }

  /// For each rank the ranks directly above it, the deepest first, without repeats and itself.
  private static func ranksAbove(_ inner: Neighbours, _ order: PeeledOrder) -> Neighbours {
    var offsets: [UInt32] = [0]
    var items: [UInt32] = []
    offsets.reserveCapacity(order.count + 1)
    items.reserveCapacity(inner.items.count)
    var next = 0
    for rank in 0..<UInt32(truncatingIfNeeded: order.count) {
      let start = items.count
      while next < order.order.count, order.rank[Int(order.order[next])] == rank {
        for index in inner.range(of: order.order[next]) {
          let other = order.rank[Int(inner.items[index])]
          // Complemented, so that the deepest comes first when they ascend.
          if other != rank { items.append(~other) }
        }
        next += 1
      }
      if items.count - start > 1 { items.sort(start..<items.count) }
      var kept = start
      for index in start..<items.count {
        let item = ~items[index]
        if kept == start || items[kept - 1] != item {
          items[kept] = item
          kept += 1
        }
      }
      items.removeLast(items.count - kept)
      offsets.append(UInt32(truncatingIfNeeded: items.count))
    }
    return Neighbours(offsets: offsets, items: items)
  }
}
