/// The cells of the columns of relationships.
final class RelationshipCells: Sendable {
  let map: ColumnMap
  let id: Int, from: Int, to: Int, kind: Int, basis: Int, legalBasis: Int, amount: Int, year: Int
  let start: Int, end: Int, source: Int, grade: Int, note: Int
  let pairing: Int, alternativeOf: Int, partOf: Int
  let attributes: [(cell: Int, column: Int)]
  /// Whether there is any column that a bare register does not have.
  let hasMoreColumns: Bool

  init(_ map: ColumnMap, columns: inout RelationshipColumns) {
    self.map = map
    id = map.cell("id")
    from = map.cell("from")
    to = map.cell("to")
    kind = map.cell("kind")
    basis = map.cell("basis")
    legalBasis = map.cell("legal_basis")
    amount = map.cell("amount")
    year = map.cell("year")
    start = map.cell("start")
    end = map.cell("end")
    source = map.cell("source")
    grade = map.cell("grade")
    note = map.cell("note")
    pairing = map.cell("pairing")
    alternativeOf = map.cell("alternative_of")
    partOf = map.cell("part_of")
    attributes = map.attributes.map { ($0.cell, columns.attributes.position(of: $0.name)) }
    let more = [
      id, basis, legalBasis, year, source, grade, note, pairing, alternativeOf, partOf,
    ]
    hasMoreColumns = !attributes.isEmpty || more.contains { $0 >= 0 }
  }
}

extension GraphAssembler {
  mutating func addRelationship(
    _ cells: RowCells, _ columns: RelationshipCells, _ place: Place
  ) {
    // "every KIND" has a space, which no id has; the first byte tells most rows apart.
    if Self.kindNamed(by: cells[columns.from]) != nil
      || Self.kindNamed(by: cells[columns.to]) != nil
      || !bytes(cells, columns.pairing).isEmpty
    {
      addStatement(cells, columns, place)
      return
    }
    let from = body(cells, columns.from, place)
    let to = body(cells, columns.to, place)
    let kind = relationshipKind(cells, columns.kind, place)
    let period = period(cells, columns.start, columns.end, place)
    let amount = amount(cells, columns.amount, place)
    let basis = basis(cells, columns.basis, place)
    let source = sourceCell(cells, columns.source, place)
    let grade = grade(cells, columns.grade, place)
    if let from, let to, from == to {
      report(
        "self-relationship", place(columns.to),
        "'\(cells[columns.from].string)' is related to itself",
        cure: "correct one side, or remove the row")
      return
    }
    guard let from, let to, let kind, let period, let amount, let basis, let source, let grade,
      noteID(cells, columns.id, place)
    else { return }

    let row = rows.count
    guard row < Int(UInt32.max) - 1 else { return }
    rows.from.append(from)
    rows.to.append(to)
    rows.kind.append(kind)
    rows.start.set(period.start, at: row)
    rows.end.set(period.end, at: row)
    rows.amount.set(amount, at: row)
    rows.basis.set(basis.rawValue, at: row)
    rows.source.set(source, at: row)
    rows.grade.set(grade, at: row)
    rows.legalBasis.set(interned(cells, columns.legalBasis), at: row)
    rows.year.set(interned(cells, columns.year), at: row)
    rows.note.set(interned(cells, columns.note), at: row)
    rows.id.set(interned(cells, columns.id), at: row)
    rows.alternativeOf.set(interned(cells, columns.alternativeOf), at: row)
    rows.partOf.set(interned(cells, columns.partOf), at: row)
    notePending(cells, columns, row: row, place)
    for (cell, column) in columns.attributes where !cells[cell].isEmpty {
      rows.attributes.set(interned(cells, cell), column: column, row: row)
    }
  }

  /// Notes the references to other rows, which may stand further on.
  private mutating func notePending(
    _ cells: RowCells, _ columns: RelationshipCells, row: Int, _ place: Place
  ) {
    for (cell, column) in [(columns.alternativeOf, "alternative_of"), (columns.partOf, "part_of")]
    where cell >= 0 && !cells[cell].isEmpty {
      pendingRows.append(
        PendingReference(
          row: row, text: interned(cells, cell), column: column, place: place(cell)))
    }
  }

  /// Notes the id of a row; false when it is taken.
  private mutating func noteID(_ cells: RowCells, _ cell: Int, _ place: Place) -> Bool {
    guard cell >= 0, !cells[cell].isEmpty else { return true }
    guard rowIDs.insert(cells[cell].string).inserted else {
      report(
        "duplicate-id", place(cell), "the id '\(cells[cell].string)' is used twice",
        cure: "give each relationship that is referred to an id of its own")
      return false
    }
    return true
  }

