import GovernanceAnalysis
import GovernanceModel

/// `info`: what a graph holds.
public enum InfoAnswer {
  private struct JSON: Encodable, Sendable {
    let title: String?
    let asOf: String?
    let organisations: [String: Int]
    let bodies: Int
    let posts: Int
    let relationships: [String: Int]
    let relationshipCount: Int
    let stated: Int
    let unstated: Int
    let sourced: Double?
    let grades: [String: Int]
    let withoutStart: Int
    let incentivesInForce: Int
    let tables: [String: Int]
    let geographies: [String]
    let vintages: [Vintage]
    let notRecorded: [String]
  }

  private struct Vintage: Encodable, Sendable {
    let id: String
    let title: String
    let start: String?
    let end: String?
    let population: String?
  }

  /// Counts by kind and grade of what holds at a moment.
  ///
  /// - Parameter areas: what the graph knows of areas.
  public static func report(
    on graph: GovernanceGraph, at moment: Moment, areas: AreaTables = .none
  ) -> Report {
    let context = AnswerContext(graph, moment)
    let summary = GraphSummary(graph, at: moment)
    func dictionary(_ counts: [GraphSummary.Count]) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: counts.map { ($0.kind, $0.count) })
    }
    let percent = summary.sourced.map { share in
      let tenths = Int((share * 1000).rounded(.down))
      return "\(tenths / 10).\(tenths % 10) %"
    }
    let bodyRows = summary.organisations.map { count in
      let kind = graph.bodyKinds[graph.bodyKinds.index(of: count.kind)!]
      return [count.kind, kind.plural, String(count.count)]
    }
    var coverage: [String] = []
    if summary.withoutStart > 0 {
      coverage.append(
        "\(summary.withoutStart) of \(summary.relationshipCount) relationships have no recorded "
          + "start, which counts as always")
    }
    if summary.unstated > 0 {
      coverage.append(
        counted(summary.unstated, "statement about a kind does", "statements about kinds do")
          + " not record which bodies are meant: shown, and never followed")
    }
    if let unsourced = summary.sourced, unsourced < 1 {
      coverage.append("not every relationship cites a source")
    }
    var sections = [
      Report.Section(
        "Organisations and posts (\(summary.bodyCount), of which \(summary.postCount) posts)",
        table: ReportTable(
          [.text("kind"), .text("in words"), .number("open")], rows: bodyRows)),
      Report.Section(
        "Relationships (\(summary.relationshipCount), from \(summary.stated) rows of any date)",
        table: ReportTable(
          [.text("kind"), .number("in force")],
          rows: summary.relationships.map { [$0.kind, String($0.count)] })),
      Report.Section(
        "Evidence", lines: ["with a source: \(percent ?? "no relationship holds")"],
        table: ReportTable(
          [.text("grade"), .number("relationships")],
          rows: summary.grades.map { [$0.kind, String($0.count)] })),
    ]
    if summary.incentiveTables.contains(where: { $0.count > 0 }) {
      sections.append(
        Report.Section(
          "Incentives (\(summary.incentivesInForce) in force)",
          table: ReportTable(
            [.text("table"), .number("rows of any date")],
            rows: summary.incentiveTables.map { [$0.kind, String($0.count)] })))
    }
    if !areas.vintages.isEmpty {
      sections.append(areaSection(areas, context))
    }
    return Report(
      title: summary.title ?? "A governance graph",
      preface: [context.asOfLine, "Broader kinds include narrower ones."],
      sections: sections, coverage: coverage, citations: [],
      csv: ReportTable(
        [.text("table"), .text("kind"), .number("count")],
        rows: summary.organisations.map { ["organisations", $0.kind, String($0.count)] }
          + summary.relationships.map { ["relationships", $0.kind, String($0.count)] }
          + summary.grades.map { ["grades", $0.kind, String($0.count)] }
          + summary.incentiveTables.map { ["tables", $0.kind, String($0.count)] }),
      json: JSON(
        title: summary.title, asOf: context.asOf, organisations: dictionary(summary.organisations),
        bodies: summary.bodyCount, posts: summary.postCount,
        relationships: dictionary(summary.relationships),
        relationshipCount: summary.relationshipCount, stated: summary.stated,
        unstated: summary.unstated, sourced: summary.sourced, grades: dictionary(summary.grades),
        withoutStart: summary.withoutStart, incentivesInForce: summary.incentivesInForce,
        tables: dictionary(summary.incentiveTables), geographies: areas.geographies.map(\.id),
        vintages: areas.vintages.map {
          Vintage(
            id: $0.id, title: $0.title, start: $0.period.start?.description,
            end: $0.period.end?.description, population: population($0))
        }, notRecorded: coverage))
  }

  /// Whom a vintage counts: `residents of mid-2017`; nil where it does not say.
  private static func population(_ vintage: AreaTables.Vintage) -> String? {
    vintage.populationKind.map { kind in
      kind + (vintage.populationYear.map { " of \($0)" } ?? "")
    }
  }

  private static func areaSection(
    _ areas: AreaTables, _ context: AnswerContext
  ) -> Report.Section {
    Report.Section(
      "Borders by small areas (\(areas.vintages.count))",
      lines: areas.geographies.isEmpty
        ? [] : ["geographies: " + areas.geographies.map(\.id).joined(separator: ", ")],
      table: ReportTable(
        [.text("vintage"), .text("of"), .text("holds"), .text("population"), .text("zones")],
        rows: areas.vintages.map { vintage in
          [
            vintage.id, vintage.title, context.dates(vintage.period),
            population(vintage) ?? "not recorded", vintage.zoneKind ?? "not recorded",
          ]
        }))
  }
}
