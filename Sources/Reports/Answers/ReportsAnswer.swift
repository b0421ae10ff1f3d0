import GovernanceAnalysis
import GovernanceModel

/// `reports`: who reports to a body.
public enum ReportsAnswer {
  private struct JSON: Encodable, Sendable {
    let asOf: String?
    let followed: [String]
    let organisation: BodyJSON
    let reports: [LineJSON]
    let subordinates: [String]?
    let count: Int
    let layers: [Int]?
    let notRecorded: [String]
  }

  /// - Parameter isWhole: with everyone below, the count and the layers.
  public static func report(
    on body: BodyIndex, in network: AccountabilityNetwork, isWhole: Bool
  ) -> Report {
    let graph = network.graph
    let context = AnswerContext(graph, network.moment)
    let lines = graph.relationships(to: body, kind: .accountableTo, at: network.moment)
    let followed = LineTable(
      lines.filter { $0.basis.isFollowed(by: network.basis) }, context: context
    ) { $0.from }
    let others = lines.count - followed.lines.count
    var sections = [
      Report.Section(
        "Report to it directly (\(network.reports(of: body).count))",
        lines: followed.isEmpty ? ["no body, on the bases followed"] : [],
        table: followed.isEmpty ? nil : followed.table("body"))
    ]
    var coverage = followed.gaps("lines of accountability")
    if others > 0 {
      coverage.append(
        counted(others, "more line is", "more lines are")
          + " on other bases, which are not followed")
    }
    if lines.isEmpty, graph.isOpen(body, at: network.moment) {
      coverage.append(
        "no line of accountability to it is recorded, which does not mean that there is none")
    }
    coverage += UnstatedLines(of: body, context).sentences(to: .accountableTo)

    var layers: [[BodyIndex]]?
    if isWhole {
      let found = network.layers(below: body)
      layers = found
      sections.append(
        Report.Section(
          "Everyone below: \(found.reduce(0) { $0 + $1.count }) in "
            + counted(found.count, "layer", "layers"),
          table: found.isEmpty
            ? nil
            : ReportTable(
              [.number("layer"), .number("bodies"), .text("of the kinds")],
              rows: found.enumerated().map { index, layer in
                [String(index + 1), String(layer.count), kinds(of: layer, context)]
              })))
    }
    let below = layers?.flatMap { $0 }.map(context.id).sorted()
    let csv =
      isWhole
      ? ReportTable(
        [.number("layer"), .text("id"), .text("name"), .text("kind")],
        rows: (layers ?? []).enumerated().flatMap { index, layer in
          layer.map { (context.id($0), $0) }.sorted { $0.0 < $1.0 }.map {
            [String(index + 1), $0.0, context.name($0.1), context.kindID($0.1)]
          }
        }) : ReportTable(LineTable.csvColumns, rows: followed.csvRows)
    return Report(
      title: "Who reports to \(context.title(body))",
      preface: context.opening(body) + [context.followedLine(network)],
      sections: sections, coverage: coverage, citations: context.citations(followed.evidence),
      csv: csv,
      json: JSON(
        asOf: context.asOf, followed: network.basis.words, organisation: BodyJSON(body, context),
        reports: followed.json, subordinates: below,
        count: below?.count ?? network.reports(of: body).count, layers: layers?.map(\.count),
        notRecorded: coverage))
  }

  private static func kinds(of bodies: [BodyIndex], _ context: AnswerContext) -> String {
    let counts = Dictionary(grouping: bodies) { context.kindName($0) }.mapValues(\.count)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }
}
