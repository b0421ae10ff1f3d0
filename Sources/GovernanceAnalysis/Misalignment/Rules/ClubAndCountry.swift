import GovernanceModel

/// Members to whom their own result counts for more than that of the whole.
struct ClubAndCountry: Rule {
  let about = RuleDescription(
    "club-and-country",
    finds: "For most members of a footprint their own total outweighs the system's.",
    definition: """
      For a metric m with a system metric M: s1 is the strongest incentive on member x to have more \
      of m, s2 the strongest on x to have more of M on a common day (0 for none). The index is the \
      share of members with s1 − s2 ≥ 1. Found above one half of the members under any s1, and above \
      0 where the footprint has no incentive on M of its own or answers to nobody on an enforceable \
      basis.
      """,
    score: "The index, from 0 to 1. Critical.",
    limits: """
      Strengths are judged by kind, not measured. Members without a total of their own (councils, in \
      England) count in the share but not as flagged.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let metrics = graph.metricsByID.filter { graph.metrics[$0].systemMetric != nil }
    guard !metrics.isEmpty else {
      return .noData("no metric is recorded as having a counterpart for the system")
    }
    return .findings(
      metrics.flatMap { metric in
        inspection.footprints.compactMap { finding($0, metric, inspection) }
      })
  }

  private func finding(
    _ footprint: Footprint, _ metric: Int, _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    let system = graph.metrics[metric].systemMetric!
    let own = inspection.incentives.on(metric: metric, sign: 1, atLeast: .weak)
    let joint = inspection.incentives.on(metric: system, sign: 1, atLeast: .weak)
    var used: Set<Int> = []
    let flagged = footprint.bodies.filter { body in
      guard let interest = inspection.selfInterest(of: body, in: metric) else { return false }
      used.formUnion([interest.own] + (interest.joint.map { [$0] } ?? []))
      return true
    }
    func sorted(_ wanted: [Int]) -> [Int] {
      used.intersection(wanted).sorted { graph.incentives[$0].id < graph.incentives[$1].id }
    }
    let weaker = sorted(joint)
    let ofSystem = joint.filter { inspection.bears($0, on: footprint.body) }
    let isUnbound = inspection.enforceable.principals(of: footprint.body).isEmpty
    guard !flagged.isEmpty,
      ofSystem.isEmpty || isUnbound || flagged.count * 2 > footprint.members.count
    else { return nil }
    let members = Set(flagged)
    var witness = Witness()
    witness.incentives = Array(used) + ofSystem
    witness.relationships = footprint.members.filter { members.contains($0.body) }.map(\.row)
    if isUnbound {
      witness.absent = [
        Witness.Absence(
          from: footprint.body, kind: .accountableTo,
          searched: "statutory, contractual and managerial lines of the footprint")
      ]
    }
    return inspection.finding(
      about,
      Draft(
        key: [graph.metrics[metric].id, graph.id(of: footprint.body)], severity: .critical,
        score: Double(flagged.count) / Double(footprint.members.count),
        subjects: flagged, footprint: footprint.body,
        message: "For \(flagged.count) of the \(footprint.members.count) members of "
          + "\(inspection.title(footprint)) the \(graph.metrics[metric].name) counts for more than "
          + "the \(graph.metrics[system].name)"
          + (isUnbound ? ", and nobody on record can hold the area to the latter." : "."),
        explanation: "Each is judged on its own result by "
          + "\(inspection.instruments(sorted(own))). "
          + (weaker.isEmpty
            ? "" : "For the system speaks, more weakly, \(inspection.instruments(weaker)). ")
          + (ofSystem.isEmpty
            ? "No rule on record judges the area as a whole on it."
            : "The area as a whole is judged by \(inspection.instruments(ofSystem))"
              + (isUnbound ? ", but nobody on record could enforce it." : "."))
          + " If its standing with partners mattered as much to a member as its own result, the "
          + "difference would vanish.",
        witness: witness,
        clearedBy:
          "an incentive on the \(graph.metrics[system].name) at least as strong as the one on the "
          + graph.metrics[metric].name))
  }
}

extension Inspection {
  /// What makes a body's own result count for more to it than the system's: the strongest incentive
  /// to have more of a metric, and the strongest on a common day to have more of its system metric.
  /// Nil where the first is not the stronger.
  func selfInterest(of body: BodyIndex, in metric: Int) -> (own: Int, joint: Int?)? {
    guard let system = graph.metrics[metric].systemMetric else { return nil }
    let own = incentives.on(metric: metric, sign: 1, atLeast: .weak)
    guard let best = own.filter({ bears($0, on: body) }).max(by: isWeaker) else { return nil }
    let joint = incentives.on(metric: system, sign: 1, atLeast: .weak)
      .filter { bears($0, on: body) && graph.coincide($0, best) }.max(by: isWeaker)
    return graph.weight(best) > (joint.map(graph.weight) ?? 0) ? (best, joint) : nil
  }

  /// Weaker first; of equals the one with the later id, so that the first id wins.
  private func isWeaker(_ one: Int, _ other: Int) -> Bool {
    (graph.weight(one), graph.incentives[other].id)
      < (graph.weight(other), graph.incentives[one].id)
  }
}
