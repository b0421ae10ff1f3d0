import GovernanceModel

/// Rules of one and the same setter that undo each other.
struct ContradictoryInstruments: Rule {
  let about = RuleDescription(
    "contradictory-instruments",
    finds: "Rules set by the same bodies pull one body in opposite directions on the same metric.",
    definition: """
      As conflicting-principals, but the two incentives were set by the same bodies: not two \
      principals, but one of two minds.
      """,
    score: "Strength of i's times strength of j's, 4 to 9. Medium.",
    limits: "One rule may be meant to soften the other, as a discount softens a price.")

  func find(in inspection: Inspection) -> RuleResult {
    guard !inspection.graph.incentives.isEmpty else {
      return .noData("the graph records no incentives")
    }
    return .findings(
      inspection.pullsBothWays().filter(\.isOfOneSetter).compactMap { pull in
        finding(pull, inspection)
      })
  }

  private func finding(_ pull: PullBothWays, _ inspection: Inspection) -> Finding? {
    let graph = inspection.graph
    let metric = graph.metrics[pull.metric]
    var witness = Witness()
    witness.incentives = pull.more + pull.less
    let setters = inspection.names(graph.incentives[pull.more[0]].setBy)
    let pulls = inspection.verb("pulls", "pull", for: graph.incentives[pull.more[0]].setBy)
    return inspection.finding(
      about,
      Draft(
        key: [metric.id] + pull.key(inspection), severity: .medium,
        score: Double(
          (pull.more.map(graph.weight).max() ?? 0) * (pull.less.map(graph.weight).max() ?? 0)),
        places: pull.places,
        message:
          "\(setters.capitalisedFirst) \(pulls) \(inspection.name(pull.narrower)) towards more "
          + "\(metric.name) by one rule and towards less by another.",
        explanation: "Towards more: \(inspection.instrumentNames(pull.more)). Towards less: "
          + "\(inspection.instrumentNames(pull.less)). "
          + "\(inspection.reasons(pull.more + pull.less)) If the one was made to soften the other, "
          + "this is a price and not a contradiction.",
        witness: witness,
        clearedBy: "one rule in place of two: "
          + inspection.instrumentNames(pull.more + pull.less)))
  }
}
