/// Who decides what, and who keeps the duty for it.
public struct DecisionRight: Hashable, Sendable {
  /// What part someone has in a decision.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    case decides, consents, proposes, advises
  }

  public let id: String
  /// What is decided.
  public let subject: String
  /// Who has the part: any of them, where several are named.
  public let deciders: [IncentiveHolder]
  public let part: Part
  /// Whose duty it stays, whoever decides; empty: the decider's own, or not recorded.
  public let dutyOf: [IncentiveHolder]
  public let legalBasis: String?
  public let period: Period
  public let evidence: Evidence
  public let attributes: [Attribute]
}

/// Money that was named for one purpose and spent on another.
public struct Reallocation: Hashable, Sendable {
  public let id: String
  /// What it was for.
  public let purpose: String
  /// What it was spent on.
  public let spentOn: String
  public let amount: Amount?
  /// All the money that was named for the purpose.
  public let ofAmount: Amount?
  /// The financial year.
  public let year: String?
  public let decidedBy: [IncentiveHolder]
  /// Who was to have had it; empty: not recorded.
  public let meantFor: [IncentiveHolder]
  /// The id of the relationship that is the flow.
  public let relationship: String?
  public let evidence: Evidence
  public let attributes: [Attribute]

  /// The share that was spent otherwise, from 0 to 1; nil where one of the amounts is missing or
  /// nothing was named.
  public var share: Double? {
    guard let amount, let ofAmount, ofAmount.hundredths > 0 else { return nil }
    return Double(amount.hundredths) / Double(ofAmount.hundredths)
  }
}

/// What a metric came to, was to come to, or was planned to come to.
public struct Measurement: Hashable, Sendable {
  public enum Stage: String, CaseIterable, Hashable, Sendable {
    /// What was demanded.
    case target
    /// What was promised.
    case plan
    /// What it came to.
    case outturn
  }

  public let id: String?
  /// Whom it was measured for; for a kind or class, all of them together.
  public let holder: IncentiveHolder
  /// The position in ``GovernanceGraph/metrics`` of what was measured.
  public let metric: Int
  public let stage: Stage
  /// The figure, in the metric's unit; a share of a whole in percent.
  public let figure: Amount
  /// The whole of which the figure is the holder's share; nil: it is no share.
  public let shareOf: IncentiveHolder?
  /// The financial year.
  public let year: String?
  public let evidence: Evidence
  public let attributes: [Attribute]
}
