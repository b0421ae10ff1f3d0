import GovernanceModel

/// One body through which everything runs.
struct SingleBroker: Rule {
  let about = RuleDescription(
    "single-broker", patterns: ["P28"],
    finds: "One body plays most of the parts in most of the footprints.",
    definition: """
      The parts of b towards footprint S: funds, commissions, oversees, appoints, delegates to, is \
      answered to by, S itself, its own bodies and posts, or its members, by rows in force. Found \
      where b plays three parts or more in at least half of the footprints.
      """,
    score: "The number of parts played anywhere. Medium.",
    limits:
      "Statements whose pairs are not recorded are not counted. That it matters is not measured.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard !inspection.footprints.isEmpty else { return .noData("the graph has no footprints") }
    let kinds: [RelationshipKind] = [
      .funds, .commissions, .oversees, .appoints, .delegatesTo, .accountableTo,
    ]
    let own = inspection.owned
    var played: [BodyIndex: [BodyIndex: Set<String>]] = [:]
    for footprint in inspection.footprints {
      for body in [footprint.body] + (own[footprint.body] ?? []) + footprint.bodies {
        for kind in kinds {
          let rows =
            kind == .accountableTo
            ? graph.relationships(from: body, kind: kind, at: inspection.moment).map(\.to)
            : graph.relationships(to: body, kind: kind, at: inspection.moment).map(\.from)
          for other in rows {
            played[other, default: [:]][footprint.body, default: []].insert(kind.rawValue)
          }
        }
      }
    }
    return .findings(
      inspection.byID(played.keys).compactMap { body in
        let places = played[body]!.filter { $0.value.count >= 3 }
        guard inspection.footprints.count > 1, places.count * 2 >= inspection.footprints.count
        else { return nil }
        return finding(body, places, inspection)
      })
  }

  private static let words = [
    "funds": "funder", "commissions": "commissioner", "oversees": "overseer",
    "appoints": "appointer of leads or officers", "delegates-to": "delegator",
    "accountable-to": "principal",
  ]

  private func finding(
    _ body: BodyIndex, _ places: [BodyIndex: Set<String>], _ inspection: Inspection
  ) -> Finding? {
    let parts = places.values.reduce(into: Set<String>()) { $0.formUnion($1) }.sorted()
    let graph = inspection.graph
    // One footprint's rows show it; the others are listed as places.
    let shown = inspection.footprints.first { places[$0.body] != nil }!
    var witness = Witness()
    for member in [shown.body] + shown.bodies {
      let rows = graph.relationships(to: member, at: inspection.moment).filter { $0.from == body }
      witness.relationships += rows.filter {
        parts.contains(graph.relationshipKinds[$0.kind].id)
      }.map(\.index)
    }
    return inspection.finding(
      about,
      Draft(
        key: [inspection.id(body)], severity: .medium, score: Double(parts.count), subjects: [body],
        places: inspection.footprints.filter { places[$0.body] != nil }.map {
          Finding.Place(footprint: $0.body, members: [])
        },
        message: "\(inspection.name(body)) is "
          + "\(Inspection.list(parts.map { Self.words[$0] ?? $0 })) at once in "
          + "\(inspection.share(of: places.count)).",
        explanation: "Whatever goes wrong in it goes wrong in all its parts, and who dislikes one "
          + "depends on it for another. Were its parts in separate hands inside it, less would hang "
          + "on one.",
        witness: witness, clearedBy: "some of its parts in other hands"))
  }
}
