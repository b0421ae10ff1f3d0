import GovernanceModel

/// The zones of a geography, with what a reader has to know of how they came to it.
package struct JoinedZones: Sendable {
  package let assignment: ZoneAssignment
  package let notes: [String]
  /// What the joins rest on.
  package let evidence: [Evidence]
  /// The units of the geographies passed through that are in no unit of the next.
  package let unjoined: [Unjoined]

  /// Where several geographies lead to one, a zone lies where the first says that knows it.
  ///
  /// Units of a part that are in none are no gap then: what they lack may stand in the other part.
  fileprivate func filled(from other: JoinedZones) -> JoinedZones {
    JoinedZones(
      assignment: assignment.filled(from: other.assignment), notes: notes + other.notes,
      evidence: evidence + other.evidence, unjoined: [])
  }

  /// Units that a step found nothing for.
  package struct Unjoined: Hashable, Sendable {
    package let geography: String
    package let units: [String]
    package let to: String
  }
}

extension AreaBook {
  /// The unit of a geography that each zone lies in.
  ///
  /// - Complexity: O(zones + units · their relationships), for each step of the way.
  package func assignment(of geography: String) throws(UnknownGeography) -> JoinedZones {
    guard let zones = assignment(of: geography, seen: []) else {
      throw UnknownGeography(geography: geography)
    }
    return zones
  }

  /// The same; nil where zones cannot be joined to it.
  package func joinedZones(_ geography: String) -> JoinedZones? {
    assignment(of: geography, seen: [])
  }

  private func assignment(of geography: String, seen: Set<String>) -> JoinedZones? {
    if let column = zones.column(geography) {
      return JoinedZones(
        assignment: ZoneAssignment(column), notes: [], evidence: [], unjoined: [])
    }
    guard !seen.contains(geography) else { return nil }
    var joined: JoinedZones?
    for part in parts(of: geography) {
      guard let parts = assignment(of: part, seen: seen.union([geography])) else { continue }
      let next = join(parts, to: geography)
      joined = joined.map { $0.filled(from: next) } ?? next
    }
    return joined
  }

