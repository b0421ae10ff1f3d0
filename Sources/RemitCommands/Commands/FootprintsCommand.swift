import ArgumentParser
import Reports

/// `remit footprints ORG`
struct FootprintsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "footprints",
    abstract: "Every footprint and area that a body lies in: by membership, by people, by patients."
  )

  @Argument(help: "The body: an id, a code or a name.")
  var org: String

  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let body = try session.body(org)
    let tables = try session.areaTables().tables
    guard tables.vintage(at: session.moment) != nil, session.moment != .anyTime else {
      return session.outcome(
        FootprintsAnswer.report(
          on: body, in: session.graph, at: session.moment,
          nearest: session.nearestBorders(tables)))
    }
    return session.outcome(
      FootprintsAnswer.report(on: body, in: try session.areasWithCatchments()))
  }
}
