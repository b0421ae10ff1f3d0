import GovernanceModel

/// What stands behind the lines and tables of a diagram, told row by row: on what each relationship
/// rests, from when to when, how well it is supported and by which source.
///
///     - Monitor is accountable to Parliament: statutory; from 2016-04-01 to 2022-07-01; verified;
///       source: National Health Service Act 2006
///     - 209 clinical commissioning groups are accountable to NHS England (statutory; verified)
///         - statutory; from 2013-04-01; verified; source: …; 209 relationships: one for each of the
///           209 clinical commissioning groups
struct OutlineRows {
  /// The most bodies that are named in a sentence; more have a line each.
  static let mostNames = 12

  private let contents: DiagramContents
  private let phrases: DiagramPhrases
  private let details: DiagramDetails
  private let titles: [String: String]
  private let names: [String: String]
  /// The elements of boxes that are one body.
  private let single: Set<String>
  private let boxOf: [String: DiagramContents.Box]
  private let frameOf: [String: DiagramContents.Frame]

  init(_ contents: DiagramContents, _ phrases: DiagramPhrases, _ details: DiagramDetails) {
    self.contents = contents
    self.phrases = phrases
    self.details = details
    titles = details.titles
    boxOf = Dictionary(contents.boxes.map { ($0.element, $0) }) { first, _ in first }
    frameOf = Dictionary(contents.frames.map { ($0.element, $0) }) { first, _ in first }
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
      (
        "What each line rests on", lines,
        "Basis, law, amounts, dates, evidence and sources of every line"
      ),
      (
        "What says who is in a table", tables,
        "Basis, dates, evidence and sources of every table"
      ),
    ].filter { !$0.1.isEmpty }.map {
      DiagramOutline.Section(
        heading: "\($0.0) (\($0.1.count.grouped))", items: $0.1, summary: $0.2)
    }
  }

  /// A table's element stands for the body that it is of.
  static func record(ofTable box: DiagramContents.Box) -> String { "table-" + box.element }

  static func tellsTable(_ box: DiagramContents.Box, _ details: DiagramDetails) -> Bool {
    box.owner != nil && details.records[box.element] != nil
  }

  private func item(_ line: DiagramContents.Line) -> DiagramOutline.Item {
    let records = details.records[line.element] ?? []
    // One row is told in the sentence itself.
    guard records.count == 1, records[0].count <= 1 else {
      return item(
        phrases.sentence(line), line.element, records, line.from, line.to, of: line)
    }
    let sentence =
      "\(phrases.standing(line))\(phrases.name(line.from)) \(phrases.verb(line)) "
      + phrases.name(line.to)
    var facts: [String] = []
    if line.holds, let standing = line.standing { facts.append(standing) }
    if line.isUnstated { facts.append("which ones is not recorded") }
    facts += self.facts(of: records[0], line).map(\.words)
    // In a frame it may be the only one.
    if records[0].count == 1, !single.contains(line.from) || !single.contains(line.to) {
      facts.append(relationships(of: records[0], line.from, line.to).words)
    }
    return DiagramOutline.Item(
      words: sentence + ": " + facts.joined(separator: "; "), record: line.element)
  }

  private func item(_ box: DiagramContents.Box) -> DiagramOutline.Item? {
    guard Self.tellsTable(box, details), let records = details.records[box.element] else {
      return nil
    }
    return item(
      "\(box.name): \(box.bodies.count.grouped) bodies", Self.record(ofTable: box), records,
      box.element, nil, of: nil)
  }

  /// Rows, each with what it is about, and before them what all of them say.
  ///
  /// - Parameters:
  ///   - start, end: the elements at the ends; nil for one body.
  private func item(
    _ words: String, _ element: String, _ records: [DiagramDetails.Record], _ start: String,
    _ end: String?, of line: DiagramContents.Line?
  ) -> DiagramOutline.Item {
    let facts = records.map { self.facts(of: $0, line) }
    let told = facts.filter { !$0.isEmpty }
    let common =
      told.count > 1
      ? told[0].filter { fact in told.allSatisfy { $0.contains { $0 == fact } } } : []
    let shared = common.map(\.words).joined(separator: "; ")
    return DiagramOutline.Item(
      words: common.isEmpty ? words : "\(words); in every row: \(shared)", record: element,
      parts: zip(records, facts).map { record, facts in
        guard record.form != .rest else {
          return DiagramOutline.Part(
            words: "\(record.count.grouped) more relationships, which are not told one by one")
        }
        var own = facts.filter { fact in !common.contains { $0 == fact } }.map(\.words)
        guard record.count > 0 else {
          return DiagramOutline.Part(words: own.joined(separator: "; "))
        }
        let about = relationships(of: record, start, end)
        own.append(about.words)
        return DiagramOutline.Part(words: own.joined(separator: "; "), names: about.names)
      })
  }

  /// What a row says, in the order in which it is told.
  private enum Fact { case form, kind, basis, law, amount, dates, grade, note, sources }

  /// "statutory", "NHS Act 2006 s.1(3)", "from 2013-04-01", "verified", "source: …"; nothing of rows
  /// that are not told one by one.
  private func facts(
    of record: DiagramDetails.Record, _ line: DiagramContents.Line?
  ) -> [(fact: Fact, words: String)] {
    guard record.form != .rest else { return [] }
    var facts: [(fact: Fact, words: String)] = []
    func add(_ fact: Fact, _ words: String?) { if let words { facts.append((fact, words)) } }
    add(.kind, record.kind == line?.kind ? nil : record.kind.unhyphenated)
    switch record.form {
    case .total: add(.form, "in total")
    case .statement where line?.isUnstated != true: add(.form, "said of the whole kind")
    default: break
    }
    if !record.basis.isEmpty {
      add(.basis, record.basis.joined(separator: ", "))
    } else if line?.isRoute ?? false {
      add(.basis, "basis not recorded")
    }
    add(.law, record.legalBasis)
    let sum = [record.amount, record.year].compactMap(\.self)
    add(.amount, sum.isEmpty ? nil : sum.joined(separator: " "))
    add(.dates, record.dates == "not recorded" ? "dates not recorded" : record.dates)
    add(.grade, record.grade?.word ?? "no grade")
    add(.note, record.note?.withoutFullStop)
    add(.sources, details.citation(of: record.sources, titles))
    return facts
  }

  /// Whom a row is about, at an end that is no single body: some names, who of a group it leaves out,
  /// or a list of all.
  private func relationships(
    of record: DiagramDetails.Record, _ start: String, _ end: String?
  ) -> (words: String, names: [String]) {
    let count = record.count == 1 ? "1 relationship" : "\(record.count.grouped) relationships"
    let isOne = (from: single.contains(start), to: end.map(single.contains) ?? true)
    guard !record.pairs.isEmpty, isOne != (true, true) else { return (count, []) }
    func name(_ id: String) -> String { names[id] ?? id }
    func named(_ pair: DiagramDetails.Pair) -> String {
      switch isOne {
      case (false, true): name(pair.from)
      case (true, false): name(pair.to)
      default: "\(name(pair.from)) to \(name(pair.to))"
      }
    }
    guard record.count > Self.mostNames else {
      return ("\(count): " + record.pairs.map(named).joined(separator: ", "), [])
    }
    if isOne != (false, false),
      let others = others(than: record, at: isOne.to ? start : end, isStart: isOne.to)
    {
      return ("\(count): one for each of \(others)", [])
    }
    let rest = record.count - record.pairs.count
    return (
      "\(count):",
      record.pairs.map(named).sorted()
        + (rest > 0 ? ["and \(rest.grouped) more, which are not told one by one"] : [])
    )
  }

  /// "the 209 clinical commissioning groups but NHS Cumbria CCG"; nil where too many of those at an end
  /// are left out to say it so.
  private func others(
    than record: DiagramDetails.Record, at element: String?, isStart: Bool
  ) -> String? {
    guard let element else { return nil }
    let boxes = frameOf[element].map { $0.boxes.compactMap { boxOf[$0] } } ?? [boxOf[element]]
    let all = Set(
      boxes.compactMap(\.self).flatMap { box in
        (details.members[box.element] ?? box.bodies).map(\.id)
      })
    let told = Set(record.pairs.lazy.map { isStart ? $0.from : $0.to })
    let missing = all.subtracting(told).map { names[$0] ?? $0 }.sorted()
    guard told.count == record.count, told.isSubset(of: all), missing.count <= Self.mostNames
    else { return nil }
    let whole =
      frameOf[element].map { "the bodies in “\($0.label)”" }
      ?? boxOf[element].map { box in
        box.form == .group ? "the \(box.name)" : "the \(box.bodies.count.grouped) bodies"
      } ?? "them"
    return missing.isEmpty ? whole : "\(whole) but \(missing.joined(separator: ", "))"
  }
}
