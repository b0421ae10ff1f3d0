import ArgumentParser
import Reports

/// `remit info`
struct InfoCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "What the graph holds on the date: counts by kind, sources and grades.")

  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let areas = try session.areaTables()
    return session.outcome(
      InfoAnswer.report(on: session.graph, at: session.moment, areas: areas.tables),
      leavingOut: areas.diagnostics)
  }
}
