import ArgumentParser
import GovernanceAnalysis
import Reports

/// `remit across [GEOGRAPHY]`
struct AcrossCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "across",
    abstract:
      "Bodies across boundaries: who stands in several areas, and what areas cut each other.",
    discussion: """
      Bodies that belong to several areas of GEOGRAPHY; its areas across the borders of every other \
      geography, with the people behind them; and bodies with members, such as combined authorities \
      and programmes, by the areas in which these are.
      """)

  @Argument(help: "The geography of the areas: stp (else), icb, or any other.")
  var geography: String?

  @Option(help: "Parts of an area up to this share do not count: 0.5%, 0.005 (else 0%).")
  var sliver: SliverTolerance?

  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let areas = try session.areas()
    let asked = try geography.map { try OverlapsCommand.geography($0, in: areas.book) }
    return session.outcome(
      AcrossAnswer.report(
        try asked ?? session.footprintGeography(of: areas.book), of: areas.book,
        sliver: sliver ?? .none),
      leavingOut: areas.problems)
  }
}
