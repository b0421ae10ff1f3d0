import GovernanceAnalysis
import GovernanceModel

/// `funding`: a body's money in and out.
public struct FundingAnswer {
  private struct JSON: Encodable, Sendable {
    struct Flow: Encodable, Sendable {
      let direction: String
      let other: String
      let relation: String
      let amount: String?
      let classTotal: String?
      let year: String?
      let standing: String
      let of: String?
      let id: String?
      let grade: String?
      let sources: [String]
      let note: String?
    }
    struct Total: Encodable, Sendable {
      let year: String?
      let direction: String
      let amount: String?
      let rowsCounted: Int
      let rowsWithoutAmount: Int
    }
    struct Reconciled: Encodable, Sendable {
      let total: String?
      let amount: String
      let components: Int
      let sum: String
      let difference: String?
    }
    let asOf: String?
    let currency: String
    let organisation: BodyJSON
    let flows: [Flow]
    let totals: [Total]
    let reconciliations: [Reconciled]
    let notRecorded: [String]
  }

  private let context: AnswerContext
  private let analysis: FundingAnalysis

  /// A body's flows of money at a moment, with totals and reconciliations.
  public static func report(
    on body: BodyIndex, in graph: GovernanceGraph, at moment: Moment
  ) -> Report {
    FundingAnswer(
      context: AnswerContext(graph, moment),
      analysis: FundingAnalysis(of: body, in: graph, at: moment)
    ).report
  }

  private var report: Report {
    let sections = [
      flowSection("Money in", .incoming), flowSection("Money out", .outgoing), totalSection,
      reconciliationSection,
    ].compactMap { $0 }
    return Report(
      title: "Funding of \(context.title(analysis.body))",
      preface: context.opening(analysis.body) + [
        "Alternatives are other published figures for the same flow, components are parts of one: "
          + "neither is added."
      ],
      sections: sections, coverage: coverage,
      citations: context.citations(analysis.flows.map(\.evidence)), csv: csv, json: json)
  }

  private func standing(_ flow: FundingFlow) -> (word: String, of: String?) {
    switch flow.standing {
    case .main: ("main", nil)
    case .alternative(let id): ("alternative", id)
    case .component(let id): ("component", id)
    }
  }

  private func amount(_ flow: FundingFlow) -> String {
    if let amount = flow.amount { return context.amount(amount) }
    if let total = flow.classTotal { return "share of " + context.amount(total) }
    return "not recorded"
  }

  private func flowSection(_ heading: String, _ direction: FundingFlow.Direction) -> Report.Section?
  {
    let flows = analysis.flows.filter { $0.direction == direction }
    guard !flows.isEmpty else {
      return Report.Section(heading, lines: ["no flow is recorded"])
    }
    return Report.Section(
      heading,
      table: ReportTable(
        [
          .text("year"), .number("amount"), .text(direction == .incoming ? "from" : "to"),
          .text("standing"), .text("grade"), .text("source"),
        ],
        rows: flows.map { flow in
          let standing = standing(flow)
          let some = flow.isUnstated ? " (which ones is not recorded)" : ""
          return [
            flow.year ?? "not recorded", amount(flow), context.name(flow.other) + some,
            standing.word + (standing.of.map { " of \($0)" } ?? ""),
            context.grade(flow.evidence.grade), flow.evidence.sources.joined(separator: " "),
          ]
        }))
  }

  private var totalSection: Report.Section? {
    guard !analysis.totals.isEmpty else { return nil }
    return Report.Section(
      "Totals of the main rows",
      table: ReportTable(
        [
          .text("year"), .text("direction"), .number("amount"), .number("rows"),
          .number("without amount"),
        ],
        rows: analysis.totals.map {
          [
            $0.year ?? "not recorded", $0.direction.rawValue,
            $0.amount.map(context.amount) ?? ($0.rowsCounted > 0 ? "too large" : "not recorded"),
            String($0.rowsCounted),
            String($0.rowsWithoutAmount),
          ]
        }))
  }

