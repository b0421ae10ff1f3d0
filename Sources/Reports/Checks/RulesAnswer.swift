import GovernanceAnalysis

/// `rules`: what each rule finds, how it is defined, and what it does not see.
public struct RulesAnswer {
  private struct JSON: Encodable, Sendable {
    struct Row: Encodable, Sendable {
      let id: String
      let patterns: [String]
      let finds: String
      let definition: String
      let score: String
      let limits: String
    }
    struct Pattern: Encodable, Sendable {
      let number: String
      let name: String
      let rules: [String]
    }
    let patterns: [Pattern]
    let rules: [Row]
    let notRecorded: [String]
  }

  /// The whole catalogue, or one rule of it.
  public static func report(
    _ rules: [RuleDescription] = RuleCatalogue.descriptions
  ) -> Report {
    let asked = Set(rules.map(\.id))
    let patterns = RuleCatalogue.patterns.map { pattern in
      JSON.Pattern(
        number: pattern.number, name: pattern.name,
        rules: pattern.rules.map(\.about.id).filter(asked.contains))
    }.filter { !$0.rules.isEmpty }
    let table = ReportTable(
      [.text("pattern"), .text("what it is"), .text("rules")],
      rows: patterns.map { [$0.number, $0.name, $0.rules.joined(separator: " ")] })
    return Report(
      title: rules.count == 1 ? rules[0].id : "Rules",
      preface: ["What remit check looks for. Scores order findings of one severity."],
      sections: (rules.count == 1 ? [] : [Report.Section("Patterns and their rules", table: table)])
        + rules.map { rule in
          Report.Section(
            rule.id + (rule.patterns.isEmpty ? "" : " (\(rule.patterns.joined(separator: ", ")))"),
            lines: [
              rule.finds, "Definition: " + rule.definition, "Severity and score: " + rule.score,
              "Limits: " + rule.limits,
            ])
        },
      coverage: [], citations: [],
      csv: ReportTable(
        ["id", "patterns", "finds", "definition", "score", "limits"].map { .text($0) },
        rows: rules.map {
          [
            $0.id, $0.patterns.joined(separator: " "), $0.finds, $0.definition, $0.score, $0.limits,
          ]
        }),
      json: JSON(
        patterns: patterns,
        rules: rules.map {
          JSON.Row(
            id: $0.id, patterns: $0.patterns, finds: $0.finds, definition: $0.definition,
            score: $0.score, limits: $0.limits)
        }, notRecorded: []))
  }
}
