/// One value that a column of a body held in a period.
public struct HistoryEntry: Hashable, Sendable {
  public let body: BodyIndex
  /// `name`, `kind`, `legal_form` or `code_SCHEME`.
  public let field: String
  public let value: String
  public let period: Period
  public let evidence: Evidence
  public let attributes: [Attribute]
}

/// Where a statement comes from and how far it can be trusted.
public struct Evidence: Hashable, Sendable {
  /// What the row cites: ids of sources in a graph that has a table of them, else text as written.
  public let sources: [String]
  public let grade: EvidenceGrade?
  public let note: String?

  package init(sources: [String], grade: EvidenceGrade?, note: String?) {
    self.sources = sources
    self.grade = grade
    self.note = note
  }
}

/// A column that the format gives no meaning to, and its value in one row.
public struct Attribute: Hashable, Sendable {
  public let name: String
  public let value: String
}

/// Who held a post, when.
public struct Holder: Hashable, Sendable {
  public let post: BodyIndex
  public let name: String
  public let period: Period
  public let evidence: Evidence
  public let attributes: [Attribute]
}

/// A citation.
public struct Source: Hashable, Sendable {
  public let id: String
  public let title: String?
  public let publisher: String?
  public let date: String?
  public let url: String?
  public let licence: String?
  public let note: String?
  public let attributes: [Attribute]
}

/// Something that a body, or every body of a kind, must or may do.
public struct Duty: Hashable, Sendable {
  public enum Obligation: String, Hashable, Sendable { case duty, power }
  public let holder: Party
  public let type: Obligation
  public let subject: String
  public let legalBasis: String?
  public let period: Period
  public let evidence: Evidence
  public let attributes: [Attribute]
}

/// One side of a row: a body, or every body of a kind.
public enum Party: Hashable, Sendable {
  case body(BodyIndex)
  case every(KindIndex)
}

/// Which pairs a statement about kinds stands for.
public enum Pairing: String, CaseIterable, Hashable, Sendable {
  /// Each body with its own counterpart.
  case own
  /// The pairs are given in a table.
  case listed
  /// Those that share territory; not expanded until the graph holds zones.
  case overlapping
  /// Which ones is not recorded: one statement, never followed.
  case unstated
}

/// One row about a kind: stated once, standing for a relationship of each member, or for pairs that
/// are not recorded.
public struct Statement: Hashable, Sendable {
  public let id: String?
  public let from: Party
  public let to: Party
  public let kind: KindIndex
  public let basis: Basis
  public let legalBasis: String?
  /// The total for all that the statement stands for; never the amount of one of them.
  public let amount: Amount?
  public let year: String?
  public let period: Period
  public let evidence: Evidence
  public let pairing: Pairing?
  public let alternativeOf: String?
  public let partOf: String?
  public let attributes: [Attribute]
  /// How many relationships it was expanded to.
  public internal(set) var expandedCount = 0

  /// Whether the statement says which bodies it is about; no query follows one that does not.
  public var statesPairs: Bool { pairing != .unstated && pairing != .overlapping }
}

/// One pair of a listed statement.
public struct ListedPair: Hashable, Sendable {
  public let statement: String
  public let from: BodyIndex
  public let to: BodyIndex
  public let period: Period
  public let amount: Amount?
  public let year: String?
  public let evidence: Evidence
  public let attributes: [Attribute]
}
