import GovernanceModel

/// What a reader must know beside the picture: what it counts, where it comes from, what it leaves
/// out.
struct Caption {
  let counts: Diagram.Counts
  /// One sentence or list each.
  let paragraphs: [String]
  /// The paragraphs, wrapped.
  let lines: [String]

  init(_ scene: Scene, _ context: SceneContext, _ definition: ViewDefinition, width: Int) {
    var tally = LineTally()
    for line in scene.lines { tally.add(line.tally) }
    tally.add(scene.furtherTally)
    let stacks = scene.nodes.filter { $0.stackCount != nil }
    counts = Diagram.Counts(
      bodies: scene.nodes.reduce(0) { $0 + $1.bodyCount },
      bodiesInStacks: stacks.reduce(0) { $0 + ($1.stackCount ?? 0) },
      lines: scene.lines.count { !$0.isAbsent }, relationships: tally.relationships)
    var text = definition.caption
    let stacked =
      counts.bodiesInStacks > 0
      ? ", and \(counts.bodiesInStacks.grouped) more drawn as "
        + (stacks.count == 1 ? "one group" : "\(stacks.count.grouped) groups") : ""
    text.append(
      "Shown: \(counts.bodies.grouped) bodies one by one\(stacked); "
        + "\(counts.lines.grouped) \(counts.lines == 1 ? "line" : "lines") for "
        + "\(counts.relationships.grouped) "
        + "\(counts.relationships == 1 ? "relationship" : "relationships").")
    let absent = scene.lines.count(where: \.isAbsent)
    if absent > 0 {
      text.append(
        "\(absent.grouped) \(absent == 1 ? "line is" : "lines are") drawn that "
          + "\(absent == 1 ? "was" : "were") looked for and not found.")
    }
    if tally.grades.contains(where: { $0 > 0 }) { text.append(Self.evidence(tally)) }
    let named = definition.sources.map { Self.citation($0, context) }
    if !named.isEmpty { text.append("Sources: " + named.joined(separator: "; ") + ".") }
    let cited = Self.citations(tally, context)
    if !cited.isEmpty { text.append("Most cited: " + cited.joined(separator: "; ") + ".") }
    let leftOut = scene.leftOut.reasons.map { "\($0.words) (\($0.count.grouped))" }
    if !leftOut.isEmpty { text.append("Not shown: " + leftOut.joined(separator: "; ") + ".") }
    if scene.hasAccountability(context) {
      let accountability =
        context.basis == .all ? "any basis" : context.basis.words.joined(separator: ", ")
      text.append("Accountability followed: \(accountability), or a basis that is not recorded.")
    }
    paragraphs = text
    lines = text.flatMap { $0.wrapped(at: width) }
  }

  private static func evidence(_ tally: LineTally) -> String {
    let total = tally.grades.reduce(0, +)
    let grades = EvidenceGrade.allCases.compactMap { grade in
      let count = tally.grades[Int(grade.rawValue)]
      return count == 0 ? nil : "\(count.grouped) \(grade.word)"
    }
    let ungraded = tally.grades[0] == 0 ? [] : ["\(tally.grades[0].grouped) without a grade"]
    return "Evidence: \(tally.sourced.grouped) of \(total.grouped) cite a source; "
      + (grades + ungraded).joined(separator: ", ") + "."
  }

  private static func citation(_ id: String, _ context: SceneContext) -> String {
    guard let source = context.graph.source(id: id) else { return id.shortened(to: 80) }
    let by = [source.publisher, source.date].compactMap { $0 }.joined(separator: ", ")
    return (source.title ?? id).shortened(to: 90) + (by.isEmpty ? "" : " (\(by))")
  }

  /// The sources cited most often, by how often, then id.
  private static func citations(_ tally: LineTally, _ context: SceneContext) -> [String] {
    var cited = tally.cited
    for cell in tally.citations(context.graph) {
      for id in cell.sources { cited[id, default: 0] += cell.count }
    }
    let most = cited.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return most.prefix(5).map { id, _ in citation(id, context)
    } + (most.count > 5 ? ["and \((most.count - 5).grouped) more"] : [])
  }
}

extension SceneNode {
  /// How many bodies it shows one by one.
  fileprivate var bodyCount: Int {
    if stackCount != nil { return 0 }
    return sections.isEmpty ? entries.count : sections.reduce(1) { $0 + $1.entries.count }
  }
}

extension Scene {
  /// Whether any line is one of accountability.
  fileprivate func hasAccountability(_ context: SceneContext) -> Bool {
    lines.contains { context.standard($0.kind) == .accountableTo }
  }
}
