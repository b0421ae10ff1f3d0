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
    let notRecorded: [String]
  }

  /// The nearest chokepoint of every body, below a root or below an imaginary top.
  public static func report(root: BodyIndex?, in network: AccountabilityNetwork) -> Report {
    let context = AnswerContext(network.graph, network.moment)
    let points = network.chokepoints(root: root)
    func byID() -> [(id: String, point: Chokepoint)] {
      context.byID(points) { $0.body }.map { (id: context.id($0.body), point: $0) }
    }
    let unreached = network.openBodies.count - points.count - (root == nil ? 0 : 1)
    let free = points.count { $0.immediate == nil }
    var coverage: [String] = []
    if unreached > 0 {
      coverage.append(
        counted(unreached, "body is ", "bodies are ")
          + (root.map { "not below " + context.title($0) }
            ?? "not reached from any top: only circles lead up from there"))
    }
    if root == nil, free > 0 {
      coverage.append(
        counted(free, "body has", "bodies have")
          + " no chokepoint: no single body stands on all routes up")
    }
    func json(_ rows: [JSON.Row]) -> JSON {
      JSON(
        asOf: context.asOf, followed: network.basis.words, root: root.map(context.id),
        chokepoints: rows, unreached: unreached, notRecorded: coverage)
    }
    return Report(
      title: root.map { "Chokepoints below \(context.title($0))" }
        ?? "Chokepoints of accountability",
      preface: [context.asOfLine] + (root.flatMap(context.closedLine).map { [$0] } ?? [])
        + [
          context.followedLine(network),
          "Every route from a body up to the top passes its chokepoint.",
        ],
      sections: [nearestSection(points, context)], coverage: coverage, citations: [],
      csv: ReportTable(
        [.text("id"), .text("immediate")],
        rows: byID().map { [$0.id, $0.point.immediate.map(context.id) ?? ""] }
      ) { text in
        let points = context.byID(points) { $0.body }
        text.rows(points.count) { range, text in
          for point in points[range] {
            context.writeID(point.body, to: &text)
            if let immediate = point.immediate {
              context.writeID(immediate, to: &text)
            } else {
              text.cell("")
            }
            text.endRow()
          }
        }
      },
      json: json(
        byID().map { JSON.Row(id: $0.id, immediate: $0.point.immediate.map(context.id)) }),
      jsonList: JSONList("chokepoints", in: json([])) { text in
        let points = context.byID(points) { $0.body }
        text.objects(points.count) { place, text in
          text.key("id")
          context.writeID(points[place].body, to: &text)
          if let immediate = points[place].immediate {
            text.key("immediate")
            context.writeID(immediate, to: &text)
          }
        }
      })
  }

  private static func nearestSection(_ points: [Chokepoint], _ context: AnswerContext)
    -> Report.Section
  {
    let nearest = nearest(40, points, context)
    return Report.Section(
      "Bodies that are the nearest chokepoint of others (CSV and JSON give each body's)",
      lines: nearest.isEmpty ? ["none"] : [],
      table: nearest.isEmpty
        ? nil
        : ReportTable(
          [.text("chokepoint"), .text("id"), .number("of bodies")],
          rows: nearest.map { [context.name($0.body), $0.id, String($0.count)] }))
  }

  /// The bodies that are the nearest chokepoint of the most others, most first, then by id.
  private static func nearest(
    _ limit: Int, _ points: [Chokepoint], _ context: AnswerContext
  ) -> [(id: String, body: BodyIndex, count: Int)] {
    var counts: [BodyIndex: Int] = [:]
    for point in points {
      if let immediate = point.immediate { counts[immediate, default: 0] += 1 }
    }
    let least = counts.values.sorted(by: >).prefix(limit).last ?? 0
    let wide = counts.filter { $0.value >= least }
      .map { (id: context.id($0.key), body: $0.key, count: $0.value) }
    return Array(wide.sorted { ($1.count, $0.id) < ($0.count, $1.id) }.prefix(limit))
  }
}
