import GovernanceModel

extension AccountabilityNetwork {
  /// The lowest common principals of some bodies: superiors of all of them with no other such
  /// superior below.
  ///
  ///     trust ──▶ monitor ──▶ secretary ──▶ parliament      common of trust and ccg:
  ///     ccg ────▶ nhs-england ──▶ secretary                 secretary (not parliament)
  ///
  /// - Returns: the lowest ones ascending, and how many superiors all have in common.
  /// - Complexity: O(bodies · (V + E) + common · (V + E)).
  public func commonPrincipals(of bodies: [BodyIndex]) -> (
    lowest: [BodyIndex], commonCount: Int
  ) {
    guard let first = bodies.first else { return ([], 0) }
    var common = Set(superiors(of: first))
    for body in bodies.dropFirst() { common.formIntersection(superiors(of: body)) }
    var superiorsOfCommon: [BodyIndex: Set<BodyIndex>] = [:]
    for body in common { superiorsOfCommon[body] = Set(superiors(of: body)) }
    let lowest = common.filter { candidate in
      !common.contains { other in
        other != candidate && superiorsOfCommon[other]!.contains(candidate)
          && !superiorsOfCommon[candidate]!.contains(other)
      }
    }
    return (lowest.sorted(), common.count)
  }
}
