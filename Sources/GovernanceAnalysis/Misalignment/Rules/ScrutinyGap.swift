import GovernanceModel

/// A footprint that no scrutiny reaches.
struct ScrutinyGap: Rule {
  let about = RuleDescription(
    "scrutiny-gap",
    finds: "Nobody scrutinises a footprint, though members of it are scrutinised one by one.",
    definition: """
      No row of the kind 'scrutinises', and no statement about its kind, leads to footprint S, to a \
      board, committee or post of its own, at the moment.
      """,
    score: "The number of members that are scrutinised (statements about kinds included). High.",
    limits: "Scrutiny in fact, without a line, is not seen; nor is what is done in public.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard !inspection.footprints.isEmpty else { return .noData("the graph has no footprints") }
    let statements = inspection.statements(of: .scrutinises)
    let lines = inspection.lines(of: .scrutinises)
    guard !statements.isEmpty || !lines.isEmpty else {
      return .noData("the graph records no scrutiny at all")
    }
    let reached = Set(lines.map { graph[$0].to })
    func statement(on body: BodyIndex) -> Int? {
      statements.first { inspection.means(graph.statements[$0].to, body) }
    }
    let own = inspection.owned
    return .findings(
      inspection.footprints.compactMap { footprint in
        let bodies = [footprint.body] + (own[footprint.body] ?? [])
        guard !bodies.contains(where: { reached.contains($0) || statement(on: $0) != nil }) else {
          return nil
        }
        let scrutinised = footprint.bodies.filter {
          reached.contains($0) || statement(on: $0) != nil
        }
        let used = Set(scrutinised.compactMap(statement))
        return finding(footprint, scrutinised, used.sorted(), inspection)
      })
  }

  private func finding(
    _ footprint: Footprint, _ scrutinised: [BodyIndex], _ statements: [Int],
    _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    var witness = Witness()
    witness.statements = statements
    witness.absent = [
      Witness.Absence(
        to: footprint.body, kind: .scrutinises,
        searched: "scrutiny of the footprint and of its own board and posts")
    ]
    let forums = Set(statements.map { inspection.name(graph.statements[$0].from) }).sorted()
    let name = inspection.title(footprint)
    return inspection.finding(
      about,
      Draft(
        key: [graph.id(of: footprint.body)], severity: .high, score: Double(scrutinised.count),
        subjects: [footprint.body], footprint: footprint.body,
        message: "No scrutiny on record reaches the plan of \(name)"
          + (scrutinised.isEmpty
            ? ", nor any of its members."
            : "; it reaches \(scrutinised.count) of its \(footprint.members.count) members, one at "
              + "a time."),
        explanation: forums.isEmpty
          ? "Elsewhere in the graph scrutiny is recorded; here nothing is."
          : "\(Inspection.list(forums).capitalisedFirst) can question single members on what they do "
            + "themselves. What is decided between them has no forum in which it must be explained.",
        witness: witness,
        clearedBy: "a joint scrutiny committee over the footprint's plan"))
  }
}
