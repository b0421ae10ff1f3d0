import ArgumentParser
import Reports

/// `remit reports ORG`
struct ReportsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "reports", abstract: "Who reports to a body.")

  @Argument(help: "The body: an id, a code or a name.")
  var org: String

  @Flag(help: "Everyone below, with the count and the layers.")
  var all = false

  @OptionGroup var basis: BasisOptions
  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let network = try session.network(basis)
    let body = try session.body(org)
    return session.outcome(ReportsAnswer.report(on: body, in: network, isWhole: all))
  }
}
