extension GovernanceGraph {
  /// A graph from tables of text, with everything that is wrong with them.
  ///
  /// Rows with an error are left out of the graph. Positions name the table as the file, with the
  /// header as line 1.
  ///
  /// - Returns: the graph of the sound rows, and the diagnostics in order. Where one of them is an
  ///   error, the graph is not the one the tables meant.
  /// - Complexity: O(cells) and O(expanded relationships).
  public static func reading(_ tables: GraphTables) -> (
    graph: GovernanceGraph, diagnostics: [Diagnostic]
  ) {
    var assembler = GraphAssembler(expectedBodies: tables[.organisations].rows.count)
    assembler.title = tables.title
    assembler.asOf = tables.asOf
    assembler.currency = tables.currency
    for name in TableName.allCases where !tables[name].columns.isEmpty {
      let table = tables[name]
      assembler.begin(name, header: table.columns) { cell in
        SourcePosition(path: name.rawValue, line: 1, column: max(1, cell + 1))
      }
      for (row, cells) in table.rows.enumerated() {
        assembler.add(cells, columns: table.columns.count) { cell in
          SourcePosition(path: name.rawValue, line: row + 2, column: max(1, cell + 1))
        }
      }
    }
    let graph = assembler.finish()
    return (graph, assembler.diagnostics.sorted())
  }
}

extension GraphAssembler {
  /// Adds a row of strings; cells that are missing at its end are empty.
  package mutating func add(
    _ cells: [String], columns: Int, place: (Int) -> SourcePosition
  ) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for index in 0..<columns {
      if index < cells.count { bytes.append(contentsOf: cells[index].utf8) }
      ends.append(bytes.count)
    }
    // Safe: the cells point into `bytes`, which is not touched while they are used.
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      let row = ends.map { end in
        defer { start = end }
        return ByteText(rebasing: buffer[start..<end])
      }
      row.withUnsafeBufferPointer { add($0, place: place) }
    }
  }
}
