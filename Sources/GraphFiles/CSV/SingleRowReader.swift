import GovernanceModel

/// Feeds rows of a CSV file to an assembler one by one and notes what is wrong with them.
struct SingleRowReader {
  let bytes: ByteText
  let path: String
  /// A place that was passed, to count lines on from.
  private var counted = (offset: 0, line: 1)

  init(bytes: ByteText, path: String) {
    self.bytes = bytes
    self.path = path
  }

  /// Reads the rows that begin in a part of the file; parts must follow each other.
  ///
  /// - Parameter width: how many cells each row must have.
  mutating func read(
    from start: Int, to end: Int, width: Int, into assembler: inout GraphAssembler
  ) {
    var scanner = CSVScanner(bytes, from: start)
    // Lines are counted from `start`. How many come before is only counted when a place is asked
    // for: most files have no fault, and counting goes over every byte.
    func place(_ position: SourcePosition) -> SourcePosition {
      SourcePosition(
        path: position.path, line: position.line + line(of: start) - 1, column: position.column)
    }
    while scanner.offset < end, scanner.nextRow() {
      let faults = faults(of: scanner, width: width)
      for fault in faults {
        assembler.diagnostics.append(fault.placed(at: place(fault.position)))
      }
      guard faults.isEmpty else { continue }
      scanner.cells.withUnsafeBufferPointer { cells in
        assembler.add(cells) { [scanner] in place(scanner.place(ofCell: $0, path: path)) }
      }
    }
  }

  /// Why the scanner's row cannot be used; nothing where it can.
  private func faults(of scanner: CSVScanner, width: Int) -> [Diagnostic] {
    if let fault = scanner.textFault {
      return [fault.diagnostic(at: scanner.position(ofOffset: fault.offset, path: path))]
    }
    if !scanner.faults.isEmpty { return scanner.diagnostics(path: path) }
    guard scanner.cells.count == width else {
      let place = scanner.place(ofCell: -1, path: path)
      return [.raggedRow(at: place, cells: scanner.cells.count, columns: width)]
    }
    return []
  }

  private mutating func line(of offset: Int) -> Int {
    if offset < counted.offset { counted = (0, 1) }
    for byte in bytes[counted.offset..<offset] where byte == UInt8(ascii: "\n") {
      counted.line += 1
    }
    counted.offset = offset
    return counted.line
  }
}

extension CSVScanner {
  /// Where a cell of the current row stands; the row itself for -1.
  func place(ofCell cell: Int, path: String) -> SourcePosition {
    let offset = starts.indices.contains(cell) ? starts[cell] : rowStart
    return position(ofOffset: offset, path: path)
  }

  /// The first byte of the current row that no text may hold. One report for each row is enough to
  /// find and mend it.
  var textFault: TextFault? {
    let row = ByteText(rebasing: bytes[rowStart..<offset])
    return textFaults(in: row, limit: 1).first
      .map { TextFault(kind: $0.kind, offset: $0.offset + rowStart) }
  }
}

extension Diagnostic {
  /// The same at another place.
  fileprivate func placed(at position: SourcePosition) -> Diagnostic {
    Diagnostic(id: id, severity: severity, position: position, summary: summary, cure: cure)
  }
}
