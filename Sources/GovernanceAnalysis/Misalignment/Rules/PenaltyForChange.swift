import GovernanceModel

/// Those who are to change things, and are punished for the risk of it.
struct PenaltyForChange: Rule {
  let about = RuleDescription(
    "penalty-for-change",
    finds: "Change is rewarded weakly, while everything that is punished is due within the year.",
    definition: """
      On x the strongest incentive to have more of a metric whose purpose is transformation is weak; \
      x has incentives with sanctions (money, intervention, rating) on running metrics, at least \
      moderate, and none of them has a horizon longer than a year.
      """,
    score: "The number of such sanctions. Medium.",
    limits:
      "Horizons that are not recorded are taken to be short, and make the finding provisional.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard graph.metrics.contains(where: { $0.purpose == .transformation }) else {
      return .noData("no metric is recorded as being about transformation")
    }
    let change = inspection.incentives.inForce.filter {
      let incentive = graph.incentives[$0]
      return graph.metrics[incentive.metric].purpose == .transformation
        && incentive.direction == .maximise
    }
    let biting: Set<Incentive.Sanction> = [.money, .intervention, .rating]
    let sanctioned = inspection.incentives.inForce.filter {
      let incentive = graph.incentives[$0]
      return graph.metrics[incentive.metric].purpose == .running && graph.weight($0) >= 2
        && !biting.isDisjoint(with: incentive.sanctions)
    }
    let groups = inspection.incentives.byHolder(change)
    return .findings(groups.compactMap { finding($0.holder, change, sanctioned, inspection) })
  }

  private func finding(
    _ holder: IncentiveHolder, _ change: [Int], _ sanctioned: [Int], _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    let bodies = inspection.representatives.map(\.body).filter { inspection.means(holder, $0) }
    // Of one kind with the fewest rewards for change, so that one example stands for the group.
    guard
      let example = bodies.first(where: { body in
        change.allSatisfy { !inspection.bears($0, on: body) || graph.weight($0) == 1 }
      })
    else { return nil }
    let weak = change.filter { inspection.bears($0, on: example) }
    let hard = sanctioned.filter { position in
      bodies.allSatisfy { inspection.bears(position, on: $0) }
        && weak.contains { graph.coincide($0, position) }
    }
    guard !hard.isEmpty, hard.allSatisfy({ graph.incentives[$0].horizon != .longer }) else {
      return nil
    }
    let open = hard.filter { graph.incentives[$0].horizon == nil }.map { graph.incentives[$0].id }
    var witness = Witness()
    witness.incentives = weak + hard
    let name = inspection.name(holder)
    return inspection.finding(
      about,
      Draft(
        key: [inspection.key(holder)], severity: .medium, score: Double(hard.count),
        message:
          "\(name.capitalisedFirst) \(inspection.verb("gains", "gain", for: [holder])) little from "
          + "change and \(inspection.verb("is", "are", for: [holder])) punished within the year "
          + "for what it may put at risk.",
        explanation: "For change speaks \(inspection.instruments(weak)). Against it stand "
          + "\(inspection.instruments(hard)). If sanctions waited for the end of a change, its risk "
          + "could be taken.",
        witness: witness,
        clearedBy:
          "a stronger reward for change, or a horizon beyond the year for those who change",
        doubts: open.isEmpty
          ? [] : ["when the sanction falls due is not recorded: \(Inspection.list(open))"]))
  }
}
