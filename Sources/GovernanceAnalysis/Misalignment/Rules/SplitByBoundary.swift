import GovernanceModel

/// A body that has to plan with more than one footprint.
struct SplitByBoundary: Rule {
  let about = RuleDescription(
    "split-by-boundary", patterns: ["P10"],
    finds: "A body is a member of two footprints or more.",
    definition: """
      mem(u, S1) and mem(u, S2) with S1 ≠ S2. The boundary load of u is the number of its footprints.
      """,
    score: """
      The boundary load; of a kind, the greatest. Medium; high for a body that answers to voters, who can hold it to only one \
      plan.
      """,
    limits: """
      Decided from memberships: whose people live on which side is not looked at. A body that serves \
      a whole region, such as an ambulance service, belongs to several by its nature. Where more than a \
      thousand bodies are split, those of a kind are one finding.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    guard !inspection.footprints.isEmpty else { return .noData("the graph has no footprints") }
    var memberships: [BodyIndex: [(footprint: Footprint, row: RelationshipIndex)]] = [:]
    for footprint in inspection.footprints {
      for member in footprint.members {
        memberships[member.body, default: []].append((footprint, member.row))
      }
    }
    let split = inspection.byID(memberships.filter { $0.value.count > 1 }.keys)
    guard split.count <= Self.mostSingly else {
      let kinds = Dictionary(grouping: split) { inspection.kind($0).id }
      return .findings(
        kinds.sorted { $0.key < $1.key }.compactMap { finding($0.value, memberships, inspection) })
    }
    return .findings(split.compactMap { finding($0, memberships[$0]!, inspection) })
  }

  /// How many bodies are told one by one; of more than that, kind by kind: a register of a million
  /// bodies would else be answered with a list of a hundred thousand.
  private static let mostSingly = 1000

  /// The bodies of one kind.
  private func finding(
    _ bodies: [BodyIndex],
    _ memberships: [BodyIndex: [(footprint: Footprint, row: RelationshipIndex)]],
    _ inspection: Inspection
  ) -> Finding? {
    let kind = inspection.kind(bodies[0])
    let loads = bodies.map { memberships[$0]!.count }
    let example = bodies[loads.firstIndex(of: loads.max()!)!]
    var members: [BodyIndex: [BodyIndex]] = [:]
    for body in bodies {
      for membership in memberships[body]! {
        members[membership.footprint.body, default: []].append(body)
      }
    }
    var witness = Witness()
    witness.relationships = memberships[example]!.map(\.row)
    return inspection.finding(
      about,
      Draft(
        key: ["every+" + kind.id], severity: .medium, score: Double(loads.max()!),
        places: inspection.byID(members.keys).map {
          Finding.Place(footprint: $0, members: members[$0]!)
        },
        message: "\(bodies.count) \(kind.plural) belong to two footprints or more, "
          + "\(inspection.name(example)) to \(loads.max()!).",
        explanation: "So many bodies are split that they are not told one by one. Those of a "
          + "footprint are listed with it.",
        witness: witness, clearedBy: "one footprint for each, or an agreement which plan binds it"))
  }

  private func finding(
    _ body: BodyIndex, _ memberships: [(footprint: Footprint, row: RelationshipIndex)],
    _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    let political = graph.relationships(from: body, kind: .accountableTo, at: inspection.moment)
      .filter { $0.basis.contains(.political) }
    var witness = Witness()
    witness.relationships = memberships.map(\.row) + political.map(\.index)
    let names = memberships.map { inspection.title($0.footprint) }
    let name = inspection.name(body)
    return inspection.finding(
      about,
      Draft(
        key: [graph.id(of: body)], severity: political.isEmpty ? .medium : .high,
        score: Double(memberships.count), subjects: [body],
        places: memberships.map {
          Finding.Place(footprint: $0.footprint.body, members: [body])
        },
        message:
          "\(name) belongs to \(memberships.count) footprints and has to square their plans: "
          + "\(names.joined(separator: "; ")).",
        explanation: political.isEmpty
          ? "One body with one set of accounts is planned for in \(memberships.count) places. Were "
            + "the plans about different parts of its work, they might not meet."
          : "One body with one budget and one electorate is planned for in "
            + "\(memberships.count) places, and cannot sign plans that do not agree. Were the plans "
            + "about different parts of its area, they might not meet.",
        witness: witness,
        clearedBy: "one footprint for it, or an agreement which of the plans binds it"))
  }
}