  private var reconciliationSection: Report.Section? {
    guard !analysis.reconciliations.isEmpty else { return nil }
    return Report.Section(
      "Published totals against their published components",
      table: ReportTable(
        [
          .text("total"), .number("amount"), .number("components"), .number("their sum"),
          .number("difference"),
        ],
        rows: analysis.reconciliations.map { item in
          [
            item.total.id ?? "", amount(item.total), String(item.components.count),
            context.amount(item.sum), item.difference.map(context.amount) ?? "too large",
          ]
        }))
  }

  private var coverage: [String] {
    var gaps: [String] = []
    let shares = analysis.flows.count { $0.amount == nil && $0.classTotal != nil }
    let missing = analysis.flows.count { $0.amount == nil && $0.classTotal == nil }
    if shares > 0 {
      gaps.append(
        counted(shares, "flow is", "flows are")
          + " published only as a total for all bodies of the kind: this body's own share is not "
          + "recorded")
    }
    if missing > 0 {
      gaps.append(counted(missing, "flow has", "flows have") + " no recorded amount")
    }
    let years = Set(analysis.totals.map(\.year))
    for year in years.sorted(by: { ($0 ?? "") < ($1 ?? "") }) {
      func total(_ direction: FundingFlow.Direction) -> FundingAnalysis.YearTotal? {
        analysis.totals.first { $0.year == year && $0.direction == direction }
      }
      guard let inward = total(.incoming)?.amount, let outward = total(.outgoing)?.amount else {
        continue
      }
      let difference = Amount(hundredths: inward.hundredths &- outward.hundredths)
      guard difference.hundredths != 0 else { continue }
      let isMoreIn = difference.hundredths > 0
      let gap = context.amount(
        isMoreIn ? difference : Amount(hundredths: 0 &- difference.hundredths))
      gaps.append(
        "\(year ?? "without a year"): recorded money \(isMoreIn ? "in" : "out") exceeds recorded "
          + "money \(isMoreIn ? "out" : "in") by \(gap); what lies between is not recorded here")
    }
    let graded = analysis.flows.count {
      $0.evidence.grade == .recalled || $0.evidence.grade == .estimated
    }
    if graded > 0 {
      gaps.append(counted(graded, "flow is", "flows are") + " recalled or estimated: see the grade")
    }
    if analysis.flows.isEmpty {
      gaps.append("that no flow is recorded does not mean there is none")
    }
    return gaps
  }

  private var csv: ReportTable {
    ReportTable(
      [
        .text("direction"), .text("other"), .text("year"), .text("amount"), .text("class_total"),
        .text("standing"), .text("of"), .text("id"), .text("grade"), .text("source"),
      ],
      rows: json.flows.map {
        [
          $0.direction, $0.other, $0.year ?? "", $0.amount ?? "", $0.classTotal ?? "", $0.standing,
          $0.of ?? "", $0.id ?? "", $0.grade ?? "", $0.sources.joined(separator: " "),
        ]
      })
  }

  private func id(_ party: Party) -> String {
    switch party {
    case .body(let body): context.id(body)
    case .every(let kind): "every " + context.graph.bodyKinds[kind].id
    }
  }

  private var json: JSON {
    JSON(
      asOf: context.asOf, currency: context.graph.currency,
      organisation: BodyJSON(analysis.body, context),
      flows: analysis.flows.map { flow in
        let standing = standing(flow)
        return JSON.Flow(
          direction: flow.direction.rawValue, other: id(flow.other),
          relation: context.graph.relationshipKinds[flow.kind].id,
          amount: flow.amount?.description, classTotal: flow.classTotal?.description,
          year: flow.year, standing: standing.word, of: standing.of, id: flow.id,
          grade: flow.evidence.grade?.word, sources: flow.evidence.sources,
          note: flow.evidence.note)
      },
      totals: analysis.totals.map {
        JSON.Total(
          year: $0.year, direction: $0.direction.rawValue, amount: $0.amount?.description,
          rowsCounted: $0.rowsCounted, rowsWithoutAmount: $0.rowsWithoutAmount)
      },
      reconciliations: analysis.reconciliations.map {
        JSON.Reconciled(
          total: $0.total.id,
          amount: ($0.total.amount ?? $0.total.classTotal)?.description ?? "",
          components: $0.components.count, sum: $0.sum.description,
          difference: $0.difference?.description)
      }, notRecorded: coverage)
  }
}
