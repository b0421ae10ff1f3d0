import GovernanceModel

/// What stands behind the lines and tables of a diagram, told row by row: on what each relationship
/// rests, from when to when, how well it is supported and by which source.
///
///     - Monitor is accountable to Parliament: statutory; from 2016-04-01 to 2022-07-01; verified;
///       source: National Health Service Act 2006
///     - 209 clinical commissioning groups are accountable to NHS England (statutory; verified)
///         - statutory; from 2013-04-01; verified; source: …; 209 relationships: NHS Airedale CCG, …
struct OutlineRows {
  /// The most bodies that are named where rows say the same of many.
  static let mostNames = 12

  private let contents: DiagramContents
  private let phrases: DiagramPhrases
  private let details: DiagramDetails
  private let titles: [String: String]
  private let names: [String: String]
  /// The elements of boxes that are one body.
  private let single: Set<String>

  init(_ contents: DiagramContents, _ phrases: DiagramPhrases, _ details: DiagramDetails) {
    self.contents = contents
    self.phrases = phrases
    self.details = details
    titles = Dictionary(
      details.sources.map { ($0.id, $0.title ?? $0.id) }, uniquingKeysWith: { first, _ in first })
    single = Set(contents.boxes.lazy.filter { $0.form == .body }.map(\.element))
    let bodies =
      contents.boxes.flatMap { $0.bodies + ($0.owner.map { [$0] } ?? []) }
      + details.members.values.joined()
    names = Dictionary(
      bodies.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// A section for lines and one for tables, where there are any.
  var sections: [DiagramOutline.Section] {
    var place: [String: Int] = [:]
    for (number, box) in contents.boxes.enumerated() { place[box.element] = number }
    for (number, frame) in contents.frames.enumerated() {
      place[frame.element] = contents.boxes.count + number
    }
    // As the bodies are told, and in the order of the lines within each.
    let lines = contents.lines.enumerated().map { (place[$1.from] ?? .max, $0, $1) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { item($0.2) }
    let tables = contents.boxes.compactMap(item)
    return [
      ("What each line rests on", lines), ("What says who is in a table", tables),
    ].filter { !$0.1.isEmpty }.map {
      DiagramOutline.Section(heading: "\($0.0) (\($0.1.count.grouped))", items: $0.1)
    }
  }

  private func item(_ line: DiagramContents.Line) -> DiagramOutline.Item {
    let records = details.records[line.element] ?? []
    // One row is told in the sentence itself.
    guard records.count == 1, records[0].count <= 1 else {
      return DiagramOutline.Item(
        words: phrases.sentence(line),
        parts: records.map { DiagramOutline.Part(words: told($0, of: line)) })
    }
    let sentence =
      "\(phrases.standing(line))\(phrases.name(line.from)) \(phrases.verb(line)) "
      + phrases.name(line.to)
    var facts: [String] = []
    if line.holds, let standing = line.standing { facts.append(standing) }
    if line.isUnstated { facts.append("which ones is not recorded") }
    facts.append(told(records[0], of: line, namesBodies: false))
    return DiagramOutline.Item(words: sentence + ": " + facts.joined(separator: "; "))
  }

  private func item(_ box: DiagramContents.Box) -> DiagramOutline.Item? {
    guard box.owner != nil, let records = details.records[box.element] else { return nil }
    return DiagramOutline.Item(
      words: "\(box.name): \(box.bodies.count.grouped) bodies",
      parts: records.map { DiagramOutline.Part(words: told($0, of: nil)) })
  }

  /// "statutory; NHS Act 2006 s.1(3); from 2013-04-01; verified; source: …".
  private func told(
    _ record: DiagramDetails.Record, of line: DiagramContents.Line?, namesBodies: Bool = true
  ) -> String {
    guard record.form != .rest else {
      return "\(record.count.grouped) more relationships, which are not told one by one"
    }
    var facts: [String] = []
    if record.kind != line?.kind { facts.append(record.kind.unhyphenated) }
    if record.form == .total { facts.append("in total") }
    if record.form == .statement, line?.isUnstated != true {
      facts.append("said of the whole kind")
    }
    if !record.basis.isEmpty {
      facts.append(record.basis.joined(separator: ", "))
    } else if line?.isRoute ?? false {
      facts.append("basis not recorded")
    }
    if let law = record.legalBasis { facts.append(law) }
    if let amount = record.amount {
      facts.append([amount, record.year].compactMap { $0 }.joined(separator: " "))
    }
    if let dates = record.dates {
      facts.append(dates == "not recorded" ? "dates not recorded" : dates)
    }
    facts.append(record.grade?.word ?? "no grade")
    if let note = record.note { facts.append(note.hasSuffix(".") ? String(note.dropLast()) : note) }
    let cited = record.sources.map { titles[$0] ?? $0 }
    facts.append(
      cited.isEmpty
        ? "no source"
        : (cited.count == 1 ? "source: " : "sources: ") + cited.joined(separator: ", "))
    if record.count > 0, namesBodies { facts.append(relationships(of: record, line)) }
    return facts.joined(separator: "; ")
  }

  /// "209 relationships: NHS Airedale CCG, … and 197 more": those at an end that is no single body.
  private func relationships(
    of record: DiagramDetails.Record, _ line: DiagramContents.Line?
  ) -> String {
    let isOne = (
      from: line.map { single.contains($0.from) } ?? false,
      to: line.map { single.contains($0.to) } ?? true
    )
    func name(_ id: String) -> String { names[id] ?? id }
    let named = record.pairs.prefix(Self.mostNames).map { pair in
      switch isOne {
      case (false, true): name(pair.from)
      case (true, false): name(pair.to)
      default: "\(name(pair.from)) to \(name(pair.to))"
      }
    }
    let count = record.count == 1 ? "1 relationship" : "\(record.count.grouped) relationships"
    guard !named.isEmpty, isOne != (true, true) else { return count }
    let rest = record.count - named.count
    return "\(count): " + named.joined(separator: ", ")
      + (rest > 0 ? " and \(rest.grouped) more" : "")
  }
}
