import GovernanceModel

/// One step of a connection between two bodies.
public struct ConnectionStep: Hashable, Sendable {
  public let from: BodyIndex
  public let to: BodyIndex
  public let kind: KindIndex
  /// Whether the relationship reads from the step's end to its beginning.
  public let isReversed: Bool
  public let relationship: RelationshipIndex
}

/// How two bodies are connected.
public enum Connection: Hashable, Sendable {
  /// The first answers to the second along these routes.
  case accountability(Routes)
  /// The second answers to the first along these routes, written from the second.
  case reverseAccountability(Routes)
  /// Neither answers to the other; the shortest way when every kind of relationship may be used,
  /// in either direction.
  case other([ConnectionStep])
  /// Nothing connects them.
  case none
}

extension AccountabilityNetwork {
  /// The shortest routes of accountability between two bodies, or else the shortest connection of
  /// any kind.
  ///
  /// - Complexity: O(V + E).
  public func connection(from first: BodyIndex, to second: BodyIndex) -> Connection {
    let upwards = shortestRoutes(from: first, to: second)
    if !upwards.routes.isEmpty { return .accountability(upwards) }
    let downwards = shortestRoutes(from: second, to: first)
    if !downwards.routes.isEmpty { return .reverseAccountability(downwards) }
    return shortestConnection(from: first, to: second).map(Connection.other) ?? .none
  }

  /// Goes breadth first over every relationship that holds, from the end until the beginning is met,
  /// and then forwards by steps that come nearer: of several, accountability upwards, then
  /// downwards, then by the id of the body that is reached.
  private func shortestConnection(from first: BodyIndex, to second: BodyIndex) -> [ConnectionStep]?
  {
    let directions = directions
    var distance = [Int32](repeating: -1, count: graph.bodyCount)
    distance[second.position] = 0
    var queue = [second]
    var next = 0
    while next < queue.count, distance[first.position] < 0 {
      let body = queue[next]
      next += 1
      forEachStep(from: body, in: directions) { step in
        guard distance[step.to.position] < 0 else { return }
        distance[step.to.position] = distance[body.position] + 1
        queue.append(step.to)
      }
    }
    guard distance[first.position] > 0 else { return nil }
    let accountability = Set(graph.positions(of: .accountableTo))
    func preference(_ step: ConnectionStep) -> (Int, String, KindIndex, RelationshipIndex) {
      let rank = accountability.contains(step.kind.position) ? (step.isReversed ? 1 : 0) : 2
      return (rank, graph.id(of: step.to), step.kind, step.relationship)
    }
    var steps: [ConnectionStep] = []
    var body = first
    while body != second {
      var nearer: [ConnectionStep] = []
      forEachStep(from: body, in: directions) { step in
        if distance[step.to.position] == distance[body.position] - 1 { nearer.append(step) }
      }
      guard let best = nearer.min(by: { preference($0) < preference($1) }) else { return nil }
      steps.append(best)
      body = best.to
    }
    return steps
  }

  /// The relationships of each kind that there are, in both directions.
  private var directions: [(relationships: Adjacency, isReversed: Bool)] {
    (graph.outgoing.map { ($0, false) } + graph.incoming.map { ($0, true) })
      .filter { !$0.0.isEmpty }
  }

  private func forEachStep(
    from body: BodyIndex, in directions: [(relationships: Adjacency, isReversed: Bool)],
    _ visit: (ConnectionStep) -> Void
  ) {
    for (relationships, isReversed) in directions {
      for row in relationships[body] {
        let index = RelationshipIndex(raw: row)
        guard graph.holds(index, at: moment) else { continue }
        let other = isReversed ? graph.rows.from[index.position] : graph.rows.to[index.position]
        visit(
          ConnectionStep(
            from: body, to: BodyIndex(raw: other), kind: graph.kind(of: index),
            isReversed: isReversed, relationship: index))
      }
    }
  }
}
