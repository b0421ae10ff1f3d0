import GovernanceModel

/// One flow of money to or from a body, as one row states it.
public struct FundingFlow: Hashable, Sendable {
  public enum Direction: String, Hashable, Sendable {
    case incoming = "in"
    case outgoing = "out"
  }
  public enum Standing: Hashable, Sendable {
    case main
    /// Another published figure for the flow with this id: never added to it.
    case alternative(of: String)
    /// A component of the flow with this id: never added to it.
    case component(of: String)
  }

  public let direction: Direction
  public let other: Party
  public let id: String?
  public let kind: KindIndex
  /// The amount for this body; nil when it is not recorded.
  public let amount: Amount?
  /// The total for all bodies of the kind, where the row states only that.
  public let classTotal: Amount?
  public let year: String?
  public let standing: Standing
  public let evidence: Evidence
  public let period: Period
  /// Whether the row says "some of them, which ones is not recorded".
  public let isUnstated: Bool
}

/// A published total set against the sum of its published components.
public struct Reconciliation: Hashable, Sendable {
  public let total: FundingFlow
  public let components: [FundingFlow]
  public let sum: Amount
  /// What the total has beyond its components; nil when it is too large to hold.
  public let difference: Amount?
}

/// A body's money in and out, by year, with alternatives and components apart so that nothing is
/// added twice.
public struct FundingAnalysis: Sendable {
  public struct YearTotal: Hashable, Sendable {
    public let year: String?
    public let direction: FundingFlow.Direction
    /// The sum of the main rows with an amount for this body; nil when it is too large to hold.
    public let amount: Amount?
    public let rowsCounted: Int
    public let rowsWithoutAmount: Int
  }

  public let body: BodyIndex
  public let moment: Moment
  /// By direction, year and amount, each main row followed by its alternatives and components.
  public let flows: [FundingFlow]
  public let totals: [YearTotal]
  public let reconciliations: [Reconciliation]

  /// Gathers the `funds` rows of a body, or of a narrower kind of relationship.
  ///
  /// Amounts belong to their financial year: rows whose dates are not recorded are included, and
  /// rows that ended before the moment or begin after it are not.
  ///
  /// - Complexity: O(relationships of the body + statements).
  public init(of body: BodyIndex, in graph: GovernanceGraph, at moment: Moment) {
    self.body = body
    self.moment = moment
    var flows = Self.rows(of: body, in: graph, at: moment)
    flows += Self.statements(of: body, in: graph, at: moment)
    self.flows = Self.ordered(flows, graph)
    totals = Self.totals(flows)
    reconciliations = Self.reconciliations(flows)
  }

  private static func rows(
    of body: BodyIndex, in graph: GovernanceGraph, at moment: Moment
  ) -> [FundingFlow] {
    func flow(_ row: Relationship, _ direction: FundingFlow.Direction) -> FundingFlow? {
      // Expanded rows are told by their statement, which has the total.
      guard row.statement == nil || row.amount != nil else { return nil }
      return FundingFlow(
        direction: direction, other: .body(direction == .incoming ? row.from : row.to), id: row.id,
        kind: row.kind, amount: row.amount, classTotal: nil, year: row.year,
        standing: standing(row.alternativeOf, row.partOf), evidence: row.evidence,
        period: row.period, isUnstated: false)
    }
    return graph.relationships(to: body, kind: .funds, at: moment).compactMap {
      flow($0, .incoming)
    }
      + graph.relationships(from: body, kind: .funds, at: moment).compactMap { flow($0, .outgoing) }
  }

  private static func statements(
    of body: BodyIndex, in graph: GovernanceGraph, at moment: Moment
  ) -> [FundingFlow] {
    let wanted = Set(graph.positions(of: .funds))
    let kinds = graph.bodyKinds.selfAndBroader(graph.kind(of: body, at: moment))
    var flows: [FundingFlow] = []
    for statement in graph.statements
    where wanted.contains(statement.kind.position) && statement.period.holds(at: moment) {
      for (side, other, direction) in [
        (statement.from, statement.to, FundingFlow.Direction.outgoing),
        (statement.to, statement.from, .incoming),
      ] {
        let isWhole = side == .body(body)
        guard isWhole || kinds.contains(where: { side == .every($0) }) else { continue }
        flows.append(
          FundingFlow(
            direction: direction, other: other, id: statement.id, kind: statement.kind,
            amount: isWhole ? statement.amount : nil,
            classTotal: isWhole ? nil : statement.amount, year: statement.year,
            standing: standing(statement.alternativeOf, statement.partOf),
            evidence: statement.evidence, period: statement.period,
            isUnstated: !statement.statesPairs))
      }
    }
    return flows
  }

