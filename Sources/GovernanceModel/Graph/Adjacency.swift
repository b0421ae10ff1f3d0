/// The relationships of one kind at each body, in compressed form.
///
/// Where a kind has many relationships, body `b` has `items[offsets[b]..<offsets[b + 1]]`. Where it
/// has few, only the bodies that have any are listed, so that a graph with thousands of rare kinds
/// costs its relationships and not its bodies times its kinds.
package struct Adjacency: Sendable {
  private let offsets: [UInt32]
  /// The bodies that have any, ascending; nil where every body has an offset.
  private let bodies: [UInt32]?
  /// Numbers of relationships, ascending for each body.
  private let items: [UInt32]

  /// Groups some relationships by one end.
  ///
  /// - Parameters:
  ///   - members: the numbers of the relationships, ascending.
  ///   - ends: the body at the wanted end of every relationship.
  /// - Complexity: O(bodies + members), by counting; O(members · log members) where they are few.
  package init(_ members: ArraySlice<UInt32>, ends: [UInt32], bodies count: Int) {
    if members.count < count / 16 {
      self.init(few: members, ends: ends)
    } else {
      self.init(many: members, ends: ends, bodies: count)
    }
  }

  private init(few members: ArraySlice<UInt32>, ends: [UInt32]) {
    let sorted = members.sorted { (ends[Int($0)], $0) < (ends[Int($1)], $1) }
    var bodies: [UInt32] = []
    var offsets: [UInt32] = []
    for (position, row) in sorted.enumerated() where bodies.last != ends[Int(row)] {
      bodies.append(ends[Int(row)])
      offsets.append(UInt32(truncatingIfNeeded: position))
    }
    offsets.append(UInt32(truncatingIfNeeded: sorted.count))
    self.offsets = offsets
    self.bodies = bodies
    items = sorted
  }

  private init(many members: ArraySlice<UInt32>, ends: [UInt32], bodies count: Int) {
    // First how many each body has, then where its last ends; filled from the back, each offset
    // comes to stand where the body's first begins.
    var offsets = [UInt32](repeating: 0, count: count + 1)
    for row in members { offsets[Int(ends[Int(row)])] += 1 }
    var end: UInt32 = 0
    for body in 0...count {
      end += offsets[body]
      offsets[body] = end
    }
    items = [UInt32](unsafeUninitializedCapacity: members.count) { buffer, used in
      // Every place of `buffer` is written once: the offsets partition it by the counts above.
      for row in members.reversed() {
        let body = Int(ends[Int(row)])
        offsets[body] -= 1
        buffer[Int(offsets[body])] = row
      }
      used = members.count
    }
    self.offsets = offsets
    bodies = nil
  }

  package var isEmpty: Bool { items.isEmpty }

  /// The relationships at a body. Complexity: O(1), or O(log bodies) where the kind is rare.
  package subscript(body: BodyIndex) -> ArraySlice<UInt32> {
    let position: Int
    if let bodies {
      var low = 0
      var high = bodies.count
      while low < high {
        let middle = (low + high) / 2
        if bodies[middle] < body.raw { low = middle + 1 } else { high = middle }
      }
      guard low < bodies.count, bodies[low] == body.raw else { return [] }
      position = low
    } else {
      position = body.position
    }
    return items[Int(offsets[position])..<Int(offsets[position + 1])]
  }
}
