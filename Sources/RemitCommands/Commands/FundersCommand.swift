import ArgumentParser
import Reports

/// `remit funders`
struct FundersCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "funders",
    abstract: "Who funds whom; with --off-path, funders whom the funded body does not answer to.",
    discussion: """
      A funder is on the path when it is among the superiors of the funded body, directly or \
      through others.
      """)

  @Flag(help: "Only funding whose funder is not among the superiors of the funded body.")
  var offPath = false

  @OptionGroup var basis: BasisOptions
  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    return session.outcome(FundersAnswer.report(offPath: offPath, in: try session.network(basis)))
  }
}
