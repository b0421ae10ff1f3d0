import GovernanceModel

/// A whole CSV file as strings: for importers, whose sources have columns of their own.
///
/// Graphs are not read this way: their readers take the cells as bytes.
public struct CSVTable: Sendable {
  public let path: String
  /// The first row, or nothing when the file has no header.
  public let columns: [String]
  public let rows: [[String]]
  /// Where the cells of the header and of each row stand; empty unless they were asked for.
  public let columnPlaces: [SourcePosition]
  public let places: [[SourcePosition]]

  /// Reads a file by RFC 4180, in UTF-8 with or without a byte-order mark.
  ///
  /// - Parameter hasHeader: whether the first row names the columns; each later row must then have
  ///   as many cells.
  /// - Parameter keepsPlaces: whether ``places`` is wanted, for what is wrong with single cells.
  /// - Throws: ``FileError`` with every fault found in the file.
  /// - Complexity: O(bytes).
  public static func read(
    path: String, hasHeader: Bool = true, keepsPlaces: Bool = false
  ) throws(FileError) -> CSVTable {
    let file = try FileBytes(path: path)
    let result = file.withBytes { bytes in
      parse(bytes, path: path, hasHeader: hasHeader, keepsPlaces: keepsPlaces)
    }
    return try result.get()
  }

  private static func parse(
    _ bytes: ByteText, path: String, hasHeader: Bool, keepsPlaces: Bool
  ) -> Result<CSVTable, FileError> {
    var diagnostics = TextFault.diagnostics(of: textFaults(in: bytes), in: bytes, path: path)
    guard diagnostics.isEmpty else { return .failure(FileError(diagnostics)) }
    var scanner = CSVScanner(bytes)
    var rows: [[String]] = []
    var places: [[SourcePosition]] = []
    while scanner.nextRow() {
      diagnostics += scanner.diagnostics(path: path)
      if hasHeader, let header = rows.first, scanner.cells.count != header.count {
        diagnostics.append(
          .raggedRow(
            at: scanner.position(ofOffset: scanner.rowStart, path: path),
            cells: scanner.cells.count, columns: header.count))
      }
      rows.append(scanner.cells.map(\.string))
      if keepsPlaces {
        places.append(scanner.cells.indices.map { scanner.place(ofCell: $0, path: path) })
      }
    }
    guard diagnostics.isEmpty else { return .failure(FileError(diagnostics)) }
    let first = hasHeader ? 1 : 0
    return .success(
      CSVTable(
        path: path, columns: hasHeader ? rows.first ?? [] : [], rows: Array(rows.dropFirst(first)),
        columnPlaces: hasHeader ? places.first ?? [] : [],
        places: Array(places.dropFirst(first))))
  }
}

extension Diagnostic {
  static func raggedRow(at position: SourcePosition, cells: Int, columns: Int) -> Diagnostic {
    Diagnostic(
      id: "ragged-row", position: position,
      summary: "the row has \(cells) cells, the header \(columns)",
      cure: cells > columns
        ? "put cells that hold commas in quotes" : "add the missing commas, or the missing quote")
  }
}
