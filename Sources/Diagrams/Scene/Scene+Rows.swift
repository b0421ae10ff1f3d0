import GovernanceModel

// Which node stands on which level.
extension Scene {
  /// How many nodes stand on the fullest level.
  var widestRow: Int {
    Dictionary(grouping: nodes, by: \.row).values.map(\.count).max() ?? 0
  }

  /// Puts nodes on levels by the tier of their kinds, 0 at the top, and within a tier below whoever
  /// they answer to.
  mutating func placeByTier(_ context: SceneContext) {
    let tiers = nodes.map { node in
      node.entries.compactMap { context.tier($0.kind) }.min()
    }
    let lowest = tiers.compactMap { $0 }.max() ?? 0
    let levels = levels(context, among: tiers.map { $0 ?? lowest })
    for index in nodes.indices {
      nodes[index].row = (tiers[index] ?? lowest) * 100 + min(levels[index], 99)
    }
    wrapRows()
  }

  /// How many steps below the top of its tier each node stands: the longest way up by
  /// accountability and money.
  private func levels(_ context: SceneContext, among tiers: [Int]) -> [Int] {
    let position = Dictionary(
      uniqueKeysWithValues: nodes.indices.map { (nodes[$0].id, $0) })
    var uppers = [[Int]](repeating: [], count: nodes.count)
    for line in lines where !line.isUnstated && !line.isAbsent {
      guard let from = position[line.from], let to = position[line.to], from != to,
        tiers[from] == tiers[to], let kind = context.standard(line.kind)
      else { continue }
      switch kind {
      case .accountableTo, .partOf: uppers[from].append(to)
      case .funds: uppers[to].append(from)
      default: break
      }
    }
    var levels = [Int?](repeating: nil, count: nodes.count)
    var isOpen = [Bool](repeating: false, count: nodes.count)
    func level(_ node: Int) -> Int {
      if let level = levels[node] { return level }
      isOpen[node] = true
      // A line that closes a cycle does not count.
      let above = uppers[node].filter { !isOpen[$0] }.map { level($0) + 1 }.max() ?? 0
      isOpen[node] = false
      levels[node] = above
      return above
    }
    return nodes.indices.map(level)
  }

  /// Leaves levels to the layout, which then puts whoever is above at the upper end of each line.
  mutating func forgetRows() {
    hasFreeRows = true
    for index in nodes.indices { nodes[index].row = 0 }
  }

  /// Numbers the levels from 0 without gaps, a level with too many nodes as several.
  ///
  /// Nodes without lines further down stay near those above them.
  mutating func wrapRows() {
    let rowOf = Dictionary(uniqueKeysWithValues: nodes.map { ($0.id, $0.row) })
    var downward: [String: Int] = [:]
    for line in lines {
      let from = rowOf[line.from] ?? 0
      let to = rowOf[line.to] ?? 0
      if to > from { downward[line.from, default: 0] += 1 }
      if from > to { downward[line.to, default: 0] += 1 }
    }
    var placed: [SceneNode] = []
    var next = 0
    for row in Set(nodes.map(\.row)).sorted() {
      let inRow = nodes.filter { $0.row == row }.sorted {
        let left = downward[$0.id] ?? 0
        let right = downward[$1.id] ?? 0
        return left != right ? left < right : $0.id < $1.id
      }
      guard inRow.allSatisfy(\.mayWrap) else {
        for var node in inRow {
          node.row = next
          placed.append(node)
        }
        next += 1
        continue
      }
      let parts = (inRow.count + mostInRow - 1) / mostInRow
      for part in 0..<parts {
        let range = (inRow.count * part / parts)..<(inRow.count * (part + 1) / parts)
        for var node in inRow[range] {
          node.row = next
          placed.append(node)
        }
        next += 1
      }
    }
    nodes = placed.sorted { ($0.row, $0.id) < ($1.row, $1.id) }
  }
}
