import GovernanceModel

/// Everything that a graph holds of one body at a moment.
public struct OrganisationProfile: Sendable {
  public let body: BodyIndex
  public let moment: Moment
  /// Relationships with it on the left, then with it on the right, each by kind and name.
  public let outgoing: [Relationship]
  public let incoming: [Relationship]
  /// Statements about its kind that do not say which bodies they are about.
  public let unstated: [Statement]
  /// Its predecessors and successors, whenever they were.
  public let predecessors: [Relationship]
  public let successors: [Relationship]
  public let holders: [Holder]
  /// Bodies and posts that are its own.
  public let ownBodies: [BodyIndex]
  public let duties: [Duty]
  /// Its kind on the date and every broader one.
  public let kinds: [KindIndex]

  /// Gathers what is known of a body. Complexity: O(V + relationships of the body + statements).
  public init(of body: BodyIndex, in graph: GovernanceGraph, at moment: Moment) {
    self.body = body
    self.moment = moment
    let succeeds = RelationshipKind.succeeds
    let succession = Set(graph.positions(of: succeeds))
    func byKind(_ left: (Relationship, String), _ right: (Relationship, String)) -> Bool {
      (left.0.kind, left.1, left.0.index) < (right.0.kind, right.1, right.0.index)
    }
    outgoing = graph.relationships(from: body, at: moment)
      .filter { !succession.contains($0.kind.position) }
      .map { ($0, graph.name(of: $0.to, at: moment)) }.sorted(by: byKind).map(\.0)
    incoming = graph.relationships(to: body, at: moment)
      .filter { !succession.contains($0.kind.position) }
      .map { ($0, graph.name(of: $0.from, at: moment)) }.sorted(by: byKind).map(\.0)
    predecessors = graph.relationships(from: body, kind: succeeds, at: .anyTime)
    successors = graph.relationships(to: body, kind: succeeds, at: .anyTime)
    let kinds = graph.bodyKinds.selfAndBroader(graph.kind(of: body, at: moment))
    self.kinds = kinds
    func concerns(_ party: Party) -> Bool {
      switch party {
      case .body(let other): other == body
      case .every(let kind): kinds.contains(kind)
      }
    }
    unstated = graph.statements.filter {
      !$0.statesPairs && $0.period.holds(at: moment) && (concerns($0.from) || concerns($0.to))
    }
    holders = graph.holders.filter { $0.post == body && $0.period.holds(at: moment) }
    ownBodies = graph.allBodies.filter {
      graph.owner(of: $0) == body && graph.isOpen($0, at: moment)
    }
    duties = graph.duties.filter { concerns($0.holder) && $0.period.holds(at: moment) }
  }
}
