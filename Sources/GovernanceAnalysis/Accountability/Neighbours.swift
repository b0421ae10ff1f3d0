import GovernanceModel

/// The neighbours of each of a number of nodes, in compressed form: ascending and without repeats.
package struct Neighbours: Sendable {
  package let offsets: [UInt32]
  package let items: [UInt32]

  /// Groups pairs by their first part. Complexity: O(V + E) and the sorting of each group.
  package init(from: [UInt32], to: [UInt32], count: Int) {
    self.init([Pairs(from: from, to: to)], count: count)
  }

  /// Groups pairs by their first part, the nodes shared out in ranges among threads.
  init(_ pairs: [Pairs], count: Int, workers: Int = Parallel.workers) {
    let ranges = runs(of: count, workers: workers)
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(count + 1)
    var items: [UInt32] = []
    Parallel.inOrder(ranges.count, workers: workers) { piece in
      Self.grouped(pairs, of: ranges[piece])
    } consume: { piece, group in
      if items.isEmpty {
        items = group.items
      } else {
        items += group.items
      }
      let before = offsets[ranges[piece].lowerBound]
      offsets += group.ends.lazy.map { before + $0 }
    }
    self.offsets = offsets
    self.items = items
  }

  init(offsets: [UInt32], items: [UInt32]) {
    self.offsets = offsets
    self.items = items
  }

  /// The neighbours of some nodes, by counting, and where those of each end. Every thread looks at
  /// all pairs, which are read in order, and goes astray only among its own nodes.
  private static func grouped(_ pairs: [Pairs], of nodes: Range<Int>) -> (
    ends: [UInt32], items: [UInt32]
  ) {
    let first = UInt32(truncatingIfNeeded: nodes.lowerBound)
    let count = nodes.count
    // Pairs of other nodes are counted in the last place: a guess at a branch would often be wrong.
    var next = [UInt32](repeating: 0, count: count + 2)
    for run in pairs {
      for node in run.from { next[min(Int(node &- first), count) + 1] &+= 1 }
    }
    for node in 0..<count { next[node + 1] += next[node] }
    let total = Int(next[count])
    next[count] = UInt32(truncatingIfNeeded: total)
    // One place more than needed, where pairs of other nodes are written over each other.
    var items = [UInt32](repeating: 0, count: total + 1)
    for run in pairs {
      for index in run.from.indices {
        let place = min(Int(run.from[index] &- first), count)
        let target = next[place]
        items[Int(target)] = run.to[index]
        next[place] = target &+ (place < count ? 1 : 0)
      }
    }
    // Now `next` holds where each group ends. Repeats are left out while the groups move together.
    var kept = 0
    var start = 0
    for node in 0..<count {
      let end = Int(next[node])
      if end - start > 1 { items.sort(start..<end) }
      let begin = kept
      for index in start..<end where kept == begin || items[kept - 1] != items[index] {
        items[kept] = items[index]
        kept += 1
      }
      start = end
      next[node] = UInt32(truncatingIfNeeded: kept)
    }
    next.removeLast(2)
    items.removeLast(items.count - kept)
    return (next, items)
  }

  /// The same pairs the other way round. Complexity: O(V + E), without sorting.
  package var reversed: Neighbours {
    var offsets = [UInt32](repeating: 0, count: count + 1)
    for node in items { offsets[Int(node) + 1] += 1 }
    for node in 0..<count { offsets[node + 1] += offsets[node] }
    var next = offsets
    var reversed = [UInt32](repeating: 0, count: items.count)
    for node in 0..<UInt32(truncatingIfNeeded: count) {
      for index in range(of: node) {
        let other = Int(items[index])
        reversed[Int(next[other])] = node
        next[other] += 1
      }
    }
    return Neighbours(offsets: offsets, items: reversed)
  }

  /// The neighbours that some nodes have among each other, all by their places. Complexity: that of
  /// the nodes and their neighbours.
  ///
  /// - Parameters:
  ///   - nodes: ascending.
  ///   - places: for each node of the graph its place among them; the largest number for any other.
  func among(_ nodes: [UInt32], _ places: [UInt32]) -> Neighbours {
    var offsets: [UInt32] = [0]
    var items: [UInt32] = []
    offsets.reserveCapacity(nodes.count + 1)
    items.reserveCapacity(2 * nodes.count)
    for node in nodes {
      for index in range(of: node) {
        let place = places[Int(self.items[index])]
        if place != .max { items.append(place) }
      }
      offsets.append(UInt32(truncatingIfNeeded: items.count))
    }
    return Neighbours(offsets: offsets, items: items)
  }

  /// For each node, of how many it is a neighbour. Complexity: O(V + E).
  var timesNamed: [UInt32] {
    var counts = [UInt32](repeating: 0, count: count)
    for node in items { counts[Int(node)] += 1 }
    return counts
  }

  package subscript(node: UInt32) -> ArraySlice<UInt32> { items[range(of: node)] }

  @inline(__always)
  package func range(of node: UInt32) -> Range<Int> {
    Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])
  }

  package var count: Int { offsets.count - 1 }
}

extension Array where Element: Comparable {
  /// Sorts some of the elements in place: a few by insertion, which most groups are, and more
  /// without the copy that sorting a slice would make.
  @inline(__always)
  mutating func sort(_ range: Range<Int>) {
    if range.count > 12 {
      withUnsafeMutableBufferPointer { $0[range].sort() }  // Safe: the range lies in the array.
      return
    }
    for index in range.dropFirst() {
      let item = self[index]
      var place = index
      while place > range.lowerBound, self[place - 1] > item {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = item
    }
  }
}
