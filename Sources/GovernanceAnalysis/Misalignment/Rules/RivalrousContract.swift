import GovernanceModel

/// Buyer and seller who are both to end the year with a surplus, which one can only have from the
/// other.
struct RivalrousContract: Rule {
  let about = RuleDescription(
    "rivalrous-contract",
    finds: "Both ends of a contract are told to keep more of what only passes between them.",
    definition: """
      A metric m that is rivalrous across a kind of relationship; a line of that kind from x to y, or \
      a statement that x's kind stands so to y's; incentives on x and on y, both to have more of m, \
      at least moderate, in force on a common day.
      """,
    score: "Strength of x's times strength of y's, 4 to 9. High.",
    limits: """
      Where only kinds are recorded, that two bodies of a footprint have such a contract is inferred \
      from the kinds and the common membership. Payments from outside the contract, which can raise \
      both, are not reckoned with.
      """)

  private struct Tie {
    let key: String
    let statement: Int?
    var rows: [RelationshipIndex] = []
    let payers: [Int]
    let payees: [Int]
    let names: (String, String)
    /// Whether both names are of several bodies.
    let arePlural: (Bool, Bool)
  }

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let rivalrous = graph.metricsByID.filter { graph.metrics[$0].rivalrousAcross != nil }
    guard !rivalrous.isEmpty else { return .noData("no metric is recorded as rivalrous") }
    return .findings(
      rivalrous.flatMap { metric in
        ties(metric, inspection).compactMap { finding($0, metric, inspection) }
      })
  }

  /// Statements one by one, and single lines by the kinds of their ends.
  private func ties(_ metric: Int, _ inspection: Inspection) -> [Tie] {
    let graph = inspection.graph
    let across = RelationshipKind(
      graph.relationshipKinds[graph.metrics[metric].rivalrousAcross!].id)
    let wants = inspection.incentives.on(metric: metric, sign: 1, atLeast: .moderate)
    func bearing(on party: Party) -> [Int] {
      wants.filter { incentive in
        switch party {
        case .body(let body): return inspection.bears(incentive, on: body)
        case .every(let kind):
          guard let expression = graph.expression(of: graph.incentives[incentive].holder) else {
            return false
          }
          // Narrower kinds decide, since bodies have them.
          return graph.bodyKinds.selfAndNarrower(kind).contains {
            expression.matches($0, in: graph.bodyKinds)
          }
        }
      }
    }
    var ties: [String: Tie] = [:]
    for position in inspection.statements(of: across) {
      let row = graph.statements[position]
      let key = inspection.name(position).split(separator: " ").joined(separator: "+")
      ties[key] = Tie(
        key: key, statement: position, payers: bearing(on: row.from), payees: bearing(on: row.to),
        names: (inspection.name(row.from), inspection.name(row.to)),
        arePlural: (inspection.isPlural(row.from), inspection.isPlural(row.to)))
    }
    for row in inspection.lines(of: across) {
      let line = graph[row]
      guard line.statement == nil else { continue }
      let kinds = (inspection.kind(line.from), inspection.kind(line.to))
      let key = "\(kinds.0.id)/\(kinds.1.id)"
      if ties[key] == nil {
        ties[key] = Tie(
          key: key, statement: nil, payers: bearing(on: .body(line.from)),
          payees: bearing(on: .body(line.to)), names: (kinds.0.plural, kinds.1.plural),
          arePlural: (true, true))
      }
      ties[key]!.rows.append(row)
    }
    return ties.sorted { $0.key < $1.key }.map(\.value)
      .filter { !$0.payers.isEmpty && !$0.payees.isEmpty }
  }

  private func finding(_ tie: Tie, _ metric: Int, _ inspection: Inspection) -> Finding? {
    let graph = inspection.graph
    let payers = tie.payers.filter { one in tie.payees.contains { graph.coincide(one, $0) } }
    let payees = tie.payees.filter { one in payers.contains { graph.coincide(one, $0) } }
    guard !payers.isEmpty else { return nil }
    var witness = Witness()
    witness.incentives = Array(Set(payers + payees))
    if let statement = tie.statement { witness.statements = [statement] }
    witness.relationships = Array(tie.rows.prefix(20))
    let places = tie.statement.map { meetings(over: graph.statements[$0], inspection) } ?? []
    let doubt =
      tie.statement.map { graph.statements[$0].statesPairs } == false
      ? ["which bodies have a contract is not recorded: inferred from their kinds and footprint"]
      : []
    let subjects = tie.rows.flatMap { [graph[$0].from, graph[$0].to] }
    let (ones, others) = tie.names
    let name = graph.metrics[metric].name
    return inspection.finding(
      about,
      Draft(
        key: [graph.metrics[metric].id, tie.key], severity: .high,
        score: Double(
          (payers.map(graph.weight).max() ?? 0) * (payees.map(graph.weight).max() ?? 0)),
        subjects: subjects, places: places,
        message:
          "\(ones.capitalisedFirst) and \(others), the two ends of a contract, are each held to "
          + "the \(name): what one end saves on the contract the other loses"
          + (places.isEmpty ? "." : ", in \(inspection.share(of: places.count))."),
        explanation: "\(ones.capitalisedFirst) \(tie.arePlural.0 ? "are" : "is") held to it by "
          + "\(inspection.instruments(payers)); \(others) by \(inspection.instruments(payees)). A "
          + "price cut or a case avoided moves money across the contract; only a cost that falls "
          + "away on both sides leaves the system better off. If neither side depended on the other "
          + "for its result, there would be no conflict.",
        witness: witness,
        clearedBy: "one result for both ends (a shared total, or a contract that shares gain and "
          + "loss) in place of \(inspection.instrumentNames(payers + payees))",
        doubts: doubt))
  }

  /// Footprints that have members on both sides of a statement.
  private func meetings(over statement: Statement, _ inspection: Inspection) -> [Finding.Place] {
    inspection.footprints.compactMap { footprint in
      let ones = footprint.bodies.filter { inspection.means(statement.from, $0) }
      let others = footprint.bodies.filter { inspection.means(statement.to, $0) }
      guard !ones.isEmpty, !others.isEmpty else { return nil }
      return Finding.Place(footprint: footprint.body, members: inspection.byID(Set(ones + others)))
    }
  }
}
