import GovernanceModel

/// A body that serves people rather than an area, and has to plan with several footprints.
struct InManyFootprints: Rule {
  let about = RuleDescription(
    "in-many-footprints",
    finds: "A body without an area of its own is a member of two footprints or more.",
    definition: """
      mem(u, S1) and mem(u, S2) with S1 ≠ S2, where u answers to no voters and is the area of no \
      unit. The boundary load of u is the number of its footprints.
      """,
    score: "The boundary load. Medium; low for a body in two footprints.",
    limits: """
      Decided from memberships. A body that serves a whole region, such as an ambulance service, \
      belongs to several by its nature. Where more than a thousand bodies are split, those of a kind \
      are one finding.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    guard !inspection.footprints.isEmpty else { return .noData("the graph has no footprints") }
    let memberships = SplitByBoundary.memberships(in: inspection, atLeast: 2)
    let areas = inspection.partsByFootprint(sliver: .usual)
    return .findings(
      ManyFootprints(memberships).findings(
        about,
        memberships.filter { $0.value.count > 1 }.keys.filter { body in
          areas[body] == nil && SplitByBoundary.political(body, inspection).isEmpty
        }, inspection
      ) { finding($0, memberships[$0]!, inspection) })
  }

  private func finding(
    _ body: BodyIndex, _ memberships: [SplitByBoundary.Membership], _ inspection: Inspection
  ) -> Finding? {
    var witness = Witness()
    witness.relationships = memberships.map(\.row)
    let names = memberships.map { inspection.title($0.footprint) }
    return inspection.finding(
      about,
      Draft(
        key: [inspection.id(body)], severity: memberships.count > 2 ? .medium : .low,
        score: Double(memberships.count), subjects: [body],
        places: memberships.map { Finding.Place(footprint: $0.footprint.body, members: [body]) },
        message:
          "\(inspection.name(body)) belongs to \(memberships.count) footprints and has to square "
          + "their plans: \(names.joined(separator: "; ")).",
        explanation:
          "One body with one set of accounts is planned for in \(memberships.count) places. Were "
          + "the plans about different parts of its work, they might not meet.",
        witness: witness,
        clearedBy: "one footprint for it, or an agreement which of the plans binds it"))
  }
}
