extension GovernanceGraph {
  /// The id, which is never reused.
  public func id(of body: BodyIndex) -> String { text[bodies.id[body.position]] }

  /// The name on a date; regardless of dates, the one in the main table.
  public func name(of body: BodyIndex, at moment: Moment) -> String {
    if let name = historicValue("name", of: body, at: moment) { return name }
    // The board of a body that was renamed is renamed with it.
    if isMade(body), let owner = owner(of: body) {
      return Self.nameOfOwn(bodyKinds[kind(of: body, at: .anyTime)], name(of: owner, at: moment))
    }
    return text[bodies.name[body.position]]
  }

  /// The name of a board, committee or post that is known only as its owner's own.
  package static func nameOfOwn(_ kind: KindHierarchy.Kind, _ owner: String) -> String {
    kind.name.prefix(1).uppercased() + kind.name.dropFirst() + " of " + owner
  }

  /// The kind on a date; regardless of dates, the one in the main table.
  public func kind(of body: BodyIndex, at moment: Moment) -> KindIndex {
    if let id = historicValue("kind", of: body, at: moment), let kind = bodyKinds.index(of: id) {
      return kind
    }
    return KindIndex(raw: bodies.kind[body.position])
  }

  /// What it is in law on a date; nil where that is not recorded.
  public func legalForm(of body: BodyIndex, at moment: Moment) -> LegalForm? {
    if let form = historicValue("legal_form", of: body, at: moment) { return LegalForm(form) }
    let form = bodies.legalForm[body.position]
    return form.isNone ? nil : LegalForm(text[form])
  }

  /// From when to when it is open.
  public func life(of body: BodyIndex) -> Period {
    Period(
      start: PartialDate(stored: bodies.opened[body.position]),
      end: PartialDate(stored: bodies.closed[body.position]))
  }

  /// Whether it is open at a moment; always so regardless of dates.
  public func isOpen(_ body: BodyIndex, at moment: Moment) -> Bool {
    life(of: body).holds(at: moment)
  }

  /// Whether it is a post rather than an organisation.
  public func isPost(_ body: BodyIndex) -> Bool {
    guard let postKind else { return false }
    return bodyKinds.kind(KindIndex(raw: bodies.kind[body.position]), isA: postKind)
  }

  /// Whether it stands in no table but was made as the counterpart of its owner.
  public func isMade(_ body: BodyIndex) -> Bool { bodies.origin[body.position] == .made }

  /// The body whose own board, committee, officer or electorate it is.
  public func owner(of body: BodyIndex) -> BodyIndex? {
    let owner = bodies.owner[body.position]
    return owner == .max ? nil : BodyIndex(raw: owner)
  }

  /// Where the body's row comes from.
  public func evidence(of body: BodyIndex) -> Evidence {
    evidence(
      source: bodies.source[body.position], grade: bodies.grade[body.position],
      note: bodies.note[body.position])
  }

  /// Columns that the format gives no meaning to, by name.
  public func attributes(of body: BodyIndex) -> [Attribute] {
    bodies.attributes.values(at: body.position, in: text).map { Attribute(name: $0, value: $1) }
  }

  /// The codes on a date, by scheme; a scheme may give several at once.
  public func codes(of body: BodyIndex, at moment: Moment) -> [(scheme: String, code: String)] {
    var codes: [(scheme: String, code: String)] = []
    let entries = history(of: body).filter { $0.field.hasPrefix(TableSchema.codePrefix) }
    let current = entries.filter { moment.date == nil || $0.period.holds(at: moment) }
    for entry in current {
      codes.append((String(entry.field.dropFirst(TableSchema.codePrefix.count)), entry.value))
    }
    let covered = moment.date == nil ? [] : Set(codes.map(\.scheme))
    for (scheme, code) in bodies.codes.values(at: body.position, in: text)
    where !covered.contains(scheme) {
      codes.append((scheme, code))
    }
    codes.sort { ($0.scheme, $0.code) < ($1.scheme, $1.code) }
    var last: (String, String)?
    return codes.filter { entry in
      defer { last = entry }
      return last.map { $0 != entry } ?? true
    }
  }

  /// What its columns held in the past or will hold, by field and start.
  public func history(of body: BodyIndex) -> ArraySlice<HistoryEntry> {
    guard let range = historyOfBody[body.raw] else { return [] }
    return history[range]
  }

  private func historicValue(_ field: String, of body: BodyIndex, at moment: Moment) -> String? {
    guard !history.isEmpty, moment.date != nil else { return nil }
    return history(of: body).first { $0.field == field && $0.period.holds(at: moment) }?.value
  }

  package func evidence(source: TextIndex, grade: UInt8, note: TextIndex) -> Evidence {
    Evidence(
      sources: sourceIDs(source), grade: EvidenceGrade(rawValue: grade),
      note: note.isNone ? nil : text[note])
  }

  /// What a source cell cites: ids where the graph has a table of sources, else the text itself.
  private func sourceIDs(_ cell: TextIndex) -> [String] {
    guard !cell.isNone else { return [] }
    return sources.isEmpty ? [text[cell]] : text[cell].split(separator: " ").map(String.init)
  }
}

extension PartialDate {
  /// A date as a column stores it, 0 for "not recorded".
  package init?(stored packed: Int32) {
    guard packed != 0 else { return nil }
    self.init(packed: packed)
  }
}
