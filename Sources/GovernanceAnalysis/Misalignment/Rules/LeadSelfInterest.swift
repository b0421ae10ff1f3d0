import GovernanceModel

/// A leader who is also answerable for one of those led, whose interests are opposed to another's.
struct LeadSelfInterest: Rule {
  let about = RuleDescription(
    "lead-self-interest",
    finds: "Whoever leads a footprint answers for one of its members, against whom others stand.",
    definition: """
      l leads S; l is accountable to o, a member of S; o stands in an opposition, as in \
      opposed-incentives, to another member of S.
      """,
    score: "The number of metrics on which its home is opposed to other members. High.",
    limits: """
      Only leads whose home is recorded are seen. That somebody would decide for their home is not \
      said: only that they are asked to decide in their own cause.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let leads = inspection.lines(of: .leads).map { graph[$0] }
    guard !leads.isEmpty else { return .noData("nobody is recorded as leading anybody") }
    let footprints = Dictionary(uniqueKeysWithValues: inspection.footprints.map { ($0.body, $0) })
    let oppositions = inspection.oppositions()
    var findings: [Finding] = []
    for line in leads {
      guard let footprint = footprints[line.to] else { continue }
      let members = Dictionary(
        uniqueKeysWithValues: footprint.members.map { ($0.body, $0.row) })
      let homes = graph.relationships(from: line.from, kind: .accountableTo, at: inspection.moment)
        .filter { members[$0.to] != nil }.sorted { graph.id(of: $0.to) < graph.id(of: $1.to) }
      var seen: Set<BodyIndex> = []
      for home in homes where seen.insert(home.to).inserted {
        if let finding = finding(line, home, members[home.to]!, footprint, oppositions, inspection)
        {
          findings.append(finding)
        }
      }
    }
    return .findings(findings)
  }

  private func finding(
    _ lead: Relationship, _ home: Relationship, _ membership: RelationshipIndex,
    _ footprint: Footprint, _ oppositions: [Opposition], _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    let against = oppositions.compactMap { opposition -> (Opposition, String)? in
      guard let meeting = opposition.meetings.first(where: { $0.footprint == footprint.body })
      else { return nil }
      if meeting.one.contains(home.to) {
        return (opposition, inspection.name(opposition.other.holder))
      }
      return meeting.other.contains(home.to)
        ? (opposition, inspection.name(opposition.one.holder)) : nil
    }
    guard !against.isEmpty else { return nil }
    let metrics = Set(against.map(\.0.metric)).sorted {
      graph.metrics[$0].name < graph.metrics[$1].name
    }
    var witness = Witness()
    witness.relationships = [lead.index, home.index, membership]
    witness.incentives = Array(
      Set(against.flatMap { $0.0.one.incentives + $0.0.other.incentives }))
    let name = inspection.name(home.to)
    return inspection.finding(
      about,
      Draft(
        key: [graph.id(of: footprint.body), graph.id(of: home.to)], severity: .high,
        score: Double(metrics.count), subjects: [lead.from, home.to], footprint: footprint.body,
        message:
          "The lead of \(inspection.title(footprint)) also answers to \(name), whose interest in "
          + "\(Inspection.list(metrics.map { graph.metrics[$0].name }, atMost: 3)) is opposed to "
          + "that of other members.",
        explanation: "It stands against "
          + Inspection.list(
            against.map { "\($0.1) on \(graph.metrics[$0.0.metric].name)" })
          + ". A plan that moves work or money to or from \(name) is led by somebody who answers to "
          + "it. Were the lead free of the home's results, this would go.",
        witness: witness,
        clearedBy: "an independent lead or chair, or a lead who no longer answers to \(name)"))
  }
}
