import GovernanceModel

/// Relationships that nobody can check.
struct UnsourcedRelationship: Rule {
  let about = RuleDescription(
    "unsourced-relationship",
    finds: "Relationships are recorded without a source.",
    definition: "A stated relationship in force without a source. Those of a kind are one finding.",
    score: "The number of rows. Low.",
    limits: "A source that is named may still not say it.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    var rows: [KindIndex: (count: Int, first: [RelationshipIndex])] = [:]
    var count = 0
    for kind in graph.relationshipKinds.kinds where kind.broader.isEmpty {
      graph.forEachLine(
        of: RelationshipKind(kind.id), at: inspection.moment, open: inspection.isOpen
      ) { row, _, _ in
        guard row < graph.explicitCount else { return }
        count += 1
        let index = RelationshipIndex(row)
        guard !graph.isSourced(index) else { return }
        rows[graph.kind(of: index), default: (0, [])].count += 1
        if rows[graph.kind(of: index)]!.first.count < 20 {
          rows[graph.kind(of: index)]!.first.append(index)
        }
      }
    }
    guard count > 0 else { return .noData("the graph records no relationships") }
    return .findings(
      rows.map { (graph.relationshipKinds[$0.key].id, $0.value) }.sorted { $0.0 < $1.0 }.compactMap
      {
        kind, found in
        var witness = Witness()
        witness.relationships = found.first
        return inspection.finding(
          about,
          Draft(
            key: [kind], severity: .low, score: Double(found.count),
            message: Inspection.counted(found.count, "relationship", "relationships")
              + " of the kind '\(kind)' \(found.count == 1 ? "has" : "have") no source.",
            explanation: "What rests on them cannot be checked.",
            witness: witness, clearedBy: "a source for each"))
      })
  }
}
