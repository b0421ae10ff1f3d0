/// A rule that an analyst writes beside a graph: which lines must not be, must be, or alone may be.
///
///     - id: inspectors-are-not-paid
///       says: forbidden
///       from: every nhs-provider
///       kind: funds
///       to: every regulator
///       message: "{from} pays {to}, which inspects it"
public struct RuleDeclaration: Hashable, Sendable {
  public enum Demand: String, CaseIterable, Hashable, Sendable {
    /// No such line from one of the left to one of the right.
    case forbidden
    /// From each of the left such a line to one of the right at least.
    case required
    /// Such lines from the left lead to the right and nowhere else.
    case allowed
  }

  public enum Reach: String, CaseIterable, Hashable, Sendable {
    /// One line.
    case line
    /// One line or several of the kind, one after the other.
    case route
  }

  public enum Severity: String, CaseIterable, Hashable, Sendable {
    case low, medium, high, critical
  }

  /// Lower-case letters, digits and dashes; no rule of the program has it.
  public let id: String
  public let demand: Demand
  /// Whom it is about; nil: anyone.
  public let from: IncentiveHolder?
  /// The kind of relationship, narrower kinds included.
  public let kind: KindIndex
  public let to: IncentiveHolder?
  public let reach: Reach
  /// Only lines that rest on one of these, or whose basis is not recorded; empty: whatever they rest
  /// on.
  public let basis: Basis
  /// The dates for which it is made.
  public let period: Period
  public let severity: Severity
  /// What is said of each that breaks it: `{from}` is its name, `{to}` those at the other end.
  public let message: String
  /// What would put it right; nil: not said.
  public let remedy: String?
  public let position: SourcePosition

  public init(
    id: String, demand: Demand, from: IncentiveHolder?, kind: KindIndex, to: IncentiveHolder?,
    reach: Reach, basis: Basis, period: Period, severity: Severity, message: String,
    remedy: String?, position: SourcePosition
  ) {
    self.id = id
    self.demand = demand
    self.from = from
    self.kind = kind
    self.to = to
    self.reach = reach
    self.basis = basis
    self.period = period
    self.severity = severity
    self.message = message
    self.remedy = remedy
    self.position = position
  }

  /// What stands in a message for the names of those concerned.
  public static let placeholders = ["from", "to"]
}
