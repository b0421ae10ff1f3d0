/// Which cell of a row holds which column: made once from a table's header.
package struct ColumnMap: Sendable {
  private let positions: [String: Int]
  /// Columns that the format gives no meaning to, with their cells.
  package let attributes: [(name: String, cell: Int)]
  /// Columns of codes, by scheme, with their cells.
  package let codes: [(scheme: String, cell: Int)]
  package let header: [String]
  package let isUsable: Bool

  /// The cell of a column, or -1 where the header has no such column.
  package func cell(_ name: String) -> Int { positions[name] ?? -1 }

  /// Reads a header and notes what is wrong with it: a missing or repeated column is an error, a
  /// column named almost like a known one a warning.
  ///
  /// - Parameter place: the position of a cell of the header; -1 is the row itself.
  package init(
    _ written: [String], schema: TableSchema, place: (Int) -> SourcePosition,
    diagnostics: inout DiagnosticList
  ) {
    self.init(
      written, columns: schema.columns,
      hasCodes: schema.table == .organisations || schema.table == .posts, place: place,
      diagnostics: &diagnostics)
  }

  /// The same for any columns.
  package init(
    _ written: [String], columns: [TableSchema.Column], hasCodes: Bool = false,
    place: (Int) -> SourcePosition, diagnostics: inout DiagnosticList
  ) {
    let header = written.map(\.trimmingSpaces)
    let known = columns.map(\.name)
    let present = Set(header)
    let absent = known.filter { !present.contains($0) }
    var positions: [String: Int] = [:]
    var attributes: [(name: String, cell: Int)] = []
    var codes: [(scheme: String, cell: Int)] = []
    var isUsable = true
    for (cell, name) in header.enumerated() {
      guard !name.isEmpty else {
        diagnostics.append(
          Diagnostic(
            id: "nameless-column", position: place(cell),
            summary: "column \(cell + 1) of the header has no name",
            cure: "name it, or remove the column"))
        isUsable = false
        continue
      }
      guard positions.updateValue(cell, forKey: name) == nil else {
        diagnostics.append(
          Diagnostic(
            id: "repeated-column", position: place(cell),
            summary: "the column '\(name)' stands twice in the header",
            cure: "rename or remove one of them"))
        isUsable = false
        continue
      }
      if known.contains(name) { continue }
      if hasCodes, name.hasPrefix(TableSchema.codePrefix),
        name.utf8.count > TableSchema.codePrefix.utf8.count
      {
        codes.append((String(name.dropFirst(TableSchema.codePrefix.count)), cell))
        continue
      }
      attributes.append((name, cell))
      // Nearly a required column's name: the missing column is reported, and says so.
      if let near = Suggestion.nearest(to: name, in: absent),
        columns.first(where: { $0.name == near })?.isRequired == false
      {
        diagnostics.append(
          Diagnostic(
            id: "near-column", severity: .warning, position: place(cell),
            summary: "the column '\(name)' is kept as an attribute",
            cure: "did you mean '\(near)'?"))
      }
    }
    for column in columns where column.isRequired && positions[column.name] == nil {
      let near = Suggestion.nearest(to: column.name, in: attributes.map(\.name))
      diagnostics.append(
        Diagnostic(
          id: "missing-column", position: place(-1),
          summary: "the table has no column '\(column.name)'",
          cure: near.map { "did you mean it by '\($0)'?" } ?? "add it to the header"))
      isUsable = false
    }
    self.positions = positions
    self.attributes = attributes
    self.codes = codes
    self.header = header
    self.isUsable = isUsable
  }
}

extension String {
  /// The string without spaces and tabs at its ends.
  fileprivate var trimmingSpaces: String {
    // Most names have none, and going over scalars costs a plain question more than its answer.
    guard let first = utf8.first, let last = utf8.last, min(first, last) <= 0x20 else {
      return self
    }
    let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" }
    let trimmed = unicodeScalars.drop(while: isSpace)
    return String(String.UnicodeScalarView(trimmed.reversed().drop(while: isSpace).reversed()))
  }
}
