import GovernanceAnalysis
import GovernanceModel

/// `incentives`: what a body, the bodies of a kind, or everyone is rewarded and punished for.
public struct IncentivesAnswer {
  private enum Subject {
    case everyone
    case body(BodyIndex)
    case kind(KindIndex)
  }

  let context: AnswerContext
  private let subject: Subject
  private let list: IncentiveList
  var graph: GovernanceGraph { context.graph }

  /// Every incentive in force at a moment.
  public static func report(in graph: GovernanceGraph, at moment: Moment) -> Report {
    IncentivesAnswer(
      context: AnswerContext(graph, moment), subject: .everyone,
      list: IncentiveList(in: graph, at: moment)
    ).report
  }

  /// The incentives that bear on a body at a moment.
  public static func report(
    on body: BodyIndex, in graph: GovernanceGraph, at moment: Moment
  ) -> Report {
    IncentivesAnswer(
      context: AnswerContext(graph, moment), subject: .body(body),
      list: IncentiveList(on: body, in: graph, at: moment)
    ).report
  }

  /// The incentives that bear on the bodies of a kind at a moment.
  public static func report(
    onKind kind: KindIndex, in graph: GovernanceGraph, at moment: Moment
  ) -> Report {
    IncentivesAnswer(
      context: AnswerContext(graph, moment), subject: .kind(kind),
      list: IncentiveList(onKind: kind, in: graph, at: moment)
    ).report
  }

  private var report: Report {
    let (title, preface) = heading
    let entries = list.entries
    let headings: [(IncentiveList.Reach, String)] = [
      (.all, firstHeading), (.some, "On some of them, by their narrower kinds"),
      (.notRecorded, "On a class whose members are not recorded"),
    ]
    var sections = headings.compactMap { reach, heading in
      section(heading, entries.filter { $0.reach == reach })
    }
    if sections.isEmpty {
      sections = [Report.Section(firstHeading, lines: ["none is recorded for this date"])]
    }
    return Report(
      title: title, preface: preface, sections: sections, coverage: coverage,
      citations: context.citations(entries.map(\.incentive.evidence)), csv: csv, json: json)
  }

  private var heading: (String, [String]) {
    switch subject {
    case .everyone: ("Incentives in force", [context.asOfLine])
    case .body(let body): ("Incentives of " + context.title(body), context.opening(body))
    case .kind(let kind):
      ("Incentives of \(graph.bodyKinds[kind].plural)", [context.asOfLine])
    }
  }

  private var firstHeading: String {
    switch subject {
    case .everyone: "On bodies and kinds"
    case .body: "What it is rewarded or punished for"
    case .kind: "What all of them are rewarded or punished for"
    }
  }

  /// Whether every row is about the same body, so that a column for it would say nothing.
  private var isAboutOneBody: Bool {
    if case .body = subject { true } else { false }
  }

  private func section(_ heading: String, _ entries: [IncentiveList.Entry]) -> Report.Section? {
    guard !entries.isEmpty else { return nil }
    let showsHolder = !isAboutOneBody || entries[0].reach == .notRecorded
    let columns = ["metric", "wants", "strength", "instrument", "set by", "reading", "grade"]
    return Report.Section(
      "\(heading) (\(entries.count))",
      table: ReportTable(
        ((showsHolder ? ["holder"] : []) + columns + ["source"]).map { .text($0) },
        rows: entries.map { entry in
          let incentive = entry.incentive
          return (showsHolder ? [name(incentive.holder)] : []) + [
            graph.metrics[incentive.metric].name, wants(incentive),
            incentive.strength?.rawValue ?? "not recorded", incentive.instrument,
            incentive.setBy.isEmpty
              ? "none recorded" : incentive.setBy.map(name).joined(separator: ", "),
            incentive.reading?.rawValue ?? "not recorded",
            context.grade(incentive.evidence.grade),
            incentive.evidence.sources.joined(separator: " "),
          ]
        }))
  }

  /// Which way the holder is moved, in a word or two.
  private func wants(_ incentive: Incentive) -> String {
    switch incentive.direction {
    case .maximise: "more"
    case .minimise: "less"
    case .target: incentive.target ?? "a level"
    case .none: "neither"
    }
  }

  /// Whom a row means, as a reader knows them.
  private func name(_ holder: IncentiveHolder) -> String {
    switch holder {
    case .body(let body): return context.name(body)
    case .members(let position): return graph.holderClasses[position].name
    case .every(let expression):
      guard let kind = graph.bodyKinds.index(of: expression.text) else {
        return "every " + expression.text
      }
      return graph.bodyKinds[kind].plural
    }
  }

