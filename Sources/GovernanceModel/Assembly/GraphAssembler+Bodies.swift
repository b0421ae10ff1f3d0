/// The cells of the columns of organisations or posts.
final class BodyCells: Sendable {
  let isPost: Bool
  let id: Int, name: Int, kind: Int, legalForm: Int, opened: Int, closed: Int, owner: Int
  let source: Int, grade: Int, note: Int
  /// Cells with the columns of the graph that they go to.
  let codes: [(cell: Int, column: Int)]
  let attributes: [(cell: Int, column: Int)]
  /// How many cells a row has.
  let width: Int
  /// Whether there is any column that a bare register does not have.
  let hasMoreColumns: Bool

  init(_ map: ColumnMap, isPost: Bool, columns: inout BodyColumns) {
    self.isPost = isPost
    width = map.header.count
    id = map.cell("id")
    name = map.cell("name")
    kind = map.cell("kind")
    // Posts have no legal form: the word is an attribute there.
    legalForm = isPost ? -1 : map.cell("legal_form")
    opened = map.cell("opened")
    closed = map.cell("closed")
    owner = map.cell("owner")
    source = map.cell("source")
    grade = map.cell("grade")
    note = map.cell("note")
    codes = map.codes.map { ($0.cell, columns.codes.position(of: $0.scheme)) }
    attributes = map.attributes.map { ($0.cell, columns.attributes.position(of: $0.name)) }
    hasMoreColumns = !attributes.isEmpty || [legalForm, source, grade, note].contains { $0 >= 0 }
  }
}

extension GraphAssembler {
  mutating func addBody(_ cells: RowCells, _ columns: BodyCells, _ place: Place) {
    guard isIdentifier(cells, columns.id, place) else { return }
    var isSound = true
    if cells[columns.name].isEmpty {
      report(
        "missing-value", place(columns.name), "'\(cells[columns.id].string)' has no name",
        cure: "give its name")
      isSound = false
    }
    let kind = kindOfBody(cells, columns, place)
    let life = period(cells, columns.opened, columns.closed, place)
    let source = sourceCell(cells, columns.source, place)
    let grade = grade(cells, columns.grade, place)
    if identifiers.find(cells[columns.id], in: text, texts: bodies.id) != nil {
      report(
        "duplicate-id", place(columns.id), "the id '\(cells[columns.id].string)' is used twice",
        cure: "give each organisation and post an id of its own; an id is never reused")
      isSound = false
    }
    guard isSound, let kind, let life, let source, let grade else { return }

    let row = bodies.count
    guard row < Int(UInt32.max) - 1 else { return }
    identifiers.insert(cells[columns.id], as: UInt32(truncatingIfNeeded: row))
    bodies.id.append(text.append(cells[columns.id]))
    bodies.name.append(text.append(cells[columns.name]))
    bodies.kind.append(kind)
    bodies.legalForm.set(interned(cells, columns.legalForm), at: row)
    bodies.opened.set(life.start, at: row)
    bodies.closed.set(life.end, at: row)
    bodies.source.set(source, at: row)
    bodies.grade.set(grade, at: row)
    bodies.note.set(interned(cells, columns.note), at: row)
    if columns.isPost { bodies.origin.set(.post, at: row) }
    for (cell, column) in columns.codes where !cells[cell].isEmpty {
      bodies.codes.set(text.append(cells[cell]), column: column, row: row)
    }
    for (cell, column) in columns.attributes where !cells[cell].isEmpty {
      bodies.attributes.set(interned(cells, cell), column: column, row: row)
    }
    if columns.owner >= 0, !cells[columns.owner].isEmpty {
      pendingOwners.append(
        PendingReference(
          row: row, text: interned(cells, columns.owner), column: "owner",
          place: place(columns.owner)))
    }
  }

  private mutating func kindOfBody(_ cells: RowCells, _ columns: BodyCells, _ place: Place)
    -> UInt16?
  {
    if columns.isPost, bytes(cells, columns.kind).isEmpty { return 0 }
    guard !cells[columns.kind].isEmpty else {
      report(
        "missing-value", place(columns.kind), "'\(cells[columns.id].string)' has no kind",
        cure: "give the id of its kind")
      return nil
    }
    let position = bodyKinds.position(ofUsed: cells[columns.kind])
    if position > Int(UInt16.max) {
      reportTooManyKinds(place(columns.kind))
      return nil
    }
    if bodyKinds.areDeclared, !bodyKinds.isKnown(position) {
      let id = cells[columns.kind].string
      report(
        "unknown-kind", place(columns.kind), "the kind '\(id)' is not declared",
        cure: cure(
          for: id, among: candidates { bodyKinds.knownIDs },
          otherwise: "declare it in the table of kinds"))
      return nil
    }
    return UInt16(position)
  }

  mutating func reportTooManyKinds(_ place: SourcePosition) {
    report(
      "too-many-kinds", place, "a graph may have at most 65,536 kinds",
      cure: "keep what differs from body to body in an attribute, not in its kind")
  }
}
