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

  /// Groups some relationships by one end.
  ///
  /// - Parameters:
  ///   - members: the numbers of the relationships, ascending.
  ///   - ends: the body at the wanted end of every relationship.
  /// - Complexity: O(bodies + members), by counting.
  package init(_ members: [UInt32], ends: [UInt32], bodies: Int) {
    guard !members.isEmpty else {
      self = .empty
      return
    }
    var offsets = [UInt32](repeating: 0, count: bodies + 1)
    for row in members { offsets[Int(ends[Int(row)]) + 1] += 1 }
    for body in 0..<bodies { offsets[body + 1] += offsets[body] }
    var next = offsets
    let items = [UInt32](unsafeUninitializedCapacity: members.count) { buffer, count in
      // Every place of `buffer` is written once: the offsets partition it by the counts above.
      for row in members {
        let body = Int(ends[Int(row)])
        buffer[Int(next[body])] = row
        next[body] += 1
      }
      count = members.count
    }
    self.init(offsets: offsets, items: items)
  }

  package subscript(body: BodyIndex) -> ArraySlice<UInt32> {
    guard body.position + 1 < offsets.count else { return [] }
    return items[Int(offsets[body.position])..<Int(offsets[body.position + 1])]
  }
}
