import GovernanceModel

/// A body in a footprint and in another programme with masters of its own.
struct OverlappingProgrammes: Rule {
  let about = RuleDescription(
    "overlapping-programmes",
    finds: "A member of a footprint belongs to another programme that answers elsewhere.",
    definition: """
      x is a member of footprint S and, on any basis but by choice alone, of a body T of another kind \
      that is no board of one of S's members; the principals of S and of T differ, and T has some, \
      or is said to answer to bodies of a kind. \
      Members are grouped by S and T. A statement that bodies of T's kind overlap with footprints is \
      one finding of its own.
      """,
    score: "The number of members in both. Medium.",
    limits: """
      Overlap of people and places is not looked at, only common members. Associations that bodies \
      join as they like are left out.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard !inspection.footprints.isEmpty else { return .noData("the graph has no footprints") }
    let footprintKinds = Set(inspection.footprints.map { inspection.kinds[$0.body.position] })
    // Of some it is only said to what kind they answer: a combined authority to electorates.
    let statements = inspection.statements(of: .accountableTo)
      .filter { !graph.statements[$0].statesPairs }
    var findings: [Finding] = []
    for footprint in inspection.footprints {
      var others: [BodyIndex: [Relationship]] = [:]
      for member in footprint.members {
        for row in graph.relationships(from: member.body, kind: .memberOf, at: inspection.moment)
        where row.to != footprint.body && row.basis != .voluntary
          && !footprintKinds.contains(inspection.kinds[row.to.position])
          && graph.owner(of: row.to) == nil
        {
          others[row.to, default: []].append(row)
        }
      }
      for other in inspection.byID(others.keys) {
        let ours = Set(inspection.everyLine.principals(of: footprint.body))
        let theirs = Set(inspection.everyLine.principals(of: other))
        let stated = statements.filter { inspection.means(graph.statements[$0].from, other) }
        guard !stated.isEmpty || (!theirs.isEmpty && ours != theirs) else { continue }
        if let finding = finding(
          footprint, other, others[other]!, theirs, stated, inspection)
        {
          findings.append(finding)
        }
      }
    }
    findings += inspection.statements(of: .cooperatesWith).filter { position in
      let row = graph.statements[position]
      return !row.statesPairs && row.basis.isEmpty
        && inspection.footprints.contains { inspection.means(row.to, $0.body) }
    }.compactMap { finding($0, inspection) }
    return .findings(findings)
  }

  private func finding(
    _ footprint: Footprint, _ other: BodyIndex, _ rows: [Relationship], _ theirs: Set<BodyIndex>,
    _ statements: [Int], _ inspection: Inspection
  ) -> Finding? {
    let members = Set(rows.map(\.from))
    var witness = Witness()
    witness.relationships =
      rows.map(\.index) + footprint.members.filter { members.contains($0.body) }.map(\.row)
    witness.statements = statements
    let names = Inspection.list(
      Set(
        theirs.map(inspection.name)
          + statements.map { inspection.name(inspection.graph.statements[$0].to) }
      ).sorted(), atMost: 3)
    return inspection.finding(
      about,
      Draft(
        key: [inspection.id(footprint.body), inspection.id(other)], severity: .medium,
        score: Double(members.count), subjects: inspection.byID(members) + [other],
        footprint: footprint.body,
        message: "\(members.count) \(members.count == 1 ? "member" : "members") of "
          + "\(inspection.title(footprint)) also \(members.count == 1 ? "belongs" : "belong") to "
          + "\(inspection.name(other)), which answers to \(names).",
        explanation: "Two plans for the same bodies have different masters, and nothing on record "
          + "says which comes first.",
        witness: witness,
        clearedBy: "one plan, or a rule that says which of the two gives way"))
  }

  private func finding(_ statement: Int, _ inspection: Inspection) -> Finding? {
    let row = inspection.graph.statements[statement]
    var witness = Witness()
    witness.statements = [statement]
    return inspection.finding(
      about,
      Draft(
        key: [inspection.name(statement).split(separator: " ").joined(separator: "+")],
        severity: .medium, score: Double(inspection.footprints.count),
        message: "\(inspection.name(row.from).capitalisedFirst) and \(inspection.name(row.to)) "
          + "overlap, and which of the two comes first is not laid down.",
        explanation: (row.evidence.note ?? "The graph says that they overlap, not where.")
          + " Which of them share which area is not recorded.",
        witness: witness,
        clearedBy: "a rule that says which of the two gives way",
        doubts: ["which of them overlap is not recorded"]))
  }
}
