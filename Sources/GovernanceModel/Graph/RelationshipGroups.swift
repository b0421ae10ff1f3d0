/// The relationships at each body, by kind: those from it and those to it.
///
/// Questions about one body begin here; those about all bodies go through the columns, so that a
/// graph makes its groups only when it is first asked about a body.
struct RelationshipGroups: Sendable {
  /// By position of the relationship kind.
  let outgoing: [Adjacency]
  let incoming: [Adjacency]

  /// - Complexity: O(V + E), shared out among threads.
  init(_ rows: RelationshipColumns, kinds: Int, bodies: Int) {
    let (members, starts) = Self.rowsByKind(rows.kind, count: kinds)
    let (from, to) = (rows.from, rows.to)
    var made: [Adjacency] = []
    made.reserveCapacity(kinds * 2)
    // A small graph is grouped before another thread has begun.
    let workers = rows.count < 20_000 ? 1 : Parallel.workers
    Parallel.inOrder(kinds * 2, workers: workers) { piece in
      Adjacency(
        members[starts[piece / 2]..<starts[piece / 2 + 1]], ends: piece % 2 == 0 ? from : to,
        bodies: bodies)
    } consume: { _, adjacency in
      made.append(adjacency)
    }
    outgoing = stride(from: 0, to: made.count, by: 2).map { made[$0] }
    incoming = stride(from: 1, to: made.count, by: 2).map { made[$0] }
  }

  /// The numbers of the relationships, ascending for each kind, and where those of a kind begin.
  private static func rowsByKind(_ kinds: [UInt16], count: Int) -> (
    rows: [UInt32], starts: [Int]
  ) {
    var starts = [Int](repeating: 0, count: count + 1)
    for kind in kinds { starts[Int(kind) + 1] += 1 }
    for kind in 0..<count { starts[kind + 1] += starts[kind] }
    var next = starts
    let order = [UInt32](unsafeUninitializedCapacity: kinds.count) { order, used in
      // Every place of `order` is written once: the starts partition it by the counts above.
      for (row, kind) in kinds.enumerated() {
        order[next[Int(kind)]] = UInt32(truncatingIfNeeded: row)
        next[Int(kind)] += 1
      }
      used = kinds.count
    }
    return (order, starts)
  }
}
