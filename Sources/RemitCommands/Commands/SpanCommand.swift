import ArgumentParser
import Reports

/// `remit span`
struct SpanCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "span", abstract: "Every body's direct and total reports, and its layer.",
    discussion: "The layer is the length of the shortest route to a body without principals.")

  @OptionGroup var basis: BasisOptions
  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    return session.outcome(SpanAnswer.report(in: try session.network(basis)))
  }
}
