import GovernanceModel

/// Reads a table of zones on several threads, straight into columns of numbers.
///
/// Rows that cannot be used are reported and left out; a zone that stands twice counts once. The
/// same file gives the same table however many threads there are.
package struct ZoneTableReader {
  package let path: String
  /// The columns that are geographies; nil: every column but those with a meaning of their own.
  package let geographies: [String]?
  package let keepsIDs: Bool
  package var workers = Parallel.workers
  /// About how many bytes are read at a time.
  package var blockSize = 1 << 18

  package init(path: String, geographies: [String]? = nil, keepsIDs: Bool = false) {
    self.path = path
    self.geographies = geographies
    self.keepsIDs = keepsIDs
  }

  /// - Throws: ``FileError`` when the file cannot be read or its header names no zones.
  /// - Complexity: O(bytes); where codes are not in order, a look-up for each zone more.
  package func read() throws(FileError) -> (zones: ZoneTable, diagnostics: [Diagnostic]) {
    let file = try FileBytes(path: path)
    let result: Result<(ZoneTable, [Diagnostic]), FileError> = file.withBytes { bytes in
      read(bytes)
    }
    return try result.get()
  }

  private func read(
    _ bytes: ByteText
  ) -> Result<(ZoneTable, [Diagnostic]), FileError> {
    var scanner = CSVScanner(bytes)
    guard scanner.nextRow() else {
      return .failure(
        FileError([
          Diagnostic(
            id: "empty-file", position: SourcePosition(path: path),
            summary: "the file holds no row", cure: "write a header such as 'zone,population,ccg'")
        ]))
    }
    var problems = DiagnosticList()
    guard let layout = layout(of: scanner, &problems) else {
      return .failure(FileError(problems.sorted()))
    }
    var zones = zones(of: bytes, layout, from: scanner.offset)
    var places = ZoneFaults(bytes: bytes, path: path, layout: layout)
    for offset in zones.faulty { problems.append(contentsOf: places.faults(ofRowAt: offset)) }
    var dropped: Set<Int> = []
    if !zones.order.isAscending {
      let repeats = places.repeatedZones(from: scanner.offset, faulty: zones.faulty)
      problems.append(contentsOf: repeats.diagnostics)
      dropped = repeats.rows
    }
    return .success((zones.table(without: dropped), problems.sorted()))
  }

  /// What the header says of the columns; nil, with notes, when it cannot be used.
  private func layout(of scanner: CSVScanner, _ problems: inout DiagnosticList) -> ZoneLayout? {
    if let fault = scanner.textFault {
      problems.append(
        fault.diagnostic(at: scanner.position(ofOffset: fault.offset, path: path)))
      return nil
    }
    guard scanner.faults.isEmpty else {
      problems.append(contentsOf: scanner.diagnostics(path: path))
      return nil
    }
    let place = { [path] in scanner.place(ofCell: $0, path: path) }
    let map = ColumnMap(
      scanner.cells.map(\.string), columns: AreaTableName.zones.columns, place: place,
      diagnostics: &problems)
    guard map.isUsable else { return nil }
    let others = map.attributes.filter { geographies?.contains($0.name) ?? true }
    guard !others.isEmpty else {
      problems.append(
        Diagnostic(
          id: "no-geography", position: place(-1),
          summary: "no column of the table is a geography",
          cure: geographies.map { "name a column \($0.joined(separator: ", "))" }
            ?? "add a column for each geography, such as 'ccg'"))
      return nil
    }
    if let known = geographies {
      for column in map.attributes where !known.contains(column.name) {
        problems.append(
          Diagnostic(
            id: "unknown-geography", severity: .warning, position: place(column.cell),
            summary: "no geography is called '\(column.name)', so the column is not read",
            cure: Suggestion.nearest(to: column.name, in: known).map { "did you mean '\($0)'?" }
              ?? "add it to geographies.csv"))
      }
    }
    return ZoneLayout(
      width: map.header.count, zone: map.cell("zone"), population: map.cell("population"),
      geographies: others, keepsIDs: keepsIDs)
  }

  /// The file's rows, read in blocks. A block begins after a line break, which may stand in a quoted
  /// cell; where the one before it turns out to end elsewhere, it is read again from there.
  private func zones(of bytes: ByteText, _ layout: ZoneLayout, from start: Int) -> ZoneAssembly {
    var borders = [start]
    while let last = borders.last, last < bytes.count {
      var border = min(last + blockSize, bytes.count)
      while border < bytes.count, bytes[border - 1] != UInt8(ascii: "\n") { border += 1 }
      borders.append(border)
    }
    var zones = ZoneAssembly(layout, bytes)
    var offset = start
    let text = SharedBytes(bytes: bytes)
    Parallel.inOrder(borders.count - 1, workers: workers) { [borders] index in
      ZoneBlock.read(text.bytes, layout: layout, from: borders[index], to: borders[index + 1])
    } consume: { index, decoded in
      let end = borders[index + 1]
      guard offset < end else { return }
      let block =
        offset == borders[index]
        ? decoded : ZoneBlock.read(bytes, layout: layout, from: offset, to: end)
      offset = block.end
      zones.take(block)
    }
    return zones
  }
}

/// Safe to share: the bytes are only read, and stay until every thread is done.
private struct SharedBytes: @unchecked Sendable {
  let bytes: ByteText
}
