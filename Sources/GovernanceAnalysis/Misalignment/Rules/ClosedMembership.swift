import GovernanceModel

/// Members of what is no more, or no longer there to be members.
struct ClosedMembership: Rule {
  let about = RuleDescription(
    "closed-membership",
    finds: "A membership is recorded for a day on which one of the two is not open.",
    definition: """
      A row 'member-of' whose own dates cover the date while the member or the body does not; a row \
      without any date of its own is not found. Grouped by the body.
      """,
    score: "The number of memberships. Low.",
    limits: "Answers leave such memberships out already; the finding is about the record.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard inspection.moment.date != nil else { return .noData("the question is asked of no date") }
    var rows: [BodyIndex: [RelationshipIndex]] = [:]
    var count = 0
    let always = [Bool](repeating: true, count: graph.bodyCount)
    graph.forEachLine(of: .memberOf, at: inspection.moment, open: always) { row, from, to in
      count += 1
      guard !inspection.isOpen[Int(from)] || !inspection.isOpen[Int(to)] else { return }
      let period = graph.period(of: RelationshipIndex(row))
      guard period.start != nil || period.end != nil else { return }
      rows[BodyIndex(raw: to), default: []].append(RelationshipIndex(row))
    }
    guard count > 0 else { return .noData("the graph records no memberships") }
    return .findings(
      inspection.byID(rows.keys).compactMap { body in
        var witness = Witness()
        witness.relationships = rows[body]!
        let members = Inspection.list(
          rows[body]!.map { inspection.name(graph[$0].from) }.sorted(), atMost: 3)
        return inspection.finding(
          about,
          Draft(
            key: [inspection.id(body)], severity: .low, score: Double(rows[body]!.count),
            subjects: [body],
            message: "\(members) \(rows[body]!.count == 1 ? "is" : "are") recorded in "
              + "\(inspection.name(body)) on a day on which one of the two is not open.",
            explanation:
              "The membership outlasts one of its ends. A successor may have taken it over.",
            witness: witness,
            clearedBy: "an end of the membership, or the membership of the successor"))
      })
  }
}
