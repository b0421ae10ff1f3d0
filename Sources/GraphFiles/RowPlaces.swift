import GovernanceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where rows of a graph's files stand, found again by what they hold.
///
///     let places = try RowPlaces.find([graph.reference(to: row)], in: "Graphs/england")
///     places[graph.reference(to: row)]?.line
public enum RowPlaces {
  /// The first row for each reference, by file and line; none for what is in no file.
  ///
  /// The files are read again. What is wrong with them was said when the graph was read, and is
  /// passed over here.
  ///
  /// - Throws: ``FileError`` when the path can no longer be read.
  /// - Complexity: O(bytes of the tables that are asked for).
  public static func find(
    _ references: Set<RowReference>, in path: String
  ) throws(FileError) -> [RowReference: SourcePosition] {
    guard !references.isEmpty else { return [:] }
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
      return try findInYAML(references, path)
    }
    let isSlashed = path.count > 1 && path.hasSuffix("/")
    let folder = GraphFolder(path: isSlashed ? String(path.dropLast()) : path)
    let tables = Set(references.map(\.table))
    var places: [RowReference: SourcePosition] = [:]
    for file in try folder.listedFiles() where tables.contains(file.table) {
      let bytes = try FileBytes(path: folder.path + "/" + file.relativePath)
      let wanted = Wanted(references.filter { $0.table == file.table })
      bytes.withBytes { find(wanted, in: $0, of: file.table, path: bytes.path, &places) }
    }
    return places
  }

  /// References with the ids and left sides among them, by which most rows are passed over.
  private struct Wanted {
    let references: Set<RowReference>
    let words: Set<String>

    init(_ references: Set<RowReference>) {
      self.references = references
      words = Set(references.map { $0.table == .relationships ? $0.from : $0.id })
    }
  }

  private static func find(
    _ wanted: Wanted, in bytes: ByteText, of table: TableName, path: String,
    _ places: inout [RowReference: SourcePosition]
  ) {
    var scanner = CSVScanner(bytes)
    guard scanner.nextRow() else { return }
    let header = scanner.cells.map(\.string)
    let columns = ReferenceColumns(header)
    let key = table == .relationships ? columns.from : columns.id
    guard let key else { return }
    while scanner.nextRow() {
      guard key < scanner.cells.count, wanted.words.contains(scanner.cells[key].string) else {
        continue
      }
      let reference = columns.reference(table) { cell in
        cell < scanner.cells.count ? scanner.cells[cell].string : ""
      }
      guard wanted.references.contains(reference), places[reference] == nil else { continue }
      places[reference] = SourcePosition(path: path, line: scanner.line)
    }
  }

  private static func findInYAML(
    _ references: Set<RowReference>, _ path: String
  ) throws(FileError) -> [RowReference: SourcePosition] {
    let file = try FileBytes(path: path)
    guard case .mapping(let document)? = (try? YAMLText.root(of: file))?.content else {
      return [:]
    }
    var places: [RowReference: SourcePosition] = [:]
    for (key, value) in document {
      guard let table = TableName(rawValue: key.text ?? ""),
        case .sequence(let rows) = value.content
      else { continue }
      for row in rows {
        guard case .mapping(let cells) = row.content else { continue }
        let values = cells.map { $0.value.text ?? "" }
        let reference = ReferenceColumns(cells.map { $0.key.text ?? "" })
          .reference(table) { values[$0] }
        if references.contains(reference), places[reference] == nil {
          places[reference] = row.position(in: path)
        }
      }
    }
    return places
  }
}

/// Which cells of a row its reference is made of.
private struct ReferenceColumns {
  let id: Int?
  let from: Int?
  private let to: Int?
  private let kind: Int?
  private let start: Int?
  private let end: Int?

  init(_ header: [String]) {
    func cell(_ name: String) -> Int? { header.firstIndex(of: name) }
    (id, from, to, kind) = (cell("id"), cell("from"), cell("to"), cell("kind"))
    (start, end) = (cell("start"), cell("end"))
  }

  func reference(_ table: TableName, _ text: (Int) -> String) -> RowReference {
    func cell(_ position: Int?) -> String { position.map(text) ?? "" }
    guard table == .relationships else { return RowReference(table: table, id: cell(id)) }
    return RowReference(
      table: table, id: cell(id), from: cell(from), to: cell(to), kind: cell(kind),
      start: cell(start), end: cell(end))
  }
}

extension GraphFolder {
  /// The files that a reader of the folder takes: those of its data package where it has one.
  func listedFiles() throws(FileError) -> [TableFile] {
    let package = path + "/datapackage.json"
    guard access(package, F_OK) == 0 else { return try tableFiles() }
    var diagnostics = DiagnosticList()
    return tableFiles(
      of: try DataPackage.read(DataPackage.Listing.self, of: FileBytes(path: package)),
      diagnostics: &diagnostics)
  }
}
