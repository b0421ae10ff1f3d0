import ArgumentParser
import Reports

/// `remit funding ORG`
struct FundingCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "funding",
    abstract: "A body's money in and out by year and source, alternatives apart, reconciled.")

  @Argument(help: "The body: an id, a code or a name.")
  var org: String

  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let body = try session.body(org)
    return session.outcome(FundingAnswer.report(on: body, in: session.graph, at: session.moment))
  }
}
