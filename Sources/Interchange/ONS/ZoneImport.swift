import GovernanceModel
import GraphFiles

/// A vintage of zones made from a lookup of the Office for National Statistics as it was published,
/// with what joined and what did not.
///
/// An area that is a body's has the body's id, found by its code on the first day; any other has its
/// own code.
public struct ZoneImport: Sendable {
  /// What is known of the files besides what stands in them.
  public struct Request: Sendable {
    public var id: String
    public var title: String
    public var period: Period
    public var populationKind: String?
    public var populationYear: String?
    public var source: String?

    public init(
      id: String, title: String, period: Period, populationKind: String?, populationYear: String?,
      source: String?
    ) {
      self.id = id
      self.title = title
      self.period = period
      self.populationKind = populationKind
      self.populationYear = populationYear
      self.source = source
    }
  }

  /// How the areas of one geography were tied to bodies.
  public struct Tie: Hashable, Sendable {
    public let column: String
    public let geography: String
    public let areas: Int
    /// The codes that are no body's, of a geography whose areas are bodies'.
    public let unknown: [String]
    public let isOfBodies: Bool
    public let isNew: Bool
  }

  /// How the population joined.
  public struct PopulationJoin: Hashable, Sendable {
    public let people: Int
    /// Zones of the lookup without a population, which count as 0.
    public let without: Int
    /// Zones of the population that the lookup does not have, and their people.
    public let lostZones: Int
    public let lostPeople: Int
  }

  public let request: Request
  public let zoneColumn: String
  public let zones: Int
  public let ties: [Tie]
  /// Columns of a sort of which the file has one of a later year: these are not the vintage's.
  public let leftOut: [String]
  public let population: PopulationJoin?
  private let files: [(table: AreaTableName, columns: [String], rows: [[String]])]

  /// - Throws: `FileError` when a file cannot be read, has no column of small areas, has a zone
  ///   twice, or has a population that is no whole number.
  /// - Complexity: O(cells + bodies).
  public init(
    lookup path: String, population populationPath: String?, populationColumn: String?,
    into graph: GovernanceGraph, _ tables: AreaTables, _ request: Request
  ) throws(FileError) {
    self.request = request
    let lookup = try ONSLookup.read(path: path)
    guard let zone = Self.zone(of: lookup) else {
      throw FileError([
        Diagnostic(
          id: "no-small-areas", position: SourcePosition(path: path),
          summary: "no column holds the codes of small areas",
          cure: "import a lookup from LSOA or OA, with headers such as 'LSOA11CD'")
      ])
    }
    zoneColumn = zone.description
    let codes = lookup.rows(of: zone)
    let people = try populationPath.map { path throws(FileError) in
      try PopulationFile(path: path, column: populationColumn)
    }
    var ties: [Tie] = []
    var columns: [(geography: String, ids: [String])] = []
    var areas: [[String]] = []
    var geographies: [[String]] = []
    var leftOut: [String] = []
    for geography in lookup.geographies where geography != zone {
      let id = geography.graphID
      // Two columns of one sort in one file are of two years: the later one is the vintage's.
      guard
        !lookup.geographies.contains(where: {
          $0.graphID == id && $0 != zone && $0.year > geography.year
        }), !columns.contains(where: { $0.geography == id })
      else {
        leftOut.append(geography.description)
        continue
      }
      let row = tables.geography(id)
      let units = lookup.units(of: geography)
      let bodies = BodyCodes(graph, kind: row?.kind, at: request.period.start).ids(of: units)
      var unitIDs: [String: String] = [:]
      var unknown: [String] = []
      for unit in units {
        let known = bodies[unit.code]
        unitIDs[unit.code] = known ?? unit.code
        guard known == nil else { continue }
        if row?.kind != nil { unknown.append(unit.code) }
        if !tables.areas.contains(where: { $0.geography == id && $0.id == unit.code }) {
          areas.append([
            id, unit.code, unit.name.isEmpty ? unit.code : unit.name,
            row?.kind == nil && graph.body(id: unit.code) != nil ? unit.code : "",
            request.source ?? "", "",
          ])
        }
      }
      if row == nil { geographies.append([id, id, id, request.source ?? ""]) }
      columns.append((id, lookup.rows(of: geography).map { $0.flatMap { unitIDs[$0.code] } ?? "" }))
      ties.append(
        Tie(
          column: geography.description, geography: id, areas: units.count, unknown: unknown,
          isOfBodies: row?.kind != nil, isNew: row == nil))
    }
    self.ties = ties
    self.leftOut = leftOut
    let order = codes.indices.filter { codes[$0] != nil }
      .sorted { codes[$0]!.code < codes[$1]!.code }
    try Self.checkRepeats(order.map { codes[$0]!.code }, path)
    zones = order.count
    population = people.map { people in
      let zones = Set(order.map { codes[$0]!.code })
      let lost = people.counts.filter { !zones.contains($0.key) }
      return PopulationJoin(
        people: zones.reduce(0) { $0 + (people.counts[$1] ?? 0) },
        without: zones.count { people.counts[$0] == nil }, lostZones: lost.count,
        lostPeople: lost.reduce(0) { $0 + $1.value })
    }
    let rows = order.map { index -> [String] in
      let code = codes[index]!.code
      return [code] + (people.map { [String($0.counts[code] ?? 0)] } ?? [])
        + columns.map { $0.ids[index] }
    }
    files = [
      (.zones, ["zone"] + (people == nil ? [] : ["population"]) + columns.map(\.geography), rows),
      (
        .vintages,
        [
          "id", "title", "start", "end", "zone_kind", "population_kind", "population_year",
          "source", "grade", "note",
        ], [Self.vintageRow(request, zone, population)]
      ), (.areas, ["geography", "id", "name", "organisation", "source", "grade"], areas),
      (.geographies, ["id", "name", "plural", "source"], geographies),
    ]
  }

