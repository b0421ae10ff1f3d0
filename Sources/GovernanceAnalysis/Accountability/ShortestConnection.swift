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

  /// Goes breadth first over every relationship that holds, preferring accountability upwards where
  /// several are as short.
  private func shortestConnection(from first: BodyIndex, to second: BodyIndex) -> [ConnectionStep]?
  {
    var cameBy: [BodyIndex: ConnectionStep] = [:]
    var queue = [first]
    var next = 0
    while next < queue.count {
      let body = queue[next]
      next += 1
      for step in steps(from: body) where step.to != first && cameBy[step.to] == nil {
        cameBy[step.to] = step
        if step.to == second { return unwound(cameBy, to: second) }
        queue.append(step.to)
      }
    }
    return nil
  }

  private func unwound(_ cameBy: [BodyIndex: ConnectionStep], to end: BodyIndex)
    -> [ConnectionStep]
  {
    var steps: [ConnectionStep] = []
    var body = end
    while let step = cameBy[body] {
      steps.append(step)
      body = step.from
    }
    return steps.reversed()
  }

  private func steps(from body: BodyIndex) -> [ConnectionStep] {
    let out = graph.relationships(from: body, at: moment).map {
      ConnectionStep(
        from: body, to: $0.to, kind: $0.kind, isReversed: false, relationship: $0.index)
    }
    let back = graph.relationships(to: body, at: moment).map {
      ConnectionStep(
        from: body, to: $0.from, kind: $0.kind, isReversed: true, relationship: $0.index)
    }
    func rank(_ step: ConnectionStep) -> Int {
      let isAccountability =
        graph.relationshipKinds[step.kind].id
        == RelationshipKind.accountableTo.rawValue
      return isAccountability ? (step.isReversed ? 1 : 0) : 2
    }
    return (out + back).map { (rank($0), graph.id(of: $0.to), $0) }
      .sorted {
        ($0.0, $0.1, $0.2.kind, $0.2.relationship) < ($1.0, $1.1, $1.2.kind, $1.2.relationship)
      }
      .map(\.2)
  }
}
