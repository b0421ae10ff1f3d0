import GovernanceModel

/// What the rules find in a graph at a moment.
public struct Check: Sendable {
  /// What one rule came to.
  public struct Outcome: Sendable {
    public let rule: RuleDescription
    public let count: Int
    /// Why the rule could not look; nil where it could.
    public let noData: String?
  }

  /// Graver ones first, then higher scores, then ids.
  public let findings: [Finding]
  /// In the order of the catalogue.
  public let outcomes: [Outcome]

  /// Asks every rule, several at once. Complexity: the sum of the rules'; each says its own.
  public init(_ inspection: Inspection, rules: [any Rule] = RuleCatalogue.all) {
    var findings: [Finding] = []
    var outcomes: [Outcome] = []
    Parallel.inOrder(rules.count) {
      rules[$0].find(in: inspection)
    } consume: { place, result in
      let rule = rules[place].about
      switch result {
      case .findings(let found):
        findings += found
        outcomes.append(Outcome(rule: rule, count: found.count, noData: nil))
      case .noData(let reason):
        outcomes.append(Outcome(rule: rule, count: 0, noData: reason))
      }
    }
    self.findings = Self.unique(findings.sorted(by: Finding.isBefore))
    self.outcomes = outcomes
  }

  /// An id stands for one finding: of several that a rule names alike, from rows that say the same of
  /// the same, the first in the order of all remains.
  private static func unique(_ findings: [Finding]) -> [Finding] {
    var seen: Set<String> = []
    return findings.filter { seen.insert($0.id).inserted }
  }

  /// The finding with an id, or nil.
  public func finding(id: String) -> Finding? { findings.first { $0.id == id } }
}
