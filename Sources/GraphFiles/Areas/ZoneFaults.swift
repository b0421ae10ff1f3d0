import GovernanceModel

/// Says what is wrong with rows of zones that cannot be used: rare, so looked at one by one.
struct ZoneFaults {
  let bytes: ByteText
  let path: String
  let layout: ZoneLayout
  /// A place that was passed, to count lines on from.
  private var counted = (offset: 0, line: 1)

  init(bytes: ByteText, path: String, layout: ZoneLayout) {
    self.bytes = bytes
    self.path = path
    self.layout = layout
  }

  /// Why the row that begins at an offset cannot be used.
  mutating func faults(ofRowAt offset: Int) -> [Diagnostic] {
    var scanner = CSVScanner(bytes, from: offset, line: line(of: offset))
    guard scanner.nextRow() else { return [] }
    if let fault = scanner.textFault {
      return [fault.diagnostic(at: scanner.position(ofOffset: fault.offset, path: path))]
    }
    if !scanner.faults.isEmpty { return scanner.diagnostics(path: path) }
    guard scanner.cells.count == layout.width else {
      let place = scanner.place(ofCell: -1, path: path)
      return [.raggedRow(at: place, cells: scanner.cells.count, columns: layout.width)]
    }
    if scanner.cells[layout.zone].isEmpty {
      return [
        Diagnostic(
          id: "missing-value", position: scanner.place(ofCell: layout.zone, path: path),
          summary: "the zone has no code", cure: "write its code, or remove the row")
      ]
    }
    let people = scanner.cells[layout.population].string
    return [
      Diagnostic(
        id: "impossible-population",
        position: scanner.place(ofCell: layout.population, path: path),
        summary: people.isEmpty
          ? "the population is empty" : "'\(people)' is not a number of people",
        cure: "write a whole number without separators, such as 1375")
    ]
  }

  /// The rows whose zone stood in an earlier one, counted over the rows that can be used.
  ///
  /// - Parameters: `start` is where the first row begins, `faulty` the rows that cannot be used.
  mutating func repeatedZones(
    from start: Int, faulty: [Int]
  ) -> (rows: Set<Int>, diagnostics: [Diagnostic]) {
    var scanner = CSVScanner(bytes, from: start)
    let faulty = Set(faulty)
    let zones = LabelTable()
    var rows: Set<Int> = []
    var diagnostics: [Diagnostic] = []
    var row = 0
    while scanner.nextRow() {
      guard !faulty.contains(scanner.rowStart) else { continue }
      let known = zones.count
      if Int(zones.number(of: scanner.cells[layout.zone])) < known {
        rows.insert(row)
        let line = line(of: scanner.rowStart)
        let place = scanner.place(ofCell: layout.zone, path: path)
        diagnostics.append(
          Diagnostic(
            id: "duplicate-zone",
            position: SourcePosition(path: path, line: line, column: place.column),
            summary: "the zone '\(scanner.cells[layout.zone].string)' stands twice",
            cure: "remove one of the rows; the first one counts"))
      }
      row += 1
    }
    return (rows, diagnostics)
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
