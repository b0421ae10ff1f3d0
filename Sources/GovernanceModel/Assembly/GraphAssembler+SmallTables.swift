/// The tables that stay small: each row becomes a value of its own.
extension GraphAssembler {
  mutating func addSource(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    guard isIdentifier(cells, map.cell("id"), place) else { return }
    let id = cells[map.cell("id")].string
    guard sourceByID[id] == nil else {
      report(
        "duplicate-id", place(map.cell("id")), "the source '\(id)' stands twice",
        cure: "give each source an id of its own")
      return
    }
    sourceByID[id] = sources.count
    sources.append(
      Source(
        id: id, title: string(cells, map.cell("title")),
        publisher: string(cells, map.cell("publisher")), date: string(cells, map.cell("date")),
        url: string(cells, map.cell("url")), licence: string(cells, map.cell("licence")),
        note: string(cells, map.cell("note")), attributes: attributes(cells, map)))
  }

  mutating func addKind(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    guard isIdentifier(cells, map.cell("id"), place) else { return }
    let sort = string(cells, map.cell("of")) ?? "organisation"
    let sorts = ["organisation", "post", "relationship"]
    guard sorts.contains(sort) else {
      report(
        "unknown-sort", place(map.cell("of")), "'\(sort)' is not a sort of kind",
        cure: cure(for: sort, among: sorts, otherwise: "use organisation, post or relationship"))
      return
    }
    var broader = (string(cells, map.cell("broader")) ?? "").split(separator: " ").map(String.init)
    let tierText = string(cells, map.cell("tier"))
    let tier = tierText.flatMap { Int($0) }
    if let tierText, tier.map({ !(0...1000).contains($0) }) ?? true {
      report(
        "bad-number", place(map.cell("tier")), "'\(tierText)' is not a tier",
        cure: "write a whole number from 0 to 1000")
      return
    }
    let id = cells[map.cell("id")].string
    guard let source = sourceCell(cells, map.cell("source"), place) else { return }
    if sort == "post", broader.isEmpty, id != "post" { broader = ["post"] }
    let entry = KindCollector.Entry(
      id: id, name: string(cells, map.cell("name")), plural: string(cells, map.cell("plural")),
      broader: broader, ownedBy: string(cells, map.cell("owned_by")), tier: tier,
      definition: string(cells, map.cell("definition")),
      source: source.isNone ? nil : text[source], isDeclared: true,
      attributes: attributes(cells, map), place: place(map.cell("id")),
      broaderPlace: place(map.cell("broader")), ownerPlace: place(map.cell("owned_by")))
    if sort == "relationship", broader.isEmpty,
      RelationshipKind.standard.allSatisfy({ $0.rawValue != id })
    {
      report(
        "missing-value", place(map.cell("id")),
        "the kind of relationship '\(id)' has no broader one",
        cure: "put it under one of the standard kinds, so that questions know how to read it")
      return
    }
    guard sort == "relationship" ? relationshipKinds.hasRoom(for: id) : bodyKinds.hasRoom(for: id)
    else {
      reportTooManyKinds(place(map.cell("id")))
      return
    }
    let isNew =
      sort == "relationship" ? relationshipKinds.declare(entry) : bodyKinds.declare(entry)
    if !isNew {
      report(
        "duplicate-id", place(map.cell("id")), "the kind '\(id)' is declared twice",
        cure: "remove one of the rows")
    }
  }

  mutating func addHolder(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    guard let post = body(cells, map.cell("post"), place),
      let name = required("name", cells, map, place), let period = period(cells, map, place),
      let evidence = evidence(cells, map, place)
    else { return }
    holders.append(
      Holder(
        post: BodyIndex(raw: post), name: name, period: period, evidence: evidence,
        attributes: attributes(cells, map)))
  }

  mutating func addHistory(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    guard let body = body(cells, map.cell("organisation"), place),
      let field = required("field", cells, map, place),
      let value = required("value", cells, map, place), let period = period(cells, map, place),
      let evidence = evidence(cells, map, place)
    else { return }
    let fields = ["name", "kind", "legal_form"]
    guard fields.contains(field) || field.hasPrefix(TableSchema.codePrefix) else {
      report(
        "unknown-field", place(map.cell("field")), "'\(field)' is not a column with a history",
        cure: cure(
          for: field, among: fields, otherwise: "use name, kind, legal_form or code_SCHEME"))
      return
    }
    if field == "kind" {
      let position = bodyKinds.position(ofUsed: cells[map.cell("value")])
      guard position < KindCollector.limit else {
        reportTooManyKinds(place(map.cell("value")))
        return
      }
      if bodyKinds.areDeclared, !bodyKinds.isKnown(position) {
        report(
          "unknown-kind", place(map.cell("value")), "the kind '\(value)' is not declared",
          cure: cure(
            for: value, among: candidates { bodyKinds.knownIDs },
            otherwise: "declare it in the table of kinds"))
        return
      }
    }
    historyPlaces.append(place(-1))
    history.append(
      HistoryEntry(
        body: BodyIndex(raw: body), field: field, value: value, period: period,
        evidence: evidence, attributes: attributes(cells, map)))
  }

  mutating func addPair(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    guard let statement = required("statement", cells, map, place) else { return }
    let from = body(cells, map.cell("from"), place)
    let to = body(cells, map.cell("to"), place)
    guard let from, let to, let period = period(cells, map, place),
      let amount = amount(cells, map.cell("amount"), place),
      let evidence = evidence(cells, map, place)
    else { return }
    guard statements.contains(where: { $0.id == statement && $0.pairing == .listed }) else {
      report(
        "unknown-reference", place(map.cell("statement")),
        "no relationship with the id '\(statement)' lists its pairs",
        cure: cure(
          for: statement, among: statements.filter { $0.pairing == .listed }.compactMap(\.id),
          otherwise: "give the row that id and the pairing 'listed'"))
      return
    }
    guard from != to else {
      report(
        "self-relationship", place(map.cell("to")), "a body is paired with itself",
        cure: "correct one side, or remove the row")
      return
    }
    listedPairs.append(
      ListedPair(
        statement: statement, from: BodyIndex(raw: from), to: BodyIndex(raw: to), period: period,
        amount: amount == .min ? nil : Amount(hundredths: amount),
        year: string(cells, map.cell("year")), evidence: evidence,
        attributes: attributes(cells, map)))
  }

  mutating func addDuty(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    let holder = party(cells, map.cell("holder"), place)
    guard let holder, let word = required("type", cells, map, place),
      let subject = required("subject", cells, map, place),
      let period = period(cells, map, place), let evidence = evidence(cells, map, place)
    else { return }
    guard let type = Duty.Obligation(rawValue: word) else {
      report(
        "unknown-type", place(map.cell("type")), "'\(word)' is neither duty nor power",
        cure: "write duty or power")
      return
    }
    duties.append(
      Duty(
        holder: holder, type: type, subject: subject,
        legalBasis: string(cells, map.cell("legal_basis")), period: period, evidence: evidence,
        attributes: attributes(cells, map)))
  }

  mutating func required(
    _ column: String, _ cells: RowCells, _ map: ColumnMap, _ place: Place
  ) -> String? {
    if let value = string(cells, map.cell(column)) { return value }
    report(
      "missing-value", place(map.cell(column)), "the row has no \(column)", cure: "fill the cell")
    return nil
  }

  mutating func period(_ cells: RowCells, _ map: ColumnMap, _ place: Place) -> Period? {
    period(cells, map.cell("start"), map.cell("end"), place).map {
      Period(start: PartialDate(stored: $0.start), end: PartialDate(stored: $0.end))
    }
  }
}
