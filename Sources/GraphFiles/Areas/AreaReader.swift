import GovernanceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads what a graph's folder says of areas, which no other question needs.
///
///     let reading = try AreaReader.read(path: "Graphs/england")
///     let vintage = reading.tables.vintage(at: .date(PartialDate("2017-04-01")!))!
///     let zones = try reading.zones(of: vintage)
public enum AreaReader {
  /// The small tables, and where the zones of each vintage stand.
  public struct Reading: Sendable {
    public let tables: AreaTables
    /// By file and position.
    public let diagnostics: [Diagnostic]
    let zoneFiles: [String: String]

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The zones of a vintage, with what is wrong with their file.
    ///
    /// - Parameter keepsIDs: whether the codes of the zones are kept.
    /// - Throws: ``FileError`` when the file cannot be read at all or its header is not sound.
    /// - Complexity: O(bytes), on the cores there are.
    public func zones(
      of vintage: AreaTables.Vintage, keepsIDs: Bool = false
    ) throws(FileError) -> (zones: ZoneTable, diagnostics: [Diagnostic]) {
      guard let path = zoneFiles[vintage.id] else {
        preconditionFailure("Every vintage that was read has its file.")
      }
      let known = tables.geographies.map(\.id)
      return try ZoneTableReader(
        path: path, geographies: known.isEmpty ? nil : known, keepsIDs: keepsIDs
      ).read()
    }
  }

  /// Reads everything but the zones. A YAML file and a folder without such tables have none.
  public static func read(path: String) throws(FileError) -> Reading {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      return Reading(tables: AreaTables(), diagnostics: [], zoneFiles: [:])
    }
    let isSlashed = path.count > 1 && path.hasSuffix("/")
    let folder = AreaFolder(path: isSlashed ? String(path.dropLast()) : path)
    let files = try folder.files()
    var collector = AreaCollector()
    for table in AreaTableName.allCases where table != .zones {
      for file in files where file.table == table {
        try collector.read(folder.path + "/" + file.relativePath, table)
      }
    }
    var zoneFiles: [String: String] = [:]
    for file in files where file.table == .zones {
      zoneFiles[file.suffix ?? ""] = folder.path + "/" + file.relativePath
    }
    collector.match(zoneFiles)
    return Reading(
      tables: collector.tables, diagnostics: collector.diagnostics.sorted(), zoneFiles: zoneFiles)
  }
}

/// Puts the rows of the small tables into their places and checks them against each other.
private struct AreaCollector {
  var tables = AreaTables()
  var diagnostics: [Diagnostic] = []
  private var vintagePlaces: [String: SourcePosition] = [:]
  private var seen: Set<[String]> = []

  mutating func read(_ path: String, _ table: AreaTableName) throws(FileError) {
    var rows = AreaRows(path: path, table: table)
    var collector = self
    try rows.visit { row, rows in collector.add(row, of: table, &rows) }
    self = collector
    diagnostics += rows.diagnostics
  }

  private mutating func add(
    _ row: AreaRows.Row, of table: AreaTableName, _ rows: inout AreaRows
  ) {
    switch table {
    case .geographies: addGeography(row, &rows)
    case .areas: addArea(row, &rows)
    case .nestings: addNesting(row, &rows)
    case .vintages: addVintage(row, &rows)
    case .catchments: addCatchment(row, &rows)
    case .zones: break
    }
  }

  /// Notes a key that stands twice in a table; true for the first.
  private mutating func isNew(
    _ key: [String], _ row: AreaRows.Row, _ column: String, _ rows: inout AreaRows
  ) -> Bool {
    if seen.insert(key).inserted { return true }
    rows.note(
      "duplicate-id", row.place(of: column),
      "'\(key.dropFirst().joined(separator: " "))' stands twice",
      cure: "remove one of the rows")
    return false
  }

  private mutating func addGeography(_ row: AreaRows.Row, _ rows: inout AreaRows) {
    let id = row.text("id")!
    guard isNew(["geography", id], row, "id", &rows) else { return }
    let relations = ["member-of", "part-of", "oversees"]
    let relation = row.text("relation")
    if let relation, !relations.contains(relation) {
      rows.note(
        "unknown-relation", row.place(of: "relation"),
        "zones are not joined by relationships of the kind '\(relation)'",
        cure: Suggestion.nearest(to: relation, in: relations).map { "did you mean '\($0)'?" }
          ?? "use one of \(relations.joined(separator: ", "))")
      return
    }
    guard (relation == nil) == (row.text("through") == nil),
      relation == nil || row.text("kind") != nil
    else {
      rows.note(
        "half-a-join", row.place(of: "id"),
        "'\(id)' does not say all of how zones are joined to it",
        cure: "fill 'through', 'relation' and 'kind', or neither of the first two")
      return
    }
    tables.geographies.append(
      AreaTables.Geography(
        id: id, name: row.text("name")!, plural: row.text("plural"), kind: row.text("kind"),
        through: row.text("through"), relation: relation.map(RelationshipKind.init(rawValue:))))
  }

