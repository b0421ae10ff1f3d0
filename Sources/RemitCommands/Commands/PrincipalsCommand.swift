import ArgumentParser
import Reports

/// `remit principals`
struct PrincipalsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "principals",
    abstract: "Every body's principals; with --several, bodies with principals of several kinds.",
    discussion: "Kinds are those of the date; a kind and a narrower one count as two.")

  @Flag(help: "Only bodies that answer to two principals or more of different kinds.")
  var several = false

  @OptionGroup var basis: BasisOptions
  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    return session.outcome(
      PrincipalsAnswer.report(ofSeveralKinds: several, in: try session.network(basis)))
  }
}
