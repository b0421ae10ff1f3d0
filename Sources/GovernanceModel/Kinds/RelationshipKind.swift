/// What a relationship is, read from left to right: a CCG is `accountable-to` NHS England.
///
/// An open vocabulary: a graph may declare more, each under a broader one.
public struct RelationshipKind: RawRepresentable, Hashable, Sendable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }

  public static let accountableTo = RelationshipKind("accountable-to")
  public static let funds = RelationshipKind("funds")
  public static let commissions = RelationshipKind("commissions")
  public static let oversees = RelationshipKind("oversees")
  public static let memberOf = RelationshipKind("member-of")
  public static let leads = RelationshipKind("leads")
  public static let appoints = RelationshipKind("appoints")
  public static let scrutinises = RelationshipKind("scrutinises")
  public static let delegatesTo = RelationshipKind("delegates-to")
  public static let cooperatesWith = RelationshipKind("cooperates-with")
  public static let advises = RelationshipKind("advises")
  public static let succeeds = RelationshipKind("succeeds")
  public static let partOf = RelationshipKind("part-of")

  /// The kinds that every graph knows.
  public static let standard: [RelationshipKind] = [
    .accountableTo, .funds, .commissions, .oversees, .memberOf, .leads, .appoints, .scrutinises,
    .delegatesTo, .cooperatesWith, .advises, .succeeds, .partOf,
  ]
}

/// What a body is in law. An open vocabulary.
public struct LegalForm: RawRepresentable, Hashable, Sendable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }

  public static let statutoryBody = LegalForm("statutory-body")
  public static let partOfBody = LegalForm("part-of-body")
  public static let operatingName = LegalForm("operating-name")
  /// Bodies that work together without a legal form of their own.
  public static let partnership = LegalForm("partnership")
  public static let company = LegalForm("company")
  public static let association = LegalForm("association")
  /// A person in law, such as a minister.
  public static let office = LegalForm("office")
}
