import GovernanceModel

/// A regulator at the table of those it has to judge.
struct RegulatorOnBoard: Rule {
  let about = RuleDescription(
    "regulator-on-board",
    finds:
      "An overseer is a member of a body that it oversees, or of one whose members it oversees.",
    definition: """
      reg is a member of S (or of a board of S's own) and oversees S, or a member of S, by a row in \
      force.
      """,
    score: "The number of members that it oversees. Low.",
    limits: """
      Attendance without membership counts only where the graph records it as membership. Of more \
      than a thousand such seats those of a board are one finding.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let overseen = Dictionary(grouping: ties(.oversees, inspection), by: \.from)
    guard !overseen.isEmpty else { return .noData("no oversight is recorded") }
    let memberships = ties(.memberOf, inspection)
    let members = Dictionary(grouping: memberships, by: \.to)
    // Bodies have many members, and some of them many overseers: once for each body.
    var judgedAt: [BodyIndex: Set<BodyIndex>] = [:]
    func concerned(at body: BodyIndex) -> Set<BodyIndex> {
      if let known = judgedAt[body] { return known }
      let whole = graph.owner(of: body) ?? body
      let found = Set(
        ((members[whole] ?? []) + (members[body] ?? [])).map(\.from) + [whole, body])
      judgedAt[body] = found
      return found
    }
    let seats = memberships.filter { overseen[$0.from] != nil }
    if seats.count > Self.mostSingly {
      let boards = Dictionary(grouping: seats, by: \.to)
      return .findings(
        inspection.byID(boards.keys).compactMap { board in
          finding(board, boards[board]!, overseen, concerned(at: board), inspection)
        })
    }
    var seen: Set<[BodyIndex]> = []
    return .findings(
      seats.compactMap { membership in
        // Two rows for one seat are one finding.
        guard seen.insert([membership.from, membership.to]).inserted else { return nil }
        let judged = concerned(at: membership.to)
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
            message: "\(regulator) sits on \(board) and oversees "
              + "\(Set(rows.map(\.to)).count) of those concerned.",
            explanation: "It helps to make the plan that it has to judge. Were its part only to "
              + "listen, it could still judge freely.",
            witness: witness, clearedBy: "a seat without a vote, or an assessor from elsewhere"))
      })
  }

  /// A line and its ends, without all else that is recorded of it.
  private struct Tie {
    let index: RelationshipIndex
    let from: BodyIndex
    let to: BodyIndex
  }

  private func ties(_ kind: RelationshipKind, _ inspection: Inspection) -> [Tie] {
    var ties: [Tie] = []
    inspection.graph.forEachLine(
      of: kind, at: inspection.moment, open: inspection.isOpen
    ) { row, from, to in
      ties.append(
        Tie(index: RelationshipIndex(row), from: BodyIndex(raw: from), to: BodyIndex(raw: to)))
    }
    return ties
  }

  /// How many seats are told one by one; of more than that, board by board.
  private static let mostSingly = 1000

  private func finding(
    _ board: BodyIndex, _ seats: [Tie], _ overseen: [BodyIndex: [Tie]],
    _ judged: Set<BodyIndex>, _ inspection: Inspection
  ) -> Finding? {
    let regulators = seats.filter { seat in
      overseen[seat.from]!.contains { judged.contains($0.to) && $0.to != seat.from }
    }.map { (inspection.id($0.from), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    guard let first = regulators.first else { return nil }
    let rows = overseen[first.from]!.filter { judged.contains($0.to) && $0.to != first.from }
    var witness = Witness()
    witness.relationships = [first.index] + rows.map(\.index)
    return inspection.finding(
      about,
      Draft(
        key: ["every", inspection.id(board)], severity: .low, score: Double(regulators.count),
        subjects: [board],
        message: "\(regulators.count) \(regulators.count == 1 ? "member" : "members") of "
          + "\(inspection.name(board)) \(regulators.count == 1 ? "oversees" : "oversee") others of "
          + "those concerned, \(inspection.name(first.from)) among them.",
        explanation: "They help to make the plan that they have to judge.",
        witness: witness, clearedBy: "seats without a vote, or assessors from elsewhere"))
  }
}
