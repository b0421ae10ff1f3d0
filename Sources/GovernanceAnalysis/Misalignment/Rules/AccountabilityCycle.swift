import GovernanceModel

/// Bodies that answer to each other in a circle.
struct AccountabilityCycle: Rule {
  let about = RuleDescription(
    "accountability-cycle",
    finds: "Bodies answer to each other in a circle, so that none has the last word.",
    definition: """
      A strongly connected component of two bodies or more of the lines of accountability on \
      statutory, managerial, political or unrecorded bases (Tarjan 1972).
      """,
    score: "The number of bodies in the circle. High.",
    limits: "A circle may be meant, as where members choose the board that directs them.")

  func find(in inspection: Inspection) -> RuleResult {
    guard !inspection.lines(of: .accountableTo).isEmpty else {
      return .noData("no line of accountability is recorded")
    }
    return .findings(
      inspection.network.cycles.compactMap { finding(inspection.byID($0), inspection) })
  }

  private func finding(_ bodies: [BodyIndex], _ inspection: Inspection) -> Finding? {
    let graph = inspection.graph
    let circle = Set(bodies)
    var witness = Witness()
    witness.relationships = bodies.flatMap { body in
      graph.relationships(from: body, kind: .accountableTo, at: inspection.moment)
        .filter { circle.contains($0.to) && $0.basis.isFollowed(by: inspection.network.basis) }
        .map(\.index)
    }
    let names = bodies.map(inspection.name)
    return inspection.finding(
      about,
      Draft(
        key: [graph.id(of: bodies[0])], severity: .high, score: Double(bodies.count),
        subjects: bodies,
        message: "\(Inspection.list(names, atMost: 5)) answer to each other in a circle.",
        explanation:
          "From each of the \(bodies.count) a route leads back to itself. Whoever is to be "
          + "held to account is also among those who hold to account.",
        witness: witness,
        clearedBy: "the end of one line of the circle, or its change from accountability to advice")
    )
  }
}
