import GovernanceAnalysis
import GovernanceModel

/// `incentives --what-if`: which one instrument, taken away or turned round, would remove most
/// misalignment.
public struct WhatIfAnswer {
  private struct JSON: Encodable, Sendable {
    struct Row: Encodable, Sendable {
      let instrument: String
      let setBy: [String]
      let change: String
      let incentives: [String]
      let relief: Double
      let cleared: [String]
      let raised: [String]
      let footprints: [String]
    }
    let asOf: String?
    let changes: [Row]
    let notRecorded: [String]
  }

  public static func report(in graph: GovernanceGraph, at moment: Moment) -> Report {
    let context = AnswerContext(graph, moment)
    let changes = WhatIf(Inspection(graph, at: moment)).changes
    let rows = changes.map { change in
      JSON.Row(
        instrument: change.instrument, setBy: change.setBy.map { graph.text(of: $0) },
        change: change.way.rawValue, incentives: change.incentives.map { graph.incentives[$0].id },
        relief: change.relief,
        cleared: change.cleared, raised: change.raised,
        footprints: change.footprints.map(context.id))
    }
    let coverage =
      rows.isEmpty
      ? ["no instrument that anybody set is recorded as in force on this date"]
      : [
        "each instrument is taken away by itself and nothing put in its place (removed), or pays for "
          + "less where it paid for more (reversed): what those it moves would do then is not guessed",
        "a reversed instrument may clear findings and still not be wanted: whether less of a thing "
          + "ought to pay is no question of alignment",
        "relief adds up scores of different rules, and serves to put instruments in order",
      ]
    let columns = [
      "instrument", "set_by", "change", "relief", "cleared", "raised", "footprints", "incentives",
    ]
    return Report(
      title: "What if one instrument were taken away, or turned round?",
      preface: [context.asOfLine],
      sections: [
        Report.Section(
          "Instruments by how much misalignment goes with them (\(rows.count))",
          table: ReportTable(
            [
              .text("instrument"), .text("set by"), .text("change"), .number("relief"),
              .number("findings gone"),
              .number("new"), .number("footprints"),
            ],
            rows: rows.map { row in
              [
                row.instrument, row.setBy.joined(separator: ", "), row.change,
                CheckAnswer.text(row.relief),
                String(row.cleared.count), String(row.raised.count), String(row.footprints.count),
              ]
            }))
      ],
      coverage: coverage, citations: [],
      csv: ReportTable(
        columns.map { .text($0) },
        rows: rows.map { row in
          [
            row.instrument, row.setBy.joined(separator: " "), row.change,
            CheckAnswer.text(row.relief),
            row.cleared.joined(separator: " "), row.raised.joined(separator: " "),
            row.footprints.joined(separator: " "), row.incentives.joined(separator: " "),
          ]
        }),
      json: JSON(asOf: context.asOf, changes: rows, notRecorded: coverage))
  }
}
