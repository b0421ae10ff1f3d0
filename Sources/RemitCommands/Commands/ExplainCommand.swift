import ArgumentParser
import GovernanceAnalysis
import GovernanceModel
import Reports

/// `remit explain FINDING`
struct ExplainCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "The full story of one finding: what it rests on, the evidence, what would clear it.")

  @Argument(help: "The id of a finding, as remit check gives it.")
  var finding: String

  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let rule = RuleCatalogue.rule(id: String(finding.prefix { $0 != "/" }))
    let check = Check(
      Inspection(
        session.graph, at: session.moment,
        areas: session.areasForRules(rule.map { [$0.about.id] } ?? [])),
      rules: rule.map { [$0] } ?? RuleCatalogue.all)
    guard let found = check.finding(id: finding) else {
      let near = Suggestion.nearest(to: finding, in: check.findings.map(\.id))
      throw Refusal.misuse(
        "no finding is called '\(TerminalText.escaped(String(finding.prefix(100))))' on this date; "
          + (near.map { "did you mean '\(TerminalText.escaped($0))'?" }
            ?? "remit check lists them"))
    }
    return session.outcome(
      ExplainAnswer.report(of: found, in: session.graph, at: session.moment))
  }
}
