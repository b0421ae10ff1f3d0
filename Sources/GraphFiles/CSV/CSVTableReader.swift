import GovernanceModel

/// Feeds the rows of one CSV file to an assembler and notes what is wrong with them.
struct CSVTableReader {
  let file: FileBytes
  let table: TableName
  let settings: ReadingSettings

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
    guard scanner.nextRow() else {
      assembler.diagnostics.append(
        Diagnostic(
          id: "empty-file", position: SourcePosition(path: file.path),
          summary: "the file holds no row", cure: "write a header such as 'id,name,kind'"))
      return
    }
    if let fault = scanner.textFault {
      assembler.diagnostics.append(
        fault.diagnostic(at: scanner.position(ofOffset: fault.offset, path: file.path)))
      return
    }
    guard scanner.faults.isEmpty else {
      assembler.diagnostics.append(contentsOf: scanner.diagnostics(path: file.path))
      return
    }
    let header = scanner.cells.map(\.string)
    let isUsable = assembler.begin(table, header: header) { [scanner] in
      scanner.place(ofCell: $0, path: file.path)
    }
    guard isUsable else { return }
    let blocks = RowBlockReader(bytes: bytes, file: file, settings: settings)
    switch table {
    case .organisations where !settings.readsRowByRow, .posts where !settings.readsRowByRow:
      blocks.read(BodyDecoder.self, from: scanner.offset, into: &assembler)
    case .relationships where !settings.readsRowByRow:
      blocks.read(RelationshipDecoder.self, from: scanner.offset, into: &assembler)
    default:
      var rows = SingleRowReader(bytes: bytes, path: file.path)
      rows.read(
        from: scanner.offset, to: bytes.count, width: header.count, into: &assembler)
    }
  }
}
