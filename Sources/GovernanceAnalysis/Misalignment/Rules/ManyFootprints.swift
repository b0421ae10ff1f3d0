import GovernanceModel

/// Bodies of several footprints, told one by one; where they are very many, kind by kind: a register
/// of a million bodies would else be answered with a list of a hundred thousand.
struct ManyFootprints {
  /// How many bodies are told one by one.
  private static let mostSingly = 1000

  private let memberships: [BodyIndex: [SplitByBoundary.Membership]]

  init(_ memberships: [BodyIndex: [SplitByBoundary.Membership]]) {
    self.memberships = memberships
  }

  func findings(
    _ rule: RuleDescription, _ bodies: [BodyIndex], _ inspection: Inspection,
    one: (BodyIndex) -> Finding?
  ) -> [Finding] {
    let bodies = inspection.byID(bodies)
    guard bodies.count > Self.mostSingly else { return bodies.compactMap(one) }
    let kinds = Dictionary(grouping: bodies) { inspection.kind($0).id }
    return kinds.sorted { $0.key < $1.key }.compactMap { finding(rule, $0.value, inspection) }
  }

  /// The bodies of one kind.
  private func finding(
    _ rule: RuleDescription, _ bodies: [BodyIndex], _ inspection: Inspection
  ) -> Finding? {
    let kind = inspection.kind(bodies[0])
    let loads = bodies.map { memberships[$0, default: []].count }
    let most = loads.max() ?? 0
    let example = bodies[loads.firstIndex(of: most)!]
    var members: [BodyIndex: [BodyIndex]] = [:]
    for body in bodies {
      for membership in memberships[body, default: []] {
        members[membership.footprint.body, default: []].append(body)
      }
    }
    var witness = Witness()
    witness.relationships = memberships[example, default: []].map(\.row)
    return inspection.finding(
      rule,
      Draft(
        key: ["every+" + kind.id], severity: .medium, score: Double(most),
        places: inspection.byID(members.keys).map {
          Finding.Place(footprint: $0, members: members[$0]!)
        },
        message: "\(bodies.count) \(kind.plural) belong to two footprints or more, "
          + "\(inspection.name(example)) to \(most).",
        explanation: "So many bodies are split that they are not told one by one. Those of a "
          + "footprint are listed with it.",
        witness: witness, clearedBy: "one footprint for each, or an agreement which plan binds it"))
  }
}
