/// Every rule, in the order in which they are listed.
public enum RuleCatalogue {
  public static let all: [any Rule] = [
    OpposedIncentives(),
    ClubAndCountry(),
    SumOfTotals(),
    LeadWithoutAuthority(),
    LeadSelfInterest(),
    ConflictingPrincipals(),
    ContradictoryInstruments(),
    PenaltyForChange(),
    DivertedMoney(),
    BypassedAuthority(),
    SplitByBoundary(),
    DividedOversight(),
    InManyFootprints(),
    CrossesRegion(),
    CatchmentElsewhere(),
    OpposedDuties(),
    NoCommonPrincipal(),
    InheritedDeficit(),
    ScrutinyGap(),
    BalanceOnOneOffs(),
    AssessedOnPlan(),
    RivalrousContract(),
    FunderOffPath(),
    SeparateAllocator(),
    UnfundedMandate(),
    WatchdogPaidByWatched(),
    RegulatorOnBoard(),
    UnaccountableBody(),
    TooManyPrincipals(),
    AccountabilityCycle(),
    OverlappingProgrammes(),
    MissingActor(),
    UpstreamCut(),
    CrowdedOut(),
    WithdrawnLink(),
    SingleBroker(),
    IsolatedBody(),
    DanglingPost(),
    ClosedMembership(),
    UnsourcedRelationship(),
    SharesOverHundred(),
  ]

  /// What every rule says of itself, with those about a baseline, which need no graph.
  public static let descriptions: [RuleDescription] =
    all.map(\.about) + [.staleAcceptance, .expiredAcceptance]

  /// The rule with an id, or nil.
  public static func rule(id: String) -> (any Rule)? { all.first { $0.about.id == id } }
}
