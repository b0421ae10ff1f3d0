import ArgumentParser
import GovernanceAnalysis
import Reports

/// `remit mismatches [GEOGRAPHY]`
struct MismatchesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "mismatches",
    abstract: "The bodies whose people live elsewhere than where they are accountable.",
    discussion: """
      Bodies with a catchment are ranked by where their patients live, bodies with an area by its \
      residents: the share outside the areas of GEOGRAPHY to which they belong or answer.
      """)

  @Argument(
    help: "The areas in which bodies are accountable: stp (else), icb, local-office, region.")
  var geography: String?

  @Option(help: "Leave out bodies with no more than this share elsewhere: 5%, 0.05 (else 0%).")
  var sliver: SliverTolerance?

  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let book = try session.areasWithCatchments()
    let asked = try geography.map { try OverlapsCommand.geography($0, in: book) }
    return session.outcome(
      MismatchesAnswer.report(
        in: try asked ?? session.footprintGeography(of: book), of: book, sliver: sliver ?? .none))
  }
}
