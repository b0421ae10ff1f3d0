import GovernanceModel

/// Money that one body pays and another hands out.
struct SeparateAllocator: Rule {
  let about = RuleDescription(
    "separate-allocator",
    finds: "Who decides how money is divided is not who pays it.",
    definition: """
      A row of the kind 'allocates' from d to x and a row of another funding kind from f ≠ d to the \
      same x, both in force.
      """,
    score: "1. Medium.",
    limits: "Needs a graph that says who allocates: a kind 'allocates' under 'funds'.")

  private struct Flow {
    let from: Party
    let to: Party
    let statement: Int?
    let row: RelationshipIndex?
  }

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    guard let allocates = graph.relationshipKinds.index(of: "allocates") else {
      return .noData("the graph has no relationship kind 'allocates'")
    }
    let statements = inspection.statements(of: .funds).map { position in
      let row = graph.statements[position]
      return (row.kind, Flow(from: row.from, to: row.to, statement: position, row: nil))
    }
    let rows = inspection.lines(of: .funds).map { graph[$0] }.filter { $0.statement == nil }.map {
      ($0.kind, Flow(from: .body($0.from), to: .body($0.to), statement: nil, row: $0.index))
    }
    let flows = statements + rows
    let deciding = flows.filter { graph.relationshipKinds.kind($0.0, isA: allocates) }
    let paying = flows.filter { !graph.relationshipKinds.kind($0.0, isA: allocates) }
    return .findings(
      deciding.flatMap { decision in
        paying.filter { $0.1.to == decision.1.to && $0.1.from != decision.1.from }.compactMap {
          finding(decision.1, $0.1, inspection)
        }
      })
  }

  private func finding(_ decision: Flow, _ payment: Flow, _ inspection: Inspection) -> Finding? {
    let graph = inspection.graph
    var witness = Witness()
    witness.statements = [decision.statement, payment.statement].compactMap { $0 }
    witness.relationships = [decision.row, payment.row].compactMap { $0 }
    let amount =
      payment.statement.flatMap { graph.statements[$0].amount }
      ?? payment.row.flatMap { graph[$0].amount }
    let year = payment.statement.flatMap { graph.statements[$0].year }
    let (decider, payer, payee) = (
      inspection.name(decision.from), inspection.name(payment.from), inspection.name(decision.to)
    )
    return inspection.finding(
      about,
      Draft(
        key: [
          key(decision.from, inspection), key(payment.from, inspection),
          key(decision.to, inspection),
        ],
        severity: .medium, score: 1,
        message: "\(payer.capitalisedFirst) "
          + (inspection.isPlural(payment.from) ? "pay " : "pays ")
          + "\(amount.map { inspection.money($0) + " to " } ?? "")\(payee), and \(decider) "
          + (inspection.isPlural(decision.from) ? "settle" : "settles") + " who gets how much.",
        explanation:
          "What each of those paid gets depends on \(decider), and the money is that of "
          + "\(payer). Were the two of one mind, it would not matter.",
        witness: witness,
        money: amount.map {
          [Finding.Money(amount: $0, year: year, what: "\(payer) to \(payee)")]
        } ?? [],
        clearedBy: "the payer decides, or the money passes through the one who does"))
  }

  private func key(_ party: Party, _ inspection: Inspection) -> String {
    switch party {
    case .body(let body): inspection.id(body)
    case .every(let kind): "every+" + inspection.graph.bodyKinds[kind].id
    }
  }
}
