import ArgumentParser
import GovernanceAnalysis
import Reports

/// `remit rules [RULE]`
struct RulesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "What remit check looks for: each rule's definition and limits.",
    discussion: "With --graph also the rules that are declared beside that graph.")

  @Argument(help: "The id of one rule, or the number of a pattern, such as P10.")
  var rule: String?

  @Option(help: "A graph whose own rules are to be listed too: a folder or a YAML file.")
  var graph: String?

  @Flag(help: "Go on with what is sound in the graph; list the rest on standard error.")
  var lenient = false

  @Option(help: "text, json, csv or markdown.")
  var format: AnswerFormat = .text

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    var rules = RuleCatalogue.descriptions
    var remarks = ""
    if let graph {
      var source = SourceOptions()
      source.graph = graph
      source.asOf = nil
      source.lenient = lenient
      var session = try Session(source, format, surroundings)
      rules += try session.rules().dropFirst(RuleCatalogue.all.count).map(\.about)
      remarks = session.remarks
    }
    let report =
      if let rule { RulesAnswer.report(try CheckCommand.known(rule, in: rules)) } else {
        RulesAnswer.report(rules)
      }
    let output =
      switch format {
      case .text: report.formatted(as: .text())
      case .json: report.formatted(as: .json)
      case .csv: report.formatted(as: .csv)
      case .markdown: report.formatted(as: .markdown)
      }
    return Outcome(output: output, errors: remarks)
  }
}
