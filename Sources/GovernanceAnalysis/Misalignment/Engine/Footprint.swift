import GovernanceModel

/// A body in which others plan together: it is led, or may be, and has members.
struct Footprint: Sendable {
  struct Member: Sendable {
    let body: BodyIndex
    let row: RelationshipIndex
  }

  let body: BodyIndex
  /// By id, each once.
  let members: [Member]

  var bodies: [BodyIndex] { members.map(\.body) }
}

extension GovernanceGraph {
  /// The footprints at a moment, by id.
  ///
  /// A footprint is a body with members, of a kind of which some body is led by another; in a graph
  /// that says of nobody who leads it, every body with two members or more.
  ///
  /// - Complexity: O(E + members · log members).
  func footprints(at moment: Moment, isOpen: [Bool]) -> [Footprint] {
    let always = [Bool](repeating: true, count: bodyCount)
    var ledKinds: Set<KindIndex> = []
    forEachLine(of: .leads, at: .anyTime, open: always) { _, _, to in
      ledKinds.insert(kind(of: BodyIndex(raw: to), at: moment))
    }
    var rows: [UInt32: [UInt32: RelationshipIndex]] = [:]
    forEachLine(of: .memberOf, at: moment, open: isOpen) { row, from, to in
      guard from != to,
        ledKinds.isEmpty || ledKinds.contains(kind(of: BodyIndex(raw: to), at: moment))
      else { return }
      let row = RelationshipIndex(row)
      // Of several rows for one membership the one with the better grade speaks for it.
      if let known = rows[to]?[from], rank(known) <= rank(row) { return }
      rows[to, default: [:]][from] = row
    }
    return rows.compactMap { body, members -> Footprint? in
      guard !ledKinds.isEmpty || members.count > 1 else { return nil }
      return Footprint(
        body: BodyIndex(raw: body),
        members: members.map { (id(of: BodyIndex(raw: $0.key)), $0) }.sorted { $0.0 < $1.0 }
          .map { Footprint.Member(body: BodyIndex(raw: $0.1.key), row: $0.1.value) })
    }.map { (id(of: $0.body), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func rank(_ row: RelationshipIndex) -> UInt8 { grade(of: row)?.rawValue ?? .max }
}
