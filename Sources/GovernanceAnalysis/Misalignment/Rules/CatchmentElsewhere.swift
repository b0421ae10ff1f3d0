import GovernanceModel

/// A provider most of whose patients live in another footprint than those that it plans with.
struct CatchmentElsewhere: Rule {
  let about = RuleDescription(
    "catchment-elsewhere",
    finds:
      "More of a provider's patients live in a footprint that it is no member of than in its own.",
    definition: """
      catch(t, S) the share of the catchment of t that lives in S; mem(t) its footprints, at least \
      one. There is an S outside mem(t) with catch(t, S) > catch(t, mem(t)), all of them together.
      """,
    score: "catch(t, S). High from a half on, else medium.",
    limits: """
      Catchments are modelled, of several years together and of the trusts of a later year, and are \
      spread over a district as its inhabitants are. Patients in zones that may lie in its own \
      footprint are taken to do so. Providers without a modelled catchment are not \
      looked at.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    guard !inspection.footprints.isEmpty else { return .noData("the graph has no footprints") }
    guard let areas = inspection.areas, !areas.tables.catchments.isEmpty,
      let geography = inspection.footprintGeography
    else { return .noData("the graph has no catchments, or no small areas of the day") }
    let memberships = SplitByBoundary.memberships(in: inspection)
    let catchments = areas.catchments(by: geography)
    return .findings(
      catchments.keys.sorted().compactMap { id in
        guard let body = inspection.graph.body(id: id), inspection.isOpen[body.position],
          let own = memberships[body], !own.isEmpty, let shares = catchments[id]
        else { return nil }
        return finding(body, own, shares, inspection)
      })
  }

  private func finding(
    _ body: BodyIndex, _ memberships: [SplitByBoundary.Membership], _ shares: CatchmentShares,
    _ inspection: Inspection
  ) -> Finding? {
    let own = Set(memberships.map { inspection.id($0.footprint.body) })
    guard let largest = shares.parts.first(where: { !own.contains($0.unit) }),
      // What is in doubt may live in its own footprints.
      largest.share > shares.share(of: own) + shares.undetermined,
      let other = inspection.graph.body(id: largest.unit)
    else { return nil }
    var witness = Witness()
    witness.relationships = memberships.map(\.row)
    let names = Inspection.list(memberships.map { inspection.title($0.footprint) })
    return inspection.finding(
      about,
      Draft(
        key: [inspection.id(body)], severity: largest.share >= 0.5 ? .high : .medium,
        score: largest.share, subjects: [body],
        places: memberships.map { Finding.Place(footprint: $0.footprint.body, members: [body]) }
          + [Finding.Place(footprint: other, members: [])],
        message:
          "\(inspection.name(body)) plans with \(names), where "
          + "\(Inspection.percent(shares.share(of: own))) of its patients live, and not with "
          + "\(inspection.name(other)), where \(Inspection.percent(largest.share)) do.",
        explanation:
          "What is planned for most of its patients is planned without it. Were the catchment as "
          + "it was modelled only for some services, its membership might fit the others.",
        witness: witness, clearedBy: "membership where most of its patients live",
        doubts: [
          "estimated: the catchment is modelled, of several years together "
            + "(\(Inspection.list(Array(Set(shares.evidence.flatMap(\.sources))).sorted())))"
        ]))
  }
}
