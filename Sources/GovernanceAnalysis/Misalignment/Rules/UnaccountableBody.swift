import GovernanceModel

/// A body that leads, plans or decides, and answers to nobody.
struct UnaccountableBody: Rule {
  let about = RuleDescription(
    "unaccountable-body",
    finds: "A body that plans, leads or decides answers to nobody on record.",
    definition: """
      x is a footprint, leads another body, or decides or proposes by a row of 'decisions'; x has no \
      line of accountability, whatever it rests on; x is not answered to itself (so that it is no \
      top, as a parliament is), and none of its parts answers to anybody. Boards of its own that \
      answer to nobody are named with it.
      """,
    score: "The number of bodies that oversee it without its being accountable to them. High.",
    limits: """
      The graph may leave a line out; bodies at the top of a line are taken to be meant there. \
      Decisions of a kind are put down to each body of it.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let deciders = graph.decisions.filter {
      $0.period.holds(at: inspection.moment) && ($0.part == .decides || $0.part == .proposes)
    }.flatMap(\.deciders)
    var candidates = Set(inspection.footprints.map(\.body))
    candidates.formUnion(inspection.lines(of: .leads).map { graph[$0].from })
    for holder in deciders {
      candidates.formUnion(graph.bodies(meantBy: holder, at: inspection.moment) ?? [])
    }
    guard !candidates.isEmpty else {
      return .noData("nobody is recorded as planning, leading or deciding")
    }
    let owned = inspection.owned
    return .findings(
      inspection.byID(candidates).filter {
        inspection.everyLine.principals(of: $0).isEmpty
          && inspection.everyLine.reports(of: $0).isEmpty
          && !answersThroughItsParts($0, inspection)
      }.compactMap { finding($0, owned, inspection) })
  }

  /// A name under which bodies work together answers through those bodies.
  private func answersThroughItsParts(_ body: BodyIndex, _ inspection: Inspection) -> Bool {
    inspection.graph.relationships(to: body, kind: .partOf, at: inspection.moment).contains {
      !inspection.everyLine.principals(of: $0.from).isEmpty
    }
  }

  private func finding(
    _ body: BodyIndex, _ owned: [BodyIndex: [BodyIndex]], _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    let overseers = graph.relationships(to: body, kind: .oversees, at: inspection.moment)
    let decisions = graph.decisions.indices.filter { position in
      let decision = graph.decisions[position]
      return decision.period.holds(at: inspection.moment)
        && (decision.part == .decides || decision.part == .proposes)
        && decision.deciders.contains { inspection.means($0, body) }
    }
    let own = inspection.byID(owned[body] ?? [])
    let boards = own.filter {
      !graph.isPost($0) && inspection.everyLine.principals(of: $0).isEmpty
    }
    let powers = own.filter { organ in
      graph.decisions.contains { $0.deciders.contains { inspection.means($0, organ) } }
        || graph.duties.contains { $0.type == .power && inspection.means($0.holder, organ) }
    }
    var witness = Witness()
    witness.relationships = overseers.map(\.index)
    witness.decisions = decisions
    let above = Set(overseers.map(\.from))
    witness.absent =
      above.isEmpty
      ? [
        Witness.Absence(
          from: body, kind: .accountableTo, searched: "lines of accountability on any basis")
      ]
      : inspection.byID(above).map {
        Witness.Absence(
          from: body, to: $0, kind: .accountableTo, searched: "lines of accountability on any basis"
        )
      }
    witness.absent += boards.map {
      Witness.Absence(
        from: $0, kind: .accountableTo, searched: "lines of accountability on any basis")
    }
    if powers.isEmpty {
      witness.absent += boards.filter { board in
        graph.relationships(to: board, kind: .delegatesTo, at: inspection.moment).isEmpty
      }.map {
        Witness.Absence(
          to: $0, kind: .delegatesTo, searched: "delegations, decisions and powers on record")
      }
    }
    let name = inspection.name(body)
    let subjects = decisions.map { graph.decisions[$0].subject }
    let what =
      subjects.isEmpty
      ? "leads or plans for others"
      : "has a part in this: \(Inspection.list(subjects).lowercasedFirst)"
    let isFootprint = inspection.isFootprint.contains(body)
    let whole = isFootprint && !boards.isEmpty ? "\(name), with its board," : name
    let names = Inspection.list(above.map(inspection.name).sorted())
    return inspection.finding(
      about,
      Draft(
        key: [graph.id(of: body)], severity: .high, score: Double(above.count),
        subjects: [body] + boards, footprint: isFootprint ? body : nil,
        message: names.isEmpty
          ? "\(whole) plans or leads for others and answers to nobody on record."
          : "\(whole) plans for its members and answers to nobody on record: \(names) can ask about "
            + "the plan, and \(above.count == 1 ? "has" : "have") no line on record to enforce it.",
        explanation: "It \(what). No line of accountability of any basis begins at it"
          + (boards.isEmpty
            ? "."
            : ", nor at \(Inspection.list(boards.map(inspection.name).sorted())).")
          + (own.isEmpty || !powers.isEmpty
            ? ""
            : " No power is recorded of what belongs to it either: "
              + "\(Inspection.list(own.map(inspection.name).sorted()))."),
        witness: witness,
        clearedBy: "a line of accountability for what it plans, on a basis that can be enforced"))
  }
}
