import ArgumentParser
import Reports

/// `remit show ORG`
struct ShowCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One body: codes, dates, predecessors and successors, ties, duties and powers.")

  @Argument(help: "The body: an id, a code or a name.")
  var org: String

  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let body = try session.body(org)
    return session.outcome(ShowAnswer.report(on: body, in: session.graph, at: session.moment))
  }
}
