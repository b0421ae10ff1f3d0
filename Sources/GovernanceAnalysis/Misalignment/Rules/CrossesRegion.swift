import GovernanceModel

/// A footprint whose people live under several regions or local offices of its overseer.
struct CrossesRegion: Rule {
  let about = RuleDescription(
    "crosses-region",
    finds:
      "The people of a footprint live under two regions, or two local offices, of NHS England.",
    definition: """
      S a footprint; more than 0.5 % of its people live in each of R1 and R2, both of the geography \
      region, or both of the geography local-office.
      """,
    score: """
      The share of its people outside the largest part. High across regions; medium across local \
      offices of one region.
      """,
    limits: """
      Decided by the geographies called region and local-office, which are joined through the \
      commissioners that an office oversees. Statistical regions are not looked at.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    guard !inspection.footprints.isEmpty else { return .noData("the graph has no footprints") }
    guard let areas = inspection.areas, let footprint = inspection.footprintGeography else {
      return .noData("the graph has no small areas of the day, joined to its footprints")
    }
    let levels = ["region", "local-office"].filter(areas.geographies.contains)
    guard !levels.isEmpty else { return .noData("no small area is joined to a region") }
    var findings: [Finding] = []
    var crossed: Set<String> = []
    for level in levels {
      guard let table = try? areas.overlap(from: footprint, to: level) else { continue }
      for split in table.split(.from, sliver: .usual) {
        // Across regions is across their offices too: said once.
        guard crossed.insert(table.from.units[split.unit].id).inserted,
          let finding = finding(split, table, level, inspection)
        else { continue }
        findings.append(finding)
      }
    }
    return .findings(findings)
  }

  private func finding(
    _ split: SplitUnit, _ table: OverlapTable, _ level: String, _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    let unit = table.from.units[split.unit]
    guard let body = graph.body(id: unit.id) else { return nil }
    let others = split.parts.dropFirst().reduce(0) { $0 + table.size($1.common) }
    let share = others / table.size(unit.total)
    let places = split.parts.enumerated().map { place, pair in
      Inspection.people(table.size(pair.common)) + (place == 0 ? " of its people live" : "")
        + " under \(table.to.units[pair.to].name)"
    }
    let offices = split.parts.compactMap { graph.body(id: table.to.units[$0.to].id) }
    let members = graph.relationships(to: body, kind: .memberOf, at: inspection.moment).map(\.from)
    var witness = Witness()
    // The lines from the offices to the members through which the footprint came under them.
    witness.relationships = offices.flatMap { office in
      graph.relationships(from: office, kind: .oversees, at: inspection.moment)
        .filter { members.contains($0.to) }.map(\.index)
    }
    let word = level == "region" ? "regions" : "local offices"
    return inspection.finding(
      about,
      Draft(
        key: [unit.id], severity: level == "region" ? .high : .medium, score: share,
        subjects: [body] + offices, footprint: body,
        message:
          "\(unit.name) lies under \(split.parts.count) \(word) of NHS England: "
          + "\(places.joined(separator: "; ")) (\(Inspection.counting(table))).",
        explanation:
          "The overseer that has to approve one plan speaks with several voices. Were one office "
          + "given the lead for all of the footprint, this would go.",
        witness: witness,
        clearedBy: "one office for all of the footprint, or a footprint inside one office's area"))
  }
}
