import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import Reports

/// A graph that was read, with the date and the form of the answer: what every question works on.
struct Session {
  let graph: GovernanceGraph
  let moment: Moment
  /// What was wrong with the graph's files, for standard error.
  let remarks: String
  private let format: AnswerFormat
  private let isColoured: Bool

  init(_ options: GraphOptions, _ surroundings: Surroundings) throws {
    let path = options.graph ?? surroundings.environment["REMIT_GRAPH"] ?? "Graphs/england"
    let asked = try Self.moment(options.asOf)
    let reading: GraphReader.Reading
    do {
      reading = try GraphReader.read(path: path)
    } catch {
      let hint =
        options.graph == nil ? "remit: name a graph with --graph PATH or REMIT_GRAPH\n" : ""
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics) + hint)
    }
    remarks = DiagnosticLines.text(of: reading.diagnostics)
    if reading.hasErrors, !options.lenient {
      let count = reading.diagnostics.count { $0.severity == .error }
      throw Refusal.unreadable(
        remarks + "remit: the graph has \(count) \(count == 1 ? "error" : "errors"); mend "
          + "\(count == 1 ? "it" : "them"), or go on without those rows with --lenient\n")
    }
    graph = reading.graph
    moment = asked ?? reading.graph.defaultMoment
    format = options.format
    isColoured =
      surroundings.isTerminal && (surroundings.environment["NO_COLOR"] ?? "").isEmpty
      && surroundings.environment["TERM"] != "dumb"
  }

  private static func moment(_ text: String?) throws -> Moment? {
    guard let text else { return nil }
    if text == "any" { return .anyTime }
    guard let date = PartialDate(text) else {
      throw Refusal.misuse([
        "'\(TerminalText.escaped(text))' is not a date: write it as 2016-10-01, 2016-10 or 2016, "
          + "or 'any'"
      ])
    }
    return .date(date)
  }

  /// The outcome of a question: its report in the form that was asked for.
  func outcome(_ report: Report) -> Outcome {
    let text =
      switch format {
      case .text: report.formatted(as: .text(isColoured: isColoured))
      case .json: report.formatted(as: .json)
      case .csv: report.formatted(as: .csv)
      case .markdown: report.formatted(as: .markdown)
      }
    return Outcome(output: text, errors: remarks)
  }

  /// The lines of accountability at the session's moment.
  func network(_ options: BasisOptions) throws -> AccountabilityNetwork {
    AccountabilityNetwork(graph, at: moment, basis: try Self.basis(options.basis))
  }

  static func basis(_ words: [String]) throws -> Basis {
    let words = words.flatMap { $0.split { $0 == "," || $0 == " " }.map(String.init) }
    guard !words.isEmpty else { return .followedByDefault }
    var basis: Basis = []
    for word in words {
      if word == "all" {
        basis = .all
      } else if let part = Basis(word: word) {
        basis.formUnion(part)
      } else {
        let known = Basis.named.map(\.word) + ["all"]
        let cure = Suggestion.nearest(to: word, in: known).map { "did you mean '\($0)'?" }
        throw Refusal.misuse([
          "'\(TerminalText.escaped(word))' is not a basis; "
            + (cure ?? "use any of \(known.joined(separator: ", "))")
        ])
      }
    }
    return basis
  }
}