  private var coverage: [String] {
    let incentives = list.entries.map(\.incentive)
    var gaps: [String] = []
    func say(_ words: String, _ isSo: (Incentive) -> Bool) {
      let count = incentives.count(where: isSo)
      guard count > 0 else { return }
      gaps.append(
        "\(count) of " + counted(incentives.count, "incentive", "incentives") + ": " + words)
    }
    say("the direction is an economic reading of the rule, which does not say it") {
      $0.reading == .economic
    }
    say("recalled; the source named would confirm it") { $0.evidence.grade == .recalled }
    say("inferred or estimated, not read in the source") {
      $0.evidence.grade == .inferred || $0.evidence.grade == .estimated
    }
    say("dropped after it was announced, or suspended for some of those on whom it bears") {
      $0.withdrawn != nil
    }
    let unknown = Set(
      incentives.compactMap { incentive -> String? in
        guard case .members(let position) = incentive.holder,
          graph.holderClasses[position].members == nil
        else { return nil }
        return graph.holderClasses[position].name
      })
    for name in unknown.sorted() { gaps.append("who the \(name) are is not recorded") }
    if list.recordedCount == 0 {
      gaps.append("the graph records no incentives")
    } else if incentives.isEmpty {
      gaps.append(
        "the graph records " + counted(list.recordedCount, "incentive", "incentives")
          + " of other dates or other bodies")
    }
    return gaps
  }
}

extension IncentivesAnswer {
  /// What the answer gives to other programs.
  private struct JSON: Encodable, Sendable {
    let asOf: String?
    let organisation: BodyJSON?
    let kind: String?
    let incentives: [IncentiveJSON]
    let notRecorded: [String]
  }

  private var json: JSON {
    var body: BodyJSON?
    var kind: String?
    switch subject {
    case .everyone: break
    case .body(let index): body = BodyJSON(index, context)
    case .kind(let index): kind = graph.bodyKinds[index].id
    }
    return JSON(
      asOf: context.asOf, organisation: body, kind: kind,
      incentives: list.entries.map { IncentiveJSON($0, graph) }, notRecorded: coverage)
  }

  private var csv: ReportTable {
    ReportTable(
      [
        "bearing", "id", "holder", "metric", "direction", "strength", "instrument", "set_by",
        "reading", "basis", "legal_basis", "amount", "year", "start", "end", "withdrawn", "grade",
        "source", "reason",
      ].map { .text($0) },
      rows: list.entries.map { IncentiveJSON($0, graph) }.map { row in
        [
          row.bearing, row.id, row.holder, row.metric, row.direction, row.strength ?? "",
          row.instrument, row.setBy.joined(separator: " "), row.reading ?? "",
          row.basis.joined(separator: " "), row.legalBasis ?? "", row.amount ?? "",
          row.year ?? "", row.start ?? "", row.end ?? "", row.withdrawn ?? "", row.grade ?? "",
          row.sources.joined(separator: " "), row.reason ?? "",
        ]
      })
  }
}

/// An incentive as JSON gives it.
struct IncentiveJSON: Encodable, Sendable {
  let id: String
  let bearing: String
  let holder: String
  let instrument: String
  let setBy: [String]
  let metric: String
  let nature: String?
  let direction: String
  let target: String?
  let aggregation: String?
  let strength: String?
  let reason: String?
  let reading: String?
  let basis: [String]
  let legalBasis: String?
  let horizon: String?
  let assessedOn: String?
  let sanctions: [String]
  let amount: String?
  let year: String?
  let start: String?
  let end: String?
  let withdrawn: String?
  let grade: String?
  let sources: [String]
  let note: String?

  init(_ entry: IncentiveList.Entry, _ graph: GovernanceGraph) {
    let incentive = entry.incentive
    id = incentive.id
    bearing =
      switch entry.reach {
      case .all: "all"
      case .some: "some"
      case .notRecorded: "not-recorded"
      }
    holder = graph.text(of: incentive.holder)
    instrument = incentive.instrument
    setBy = incentive.setBy.map { graph.text(of: $0) }
    metric = graph.metrics[incentive.metric].id
    nature = graph.metrics[incentive.metric].nature?.rawValue
    direction = incentive.direction.rawValue
    target = incentive.target
    aggregation = incentive.aggregation?.rawValue
    strength = incentive.strength?.rawValue
    reason = incentive.reason
    reading = incentive.reading?.rawValue
    basis = incentive.basis.words
    legalBasis = incentive.legalBasis
    horizon = incentive.horizon?.rawValue
    assessedOn = incentive.assessedOn?.rawValue
    sanctions = incentive.sanctions.map(\.rawValue)
    amount = incentive.amount?.description
    year = incentive.year
    start = incentive.period.start?.description
    end = incentive.period.end?.description
    withdrawn = incentive.withdrawn?.description
    grade = incentive.evidence.grade?.word
    sources = incentive.evidence.sources
    note = incentive.evidence.note
  }
}
