import GovernanceModel

/// Gathers relationships between bodies into lines between nodes.
struct LineBook {
  struct Key: Hashable {
    let from: Int
    let to: Int
    let kind: UInt16
    let isUnstated: Bool
  }

  let graph: GovernanceGraph
  private(set) var nodeIDs: [String] = []
  private var numberOfNode: [String: Int] = [:]
  private var numberOfLine: [Key: Int] = [:]
  private var tallies: [LineTally] = []
  private var shares: [Key: String] = [:]
  private var payments: [Key: [Payment]] = [:]

  init(_ graph: GovernanceGraph) { self.graph = graph }

  /// The number of a node, given on first sight.
  mutating func number(of id: String) -> Int {
    if let number = numberOfNode[id] { return number }
    numberOfNode[id] = nodeIDs.count
    nodeIDs.append(id)
    return nodeIDs.count - 1
  }

  private mutating func line(_ key: Key) -> Int {
    if let number = numberOfLine[key] { return number }
    numberOfLine[key] = tallies.count
    tallies.append(LineTally())
    return tallies.count - 1
  }

  /// Adds one relationship between two nodes.
  mutating func add(row: Int, from: Int, to: Int) {
    let rows = graph.rows
    let key = Key(from: from, to: to, kind: rows.kind[row], isUnstated: false)
    tallies[line(key)].count(
      row, basis: graph.basis(ofRow: row), grade: rows.grade[row], source: rows.source[row])
    guard rows.amount[row] != .min else { return }
    let year = rows.year[row]
    payments[key, default: []].append(
      Payment(
        amount: Amount(hundredths: rows.amount[row]), year: year.isNone ? nil : graph.text[year]))
  }

  /// Adds a statement that does not say which bodies it is about.
  mutating func add(unstated statement: Statement, from: Int, to: Int) {
    let key = Key(from: from, to: to, kind: statement.kind.raw, isUnstated: true)
    tallies[line(key)].add(LineTally(of: statement))
    add(statement, to: key)
  }

  /// Adds a statement about a kind of which the graph lists no body.
  mutating func add(unlisted statement: Statement, from: Int, to: Int) {
    let key = Key(from: from, to: to, kind: statement.kind.raw, isUnstated: false)
    tallies[line(key)].add(LineTally(of: statement))
    add(statement, to: key)
  }

  /// Adds the total that a statement gives for all it stands for to the line it is drawn as.
  mutating func add(totalOf statement: Statement, from: Int, to: Int) {
    let key = Key(from: from, to: to, kind: statement.kind.raw, isUnstated: false)
    if statement.amount != nil, let line = numberOfLine[key] {
      tallies[line].statements.append(statement)
    }
    add(statement, to: key)
  }

  /// Says that a line ties only some of the bodies drawn as one.
  mutating func share(_ key: Key, _ words: String) { shares[key] = words }

  private mutating func add(_ statement: Statement, to key: Key) {
    guard let amount = statement.amount else { return }
    payments[key, default: []].append(Payment(amount: amount, year: statement.year))
  }

  /// The lines, by ends and kind.
  func lines() -> [SceneLine] {
    func sortKey(_ key: Key) -> (String, String, String, Int) {
      (
        nodeIDs[key.from], nodeIDs[key.to], graph.relationshipKinds.kinds[Int(key.kind)].id,
        key.isUnstated ? 1 : 0
      )
    }
    return numberOfLine.keys.map { ($0, sortKey($0)) }.sorted { $0.1 < $1.1 }.map { key, _ in
      SceneLine(
        from: nodeIDs[key.from], to: nodeIDs[key.to], kind: KindIndex(raw: key.kind),
        tally: tallies[numberOfLine[key]!], isUnstated: key.isUnstated,
        amounts: Payment.labels(payments[key] ?? [], currency: graph.currency),
        sum: Payment.latestSum(payments[key] ?? []),
        share: shares[key])
    }
  }
}

extension LineTally {
  fileprivate mutating func count(_ row: Int, basis: Basis, grade: UInt8, source: TextIndex) {
    relationships += 1
    rows.append(RelationshipIndex(row))
    self.basis.formUnion(basis)
    grades[Int(grade)] += 1
    guard !source.isNone else { return }
    sourced += 1
    cells[source, default: 0] += 1
  }
}
