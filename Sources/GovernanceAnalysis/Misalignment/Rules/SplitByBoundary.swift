import GovernanceModel

/// A body with an area that is cut by the border between footprints.
struct SplitByBoundary: Rule {
  let about = RuleDescription(
    "split-by-boundary",
    finds: """
      A body with an area, such as a council, is a member of two footprints or more, or its people \
      live in two or more.
      """,
    definition: """
      mem(u, S1) and mem(u, S2) with S1 ≠ S2, or more than 0.5 % of the people of u live in each of \
      S1 and S2, where u answers to voters or is the body of an area. The boundary load of u is the \
      greater number of footprints; the people affected are those outside its largest part.
      """,
    score: """
      The boundary load; of a kind, the greatest. Medium; high for a body that answers to voters, who \
      can hold it to only one plan.
      """,
    limits: """
      Where the graph has no small areas for the day, memberships alone decide, and nobody is \
      counted. A part of an area up to 0.5 % of its people is a sliver and does not count. Where more \
      than a thousand bodies are split, those of a kind are one finding.
      """)

  struct Membership {
    let footprint: Footprint
    let row: RelationshipIndex
  }

  /// The footprints of every body that is a member of some.
  ///
  /// - Parameter least: how many a body must belong to: in a large register few belong to several.
  /// - Complexity: O(memberships).
  static func memberships(
    in inspection: Inspection, atLeast least: Int = 1
  ) -> [BodyIndex: [Membership]] {
    var counts = [Int](repeating: 0, count: inspection.graph.bodyCount)
    for footprint in inspection.footprints {
      for member in footprint.members { counts[member.body.position] += 1 }
    }
    var memberships: [BodyIndex: [Membership]] = [:]
    for footprint in inspection.footprints {
      for member in footprint.members where counts[member.body.position] >= least {
        memberships[member.body, default: []].append(
          Membership(footprint: footprint, row: member.row))
      }
    }
    return memberships
  }

  /// The lines by which a body answers to voters.
  static func political(_ body: BodyIndex, _ inspection: Inspection) -> [Relationship] {
    inspection.graph.relationships(from: body, kind: .accountableTo, at: inspection.moment)
      .filter { $0.basis.contains(.political) }
  }

  func find(in inspection: Inspection) -> RuleResult {
    guard !inspection.footprints.isEmpty else { return .noData("the graph has no footprints") }
    let areas = inspection.partsByFootprint(sliver: .usual)
    let memberships = Self.memberships(in: inspection, atLeast: areas.isEmpty ? 2 : 1)
    let several = memberships.filter { $0.value.count > 1 }.keys
    let cut = areas.filter { $0.value.parts.count > 1 }.keys
    return .findings(
      ManyFootprints(memberships).findings(
        about,
        Array(Set(several).union(cut)).filter { body in
          areas[body] != nil || !Self.political(body, inspection).isEmpty
        }, inspection
      ) { body in
        finding(
          body, memberships[body] ?? [], Self.political(body, inspection), areas[body], inspection)
      })
  }

  private func finding(
    _ body: BodyIndex, _ memberships: [Membership], _ political: [Relationship],
    _ area: (table: OverlapTable, unit: Int, parts: [OverlapTable.Pair])?,
    _ inspection: Inspection
  ) -> Finding? {
    var witness = Witness()
    witness.relationships = memberships.map(\.row) + political.map(\.index)
    let load = max(memberships.count, area?.parts.count ?? 0)
    let people = area.flatMap { Self.people($0) }
    return inspection.finding(
      about,
      Draft(
        key: [inspection.id(body)], severity: political.isEmpty ? .medium : .high,
        score: Double(load), subjects: [body],
        places: memberships.map { Finding.Place(footprint: $0.footprint.body, members: [body]) },
        message: message(body, memberships, inspection) + (people ?? ""),
        explanation: (political.isEmpty
          ? "One body with one set of accounts is planned for in \(load) places. Were the plans "
            + "about different parts of its work, they might not meet."
          : "One body with one budget and one electorate is planned for in \(load) places, and "
            + "cannot sign plans that do not agree. Were the plans about different parts of its "
            + "area, they might not meet.") + (area.map { Self.places($0) } ?? ""),
        witness: witness,
        clearedBy: "one footprint for it, or an agreement which of the plans binds it",
        doubts: area.map { Self.doubts($0, memberships.count) } ?? []))
  }

  private func message(
    _ body: BodyIndex, _ memberships: [Membership], _ inspection: Inspection
  ) -> String {
    let name = inspection.name(body)
    guard memberships.count > 1 else {
      return "The area of \(name) is cut by the border between footprints."
    }
    return
      "\(name) belongs to \(memberships.count) footprints and has to square their plans: "
      + memberships.map { inspection.title($0.footprint) }.joined(separator: "; ") + "."
  }

  /// How many people live where, a sentence; nil where they live in one footprint.
  private static func people(
    _ area: (table: OverlapTable, unit: Int, parts: [OverlapTable.Pair])
  ) -> String? {
    guard area.parts.count > 1 else { return nil }
    let smaller = area.parts.dropFirst().reduce(0) { $0 + area.table.size($1.common) }
    return " \(Inspection.peopleCounted(smaller)) "
      + "\(Inspection.people(smaller) == "1" ? "lives" : "live") outside its largest part."
  }

  /// In which footprint how many live, a sentence for the explanation.
  private static func places(
    _ area: (table: OverlapTable, unit: Int, parts: [OverlapTable.Pair])
  ) -> String {
    guard area.parts.count > 1 else { return "" }
    let places = area.parts.map { pair in
      "\(Inspection.people(area.table.size(pair.common))) in "
        + area.table.to.units[pair.to].name
    }
    return " Its people: \(places.joined(separator: "; ")) (\(Inspection.counting(area.table)))."
  }

  private static func doubts(
    _ area: (table: OverlapTable, unit: Int, parts: [OverlapTable.Pair]), _ memberships: Int
  ) -> [String] {
    var doubts: [String] = []
    let undetermined = area.table.from.units[area.unit].undetermined
    if undetermined != .nothing {
      doubts.append(
        "in which footprint \(Inspection.people(area.table.size(undetermined))) of its people live "
          + "is not recorded for the day")
    }
    if area.parts.count > 1, memberships < area.parts.count {
      doubts.append(
        "by where people live; it is recorded as a member of "
          + (memberships == 0 ? "none of the footprints" : "\(memberships) of the footprints"))
    }
    return doubts
  }
}
