import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import Reports

/// A graph that was read, with the date and the form of the answer: what every question works on.
struct Session {
  let graph: GovernanceGraph
  let moment: Moment
  /// Where the graph was read from.
  let path: String
  /// Whether what is wrong with files is left out rather than refused.
  let isLenient: Bool
  /// What was wrong with the graph's files, for standard error.
  var remarks: String
  private let shared: SharedReading?
  private let format: AnswerFormat
  private let isColoured: Bool

  init(_ options: GraphOptions, _ surroundings: Surroundings) throws {
    try self.init(options.source, options.format, surroundings)
  }

  init(_ options: SourceOptions, _ format: AnswerFormat, _ surroundings: Surroundings) throws {
    let asked = try Self.moment(options.asOf)
    shared = surroundings.shared
    let source =
      try shared?.source
      ?? Self.source(options.graph, isLenient: options.lenient, surroundings.environment)
    graph = source.graph
    path = source.path
    isLenient = source.isLenient
    // Whoever read it for several questions has passed its remarks on.
    remarks = shared == nil ? source.remarks : ""
    moment = asked ?? source.graph.defaultMoment
    self.format = format
    isColoured = surroundings.isColoured
  }

  /// Reads the graph that was named, else the usual one; refuses one with errors unless that is
  /// lenient.
  static func source(
    _ graph: String?, isLenient: Bool, _ environment: [String: String]
  ) throws -> SourceGraph {
    let path = Self.path(graph, environment)
    guard !path.isEmpty else {
      throw Refusal.misuse("the path of the graph is empty; name a folder or a YAML file")
    }
    let reading: GraphReader.Reading
    do {
      reading = try GraphReader.read(path: path)
    } catch {
      let hint = graph == nil ? "remit: name a graph with --graph PATH or REMIT_GRAPH\n" : ""
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics) + hint)
    }
    let remarks = DiagnosticLines.text(of: reading.diagnostics)
    if reading.hasErrors, !isLenient {
      let count = reading.diagnostics.count { $0.severity == .error }
      throw Refusal.unreadable(
        remarks + "remit: the graph has \(count) \(count == 1 ? "error" : "errors"); mend "
          + "\(count == 1 ? "it" : "them"), or go on without those rows with --lenient\n")
    }
    return SourceGraph(
      graph: reading.graph, path: path, isLenient: isLenient, remarks: remarks)
  }

  /// The graph that a command is about.
  static func path(_ graph: String?, _ environment: [String: String]) -> String {
    let named = environment["REMIT_GRAPH"].flatMap { $0.isEmpty ? nil : $0 }
    return graph ?? named ?? "Graphs/england"
  }

  private static func moment(_ text: String?) throws -> Moment? {
    guard let text else { return nil }
    if text.lowercased() == "any" { return .anyTime }
    guard let date = PartialDate(text) else {
      throw Refusal.misuse(
        "'\(TerminalText.escaped(text))' is not a date; write it as 2016-10-01, 2016-10 or 2016, "
          + "or 'any'")
    }
    return .date(date)
  }

  /// The outcome of a question: its report in the form that was asked for.
  ///
  /// - Parameter problems: what was left out of the answer, for standard error.
  func outcome(_ report: Report, leavingOut problems: [Diagnostic] = []) -> Outcome {
    return Outcome(
      output: format.text(of: report, isColoured: isColoured),
      errors: remarks + DiagnosticLines.text(of: problems))
  }

  /// The lines of accountability at the session's moment.
  func network(_ options: BasisOptions) throws -> AccountabilityNetwork {
    let basis = try Self.basis(options.basis)
    return shared?.network(at: moment, basis: basis)
      ?? AccountabilityNetwork(graph, at: moment, basis: basis)
  }

  static func basis(_ words: [String]) throws -> Basis {
    guard !words.isEmpty else { return .followedByDefault }
    let words = words.flatMap { $0.split { $0 == "," || $0 == " " }.map(String.init) }
    let known = Basis.named.map(\.word) + ["all"]
    guard !words.isEmpty else {
      throw Refusal.misuse("--basis is empty; use any of \(known.joined(separator: ", "))")
    }
    var basis: Basis = []
    for word in words {
      if word == "all" {
        basis = .all
      } else if let part = Basis(word: word) {
        basis.formUnion(part)
      } else {
        let cure = Suggestion.nearest(to: word, in: known).map { "did you mean '\($0)'?" }
        throw Refusal.misuse(
          "'\(TerminalText.escaped(word))' is not a basis; "
            + (cure ?? "use any of \(known.joined(separator: ", "))"))
      }
    }
    return basis
  }
}

/// A graph with where it was read and what was wrong there.
struct SourceGraph: Sendable {
  let graph: GovernanceGraph
  let path: String
  /// Whether what is wrong with files is left out rather than refused.
  let isLenient: Bool
  /// What was wrong with its files, for standard error.
  let remarks: String
}