  /// The small areas of which a file has a row each: where it has those of two years, as the ones of
  /// 2011 and of 2021, those that do not repeat.
  private static func zone(of lookup: ONSLookup) -> ONSGeography? {
    let small = lookup.geographies.filter(\.isSmallArea)
    guard small.count > 1 else { return small.first }
    return small.first { geography in
      lookup.rows(of: geography).count { $0 != nil } == lookup.units(of: geography).count
    } ?? small.first
  }

  private static func vintageRow(
    _ request: Request, _ zone: ONSGeography, _ population: PopulationJoin?
  ) -> [String] {
    var notes: [String] = []
    if let population {
      if population.without > 0 {
        notes.append("\(population.without) zones have no population and count as 0")
      }
      if population.lostZones > 0 {
        notes.append(
          "\(population.lostPeople) people of \(population.lostZones) zones that are not in the "
            + "lookup are left out")
      }
    }
    return [
      request.id, request.title, request.period.start?.description ?? "",
      request.period.end?.description ?? "", "\(zone.abbreviation) \(zone.year)",
      population == nil ? "" : request.populationKind ?? "",
      population == nil ? "" : request.populationYear ?? "", request.source ?? "",
      request.source == nil ? "" : "verified", notes.joined(separator: "; "),
    ]
  }

  private static func checkRepeats(_ codes: [String], _ path: String) throws(FileError) {
    let repeated = zip(codes, codes.dropFirst()).filter { $0.0 == $0.1 }.map(\.0)
    guard repeated.isEmpty else {
      throw FileError(
        Array(Set(repeated)).sorted().prefix(100).map { code in
          Diagnostic(
            id: "duplicate-zone", position: SourcePosition(path: path),
            summary: "the zone '\(code)' stands twice", cure: "remove one of the rows")
        })
    }
  }

  /// Writes the tables into the graph's folder, each in a file of its own, and names them in its
  /// data package. What stands there already stays as it is.
  ///
  /// - Returns: the names of the files.
  public func write(into folder: String) throws(FileError) -> [String] {
    var written: [String] = []
    for file in files where !file.rows.isEmpty {
      let name = "\(file.table.rawValue)-\(request.id)"
      try TextFile.write(
        CSVText.text(columns: file.columns, rows: file.rows), to: "\(folder)/\(name).csv")
      try GraphWriter.list(name, of: file.table, columns: file.columns, inFolder: folder)
      written.append(name + ".csv")
    }
    return written
  }
}

