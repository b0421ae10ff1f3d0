import GovernanceModel

/// The bodies of a kind that are open at a moment.
public struct OrganisationList: Sendable {
  /// One body of the list.
  public struct Entry: Sendable {
    public let body: BodyIndex
    /// What it is a member or a part of.
    public let memberships: [BodyIndex]
  }

  public let kind: KindIndex
  public let moment: Moment
  /// By id.
  public let entries: [Entry]

  /// Lists the bodies of a kind or a narrower one. Complexity: O(V + their relationships).
  public init(of kind: KindIndex, in graph: GovernanceGraph, at moment: Moment) {
    self.kind = kind
    self.moment = moment
    entries = graph.allBodies.filter {
      graph.isOpen($0, at: moment)
        && graph.bodyKinds.kind(graph.kind(of: $0, at: moment), isA: kind)
    }.map { body in
      let ties =
        graph.relationships(from: body, kind: .memberOf, at: moment)
        + graph.relationships(from: body, kind: .partOf, at: moment)
      return Entry(body: body, memberships: Array(Set(ties.map(\.to))).sorted())
    }.sorted { graph.id(of: $0.body) < graph.id(of: $1.body) }
  }
}
