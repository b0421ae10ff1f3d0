/// What a body, or every body of some kinds, is rewarded or punished for: an instrument that makes
/// more or less of a metric pay.
///
///     every acute trust   the tariff, set by Monitor and NHS England   acute activity   maximise
///
/// The evidence is for the rule; ``reading`` says whether the direction stands in it too.
public struct Incentive: Hashable, Sendable {
  /// Which way the holder is moved.
  public enum Direction: String, CaseIterable, Hashable, Sendable {
    /// More of the metric pays.
    case maximise
    /// Less of the metric pays.
    case minimise
    /// A level pays, and neither more nor less than it.
    case target
    /// The instrument leaves the metric alone: recorded because it was meant to move it, or is
    /// taken to.
    case none

    /// 1 for more, -1 for less, 0 for neither.
    public var sign: Int {
      switch self {
      case .maximise: 1
      case .minimise: -1
      case .target, .none: 0
      }
    }
  }

  /// How much hangs on it.
  public enum Strength: String, CaseIterable, Hashable, Comparable, Sendable {
    case weak, moderate, strong

    /// 1, 2 or 3.
    public var weight: Int {
      switch self {
      case .weak: 1
      case .moderate: 2
      case .strong: 3
      }
    }
    public static func < (left: Strength, right: Strength) -> Bool { left.weight < right.weight }
  }

  /// Where the direction comes from.
  public enum Reading: String, CaseIterable, Hashable, Sendable {
    /// The rule says which way it wants the metric to go.
    case stated
    /// The direction is what the rule makes pay, by the reasoning of economics.
    case economic
  }

  /// When the reward or penalty falls due.
  public enum Horizon: String, CaseIterable, Hashable, Sendable { case quarter, year, longer }

  /// What the holder is judged on.
  public enum Assessment: String, CaseIterable, Hashable, Sendable { case plan, outturn }

  /// What makes it bite.
  public enum Sanction: String, CaseIterable, Hashable, Sendable {
    case money, intervention, rating, law, votes, none
  }

  /// What a target for several bodies is made of.
  public enum Aggregation: String, CaseIterable, Hashable, Sendable {
    /// It is the targets of the members added up, and nothing besides.
    case sumOfMembers = "sum-of-members"
    /// It is a target of its own, which members may reach in more ways than one.
    case joint
  }

  public let id: String
  /// Whom it moves.
  public let holder: IncentiveHolder
  /// The rule, payment or duty.
  public let instrument: String
  /// Who could change or remove the instrument; empty: nobody set it, or it is not recorded.
  public let setBy: [IncentiveHolder]
  /// The position in ``GovernanceGraph/metrics`` of what it moves.
  public let metric: Int
  public package(set) var direction: Direction
  /// The level that is wanted, in words.
  public let target: String?
  /// What a target for several bodies is made of.
  public let aggregation: Aggregation?
  public let strength: Strength?
  /// Why it is as strong as it is.
  public let reason: String?
  public let reading: Reading?
  /// What binds the holder to it; empty: not recorded.
  public let basis: Basis
  public let legalBasis: String?
  public let horizon: Horizon?
  public let assessedOn: Assessment?
  /// What makes it bite; empty: not recorded.
  public let sanctions: [Sanction]
  /// The money that hangs on it, for all its holders together.
  public let amount: Amount?
  /// The financial year of the amount.
  public let year: String?
  public let period: Period
  /// When it was dropped after it had been announced, or suspended for some of its holders.
  public let withdrawn: PartialDate?
  public let evidence: Evidence
  public let attributes: [Attribute]
}

/// Whom a row about incentives means.
public enum IncentiveHolder: Hashable, Sendable {
  /// One body or post.
  case body(BodyIndex)
  /// Every body of the kinds of an expression.
  case every(KindExpression)
  /// The members of a class, by its position in ``GovernanceGraph/holderClasses``.
  case members(of: Int)
}

/// A group of bodies by the name that sources give it, with what it is in this graph: an expression
/// over kinds, or nothing where its members are not recorded.
public struct HolderClass: Hashable, Sendable {
  public let id: String
  public let name: String
  /// Who belongs to it; nil: its members are not recorded.
  public let members: KindExpression?
  /// Where the members are not recorded, the kinds among which they are to be found.
  public let within: KindExpression?
  /// Why it is mapped like this.
  public let reason: String?
  public let evidence: Evidence
  public let attributes: [Attribute]
}

/// Something that incentives move up or down.
public struct Metric: Hashable, Sendable {
  /// Whether one body's gain is another's loss.
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    /// All gain together.
    case shared
    /// What one has, another has not: bodies that both want more of it are opposed.
    case rivalrous
  }

  /// What moving it is for.
  public enum Purpose: String, CaseIterable, Hashable, Sendable {
    /// The running of services as they are.
    case running
    /// Their change.
    case transformation
  }

  public let id: String
  public let name: String
  public let nature: Nature?
  /// The kind of relationship between whose ends it is divided, such as `commissions`: the sum of
  /// what both sides have does not change with what passes between them.
  public let rivalrousAcross: KindIndex?
  /// The position in ``GovernanceGraph/metrics`` of the same thing counted for a whole system.
  public let systemMetric: Int?
  /// Those who only bring it about together; empty: each its own, or not recorded.
  public let producedBy: [IncentiveHolder]
  public let purpose: Purpose?
  public let unit: String?
  public let definition: String?
  public let evidence: Evidence
  public let attributes: [Attribute]
}

/// One metric moves another.
public struct Effect: Hashable, Sendable {
  public enum Sign: String, CaseIterable, Hashable, Sendable {
    /// More of the one, more of the other.
    case positive
    /// More of the one, less of the other.
    case negative

    /// 1 or -1.
    public var factor: Int { self == .positive ? 1 : -1 }
  }

  /// By what way one metric moves another.
  public enum Way: String, CaseIterable, Hashable, Sendable {
    case causes
    /// Effort spent on the one is not spent on the other.
    case crowdsOut = "crowds-out"
  }

  public let id: String?
  /// The position in ``GovernanceGraph/metrics`` of the metric that moves the other.
  public let from: Int
  /// The position in ``GovernanceGraph/metrics`` of the one that is moved.
  public let to: Int
  public let sign: Sign
  public let way: Way
  /// For whom it holds; nil: for all.
  public let holder: IncentiveHolder?
  /// On whom the cost of what is moved falls; empty: not recorded.
  public let borneBy: [IncentiveHolder]
  public let evidence: Evidence
  public let attributes: [Attribute]
}

/// What someone found, said or counted that bears on how incentives and accountability work.
public struct EvidenceItem: Hashable, Sendable {
  public let id: String
  /// What was found, in the graph's own words.
  public let statement: String
  /// The figure, or several with slashes between; nil for a statement without one.
  public let figure: String?
  /// What the figure counts.
  public let unit: String?
  /// Who was asked, and how many.
  public let respondents: String?
  public let date: PartialDate?
  /// The patterns of misalignment that it bears on, such as `P01`.
  public let patterns: [String]
  /// Whom it is about; empty: no body in particular.
  public let about: [IncentiveHolder]
  public let evidence: Evidence
  public let attributes: [Attribute]
}

/// The tables about incentives, which stay small.
package struct IncentiveRecords: Sendable {
  package var metrics: [Metric] = []
  package var classes: [HolderClass] = []
  package var incentives: [Incentive] = []
  package var effects: [Effect] = []
  package var evidence: [EvidenceItem] = []
  package var decisions: [DecisionRight] = []
  package var reallocations: [Reallocation] = []
  package var measurements: [Measurement] = []
}
