import GovernanceAnalysis
import GovernanceModel

/// `list`: the bodies of a kind.
public enum ListAnswer {
  private struct JSON: Encodable, Sendable {
    struct Row: Encodable, Sendable {
      let id: String
      let name: String
      let kind: String
      let codes: [String: [String]]
      let opened: String?
      let closed: String?
      let memberships: [String]
    }
    let asOf: String?
    let kind: String
    let count: Int
    let organisations: [Row]
  }

  public static func report(
    on kind: KindIndex, in graph: GovernanceGraph, at moment: Moment
  ) -> Report {
    let context = AnswerContext(graph, moment)
    let list = OrganisationList(of: kind, in: graph, at: moment)
    let rows = list.entries.map { entry in
      let life = graph.life(of: entry.body)
      return JSON.Row(
        id: context.id(entry.body), name: context.name(entry.body),
        kind: graph.bodyKinds[graph.kind(of: entry.body, at: moment)].id,
        codes: Dictionary(grouping: graph.codes(of: entry.body, at: moment), by: \.scheme)
          .mapValues { $0.map(\.code) },
        opened: life.start?.description, closed: life.end?.description,
        memberships: entry.memberships.map(context.id).sorted())
    }
    func codes(_ row: JSON.Row) -> String {
      row.codes.sorted { $0.key < $1.key }
        .map { "\($0.key) " + $0.value.joined(separator: "/") }.joined(separator: ", ")
    }
    let unopened = rows.count { $0.opened == nil }
    let name = graph.bodyKinds[kind].plural
    return Report(
      title: name.prefix(1).uppercased() + name.dropFirst() + " (\(rows.count))",
      preface: [context.asOfLine],
      sections: [
        Report.Section(
          "Open", lines: rows.isEmpty ? ["none is recorded"] : [],
          table: rows.isEmpty
            ? nil
            : ReportTable(
              [
                .text("id"), .text("name"), .text("codes"), .text("opened"), .text("closed"),
                .text("member or part of"),
              ],
              rows: rows.map { row in
                [
                  row.id, row.name, codes(row), row.opened ?? "", row.closed ?? "",
                  row.memberships.joined(separator: " "),
                ]
              }))
      ],
      coverage: unopened > 0
        ? ["\(unopened) have no recorded opening date, and count as always open"] : [],
      citations: [],
      csv: ReportTable(
        [
          .text("id"), .text("name"), .text("kind"), .text("codes"), .text("opened"),
          .text("closed"), .text("memberships"),
        ],
        rows: rows.map { row in
          [
            row.id, row.name, row.kind, codes(row), row.opened ?? "", row.closed ?? "",
            row.memberships.joined(separator: " "),
          ]
        }),
      json: JSON(
        asOf: context.asOf, kind: graph.bodyKinds[kind].id, count: rows.count, organisations: rows))
  }
}
