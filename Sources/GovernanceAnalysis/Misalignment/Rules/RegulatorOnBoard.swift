import GovernanceModel

/// A regulator at the table of those it has to judge.
struct RegulatorOnBoard: Rule {
  let about = RuleDescription(
    "regulator-on-board", patterns: ["P21"],
    finds:
      "An overseer is a member of a body that it oversees, or of one whose members it oversees.",
    definition: """
      reg is a member of S (or of a board of S's own) and oversees S, or a member of S, by a row in \
      force.
      """,
    score: "The number of members that it oversees. Low.",
    limits: "Attendance without membership counts only where the graph records it as membership.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let overseen = Dictionary(
      grouping: inspection.lines(of: .oversees).map { graph[$0] }, by: \.from)
    guard !overseen.isEmpty else { return .noData("no oversight is recorded") }
    let memberships = inspection.lines(of: .memberOf).map { graph[$0] }
    let members = Dictionary(grouping: memberships, by: \.to)
    return .findings(
      memberships.filter { overseen[$0.from] != nil }.compactMap { membership in
        let whole = graph.owner(of: membership.to) ?? membership.to
        let judged = Set(
          ((members[whole] ?? []) + (members[membership.to] ?? [])).map(\.from) + [
            whole, membership.to,
          ])
        let rows = overseen[membership.from]!.filter {
          judged.contains($0.to) && $0.to != membership.from
        }
        guard !rows.isEmpty else { return nil }
        var witness = Witness()
        witness.relationships = [membership.index] + rows.map(\.index)
        let (regulator, board) = (inspection.name(membership.from), inspection.name(membership.to))
        return inspection.finding(
          about,
          Draft(
            key: [inspection.id(membership.from), inspection.id(membership.to)], severity: .low,
            score: Double(rows.count), subjects: [membership.from, membership.to],
            message: "\(regulator) sits on \(board) and oversees \(rows.count) of those concerned.",
            explanation: "It helps to make the plan that it has to judge. Were its part only to "
              + "listen, it could still judge freely.",
            witness: witness, clearedBy: "a seat without a vote, or an assessor from elsewhere"))
      })
  }
}
