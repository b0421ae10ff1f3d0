extension GovernanceGraph {
  /// Whether each body is open at a moment. Complexity: O(V).
  package func openBodies(at moment: Moment) -> [Bool] {
    guard let date = moment.date else { return Array(repeating: true, count: bodyCount) }
    let day = date.firstDay
    return (0..<bodyCount).map { row in
      let opened = bodies.opened[row]
      let closed = bodies.closed[row]
      return (opened == 0 || PartialDate(packed: opened).firstDay <= day)
        && (closed == 0 || day < PartialDate(packed: closed).endDay)
    }
  }

  /// Visits the relationships of a kind, or a narrower one, that hold at a moment between bodies
  /// that are open, in order of their numbers. Complexity: O(E).
  ///
  /// - Parameter open: whether each body is open at the moment.
  package func forEachLine(
    of kind: RelationshipKind, at moment: Moment, open: [Bool],
    _ visit: (_ row: Int, _ from: UInt32, _ to: UInt32) -> Void
  ) {
    var wanted = [Bool](repeating: false, count: relationshipKinds.kinds.count)
    for position in positions(of: kind) { wanted[position] = true }
    let day = moment.date?.firstDay
    for row in 0..<rows.count where wanted[Int(rows.kind[row])] {
      if let day {
        let start = rows.start[row]
        let end = rows.end[row]
        guard start == 0 || PartialDate(packed: start).firstDay <= day,
          end == 0 || day < PartialDate(packed: end).endDay, open[Int(rows.from[row])],
          open[Int(rows.to[row])]
        else { continue }
      }
      visit(row, rows.from[row], rows.to[row])
    }
  }

  package func basis(ofRow row: Int) -> Basis { Basis(rawValue: rows.basis[row]) }
}
