import GovernanceModel

/// A footprint of which something is demanded, and to which nothing is paid.
struct UnfundedMandate: Rule {
  let about = RuleDescription(
    "unfunded-mandate",
    finds: "A footprint is asked for results and gets no money to bring them about.",
    definition: """
      Footprint S is overseen, or an incentive set by others bears on it, at the moment; no funding \
      row that says who is paid leads to S.
      """,
    score: "The number of bodies that ask something of it. High.",
    limits: """
      Members may lend people and money, which the graph does not count. Shares that are only \
      indicated, and statements whose pairs are not recorded, are not payments.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard !inspection.footprints.isEmpty else { return .noData("the graph has no footprints") }
    return .findings(
      inspection.footprints.compactMap { footprint in
        let body = footprint.body
        let overseers = graph.relationships(to: body, kind: .oversees, at: inspection.moment)
        let asked = inspection.incentives.inForce.filter {
          inspection.bears($0, on: body) && graph.incentives[$0].direction != .none
            && !graph.incentives[$0].setBy.isEmpty
        }
        guard !overseers.isEmpty || !asked.isEmpty,
          graph.relationships(to: body, kind: .funds, at: inspection.moment).isEmpty
        else { return nil }
        return finding(footprint, overseers, asked, inspection)
      })
  }

  private func finding(
    _ footprint: Footprint, _ overseers: [Relationship], _ asked: [Int], _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    let askers =
      overseers.map { IncentiveHolder.body($0.from) } + asked.flatMap { graph.incentives[$0].setBy }
    let names = Set(askers.map(inspection.name)).sorted()
    var witness = Witness()
    witness.relationships = overseers.map(\.index)
    witness.incentives = asked
    witness.absent = [
      Witness.Absence(to: footprint.body, kind: .funds, searched: "payments to it on the date")
    ]
    let name = inspection.title(footprint)
    return inspection.finding(
      about,
      Draft(
        key: [graph.id(of: footprint.body)], severity: .high, score: Double(names.count),
        subjects: [footprint.body], footprint: footprint.body,
        message:
          "\(Inspection.list(names).capitalisedFirst) \(inspection.verb("asks", "ask", for: askers)) "
          + "\(name) for a plan and results, and no payment to it is on record.",
        explanation: asked.isEmpty
          ? "It is overseen, and every payment in the graph goes to others."
          : "It is judged by \(inspection.instruments(asked)), and every payment in the graph goes to "
            + "others. If its members lend it what it needs, the want is theirs.",
        witness: witness,
        clearedBy: "a budget of its own, or a demand addressed to those who have one"))
  }
}
