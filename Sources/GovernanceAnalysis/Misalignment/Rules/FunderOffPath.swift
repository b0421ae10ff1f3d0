import GovernanceModel

/// Money from a body that the one paid does not answer to.
struct FunderOffPath: Rule {
  let about = RuleDescription(
    "funder-off-path",
    finds: "A body is paid by one that it does not answer to.",
    definition: """
      A funding row from f to x in force, f ≠ x; x answers to somebody, on whatever basis, but no \
      route of accountability of any basis leads from x to f. Rows made from one statement, or from one \
      funder to bodies of one kind, are one finding.
      """,
    score: "The number of bodies paid. Medium; low where many pay one.",
    limits: """
      Where that is more than a thousand findings, those of a kind of funder and of funded are one. \
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
    let offPath = lines.filter {
      !$0.isOnPath && !inspection.everyLine.principals(of: $0.funded).isEmpty
    }
    var groups: [String: Group] = [:]
    for line in offPath { groups[key(line, inspection), default: Group()].rows.append(line) }
    if groups.count > Self.mostSingly { groups = byKinds(offPath, inspection) }
    return .findings(
      groups.sorted { $0.key < $1.key }.compactMap { finding($0.key, $0.value.rows, inspection) })
  }

  /// How many findings are told funder by funder; of more than that, by the kinds of both sides.
  private static let mostSingly = 1000

  private func byKinds(_ lines: [FundingLine], _ inspection: Inspection) -> [String: Group] {
    var groups: [String: Group] = [:]
    for line in lines {
      let (from, to) = (inspection.kind(line.funder), inspection.kind(line.funded))
      groups["every+\(from.id)/every+\(to.id)", default: Group()].rows.append(line)
    }
    return groups
  }

  /// The statement that a row was made from, or the funder and the kind of the one it pays.
  private func key(_ line: FundingLine, _ inspection: Inspection) -> String {
    let statement = inspection.graph.rows.statement[line.relationship.position]
    if statement != .max {
      return inspection.name(Int(statement)).split(separator: " ").joined(separator: "+")
    }
    return "\(inspection.id(line.funder))/every+\(inspection.kind(line.funded).id)"
  }

  private func finding(_ key: String, _ rows: [FundingLine], _ inspection: Inspection) -> Finding? {
    let graph = inspection.graph
    let funded = Set(rows.map(\.funded))
    let first = rows.map { (inspection.id($0.funded), inspection.id($0.funder), $0) }
      .min { ($0.0, $0.1) < ($1.0, $1.1) }!.2
    var witness = Witness()
    // The example first: it is what the words are about.
    witness.relationships =
      [first.relationship]
      + rows.lazy.map(\.relationship).filter { $0 != first.relationship }.prefix(19)
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
          "\(inspection.name(first.funded)), for one, answers to \(principals). Whoever "
          + "pays has no line on record by which to call it to account.",
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