  mutating func relationshipKind(_ cells: RowCells, _ cell: Int, _ place: Place) -> UInt16? {
    guard !cells[cell].isEmpty else {
      report(
        "missing-value", place(cell), "the relationship has no kind",
        cure: "say what the left is to the right, such as 'accountable-to'")
      return nil
    }
    let before = relationshipKinds.entries.count
    let position = relationshipKinds.position(ofUsed: cells[cell])
    let isNew = relationshipKinds.entries.count > before
    guard position <= Int(UInt16.max) else {
      report(
        "too-many-kinds", place(cell), "a graph may have at most 65,536 kinds of relationship",
        cure: "keep what differs from row to row in an attribute, not in its kind")
      return nil
    }
    guard !relationshipKinds.isKnown(position) else { return UInt16(position) }
    let id = cells[cell].string
    if bodyKinds.areDeclared {
      report(
        "unknown-kind", place(cell), "the kind of relationship '\(id)' is not declared",
        cure: cure(
          for: id, among: candidates { relationshipKinds.knownIDs },
          otherwise: "declare it in the table of kinds, under one of the standard kinds"))
      return nil
    }
    let standard = RelationshipKind.standard.map(\.rawValue)
    if isNew, let near = Suggestion.nearest(to: id, in: standard) {
      report(
        "near-kind", place(cell), "the kind of relationship '\(id)' is none of the standard ones",
        cure: "did you mean '\(near)'?", severity: .warning)
    }
    return UInt16(position)
  }

  private mutating func addStatement(
    _ cells: RowCells, _ columns: RelationshipCells, _ place: Place
  ) {
    let from = party(cells, columns.from, place)
    let to = party(cells, columns.to, place)
    let kind = relationshipKind(cells, columns.kind, place)
    let period = period(cells, columns.start, columns.end, place)
    let amount = amount(cells, columns.amount, place)
    let basis = basis(cells, columns.basis, place)
    let evidence = evidence(cells, columns.map, place)
    let pairing = pairing(cells, columns.pairing, place)
    guard let from, let to, let kind, let period, let amount, let basis, let evidence, let pairing,
      isPaired(from, to, pairing, place(columns.pairing >= 0 ? columns.pairing : columns.from)),
      noteID(cells, columns.id, place)
    else { return }
    notePending(cells, columns, row: -1, place)
    statements.append(
      Statement(
        id: string(cells, columns.id), from: from, to: to, kind: KindIndex(raw: kind),
        basis: basis, legalBasis: string(cells, columns.legalBasis),
        amount: amount == .min ? nil : Amount(hundredths: amount),
        year: string(cells, columns.year),
        period: Period(
          start: PartialDate(stored: period.start), end: PartialDate(stored: period.end)),
        evidence: evidence, pairing: pairing.value,
        alternativeOf: string(cells, columns.alternativeOf), partOf: string(cells, columns.partOf),
        attributes: attributes(cells, columns.map)))
    statementPlaces.append(place(columns.from))
  }

  /// The pairing that a cell states, which may be none; nil for a word that is not one.
  private mutating func pairing(_ cells: RowCells, _ cell: Int, _ place: Place)
    -> (value: Pairing?, Void)?
  {
    guard let word = string(cells, cell) else { return (nil, ()) }
    if let pairing = Pairing(rawValue: word) { return (pairing, ()) }
    let words = Pairing.allCases.map(\.rawValue)
    report(
      "unknown-pairing", place(cell), "'\(word)' is not a pairing",
      cure: cure(for: word, among: words, otherwise: "use one of \(words.joined(separator: ", "))"))
    return nil
  }

  private mutating func isPaired(
    _ from: Party, _ to: Party, _ pairing: (value: Pairing?, Void), _ place: SourcePosition
  ) -> Bool {
    switch (from, to, pairing.value) {
    case (.every, .every, nil):
      report(
        "missing-pairing", place, "the row has a kind on both sides and does not say which pairs",
        cure: "fill the column pairing: own, listed, overlapping or unstated")
      return false
    case (.body, .body, .some):
      report(
        "needless-pairing", place, "the row names two bodies and a pairing",
        cure: "empty the column pairing, or put `every KIND` on a side")
      return false
    case (.body, _, .own), (_, .body, .own):
      report(
        "needless-pairing", place, "'own' pairs two kinds, but one side is a body",
        cure: "empty the column pairing: the row stands for every body of the kind")
      return false
    default:
      return true
    }
  }
}
