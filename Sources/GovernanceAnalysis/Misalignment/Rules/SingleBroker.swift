import GovernanceModel

/// One body through which everything runs.
struct SingleBroker: Rule {
  let about = RuleDescription(
    "single-broker",
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
    guard !inspection.footprints.isEmpty else { return .noData("the graph has no footprints") }
    let played = parts(in: inspection)
    return .findings(
      inspection.byID(Set(played.joined().map { BodyIndex(raw: $0.key) })).compactMap { body in
        var places: [BodyIndex: Set<String>] = [:]
        for (footprint, parts) in zip(inspection.footprints, played) {
          let words = Self.parts(of: parts[body.raw] ?? 0)
          if words.count >= 3 { places[footprint.body] = words }
        }
        guard inspection.footprints.count > 1, places.count * 2 >= inspection.footprints.count
        else { return nil }
        return finding(body, places, inspection)
      })
  }

  private static let kinds: [RelationshipKind] = [
    .funds, .commissions, .oversees, .appoints, .delegatesTo, .accountableTo,
  ]

  private static func parts(of bits: UInt8) -> Set<String> {
    Set(kinds.indices.filter { bits & 1 << $0 != 0 }.map { kinds[$0].rawValue })
  }

  /// For each footprint the bodies that play three parts or more towards it or its members, with a bit
  /// for each part.
  ///
  /// Complexity: O(E · footprints of a body).
  private func parts(in inspection: Inspection) -> [[UInt32: UInt8]] {
    let graph = inspection.graph
    var footprintsOf: [UInt32: [Int]] = [:]
    for (number, footprint) in inspection.footprints.enumerated() {
      let own = inspection.owned[footprint.body] ?? []
      for body in [footprint.body] + own + footprint.bodies {
        footprintsOf[body.raw, default: []].append(number)
      }
    }
    var played = [[UInt32: UInt8]](repeating: [:], count: inspection.footprints.count)
    for (bit, kind) in Self.kinds.enumerated() {
      graph.forEachLine(of: kind, at: inspection.moment, open: inspection.isOpen) { _, from, to in
        let (player, other) = kind == .accountableTo ? (to, from) : (from, to)
        for footprint in footprintsOf[other] ?? [] {
          played[footprint][player, default: 0] |= 1 << UInt8(bit)
        }
      }
    }
    return played.map { $0.filter { $0.value.nonzeroBitCount >= 3 } }
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
