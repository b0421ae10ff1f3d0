import GovernanceModel

/// Money from a body that the one paid does not answer to.
struct FunderOffPath: Rule {
  let about = RuleDescription(
    "funder-off-path", patterns: ["P18"],
    finds: "A body is paid by one that it does not answer to.",
    definition: """
      A funding row from f to x in force, f ≠ x; x answers to somebody, on whatever basis, but no \
      route of accountability of any basis leads from x to f. Rows made from one statement, or from one \
      funder to bodies of one kind, are one finding.
      """,
    score: "The number of bodies paid. Medium; low where many pay one.",
    limits: """
      A pot that answers to nobody is left to unaccountable-body. Rows about kinds whose pairs are \
      not recorded are not followed. Money may rightly come from outside a hierarchy: the finding \
      says where neither side can call the other to account.
      """)

  private struct Group {
    var rows: [FundingLine] = []
  }

  func find(in inspection: Inspection) -> RuleResult {
    let lines = inspection.everyLine.fundingLines()
    guard !lines.isEmpty else { return .noData("the graph records no funding") }
    var groups: [String: Group] = [:]
    for line in lines where !line.isOnPath {
      guard !inspection.everyLine.principals(of: line.funded).isEmpty else { continue }
      groups[key(line, inspection), default: Group()].rows.append(line)
    }
    return .findings(
      groups.sorted { $0.key < $1.key }.compactMap { finding($0.key, $0.value.rows, inspection) })
  }

  /// The statement that a row was made from, or the funder and the kind of the one it pays.
  private func key(_ line: FundingLine, _ inspection: Inspection) -> String {
    if let statement = inspection.graph[line.relationship].statement {
      return inspection.name(statement).split(separator: " ").joined(separator: "+")
    }
    return "\(inspection.id(line.funder))/every+\(inspection.kind(line.funded).id)"
  }

  private func finding(_ key: String, _ rows: [FundingLine], _ inspection: Inspection) -> Finding? {
    let graph = inspection.graph
    let funded = Set(rows.map(\.funded))
    let first = rows.min { inspection.id($0.funded) < inspection.id($1.funded) }!
    var witness = Witness()
    witness.relationships = rows.prefix(20).map(\.relationship)
    witness.absent = [
      Witness.Absence(
        from: first.funded, to: first.funder, kind: .accountableTo,
        searched: "every route of accountability, whatever it rests on")
    ]
    let statement = graph[first.relationship].statement.map { graph.statements[$0] }
    let isOfKind = Set(rows.map(\.funder)).count > 1
    let payer =
      isOfKind
      ? statement.map { inspection.name($0.from) } ?? inspection.kind(first.funder).plural
      : inspection.name(first.funder)
    let kinds = statement.map { inspection.name($0.to) } ?? inspection.kind(first.funded).plural
    let payee = funded.count > 1 ? "\(funded.count) \(kinds)" : inspection.name(first.funded)
    let principals = Inspection.list(
      inspection.everyLine.principals(of: first.funded).map(inspection.name).sorted(), atMost: 4)
    return inspection.finding(
      about,
      Draft(
        // Many who pay one are its customers or subscribers more than its masters.
        key: [key], severity: isOfKind && funded.count == 1 ? .low : .medium,
        score: Double(funded.count),
        subjects: funded.count > 20 ? [] : Array(funded),
        message: "\(payer.capitalisedFirst) \(isOfKind ? "pay" : "pays") \(payee), which "
          + "\(funded.count > 1 ? "do" : "does") not answer to "
          + "\(isOfKind ? "them" : "it") in any way on record.",
        explanation:
          "\(inspection.name(first.funded)), for one, answers to \(principals). Who pays "
          + "cannot call to account, and whoever can does not pay.",
        witness: witness, money: money(rows, graph),
        clearedBy: "a line of accountability for the money, or payment through a body that has one")
    )
  }

  /// The rows' own amounts, and the totals of the statements that they were made from, each once.
  private func money(_ rows: [FundingLine], _ graph: GovernanceGraph) -> [Finding.Money] {
    var seen: Set<Finding.Money> = []
    return rows.compactMap { row -> Finding.Money? in
      let line = graph[row.relationship]
      let statement = line.statement.map { graph.statements[$0] }
      guard let amount = line.amount ?? statement?.amount else { return nil }
      return Finding.Money(
        amount: amount, year: line.year ?? statement?.year,
        what: line.amount == nil ? "in all: \(statement?.id ?? "")" : line.id ?? "paid")
    }.filter { seen.insert($0).inserted }.sorted {
      ($1.amount, $0.what) < ($0.amount, $1.what)
    }
  }
}
