import GovernanceModel

/// What is weakly asked for, beside what is strongly asked for at its cost.
struct CrowdedOut: Rule {
  let about = RuleDescription(
    "crowded-out",
    finds:
      "A strong incentive on one thing takes the effort from another that is weakly asked for.",
    definition: """
      On x a strong incentive on m1, and to have more of m2, in force on a common day, only weak \
      ones, at least one; an effect by which m1 crowds out m2, for x. Where the effect names those it \
      holds for, no incentive of theirs on m2 at all will do, and they need not be listed one by one.
      """,
    score: "The number of strong incentives on m1. High.",
    limits: """
      Where nothing at all is recorded on m2 the pair is found only for those whom an effect names. \
      After Holmström and Milgrom (1991).
      """)

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let effects = graph.effects.indices.filter { graph.effects[$0].way == .crowdsOut }
    guard !effects.isEmpty else {
      return .noData("no metric is recorded as crowding out another")
    }
    return .findings(
      effects.flatMap { effect -> [Finding] in
        let row = graph.effects[effect]
        let inForce = inspection.incentives.inForce.filter {
          graph.incentives[$0].direction.sign != 0
        }
        let strong = inForce.filter {
          graph.incentives[$0].metric == row.from && graph.incentives[$0].strength == .strong
        }
        let crowded = inForce.filter {
          graph.incentives[$0].metric == row.to && graph.incentives[$0].direction == .maximise
        }
        if let unasked = unasked(effect, strong, crowded, inspection) { return [unasked] }
        return inspection.incentives.byHolder(crowded).compactMap { group in
          guard
            let example = inspection.firstOpen(where: { body in
              group.incentives.contains { inspection.bears($0, on: body) }
                && strong.contains { inspection.bears($0, on: body) }
                && (row.holder.map { inspection.means($0, body) } ?? true)
            })
          else { return nil }
          let weak = crowded.filter { inspection.bears($0, on: example) }
          let pulls = strong.filter { position in
            inspection.bears(position, on: example)
              && weak.contains { graph.coincide($0, position) }
          }
          guard weak.allSatisfy({ graph.weight($0) == 1 }), !pulls.isEmpty else { return nil }
          return finding(effect, group.holder, weak, pulls, inspection)
        }
      })
  }

  /// For whom the effect holds by name, who are strongly held to the one and to the other not at all.
  private func unasked(
    _ effect: Int, _ strong: [Int], _ crowded: [Int], _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    guard let holder = graph.effects[effect].holder else { return nil }
    let own = strong.filter { graph.incentives[$0].holder == holder }
    // An incentive on any kind of theirs, or on any of them, is one.
    let kinds = graph.expression(of: holder).map { expression in
      graph.bodyKinds.kinds.indices.map { expression.matches(KindIndex($0), in: graph.bodyKinds) }
    }
    let isAsked = crowded.contains { position in
      let other = graph.incentives[position].holder
      if other == holder { return true }
      guard let kinds, let expression = graph.expression(of: other) else {
        return inspection.firstOpen {
          inspection.means(holder, $0) && inspection.bears(position, on: $0)
        } != nil
      }
      return kinds.indices.contains {
        kinds[$0] && expression.matches(KindIndex($0), in: graph.bodyKinds)
      }
    }
    return own.isEmpty || isAsked ? nil : finding(effect, holder, [], own, inspection)
  }

  private func finding(
    _ effect: Int, _ holder: IncentiveHolder, _ weak: [Int], _ strong: [Int],
    _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    let row = graph.effects[effect]
    var witness = Witness()
    witness.effects = [effect]
    witness.incentives = weak + strong
    let who = inspection.name(holder)
    return inspection.finding(
      about,
      Draft(
        key: [inspection.name(effect: effect), inspection.key(holder)], severity: .high,
        score: Double(strong.count),
        message: "\(who.capitalisedFirst) \(inspection.verb("is", "are", for: [holder])) strongly "
          + "held to account for \(graph.metrics[row.from].name) and "
          + (weak.isEmpty ? "by no rule on record" : "only weakly")
          + " for \(graph.metrics[row.to].name), which it crowds out.",
        explanation: "Strongly: \(inspection.instruments(strong)). "
          + (weak.isEmpty ? "" : "Weakly: \(inspection.instruments(weak)). ")
          + (row.evidence.note.map { $0.endingSentence + " " } ?? "")
          + "What is measured hard draws effort from what is not; were "
          + "the two served by the same work, neither would suffer.",
        witness: witness,
        clearedBy: "incentives of like strength on both, or a weaker one on "
          + graph.metrics[row.from].name))
  }
}
