import GovernanceModel

/// A unit of a geography to whose body another body belongs or answers.
public struct AreaTie: Hashable, Sendable {
  /// The id of the unit.
  public let unit: String
  /// The rows that say so, from the body upward.
  public let rows: [Relationship]
}

extension AreaBook {
  /// For each body the units of a geography in which it is accountable: whose bodies it is a member or
  /// part of, answers to or is overseen by, and those of which these are a part.
  ///
  ///     trust ──member-of──▶ STP footprint        of geography stp
  ///     trust ◀──oversees── local office ──part-of──▶ region     of geographies local-office, region
  ///
  /// - Returns: by unit id; an empty closure where zones cannot be joined to the geography.
  public func ties(to geography: String) -> (BodyIndex) -> [AreaTie] {
    let units = joinedZones(geography)?.assignment.units ?? []
    var unitOf: [BodyIndex: String] = [:]
    for unit in units {
      if let body = body(of: unit, in: geography) { unitOf[body] = unit }
    }
    return { [graph, moment] body in
      var found: [String: [Relationship]] = [:]
      var seen: Set<BodyIndex> = [body]
      func climb(_ rows: [Relationship], to above: BodyIndex) {
        guard seen.insert(above).inserted else { return }
        if let unit = unitOf[above], found[unit] == nil { found[unit] = rows }
        for row in graph.relationships(from: above, kind: .partOf, at: moment) {
          climb(rows + [row], to: row.to)
        }
      }
      for kind in [RelationshipKind.memberOf, .partOf, .accountableTo] {
        for row in graph.relationships(from: body, kind: kind, at: moment) {
          climb([row], to: row.to)
        }
      }
      for row in graph.relationships(to: body, kind: .oversees, at: moment) {
        climb([row], to: row.from)
      }
      return found.sorted { $0.key < $1.key }.map { AreaTie(unit: $0.key, rows: $0.value) }
    }
  }

  /// Whether half of the zones or more lie in a unit of a geography.
  ///
  /// - Complexity: O(zones).
  public func isMostlyCovered(by geography: String) -> Bool {
    guard let places = joinedZones(geography)?.assignment.places else { return false }
    return 2 * places.count { $0 != ZoneTable.none } >= places.count
  }

  /// The geography that an answer about footprints is of when none is named: of those whose areas are
  /// bodies' the first that has members beside the areas that it is made of; nil where there is none.
  ///
  /// A footprint has trusts and councils for members; a combined authority has the councils alone whose
  /// areas are its own.
  public var usualFootprints: String? {
    geographies.first { geography in
      guard let row = tables.geography(geography), row.kind != nil else { return false }
      let made = Set(row.through.map { bodies(of: $0) } ?? [])
      return bodies(of: geography).contains { body in
        graph.relationships(to: body, kind: .memberOf, at: moment).contains {
          !made.contains($0.from)
        }
      }
    }
  }

  /// The geography that such an answer can be of where nobody is recorded as a member: of those whose
  /// areas are bodies' the first that has others as parts; nil where there is none.
  public var footprintsByParts: String? {
    geographies.first { geography in
      tables.geography(geography)?.kind != nil
        && bodies(of: geography).contains { body in
          graph.relationships(to: body, kind: .partOf, at: moment).contains {
            graph.isOpen($0.from, at: moment)
          }
        }
    }
  }

  private func bodies(of geography: String) -> [BodyIndex] {
    (joinedZones(geography)?.assignment.units ?? []).compactMap { body(of: $0, in: geography) }
  }
}
