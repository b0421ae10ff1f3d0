/// The organisations and posts of a graph, a column for each field.
package struct BodyColumns: Sendable {
  package var id: [TextIndex] = []
  package var name: [TextIndex] = []
  package var kind: [UInt16] = []
  package var legalForm = OptionalColumn<TextIndex>(absent: .none)
  /// Packed partial dates; 0 is "not recorded".
  package var opened = OptionalColumn<Int32>(absent: 0)
  package var closed = OptionalColumn<Int32>(absent: 0)
  package var owner = OptionalColumn<UInt32>(absent: .max)
  package var source = OptionalColumn<TextIndex>(absent: .none)
  package var grade = OptionalColumn<UInt8>(absent: 0)
  package var note = OptionalColumn<TextIndex>(absent: .none)
  package var origin = OptionalColumn<BodyOrigin>(absent: .organisation)
  package var codes = NamedTextColumns()
  package var attributes = NamedTextColumns()

  package var count: Int { id.count }
}

/// In which table a body stands, or that it was made for a statement about owned kinds.
package enum BodyOrigin: UInt8, Sendable { case organisation, post, made }

/// Columns of text that a graph names itself: attributes, and codes by scheme.
package struct NamedTextColumns: Sendable {
  package private(set) var names: [String] = []
  package private(set) var columns: [OptionalColumn<TextIndex>] = []

  package mutating func position(of name: String) -> Int {
    if let position = names.firstIndex(of: name) { return position }
    names.append(name)
    columns.append(OptionalColumn(absent: .none))
    return names.count - 1
  }

  package mutating func set(_ value: TextIndex, column: Int, row: Int) {
    columns[column].set(value, at: row)
  }

  /// The same columns without values.
  var emptied: NamedTextColumns {
    var copy = NamedTextColumns()
    for name in names { _ = copy.position(of: name) }
    return copy
  }

  /// Sets the values of rows from here on to some rows of the same columns elsewhere.
  mutating func append(
    _ rows: Range<Int>, of other: NamedTextColumns, at row: Int,
    _ text: (TextIndex) -> TextIndex
  ) {
    for column in other.columns.indices {
      columns[column].append(rows, of: other.columns[column], at: row, text)
    }
  }

  /// The values of one row that are recorded, by column name.
  package func values(at row: Int, in text: TextPool) -> [(name: String, value: String)] {
    names.indices.compactMap { column in
      let value = columns[column][row]
      return value.isNone ? nil : (names[column], text[value])
    }.sorted { $0.name < $1.name }
  }
}