  private static func standing(_ alternativeOf: String?, _ partOf: String?) -> FundingFlow.Standing
  {
    if let alternativeOf { return .alternative(of: alternativeOf) }
    if let partOf { return .component(of: partOf) }
    return .main
  }

  /// The row that an alternative or a component stands under.
  private static func parent(of flow: FundingFlow) -> String? {
    switch flow.standing {
    case .main: nil
    case .alternative(let id), .component(let id): id
    }
  }

  private static func ordered(_ flows: [FundingFlow], _ graph: GovernanceGraph) -> [FundingFlow] {
    func name(_ party: Party) -> String {
      switch party {
      case .body(let body): graph.id(of: body)
      case .every(let kind): graph.bodyKinds[kind].id
      }
    }
    func key(_ flow: FundingFlow) -> (String, String, Int64, String, String) {
      let amount = flow.amount ?? flow.classTotal ?? Amount(hundredths: 0)
      return (
        flow.direction.rawValue, flow.year ?? "", -max(amount.hundredths, -.max), name(flow.other),
        flow.id ?? ""
      )
    }
    let sorted = flows.sorted { key($0) < key($1) }
    let ids = Set(flows.compactMap(\.id))
    let below = Dictionary(grouping: sorted.filter { parent(of: $0).map(ids.contains) ?? false }) {
      parent(of: $0)!
    }
    var placed: [FundingFlow] = []
    func place(_ flow: FundingFlow, depth: Int) {
      placed.append(flow)
      guard depth < 8, let id = flow.id else { return }
      for child in below[id] ?? [] where child.direction == flow.direction && child.id != id {
        place(child, depth: depth + 1)
      }
    }
    for flow in sorted {
      let parentHere = parent(of: flow).map { id in
        flows.contains { $0.id == id && $0.direction == flow.direction }
      }
      if parentHere != true { place(flow, depth: 0) }
    }
    return placed
  }

  private static func totals(_ flows: [FundingFlow]) -> [YearTotal] {
    struct Key: Hashable, Comparable {
      let direction: String
      let year: String
      static func < (left: Key, right: Key) -> Bool {
        (left.direction, left.year) < (right.direction, right.year)
      }
    }
    let ids = Set(flows.compactMap(\.id))
    // A component whose whole is not among these rows is a flow in its own right here.
    let counted = flows.filter { flow in
      switch flow.standing {
      case .main: true
      case .alternative: false
      case .component(let whole): !ids.contains(whole)
      }
    }
    let groups = Dictionary(grouping: counted) {
      Key(direction: $0.direction.rawValue, year: $0.year ?? "")
    }
    return groups.keys.sorted().map { key in
      let rows = groups[key]!
      let amounts = rows.compactMap(\.amount)
      let sum = amounts.reduce(Amount(hundredths: 0) as Amount?) { $0?.adding($1) }
      return YearTotal(
        year: key.year.isEmpty ? nil : key.year,
        direction: FundingFlow.Direction(rawValue: key.direction)!,
        amount: amounts.isEmpty ? nil : sum, rowsCounted: amounts.count,
        rowsWithoutAmount: rows.count - amounts.count)
    }
  }

  private static func reconciliations(_ flows: [FundingFlow]) -> [Reconciliation] {
    flows.compactMap { total in
      guard let id = total.id, let whole = total.amount ?? total.classTotal else { return nil }
      let components = flows.filter { flow in
        flow.direction == total.direction && flow.standing == .component(of: id)
      }
      guard !components.isEmpty,
        let sum = components.reduce(
          Amount(hundredths: 0) as Amount?,
          { $0?.adding($1.amount ?? $1.classTotal ?? Amount(hundredths: 0)) })
      else { return nil }
      let (difference, overflow) = whole.hundredths.subtractingReportingOverflow(sum.hundredths)
      return Reconciliation(
        total: total, components: components, sum: sum,
        difference: overflow ? nil : Amount(hundredths: difference))
    }
  }
}
