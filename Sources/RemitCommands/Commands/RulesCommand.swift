import ArgumentParser
import GovernanceAnalysis
import Reports

/// `remit rules [RULE]`
struct RulesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "What remit check looks for: each rule's definition and limits.")

  @Argument(help: "The id of one rule.")
  var rule: String?

  @Option(help: "text, json, csv or markdown.")
  var format: AnswerFormat = .text

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let report =
      if let rule {
        RulesAnswer.report([try CheckCommand.known(rule, in: RuleCatalogue.descriptions)])
      } else {
        RulesAnswer.report()
      }
    let output =
      switch format {
      case .text: report.formatted(as: .text())
      case .json: report.formatted(as: .json)
      case .csv: report.formatted(as: .csv)
      case .markdown: report.formatted(as: .markdown)
      }
    return Outcome(output: output)
  }
}
