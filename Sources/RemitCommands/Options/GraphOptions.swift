import ArgumentParser
import Reports

/// The options of every command that answers from a graph: which, and as of when.
struct SourceOptions: ParsableArguments {
  @Option(help: "The graph: a folder or a YAML file (else REMIT_GRAPH, else Graphs/england).")
  var graph: String?

  @Option(
    name: .customLong("as-of"),
    help: "The date to answer for, 2016-10-01, or 'any' regardless of dates (else the graph's own)."
  )
  var asOf: String?

  @Flag(help: "Go on with what is sound in the graph; list the rest on standard error.")
  var lenient = false
}

/// The options that most commands take: which graph, as of when, how to show the answer.
struct GraphOptions: ParsableArguments {
  @OptionGroup var source: SourceOptions

  @Option(help: "text, json, csv or markdown.")
  var format: AnswerFormat = .text

  var lenient: Bool { source.lenient }
}

/// How an answer is shown.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, markdown

  /// A report in this form.
  func text(of report: Report, isColoured: Bool) -> String {
    switch self {
    case .text: report.formatted(as: .text(isColoured: isColoured))
    case .json: report.formatted(as: .json)
    case .csv: report.formatted(as: .csv)
    case .markdown: report.formatted(as: .markdown)
    }
  }
}

/// Which lines of accountability a question follows.
struct BasisOptions: ParsableArguments {
  @Option(
    help: """
      The bases to follow, with commas: statutory, contractual, managerial, financial, political, \
      voluntary, or 'all' (else statutory,managerial,political). Lines whose basis is not recorded \
      are always followed.
      """)
  var basis: [String] = []
}

extension GraphOptions {
  /// The outcome of a question that needs no graph, in the form that was asked for.
  func outcome(
    _ report: Report, in surroundings: Surroundings, remarks: String = ""
  ) -> Outcome {
    Outcome(
      output: format.text(of: report, isColoured: surroundings.isColoured), errors: remarks)
  }
}
