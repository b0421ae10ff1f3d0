import GovernanceModel

/// A promise that is rewarded before anybody sees what it came to.
struct AssessedOnPlan: Rule {
  let about = RuleDescription(
    "assessed-on-plan",
    finds: "A body is judged on what it plans, and by nobody on what comes of it.",
    definition: """
      An incentive in force on x that is assessed on the plan, and none in force on x on the same \
      metric that is assessed on the outturn.
      """,
    score: "Its strength, 1 to 3. Medium.",
    limits: "An assessment that is not recorded may be of the outturn.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard graph.incentives.contains(where: { $0.assessedOn != nil }) else {
      return .noData("no incentive is recorded with what it is assessed on")
    }
    let inForce = inspection.incentives.inForce
    return .findings(
      inForce.filter { graph.incentives[$0].assessedOn == .plan }.compactMap { position in
        let incentive = graph.incentives[position]
        guard let example = inspection.firstOpen(where: { inspection.bears(position, on: $0) }),
          !inForce.contains(where: {
            graph.incentives[$0].assessedOn == .outturn
              && graph.incentives[$0].metric == incentive.metric
              && inspection.bears($0, on: example) && graph.coincide($0, position)
          })
        else { return nil }
        var witness = Witness()
        witness.incentives = [position]
        let who = inspection.name(incentive.holder)
        let setters = inspection.names(incentive.setBy)
        return inspection.finding(
          about,
          Draft(
            key: [incentive.id], severity: .medium, score: Double(graph.weight(position)),
            message:
              "\(setters.capitalisedFirst) "
              + "\(inspection.verb("judges", "judge", for: incentive.setBy)) \(who) on the "
              + "\(graph.metrics[incentive.metric].name) that "
              + "\(inspection.verb("it plans", "they plan", for: [incentive.holder])); no judgement "
              + "of what comes of it is on record.",
            explanation: "\(incentive.instrument): "
              + "\((incentive.reason ?? "it looks at the plan").endingSentence) "
              + "Where only the plan counts, a bold one costs nothing. Were the outturn to be judged "
              + "later, and were that believed, plans would be sober.",
            witness: witness, clearedBy: "an assessment of the outturn on the same metric"))
      })
  }
}
