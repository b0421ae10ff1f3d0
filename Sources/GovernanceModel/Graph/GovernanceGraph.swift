/// Who is accountable to whom, who funds, oversees, commissions, appoints and scrutinises whom, with
/// dates, amounts, legal basis and sources: an immutable value, built once and asked many times.
///
/// Bodies (organisations and posts) and relationships are numbered from 0 and kept in columns;
/// the relationships at each body are grouped by kind and direction. Everything is dated: most
/// questions take a ``Moment``.
///
///     let cuh = graph.body(id: "RGT")!
///     for line in graph.relationships(from: cuh, kind: .accountableTo, at: graph.defaultMoment) {
///       print(graph.name(of: line.to, at: graph.defaultMoment))
///     }
public struct GovernanceGraph: Sendable {
  /// What the graph is called; nil where it does not say.
  public let title: String?
  /// The date that answers are given for unless another is asked for; nil when the graph has none.
  public let asOf: PartialDate?
  /// The three-letter code of the currency of its amounts.
  public let currency: String

  /// The kinds of organisations and posts.
  public let bodyKinds: KindHierarchy
  /// The kinds of relationships, the standard ones first.
  public let relationshipKinds: KindHierarchy
  /// The broadest kind of posts.
  public let postKind: KindIndex?
  /// Rows about kinds, in the order of the files.
  public let statements: [Statement]
  /// The pairs of listed statements.
  public let listedPairs: [ListedPair]
  /// Who held which post, when.
  public let holders: [Holder]
  /// What bodies must and may do.
  public let duties: [Duty]
  package var incentiveRecords: IncentiveRecords
  /// By body, field and start.
  public let history: [HistoryEntry]
  /// What rows cite, in the order of the files.
  public let sources: [Source]

  package let text: TextPool
  package let identifiers: IdentifierTable
  package let bodies: BodyColumns
  package let rows: RelationshipColumns
  /// How many of the relationships stand in the files; those after them were expanded.
  public let explicitCount: Int
  package let historyOfBody: [UInt32: Range<Int>]
  package let sourceByID: [String: Int]
  private let keptGroups = Kept<RelationshipGroups>()
}

extension GovernanceGraph {
  /// The number of organisations and posts.
  public var bodyCount: Int { bodies.count }
  /// The number of relationships, expanded ones included.
  public var relationshipCount: Int { rows.count }
  /// The number of rows that the relationships table holds.
  public var statedCount: Int { explicitCount + statements.count }

  /// Every body, in the order of the files.
  public var allBodies: some RandomAccessCollection<BodyIndex> {
    (0..<bodyCount).lazy.map { BodyIndex($0) }
  }
  /// Every relationship, stated ones first.
  public var allRelationships: some RandomAccessCollection<RelationshipIndex> {
    (0..<relationshipCount).lazy.map { RelationshipIndex($0) }
  }

  /// The relationships at each body, by position of their kind. Made when they are first asked for.
  package var outgoing: [Adjacency] { groups.outgoing }
  package var incoming: [Adjacency] { groups.incoming }
  private var groups: RelationshipGroups {
    keptGroups.value {
      RelationshipGroups(rows, kinds: relationshipKinds.kinds.count, bodies: bodyCount)
    }
  }

  /// The graph's own date, or regardless of dates where it has none.
  public var defaultMoment: Moment { asOf.map(Moment.date) ?? .anyTime }

  /// The body with an id, or nil. Complexity: O(1).
  public func body(id: String) -> BodyIndex? {
    id.withBytes { identifiers.find($0, in: text, texts: bodies.id) }
      .map(BodyIndex.init(raw:))
  }

  /// The source with an id, or nil. Complexity: O(1).
  public func source(id: String) -> Source? { sourceByID[id].map { sources[$0] } }
}