  /// Whether a geography is known; notes it where not.
  private func isKnown(
    _ column: String, of row: AreaRows.Row, _ rows: inout AreaRows
  ) -> Bool {
    let id = row.text(column)!
    if tables.geography(id) != nil { return true }
    let near = Suggestion.nearest(to: id, in: tables.geographies.map(\.id))
    rows.note(
      "unknown-geography", row.place(of: column), "no geography is called '\(id)'",
      cure: near.map { "did you mean '\($0)'?" } ?? "add it to geographies.csv")
    return false
  }

  private mutating func addArea(_ row: AreaRows.Row, _ rows: inout AreaRows) {
    let (geography, id) = (row.text("geography")!, row.text("id")!)
    guard isKnown("geography", of: row, &rows),
      isNew(["area", geography, id], row, "id", &rows), rows.evidence(of: row) != nil
    else { return }
    tables.areas.append(
      AreaTables.Area(
        geography: geography, id: id, name: row.text("name")!,
        organisation: row.text("organisation")))
  }

  private mutating func addNesting(_ row: AreaRows.Row, _ rows: inout AreaRows) {
    guard isKnown("part_geography", of: row, &rows), isKnown("whole_geography", of: row, &rows),
      let period = rows.period(of: row), let evidence = rows.evidence(of: row)
    else { return }
    tables.nestings.append(
      AreaTables.Nesting(
        partGeography: row.text("part_geography")!, part: row.text("part")!,
        wholeGeography: row.text("whole_geography")!, whole: row.text("whole")!, period: period,
        evidence: evidence))
  }

  private mutating func addVintage(_ row: AreaRows.Row, _ rows: inout AreaRows) {
    let id = row.text("id")!
    guard isNew(["vintage", id], row, "id", &rows), let period = rows.period(of: row),
      let evidence = rows.evidence(of: row)
    else { return }
    vintagePlaces[id] = row.place(of: "id")
    tables.vintages.append(
      AreaTables.Vintage(
        id: id, title: row.text("title")!, period: period, zoneKind: row.text("zone_kind"),
        populationKind: row.text("population_kind"), populationYear: row.text("population_year"),
        evidence: evidence))
    tables.vintages.sort { ($0.period.firstDay, $0.id) < ($1.period.firstDay, $1.id) }
  }

  private mutating func addCatchment(_ row: AreaRows.Row, _ rows: inout AreaRows) {
    let text = row.text("share")!
    guard let share = Double(text), share >= 0, share <= 1 else {
      rows.note(
        "impossible-share", row.place(of: "share"), "'\(text)' is not a share",
        cure: "write a number from 0 to 1")
      return
    }
    guard isKnown("geography", of: row, &rows), let evidence = rows.evidence(of: row) else {
      return
    }
    let (body, area) = (row.text("organisation")!, row.text("area")!)
    guard isNew(["catchment", body, row.text("geography")!, area], row, "area", &rows) else {
      return
    }
    tables.catchments.append(
      AreaTables.Catchment(
        organisation: body, geography: row.text("geography")!, area: area, share: share,
        evidence: evidence))
  }

  /// A vintage without zones is left out; zones without a vintage are not read.
  mutating func match(_ zoneFiles: [String: String]) {
    for vintage in tables.vintages where zoneFiles[vintage.id] == nil {
      diagnostics.append(
        Diagnostic(
          id: "missing-zones", position: vintagePlaces[vintage.id]!,
          summary: "there are no zones of the vintage '\(vintage.id)'",
          cure: "add zones-\(vintage.id).csv to the folder, and to datapackage.json if there is one"
        ))
    }
    tables.vintages.removeAll { zoneFiles[$0.id] == nil }
    for (id, path) in zoneFiles where vintagePlaces[id] == nil {
      diagnostics.append(
        Diagnostic(
          id: "unknown-vintage", severity: .warning, position: SourcePosition(path: path),
          summary: "no vintage is called '\(id)', so the file is not read",
          cure: "add it to vintages.csv, with the dates and the population that it is of"))
    }
  }
}
