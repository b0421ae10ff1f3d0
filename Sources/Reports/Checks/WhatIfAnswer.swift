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
      sections: [first(of: changes, context)].compactMap { $0 } + [
        Report.Section(
          "Instruments by how much misalignment goes with them (\(rows.count))",
          table: ReportTable(
            [
              .text("instrument"), .text("set by"), .text("change"), .number("relief"),
              .number("findings gone"),
              .number("new"), .number("footprints"),
            ],
            rows: changes.map { change in
              [
                change.instrument, change.setBy.map(context.name).joined(separator: ", "),
                change.way.rawValue, CheckAnswer.text(change.relief),
                String(change.cleared.count), String(change.raised.count),
                String(change.footprints.count),
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

  /// Which one change would help most, and where; nil where none would.
  private static func first(
    of changes: [WhatIf.Change], _ context: AnswerContext
  ) -> Report.Section? {
    guard let change = changes.first, change.relief > 0 else { return nil }
    let names = change.footprints.map(context.name)
    let places =
      names.isEmpty
      ? ""
      : names.count > 5 ? " in \(names.count) footprints" : " in \(names.joined(separator: "; "))"
    let way = change.way == .removed ? "taken away" : "turned round"
    let findings = counted(change.cleared.count, "finding goes", "findings go")
    return Report.Section(
      "The one change that would help most",
      lines: [
        "“\(change.instrument)”, set by \(change.setBy.map(context.name).joined(separator: ", ")), "
          + "\(way): \(findings)\(places), and "
          + "\(change.raised.isEmpty ? "none comes" : counted(change.raised.count, "comes", "come"))."
      ],
      table: ReportTable([.text("what goes")], rows: change.cleared.map { [$0] }))
  }
}
