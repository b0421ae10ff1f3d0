import GovernanceModel

/// Goes through the rows of one small table about areas and notes what is wrong with them.
struct AreaRows {
  /// One row, by the names of its columns.
  struct Row {
    fileprivate let cells: [ByteText]
    fileprivate let map: ColumnMap
    let place: (Int) -> SourcePosition

    /// The text of a cell; nil where it is empty or the table has no such column.
    func text(_ column: String) -> String? {
      let cell = map.cell(column)
      return cell < 0 || cells[cell].isEmpty ? nil : cells[cell].string
    }

    func place(of column: String) -> SourcePosition { place(map.cell(column)) }
  }

  let path: String
  let table: AreaTableName
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, table: AreaTableName) {
    self.path = path
    self.table = table
  }

  /// Calls `body` with every row that has all required cells.
  mutating func visit(_ body: (Row, inout AreaRows) -> Void) throws(FileError) {
    let file = try FileBytes(path: path)
    file.withBytes { bytes in
      var scanner = CSVScanner(bytes)
      guard scanner.nextRow() else {
        note(
          "empty-file", SourcePosition(path: path), "the file holds no row",
          cure: "write a header, or remove the file")
        return
      }
      guard isSound(scanner, width: scanner.cells.count) else { return }
      var problems = DiagnosticList()
      let map = ColumnMap(
        scanner.cells.map(\.string), columns: table.columns,
        place: { [scanner, path] in scanner.place(ofCell: $0, path: path) },
        diagnostics: &problems)
      diagnostics += problems.diagnostics
      guard map.isUsable else { return }
      let required = table.columns.filter(\.isRequired).map(\.name)
      while scanner.nextRow() {
        guard isSound(scanner, width: map.header.count) else { continue }
        let row = Row(
          cells: scanner.cells, map: map,
          place: { [scanner, path] in scanner.place(ofCell: $0, path: path) })
        let missing = required.filter { row.text($0) == nil }
        for column in missing {
          note(
            "missing-value", row.place(of: column), "the cell of '\(column)' is empty",
            cure: "fill it, or remove the row")
        }
        if missing.isEmpty { body(row, &self) }
      }
    }
  }

  private mutating func isSound(_ scanner: CSVScanner, width: Int) -> Bool {
    if let fault = scanner.textFault {
      diagnostics.append(
        fault.diagnostic(at: scanner.position(ofOffset: fault.offset, path: path)))
      return false
    }
    diagnostics += scanner.diagnostics(path: path)
    guard scanner.faults.isEmpty else { return false }
    guard scanner.cells.count == width else {
      diagnostics.append(
        .raggedRow(
          at: scanner.place(ofCell: -1, path: path), cells: scanner.cells.count, columns: width))
      return false
    }
    return true
  }

  mutating func note(
    _ id: String, _ place: SourcePosition, _ summary: String, cure: String,
    severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(id: id, severity: severity, position: place, summary: summary, cure: cure))
  }

  /// The dates of a row; nil, with a note, where they are none or not in order.
  mutating func period(of row: Row) -> Period? {
    var dates: [PartialDate?] = []
    for column in ["start", "end"] {
      guard let text = row.text(column) else {
        dates.append(nil)
        continue
      }
      guard let date = PartialDate(text) else {
        note(
          "impossible-date", row.place(of: column), "'\(text)' is not a date",
          cure: "write it as 2016-10-01, 2016-10 or 2016; every part must exist in the calendar")
        return nil
      }
      dates.append(date)
    }
    let period = Period(start: dates[0], end: dates[1])
    guard !period.isEmpty else {
      note(
        "end-before-start", row.place(of: "end"),
        "the end '\(row.text("end") ?? "")' is not after the start '\(row.text("start") ?? "")'",
        cure: "swap or correct the dates; an end is the first day on which it no longer holds")
      return nil
    }
    return period
  }

  /// Where a row comes from; nil, with a note, for a grade that is none.
  mutating func evidence(of row: Row) -> Evidence? {
    var grade: EvidenceGrade?
    if let word = row.text("grade") {
      grade = EvidenceGrade(word: word)
      if grade == nil {
        let words = EvidenceGrade.allCases.map(\.word)
        note(
          "unknown-grade", row.place(of: "grade"), "'\(word)' is not a grade of evidence",
          cure: Suggestion.nearest(to: word, in: words).map { "did you mean '\($0)'?" }
            ?? "use one of \(words.joined(separator: ", "))")
        return nil
      }
    }
    return Evidence(
      sources: row.text("source")?.split(separator: " ").map(String.init) ?? [], grade: grade,
      note: row.text("note"))
  }
}
