import GovernanceModel

/// Where the people whom a body serves live, by the units of a geography: a modelled figure.
public struct CatchmentShares: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    /// The id of the unit.
    public let unit: String
    /// Its share of the body's people, 0 to 1.
    public let share: Double
  }

  public let geography: String
  /// The largest first, then by id.
  public let parts: [Part]
  /// The share that lies in one of several units, nobody says in which.
  public let undetermined: Double
  /// Where the shares were read.
  public let evidence: [Evidence]

  /// The share that some units have together.
  public func share(of units: Set<String>) -> Double {
    parts.filter { units.contains($0.unit) }.reduce(0) { $0 + $1.share }
  }
}

extension AreaBook {
  /// The vintage whose areas the catchments are recorded in: the one with most of them.
  ///
  /// - Parameter columns: the zones of each vintage.
  public static func catchmentVintage(
    _ tables: AreaTables, zones: [(vintage: AreaTables.Vintage, zones: ZoneTable)]
  ) -> Int? {
    guard let geography = tables.catchments.first?.geography else { return nil }
    let areas = Set(tables.catchments.lazy.filter { $0.geography == geography }.map(\.area))
    let counts = zones.map { areas.intersection($0.zones.column(geography)?.units ?? []).count }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most)
  }

  /// The zones of this vintage by the areas in which catchments are recorded, as another vintage has
  /// them: nil where there are none, or codes of zones were not kept.
  private var catchmentAreas: ZoneAssignment? {
    guard let geography = tables.catchments.first?.geography else { return nil }
    guard let other = catchmentZones, let column = other.zones.column(geography),
      let ids = zones.ids
    else { return zones.column(geography).map(ZoneAssignment.init) }
    return ZoneAssignment(
      geography: geography, units: column.units,
      places: ids.map { id in
        other.placeOf[id].map { column.unitOfZone[$0] } ?? ZoneTable.none
      })
  }

  /// Where the people of every body with a catchment live, by the units of a geography.
  ///
  /// The shares by area are spread over the units in which the area's people live: a patient of a
  /// trust is taken to live as any other inhabitant of the area does. What comes out is an estimate.
  ///
  /// - Returns: by the body's id; empty where there are no catchments.
  /// - Complexity: O(zones + catchments · units of an area).
  public func catchments(by geography: String) -> [String: CatchmentShares] {
    guard let areas = catchmentAreas, let target = joinedZones(geography)?.assignment else {
      return [:]
    }
    let table = OverlapTable(areas, target, population: zones.population, quantity: quantity)
    let parts = table.parts(of: .from)
    let positions = Dictionary(
      table.from.units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var shares: [String: [Int: Double]] = [:]
    var doubts: [String: Double] = [:]
    var evidence: [String: [Evidence]] = [:]
    for row in tables.catchments where row.geography == areas.geography {
      guard let area = positions[row.area] else { continue }
      let unit = table.from.units[area]
      if unit.undetermined != .nothing, unit.total.amount > 0 {
        doubts[row.organisation, default: 0] +=
          row.share * unit.undetermined.amount / unit.total.amount
      }
      for pair in parts[area] {
        shares[row.organisation, default: [:]][pair.to, default: 0] +=
          row.share * table.share(pair, of: .from)
      }
      if !(evidence[row.organisation] ?? []).contains(row.evidence) {
        evidence[row.organisation, default: []].append(row.evidence)
      }
    }
    return Dictionary(
      uniqueKeysWithValues: evidence.keys.map { body in
        let shares = shares[body] ?? [:]
        let parts = shares.map {
          CatchmentShares.Part(unit: table.to.units[$0.key].id, share: $0.value)
        }.sorted { $0.share != $1.share ? $0.share > $1.share : $0.unit < $1.unit }
        return (
          body,
          CatchmentShares(
            geography: geography, parts: parts, undetermined: doubts[body] ?? 0,
            evidence: evidence[body] ?? [])
        )
      })
  }
}
