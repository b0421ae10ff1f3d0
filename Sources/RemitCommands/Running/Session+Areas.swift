import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import Reports

/// What the graph says of areas on a day, with what is wrong with its tables.
struct SessionAreas {
  let book: AreaBook
  let problems: [Diagnostic]
}

extension Session {
  /// What the graph says of areas but for the zones, which are not read.
  func areaTables() throws -> AreaReader.Reading {
    try readable { () throws(FileError) in try AreaReader.read(path: path) }
  }

  /// What the graph says of areas on the session's day; refuses where no vintage of zones holds.
  ///
  /// - Parameter infersDoubts: whether zones in doubt are put where the next vintage has them.
  func areas(infersDoubts: Bool = false) throws -> SessionAreas {
    let reading = try areaTables()
    let tables = reading.tables
    var problems = reading.diagnostics
    let vintage = try self.vintage(in: tables, problems)
    let zones = try readZones(of: vintage, in: reading, keepsIDs: infersDoubts, &problems)
    var book = AreaBook(graph, tables, vintage: vintage, zones: zones, at: moment)
    if infersDoubts {
      guard
        let next = tables.vintages.first(where: {
          ($0.period.firstDay, $0.id) > (vintage.period.firstDay, vintage.id)
        })
      else {
        throw Refusal.misuse(
          "no vintage after \(vintage.title) is recorded to infer from; leave --infer out")
      }
      let later = try readZones(of: next, in: reading, keepsIDs: true, &problems)
      book = book.inferring(from: next, zones: later)
    }
    try refuseErrors(problems)
    return SessionAreas(book: book, problems: problems)
  }

  /// The vintage that holds on the session's day; refuses where none does, with the nearest.
  private func vintage(
    in tables: AreaTables, _ problems: [Diagnostic]
  ) throws -> AreaTables.Vintage {
    guard !tables.vintages.isEmpty else {
      try refuseErrors(problems)
      throw Refusal.misuse("the graph has no table of small areas; remit import ons adds one")
    }
    guard moment != .anyTime else {
      throw Refusal.misuse("borders are of one day; give one with --as-of")
    }
    guard let vintage = tables.vintage(at: moment) else { throw noBorders(tables) }
    return vintage
  }

  /// The geography of the graph's footprints; refuses where none is to be found.
  func footprintGeography(of book: AreaBook) throws -> String {
    if let geography = book.usualFootprints ?? book.footprintsByParts { return geography }
    throw Refusal.misuse(
      "no areas of the date have members or parts on record; name a geography: "
        + book.geographies.joined(separator: ", "))
  }

  /// The small areas of the vintage that holds at a moment; nil where none does.
  func book(at moment: Moment, _ reading: AreaReader.Reading) throws -> AreaBook? {
    guard let vintage = reading.tables.vintage(at: moment), moment != .anyTime else { return nil }
    var problems = reading.diagnostics
    let zones = try readZones(of: vintage, in: reading, keepsIDs: false, &problems)
    try refuseErrors(problems)
    return AreaBook(graph, reading.tables, vintage: vintage, zones: zones, at: moment)
  }

  /// That no borders hold on the session's day, with those that there are and the nearest of them.
  private func noBorders(_ tables: AreaTables) -> Refusal {
    let nearest = nearestBorders(tables).map { "; the nearest are those of \($0)" } ?? ""
    return Refusal.misuse(
      "no borders are recorded for \(moment.date!)\(nearest); there are these, and remit import ons "
        + "adds others:",
      candidates: tables.vintages.map(Self.line(of:)))
  }

  /// The vintage whose days are nearest to the session's, with a day to ask for; nil where there is
  /// none, or the session is of no day.
  func nearestBorders(_ tables: AreaTables) -> String? {
    guard let date = moment.date else { return nil }
    let day = Self.dayNumber(date.firstDay)
    let distances = tables.vintages.map { vintage in
      max(
        Self.dayNumber(vintage.period.firstDay) - day, day - Self.dayNumber(vintage.period.endDay),
        0)
    }
    guard let least = distances.min(), let found = distances.firstIndex(of: least) else {
      return nil
    }
    let vintage = tables.vintages[found]
    let asked = vintage.period.start.map { " (--as-of \($0))" } ?? ""
    return TerminalText.escaped(vintage.title) + asked
  }

  /// Days as they are counted for distances, each month as long as the longest.
  private static func dayNumber(_ packed: Int32) -> Int {
    let packed = Int(packed)
    return packed / 10_000 * 372 + packed / 100 % 100 * 31 + packed % 100
  }

