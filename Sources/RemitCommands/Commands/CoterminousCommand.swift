import ArgumentParser
import GovernanceAnalysis
import Reports

/// `remit coterminous [FROM TO]`
struct CoterminousCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "coterminous",
    abstract: "How far geographies share their borders: by pair, over time, and unit by unit.",
    discussion: """
      Without geographies every pair is compared, and the league table is that of the pair that \
      shares its borders least.
      """)

  @Argument(help: "Two geographies, such as stp utla; else every pair.")
  var geographies: [String] = []

  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    guard geographies.isEmpty || geographies.count == 2 else {
      throw Refusal.misuse("name two geographies, such as stp utla, or none for every pair")
    }
    let session = try Session(options, surroundings)
    let areas = try session.areas()
    let books = try [areas.book] + session.otherVintages(than: areas.book)
    let names = try geographies.map { try OverlapsCommand.geography($0, in: areas.book) }
    return session.outcome(
      CoterminousAnswer.report(books, pair: names.isEmpty ? nil : (names[0], names[1])),
      leavingOut: areas.problems)
  }
}
