import GovernanceModel

/// One flow of money to or from a body, as one row states it.
public struct FundingFlow: Hashable, Sendable {
  /// Whether money comes to the body or goes from it.
  public enum Direction: String, Hashable, Sendable {
    case incoming = "in"
    case outgoing = "out"
  }
  /// How a row's amount relates to others.
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
  /// What the main rows of one year and direction add up to.
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
  /// By direction and year.
  public let totals: [YearTotal]
  /// Totals that have published components.
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
    var flows: [FundingFlow] = []
    for direction in [FundingFlow.Direction.incoming, .outgoing] {
      let rows =
        direction == .incoming
        ? graph.relationships(to: body, kind: .funds, at: moment)
        : graph.relationships(from: body, kind: .funds, at: moment)
      flows += Self.rows(rows, direction, of: body, in: graph)
      flows += Self.statements(rows, direction, of: body, in: graph, at: moment)
    }
    flows = Self.ordered(flows, graph)
    self.flows = flows
    totals = Self.totals(flows)
    reconciliations = Self.reconciliations(flows)
  }

  private static func rows(
    _ rows: [Relationship], _ direction: FundingFlow.Direction, of body: BodyIndex,
    in graph: GovernanceGraph
  ) -> [FundingFlow] {
    // Expanded rows without an amount of their own are told by their statement.
    rows.filter { $0.statement == nil || $0.amount != nil }.map { row in
      FundingFlow(
        direction: direction, other: .body(direction == .incoming ? row.from : row.to), id: row.id,
        kind: row.kind, amount: row.amount, classTotal: nil, year: row.year,
        standing: row.statement.map { standing(ofPairOf: graph.statements[$0], at: body) }
          ?? standing(row.alternativeOf, row.partOf),
        evidence: row.evidence, period: row.period, isUnstated: false)
    }
  }

  /// A listed pair with an amount is a component of its statement's total where that is told too.
  private static func standing(ofPairOf statement: Statement, at body: BodyIndex)
    -> FundingFlow.Standing
  {
    let isWhole = statement.from == .body(body) || statement.to == .body(body)
    if isWhole, statement.amount != nil, let id = statement.id { return .component(of: id) }
    return standing(statement.alternativeOf, statement.partOf)
  }

  private static func statements(
    _ rows: [Relationship], _ direction: FundingFlow.Direction, of body: BodyIndex,
    in graph: GovernanceGraph, at moment: Moment
  ) -> [FundingFlow] {
    let wanted = Set(graph.positions(of: .funds))
    let kinds = graph.bodyKinds.selfAndBroader(graph.kind(of: body, at: moment))
    let withAmount = Set(rows.filter { $0.amount != nil }.compactMap(\.statement))
    let withoutAmount = Set(rows.filter { $0.amount == nil }.compactMap(\.statement))
    return graph.statements.enumerated().compactMap { position, statement in
      guard wanted.contains(statement.kind.position), statement.period.holds(at: moment) else {
        return nil
      }
      let isIncoming = direction == .incoming
      let side = isIncoming ? statement.to : statement.from
      let isWhole = side == .body(body)
      if isWhole {
        // Pairs that all have amounts say it themselves, unless there is a total to set them against.
        guard
          statement.amount != nil || !withAmount.contains(position)
            || withoutAmount.contains(position)
        else { return nil }
      } else {
        guard kinds.contains(where: { side == .every($0) }),
          !statement.statesPairs || withoutAmount.contains(position)
            || isAlternative(statement, about: body, direction, in: graph)
        else { return nil }
      }
      return FundingFlow(
        direction: direction, other: isIncoming ? statement.from : statement.to, id: statement.id,
        kind: statement.kind, amount: isWhole ? statement.amount : nil,
        classTotal: isWhole ? nil : statement.amount, year: statement.year,
        standing: standing(statement.alternativeOf, statement.partOf),
        evidence: statement.evidence, period: statement.period,
        isUnstated: !statement.statesPairs)
    }
  }

  /// Whether a statement gives another figure, which is no relationship of its own, for a flow of a
  /// body of its kind.
  private static func isAlternative(
    _ statement: Statement, about body: BodyIndex, _ direction: FundingFlow.Direction,
    in graph: GovernanceGraph
  ) -> Bool {
    guard statement.alternativeOf != nil else { return false }
    return statement.pairing != .listed
      || graph.listedPairs.contains {
        $0.statement == statement.id && (direction == .incoming ? $0.to : $0.from) == body
      }
  }

  private static func standing(_ alternativeOf: String?, _ partOf: String?) -> FundingFlow.Standing
  {
    if let alternativeOf { return .alternative(of: alternativeOf) }
    if let partOf { return .component(of: partOf) }
    return .main
  }

  /// The id of a row in one direction: what comes in and what goes out are never added.
  private struct RowKey: Hashable {
    let direction: FundingFlow.Direction
    let id: String
  }

  private static func ids(of flows: [FundingFlow]) -> Set<RowKey> {
    Set(flows.compactMap { flow in flow.id.map { RowKey(direction: flow.direction, id: $0) } })
  }

  /// The row that an alternative or a component stands under.
  private static func parent(of flow: FundingFlow) -> RowKey? {
    switch flow.standing {
    case .main: nil
    case .alternative(let id), .component(let id): RowKey(direction: flow.direction, id: id)
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
    let ids = ids(of: flows)
    let parents = sorted.map { flow in parent(of: flow).flatMap { ids.contains($0) ? $0 : nil } }
    let below = Dictionary(grouping: sorted.indices.filter { parents[$0] != nil }) { parents[$0]! }
    var placed: [FundingFlow] = []
    var isPlaced = [Bool](repeating: false, count: sorted.count)
    func place(_ position: Int) {
      var waiting = [position]
      while let next = waiting.popLast() {
        guard !isPlaced[next] else { continue }
        isPlaced[next] = true
        placed.append(sorted[next])
        guard let id = sorted[next].id else { continue }
        waiting += (below[RowKey(direction: sorted[next].direction, id: id)] ?? []).reversed()
      }
    }
    for position in sorted.indices where parents[position] == nil { place(position) }
    // Rows that refer to each other in a circle have no main row to stand under.
    for position in sorted.indices { place(position) }
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
    let ids = ids(of: flows)
    // A component whose whole is not among these rows is a flow in its own right here.
    let counted = flows.filter { flow in
      switch flow.standing {
      case .main: true
      case .alternative: false
      case .component: !ids.contains(parent(of: flow)!)
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
