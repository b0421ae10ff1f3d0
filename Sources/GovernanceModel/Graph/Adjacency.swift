/// The relationships at each body, in compressed form: body `b` has
/// `items[offsets[b]..<offsets[b + 1]]`.
package struct Adjacency: Sendable {
  package let offsets: [UInt32]
  /// Numbers of relationships, ascending for each body.
  package let items: [UInt32]

  package static let empty = Adjacency(offsets: [], items: [])

  private init(offsets: [UInt32], items: [UInt32]) {
    self.offsets = offsets
    self.items = items
  }

  /// Groups the relationships of one kind by one end.
  ///
  /// - Complexity: O(bodies + relationships), by counting.
  package init(of kind: UInt16, kinds: [UInt16], ends: [UInt32], bodies: Int) {
    var offsets = [UInt32](repeating: 0, count: bodies + 1)
    var total = 0
    for row in kinds.indices where kinds[row] == kind {
      offsets[Int(ends[row]) + 1] += 1
      total += 1
    }
    guard total > 0 else {
      self = .empty
      return
    }
    for body in 0..<bodies { offsets[body + 1] += offsets[body] }
    var next = offsets
    let items = [UInt32](unsafeUninitializedCapacity: total) { buffer, count in
      // Every place of `buffer` is written once: the offsets partition it by the counts above.
      for row in kinds.indices where kinds[row] == kind {
        let body = Int(ends[row])
        buffer[Int(next[body])] = UInt32(truncatingIfNeeded: row)
        next[body] += 1
      }
      count = total
    }
    self.init(offsets: offsets, items: items)
  }

  package subscript(body: BodyIndex) -> ArraySlice<UInt32> {
    guard body.position + 1 < offsets.count else { return [] }
    return items[Int(offsets[body.position])..<Int(offsets[body.position + 1])]
  }
}
