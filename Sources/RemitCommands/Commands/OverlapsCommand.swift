import ArgumentParser
import GovernanceAnalysis
import Reports

/// `remit overlaps A B`
struct OverlapsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "overlaps",
    abstract: "How the units of two geographies lie on each other.")

  @Argument(help: "A file of polygons (GeoJSON).")
  var from: String

  @Argument(help: "Another.")
  var to: String

  @Option(help: "How much of a unit is too little to count: 0.5%.")
  var sliver = "0.5%"

  @OptionGroup var polygons: PolygonOptions

  @Flag(help: "Go on with what is sound in the files; list the rest on standard error.")
  var lenient = false

  @Option(help: "text, json, csv or markdown.")
  var format: AnswerFormat = .text

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    guard let share = Double(sliver.hasSuffix("%") ? String(sliver.dropLast()) : sliver),
      let tolerance = SliverTolerance(share: sliver.hasSuffix("%") ? share / 100 : share)
    else { throw Refusal.misuse("--sliver is a share such as 0.5%") }
    let answer = try PolygonOverlaps(
      paths: [from, to], options: polygons, sliver: tolerance, isLenient: lenient
    ).report()
    let output =
      switch format {
      case .text: answer.report.formatted(as: .text())
      case .json: answer.report.formatted(as: .json)
      case .csv: answer.report.formatted(as: .csv)
      case .markdown: answer.report.formatted(as: .markdown)
      }
    return Outcome(output: output, errors: answer.remarks)
  }
}
