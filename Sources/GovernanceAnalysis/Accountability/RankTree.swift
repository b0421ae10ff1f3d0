/// The tree in which each rank hangs from the deepest rank directly above it. Whether one stands
/// above another in the tree is told by two comparisons, since what lies below a rank is numbered in
/// one run (Dietz 1982).
struct RankTree: Sendable {
  /// For each rank where its run begins, and where it ends.
  private let first: [UInt32]
  private let end: [UInt32]

  /// - Parameter above: for each rank those directly above it, lower numbers all, the deepest first.
  init(_ above: Neighbours) {
    let count = above.count
    var sizes = [UInt32](repeating: 1, count: count)
    var tops: UInt32 = 0
    for rank in (0..<count).reversed() {
      let range = above.range(of: UInt32(truncatingIfNeeded: rank))
      if range.isEmpty { continue }
      sizes[Int(above.items[range.lowerBound])] += sizes[rank]
    }
    var first = [UInt32](repeating: 0, count: count)
    var next = first
    for rank in 0..<count {
      let range = above.range(of: UInt32(truncatingIfNeeded: rank))
      if range.isEmpty {
        first[rank] = tops
        tops += sizes[rank]
      } else {
        let parent = Int(above.items[range.lowerBound])
        first[rank] = next[parent]
        next[parent] += sizes[rank]
      }
      next[rank] = first[rank] + 1
    }
    self.first = first
    for rank in 0..<count { sizes[rank] += first[rank] }
    end = sizes
  }

  /// Whether a rank is another or stands above it in the tree.
  @inline(__always)
  func isAtOrAbove(_ upper: UInt32, _ lower: UInt32) -> Bool {
    let place = first[Int(lower)]
    return first[Int(upper)] <= place && place < end[Int(upper)]
  }

  /// The same ranks without those that stand above the deepest one of their group in the tree.
  func withoutDetours(_ above: Neighbours) -> Neighbours {
    var offsets: [UInt32] = [0]
    var items: [UInt32] = []
    offsets.reserveCapacity(above.count + 1)
    items.reserveCapacity(above.items.count)
    for rank in 0..<UInt32(truncatingIfNeeded: above.count) {
      let range = above.range(of: rank)
      for index in range
      where index == range.lowerBound
        || !isAtOrAbove(above.items[index], above.items[range.lowerBound])
      {
        items.append(above.items[index])
      }
      offsets.append(UInt32(truncatingIfNeeded: items.count))
    }
    return Neighbours(offsets: offsets, items: items)
  }
}
