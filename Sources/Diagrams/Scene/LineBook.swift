import GovernanceModel

/// Gathers relationships between bodies into lines between nodes.
struct LineBook {
  struct Key: Hashable {
    let from: Int
    let to: Int
    let kind: UInt16
    let isUnstated: Bool
  }

  /// What is known of the relationships of one key.
  private struct Entry {
    var tally = LineTally()
    /// Whether it is a line, or only what was paid or said for one.
    var isLine = false
    var payments: [Payment] = []
    var share: String?
  }

  let graph: GovernanceGraph
  private(set) var nodeIDs: [String] = []
  private var numberOfNode: [String: Int] = [:]
  private var numberOfKey: [Key: Int] = [:]
  /// By number, in the order in which they were met.
  private var keys: [Key] = []
  private var entries: [Entry] = []

  init(_ graph: GovernanceGraph) { self.graph = graph }

  /// The number of a node, given on first sight.
  mutating func number(of id: String) -> Int {
    if let number = numberOfNode[id] { return number }
    numberOfNode[id] = nodeIDs.count
    nodeIDs.append(id)
    return nodeIDs.count - 1
  }

  private mutating func number(of key: Key) -> Int {
    if let number = numberOfKey[key] { return number }
    numberOfKey[key] = keys.count
    keys.append(key)
    entries.append(Entry())
    return keys.count - 1
  }

  private mutating func line(_ key: Key) -> Int {
    let number = number(of: key)
    entries[number].isLine = true
    return number
  }

  /// Adds one relationship between two nodes.
  mutating func add(row: Int, from: Int, to: Int) {
    let line = line(Key(from: from, to: to, kind: graph.rows.kind[row], isUnstated: false))
    entries[line].tally.count(
      row, basis: graph.basis(ofRow: row), grade: graph.rows.grade[row],
      source: graph.rows.source[row])
    guard graph.rows.amount[row] != .min else { return }
    let year = graph.rows.year[row]
    entries[line].payments.append(
      Payment(
        amount: Amount(hundredths: graph.rows.amount[row]),
        year: year.isNone ? nil : graph.text[year]))
  }

  /// Adds a statement that does not say which bodies it is about.
  mutating func add(unstated statement: Statement, from: Int, to: Int) {
    let line = line(Key(from: from, to: to, kind: statement.kind.raw, isUnstated: true))
    entries[line].tally.add(LineTally(of: statement))
    add(statement, to: line)
  }

  /// Adds a statement about a kind of which the graph lists no body.
  mutating func add(unlisted statement: Statement, from: Int, to: Int) {
    let line = line(Key(from: from, to: to, kind: statement.kind.raw, isUnstated: false))
    entries[line].tally.add(LineTally(of: statement))
    add(statement, to: line)
  }

  /// Adds the total that a statement gives for all it stands for to the line it is drawn as.
  mutating func add(totalOf statement: Statement, from: Int, to: Int) {
    let number = number(
      of: Key(from: from, to: to, kind: statement.kind.raw, isUnstated: false))
    if statement.amount != nil, entries[number].isLine {
      entries[number].tally.statements.append(statement)
    }
    add(statement, to: number)
  }

  /// Says that a line ties only some of the bodies drawn as one.
  mutating func share(_ key: Key, _ words: String) { entries[number(of: key)].share = words }

  private mutating func add(_ statement: Statement, to number: Int) {
    guard let amount = statement.amount else { return }
    entries[number].payments.append(Payment(amount: amount, year: statement.year))
  }

  private var numbers: [Int] { keys.indices.filter { entries[$0].isLine } }

  /// What each line joins, in no order that matters.
  var lineKeys: [Key] { numbers.map { keys[$0] } }

  /// Takes lines out, and tells how many relationships they stood for, each for one at least.
  mutating func drop(_ isDropped: (Key) -> Bool) -> Int {
    var count = 0
    for number in numbers where isDropped(keys[number]) {
      count += max(1, entries[number].tally.relationships)
      entries[number].isLine = false
    }
    return count
  }

  /// The lines, by ends and kind.
  ///
  /// - Complexity: O(n log n) in nodes and lines.
  func lines() -> [SceneLine] {
    let rank = nodeIDs.ranks
    let rankOfKind = graph.relationshipKinds.kinds.map(\.id).ranks
    func order(_ number: Int) -> (Int, Int, Int, Int) {
      let key = keys[number]
      return (rank[key.from], rank[key.to], rankOfKind[Int(key.kind)], key.isUnstated ? 1 : 0)
    }
    return numbers.sorted { order($0) < order($1) }.map { number in
      let key = keys[number]
      let entry = entries[number]
      return SceneLine(
        from: nodeIDs[key.from], to: nodeIDs[key.to], kind: KindIndex(raw: key.kind),
        tally: entry.tally, isUnstated: key.isUnstated,
        amounts: Payment.labels(entry.payments, currency: graph.currency),
        sum: Payment.latestSum(entry.payments), share: entry.share)
    }
  }
}

extension LineTally {
  fileprivate mutating func count(_ row: Int, basis: Basis, grade: UInt8, source: TextIndex) {
    relationships += 1
    rows.append(RelationshipIndex(row))
    self.basis.formUnion(basis)
    grades[Int(grade)] += 1
    if !source.isNone { sourced += 1 }
  }
}
