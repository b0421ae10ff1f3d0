import GovernanceAnalysis
import GovernanceModel

/// `explain`: the full story of one finding.
public struct ExplainAnswer {
  private struct JSON: Encodable, Sendable {
    let asOf: String?
    let finding: FindingJSON
    let definition: String
    let limits: String
    let notRecorded: [String]
  }

  private let context: AnswerContext
  private let finding: Finding
  private let rule: RuleDescription
  private var graph: GovernanceGraph { context.graph }

  /// - Parameter rule: the one that found it.
  public static func report(
    of finding: Finding, by rule: RuleDescription, in graph: GovernanceGraph, at moment: Moment
  ) -> Report {
    ExplainAnswer(
      context: AnswerContext(graph, moment), finding: finding, rule: rule
    ).report
  }

  private var report: Report {
    Report(
      title: finding.message, preface: [opening, context.asOfLine],
      sections: [
        Report.Section("Why", lines: [finding.explanation]), tree, incentives, relationships,
        others, absent, places, money, remedy, evidence,
        Report.Section("The rule", lines: [rule.finds, rule.definition, "Limits: " + rule.limits]),
      ].compactMap { $0 },
      coverage: finding.provisional,
      citations: context.citations(finding.citedEvidence(in: context)), csv: csv,
      json: JSON(
        asOf: context.asOf, finding: FindingJSON(finding, context), definition: rule.definition,
        limits: rule.limits, notRecorded: finding.provisional))
  }

  private var opening: String {
    "\(finding.id): \(finding.severity.rawValue), score \(CheckAnswer.text(finding.score))"
      + (rule.patterns.isEmpty ? "" : ", pattern " + rule.patterns.joined(separator: " "))
      + ". Held: \(context.dates(finding.period))."
  }

  private var incentives: Report.Section? {
    guard !finding.witness.incentives.isEmpty else { return nil }
    return Report.Section(
      "Incentives that it rests on (\(finding.witness.incentives.count))",
      table: ReportTable(
        ["holder", "metric", "wants", "strength", "instrument", "grade", "source"]
          .map { .text($0) },
        rows: finding.witness.incentives.map { position in
          let incentive = graph.incentives[position]
          return [
            context.name(incentive.holder), graph.metrics[incentive.metric].name,
            incentive.direction.rawValue, incentive.strength?.rawValue ?? "not recorded",
            incentive.instrument, context.grade(incentive.evidence.grade),
            incentive.evidence.sources.joined(separator: " "),
          ]
        }))
  }

  private var tree: Report.Section? {
    let tree = WitnessTree(finding, context)
    guard !tree.isEmpty else { return nil }
    return Report.Section(
      "How it hangs together (\(counted(tree.count, "line", "lines")))", tree: tree.lines)
  }

  private static let limit = 20

  private var relationships: Report.Section? {
    let rows = FindingJSON.Witness(finding.witness, context).relationships
    guard !rows.isEmpty else { return nil }
    return Report.Section(
      "Relationships that it rests on (\(rows.count))",
      lines: rows.count > Self.limit ? ["the first \(Self.limit); JSON gives all"] : [],
      table: ReportTable(
        ["from", "kind", "to", "basis", "since", "grade", "source"].map { .text($0) },
        rows: rows.prefix(Self.limit).map { row in
          [
            row.from, row.kind, row.to, row.basis.joined(separator: ", "),
            row.start ?? "not recorded", row.grade ?? "not recorded",
            row.sources.joined(separator: " "),
          ]
        }))
  }

  private var others: Report.Section? {
    let rows = WitnessEntry.entries(of: finding.witness, context)
    guard !rows.isEmpty else { return nil }
    return Report.Section(
      "Other rows that it rests on (\(rows.count))",
      table: ReportTable(
        ["table", "what", "grade", "source"].map { .text($0) },
        rows: rows.map { row in
          [
            row.table, row.text, context.grade(row.evidence.grade),
            row.evidence.sources.joined(separator: " "),
          ]
        }))
  }

  private var absent: Report.Section? {
    let rows = finding.witness.absent
    guard !rows.isEmpty else { return nil }
    return Report.Section(
      "Looked for and not found (\(rows.count))",
      lines: rows.count > Self.limit ? ["the first \(Self.limit); JSON gives all"] : [],
      table: ReportTable(
        ["from", "kind", "to", "looked for among"].map { .text($0) },
        rows: rows.prefix(Self.limit).map { row in
          [
            row.from.map(context.name) ?? "anyone", row.kind.rawValue,
            row.to.map(context.name) ?? "anyone", row.searched,
          ]
        }))
  }

  private var places: Report.Section? {
    guard !finding.places.isEmpty else { return nil }
    return Report.Section(
      "Where (\(counted(finding.places.count, "footprint", "footprints")))",
      table: ReportTable(
        [.text("footprint"), .text("id"), .number("members"), .text("which")],
        rows: finding.places.map { place in
          let names = place.members.map(context.name).sorted()
          return [
            context.name(place.footprint), context.id(place.footprint), String(names.count),
            names.prefix(4).joined(separator: "; ") + (names.count > 4 ? "; and others" : ""),
          ]
        }))
  }

  private var money: Report.Section? {
    guard !finding.money.isEmpty else { return nil }
    return Report.Section(
      "Money at stake",
      lines: finding.money.map { money in
        context.amount(money.amount) + (money.year.map { " in \($0)" } ?? "") + ": \(money.what)"
      })
  }

  private var remedy: Report.Section {
    let lines = finding.remedies.map { remedy in
      "\(remedy.instrument): "
        + (remedy.setBy.isEmpty
          ? "nobody set it, or it is not recorded"
          : "could be changed by " + remedy.setBy.map(context.name).sorted().joined(separator: ", "))
    }
    return Report.Section(
      "What would clear it", lines: [finding.clearedBy.capitalisedFirst] + lines)
  }

  private var evidence: Report.Section? {
    guard !finding.evidence.isEmpty else { return nil }
    return Report.Section(
      "Evidence that bears on it (\(finding.evidence.count))",
      lines: finding.evidence.map { position in
        let item = graph.evidenceItems[position]
        let figure =
          item.figure.map {
            ": " + EvidenceFigure.text($0, unit: item.unit, currency: graph.currency)
          } ?? ""
        let asked = item.respondents.map { " (\($0))" } ?? ""
        return
          "\(item.statement)\(figure)\(asked) [\(item.evidence.sources.joined(separator: " "))]"
      })
  }

  private var csv: ReportTable {
    let row = FindingJSON(finding, context)
    return ReportTable(
      [.text("part"), .text("value")],
      rows: [
        ["id", row.id], ["severity", row.severity], ["from", row.from.value ?? ""],
        ["to", row.to.value ?? ""],
        ["message", row.message], ["explanation", row.explanation], ["clearedBy", row.clearedBy],
      ] + row.witness.incentives.map { ["incentive", $0.id] }
        + row.witness.relationships.map { ["relationship", "\($0.from) \($0.kind) \($0.to)"] }
        + row.witness.others.map { [$0.table, $0.text] }
        + row.provisional.map { ["provisional", $0] })
  }
}
