import GovernanceAnalysis
import GovernanceModel

/// `check`: the misalignments and gaps that the rules find, the gravest first.
public struct CheckAnswer {
  /// Which findings are wanted.
  public struct Filter: Sendable {
    /// Ids of rules; empty: all.
    public var rules: [String] = []
    public var footprint: BodyIndex?
    public var severity: Finding.Severity = .low

    public init() {}

    /// Findings of the wanted rules, at least as severe, about the footprint or met in it.
    func accepts(_ finding: Finding) -> Bool {
      guard finding.severity >= severity, rules.isEmpty || rules.contains(finding.rule) else {
        return false
      }
      guard let footprint else { return true }
      return finding.footprint == footprint || finding.subjects.contains(footprint)
        || finding.places.contains { $0.footprint == footprint }
    }
  }

  private struct JSON: Encodable, Sendable {
    let asOf: String?
    let findings: [FindingJSON]
    let summary: [String: Int]
    let notRecorded: [String]
  }

  private let context: AnswerContext
  private let check: Check
  private let filter: Filter
  private let findings: [Finding]

  /// What the rules find in a graph at a moment.
  ///
  /// - Returns: the report, and the findings in it.
  public static func report(
    in graph: GovernanceGraph, at moment: Moment, filter: Filter = Filter(),
    areas: AreaBook? = nil
  ) -> (report: Report, findings: [Finding]) {
    let check = Check(Inspection(graph, at: moment, areas: areas), rules: rules(filter))
    let findings = check.findings.filter(filter.accepts)
    let answer = CheckAnswer(
      context: AnswerContext(graph, moment), check: check, filter: filter, findings: findings)
    return (answer.report, findings)
  }

  private static func rules(_ filter: Filter) -> [any Rule] {
    filter.rules.isEmpty
      ? RuleCatalogue.all : RuleCatalogue.all.filter { filter.rules.contains($0.about.id) }
  }

  private var report: Report {
    Report(
      title: filter.footprint.map { "Findings on " + context.title($0) } ?? "Findings",
      preface: [context.asOfLine],
      sections: findings.isEmpty
        ? [Report.Section("Findings (0)", lines: ["no rule finds anything"])]
        : [summarySection] + severitySections,
      coverage: coverage, citations: [], csv: csv, json: json)
  }

  private var counts: [String: Int] {
    Dictionary(findings.map { ($0.rule, 1) }, uniquingKeysWith: +)
  }

  private var summarySection: Report.Section {
    let counts = counts
    let rows = check.outcomes.map(\.rule).filter { counts[$0.id] != nil }
    return Report.Section(
      "By rule (\(counted(findings.count, "finding", "findings")))",
      table: ReportTable(
        [.text("rule"), .number("findings"), .text("what it finds")],
        rows: rows.map { [$0.id, String(counts[$0.id]!), $0.finds] }))
  }

  /// At most a few findings of a rule: one that finds the same in every footprint would hide all
  /// others.
  private static let limit = 3

  private var severitySections: [Report.Section] {
    Finding.Severity.allCases.reversed().compactMap { severity in
      let found = findings.filter { $0.severity == severity }
      guard !found.isEmpty else { return nil }
      var shown: [String: Int] = [:]
      let rows = found.filter { finding in
        shown[finding.rule, default: 0] += 1
        return filter.rules.count == 1 || shown[finding.rule]! <= Self.limit
      }
      let more =
        rows.count < found.count
        ? [
          "\(rows.count) of them, at most \(Self.limit) of a rule; --rule RULE, CSV and JSON give all"
        ] : []
      return Report.Section(
        "\(severity.rawValue.capitalisedFirst) (\(found.count))",
        lines: more
          + rows.map { finding in
            "- \(finding.message)\(finding.provisional.isEmpty ? "" : " Provisional.") "
              + "[\(finding.id)]"
          })
    }
  }

  private var coverage: [String] {
    var gaps = check.outcomes.compactMap { outcome in
      outcome.noData.map { "\(outcome.rule.id) had nothing to look at: \($0)" }
    }
    let provisional = findings.count { !$0.provisional.isEmpty }
    if provisional > 0 {
      gaps.append(
        "\(provisional) of " + counted(findings.count, "finding", "findings")
          + ": provisional, because a row was inferred, estimated or recalled, or a direction "
          + "reasoned; remit explain ID says which")
    }
    return gaps
  }

  private var csv: ReportTable {
    ReportTable(
      [
        "id", "rule", "severity", "score", "subjects", "footprint", "footprints", "from", "to",
        "message", "remedy", "provisional",
      ].map { .text($0) },
      rows: findings.map { finding in
        [
          finding.id, finding.rule, finding.severity.rawValue, CheckAnswer.text(finding.score),
          finding.subjects.map(context.id).joined(separator: " "),
          finding.footprint.map(context.id) ?? "",
          finding.places.map { context.id($0.footprint) }.joined(separator: " "),
          finding.period.start?.description ?? "", finding.period.end?.description ?? "",
          finding.message, finding.remedies.map(\.instrument).joined(separator: "; "),
          finding.provisional.joined(separator: "; "),
        ]
      })
  }

  private var json: JSON {
    JSON(
      asOf: context.asOf, findings: findings.map { FindingJSON($0, context) }, summary: counts,
      notRecorded: coverage)
  }

  /// A score with at most two decimals.
  static func text(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    return Amount(hundredths: Int64(hundredths)).description
  }
}
