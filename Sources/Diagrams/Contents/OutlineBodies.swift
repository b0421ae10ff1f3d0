import GovernanceModel

/// What is recorded of the bodies of a diagram: of each that it names, and of each that a group stands
/// for, which the picture only counts. What all bodies of a box have in common, or most, is told once.
///
///     - 209 clinical commissioning groups: each statutory body in law; verified; unless another is
///       given: open from 2013-04-01 to 2022-07-01
///         - NHS Airedale, Wharfedale and Craven CCG (02N): ODS 02N; ONS E38000001; open from …
struct OutlineBodies {
  private let contents: DiagramContents
  private let details: DiagramDetails
  private let titles: [String: String]

  init(_ contents: DiagramContents, _ details: DiagramDetails) {
    self.contents = contents
    self.details = details
    titles = details.titles
  }

  /// A section for the bodies of groups and one for those that are named, where there are any.
  ///
  /// - Complexity: O(n log n) in the bodies.
  var sections: [DiagramOutline.Section] {
    let groups = contents.boxes.filter { $0.form == .group && $0.count != nil }
    let named = contents.boxes.filter { $0.form != .group }
    let inGroups = groups.reduce(0) { $0 + ($1.count ?? 0) }
    let inBoxes = named.reduce(0) { $0 + $1.bodies.count + ($1.owner == nil ? 0 : 1) }
    return [
      DiagramOutline.Section(
        heading: "The bodies that groups stand for (\(inGroups.grouped))",
        items: groups.map(item(ofGroup:)), summary: "Every body of every group"),
      DiagramOutline.Section(
        heading: "What is recorded of each body (\(inBoxes.grouped))",
        items: named.flatMap(items),
        summary: "Codes, other names, dates, evidence and sources of every body"),
    ].filter { !$0.items.isEmpty }
  }

  private func item(ofGroup box: DiagramContents.Box) -> DiagramOutline.Item {
    guard let members = details.members[box.element] else {
      return DiagramOutline.Item(
        words: "\(box.name): more than \(DiagramDetails.most.grouped), who are not told one by one",
        record: box.element)
    }
    return list(members, named: box.name, record: box.element, leadsToBodies: true)
  }

  private func items(_ box: DiagramContents.Box) -> [DiagramOutline.Item] {
    if let owner = box.owner {
      let table = box.bodies.count == 1 ? "The body" : "The \(box.bodies.count.grouped) bodies"
      return [item(of: owner)]
        + (box.bodies.isEmpty
          ? []
          : [
            list(
              box.bodies, named: "\(table) in the table of \(owner.name)", saysNoKind: true)
          ])
    }
    guard box.form == .list else { return box.bodies.map(item) }
    return [list(box.bodies, named: box.name)]
  }

  private func item(of body: DiagramContents.Body) -> DiagramOutline.Item {
    DiagramOutline.Item(words: told(body, facts(of: body)), record: body.element)
  }

  /// The bodies by name, and before them what holds for each of them, or for most.
  private func list(
    _ bodies: [DiagramContents.Body], named name: String, record: String? = nil,
    leadsToBodies: Bool = false, saysNoKind: Bool = false
  ) -> DiagramOutline.Item {
    let facts = bodies.map(self.facts)
    let usual = Fact.allCases.compactMap { Usual($0, facts) }
    // "209 clinical commissioning groups" says what they are.
    let leading = usual.filter { $0.fact != .kind || !$0.holdsForAll || saysNoKind }
    let words = [
      leading.filter { $0.holdsForAll }.map(\.words).joined(separator: "; "),
      leading.filter { !$0.holdsForAll }.map(\.words).joined(separator: "; "),
    ]
    let heading = [
      words[0].isEmpty ? nil : "each \(words[0])",
      words[1].isEmpty ? nil : "unless another is given: \(words[1])",
    ].compactMap(\.self).joined(separator: "; ")
    let listed = zip(bodies, facts).sorted { ($0.0.name, $0.0.id) < ($1.0.name, $1.0.id) }
    return DiagramOutline.Item(
      words: heading.isEmpty ? name : "\(name): \(heading)", record: record,
      parts: listed.map { body, facts in
        DiagramOutline.Part(
          words: told(
            body, facts.filter { fact in !usual.contains { $0.says(fact) } }),
          // The bodies of a group have no other place in the words.
          element: leadsToBodies ? body.element : nil,
          record: leadsToBodies ? nil : body.element)
      })
  }

  /// What is recorded of a body, in the order in which it is told.
  private enum Fact: CaseIterable { case kind, legalForm, life, grade, note, sources }

  /// What is told of every body that has it: of the others nothing is.
  private struct Usual {
    let fact: Fact
    let words: String
    let holdsForAll: Bool

    /// - Parameter bodies: the facts of each; where some have none of a sort, others' are not usual.
    init?(_ fact: Fact, _ bodies: [[(fact: Fact, words: String)]]) {
      guard bodies.count > 1 else { return nil }
      var counts: [String: Int] = [:]
      for facts in bodies {
        guard let own = facts.first(where: { $0.fact == fact }) else { return nil }
        counts[own.words, default: 0] += 1
      }
      guard let most = counts.first(where: { $0.value * 2 > bodies.count }) else { return nil }
      self.fact = fact
      words = most.key
      holdsForAll = most.value == bodies.count
    }

    func says(_ other: (fact: Fact, words: String)) -> Bool { other == (fact, words) }
  }

  /// "NHS Barnsley CCG (02P), clinical commissioning group: ODS 02P; open from 2013-04-01; …".
  private func told(
    _ body: DiagramContents.Body, _ facts: [(fact: Fact, words: String)]
  ) -> String {
    var words = "\(body.name) (\(body.id))"
    if let kind = facts.first(where: { $0.fact == .kind }) { words += ", \(kind.words)" }
    var own: [String] = []
    if !body.otherNames.isEmpty {
      own.append("also called " + body.otherNames.joined(separator: ", "))
    }
    own += body.codes
    if !body.otherCodes.isEmpty {
      own.append("at other times " + body.otherCodes.joined(separator: ", "))
    }
    own += facts.filter { $0.fact != .kind }.map(\.words)
    return own.isEmpty ? words : words + ": " + own.joined(separator: "; ")
  }

  private func facts(of body: DiagramContents.Body) -> [(fact: Fact, words: String)] {
    var facts: [(fact: Fact, words: String)] = [(.kind, body.kind.name)]
    if let form = body.legalForm { facts.append((.legalForm, "\(form) in law")) }
    facts.append(
      (.life, body.life == "not recorded" ? "dates not recorded" : "open \(body.life)"))
    facts.append((.grade, body.grade?.word ?? "no grade"))
    if let note = body.note { facts.append((.note, note.withoutFullStop)) }
    facts.append((.sources, details.citation(of: body.sources, titles)))
    return facts
  }
}

extension DiagramDetails {
  /// What sources are called, by id.
  var titles: [String: String] {
    Dictionary(
      sources.map { ($0.id, $0.title ?? $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// "source: National Health Service Act 2006", "no source".
  func citation(of ids: [String], _ titles: [String: String]) -> String {
    let cited = ids.map { titles[$0] ?? $0 }
    return cited.isEmpty
      ? "no source"
      : (cited.count == 1 ? "source: " : "sources: ") + cited.joined(separator: ", ")
  }
}

extension String {
  /// As a part of a sentence.
  var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
