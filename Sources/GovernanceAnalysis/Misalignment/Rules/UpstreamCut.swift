import GovernanceModel

/// Savings in one place that cost another.
struct UpstreamCut: Rule {
  let about = RuleDescription(
    "upstream-cut",
    finds: "One body is made to spend less on what spares another costs.",
    definition: """
      An incentive on x, at least moderate, to have less of m1, set by p1; an effect of m1 on m2, not \
      by crowding out, whose cost falls on y ≠ x; y answers on statutory, managerial or political \
      lines to somebody, and to none of p1.
      """,
    score: "Its strength, 1 to 3. High.",
    limits: "The size of the effect, and when it shows, are not known. Effects are mostly inferred."
  )

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let effects = graph.effects.indices.filter {
      graph.effects[$0].way == .causes && !graph.effects[$0].borneBy.isEmpty
    }
    guard !effects.isEmpty else { return .noData("no effect is recorded with who bears its cost") }
    var findings: [Finding] = []
    for effect in effects {
      let row = graph.effects[effect]
      let cuts = inspection.incentives.on(metric: row.from, sign: -1, atLeast: .moderate)
        .filter { !graph.incentives[$0].setBy.isEmpty }
      for group in inspection.incentives.byHolder(cuts) {
        if let finding = finding(effect, group.holder, group.incentives, inspection) {
          findings.append(finding)
        }
      }
    }
    return .findings(findings)
  }

  /// The first body, by id, that bears the cost and answers to none of those who set one of some
  /// incentives, with those that they are.
  ///
  /// Complexity: O(V · incentives).
  private func payer(
    of effect: Effect, _ holder: IncentiveHolder, _ incentives: [Int], _ inspection: Inspection
  ) -> (BodyIndex, [Int])? {
    let graph = inspection.graph
    // Decided once for each kind.
    let own = Membership(holder, inspection)
    let bearers = effect.borneBy.map { Membership($0, inspection) }.filter(\.isKnown)
    let payers = inspection.openBodies.filter { body in
      bearers.contains { $0.contains(body) } && !own.contains(body)
    }
    for body in inspection.byID(payers) {
      let principals = inspection.network.principals(of: body)
      let cuts = incentives.filter { position in
        !graph.incentives[position].setBy.contains { setter in
          principals.contains { inspection.means(setter, $0) }
        }
      }
      if !principals.isEmpty, !cuts.isEmpty { return (body, cuts) }
    }
    return nil
  }

  private func finding(
    _ effect: Int, _ holder: IncentiveHolder, _ incentives: [Int], _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    let row = graph.effects[effect]
    guard inspection.firstOpen(where: { inspection.means(holder, $0) }) != nil,
      let (payer, cuts) = payer(of: row, holder, incentives, inspection)
    else { return nil }
    let principals = inspection.network.principals(of: payer)
    var witness = Witness()
    witness.incentives = cuts
    witness.effects = [effect]
    let (first, second) = (graph.metrics[row.from].name, graph.metrics[row.to].name)
    let more = row.sign == .negative ? "more" : "less"
    let makers = cuts.flatMap { graph.incentives[$0].setBy }
    let setters = Inspection.list(Set(makers.map(inspection.name)).sorted())
    return inspection.finding(
      about,
      Draft(
        key: [inspection.name(effect: effect), inspection.key(holder)], severity: .high,
        score: Double(cuts.map(graph.weight).max() ?? 0),
        message:
          "\(setters.capitalisedFirst) \(inspection.verb("moves", "move", for: makers)) "
          + "\(inspection.name(holder)) towards less \(first); the cost, \(more) \(second), falls on "
          + "\(inspection.names(row.borneBy)).",
        explanation: "\(inspection.reasons(cuts)) \(row.evidence.note ?? "") "
          + "\(inspection.name(payer)), for one, answers to "
          + "\(Inspection.list(principals.map(inspection.name).sorted(), atMost: 3)), who are "
          + "not on record as setting the rule. Were the effect small, so would the cost be.",
        witness: witness,
        clearedBy: "one purse for both, or a payment from those who save to those who bear the cost"
      ))
  }
}
