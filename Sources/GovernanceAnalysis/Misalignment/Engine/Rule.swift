import GovernanceModel

/// Finds one sort of misalignment or gap.
///
/// A rule is one file: what it finds, the formula, its limits, the logic, and the words of its
/// findings. It is made known by its entry in ``RuleCatalogue/patterns``.
public protocol Rule: Sendable {
  var about: RuleDescription { get }
  /// Looks at everything that the inspection holds.
  func find(in inspection: Inspection) -> RuleResult
}

/// What a rule finds, for people.
public struct RuleDescription: Hashable, Sendable {
  /// In the field's words: `opposed-incentives`.
  public let id: String
  /// What it finds, in one sentence.
  public let finds: String
  /// The definition as a formula in words.
  public let definition: String
  /// How severity and score come about.
  public let score: String
  /// What it does not see, and where it may be wrong.
  public let limits: String

  public init(
    _ id: String, finds: String, definition: String, score: String, limits: String
  ) {
    self.id = id
    self.finds = finds
    self.definition = definition
    self.score = score
    self.limits = limits
  }
}

/// What a rule came to.
public enum RuleResult: Sendable {
  case findings([Finding])
  /// The graph holds nothing of what the rule reads, in words: not the same as nothing wrong.
  case noData(String)
}
