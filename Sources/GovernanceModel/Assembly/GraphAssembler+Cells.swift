/// Reading single cells. Each function notes what is wrong with its cell and returns nil then.
extension GraphAssembler {
  typealias Place = (Int) -> SourcePosition

  mutating func report(
    _ id: String, _ place: SourcePosition, _ summary: String, cure: String,
    severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(
        id: id, severity: severity, position: place, summary: summary, cure: cure))
  }

  /// A cell's bytes; none for a column that the table does not have.
  @inline(__always)
  func bytes(_ cells: RowCells, _ cell: Int) -> ByteText {
    cell >= 0 ? cells[cell] : ByteText(start: nil, count: 0)
  }

  func string(_ cells: RowCells, _ cell: Int) -> String? {
    let bytes = bytes(cells, cell)
    return bytes.isEmpty ? nil : bytes.string
  }

  @inline(__always)
  mutating func interned(_ cells: RowCells, _ cell: Int) -> TextIndex {
    guard cell >= 0, !cells[cell].isEmpty else { return .none }
    return interner.intern(cells[cell], in: &text)
  }

  /// A date as columns store it; 0 for an empty cell.
  @inline(__always)
  mutating func date(_ cells: RowCells, _ cell: Int, _ place: Place) -> Int32? {
    guard cell >= 0, !cells[cell].isEmpty else { return 0 }
    if let date = PartialDate(bytes: cells[cell]) { return date.packed }
    report(
      "impossible-date", place(cell), "'\(cells[cell].string)' is not a date",
      cure: "write it as 2016-10-01, 2016-10 or 2016; every part must exist in the calendar")
    return nil
  }

  /// A pair of dates in their order.
  @inline(__always)
  mutating func period(
    _ cells: RowCells, _ startCell: Int, _ endCell: Int, _ place: Place
  ) -> (start: Int32, end: Int32)? {
    let start = date(cells, startCell, place)
    let end = date(cells, endCell, place)
    guard let start, let end else { return nil }
    if start != 0, end != 0,
      PartialDate(packed: start).firstDay >= PartialDate(packed: end).endDay
    {
      report(
        "end-before-start", place(endCell),
        "the end '\(cells[endCell].string)' is not after the start '\(cells[startCell].string)'",
        cure: "swap or correct the dates; an end is the first day on which it no longer holds")
      return nil
    }
    return (start, end)
  }

  mutating func grade(_ cells: RowCells, _ cell: Int, _ place: Place) -> UInt8? {
    guard cell >= 0, !cells[cell].isEmpty else { return 0 }
    let word = cells[cell].string
    if let grade = EvidenceGrade(word: word) { return grade.rawValue }
    let words = EvidenceGrade.allCases.map(\.word)
    report(
      "unknown-grade", place(cell), "'\(word)' is not a grade of evidence",
      cure: cure(for: word, among: words, otherwise: "use one of \(words.joined(separator: ", "))"))
    return nil
  }

  mutating func basis(_ cells: RowCells, _ cell: Int, _ place: Place) -> Basis? {
    guard cell >= 0, !cells[cell].isEmpty else { return [] }
    var basis: Basis = []
    for word in cells[cell].string.split(separator: " ") {
      guard let part = Basis(word: word) else {
        let words = Basis.named.map(\.word)
        report(
          "unknown-basis", place(cell), "'\(word)' is not a basis",
          cure: cure(
            for: String(word), among: words,
            otherwise: "use any of \(words.joined(separator: ", ")), with spaces between"))
        return nil
      }
      basis.formUnion(part)
    }
    return basis
  }

  /// An amount in hundredths; the smallest number for an empty cell.
  @inline(__always)
  mutating func amount(_ cells: RowCells, _ cell: Int, _ place: Place) -> Int64? {
    guard cell >= 0, !cells[cell].isEmpty else { return .min }
    if let amount = Amount(bytes: cells[cell]) { return amount.hundredths }
    report(
      "bad-number", place(cell), "'\(cells[cell].string)' is not an amount",
      cure: "write plain digits with at most two decimals and no separators, such as -1021543.64")
    return nil
  }

  /// A cell of citations; every id must stand in the table of sources, where the graph has one.
  mutating func sourceCell(_ cells: RowCells, _ cell: Int, _ place: Place) -> TextIndex? {
    let index = interned(cells, cell)
    guard !index.isNone, !sources.isEmpty, !knownSourceCells.contains(index) else { return index }
    for id in text[index].split(separator: " ") where sourceByID[String(id)] == nil {
      report(
        "unknown-reference", place(cell), "the source '\(id)' does not exist",
        cure: cure(
          for: String(id), among: candidates { sources.map(\.id) },
          otherwise: "add it to the table of sources"))
      return nil
    }
    knownSourceCells.insert(index)
    return index
  }

  mutating func evidence(
    _ cells: RowCells, _ map: ColumnMap, _ place: Place
  ) -> Evidence? {
    guard let source = sourceCell(cells, map.cell("source"), place),
      let grade = grade(cells, map.cell("grade"), place)
    else { return nil }
    let ids = source.isNone ? [] : text[source].split(separator: " ").map(String.init)
    return Evidence(
      sources: sources.isEmpty && !source.isNone ? [text[source]] : ids,
      grade: EvidenceGrade(rawValue: grade), note: string(cells, map.cell("note")))
  }

  func attributes(_ cells: RowCells, _ map: ColumnMap) -> [Attribute] {
    map.attributes.compactMap { name, cell in
      cells[cell].isEmpty ? nil : Attribute(name: name, value: cells[cell].string)
    }.sorted { $0.name < $1.name }
  }

  /// The body that a cell names.
  @inline(__always)
  mutating func body(_ cells: RowCells, _ cell: Int, _ place: Place) -> UInt32? {
    if let body = identifiers.find(cells[cell], in: text, texts: bodies.id) {
      return body
    }
    reportUnknownBody(cells[cell], place(cell))
    return nil
  }

  mutating func reportUnknownBody(_ bytes: ByteText, _ place: SourcePosition) {
    let id = bytes.string
    report(
      "unknown-reference", place,
      id.isEmpty ? "the cell names no body" : "no organisation or post has the id '\(id)'",
      cure: nearBody(id) ?? "correct the id, or add the body to organisations or posts")
  }

  private mutating func nearBody(_ id: String) -> String? {
    guard suggestionsLeft > 0, bodies.count <= 50_000 else { return nil }
    suggestionsLeft -= 1
    return Suggestion.nearest(to: id, in: bodies.id.map { text[$0] })
      .map { "did you mean '\($0)'?" }
  }

  /// One side of a row: a body, or `every KIND`.
  mutating func party(_ cells: RowCells, _ cell: Int, _ place: Place) -> Party? {
    guard let kind = Self.kindNamed(by: cells[cell]) else {
      return body(cells, cell, place).map { .body(BodyIndex(raw: $0)) }
    }
    if let position = bodyKinds.position(of: kind),
      !bodyKinds.areDeclared || bodyKinds.isKnown(position)
    {
      return .every(KindIndex(position))
    }
    report(
      "unknown-kind", place(cell), "no kind has the id '\(kind)'",
      cure: cure(
        for: kind, among: candidates { bodyKinds.entries.map(\.id) },
        otherwise: "declare it in the table of kinds, or name a body"))
    return nil
  }

  /// The kind in `every KIND`; nil for a cell that names a body.
  static func kindNamed(by cell: ByteText) -> String? {
    let marker: StaticString = "every "
    guard cell.count > 6, ByteText(rebasing: cell[0..<6]).equals(marker) else { return nil }
    return ByteText(rebasing: cell[6...]).string
  }

  /// "Did you mean …", or another cure. Near words are only looked for at the first problems of a
  /// graph: a file that is wrong throughout would otherwise be searched for each of its rows.
  mutating func cure(for word: String, among candidates: [String], otherwise: String) -> String {
    guard suggestionsLeft > 0 else { return otherwise }
    suggestionsLeft -= 1
    return Suggestion.nearest(to: word, in: candidates).map { "did you mean '\($0)'?" }
      ?? otherwise
  }

  /// Words to suggest one from, gathered only while suggestions are made.
  func candidates(_ words: () -> [String]) -> [String] { suggestionsLeft > 0 ? words() : [] }

  /// Whether an id can be used: not empty, without spaces and control characters.
  mutating func isIdentifier(_ cells: RowCells, _ cell: Int, _ place: Place) -> Bool {
    let bytes = cells[cell]
    if bytes.isIdentifier { return true }
    report(
      "bad-id", place(cell),
      bytes.isEmpty ? "the row has no id" : "the id '\(bytes.string)' holds a space",
      cure: "give it an id without spaces, such as 'nhs-england'")
    return false
  }
}
