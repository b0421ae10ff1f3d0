import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import Reports

extension Session {
  /// The rules of the program and those declared beside the graph.
  ///
  /// Refuses a file of rules with a fault, unless the session is lenient; what is wrong with it is
  /// then among ``remarks``.
  mutating func rules() throws -> [any Rule] {
    let read: (rules: [RuleDeclaration], diagnostics: [Diagnostic])
    do {
      read = try RuleFile.read(
        beside: graph, at: path, taken: Set(RuleCatalogue.descriptions.map(\.id)))
    } catch {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
    remarks += DiagnosticLines.text(of: read.diagnostics)
    guard read.diagnostics.isEmpty || isLenient else {
      throw Refusal.unreadable(
        remarks + "remit: mend the rules, or go on without them with --lenient\n")
    }
    return RuleCatalogue.all + read.rules.map { DeclaredRule($0, in: graph) }
  }

  /// The finding with an id, and the rule that found it; refuses any other word with the nearest one.
  mutating func finding(_ id: String) throws -> (Finding, RuleDescription) {
    let rules = try rules()
    let own = rules.filter { $0.about.id == id.prefix { $0 != "/" } }
    let areas = areasForRules(own.map(\.about.id))
    let check = Check(
      Inspection(graph, at: moment, areas: areas), rules: own.isEmpty ? rules : own)
    if let found = check.finding(id: id),
      let rule = rules.first(where: { $0.about.id == found.rule })
    {
      return (found, rule.about)
    }
    let near = Suggestion.nearest(to: id, in: check.findings.map(\.id))
    throw Refusal.misuse(
      "no finding is called '\(TerminalText.escaped(String(id.prefix(100))))' on this date; "
        + (near.map { "did you mean '\(TerminalText.escaped($0))'?" } ?? "remit check lists them"))
  }
}
