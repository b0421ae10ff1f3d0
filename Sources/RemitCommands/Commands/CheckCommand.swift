import ArgumentParser
import GovernanceAnalysis
import GovernanceModel
import Reports

/// `remit check`
struct CheckCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Misaligned incentives and gaps in accountability, the gravest first.",
    discussion: """
      remit rules says what is looked for, remit explain ID tells the full story of one finding. \
      With --fail-on the exit code is 1 when there are findings at least as severe.
      """)

  @Option(help: "Only what this rule finds; may be given several times.")
  var rule: [String] = []

  @Option(name: .customLong("in"), help: "Only what concerns this footprint: an id, code or name.")
  var footprint: String?

  @Option(help: "Only findings at least as severe: low, medium, high or critical.")
  var severity: Finding.Severity = .low

  @Option(help: "Exit with 1 when there are findings at least as severe.")
  var failOn: Finding.Severity?

  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    for rule in rule { _ = try Self.known(rule) }
    let session = try Session(options, surroundings)
    var filter = CheckAnswer.Filter()
    filter.rules = rule
    filter.severity = severity
    filter.footprint = try footprint.map { try session.body($0) }
    let (report, findings) = CheckAnswer.report(
      in: session.graph, at: session.moment, filter: filter, areas: session.areasForRules(rule))
    var outcome = session.outcome(report)
    if let failOn, findings.contains(where: { $0.severity >= failOn }) {
      outcome.code = ExitCodes.findings
    }
    return outcome
  }

  /// The rule with an id; refuses any other word with the nearest one.
  static func known(_ id: String) throws -> any Rule {
    if let rule = RuleCatalogue.rule(id: id) { return rule }
    let near = Suggestion.nearest(to: id, in: RuleCatalogue.all.map(\.about.id))
    throw Refusal.misuse(
      "no rule is called '\(TerminalText.escaped(String(id.prefix(100))))'; "
        + (near.map { "did you mean '\($0)'?" } ?? "remit rules lists them"))
  }
}

extension Finding.Severity: ExpressibleByArgument {}
