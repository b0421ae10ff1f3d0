import GovernanceModel

/// Writes a graph's tables into files that are read as the same graph.
///
///     try GraphWriter.write(graph.tables, toFolder: "Graphs/small")
///     // datapackage.json, organisations.csv, relationships.csv, sources.csv
public enum GraphWriter {
  /// Writes a file for each table that has rows, and a `datapackage.json` that lists them.
  ///
  /// The tables of organisations and relationships are written even where they are empty. Files of
  /// the same names are replaced; others stay, and are not part of the graph.
  ///
  /// - Throws: ``FileError`` when a file cannot be written.
  /// - Complexity: O(cells).
  public static func write(_ tables: GraphTables, toFolder path: String) throws(FileError) {
    try TextFile.makeFolder(path)
    var package = DataPackage(
      name: DataPackage.slug(tables.title ?? "") ?? DataPackage.slug(ofFolder: path),
      title: tables.title, asOf: tables.asOf, currency: tables.currency)
    for name in TableName.allCases {
      guard let table = writtenTable(name, of: tables) else { continue }
      let file = name.rawValue + ".csv"
      try TextFile.write(
        CSVText.text(columns: table.columns, rows: table.rows), to: path + "/" + file)
      package.resources.append(
        DataPackage.Resource(
          name: name.rawValue, path: file, table: name, header: table.columns))
    }
    try TextFile.write(package.text, to: path + "/datapackage.json")
  }

  /// Writes a `datapackage.json` for the table files that stand in a folder, several for a table if
  /// so: for graphs that are kept by hand or by importers in files of their own.
  ///
  /// - Parameter package: what stands at the head; its resources are replaced.
  /// - Throws: ``FileError`` when a file cannot be read or written, or has no sound header.
  public static func describe(folder path: String, package: DataPackage) throws(FileError) {
    let described = try DataPackage.describing(folder: path, heading: package)
    try TextFile.write(described.text, to: path + "/datapackage.json")
  }

  /// Names a file of a table about areas in a folder's `datapackage.json`, where it has one.
  ///
  /// - Throws: ``FileError`` when the package cannot be read or written.
  public static func list(
    _ name: String, of table: AreaTableName, columns: [String], inFolder path: String
  ) throws(FileError) {
    let packagePath = path + "/datapackage.json"
    guard TextFile.exists(packagePath) else { return }
    var package = try DataPackage.read(of: FileBytes(path: packagePath))
    package.resources.removeAll { $0.path == name + ".csv" }
    package.resources.append(
      DataPackage.Resource(name: name, path: name + ".csv", table: table, header: columns))
    try TextFile.write(package.text, to: packagePath)
  }

  /// The tables as one YAML file, every value in double quotes.
  ///
  /// - Complexity: O(cells).
  public static func yaml(_ tables: GraphTables) -> String {
    YAMLWriter.text { writer in
      writer.mapping(.block) {
        let heading = [
          ("title", tables.title), ("as_of", tables.asOf?.description),
          ("currency", tables.currency),
        ]
        for case (let key, let value?) in heading {
          writer.plain(key)
          writer.quoted(value)
        }
        for name in TableName.allCases {
          guard let table = writtenTable(name, of: tables) else { continue }
          writer.plain(name.rawValue)
          writer.sequence(table.rows.isEmpty ? .flow : .block) {
            for row in table.rows { write(row, under: table.columns, to: writer) }
          }
        }
      }
    }
  }

  /// Writes the cells of a row that hold something.
  private static func write(_ row: [String], under columns: [String], to writer: YAMLWriter) {
    writer.mapping(.flow) {
      for (column, cell) in zip(columns, row) where !cell.isEmpty {
        if isWord(column) { writer.plain(column) } else { writer.quoted(column) }
        writer.quoted(cell)
      }
    }
  }

  /// A table as it is written; nil for one without rows that a graph can do without.
  private static func writtenTable(_ name: TableName, of tables: GraphTables)
    -> GraphTables.Table?
  {
    var table = tables[name]
    if table.rows.isEmpty {
      guard name == .organisations || name == .relationships else { return nil }
      table = GraphTables.Table(columns: name.schema.columns.filter(\.isRequired).map(\.name))
    }
    return table.arranged(for: name)
  }

  /// Whether a column's name is plain letters, digits, dashes and underscores, and needs no quotes.
  private static func isWord(_ column: String) -> Bool {
    let isPlain = column.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return isPlain && column.utf8.first != UInt8(ascii: "-")
  }
}
