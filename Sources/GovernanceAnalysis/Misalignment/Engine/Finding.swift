import GovernanceModel

/// One misalignment or gap in accountability, with what it rests on.
///
/// A finding carries its witness: the exact rows that make it true, what was looked for and not
/// found, and where the graph is less than sure. Its id is made of stable names, so that it survives
/// changes elsewhere in the graph.
public struct Finding: Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, CaseIterable, Hashable, Comparable, Sendable {
    case low, medium, high, critical

    private var rank: Int { Self.allCases.firstIndex(of: self)! }
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  /// The bodies concerned in one footprint.
  public struct Place: Hashable, Sendable {
    public let footprint: BodyIndex
    /// By id.
    public let members: [BodyIndex]
  }

  /// Money that hangs on what the finding is about, as a row of the graph gives it.
  public struct Money: Hashable, Sendable {
    public let amount: Amount
    /// The financial year.
    public let year: String?
    /// What the money is.
    public let what: String
  }

  /// An instrument whose change would remove the finding, and who could change it.
  public struct Remedy: Hashable, Sendable {
    public let instrument: String
    /// Empty: nobody set it, or it is not recorded.
    public let setBy: [IncentiveHolder]
  }

  /// `RULE/NAME/…`.
  public let id: String
  /// The id of the rule.
  public let rule: String
  public let severity: Severity
  /// What orders findings of one severity; each rule says how it counts.
  public let score: Double
  /// The bodies or posts that it is about, by id; empty where it is about kinds.
  public let subjects: [BodyIndex]
  /// The one footprint that it is about; nil where it is about none or many.
  public let footprint: BodyIndex?
  /// For a finding about kinds: the bodies concerned, footprint by footprint.
  public let places: [Place]
  /// The days on which everything it rests on held.
  public let period: Period
  /// One sentence that a minister could read.
  public let message: String
  /// What lies behind it, and how it would change were its weakest assumption dropped.
  public let explanation: String
  public let witness: Witness
  public let remedies: [Remedy]
  public let money: [Money]
  /// The positions in ``GovernanceGraph/evidenceItems`` of what bears on it.
  public let evidence: [Int]
  /// What would have to change for it to go.
  public let clearedBy: String
  /// Why it is not certain; empty: it rests on what was read in sources.
  public let provisional: [String]
}

/// The rows that a finding rests on.
public struct Witness: Hashable, Sendable {
  /// A relationship that was looked for and not found.
  public struct Absence: Hashable, Sendable {
    public let from: BodyIndex?
    public let to: BodyIndex?
    public let kind: RelationshipKind
    /// Where it was looked for.
    public let searched: String

    public init(
      from: BodyIndex? = nil, to: BodyIndex? = nil, kind: RelationshipKind, searched: String
    ) {
      self.from = from
      self.to = to
      self.kind = kind
      self.searched = searched
    }
  }

  public var relationships: [RelationshipIndex] = []
  /// Positions in the graph's tables: statements about kinds, incentives, effects, and so on.
  public var statements: [Int] = []
  public var incentives: [Int] = []
  public var effects: [Int] = []
  public var decisions: [Int] = []
  public var reallocations: [Int] = []
  public var measurements: [Int] = []
  public var absent: [Absence] = []

  public init() {}
}

extension Finding {
  /// The order in which findings are listed: graver ones first, then higher scores, then ids.
  static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.score != right.score { return left.score > right.score }
    return left.id < right.id
  }
}
