import GovernanceAnalysis
import GovernanceModel

/// What a diagram is to show.
public enum DiagramView: Hashable, Sendable {
  /// The whole graph on one page: bodies of small kinds one by one, kinds with many members as one
  /// node each, and the lines between them added up.
  case national
  /// The members of a body in groups, each with its own principals above, and those that oversee
  /// them.
  case footprint(BodyIndex)
  /// Everything within a number of relationships of a body.
  case around(BodyIndex, depth: Int)
  /// What a finding rests on, and what was looked for and not found.
  case finding(Finding)
}
