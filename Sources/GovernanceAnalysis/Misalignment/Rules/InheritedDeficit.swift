import GovernanceModel

/// Totals that are pooled though some members bring more of the deficit than of the income.
struct InheritedDeficit: Rule {
  let about = RuleDescription(
    "inherited-deficit",
    finds: "A member brings a larger share of a footprint's deficit than of its income.",
    definition: """
      Measurements of member x as shares of footprint S ('share_of'), of one year: its share of a \
      metric with a system metric (the deficit) exceeds its share of the metric 'income'; another \
      member has it the other way; no funding row leads from the other to x.
      """,
    score: "The widest difference in percentage points. Medium.",
    limits: "Needs shares that few graphs hold.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    struct Share {
      let row: Int
      let body: BodyIndex
      let figure: Double
    }
    var shares: [String: (deficit: [Share], income: [Share], of: BodyIndex)] = [:]
    var hasShares = false
    for (position, row) in graph.measurements.enumerated() {
      guard case .body(let body) = row.holder, case .body(let whole)? = row.shareOf,
        graph.metrics[row.metric].id == "income" || graph.metrics[row.metric].systemMetric != nil
      else { continue }
      hasShares = true
      guard row.year.map({ FinancialYear.covers($0, inspection.moment) }) ?? true else { continue }
      let key = "\(inspection.id(whole))/\(row.year ?? "")"
      let share = Share(row: position, body: body, figure: Double(row.figure.hundredths) / 100)
      if graph.metrics[row.metric].id == "income" {
        shares[key, default: ([], [], whole)].income.append(share)
      } else {
        shares[key, default: ([], [], whole)].deficit.append(share)
      }
    }
    guard hasShares else {
      return .noData("no member's share of a footprint's deficit or income is recorded")
    }
    return .findings(
      shares.sorted { $0.key < $1.key }.compactMap { key, found in
        let differences = found.deficit.flatMap { deficit in
          found.income.filter { $0.body == deficit.body }.map {
            (deficit.body, deficit.figure - $0.figure, [deficit.row, $0.row])
          }
        }.sorted { ($1.1, inspection.id($0.0)) < ($0.1, inspection.id($1.0)) }
        // Those that are farthest apart, of those between whom nothing is paid.
        let pairs = differences.filter { $0.1 > 0 }.lazy.flatMap { loser in
          differences.reversed().filter { $0.1 < 0 && $0.0 != loser.0 }.map { (loser, $0) }
        }
        guard
          let (loser, winner) = pairs.first(where: { loser, winner in
            !graph.relationships(from: winner.0, kind: .funds, at: inspection.moment)
              .contains { $0.to == loser.0 }
          })
        else { return nil }
        var witness = Witness()
        witness.measurements = loser.2 + winner.2
        witness.absent = [
          Witness.Absence(
            from: winner.0, to: loser.0, kind: .funds, searched: "payments between the two")
        ]
        return inspection.finding(
          about,
          Draft(
            key: [key], severity: .medium, score: loser.1, subjects: [loser.0, winner.0],
            footprint: found.of,
            message: "\(inspection.name(loser.0)) brings a larger share of the deficit than of the "
              + "income of \(inspection.name(found.of)), and \(inspection.name(winner.0)) the "
              + "reverse.",
            explanation:
              "Pooled, the one is carried by the other, and no payment evens it out. Were "
              + "the deficit the fault of those who have it, there would be nothing to even out.",
            witness: witness, clearedBy: "a transfer between the two, or totals that allow for it"))
      })
  }
}
