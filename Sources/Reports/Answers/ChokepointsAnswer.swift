import GovernanceAnalysis
import GovernanceModel

/// `chokepoints`: the body through which every accountability route of another passes.
public enum ChokepointsAnswer {
  private struct JSON: Encodable, Sendable {
    struct Row: Encodable, Sendable {
      let id: String
      let immediate: String?
    }
    let asOf: String?
    let followed: [String]
    let root: String?
    let chokepoints: [Row]
    let unreached: Int
  }

  public static func report(root: BodyIndex?, in network: AccountabilityNetwork) -> Report {
    let context = AnswerContext(network.graph, network.moment)
    let points = network.chokepoints(root: root)
      .map { (context.id($0.body), $0.immediate.map(context.id), $0) }.sorted { $0.0 < $1.0 }
    let below = Dictionary(grouping: points.compactMap(\.2.immediate)) { $0 }.mapValues(\.count)
      .map { (context.id($0.key), $0.key, $0.value) }
      .sorted { ($1.2, $0.0) < ($0.2, $1.0) }
    let unreached = network.openBodies.count - points.count - (root == nil ? 0 : 1)
    let free = points.count { $0.2.immediate == nil }
    var coverage: [String] = []
    if unreached > 0 {
      coverage.append(
        root == nil
          ? "\(unreached) bodies are not reached from any top: their lines only lead in a circle"
          : "\(unreached) bodies are not below \(context.title(root!))")
    }
    if root == nil, free > 0 {
      coverage.append(
        "\(free) bodies have no chokepoint: no single body stands on all their routes")
    }
    return Report(
      title: root.map { "Chokepoints below \(context.title($0))" }
        ?? "Chokepoints of accountability",
      preface: [
        context.asOfLine, context.followedLine(network),
        "Every route from a body up to the top passes its chokepoint.",
      ],
      sections: [
        Report.Section(
          "Bodies that are the nearest chokepoint of others (CSV and JSON give each body's)",
          lines: below.isEmpty ? ["none"] : [],
          table: below.isEmpty
            ? nil
            : ReportTable(
              [.text("chokepoint"), .text("id"), .number("of bodies")],
              rows: below.prefix(40).map { [context.name($0.1), $0.0, String($0.2)] }))
      ], coverage: coverage, citations: [],
      csv: ReportTable(
        [.text("id"), .text("immediate")], rows: points.map { [$0.0, $0.1 ?? ""] }),
      json: JSON(
        asOf: context.asOf, followed: network.basis.words, root: root.map(context.id),
        chokepoints: points.map { JSON.Row(id: $0.0, immediate: $0.1) }, unreached: unreached))
  }
}
