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
    var session = try Session(options, surroundings)
    let (found, rule) = try session.finding(finding)
    return session.outcome(
      ExplainAnswer.report(of: found, by: rule, in: session.graph, at: session.moment))
  }
}