  /// What rules need to know of areas: nil where no rule asks for it, or the graph has no small
  /// areas for the day. Tables with errors are not used: no rule should rest on half of them.
  func areasForRules(_ rules: [String]) -> AreaBook? {
    let wanted = [
      "split-by-boundary", "in-many-footprints", "crosses-region", "catchment-elsewhere",
    ]
    guard rules.isEmpty || rules.contains(where: wanted.contains) else { return nil }
    return try? areasWithCatchments()
  }

  /// What the graph says of areas, and where catchments lie in them.
  func areasWithCatchments() throws -> AreaBook {
    let reading = try areaTables()
    let tables = reading.tables
    var problems = reading.diagnostics
    let vintage = try self.vintage(in: tables, problems)
    let all = try (tables.catchments.isEmpty ? [vintage] : tables.vintages).map { vintage in
      (
        vintage: vintage,
        zones: try readZones(
          of: vintage, in: reading, keepsIDs: !tables.catchments.isEmpty, &problems)
      )
    }
    try refuseErrors(problems)
    let own = all.first { $0.vintage == vintage }!
    let book = AreaBook(graph, tables, vintage: vintage, zones: own.zones, at: moment)
    guard let other = AreaBook.catchmentVintage(tables, zones: all), all[other].vintage != vintage
    else { return book }
    return book.readingCatchments(in: all[other].vintage, zones: all[other].zones)
  }

  /// The books of every other vintage, each on the first day on which it holds.
  func otherVintages(than book: AreaBook) throws -> [AreaBook] {
    let reading = try areaTables()
    var problems: [Diagnostic] = []
    let books = try reading.tables.vintages.filter { $0 != book.vintage }.compactMap { vintage in
      try vintage.period.start.map { start in
        AreaBook(
          graph, reading.tables, vintage: vintage,
          zones: try readZones(of: vintage, in: reading, keepsIDs: false, &problems),
          at: .date(start))
      }
    }
    try refuseErrors(problems)
    return books
  }

  private func readZones(
    of vintage: AreaTables.Vintage, in reading: AreaReader.Reading, keepsIDs: Bool,
    _ problems: inout [Diagnostic]
  ) throws -> ZoneTable {
    let (zones, found) = try readable { () throws(FileError) in
      try reading.zones(of: vintage, keepsIDs: keepsIDs)
    }
    problems += found
    return zones
  }

  private func readable<Value>(_ read: () throws(FileError) -> Value) throws -> Value {
    do throws(FileError) {
      return try read()
    } catch {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
  }

  /// Refuses tables with errors, as a graph with errors is refused.
  private func refuseErrors(_ problems: [Diagnostic]) throws {
    let count = problems.count { $0.severity == .error }
    guard count > 0, !isLenient else { return }
    throw Refusal.unreadable(
      DiagnosticLines.text(of: problems) + "remit: the tables of areas have \(count) "
        + "\(count == 1 ? "error" : "errors"); mend \(count == 1 ? "it" : "them"), or go on "
        + "without those rows with --lenient\n")
  }

  private static func line(of vintage: AreaTables.Vintage) -> String {
    let period = vintage.period
    let dates =
      "from \(period.start?.description ?? "any day") "
      + (period.end.map { "until \($0)" } ?? "on")
    return "\(TerminalText.escaped(vintage.title)), \(dates)"
  }
}

extension Session {
  /// The units of either side that an argument names: by id, else by name, else as a body.
  func units(
    _ text: String, of table: OverlapTable, _ tables: AreaTables
  ) throws -> Set<String> {
    let units = OverlapTable.Side.allCases.flatMap { side in
      table.layer(side).units.map { (geography: table.layer(side).name, unit: $0) }
    }
    let exact = units.filter { $0.unit.id == text || $0.unit.id == text.uppercased() }
    if !exact.isEmpty { return Set(exact.map(\.unit.id)) }
    let named = units.filter { $0.unit.name.lowercased() == text.lowercased() }
    if !named.isEmpty { return Set(named.map(\.unit.id)) }
    let body = try body(text)
    let own = units.filter { unit in
      AreaBook.body(of: unit.unit.id, in: unit.geography, graph, tables) == body
    }
    guard !own.isEmpty else {
      throw Refusal.misuse(
        "\(TerminalText.escaped(graph.name(of: body, at: moment))) is no area of "
          + "\(table.from.name) or \(table.to.name)")
    }
    return Set(own.map(\.unit.id))
  }
}
