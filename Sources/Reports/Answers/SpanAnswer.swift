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

      init(_ id: String, _ span: SpanOfControl) {
        self.id = id
        direct = span.direct
        total = span.total
        layer = span.layer
      }
    }
    let asOf: String?
    let followed: [String]
    let spans: [Row]
    let cycles: [[String]]
    let notRecorded: [String]
  }

  /// Direct and total reports and the layer of every open body.
  public static func report(in network: AccountabilityNetwork) -> Report {
    let context = AnswerContext(network.graph, network.moment)
    let spans = network.spans()
    func coverage() -> [String] { Self.coverage(spans, cycles: network.cycles.count) }
    func byID() -> [(id: String, span: SpanOfControl)] {
      context.byID(spans) { $0.body }.map { (id: context.id($0.body), span: $0) }
    }
    func json(_ spans: [JSON.Row]) -> JSON {
      JSON(
        asOf: context.asOf, followed: network.basis.words, spans: spans,
        cycles: network.cycles.map { $0.map(context.id).sorted() }.sorted { $0[0] < $1[0] },
        notRecorded: coverage())
    }
    return Report(
      title: "Spans of control", preface: [context.asOfLine, context.followedLine(network)],
      sections: [section(spans, context)], coverage: coverage(), citations: [],
      csv: ReportTable(
        [.text("id"), .number("direct"), .number("total"), .number("layer")],
        rows: byID().map { cells($0.id, $0.span) }
      ) { text in
        let spans = context.byID(spans) { $0.body }
        text.rows(spans.count) { range, text in
          for span in spans[range] {
            context.writeID(span.body, to: &text)
            text.cell(span.direct)
            text.cell(span.total)
            if let layer = span.layer { text.cell(layer) } else { text.cell("") }
            text.endRow()
          }
        }
      },
      json: json(byID().map(JSON.Row.init)),
      jsonList: JSONList("spans", in: json([])) { text in
        let spans = context.byID(spans) { $0.body }
        text.objects(spans.count) { place, text in
          let span = spans[place]
          text.key("direct")
          text.number(span.direct)
          text.key("id")
          context.writeID(span.body, to: &text)
          if let layer = span.layer {
            text.key("layer")
            text.number(layer)
          }
          text.key("total")
          text.number(span.total)
        }
      })
  }

  /// People look for the widest spans; the whole list is in CSV and JSON.
  private static func section(_ spans: [SpanOfControl], _ context: AnswerContext)
    -> Report.Section
  {
    let widest = widest(40, of: spans, context)
    return Report.Section(
      "Widest spans (\(widest.count) of \(counted(spans.count, "body", "bodies")); CSV and JSON "
        + "give all)",
      lines: widest.isEmpty ? ["no body reports to another, on the bases followed"] : [],
      table: widest.isEmpty
        ? nil
        : ReportTable(
          [.text("body"), .text("id"), .number("direct"), .number("total"), .number("layer")],
          rows: widest.map { [context.name($0.span.body)] + cells($0.id, $0.span) }))
  }

  private static func cells(_ id: String, _ span: SpanOfControl) -> [String] {
    [id, String(span.direct), String(span.total), span.layer.map { String($0) } ?? ""]
  }

  /// The bodies with the most direct reports, most first, then by id.
  private static func widest(
    _ limit: Int, of spans: [SpanOfControl], _ context: AnswerContext
  ) -> [(id: String, span: SpanOfControl)] {
    let managers = spans.filter { $0.direct > 0 }
    let least = managers.map(\.direct).sorted(by: >).prefix(limit).last ?? 0
    let wide = managers.lazy.filter { $0.direct >= least }.map { (context.id($0.body), $0) }
    return wide.sorted { ($1.1.direct, $0.0) < ($0.1.direct, $1.0) }.prefix(limit)
      .map { (id: $0.0, span: $0.1) }
  }

  private static func coverage(_ spans: [SpanOfControl], cycles: Int) -> [String] {
    var coverage: [String] = []
    let unreached = spans.count { $0.layer == nil }
    if unreached > 0 {
      coverage.append(
        counted(unreached, "body has", "bodies have") + " no layer: no route leads to a top")
    }
    if cycles > 0 {
      coverage.append(
        counted(cycles, "group of bodies is", "groups of bodies are")
          + " accountable to each other in a circle")
    }
    let alone = spans.count { $0.layer == 0 && $0.direct == 0 }
    if alone > 0 {
      coverage.append(
        "\(alone) of \(counted(spans.count, "body", "bodies")) "
          + (alone == 1 ? "stands" : "stand")
          + " alone: no line of accountability is recorded, on the bases followed")
    }
    return coverage
  }
}
