import GovernanceModel

/// A balance that rests on money that comes once.
struct BalanceOnOneOffs: Rule {
  let about = RuleDescription(
    "balance-on-one-offs",
    finds: "A sum is in balance only by money that was moved to it for the year.",
    definition: """
      A measured outturn F ≥ 0 of several bodies together on a metric that is the system's \
      counterpart of another, in the financial year that the date is in; the reallocations of that \
      year come to more than F.
      """,
    score: "The reallocations divided by the balance (by 1 for none). High.",
    limits: """
      That each reallocation came to this balance, and only once, is inferred from the year. Which \
      members missed their totals is not looked at.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let system = Set(graph.metrics.compactMap(\.systemMetric))
    let balances = graph.measurements.indices.filter { position in
      let row = graph.measurements[position]
      if case .body = row.holder { return false }
      return row.stage == .outturn && row.shareOf == nil && system.contains(row.metric)
    }
    guard !balances.isEmpty else {
      return .noData("no outturn of a system's balance is recorded")
    }
    return .findings(balances.compactMap { finding($0, inspection) })
  }

  private func finding(_ position: Int, _ inspection: Inspection) -> Finding? {
    let graph = inspection.graph
    let balance = graph.measurements[position]
    guard let year = balance.year, FinancialYear.covers(year, inspection.moment),
      balance.figure.hundredths >= 0
    else { return nil }
    let moved = graph.reallocations.indices.filter {
      graph.reallocations[$0].year == year && graph.reallocations[$0].amount != nil
    }.sorted { graph.reallocations[$0].id < graph.reallocations[$1].id }
    var sum = Amount(hundredths: 0)
    for row in moved { sum = sum.adding(graph.reallocations[row].amount!) ?? sum }
    guard sum > balance.figure else { return nil }
    var witness = Witness()
    witness.measurements = [position]
    witness.reallocations = moved
    let parts = moved.map { row -> String in
      let row = graph.reallocations[row]
      return "\(inspection.money(row.amount!)) (\(row.purpose.lowercasedFirst))"
    }
    let name = graph.metrics[balance.metric].name
    return inspection.finding(
      about,
      Draft(
        key: [balance.id ?? "\(graph.metrics[balance.metric].id)/\(year)"], severity: .high,
        score: Double(sum.hundredths) / Double(max(100, balance.figure.hundredths)),
        message:
          "The \(name) of \(year), \(inspection.money(balance.figure)) to the good, rests on "
          + "\(inspection.money(sum)) moved to it for the year.",
        explanation:
          "Moved: \(Inspection.list(parts)). Without them there would have been a deficit "
          + "of \(inspection.money(Amount(hundredths: sum.hundredths - balance.figure.hundredths))), "
          + "if all of it came to this balance.",
        witness: witness, clearedBy: "a balance out of the year's own income and spending",
        doubts: ["that all of it came to this balance is inferred from the year"]))
  }
}
