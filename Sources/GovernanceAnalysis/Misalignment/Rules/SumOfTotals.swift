import GovernanceModel

/// A system total that is nothing but the members' own totals added up.
struct SumOfTotals: Rule {
  let about = RuleDescription(
    "sum-of-totals",
    finds: "A footprint is judged on a total that is only its members' totals added up.",
    definition: """
      An incentive in force on footprint S whose target is made of those of its members \
      ('aggregation' is 'sum-of-members'). Incentives on members to have more of a metric with S's \
      metric as its system metric are named with it.
      """,
    score: "The number of footprints. High.",
    limits: """
      That members keep their own totals follows from the word; where no duty of theirs is recorded \
      on the date the finding is provisional.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard graph.incentives.contains(where: { $0.aggregation != nil }) else {
      return .noData("no target is recorded as made of others")
    }
    let sums = inspection.incentives.inForce.filter {
      graph.incentives[$0].aggregation == .sumOfMembers
    }
    return .findings(sums.compactMap { finding($0, inspection) })
  }

  private func finding(_ sum: Int, _ inspection: Inspection) -> Finding? {
    let graph = inspection.graph
    let held = inspection.footprints.filter { inspection.bears(sum, on: $0.body) }
    guard let first = held.first else { return nil }
    let own = inspection.incentives.inForce.filter { position in
      let incentive = graph.incentives[position]
      return incentive.direction.sign > 0
        && graph.metrics[incentive.metric].systemMetric == graph.incentives[sum].metric
        && first.bodies.contains { inspection.bears(position, on: $0) }
    }
    var witness = Witness()
    witness.incentives = [sum] + own
    let name = graph.metrics[graph.incentives[sum].metric].name
    return inspection.finding(
      about,
      Draft(
        key: [graph.incentives[sum].id], severity: .high, score: Double(held.count),
        places: held.map { Finding.Place(footprint: $0.body, members: $0.bodies) },
        message: "The \(name) that \(inspection.share(of: held.count)) must reach is only the "
          + "members' own totals added up, so no member may miss its own for the good of all.",
        explanation: "\(graph.incentives[sum].instrument): "
          + "\(graph.incentives[sum].reason ?? "it is made of the members' targets.") "
          + (own.isEmpty ? "" : "Members are held to \(inspection.instruments(own)). ")
          + "Were members let off their own totals when the whole is met, this would go.",
        witness: witness, clearedBy: "a joint total that members may reach in more ways than one",
        doubts: own.isEmpty
          ? ["that members keep totals of their own is not recorded for the date"] : []))
  }
}
