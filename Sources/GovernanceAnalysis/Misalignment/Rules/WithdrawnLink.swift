import GovernanceModel

/// A rule that was announced and dropped, or suspended.
struct WithdrawnLink: Rule {
  let about = RuleDescription(
    "withdrawn-link",
    finds: "A rule that plans were built on was dropped or suspended.",
    definition: """
      An incentive in force whose row says that it was withdrawn, on or before the date. Rows of one \
      instrument and setter are one finding.
      """,
    score: "The number of rows. Medium.",
    limits: "Whether a plan still relies on it is not recorded.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard graph.incentives.contains(where: { $0.withdrawn != nil }) else {
      return .noData("no incentive is recorded as withdrawn")
    }
    let rows = inspection.incentives.inForce.filter {
      graph.incentives[$0].withdrawn.map {
        Period(start: $0).holds(at: inspection.moment)
      } ?? false
    }
    let groups = Dictionary(grouping: rows) { graph.incentives[$0].instrument }
    return .findings(
      groups.sorted { $0.key < $1.key }.compactMap { instrument, rows in
        let first = graph.incentives[rows[0]]
        var witness = Witness()
        witness.incentives = rows
        let holders = Inspection.list(
          Set(rows.map { inspection.name(graph.incentives[$0].holder) }).sorted())
        let metrics = Inspection.list(
          Set(rows.map { graph.metrics[graph.incentives[$0].metric].name }).sorted())
        return inspection.finding(
          about,
          Draft(
            key: [first.id], severity: .medium, score: Double(rows.count),
            message: "“\(instrument)”, by which \(inspection.names(first.setBy)) moved \(holders) "
              + "on \(metrics), was dropped or suspended \(Inspection.day(first.withdrawn!)).",
            explanation: inspection.reasons(rows)
              + " Plans made before may still count on it; whether any does is not recorded.",
            witness: witness, period: Period(start: first.withdrawn),
            clearedBy: "the rule is restored, or replaced by another"))
      })
  }
}
