import ArgumentParser
import Reports

/// `remit list --kind KIND`
struct ListCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The bodies of a kind, with codes, dates and memberships.")

  @Option(help: "The kind, by its id or its name; narrower kinds are included.")
  var kind: String

  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let kind = try session.kind(kind)
    return session.outcome(ListAnswer.report(on: kind, in: session.graph, at: session.moment))
  }
}
