import GovernanceModel

/// The way from two bodies up to the first principal that they have in common.
///
/// Of all bodies that both reach by lines of accountability on statutory, managerial, political or
/// unrecorded bases, each also reaching itself in no step, the one with the fewest steps from both
/// together; of several the one nearest to the farther of the two, then by id.
public struct CommonPath: Hashable, Sendable {
  public let first: BodyIndex
  public let second: BodyIndex
  /// nil: they have none.
  public let principal: BodyIndex?
  /// How many lines lie between each and the principal.
  public let stepsFromFirst: Int?
  public let stepsFromSecond: Int?

  /// The length of the way from the one over the principal to the other; nil: there is none.
  public var steps: Int? {
    stepsFromFirst.flatMap { one in stepsFromSecond.map { one + $0 } }
  }
}

extension Inspection {
  /// The ways between all pairs of some bodies, in their order.
  ///
  /// Complexity: O(bodies · (superiors and their lines) + pairs · superiors).
  func commonPaths(of bodies: [BodyIndex]) -> [CommonPath] {
    let above = bodies.map { stepsUp(from: $0) }
    return bodies.indices.flatMap { one in
      bodies.indices.dropFirst(one + 1).map { other in
        path(bodies[one], bodies[other], above[one], above[other])
      }
    }
  }

  /// How many lines lead from a body to each of its superiors, itself included; breadth first.
  private func stepsUp(from body: BodyIndex) -> [BodyIndex: Int] {
    var steps = [body: 0]
    var layer = [body]
    while !layer.isEmpty {
      var next: [BodyIndex] = []
      for agent in layer {
        for principal in network.principals(of: agent) where steps[principal] == nil {
          steps[principal] = steps[agent]! + 1
          next.append(principal)
        }
      }
      layer = next
    }
    return steps
  }

  private func path(
    _ first: BodyIndex, _ second: BodyIndex, _ one: [BodyIndex: Int], _ other: [BodyIndex: Int]
  ) -> CommonPath {
    let nearest = one.compactMap { principal, steps in
      other[principal].map { (steps + $0, max(steps, $0), id(principal), principal) }
    }.min { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }?.3
    return CommonPath(
      first: first, second: second, principal: nearest,
      stepsFromFirst: nearest.flatMap { one[$0] }, stepsFromSecond: nearest.flatMap { other[$0] })
  }
}
