import GovernanceModel

/// `views`: the diagrams that a graph names.
public enum ViewsAnswer {
  /// One view, with what its picture holds.
  public struct Row: Encodable, Sendable {
    let name: String
    let title: String
    let about: String?
    let asOf: String
    let bodies: Int
    let bodiesInGroups: Int
    let lines: Int
    let relationships: Int

    public init(
      name: String, title: String, about: String?, asOf: String, bodies: Int, bodiesInGroups: Int,
      lines: Int, relationships: Int
    ) {
      self.name = name
      self.title = title
      self.about = about
      self.asOf = asOf
      self.bodies = bodies
      self.bodiesInGroups = bodiesInGroups
      self.lines = lines
      self.relationships = relationships
    }
  }

  private struct JSON: Encodable, Sendable {
    let views: [Row]
  }

  public static func report(rows: [Row], of graph: GovernanceGraph) -> Report {
    let cells = rows.map { row in
      [
        row.name, row.title, row.asOf, String(row.bodies), String(row.bodiesInGroups),
        String(row.lines),
      ]
    }
    return Report(
      title: "Views of \(graph.title ?? "the graph") (\(rows.count))",
      preface: rows.isEmpty ? [] : ["remit render NAME draws one of them."],
      sections: [
        Report.Section(
          "Views", lines: rows.isEmpty ? ["the graph has no views.yaml"] : [],
          table: rows.isEmpty
            ? nil
            : ReportTable(
              [
                .text("name"), .text("title"), .text("of"), .number("bodies"),
                .number("more in groups"), .number("lines"),
              ], rows: cells))
      ],
      coverage: [], citations: [],
      csv: ReportTable(
        [
          .text("name"), .text("title"), .text("about"), .text("as_of"), .number("bodies"),
          .number("bodies_in_groups"), .number("lines"), .number("relationships"),
        ],
        rows: rows.map { row in
          [
            row.name, row.title, row.about ?? "", row.asOf, String(row.bodies),
            String(row.bodiesInGroups), String(row.lines), String(row.relationships),
          ]
        }),
      json: JSON(views: rows))
  }
}
