import ArgumentParser
import Reports

/// `remit path A B`
struct PathCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "The shortest accountability routes between two bodies.",
    discussion: """
      When there is none it says so, and gives the shortest route when other kinds of relationship \
      may be used, those steps marked.
      """)

  @Argument(help: "A body: an id, a code or a name.")
  var from: String

  @Argument(help: "Another body.")
  var to: String

  @OptionGroup var basis: BasisOptions
  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let network = try session.network(basis)
    let first = try session.body(from)
    let second = try session.body(to)
    guard first != second else {
      throw Refusal.misuse("both names mean '\(session.graph.id(of: first))'; name two bodies")
    }
    return session.outcome(PathAnswer.report(from: first, to: second, in: network))
  }
}
