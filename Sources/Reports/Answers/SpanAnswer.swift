import GovernanceAnalysis
import GovernanceModel

/// `span`: every body's direct and total reports and its layer.
public enum SpanAnswer {
  private struct JSON: Encodable, Sendable {
    struct Row: Encodable, Sendable {
      let id: String
      let direct: Int
      let total: Int
      let layer: Int?
    }
    let asOf: String?
    let followed: [String]
    let spans: [Row]
    let cycles: [[String]]
  }

  public static func report(in network: AccountabilityNetwork) -> Report {
    let context = AnswerContext(network.graph, network.moment)
    let spans = network.spans().map { (context.id($0.body), $0) }.sorted { $0.0 < $1.0 }
    let cycles = network.cycles.map { $0.map(context.id).sorted() }.sorted { $0[0] < $1[0] }
    // People look for the widest spans; the whole list is in CSV and JSON.
    let widest = spans.sorted { ($1.1.direct, $0.0) < ($0.1.direct, $1.0) }.prefix(40)
      .filter { $0.1.direct > 0 }
    var coverage: [String] = []
    let unreached = spans.count { $0.1.layer == nil }
    if unreached > 0 {
      coverage.append("\(unreached) bodies have no layer: no route leads from them to a top")
    }
    if !cycles.isEmpty {
      coverage.append("\(cycles.count) groups of bodies are accountable to each other in a circle")
    }
    let alone = spans.count { $0.1.layer == 0 && $0.1.direct == 0 }
    if alone > 0 {
      coverage.append(
        "\(alone) of \(spans.count) bodies stand alone: no line of accountability is recorded, on "
          + "the bases followed")
    }
    return Report(
      title: "Spans of control", preface: [context.asOfLine, context.followedLine(network)],
      sections: [
        Report.Section(
          "Widest spans (\(widest.count) of \(spans.count) bodies; CSV and JSON give all)",
          table: ReportTable(
            [.text("body"), .text("id"), .number("direct"), .number("total"), .number("layer")],
            rows: widest.map { id, span in
              [
                context.name(span.body), id, String(span.direct), String(span.total),
                span.layer.map { String($0) } ?? "",
              ]
            }))
      ], coverage: coverage, citations: [],
      csv: ReportTable(
        [.text("id"), .number("direct"), .number("total"), .number("layer")],
        rows: spans.map { id, span in
          [
            id, String(span.direct), String(span.total), span.layer.map { String($0) } ?? "",
          ]
        }),
      json: JSON(
        asOf: context.asOf, followed: network.basis.words,
        spans: spans.map { id, span in
          JSON.Row(id: id, direct: span.direct, total: span.total, layer: span.layer)
        }, cycles: cycles))
  }
}
