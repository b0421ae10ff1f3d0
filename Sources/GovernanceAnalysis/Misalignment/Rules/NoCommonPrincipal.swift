import GovernanceModel

/// A result that several make together and nobody short of the top can demand.
struct NoCommonPrincipal: Rule {
  let about = RuleDescription(
    "no-common-principal",
    finds: "Those who bring about a metric only together answer to nobody in common below the top.",
    definition: """
      A metric that x and y produce together (classes named in its row), both members of one \
      footprint; their lowest common principal over statutory, managerial and political lines is \
      none, or has no principal itself (a parliament, an electorate).
      """,
    score: "The number of footprints. High.",
    limits: "That they might settle it between themselves is not denied; nobody can make them.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let metrics = graph.metricsByID.filter { graph.metrics[$0].producedBy.count > 1 }
    guard !metrics.isEmpty else {
      return .noData("no metric is recorded as brought about by several together")
    }
    var superiors: [BodyIndex: Set<BodyIndex>] = [:]
    func above(_ body: BodyIndex) -> Set<BodyIndex> {
      if let known = superiors[body] { return known }
      let found = Set(inspection.network.superiors(of: body))
      superiors[body] = found
      return found
    }
    return .findings(
      metrics.compactMap { metric in
        var places: [Finding.Place] = []
        var pair: (BodyIndex, BodyIndex)?
        for footprint in inspection.footprints {
          let groups = graph.metrics[metric].producedBy.map { holder in
            footprint.bodies.filter { inspection.means(holder, $0) }
          }
          var concerned: Set<BodyIndex> = []
          for (index, ones) in groups.enumerated() {
            for one in ones {
              for other in groups[(index + 1)...].joined() where other != one {
                let common = above(one).intersection(above(other))
                guard common.allSatisfy({ inspection.network.principals(of: $0).isEmpty }) else {
                  continue
                }
                concerned.formUnion([one, other])
                pair = pair ?? (one, other)
              }
            }
          }
          if !concerned.isEmpty {
            places.append(
              Finding.Place(footprint: footprint.body, members: inspection.byID(concerned)))
          }
        }
        return pair.flatMap { finding(metric, $0, places, inspection) }
      })
  }

  private func finding(
    _ metric: Int, _ pair: (BodyIndex, BodyIndex), _ places: [Finding.Place],
    _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    let who = Inspection.list(graph.metrics[metric].producedBy.map(inspection.name).sorted())
    func route(_ body: BodyIndex) -> (words: String, rows: [RelationshipIndex]) {
      let routes = inspection.network.routesToTop(from: body, limit: 50).routes
      guard let route = routes.first else { return (inspection.name(body), []) }
      let rows = zip(route, route.dropFirst()).compactMap { agent, principal in
        graph.relationships(from: agent, kind: .accountableTo, at: inspection.moment)
          .first { $0.to == principal }?.index
      }
      return (route.map(inspection.name).joined(separator: " → "), rows)
    }
    let (one, other) = (route(pair.0), route(pair.1))
    var witness = Witness()
    witness.relationships = one.rows + other.rows
    witness.absent = [
      Witness.Absence(
        from: pair.0, to: pair.1, kind: .accountableTo,
        searched: "superiors that both have in common, below the top")
    ]
    return inspection.finding(
      about,
      Draft(
        key: [graph.metrics[metric].id], severity: .high, score: Double(places.count),
        places: places,
        message:
          "\(who.capitalisedFirst) bring about \(graph.metrics[metric].name) together, and in "
          + "\(inspection.share(of: places.count)) they answer to nobody in common, below the top and "
          + "on record, who could settle it.",
        explanation:
          "For example: \(one.words); but \(other.words). For a dispute between the two no "
          + "arbiter below the top is on record.",
        witness: witness,
        clearedBy: "one body to which both answer for \(graph.metrics[metric].name), or a joint "
          + "commissioner with both budgets"))
  }
}
