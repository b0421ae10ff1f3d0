import GovernanceModel

/// Bodies with which nothing is recorded to have to do.
struct IsolatedBody: Rule {
  let about = RuleDescription(
    "isolated-body",
    finds: "An open body stands in no relationship at all.",
    definition: """
      An open organisation at neither end of a relationship in force, meant by no statement about its \
      kind, and neither owner nor another's own. Bodies of a kind are one finding.
      """,
    score: "The number of bodies. Low.",
    limits: "It tells of the graph as much as of the world: lines may be missing.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard graph.relationshipCount > 0 || !graph.statements.isEmpty else {
      return .noData("the graph records no relationships")
    }
    var touched = [Bool](repeating: false, count: graph.bodyCount)
    for kind in graph.relationshipKinds.kinds where kind.broader.isEmpty {
      graph.forEachLine(
        of: RelationshipKind(kind.id), at: inspection.moment, open: inspection.isOpen
      ) { _, from, to in
        touched[Int(from)] = true
        touched[Int(to)] = true
      }
    }
    var meant: Set<KindIndex> = []
    for statement in graph.statements where statement.period.holds(at: inspection.moment) {
      for party in [statement.from, statement.to] {
        switch party {
        case .body(let body): touched[body.position] = true
        case .every(let kind): meant.insert(kind)
        }
      }
    }
    for body in graph.allBodies {
      if let owner = graph.owner(of: body) {
        touched[body.position] = true
        touched[owner.position] = true
      }
    }
    var alone: [UInt16: [BodyIndex]] = [:]
    for body in graph.allBodies
    where inspection.isOpen[body.position] && !touched[body.position] && !graph.isPost(body) {
      let kind = inspection.kinds[body.position]
      guard !meant.contains(where: { graph.bodyKinds.kind(KindIndex(raw: kind), isA: $0) }) else {
        continue
      }
      alone[kind, default: []].append(body)
    }
    return .findings(
      alone.map { (graph.bodyKinds[KindIndex(raw: $0.key)], inspection.byID($0.value)) }
        .sorted { $0.0.id < $1.0.id }
        .compactMap { kind, bodies in finding(kind, bodies, inspection) })
  }

  private func finding(
    _ kind: KindHierarchy.Kind, _ bodies: [BodyIndex], _ inspection: Inspection
  ) -> Finding? {
    inspection.finding(
      about,
      Draft(
        key: [kind.id], severity: .low, score: Double(bodies.count),
        subjects: Array(bodies.prefix(20)),
        message: (bodies.count == 1
          ? "\(inspection.name(bodies[0])) stands"
          : "\(bodies.count) \(kind.plural) stand") + " in no relationship on record.",
        explanation: "For instance "
          + "\(Inspection.list(bodies.prefix(3).map(inspection.name))). Either lines are missing or "
          + "nobody has to do with them.",
        witness: Witness(), clearedBy: "a relationship that is true of them, with its source"))
  }
}
