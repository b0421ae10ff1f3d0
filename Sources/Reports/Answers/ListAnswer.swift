import GovernanceAnalysis
import GovernanceModel

/// `list`: the bodies of a kind.
public struct ListAnswer {
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
    let notRecorded: [String]
  }

  private let context: AnswerContext
  private let kind: KindIndex
  private let entries: [OrganisationList.Entry]
  private var graph: GovernanceGraph { context.graph }

  /// The bodies of a kind, or a narrower one, that are open at a moment.
  public static func report(
    on kind: KindIndex, in graph: GovernanceGraph, at moment: Moment
  ) -> Report {
    ListAnswer(
      context: AnswerContext(graph, moment), kind: kind,
      entries: OrganisationList(of: kind, in: graph, at: moment).entries
    ).report
  }

  private var report: Report {
    let unopened = entries.count { graph.life(of: $0.body).start == nil }
    let coverage =
      unopened > 0
      ? [
        "the opening date of \(unopened) of \(entries.count) is not recorded, and counts as always"
      ] : []
    return Report(
      title: graph.bodyKinds[kind].plural.capitalisedFirst + " (\(entries.count))",
      preface: [context.asOfLine],
      sections: [
        Report.Section(
          context.asOf == nil ? "Of any date" : "Open",
          lines: entries.isEmpty ? ["none is recorded"] : [],
          table: entries.isEmpty
            ? nil
            : ReportTable(
              [
                .text("id"), .text("name"), .text("codes"), .text("opened"), .text("closed"),
                .text("member or part of"),
              ], rows: rows(withKind: false)))
      ],
      coverage: coverage, citations: [],
      csv: ReportTable(
        [
          .text("id"), .text("name"), .text("kind"), .text("codes"), .text("opened"),
          .text("closed"), .text("memberships"),
        ], rows: rows(withKind: true)),
      json: JSON(
        asOf: context.asOf, kind: graph.bodyKinds[kind].id, count: entries.count,
        organisations: entries.map(jsonRow), notRecorded: coverage))
  }

  private func rows(withKind: Bool) -> [[String]] {
    entries.map { entry in
      let life = graph.life(of: entry.body)
      let codes = graph.codes(of: entry.body, at: context.moment)
      let schemes = Dictionary(grouping: codes, by: \.scheme).sorted { $0.key < $1.key }
      return [context.id(entry.body), context.name(entry.body)]
        + (withKind ? [context.kindID(entry.body)] : [])
        + [
          schemes.map { $0.key + " " + $0.value.map(\.code).joined(separator: "/") }
            .joined(separator: ", "),
          life.start?.description ?? "", life.end?.description ?? "",
          memberships(entry).joined(separator: " "),
        ]
    }
  }

  private func memberships(_ entry: OrganisationList.Entry) -> [String] {
    entry.memberships.map(context.id).sorted()
  }

  private func jsonRow(_ entry: OrganisationList.Entry) -> JSON.Row {
    let life = graph.life(of: entry.body)
    return JSON.Row(
      id: context.id(entry.body), name: context.name(entry.body),
      kind: context.kindID(entry.body),
      codes: Dictionary(
        grouping: graph.codes(of: entry.body, at: context.moment), by: \.scheme
      ).mapValues { $0.map(\.code) },
      opened: life.start?.description, closed: life.end?.description,
      memberships: memberships(entry))
  }
}
