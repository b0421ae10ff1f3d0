import GovernanceModel
import GraphFiles

/// A lookup of the Office for National Statistics between geographies, of any year.
///
/// The columns are recognised by the pattern of their headers, in either of the office's styles.
///
///     let lookup = try ONSLookup.read(path: "CCG17_STP17.csv")
///     lookup.geographies  // CCG17, STP17
///     lookup.pairs(ONSGeography("CCG", 2017), ONSGeography("STP", 2017))
public struct ONSLookup: Sendable {
  public let path: String
  /// Those that the file has codes for, in the order of its columns.
  public let geographies: [ONSGeography]
  private let columns: [ONSGeography: Column]

  fileprivate struct Column: Sendable {
    var units: [ONSUnit] = []
    var positions: [String: Int] = [:]
    /// For each row the position in `units`; nil where the row has no code.
    var rows: [Int?] = []
  }

  /// The areas of a geography, each once, sorted by code; none when the file does not have it.
  public func units(of geography: ONSGeography) -> [ONSUnit] {
    (columns[geography]?.units ?? []).sorted { $0.code < $1.code }
  }

  /// One area by its code, or nil.
  public func unit(_ code: String, of geography: ONSGeography) -> ONSUnit? {
    columns[geography].flatMap { column in column.positions[code].map { column.units[$0] } }
  }

  /// For each row the area of a geography; nil where the row has none.
  public func rows(of geography: ONSGeography) -> [ONSUnit?] {
    columns[geography].map { column in column.rows.map { $0.map { column.units[$0] } } } ?? []
  }

  /// Every pair of areas that stand in one row, once, sorted by the codes of both.
  ///
  /// - Complexity: O(rows + pairs log pairs).
  public func pairs(_ left: ONSGeography, _ right: ONSGeography) -> [(
    left: ONSUnit, right: ONSUnit
  )] {
    guard let leftColumn = columns[left], let rightColumn = columns[right] else { return [] }
    var met: Set<[Int]> = []
    for case (let first?, let second?) in zip(leftColumn.rows, rightColumn.rows) {
      met.insert([first, second])
    }
    return met.map { (leftColumn.units[$0[0]], rightColumn.units[$0[1]]) }
      .sorted { ($0.0.code, $0.1.code) < ($1.0.code, $1.1.code) }
  }
}

extension ONSLookup {
  private struct Places {
    var code: Int?
    var odsCode: Int?
    var name: Int?
    var welshName: Int?
  }

  /// Reads a lookup.
  ///
  /// - Throws: `FileError` when no header names a code, when a header stands twice, or with every
  ///   row that gives an area another name or health service code than an earlier one.
  /// - Complexity: O(cells).
  public static func read(path: String) throws(FileError) -> ONSLookup {
    let table = try CSVTable.read(path: path, hasHeader: true)
    var problems = ImportProblems(path: path)
    let (geographies, places) = Self.places(of: table.columns, problems: &problems)
    try problems.check()
    var columns: [ONSGeography: Column] = [:]
    for geography in geographies {
      var column = Column()
      let place = places[geography]!
      for (line, cells) in table.numberedRows {
        let unit = ONSUnit(
          code: place.code.map { cells[$0] } ?? "",
          odsCode: place.odsCode.flatMap { cells[$0].nonEmpty },
          name: place.name.map { cells[$0] } ?? "",
          welshName: place.welshName.flatMap { cells[$0].nonEmpty })
        column.append(unit, geography, line: line, problems: &problems)
      }
      columns[geography] = column
    }
    try problems.check()
    return ONSLookup(path: path, geographies: geographies, columns: columns)
  }

  private static func places(of headers: [String], problems: inout ImportProblems)
    -> ([ONSGeography], [ONSGeography: Places])
  {
    var places: [ONSGeography: Places] = [:]
    var order: [ONSGeography] = []
    for (index, text) in headers.enumerated() {
      guard let header = ONSHeader(text) else { continue }
      let field: WritableKeyPath<Places, Int?> =
        switch header.content {
        case .code: \.code
        case .odsCode: \.odsCode
        case .name: \.name
        case .welshName: \.welshName
        }
      if places[header.geography, default: Places()][keyPath: field] != nil {
        problems.add(
          "duplicate-column", line: 1, "the column \"\(text)\" stands twice",
          cure: "remove one of the two")
      }
      places[header.geography, default: Places()][keyPath: field] = index
      if header.content == .code { order.append(header.geography) }
    }
    if order.isEmpty {
      problems.add(
        "not-an-ons-lookup", line: 1, "no header names the codes of a geography",
        cure: "keep the headers as published, such as \"CCG17CD\" or \"icb22_code\"")
    }
    return (order, places)
  }
}

extension ONSLookup.Column {
  fileprivate mutating func append(
    _ unit: ONSUnit, _ geography: ONSGeography, line: Int, problems: inout ImportProblems
  ) {
    guard !unit.code.isEmpty else {
      rows.append(nil)
      return
    }
    guard let position = positions[unit.code] else {
      positions[unit.code] = units.count
      rows.append(units.count)
      units.append(unit)
      return
    }
    rows.append(position)
    guard units[position] != unit else { return }
    problems.add(
      "unit-differs", line: line,
      "\(geography) \"\(unit.code)\" is \"\(unit.name)\" here and \"\(units[position].name)\" above",
      cure: "give one code the same name and the same health service code in every row")
  }
}
