import Foundation
import GovernanceAnalysis
import RemitCommands
import Testing

/// Docs/rules.md is what the rules say of themselves, and every rule says it.
@Suite struct RuleDocumentTests {
  @Test func isUpToDate() throws {
    let document = try String(
      contentsOf: Graphs.project.appending(path: "Docs/rules.md"), encoding: .utf8)
    #expect(
      document == remit("rules", "--format", "markdown").output,
      "make it anew: remit rules --format markdown > Docs/rules.md")
  }

  @Test func namesEachRuleOnce() {
    let ids = RuleCatalogue.all.map(\.about.id)
    #expect(Set(ids).count == ids.count)
    for rule in RuleCatalogue.all.map(\.about) {
      #expect(rule.id.allSatisfy { $0.isLowercase || $0 == "-" })
      #expect(!rule.finds.isEmpty && !rule.definition.isEmpty && !rule.limits.isEmpty)
    }
  }

  @Test func showsOneRule() {
    let outcome = remit("rules", "opposed-incentives")
    #expect(outcome.code == ExitCodes.clean)
    #expect(outcome.output.hasPrefix("opposed-incentives\n"))
    let pattern = remit("rules", "p22")
    for rule in ["unaccountable-body", "too-many-principals", "accountability-cycle"] {
      #expect(pattern.output.contains(rule + " (P22)\n"))
    }
    let unknown = remit("rules", "opposed-incentive")
    #expect(unknown.code == ExitCodes.misuse)
    #expect(unknown.errors.contains("did you mean 'opposed-incentives'?"))
  }
}
