import GovernanceModel

/// One body with statutory duties of which the one works against the other.
struct OpposedDuties: Rule {
  let about = RuleDescription(
    "opposed-duties",
    finds: "The law asks one body for two things, of which one works against the other.",
    definition: """
      Incentives on x with a statutory basis, to have more of m1 and more of m2, in force on a common \
      day; a negative effect of m1 on m2 for x, not by crowding out.
      """,
    score: "Strength of the one times strength of the other. Medium.",
    limits: "Duties that stand only as text in 'duties' are not compared.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard !graph.effects.isEmpty else { return .noData("the graph records no effects") }
    let statutory = inspection.incentives.inForce.filter {
      graph.incentives[$0].basis.contains(.statutory)
    }
    var findings: [Finding] = []
    for effect in graph.effects.indices {
      let row = graph.effects[effect]
      let causes = statutory.filter { graph.incentives[$0].metric == row.from }
      let results = statutory.filter { graph.incentives[$0].metric == row.to }
      for one in inspection.incentives.byHolder(causes) {
        for other in inspection.incentives.byHolder(results) {
          let pairs = one.incentives.flatMap { first in other.incentives.map { (first, $0) } }
            .filter { first, second in
              graph.incentives[first].direction.sign == 1
                && graph.incentives[second].direction.sign == 1
                && row.sign == .negative && row.way == .causes
                && graph.coincide(first, second)
            }
          guard let pair = pairs.first,
            let example = inspection.firstOpen(where: {
              inspection.bears(pair.0, on: $0) && inspection.bears(pair.1, on: $0)
            }), row.holder.map({ inspection.means($0, example) }) ?? true,
            let finding = finding(effect, pairs, example, inspection)
          else { continue }
          findings.append(finding)
        }
      }
    }
    return .findings(findings)
  }

  private func finding(
    _ effect: Int, _ pairs: [(Int, Int)], _ example: BodyIndex, _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    let incentives = Set(pairs.flatMap { [$0.0, $0.1] }).sorted {
      graph.incentives[$0].id < graph.incentives[$1].id
    }
    let (one, other) = (pairs[0].0, pairs[0].1)
    let holders = [one, other].map { graph.incentives[$0].holder }
    let isOne = holders.contains(.body(example))
    let who = isOne ? inspection.name(example) : inspection.name(holders[0])
    var witness = Witness()
    witness.effects = [effect]
    witness.incentives = incentives
    let (first, second) = (
      graph.metrics[graph.effects[effect].from], graph.metrics[graph.effects[effect].to]
    )
    return inspection.finding(
      about,
      Draft(
        key: [first.id, second.id] + Set(holders.map(inspection.key)).sorted(), severity: .medium,
        score: pairs.map { Double(graph.weight($0.0) * graph.weight($0.1)) }.max() ?? 0,
        subjects: isOne ? [example] : [],
        message: "The law asks \(who) for \(first.name) and for \(second.name), and the one works "
          + "against the other.",
        explanation: "\(inspection.reasons(incentives)) Were there a rule which of the two yields, "
          + "both could be met.",
        witness: witness, clearedBy: "a rule which of the two duties comes first"))
  }
}