/// The bodies of a kind by their codes on a day.
private struct BodyCodes {
  private var ids: [String: String] = [:]

  init(_ graph: GovernanceGraph, kind: String?, at date: PartialDate?) {
    guard let kind, let index = graph.bodyKinds.index(of: kind) else { return }
    let moment = date.map(Moment.date) ?? .anyTime
    for body in graph.allBodies
    where graph.isOpen(body, at: moment)
      && graph.bodyKinds.kind(graph.kind(of: body, at: moment), isA: index)
    {
      for (_, code) in graph.codes(of: body, at: moment) { ids[code] = graph.id(of: body) }
    }
  }

  /// The body of each area, by its code: the one with that code, else the one with the health
  /// service's code. A body is taken for one area only, so that no two are ever counted as one.
  func ids(of units: [ONSUnit]) -> [String: String] {
    var found: [String: String] = [:]
    var taken: Set<String> = []
    func find(_ code: (ONSUnit) -> String?) {
      for unit in units where found[unit.code] == nil {
        guard let id = code(unit).flatMap({ ids[$0] }), taken.insert(id).inserted else { continue }
        found[unit.code] = id
      }
    }
    find { $0.code }
    find { $0.odsCode }
    return found
  }
}

/// The people of small areas, by code.
private struct PopulationFile {
  let counts: [String: Int]

  init(path: String, column: String?) throws(FileError) {
    let table = try CSVTable.read(path: path)
    let names = table.columns.map { $0.lowercased() }
    let zone = Self.zone(among: table.columns)
    let people =
      column.map { wanted in names.firstIndex(of: wanted.lowercased()) }
      ?? names.firstIndex { ["population", "all ages", "all_ages", "total"].contains($0) }
    guard let zone, let people else {
      throw FileError([
        Diagnostic(
          id: "no-population", position: SourcePosition(path: path),
          summary: zone == nil
            ? "no column holds the codes of small areas" : "no column holds the population",
          cure: zone == nil
            ? "name it 'zone', or as published, such as 'LSOA11CD'"
            : "name it 'population', or say which it is with --population-column")
      ])
    }
    var problems = ImportProblems(path: path)
    var counts: [String: Int] = [:]
    for (line, cells) in table.numberedRows {
      // Published estimates have thousands apart.
      let text = cells[people].filter { $0 != "," && $0 != " " }
      guard let number = Int(text), number >= 0, number <= Int(UInt32.max) else {
        problems.add(
          "impossible-population", line: line, "'\(cells[people])' is not a number of people",
          cure: "write a whole number")
        continue
      }
      if counts.updateValue(number, forKey: cells[zone]) != nil {
        problems.add(
          "duplicate-zone", line: line, "the zone '\(cells[zone])' stands twice",
          cure: "remove one of the rows")
      }
    }
    try problems.check()
    self.counts = counts
  }

  /// The column with the codes of small areas. Published estimates name it in many ways, and have
  /// the codes of larger areas beside it.
  private static func zone(among columns: [String]) -> Int? {
    let headers = columns.map { ONSHeader($0) }
    func index(_ isMeant: (ONSHeader) -> Bool) -> Int? {
      headers.firstIndex { $0.map { $0.content == .code && isMeant($0) } ?? false }
    }
    if let small = index({ $0.geography.isSmallArea }) { return small }
    // Words without years and signs: "LSOA 2021 Code", "lsoa_code".
    let words = columns.map { $0.lowercased().filter { $0.isASCII && $0.isLetter } }
    let known = [
      "zone", "lsoacode", "oacode", "msoacode", "lsoa", "areacodes", "areacode", "geographycode",
      "mnemonic",
    ]
    return known.lazy.compactMap { words.firstIndex(of: $0) }.first ?? index { _ in true }
  }
}
