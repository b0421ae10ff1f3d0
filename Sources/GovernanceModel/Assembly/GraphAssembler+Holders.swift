/// Reading the cells of the tables of incentives: words, metrics, kinds, and whom a row means. Each
/// function notes what is wrong with its cell and returns nil then.
extension GraphAssembler {
  // MARK: Ids and words

  /// Whether a row's id can be used and no row of its table has it yet.
  mutating func isNewID(
    of sort: String, _ cells: RowCells, _ map: ColumnMap, _ place: Place,
    among positions: KeyPath<IncentiveTables, [String: Int]>
  ) -> Bool {
    guard isIdentifier(cells, map.cell("id"), place) else { return false }
    let id = cells[map.cell("id")].string
    guard incentiveTables[keyPath: positions][id] != nil else { return true }
    report(
      "duplicate-id", place(map.cell("id")), "the \(sort) '\(id)' stands twice",
      cure: "give each row an id of its own, or remove one of them")
    return false
  }

  /// A cell that holds one of some words; the inner nil is an empty cell.
  mutating func word<Word: CaseIterable & RawRepresentable<String>>(
    _ type: Word.Type, _ column: String, _ cells: RowCells, _ map: ColumnMap, _ place: Place
  ) -> Word?? {
    guard let text = string(cells, map.cell(column)) else { return .some(nil) }
    return known(text, column, map, place)
  }

  mutating func requiredWord<Word: CaseIterable & RawRepresentable<String>>(
    _ type: Word.Type, _ column: String, _ cells: RowCells, _ map: ColumnMap, _ place: Place
  ) -> Word? {
    guard let text = required(column, cells, map, place) else { return nil }
    return known(text, column, map, place)
  }

  /// A cell that holds any of some words, with spaces between.
  mutating func words<Word: CaseIterable & RawRepresentable<String>>(
    _ type: Word.Type, _ column: String, _ cells: RowCells, _ map: ColumnMap, _ place: Place
  ) -> [Word]? {
    var words: [Word] = []
    for text in (string(cells, map.cell(column)) ?? "").split(separator: " ") {
      guard let word: Word = known(String(text), column, map, place) else { return nil }
      words.append(word)
    }
    return words
  }

  private mutating func known<Word: CaseIterable & RawRepresentable<String>>(
    _ text: String, _ column: String, _ map: ColumnMap, _ place: Place
  ) -> Word? {
    if let word = Word(rawValue: text) { return word }
    report(
      "unknown-" + column.replacing("_", with: "-"), place(map.cell(column)),
      "'\(text)' is none of the words for \(column)",
      cure: cure(
        for: text, among: Word.words,
        otherwise: "use one of \(Word.words.joined(separator: ", "))"))
    return nil
  }

  // MARK: Metrics and kinds

  /// The position of the metric that a cell names.
  mutating func metric(
    _ column: String, _ cells: RowCells, _ map: ColumnMap, _ place: Place
  ) -> Int? {
    guard let id = required(column, cells, map, place) else { return nil }
    if let metric = incentiveTables.metricByID[id] { return metric }
    report(
      "unknown-reference", place(map.cell(column)), "no metric has the id '\(id)'",
      cure: cure(
        for: id, among: candidates { incentiveTables.metricIDs(but: id) },
        otherwise: "add it to the table of metrics"))
    return nil
  }

  /// The kind of relationship that a cell names; the inner nil is an empty cell.
  mutating func relationshipKind(
    _ column: String, _ cells: RowCells, _ map: ColumnMap, _ place: Place
  ) -> KindIndex?? {
    guard let id = string(cells, map.cell(column)) else { return .some(nil) }
    if let position = relationshipKinds.position(of: id), relationshipKinds.isKnown(position) {
      return KindIndex(position)
    }
    report(
      "unknown-kind", place(map.cell(column)), "no kind of relationship has the id '\(id)'",
      cure: cure(
        for: id, among: candidates { relationshipKinds.knownIDs },
        otherwise: "use one of the standard kinds, or declare it in the table of kinds"))
    return nil
  }

  /// The kind of bodies with an id that a row may use.
  private func bodyKind(_ id: String) -> KindIndex? {
    guard let position = bodyKinds.position(of: id),
      !bodyKinds.areDeclared || bodyKinds.isKnown(position)
    else { return nil }
    return KindIndex(position)
  }

