import ArgumentParser
import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import Reports

/// `remit check`
struct CheckCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Misaligned incentives and gaps in accountability, the gravest first.",
    discussion: """
      remit rules says what is looked for, remit explain ID tells the full story of one finding. \
      With --fail-on the exit code is 1 when there are findings at least as severe. A baseline is a \
      CSV file with the columns id, reason, owner and expires: the findings in it are accepted until \
      they expire.
      """)

  /// How the findings are shown.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown, sarif, junit
  }

  @Option(
    help:
      "Only what this rule finds, or the rules of a pattern such as P10; may be given more often.")
  var rule: [String] = []

  @Option(
    name: .customLong("in"), help: "Only what concerns this footprint or body: an id, code or name."
  )
  var body: String?

  @Option(help: "Only findings at least as severe: low, medium, high or critical.")
  var severity: Finding.Severity = .low

  @Option(help: "Exit with 1 when there are findings at least as severe.")
  var failOn: Finding.Severity?

  @Option(help: "A file of accepted findings: CSV with the columns id, reason, owner and expires.")
  var baseline: String?

  @OptionGroup var source: SourceOptions

  @Option(help: "text, json, csv, markdown, sarif or junit.")
  var format: Format = .text

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let (baseline, problems) = try readBaseline()
    var session = try Session(source, format.plain ?? .text, surroundings)
    let rules = try session.rules()
    let wanted = try rule.flatMap { try Self.known($0, in: rules.map(\.about)).map(\.id) }
    var filter = CheckAnswer.Filter()
    filter.rules = wanted
    filter.severity = severity
    filter.body = try body.map { try session.body($0) }
    let answer = CheckAnswer(
      in: session.graph, at: session.moment, rules: rules, filter: filter, baseline: baseline,
      areas: session.areasForRules(wanted))
    var outcome = try self.outcome(answer, session)
    outcome.errors += DiagnosticLines.text(of: problems)
    if let failOn, answer.findings.contains(where: { $0.severity >= failOn }) {
      outcome.code = ExitCodes.findings
    }
    return outcome
  }

  private func outcome(_ answer: CheckAnswer, _ session: Session) throws -> Outcome {
    switch format {
    case .text, .json, .csv, .markdown:
      return session.outcome(answer.report)
    case .junit:
      return Outcome(output: answer.junit(failingOn: failOn ?? .low), errors: session.remarks)
    case .sarif:
      let places: [RowReference: SourcePosition]
      do {
        places = try RowPlaces.find(answer.rows, in: session.path)
      } catch {
        throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
      }
      let version = RemitCommand.configuration.version
      return Outcome(
        output: answer.sarif(path: session.path, places: places, version: version),
        errors: session.remarks)
    }
  }

  private func readBaseline() throws -> (Baseline?, [Diagnostic]) {
    guard let baseline else { return (nil, []) }
    let (read, problems): (Baseline, [Diagnostic])
    do {
      (read, problems) = try BaselineFile.read(baseline)
    } catch {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
    guard problems.isEmpty || source.lenient else {
      throw Refusal.unreadable(DiagnosticLines.text(of: problems))
    }
    return (read, problems)
  }

  /// The rule with an id, or those of the pattern with a number; refuses any other word with the
  /// nearest id.
  static func known(_ id: String, in rules: [RuleDescription]) throws -> [RuleDescription] {
    let found = rules.filter { $0.id == id || $0.patterns.contains(id.uppercased()) }
    if !found.isEmpty { return found }
    let near = Suggestion.nearest(to: id, in: rules.map(\.id))
    throw Refusal.misuse(
      "no rule is called '\(TerminalText.escaped(String(id.prefix(100))))'; "
        + (near.map { "did you mean '\($0)'?" } ?? "remit rules lists them"))
  }
}

extension CheckCommand.Format {
  /// The form that every answer has, or nil for one of findings alone.
  fileprivate var plain: AnswerFormat? { AnswerFormat(rawValue: rawValue) }
}

extension Finding.Severity: ExpressibleByArgument {}
