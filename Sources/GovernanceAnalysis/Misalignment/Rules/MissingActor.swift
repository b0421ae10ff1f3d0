import GovernanceModel

/// Those who do much of the work and have no seat.
struct MissingActor: Rule {
  let about = RuleDescription(
    "missing-actor",
    finds: "A body or class with a tenth or more of a footprint's work has no membership in it.",
    definition: """
      A measurement by which a holder has a share of footprint S of at least 10% ('share_of'), and no \
      body of the holder is a member of S.
      """,
    score: "The share in percent. Medium.",
    limits: "Needs measured shares; kinds whose members the graph does not list cannot be members.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let footprints = Dictionary(uniqueKeysWithValues: inspection.footprints.map { ($0.body, $0) })
    let shares = graph.measurements.indices.filter { position in
      guard case .body(let whole)? = graph.measurements[position].shareOf else { return false }
      return footprints[whole] != nil
    }
    guard !shares.isEmpty else { return .noData("no share of a footprint's work is recorded") }
    return .findings(
      shares.compactMap { position in
        let row = graph.measurements[position]
        guard case .body(let whole)? = row.shareOf, let footprint = footprints[whole],
          row.figure.hundredths >= 1000,
          row.year.map({ FinancialYear.covers($0, inspection.moment) }) ?? true,
          !footprint.bodies.contains(where: { inspection.means(row.holder, $0) })
        else { return nil }
        var witness = Witness()
        witness.measurements = [position]
        witness.absent = [
          Witness.Absence(to: whole, kind: .memberOf, searched: "members of the footprint")
        ]
        let who = inspection.name(row.holder)
        return inspection.finding(
          about,
          Draft(
            key: [graph.metrics[row.metric].id, inspection.key(row.holder), inspection.id(whole)],
            severity: .medium, score: Double(row.figure.hundredths) / 100, footprint: whole,
            message: "\(who.capitalisedFirst) \(inspection.verb("has", "have", for: [row.holder])) "
              + "\(row.figure)% of the "
              + "\(graph.metrics[row.metric].name) of \(inspection.title(footprint)) and no seat in "
              + "it.",
            explanation: "What they do is planned without them. Somebody else may speak for them.",
            witness: witness,
            clearedBy: "membership, or somebody who is recorded as speaking for them"))
      })
  }
}
