import GovernanceModel

/// A footprint whose members are overseen by different offices of one body.
struct DividedOversight: Rule {
  let about = RuleDescription(
    "divided-oversight",
    finds: "Members of one footprint are overseen by different offices of the same body.",
    definition: """
      Members x and y of S; the offices above a member are those that oversee it and what these are \
      part of; of one kind K the two have different ones, x none of y's and y none of x's, and all of \
      them are part of one body. One finding for each footprint and kind.
      """,
    score: "The number of offices of the kind. Medium.",
    limits: """
      Only members whose office is recorded count. Offices may settle among themselves which of them \
      looks after the footprint, and often did.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    guard !inspection.footprints.isEmpty else { return .noData("the graph has no footprints") }
    guard !inspection.lines(of: .oversees).isEmpty else {
      return .noData("no oversight is recorded")
    }
    return .findings(inspection.footprints.flatMap { findings($0, inspection) })
  }

  /// An office above a member, with the rows that lead there.
  private struct Office {
    let body: BodyIndex
    let rows: [RelationshipIndex]
  }

  private func findings(_ footprint: Footprint, _ inspection: Inspection) -> [Finding] {
    var byKind: [UInt16: [BodyIndex: [Office]]] = [:]
    for member in footprint.members {
      for office in offices(above: member.body, inspection) {
        let kind = inspection.kinds[office.body.position]
        byKind[kind, default: [:]][member.body, default: []].append(office)
      }
    }
    return byKind.map { (inspection.graph.bodyKinds[KindIndex(raw: $0.key)], $0.value) }
      .sorted { $0.0.id < $1.0.id }.compactMap { kind, members in
        let sets = members.values.map { Set($0.map(\.body)) }
        let isDivided = sets.contains { one in sets.contains { one.isDisjoint(with: $0) } }
        let offices = Set(sets.joined())
        guard isDivided, let whole = commonWhole(offices, inspection) else { return nil }
        return finding(footprint, kind, members, offices, whole, inspection)
      }
  }

  /// Who oversees a body, and what they are part of.
  private func offices(above body: BodyIndex, _ inspection: Inspection) -> [Office] {
    var seen: Set<BodyIndex> = []
    var offices: [Office] = []
    var waiting = inspection.graph
      .relationships(to: body, kind: .oversees, at: inspection.moment)
      .map { Office(body: $0.from, rows: [$0.index]) }
    while let office = waiting.popLast() {
      guard seen.insert(office.body).inserted else { continue }
      offices.append(office)
      for part in wholes(of: office.body, inspection) {
        waiting.append(Office(body: part.to, rows: office.rows + [part.index]))
      }
    }
    return offices
  }

  private func wholes(of body: BodyIndex, _ inspection: Inspection) -> [Relationship] {
    inspection.graph.relationships(from: body, kind: .partOf, at: inspection.moment)
  }

  /// The body with the first id that all offices are part of.
  private func commonWhole(_ offices: Set<BodyIndex>, _ inspection: Inspection) -> BodyIndex? {
    let wholes = offices.map { office -> Set<BodyIndex> in
      var found: Set<BodyIndex> = []
      var waiting = [office]
      while let body = waiting.popLast() {
        for part in self.wholes(of: body, inspection) where found.insert(part.to).inserted {
          waiting.append(part.to)
        }
      }
      return found
    }
    guard let first = wholes.first else { return nil }
    return inspection.byID(
      wholes.dropFirst().reduce(first) { $0.intersection($1) }.subtracting(offices)
    ).first
  }

  private func finding(
    _ footprint: Footprint, _ kind: KindHierarchy.Kind, _ members: [BodyIndex: [Office]],
    _ offices: Set<BodyIndex>, _ whole: BodyIndex, _ inspection: Inspection
  ) -> Finding? {
    var witness = Witness()
    var rows: Set<RelationshipIndex> = []
    var counts: [BodyIndex: Int] = [:]
    for (_, above) in members {
      for office in above {
        rows.formUnion(office.rows)
        counts[office.body, default: 0] += 1
      }
    }
    let overseen = Set(members.keys)
    witness.relationships =
      footprint.members.filter { overseen.contains($0.body) }.map(\.row) + rows.sorted()
    let shares = inspection.byID(offices).map { "\(inspection.name($0)), \(counts[$0] ?? 0)" }
    let name = inspection.title(footprint)
    return inspection.finding(
      about,
      Draft(
        key: [kind.id, inspection.id(footprint.body)], severity: .medium,
        score: Double(offices.count), subjects: inspection.byID(offices),
        footprint: footprint.body,
        message: "\(offices.count) \(kind.plural) oversee members of \(name): "
          + "\(shares.joined(separator: "; ")).",
        explanation: "All are part of \(inspection.name(whole)), and each looks after members that "
          + "the others do not. One plan has to satisfy several offices of the same body; were one "
          + "of them to act for all, the line between them would not matter.",
        witness: witness,
        clearedBy: "one office that acts for the whole footprint"))
  }
}
