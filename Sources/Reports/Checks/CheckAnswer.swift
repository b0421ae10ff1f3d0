import GovernanceAnalysis
import GovernanceModel

/// `check`: the misalignments and gaps that the rules find, the gravest first.
public struct CheckAnswer {
  /// Which findings are wanted.
  public struct Filter: Sendable {
    /// Ids of rules; empty: all.
    public var rules: [String] = []
    /// A footprint, or any other body.
    public var body: BodyIndex?
    public var severity: Finding.Severity = .low

    public init() {}

    /// Findings of the wanted rules, at least as severe, about the body, met in it, or among whose
    /// members concerned it is.
    func accepts(_ finding: Finding) -> Bool {
      finding.severity >= severity && (rules.isEmpty || rules.contains(finding.rule))
        && concerns(finding)
    }

    private func concerns(_ finding: Finding) -> Bool {
      guard let body else { return true }
      return finding.footprint == body || finding.subjects.contains(body)
        || finding.places.contains { $0.footprint == body || $0.members.contains(body) }
    }

    /// A finding about an entry of a baseline, whose own finding it concerns: one that is gone
    /// concerns no footprint.
    func accepts(_ finding: Finding, about accepted: Finding?) -> Bool {
      guard finding.severity >= severity else { return false }
      return body == nil || (accepted.map(concerns) ?? false)
    }
  }

  private struct JSON: Encodable, Sendable {
    struct Accepted: Encodable, Sendable {
      let id: String
      let owner: String
      let reason: String
      let expires: OrNull<String>
    }
    let asOf: OrNull<String>
    let findings: [FindingJSON]
    let summary: [String: Int]
    let accepted: [Accepted]?
    let notRecorded: [String]
  }

  let context: AnswerContext
  let check: Check
  private let filter: Filter
  /// What is found and wanted, those that a baseline accepts left out.
  public let findings: [Finding]
  /// What is found and wanted, and accepted by an entry of the baseline; nil without one.
  public let accepted: [(finding: Finding, entry: Baseline.Entry)]?
  /// Where the entries stand that findings about the baseline name, by the findings' ids.
  let baselinePlaces: [String: SourcePosition]

  /// What rules find in a graph at a moment: those of the filter, or all.
  public init(
    in graph: GovernanceGraph, at moment: Moment, rules: [any Rule] = RuleCatalogue.all,
    filter: Filter = Filter(), baseline: Baseline? = nil, areas: AreaBook? = nil
  ) {
    context = AnswerContext(graph, moment)
    check = Check(
      Inspection(graph, at: moment, areas: areas),
      rules: filter.rules.isEmpty
        ? rules : rules.filter { filter.rules.contains($0.about.id) })
    self.filter = filter
    let acceptance = baseline?.applied(to: check, at: moment)
    let known = Dictionary(uniqueKeysWithValues: check.findings.map { ($0.id, $0) })
    let places = acceptance?.places ?? [:]
    findings = (acceptance?.open ?? check.findings).filter { finding in
      guard places[finding.id] != nil else { return filter.accepts(finding) }
      return filter.accepts(finding, about: known[String(finding.id.afterFirstSlash)])
    }
    accepted = acceptance?.accepted.filter { filter.accepts($0.finding) }
    baselinePlaces = places
  }

  /// The answer for people, and for programs that read its JSON or CSV.
  public var report: Report {
    Report(
      title: filter.body.map { "Findings on " + context.title($0) } ?? "Findings",
      preface: [context.asOfLine],
      sections: findings.isEmpty
        ? [Report.Section("Findings (0)", lines: [nothing])] + acceptedSection
        : [summarySection] + severitySections + acceptedSection,
      coverage: coverage, citations: [], csv: csv, json: json)
  }

  private var nothing: String {
    accepted.map { $0.isEmpty } ?? true
      ? "no rule finds anything" : "no rule finds anything that is not accepted"
  }

  private var counts: [String: Int] {
    Dictionary(findings.map { ($0.rule, 1) }, uniquingKeysWith: +)
  }

  private var summarySection: Report.Section {
    let counts = counts
    let rules =
      check.outcomes.map(\.rule)
      + RuleCatalogue.descriptions.filter { rule in
        !check.outcomes.contains { $0.rule.id == rule.id }
      }
    let rows = rules.filter { counts[$0.id] != nil }
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
        lines: more,
        tree: rows.map { finding in
          TreeLine(
            depth: 0, lead: "- ", hanging: "  ",
            text: "\(finding.message)\(finding.provisional.isEmpty ? "" : " Provisional.") "
              + "[\(finding.id)]")
        })
    }
  }

  private var acceptedSection: [Report.Section] {
    guard let accepted, !accepted.isEmpty else { return [] }
    return [
      Report.Section(
        "Accepted in the baseline (\(accepted.count))",
        table: ReportTable(
          ["finding", "severity", "owner", "until", "reason"].map { .text($0) },
          rows: accepted.map { finding, entry in
            [
              finding.id, finding.severity.rawValue, entry.owner,
              entry.expires?.description ?? "no end", entry.reason,
            ]
          }))
    ]
  }

  var coverage: [String] {
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
    if accepted != nil, context.moment.date == nil {
      gaps.append("the question is asked of no date, so that no acceptance expires")
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
      asOf: OrNull(context.asOf), findings: findings.map { FindingJSON($0, context) },
      summary: counts,
      accepted: accepted.map { accepted in
        accepted.map { finding, entry in
          JSON.Accepted(
            id: finding.id, owner: entry.owner, reason: entry.reason,
            expires: OrNull(entry.expires?.description))
        }
      }, notRecorded: coverage)
  }

  /// A score with at most two decimals.
  static func text(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    return Amount(hundredths: Int64(hundredths)).description
  }
}

extension String {
  /// What comes after the first slash; nothing where there is none.
  fileprivate var afterFirstSlash: Substring { drop { $0 != "/" }.dropFirst() }
}
