import GovernanceModel

/// One body whom several masters pull in opposite directions.
struct ConflictingPrincipals: Rule {
  let about = RuleDescription(
    "conflicting-principals",
    finds: "Rules set by different bodies pull one body in opposite directions on the same metric.",
    definition: """
      Incentives i and j on one body, the same metric, opposite directions, both at least moderate, \
      in force on a common day, set by different bodies (the sets of those who set them differ).
      """,
    score: "Strength of i's times strength of j's, 4 to 9. High.",
    limits: """
      Whole kinds are compared. What was set by nobody is left out, and so are rivalrous metrics, \
      where less is a cap. Which way a body goes in the end is not known: the stronger pull is named.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    guard !inspection.graph.incentives.isEmpty else {
      return .noData("the graph records no incentives")
    }
    return .findings(
      inspection.pullsBothWays().filter { !$0.isOfOneSetter }.compactMap { pull in
        finding(pull, inspection)
      })
  }

  private func finding(_ pull: PullBothWays, _ inspection: Inspection) -> Finding? {
    let graph = inspection.graph
    let metric = graph.metrics[pull.metric]
    let who = inspection.name(pull.narrower)
    let (more, less) = (pull.more, pull.less)
    let (up, down) = (more.map(graph.weight).max() ?? 0, less.map(graph.weight).max() ?? 0)
    func setters(_ incentives: [Int]) -> String {
      Inspection.list(
        Set(incentives.flatMap { graph.incentives[$0].setBy.map(inspection.name) }).sorted())
    }
    let verdict =
      up == down
      ? "Neither is judged the stronger."
      : "The pull that is judged the stronger is towards \(up > down ? "more" : "less")."
    var witness = Witness()
    witness.incentives = more + less
    return inspection.finding(
      about,
      Draft(
        key: [metric.id] + pull.key(inspection), severity: .high, score: Double(up * down),
        places: pull.places,
        message: "\(who.capitalisedFirst) "
          + "\(inspection.verb("is", "are", for: [pull.narrower])) pulled towards more "
          + "\(metric.name) by \(setters(more)) (\(inspection.instrumentNames(more))) and towards less by "
          + "\(setters(less)) (\(inspection.instrumentNames(less))).",
        explanation: "Towards more: \(inspection.instruments(more)). Towards less: "
          + "\(inspection.instruments(less)). \(inspection.reasons(more + less)) \(verdict)",
        witness: witness,
        clearedBy: "one of those who set the rules gives way, or they set one rule together: "
          + inspection.instrumentNames(more + less)))
  }
}
