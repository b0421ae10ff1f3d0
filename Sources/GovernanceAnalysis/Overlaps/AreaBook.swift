import GovernanceModel

/// Everything that a graph says of areas on one day: the zones of the vintage that holds, and how
/// they are joined to geographies that have no column of their own.
///
/// Units are tied to bodies by their ids. A geography is reached from a column by the table of
/// nestings, or by the relationships of bodies on the day: an STP footprint through the CCGs that
/// are its members. Where a body is in several, its zones are in doubt, and counted in none.
public struct AreaBook: Sendable {
  public let graph: GovernanceGraph
  public let tables: AreaTables
  public let vintage: AreaTables.Vintage
  public let zones: ZoneTable
  public let moment: Moment
  /// What doubts are settled by, where that was asked for.
  let later: Later?
  /// The vintage in whose areas catchments are recorded, where it is another.
  let catchmentZones: Later?

  /// A later vintage, whose zones say in which of several units a zone came to lie.
  struct Later: Sendable {
    let vintage: AreaTables.Vintage
    let zones: ZoneTable
    let placeOf: [String: Int]
  }

  /// - Parameters: the zones are those of the vintage.
  public init(
    _ graph: GovernanceGraph, _ tables: AreaTables, vintage: AreaTables.Vintage, zones: ZoneTable,
    at moment: Moment
  ) {
    self.init(graph, tables, vintage, zones, moment, later: nil, catchmentZones: nil)
  }

  private init(
    _ graph: GovernanceGraph, _ tables: AreaTables, _ vintage: AreaTables.Vintage,
    _ zones: ZoneTable, _ moment: Moment, later: Later?, catchmentZones: Later?
  ) {
    self.graph = graph
    self.tables = tables
    self.vintage = vintage
    self.zones = zones
    self.moment = moment
    self.later = later
    self.catchmentZones = catchmentZones
  }

  /// The same with doubts settled by where zones lie in a later vintage: an inference.
  ///
  /// - Parameters: the codes of both tables' zones must have been kept.
  public func inferring(
    from vintage: AreaTables.Vintage, zones later: ZoneTable
  ) -> AreaBook {
    AreaBook(
      graph, tables, self.vintage, zones, moment, later: matched(vintage, later),
      catchmentZones: catchmentZones)
  }

  /// The same with another vintage, in whose areas catchments are recorded.
  ///
  /// - Parameters: the codes of both tables' zones must have been kept.
  public func readingCatchments(
    in vintage: AreaTables.Vintage, zones other: ZoneTable
  ) -> AreaBook {
    AreaBook(
      graph, tables, self.vintage, zones, moment, later: later,
      catchmentZones: matched(vintage, other))
  }

  private func matched(_ vintage: AreaTables.Vintage, _ other: ZoneTable) -> Later {
    guard let ids = other.ids, zones.ids != nil else {
      preconditionFailure("The codes of zones are kept where vintages are compared.")
    }
    let places = Dictionary(
      ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return Later(vintage: vintage, zones: other, placeOf: places)
  }

  /// The ids of every geography that zones can be joined to on the day, in the order of the table.
  public var geographies: [String] {
    let known =
      tables.geographies.isEmpty ? zones.columns.map(\.geography) : tables.geographies.map(\.id)
    return known.filter { isReachable($0, from: []) }
  }

  private func isReachable(_ geography: String, from seen: Set<String>) -> Bool {
    if zones.column(geography) != nil { return true }
    guard !seen.contains(geography) else { return false }
    return parts(of: geography).contains { isReachable($0, from: seen.union([geography])) }
  }

  /// The geographies through which one can be reached in a step.
  func parts(of geography: String) -> [String] {
    var parts: [String] = []
    if let through = tables.geography(geography)?.through { parts.append(through) }
    for nesting in tables.nestings
    where nesting.wholeGeography == geography && !parts.contains(nesting.partGeography) {
      parts.append(nesting.partGeography)
    }
    return parts
  }

  /// The body whose area a unit is, or nil.
  public func body(of unit: String, in geography: String) -> BodyIndex? {
    Self.body(of: unit, in: geography, graph, tables)
  }

  /// The same, where no zones are read.
  public static func body(
    of unit: String, in geography: String, _ graph: GovernanceGraph, _ tables: AreaTables
  ) -> BodyIndex? {
    if let area = tables.areas.first(where: { $0.geography == geography && $0.id == unit }) {
      return area.organisation.flatMap(graph.body(id:))
    }
    return graph.body(id: unit)
  }

  /// The name of a unit: the area's own, else the body's on the day, else its id.
  public func name(of unit: String, in geography: String) -> String {
    area(unit, in: geography)?.name
      ?? graph.body(id: unit).map { graph.name(of: $0, at: moment) } ?? unit
  }

  private func area(_ unit: String, in geography: String) -> AreaTables.Area? {
    tables.areas.first { $0.geography == geography && $0.id == unit }
  }

  /// What the population of the vintage counts.
  public var quantity: OverlapTable.Quantity {
    guard zones.population != nil else { return .nothing }
    return .people(
      counted: vintage.populationKind ?? "people", year: vintage.populationYear ?? "not recorded")
  }
}

extension AreaBook: OverlapSource {
  /// A geography that zones cannot be joined to.
  public struct UnknownGeography: Error, Hashable {
    public let geography: String
  }

  public func overlap(from: String, to: String) throws(UnknownGeography) -> OverlapTable {
    let (first, second) = (try assignment(of: from), try assignment(of: to))
    var notes: [String] = []
    for note in first.notes + second.notes where !notes.contains(note) { notes.append(note) }
    // Looked up once for each unit: the tables are small, but areas are many.
    let names = [from, to].map { geography in
      Dictionary(
        tables.areas.lazy.filter { $0.geography == geography }.map { ($0.id, $0.name) },
        uniquingKeysWith: { first, _ in first })
    }
    func name(_ unit: String, _ areas: [String: String]) -> String {
      areas[unit] ?? graph.body(id: unit).map { graph.name(of: $0, at: moment) } ?? unit
    }
    return OverlapTable(
      first.assignment, second.assignment, population: zones.population, quantity: quantity,
      vintage: vintage.title, notes: notes,
      names: ({ name($0, names[0]) }, { name($0, names[1]) }))
  }
}
