import GovernanceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a graph from a folder of CSV tables or a YAML file.
///
///     let reading = try GraphReader.read(path: "Graphs/england")
///     guard !reading.hasErrors else { … }
///     reading.graph.bodyCount
public enum GraphReader {
  /// A graph as it was read, with everything that is wrong with its files.
  public struct Reading: Sendable {
    /// The graph of every row that is sound.
    public let graph: GovernanceGraph
    /// By file and position.
    public let diagnostics: [Diagnostic]

    /// Whether anything was left out. The graph is then not the one its files mean, and only to be
    /// used where the caller asked for what is sound.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// Reads the graph at a path.
  ///
  /// - Throws: ``FileError`` when the path holds no graph at all: nothing there, no permission, not
  ///   a folder or YAML file, or a data package that is not JSON.
  /// - Complexity: O(bytes), with O(relationships) memory; the files themselves are not kept.
  public static func read(path: String) throws(FileError) -> Reading {
    try read(path: path, settings: ReadingSettings())
  }

  package static func read(
    path: String, settings: ReadingSettings
  ) throws(FileError) -> Reading {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw FileError(
        path: path, reason: String(cString: strerror(errno)).lowercased(),
        cure: "name a folder that holds organisations.csv and relationships.csv, or a YAML file")
    }
    if status.st_mode & S_IFMT == S_IFDIR { return try readFolder(path, settings) }
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") { return try readYAML(path) }
    throw FileError(
      path: path, reason: "it is neither a folder nor a .yaml file",
      cure: "name the folder that holds the tables, or a YAML file")
  }

  private static func readFolder(
    _ path: String, _ settings: ReadingSettings
  ) throws(FileError) -> Reading {
    let isSlashed = path.count > 1 && path.hasSuffix("/")
    let folder = GraphFolder(path: isSlashed ? String(path.dropLast()) : path)
    var diagnostics = DiagnosticList()
    var package: DataPackage.Listing?
    var files: [GraphFolder.TableFile]
    let packagePath = folder.path + "/datapackage.json"
    if access(packagePath, F_OK) == 0 {
      let read = try DataPackage.read(DataPackage.Listing.self, of: FileBytes(path: packagePath))
      package = read
      files = folder.tableFiles(of: read, diagnostics: &diagnostics)
    } else {
      files = try folder.tableFiles()
    }
    for required in [TableName.organisations, .relationships]
    where !files.contains(where: { $0.table == required }) {
      diagnostics.append(
        Diagnostic(
          id: "missing-table", position: SourcePosition(path: folder.path),
          summary: "the folder has no \(required.rawValue).csv",
          cure: "add it, with the columns "
            + required.schema.columns.filter(\.isRequired).map(\.name).joined(separator: ",")))
    }

    // The larger a file, the more rows it promises: about forty bytes a row.
    var opened: [(table: TableName, file: FileBytes)] = []
    for table in TableName.allCases {
      for file in files where file.table == table {
        do throws(FileError) {
          opened.append((table, try FileBytes(path: folder.path + "/" + file.relativePath)))
        } catch {
          diagnostics.append(contentsOf: error.diagnostics)
        }
      }
    }
    func bytes(of tables: Set<TableName>) -> Int {
      opened.reduce(0) { $0 + (tables.contains($1.table) ? $1.file.count : 0) }
    }
    let bodyBytes = bytes(of: [.organisations, .posts])
    var assembler = GraphAssembler(expectedBodies: bodyBytes / 40, expectedBytes: bodyBytes * 3 / 4)
    assembler.reserve(relationships: bytes(of: [.relationships]) / 36)
    assembler.diagnostics = diagnostics
    setHeading(of: &assembler, from: package, packagePath)
    for (table, file) in opened {
      CSVTableReader(file: file, table: table, settings: settings).read(into: &assembler)
    }
    let graph = assembler.finish()
    return Reading(graph: graph, diagnostics: assembler.diagnostics.sorted())
  }

  private static func setHeading(
    of assembler: inout GraphAssembler, from package: DataPackage.Listing?, _ path: String
  ) {
    assembler.title = package?.title
    assembler.currency = package?.remit?.currency
    guard let date = package?.remit?.asOf else { return }
    assembler.asOf = PartialDate(date)
    if assembler.asOf == nil {
      assembler.diagnostics.append(.impossibleAsOf(date, SourcePosition(path: path)))
    }
  }

  private static func readYAML(_ path: String) throws(FileError) -> Reading {
    var assembler = GraphAssembler()
    try YAMLGraphReader(path: path).read(into: &assembler)
    let graph = assembler.finish()
    return Reading(graph: graph, diagnostics: assembler.diagnostics.sorted())
  }
}

extension Diagnostic {
  static func impossibleAsOf(_ text: String, _ position: SourcePosition) -> Diagnostic {
    Diagnostic(
      id: "impossible-date", position: position, summary: "'\(text)' is not a date for as_of",
      cure: "write it as 2016-10-01, 2016-10 or 2016")
  }
}
