import GovernanceModel

/// Which amounts are figures in their own right: not another figure for the same flow, and not a
/// component of one that is drawn between the same bodies.
struct PaymentStanding {
  static let notCounted = "amounts that are another figure for, or a part of, a payment shown"

  private let graph: GovernanceGraph
  /// The ends of the rows that others call their whole.
  private var ends: [String: (from: UInt32, to: UInt32)] = [:]

  init(_ graph: GovernanceGraph) {
    self.graph = graph
    let rows = graph.rows
    var wholes: Set<TextIndex> = []
    for row in 0..<rows.count where !rows.partOf[row].isNone { wholes.insert(rows.partOf[row]) }
    guard !wholes.isEmpty else { return }
    let ids = Set(wholes.map { graph.text[$0] })
    for row in 0..<rows.count where !rows.id[row].isNone && ids.contains(graph.text[rows.id[row]]) {
      ends[graph.text[rows.id[row]]] = (rows.from[row], rows.to[row])
    }
  }

  /// Whether the row, or the statement it was expanded from, gives an amount.
  func hasAmount(_ row: Int) -> Bool {
    if graph.rows.amount[row] != .min { return true }
    let statement = graph.rows.statement[row]
    return statement != .max && graph.statements[Int(statement)].amount != nil
  }

  func isCounted(_ row: Int) -> Bool {
    let rows = graph.rows
    if !rows.alternativeOf[row].isNone { return false }
    let statement = rows.statement[row]
    if statement != .max, graph.statements[Int(statement)].alternativeOf != nil { return false }
    guard !rows.partOf[row].isNone, let whole = ends[graph.text[rows.partOf[row]]] else {
      return true
    }
    return whole.from != rows.from[row] || whole.to != rows.to[row]
  }
}
