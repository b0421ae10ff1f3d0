import GovernanceAnalysis
import GovernanceModel

/// `incentives --rank`: all footprints by how far the incentives of their members cancel.
public struct RankAnswer {
  private struct JSON: Encodable, Sendable {
    struct Row: Encodable, Sendable {
      let rank: Int
      let footprint: BodyJSON
      let measures: MeasuresJSON
    }
    let asOf: String?
    let footprints: [Row]
    let notRecorded: [String]
  }

  /// The least aligned first; of equals the one with the higher club-and-country index, then by id.
  /// Those without a measure come last. Equals in all that is ranked by share a rank.
  public static func report(in graph: GovernanceGraph, at moment: Moment) -> Report {
    let context = AnswerContext(graph, moment)
    let measures = Inspection(graph, at: moment).measures().sorted { one, other in
      let (left, right) = (key(one), key(other))
      return left != right
        ? left.lexicographicallyPrecedes(right)
        : context.id(one.footprint) < context.id(other.footprint)
    }
    let ranks = measures.indices.map { position in
      (measures.firstIndex { key($0) == key(measures[position]) } ?? position) + 1
    }
    let rows = zip(ranks, measures).map { rank, measure in
      (rank: rank, json: MeasuresJSON(measure, context), measures: measure)
    }
    return Report(
      title: "Footprints by the alignment of their members' incentives",
      preface: [context.asOfLine],
      sections: [section(rows.map { ($0.rank, $0.measures) }, context)],
      coverage: coverage(measures, graph), citations: [],
      csv: ReportTable(
        columns.map { .text($0) },
        rows: rows.map { rank, _, measure in cells(rank, measure, context) }),
      json: JSON(
        asOf: context.asOf,
        footprints: rows.map { rank, json, measure in
          JSON.Row(
            rank: rank, footprint: BodyJSON(measure.footprint, context), measures: json)
        }, notRecorded: coverage(measures, graph)))
  }

  /// What footprints are ranked by, so that smaller numbers come first.
  private static func key(_ measures: FootprintMeasures) -> [Double] {
    [measures.alignment ?? 2, -(measures.clubAndCountry ?? -1)]
  }

  private static let columns = [
    "rank", "id", "name", "members", "alignment", "club_and_country", "authority_gap",
    "principals", "regulators", "boundary_load", "mean_steps", "pairs_apart",
  ]

  private static func section(
    _ rows: [(Int, FootprintMeasures)], _ context: AnswerContext
  ) -> Report.Section {
    guard !rows.isEmpty else {
      return Report.Section("Footprints (0)", lines: ["none is recorded for this date"])
    }
    return Report.Section(
      "The least aligned first (\(rows.count))",
      table: ReportTable(
        [
          .number("rank"), .text("footprint"), .number("members"), .number("alignment"),
          .number("club"), .number("gap"), .number("principals"), .number("regulators"),
          .number("load"), .number("steps"),
        ],
        rows: rows.map { rank, measures in
          [
            String(rank), context.title(measures.footprint), String(measures.members),
            MeasureText.number(measures.alignment), MeasureText.percent(measures.clubAndCountry),
            MeasureText.percent(measures.authorityGap), String(measures.principals.count),
            String(measures.regulators.count), MeasureText.number(measures.boundaryLoad),
            MeasureText.number(measures.meanSteps),
          ]
        }))
  }

  /// For programs: shares from 0 to 1, empty where there is no measure.
  private static func cells(
    _ rank: Int, _ measures: FootprintMeasures, _ context: AnswerContext
  ) -> [String] {
    func number(_ value: Double?) -> String { value.map { MeasureText.number($0) } ?? "" }
    return [
      String(rank), context.id(measures.footprint), context.name(measures.footprint),
      String(measures.members), number(measures.alignment), number(measures.clubAndCountry),
      number(measures.authorityGap), String(measures.principals.count),
      String(measures.regulators.count), number(measures.boundaryLoad),
      number(measures.meanSteps), measures.pairs == nil ? "" : String(measures.pairsApart),
    ]
  }

  private static func coverage(
    _ measures: [FootprintMeasures], _ graph: GovernanceGraph
  ) -> [String] {
    guard !measures.isEmpty else { return ["the graph has no footprints on this date"] }
    var gaps = [
      "alignment 0: all cancels, 1: all pull one way; club: members whose own total counts for more "
        + "than the system's; gap: members that do not answer to the lead; load: footprints of a "
        + "member; steps: lines between two members over their first common principal",
      "where incentives are recorded by kind, footprints differ by who belongs to them and not by "
        + "what moves each single member",
    ]
    if !measures.contains(where: { $0.alignments.contains(where: \.isWeightedByIncome) }) {
      gaps.append("the incomes of members are not recorded, so that each counts the same")
    }
    return gaps
  }
}