  private func join(_ parts: JoinedZones, to geography: String) -> JoinedZones {
    let part = parts.assignment.geography
    let wholes = wholes(of: parts.assignment.units, in: part, of: geography)
    let units = Set(wholes.flatMap { $0.units }).sorted()
    let positions = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1, $0) })
    var doubts: [ZoneAssignment.Doubt] = []
    /// Where a zone lies whose part is one of these.
    func place(_ candidates: [Int], _ through: () -> String) -> UInt32 {
      let found = Set(candidates.flatMap { wholes[$0].units }).sorted()
      let isPartlyNowhere = candidates.contains { wholes[$0].units.isEmpty }
      if found.isEmpty { return ZoneTable.none }
      if found.count == 1, !isPartlyNowhere { return UInt32(positions[found[0]]!) }
      doubts.append(
        ZoneAssignment.Doubt(candidates: found.map { positions[$0]! }, through: through()))
      return UInt32(units.count + doubts.count - 1)
    }
    var places = parts.assignment.units.indices.map { unit in
      place([unit]) {
        let id = parts.assignment.units[unit]
        return "\(name(of: id, in: part)) (\(id))"
      }
    }
    places += parts.assignment.doubts.map { doubt in place(doubt.candidates) { doubt.through } }
    let joined = ZoneAssignment(
      geography: geography, units: units, doubts: doubts,
      places: parts.assignment.places.map {
        $0 == ZoneTable.none ? ZoneTable.none : places[Int($0)]
      })
    let (settled, settling) = settle(joined)
    let nowhere = parts.assignment.units.indices.filter { wholes[$0].units.isEmpty }
    return JoinedZones(
      assignment: settled,
      notes: parts.notes + [self.note(on: wholes, from: part, to: geography)] + settling,
      evidence: parts.evidence + wholes.flatMap(\.evidence),
      unjoined: parts.unjoined
        + (nowhere.isEmpty
          ? []
          : [
            JoinedZones.Unjoined(
              geography: part, units: nowhere.map { parts.assignment.units[$0] }, to: geography)
          ]))
  }

  /// In which units of a geography one unit lies, and what says so.
  private struct Wholes {
    var units: Set<String> = []
    var evidence: [Evidence] = []
  }

  private func wholes(of units: [String], in part: String, of geography: String) -> [Wholes] {
    if let row = tables.geography(geography), row.through == part, let relation = row.relation,
      let kind = row.kind.flatMap({ graph.bodyKinds.index(of: $0) })
    {
      return units.map { wholes(of: $0, in: part, by: relation, kind) }
    }
    var found: [String: Wholes] = [:]
    for nesting in tables.nestings
    where nesting.wholeGeography == geography && nesting.partGeography == part
      && nesting.period.holds(at: moment)
    {
      found[nesting.part, default: Wholes()].units.insert(nesting.whole)
      found[nesting.part]!.evidence.append(nesting.evidence)
    }
    return units.map { found[$0] ?? Wholes() }
  }

  /// The bodies of a kind that a unit's body is related to on the day.
  private func wholes(
    of unit: String, in part: String, by relation: RelationshipKind, _ kind: KindIndex
  ) -> Wholes {
    guard let body = body(of: unit, in: part) else { return Wholes() }
    let isBelow = relation == .oversees
    let rows =
      isBelow
      ? graph.relationships(to: body, kind: relation, at: moment)
      : graph.relationships(from: body, kind: relation, at: moment)
    var wholes = Wholes()
    for row in rows {
      let whole = isBelow ? row.from : row.to
      guard graph.bodyKinds.kind(graph.kind(of: whole, at: moment), isA: kind) else { continue }
      wholes.units.insert(graph.id(of: whole))
      wholes.evidence.append(row.evidence)
    }
    return wholes
  }

  private func note(on wholes: [Wholes], from part: String, to geography: String) -> String {
    let grades = wholes.flatMap(\.evidence).map(\.grade)
    let counts = (EvidenceGrade.allCases.map(Optional.some) + [nil]).compactMap { grade in
      let count = grades.count { $0 == grade }
      return count == 0 ? nil : "\(count) \(grade?.word ?? "without a grade")"
    }
    let row = tables.geography(geography)
    let means =
      row?.through == part && row?.relation != nil
      ? "relationships '\(row!.relation!.rawValue)' on the date" : "the table of nestings"
    return "\(geography) is joined through \(part) by \(means): "
      + (counts.isEmpty ? "none" : counts.joined(separator: ", "))
  }

  /// Doubts settled by the later vintage, as far as it says one of the candidates.
  private func settle(_ joined: ZoneAssignment) -> (ZoneAssignment, [String]) {
    guard let later, !joined.doubts.isEmpty, let ids = zones.ids else { return (joined, []) }
    let book = AreaBook(
      graph, tables, vintage: later.vintage, zones: later.zones,
      at: later.vintage.period.start.map(Moment.date) ?? moment)
    guard let next = book.assignment(of: joined.geography, seen: [])?.assignment else {
      return (joined, [])
    }
    var places = joined.places
    var settled = (zones: 0, people: 0)
    for zone in places.indices where places[zone] != ZoneTable.none {
      let place = Int(places[zone])
      guard place >= joined.units.count, let other = later.placeOf[ids[zone]] else { continue }
      let nextPlace = Int(next.places[other])
      guard nextPlace < next.units.count else { continue }
      let unit = next.units[nextPlace]
      let candidates = joined.doubts[place - joined.units.count].candidates
      guard let match = candidates.first(where: { joined.units[$0] == unit }) else { continue }
      places[zone] = UInt32(match)
      settled.zones += 1
      settled.people += zones.population.map { Int($0[zone]) } ?? 0
    }
    guard settled.zones > 0 else { return (joined, []) }
    return (
      ZoneAssignment(
        geography: joined.geography, units: joined.units, doubts: joined.doubts, places: places),
      [
        "inferred: \(settled.zones) zones with \(settled.people) people are put where they lie in "
          + "\(later.vintage.title)"
      ]
    )
  }
}
