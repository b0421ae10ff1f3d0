/// A sort of misalignment or gap that the literature describes, with the rules that look for it.
public struct Pattern: Sendable {
  /// `P01` to `P28`, by which evidence names it.
  public let number: String
  public let name: String
  public let rules: [any Rule]

  fileprivate init(_ number: String, _ name: String, _ rules: any Rule...) {
    self.number = number
    self.name = name
    self.rules = rules
  }
}

/// Every rule, in the order in which they are listed: to add one, add it here.
public enum RuleCatalogue {
  /// The patterns, each with its rules.
  public static let patterns: [Pattern] = [
    Pattern("P01", "opposed directions in one footprint", OpposedIncentives()),
    Pattern("P02", "club and country", ClubAndCountry()),
    Pattern("P03", "a system's total that is only a sum", SumOfTotals()),
    Pattern("P04", "a leader without power", LeadWithoutAuthority()),
    Pattern("P05", "a lead in their own cause", LeadSelfInterest()),
    Pattern(
      "P06", "two principals, one agent", ConflictingPrincipals(), ContradictoryInstruments()),
    Pattern("P07", "a penalty for change", PenaltyForChange()),
    Pattern("P08", "money named for one thing, spent on another", DivertedMoney()),
    Pattern("P09", "authority gone, duty kept", BypassedAuthority()),
    Pattern(
      "P10", "a footprint across boundaries", SplitByBoundary(), DividedOversight(),
      InManyFootprints(), CrossesRegion(), CatchmentElsewhere()),
    Pattern("P11", "one body, opposed duties", OpposedDuties()),
    Pattern("P12", "a shared result, no common principal", NoCommonPrincipal()),
    Pattern("P13", "an inherited deficit", InheritedDeficit()),
    Pattern("P14", "a democratic gap", ScrutinyGap()),
    Pattern("P15", "a balance that hides what it rests on", BalanceOnOneOffs()),
    Pattern("P16", "a plan that is rewarded as such", AssessedOnPlan()),
    Pattern("P17", "rivals across a contract", RivalrousContract()),
    Pattern("P18", "a funder off the path", FunderOffPath(), SeparateAllocator()),
    Pattern("P19", "a mandate without money", UnfundedMandate()),
    Pattern("P20", "a watchdog paid by the watched", WatchdogPaidByWatched()),
    Pattern("P21", "a regulator on the board", RegulatorOnBoard()),
    Pattern(
      "P22", "answering to nobody, to too many, or in a circle", UnaccountableBody(),
      TooManyPrincipals(), AccountabilityCycle()),
    Pattern("P23", "overlapping programmes", OverlappingProgrammes()),
    Pattern("P24", "a missing actor", MissingActor()),
    Pattern("P25", "a cut upstream, a cost downstream", UpstreamCut()),
    Pattern("P26", "what is measured crowds out what is not", CrowdedOut()),
    Pattern("P27", "a link that was withdrawn", WithdrawnLink()),
    Pattern("P28", "one broker for everything", SingleBroker()),
  ]

  /// Rules about the graph itself.
  static let ofTheRecord: [any Rule] = [
    IsolatedBody(), DanglingPost(), ClosedMembership(), UnsourcedRelationship(),
    SharesOverHundred(),
  ]

  public static let all: [any Rule] = patterns.flatMap(\.rules) + ofTheRecord

  /// What every rule says of itself, with those about a baseline, which need no graph.
  public static let descriptions: [RuleDescription] =
    all.map(\.about) + [.staleAcceptance, .expiredAcceptance]

  /// The rule with an id, or nil.
  public static func rule(id: String) -> (any Rule)? { all.first { $0.about.id == id } }

  /// The numbers of the patterns by the ids of their rules.
  fileprivate static let numbers: [String: [String]] = Dictionary(
    patterns.flatMap { pattern in pattern.rules.map { ($0.about.id, [pattern.number]) } },
    uniquingKeysWith: +)
}

extension RuleDescription {
  /// The patterns of misalignment that it looks for, such as `P01`; empty for rules about the graph
  /// itself.
  public var patterns: [String] { RuleCatalogue.numbers[id] ?? [] }
}
