/// Every rule, in the order in which they are listed.
public enum RuleCatalogue {
  public static let all: [any Rule] = [
    OpposedIncentives(),
    RivalrousContract(),
    LeadWithoutAuthority(),
  ]

  /// The rule with an id, or nil.
  public static func rule(id: String) -> (any Rule)? { all.first { $0.about.id == id } }
}
