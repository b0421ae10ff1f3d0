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
    return session.outcome(
      FootprintsAnswer.report(on: body, in: try session.areasWithCatchments()))
  }
}
