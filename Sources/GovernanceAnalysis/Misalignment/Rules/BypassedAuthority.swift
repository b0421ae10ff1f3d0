import GovernanceModel

/// A decision taken elsewhere than by those whose duty it stays.
struct BypassedAuthority: Rule {
  let about = RuleDescription(
    "bypassed-authority",
    finds: "A decision moved to others, while the duty stayed where it was.",
    definition: """
      A row of 'decisions' in force by which z decides or proposes what stays the duty of x ≠ z, where \
      no z has x, or a statutory principal of x, among those it answers to on any basis.
      """,
    score: "2 where z decides, 1 where it proposes. Medium.",
    limits: "Consent given in practice is not seen.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard graph.decisions.contains(where: { !$0.dutyOf.isEmpty }) else {
      return .noData("no decision is recorded with whose duty it stays")
    }
    return .findings(
      graph.decisions.indices.filter { position in
        let decision = graph.decisions[position]
        return decision.period.holds(at: inspection.moment) && !decision.dutyOf.isEmpty
          && (decision.part == .decides || decision.part == .proposes)
          && isBypassed(decision, inspection)
      }.compactMap { finding($0, inspection) })
  }

  private func isBypassed(_ decision: DecisionRight, _ inspection: Inspection) -> Bool {
    let graph = inspection.graph
    func bodies(_ holders: [IncentiveHolder]) -> Set<BodyIndex> {
      Set(holders.flatMap { graph.bodies(meantBy: $0, at: inspection.moment) ?? [] })
    }
    let (deciders, owners) = (bodies(decision.deciders), bodies(decision.dutyOf))
    guard !deciders.isEmpty, !owners.isEmpty, deciders.isDisjoint(with: owners) else {
      return false
    }
    var answerable = owners
    for owner in owners {
      for line in graph.relationships(from: owner, kind: .accountableTo, at: inspection.moment)
      where line.basis.contains(.statutory) {
        answerable.insert(line.to)
      }
    }
    return deciders.allSatisfy { decider in
      inspection.everyLine.superiors(of: decider).allSatisfy { !answerable.contains($0) }
    }
  }

  private func finding(_ position: Int, _ inspection: Inspection) -> Finding? {
    let decision = inspection.graph.decisions[position]
    var witness = Witness()
    witness.decisions = [position]
    let (deciders, owners) = (
      inspection.names(decision.deciders), inspection.names(decision.dutyOf)
    )
    let verb = decision.part == .decides ? "decided" : "proposed"
    return inspection.finding(
      about,
      Draft(
        key: [decision.id], severity: .medium, score: decision.part == .decides ? 2 : 1,
        message:
          "“\(decision.subject)” is \(verb) by \(deciders) and stays the duty of \(owners), to whom "
          + "no line on record makes \(inspection.verb("it", "them", for: decision.deciders)) "
          + "answer.",
        explanation: (decision.evidence.note ?? "The duty did not move with the decision.")
          + " Were those who keep the duty free to refuse, it would only be advice.",
        witness: witness, clearedBy: "the duty moves with the decision, or the decision moves back")
    )
  }
}
