import GovernanceModel

/// Parts that come to more than the whole.
struct SharesOverHundred: Rule {
  let about = RuleDescription(
    "shares-over-hundred",
    finds: "Shares of one whole come to more than all of it.",
    definition: """
      The sum of 'figure' over the measurements with one 'share_of', metric, stage and year, where \
      the date is in that year, exceeds 100%.
      """,
    score: "The sum in percent. Medium.",
    limits: "Rounded shares may come to a little more than 100.")

  private struct Whole: Hashable {
    let of: String
    let metric: String
    let stage: String
    let year: String
  }

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    var wholes: [Whole: [Int]] = [:]
    for (position, row) in graph.measurements.enumerated() {
      guard let whole = row.shareOf,
        row.year.map({ FinancialYear.covers($0, inspection.moment) }) ?? true
      else { continue }
      let key = Whole(
        of: inspection.key(whole), metric: graph.metrics[row.metric].id, stage: row.stage.rawValue,
        year: row.year ?? "")
      wholes[key, default: []].append(position)
    }
    guard graph.measurements.contains(where: { $0.shareOf != nil }) else {
      return .noData("no share of a whole is recorded")
    }
    return .findings(
      wholes.compactMap { whole, rows in
        let sum = Amount(
          hundredths: rows.reduce(into: Int64(0)) {
            $0 &+= graph.measurements[$1].figure.hundredths
          })
        guard sum.hundredths > 100_00 else { return nil }
        var witness = Witness()
        witness.measurements = rows.sorted {
          (graph.measurements[$0].id ?? "") < (graph.measurements[$1].id ?? "")
        }
        let name = graph.metric(id: whole.metric).map { graph.metrics[$0].name } ?? whole.metric
        return inspection.finding(
          about,
          Draft(
            key: [whole.of, whole.metric, whole.stage, whole.year].filter { !$0.isEmpty },
            severity: .medium, score: Double(sum.hundredths) / 100,
            message: "The shares of \(inspection.name(graph.measurements[rows[0]].shareOf!)) in "
              + "\(name) come to \(sum)%.",
            explanation: "\(rows.count) shares are recorded, and together they are more than the "
              + "whole.",
            witness: witness, clearedBy: "shares of one whole, or wholes that are told apart"))
      })
  }
}
