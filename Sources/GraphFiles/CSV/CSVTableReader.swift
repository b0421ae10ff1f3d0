import GovernanceModel

/// Feeds the rows of one CSV file to an assembler and notes what is wrong with them.
struct CSVTableReader {
  let file: FileBytes
  let table: TableName

  /// How many bytes are looked through for broken text at a time, and then let go.
  private static let blockSize = 1 << 22

  func read(into assembler: inout GraphAssembler) {
    file.withBytes { bytes in
      guard !bytes.isEmpty else {
        assembler.diagnostics.append(
          Diagnostic(
            id: "empty-file", position: SourcePosition(path: file.path),
            summary: "the file is empty",
            cure: "write a header such as 'id,name,kind', or remove the file"))
        return
      }
      read(bytes, into: &assembler)
    }
  }

  private func read(_ bytes: ByteText, into assembler: inout GraphAssembler) {
    var scanner = CSVScanner(bytes)
    var check = TextCheck(path: file.path, bytes: bytes)
    guard scanner.nextRow() else {
      assembler.diagnostics.append(
        Diagnostic(
          id: "empty-file", position: SourcePosition(path: file.path),
          summary: "the file holds no row", cure: "write a header such as 'id,name,kind'"))
      return
    }
    let isSoundHeader = check.isSound(scanner, &assembler.diagnostics)
    guard isSoundHeader, scanner.faults.isEmpty else {
      assembler.diagnostics.append(contentsOf: scanner.diagnostics(path: file.path))
      return
    }
    let header = scanner.cells.map(\.string)
    let isUsable = assembler.begin(table, header: header) { [scanner] in place($0, scanner) }
    guard isUsable else { return }
    readRows(&scanner, &check, columns: header.count, into: &assembler)
  }

  /// Reads rows a few at a time: their ids are looked ahead for, then they are added in order.
  private func readRows(
    _ scanner: inout CSVScanner, _ check: inout TextCheck, columns: Int,
    into assembler: inout GraphAssembler
  ) {
    var batch = RowBatch(columns: columns)
    var released = 0
    var isAtEnd = false
    while !isAtEnd {
      batch.removeAll()
      while !batch.isFull {
        guard scanner.nextRow() else {
          isAtEnd = true
          break
        }
        if isSound(scanner, &check, columns: columns, &assembler.diagnostics) {
          batch.append(scanner)
        }
      }
      batch.withCells { assembler.lookAhead($0) }
      batch.forEachRow { cells, starts, row in
        assembler.add(cells) { cell in
          scanner.position(
            ofOffset: cell >= 0 ? starts[cell] : row.offset, in: row, path: file.path)
        }
      }
      if scanner.offset - released > Self.blockSize {
        released = scanner.offset
        file.release(before: released)
      }
    }
  }

  /// Whether the scanner's row can be used; reports why not.
  private func isSound(
    _ scanner: CSVScanner, _ check: inout TextCheck, columns: Int,
    _ diagnostics: inout DiagnosticList
  ) -> Bool {
    guard check.isSound(scanner, &diagnostics) else { return false }
    guard scanner.faults.isEmpty else {
      diagnostics.append(contentsOf: scanner.diagnostics(path: file.path))
      return false
    }
    guard scanner.cells.count == columns else {
      diagnostics.append(
        .raggedRow(at: place(-1, scanner), cells: scanner.cells.count, columns: columns))
      return false
    }
    return true
  }

  private func place(_ cell: Int, _ scanner: CSVScanner) -> SourcePosition {
    let offset = scanner.starts.indices.contains(cell) ? scanner.starts[cell] : scanner.rowStart
    return scanner.position(ofOffset: offset, path: file.path)
  }

  /// Looks through the text for bytes that may not stand in it, a block ahead of the rows.
  private struct TextCheck {
    let path: String
    let bytes: ByteText
    private var checked = 0
    private var faults: ArraySlice<TextFault> = []

    init(path: String, bytes: ByteText) {
      self.path = path
      self.bytes = bytes
    }

    /// Whether the scanner's current row holds no broken byte; reports those it holds.
    mutating func isSound(_ scanner: CSVScanner, _ diagnostics: inout DiagnosticList) -> Bool {
      while checked < scanner.offset { checkBlock() }
      guard let first = faults.first, first.offset < scanner.offset else { return true }
      let mine = faults.prefix { $0.offset < scanner.offset }
      // One report for each row is enough to find and mend it.
      diagnostics.append(
        first.diagnostic(at: scanner.position(ofOffset: first.offset, path: path)))
      faults = faults.dropFirst(mine.count)
      return false
    }

    private mutating func checkBlock() {
      var end = min(checked + CSVTableReader.blockSize, bytes.count)
      // A block ends at a line break, so that no character is cut in two.
      while end < bytes.count, bytes[end - 1] != UInt8(ascii: "\n") { end += 1 }
      let block = ByteText(rebasing: bytes[checked..<end])
      faults += textFaults(in: block, limit: .max).map {
        TextFault(kind: $0.kind, offset: $0.offset + checked)
      }
      checked = end
    }
  }
}
