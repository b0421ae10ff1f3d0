import GovernanceModel

/// Money named for one purpose and spent on another.
struct DivertedMoney: Rule {
  let about = RuleDescription(
    "diverted-money",
    finds: "Half or more of the money named for one purpose was spent on another.",
    definition: """
      A row of 'reallocations' of the financial year that the date is in, with amount ÷ of_amount ≥ ½; \
      also one whose of_amount is not recorded, as provisional.
      """,
    score: "The amount in millions. High; medium where the share is not recorded.",
    limits: "The year alone dates the row. A switch may have been agreed by all.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard !graph.reallocations.isEmpty else { return .noData("the graph records no reallocations") }
    return .findings(
      graph.reallocations.indices.compactMap { position in
        let row = graph.reallocations[position]
        guard row.year.map({ FinancialYear.covers($0, inspection.moment) }) ?? true,
          row.share.map({ $0 >= 0.5 }) ?? (row.amount != nil)
        else { return nil }
        return finding(position, inspection)
      })
  }

  private func finding(_ position: Int, _ inspection: Inspection) -> Finding? {
    let row = inspection.graph.reallocations[position]
    var witness = Witness()
    witness.reallocations = [position]
    let amount = row.amount.map(inspection.money) ?? "Money"
    let share = row.share.map { share in
      share >= 1 ? ", all of what was" : ", \(Inspection.percent(share)) of what was"
    }
    return inspection.finding(
      about,
      Draft(
        key: [row.id], severity: row.share == nil ? .medium : .high,
        score: Double((row.amount?.hundredths ?? 0) / 100_000_000),
        message: "\(amount)\(share ?? "") named for \(row.purpose.lowercasedFirst)"
          + "\(share == nil ? "" : ",") was spent on \(row.spentOn.lowercasedFirst)"
          + "\(row.year.map { " in \($0)" } ?? "").",
        explanation: (row.decidedBy.isEmpty
          ? "Who decided so is not recorded." : "Decided by \(inspection.names(row.decidedBy)).")
          + (row.meantFor.isEmpty ? "" : " It was meant for \(inspection.names(row.meantFor)).")
          + " If what it was spent on served the purpose after all, little was lost.",
        witness: witness,
        remedies: row.decidedBy.isEmpty
          ? [] : [Finding.Remedy(instrument: "The decision on the money", setBy: row.decidedBy)],
        clearedBy: "the money is spent on what it was named for, or named for what it is spent on",
        doubts: row.share == nil ? ["what was named for the purpose in all is not recorded"] : []))
  }
}

/// Financial years as tables write them: `2016/17`, from April to March.
enum FinancialYear {
  /// Whether a year contains a moment; every year does regardless of dates. A text that is no
  /// financial year covers every moment.
  static func covers(_ year: String, _ moment: Moment) -> Bool {
    guard case .date(let date) = moment, let start = Int(year.prefix(4)), year.contains("/") else {
      return true
    }
    let first = date.month.map { $0 >= 4 } ?? false ? date.year : date.year - 1
    return first == start
  }

  /// From the first day of a year to the first of the next; of a text that is none every day.
  static func period(_ year: String) -> Period {
    guard year.contains("/"), let start = Int(year.prefix(4)) else { return .unlimited }
    return Period(
      start: PartialDate(year: start, month: 4, day: 1),
      end: PartialDate(year: start + 1, month: 4, day: 1))
  }
}
