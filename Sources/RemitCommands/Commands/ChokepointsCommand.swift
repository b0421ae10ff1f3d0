import ArgumentParser
import Reports

/// `remit chokepoints`
struct ChokepointsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "chokepoints",
    abstract: "The body through which every accountability route of each body passes.",
    discussion: """
      These are immediate dominators. Without a root, an imaginary top stands above all bodies \
      without principals.
      """)

  @Option(help: "The body to start from: an id, a code or a name.")
  var root: String?

  @OptionGroup var basis: BasisOptions
  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let root = try root.map { try session.body($0) }
    return session.outcome(ChokepointsAnswer.report(root: root, in: try session.network(basis)))
  }
}
