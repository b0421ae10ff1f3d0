import GovernanceModel

/// The rows of a kind of relationship, or of narrower ones, that hold at a moment between open
/// bodies and rest on a wanted basis: the columns that decide it, side by side, so that a pass over
/// millions of rows costs a few looks at each.
struct HeldRows: Sendable {
  let count: Int
  let from: [UInt32]
  let to: [UInt32]
  private let kind: [UInt16]
  private let isWanted: [Bool]
  /// The day that is asked for, as `yyyymmdd`; nil for regardless of dates.
  private let day: Int32?
  private let start: [Int32]
  private let end: [Int32]
  private let isOpen: [Bool]
  private let basis: [UInt8]
  private let followed: Basis?

  /// - Parameters:
  ///   - isOpen: whether each body is open at the moment.
  ///   - basis: the bases of which a row rests on one, unless its own is not recorded; nil for any.
  init(
    of kind: RelationshipKind, in graph: GovernanceGraph, at moment: Moment, open isOpen: [Bool],
    basis: Basis?
  ) {
    count = graph.rows.count
    from = graph.rows.from
    to = graph.rows.to
    self.kind = graph.rows.kind
    var isWanted = [Bool](repeating: false, count: graph.relationshipKinds.kinds.count)
    for position in graph.positions(of: kind) { isWanted[position] = true }
    self.isWanted = isWanted
    day = moment.date?.firstDay
    start = graph.rows.start.firstRows
    end = graph.rows.end.firstRows
    self.isOpen = isOpen
    self.basis = graph.rows.basis.firstRows
    followed = basis
  }

  /// Visits the rows of a range that hold, ascending.
  @inline(__always)
  func forEach(in range: Range<Int>, _ visit: (_ row: Int, _ from: UInt32, _ to: UInt32) -> Void) {
    for row in range where isWanted[Int(kind[row])] {
      guard rests(row), isHeld(row) else { continue }
      visit(row, from[row], to[row])
    }
  }

  @inline(__always)
  private func rests(_ row: Int) -> Bool {
    guard let followed, row < basis.count else { return true }
    return Basis(rawValue: basis[row]).isFollowed(by: followed)
  }

  @inline(__always)
  private func isHeld(_ row: Int) -> Bool {
    guard let day else { return true }
    if row < start.count, start[row] != 0, PartialDate(packed: start[row]).firstDay > day {
      return false
    }
    if row < end.count, end[row] != 0, PartialDate(packed: end[row]).endDay <= day { return false }
    return isOpen[Int(from[row])] && isOpen[Int(to[row])]
  }

  /// Makes a result of each of some runs of rows, on several threads, in the order of the rows.
  func inRuns<Result: Sendable>(
    workers: Int = Parallel.workers, _ produce: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let runs = runs(of: count, workers: workers)
    var results: [Result] = []
    results.reserveCapacity(runs.count)
    Parallel.inOrder(runs.count, workers: workers) {
      produce(runs[$0])
    } consume: { _, result in
      results.append(result)
    }
    return results
  }

  /// The two ends of every row that holds, in runs, in order.
  func pairs(workers: Int = Parallel.workers) -> [Pairs] {
    inRuns(workers: workers) { range in
      var pairs = Pairs()
      pairs.from.reserveCapacity(range.count)
      pairs.to.reserveCapacity(range.count)
      forEach(in: range) { _, from, to in
        pairs.from.append(from)
        pairs.to.append(to)
      }
      return pairs
    }
  }
}

/// Pairs of nodes, a column for each end.
struct Pairs: Sendable {
  var from: [UInt32] = []
  var to: [UInt32] = []
}

/// Numbers from 0 in as many runs of like length as there are workers, or in one where they are few.
func runs(of count: Int, workers: Int) -> [Range<Int>] {
  let pieces = count < 4096 ? 1 : max(1, workers)
  return (0..<pieces).map { count * $0 / pieces..<count * ($0 + 1) / pieces }
}
