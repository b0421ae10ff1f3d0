import GovernanceModel

/// A leader to whom most of those led do not answer.
struct LeadWithoutAuthority: Rule {
  let about = RuleDescription(
    "lead-without-authority",
    finds: "Most members of a footprint do not answer to whoever leads it.",
    definition: """
      For l that leads footprint S with members R: the gap is the share of R from which no route of \
      statutory, contractual or managerial lines (or lines of unrecorded basis) leads to l. Found \
      above one half.
      """,
    score: "The gap, from 0 to 1. Critical.",
    limits: "A lead may have influence without a line: by standing, money to share, or patience.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let leads = inspection.lines(of: .leads).map { graph[$0] }
    guard !leads.isEmpty else { return .noData("nobody is recorded as leading anybody") }
    let footprints = Dictionary(
      uniqueKeysWithValues: inspection.footprints.map { ($0.body, $0) })
    var findings: [Finding] = []
    for line in leads {
      guard let footprint = footprints[line.to] else { continue }
      guard let gap = inspection.gap(of: line.from, in: footprint),
        gap.outside.count * 2 > gap.members
      else { continue }
      if let finding = finding(line, footprint, gap.outside, of: gap.members, inspection) {
        findings.append(finding)
      }
    }
    return .findings(findings)
  }

  private func finding(
    _ line: Relationship, _ footprint: Footprint, _ outside: [BodyIndex], of count: Int,
    _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    var witness = Witness()
    witness.relationships = [line.index] + footprint.members.map(\.row)
    witness.absent = outside.map {
      Witness.Absence(
        from: $0, to: line.from, kind: .accountableTo,
        searched: "routes of statutory, contractual or managerial lines")
    }
    let consents = graph.decisions.indices.filter { position in
      let decision = graph.decisions[position]
      return decision.part == .consents && decision.period.holds(at: inspection.moment)
        && decision.deciders.contains { holder in outside.contains { inspection.means(holder, $0) }
        }
    }
    witness.decisions = consents
    let name = inspection.title(footprint)
    let all = outside.count == count
    return inspection.finding(
      about,
      Draft(
        key: [graph.id(of: footprint.body), graph.id(of: line.from)], severity: .critical,
        score: Double(outside.count) / Double(count), subjects: [line.from],
        footprint: footprint.body,
        message: all
          ? "By no enforceable line on record does "
            + (count == 1 ? "the one member" : "any of the \(count) members")
            + " of \(name) answer to its lead, who can ask but not decide."
          : "By no enforceable line on record do \(outside.count) of the \(count) members of \(name) "
            + "answer to its lead, who can ask but not decide for them.",
        explanation: Self.explanation(
          consents: consents.map { graph.decisions[$0].subject }, basis: line.basis.words),
        witness: witness,
        clearedBy: "a line by which members answer to the lead for the plan, or a decision right "
          + "delegated to the lead"))
  }

  private static func explanation(consents: [String], basis: [String]) -> String {
    let rest =
      basis.isEmpty ? "a basis that is not recorded" : Inspection.list(basis) + " agreement"
    let consent =
      consents.isEmpty
      ? ""
      : " Members must consent, each for itself, to: \(Inspection.list(consents).lowercasedFirst)."
    return
      "The lead rests on \(rest); members answer to superiors of their own, so each step needs "
      + "their agreement.\(consent) Were influence without a line enough, the gap would not "
      + "matter."
  }
}

extension Inspection {
  /// The members of a footprint, other than the lead, and those that no enforceable route leads
  /// from to the lead; nil where the lead is the only member.
  func gap(
    of lead: BodyIndex, in footprint: Footprint
  ) -> (members: Int, outside: [BodyIndex])? {
    let below = Set(enforceable.subordinates(of: lead))
    let members = footprint.bodies.filter { $0 != lead }
    return members.isEmpty ? nil : (members.count, members.filter { !below.contains($0) })
  }
}

extension String {
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
