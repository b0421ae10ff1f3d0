import GovernanceModel

/// What a graph holds at a moment.
public struct GraphSummary: Hashable, Sendable {
  /// How many there are of a kind.
  public struct Count: Hashable, Sendable {
    public let kind: String
    public let count: Int
  }

  public let title: String?
  public let moment: Moment
  /// Open organisations and posts by kind, broader kinds including narrower ones; by kind id.
  public let organisations: [Count]
  public let bodyCount: Int
  public let postCount: Int
  /// Relationships that hold, expanded ones included, by kind.
  public let relationships: [Count]
  public let relationshipCount: Int
  /// Rows that the graph states, of any date.
  public let stated: Int
  /// Statements about kinds that say nothing of which pairs.
  public let unstated: Int
  /// The share of the relationships that hold and cite a source, from 0 to 1; nil for none.
  public let sourced: Double?
  /// Relationships that hold by grade, every grade listed.
  public let grades: [Count]
  /// Relationships that hold and have no recorded start.
  public let withoutStart: Int
  /// Rows of the tables about incentives, of any date, every table listed.
  public let incentiveTables: [Count]
  /// Incentives in force.
  public let incentivesInForce: Int

  /// Counts what holds at a moment. Complexity: O(V · kinds + E).
  public init(_ graph: GovernanceGraph, at moment: Moment) {
    title = graph.title
    self.moment = moment
    let open = graph.openBodies(at: moment)
    var byKind = [Int](repeating: 0, count: graph.bodyKinds.kinds.count)
    var posts = 0
    var bodies = 0
    for body in graph.allBodies where open[body.position] {
      bodies += 1
      let kind = graph.kind(of: body, at: moment)
      for broader in graph.bodyKinds.selfAndBroader(kind) { byKind[broader.position] += 1 }
      if graph.isPost(body) { posts += 1 }
    }
    bodyCount = bodies
    postCount = posts
    organisations = Self.counts(graph.bodyKinds, byKind)

    var byRelation = [Int](repeating: 0, count: graph.relationshipKinds.kinds.count)
    var byGrade: [EvidenceGrade?: Int] = [:]
    var sourced = 0
    var withoutStart = 0
    for index in graph.allRelationships where graph.holds(index, at: moment) {
      byRelation[graph.kind(of: index).position] += 1
      byGrade[graph.grade(of: index), default: 0] += 1
      if graph.isSourced(index) { sourced += 1 }
      if graph.period(of: index).start == nil { withoutStart += 1 }
    }
    relationshipCount = byRelation.reduce(0, +)
    relationships = Self.counts(graph.relationshipKinds, byRelation)
    stated = graph.statedCount
    unstated = graph.statements.count { !$0.statesPairs }
    self.sourced = relationshipCount == 0 ? nil : Double(sourced) / Double(relationshipCount)
    self.withoutStart = withoutStart
    incentiveTables = [
      Count(kind: "incentives", count: graph.incentives.count),
      Count(kind: "metrics", count: graph.metrics.count),
      Count(kind: "effects", count: graph.effects.count),
      Count(kind: "evidence", count: graph.evidenceItems.count),
      Count(kind: "classes", count: graph.holderClasses.count),
      Count(kind: "decisions", count: graph.decisions.count),
      Count(kind: "reallocations", count: graph.reallocations.count),
      Count(kind: "measurements", count: graph.measurements.count),
    ]
    incentivesInForce = graph.incentives.count { $0.period.holds(at: moment) }
    grades =
      EvidenceGrade.allCases.map { Count(kind: $0.word, count: byGrade[$0] ?? 0) }
      + [Count(kind: "not-recorded", count: byGrade[nil] ?? 0)]
  }

  private static func counts(_ kinds: KindHierarchy, _ counts: [Int]) -> [Count] {
    kinds.kinds.indices.filter { counts[$0] > 0 }
      .map { Count(kind: kinds.kinds[$0].id, count: counts[$0]) }.sorted { $0.kind < $1.kind }
  }
}