  /// A cell that holds an expression over kinds; the inner nil is an empty cell.
  mutating func expression(
    _ column: String, _ cells: RowCells, _ map: ColumnMap, _ place: Place
  ) -> KindExpression?? {
    guard let text = string(cells, map.cell(column)) else { return .some(nil) }
    return expression(text, place(map.cell(column)))
  }

  private mutating func expression(_ text: String, _ place: SourcePosition) -> KindExpression? {
    do throws(KindExpression.Fault) {
      let expression = try KindExpression(text, kind: bodyKind)
      incentiveTables.expressions.append((expression, place))
      return expression
    } catch {
      report(error, place)
      return nil
    }
  }

  private mutating func report(_ fault: KindExpression.Fault, _ place: SourcePosition) {
    if case .unknownKind(let id) = fault {
      reportUnknownKind(id, place)
    } else {
      let wording = fault.wording
      report("bad-expression", place, wording.summary, cure: wording.cure)
    }
  }

  private mutating func reportUnknownKind(_ id: String, _ place: SourcePosition) {
    report(
      "unknown-kind", place, "no kind has the id '\(id)'",
      cure: cure(
        for: id, among: candidates { bodyKinds.entries.map(\.id) },
        otherwise: "declare it in the table of kinds, or name a body"))
  }

  // MARK: Holders

  /// Whom a cell means: a body, `every` with kinds, or `class` with a class.
  mutating func holder(
    _ column: String, _ cells: RowCells, _ map: ColumnMap, _ place: Place
  ) -> IncentiveHolder? {
    let cell = map.cell(column)
    guard cell >= 0, let text = required(column, cells, map, place) else { return nil }
    if let kinds = Self.kindNamed(by: cells[cell]) {
      return expression(kinds, place(cell)).map { .every($0) }
    }
    if text.hasPrefix("class ") { return group(String(text.dropFirst(6)), place(cell)) }
    return body(cells, cell, place).map { .body(BodyIndex(raw: $0)) }
  }

  /// The same for a cell that may be empty; the inner nil is an empty cell.
  mutating func optionalHolder(
    _ column: String, _ cells: RowCells, _ map: ColumnMap, _ place: Place
  ) -> IncentiveHolder?? {
    guard string(cells, map.cell(column)) != nil else { return .some(nil) }
    return holder(column, cells, map, place).map { .some($0) }
  }

  /// Whom a cell means that may name several: ids, `every KIND` and `class CLASS`, with spaces
  /// between.
  mutating func holders(
    _ column: String, _ cells: RowCells, _ map: ColumnMap, _ place: Place
  ) -> [IncentiveHolder]? {
    guard let text = string(cells, map.cell(column)) else { return [] }
    let place = place(map.cell(column))
    var words = text.split(separator: " ").map(String.init)[...]
    var holders: [IncentiveHolder] = []
    while let word = words.popFirst() {
      var holder: IncentiveHolder?
      switch (word, words.first) {
      case ("every", let id?):
        words.removeFirst()
        if let kind = bodyKind(id) {
          holder = .every(KindExpression(kind, id: id))
        } else {
          reportUnknownKind(id, place)
        }
      case ("class", let id?):
        words.removeFirst()
        holder = group(id, place)
      default:
        holder = body(word, place)
      }
      guard let holder else { return nil }
      holders.append(holder)
    }
    return holders
  }

  private mutating func body(_ id: String, _ place: SourcePosition) -> IncentiveHolder? {
    let found = id.withBytes { identifiers.find($0, in: text, texts: bodies.id) }
    if let found { return .body(BodyIndex(raw: found)) }
    id.withBytes { reportUnknownBody($0, place) }
    return nil
  }

  private mutating func group(_ id: String, _ place: SourcePosition) -> IncentiveHolder? {
    if let position = incentiveTables.classByID[id] { return .members(of: position) }
    report(
      "unknown-reference", place, "no class has the id '\(id)'",
      cure: cure(
        for: id, among: candidates { incentiveTables.records.classes.map(\.id) },
        otherwise: "add it to the table of classes"))
    return nil
  }
}
