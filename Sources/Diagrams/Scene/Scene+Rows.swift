import GovernanceModel

// Which node stands on which level.
extension Scene {
  /// Where each node stands among the nodes, by its id.
  var positions: [String: Int] {
    Dictionary(uniqueKeysWithValues: nodes.indices.map { (nodes[$0].id, $0) })
  }

  /// How many nodes stand on the fullest level.
  var widestRow: Int {
    var widest = 0
    var row: (number: Int, count: Int) = (0, 0)
    for number in nodes.map(\.row).sorted() {
      row = number == row.number ? (number, row.count + 1) : (number, 1)
      widest = max(widest, row.count)
    }
    return widest
  }

  /// Puts nodes on levels by the tier of their kinds, 0 at the top, and within a tier below whoever
  /// they answer to.
  mutating func placeByTier(_ context: SceneContext) {
    // Where lines run in a circle it counts who is looked at first.
    sortNodes()
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
    let position = positions
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
    let levels = nodes.map(\.row)
    let rank = nodes.map(\.id).ranks
    let downward = downwardLines()
    let order = nodes.indices.sorted {
      (levels[$0], downward[$0], rank[$0]) < (levels[$1], downward[$1], rank[$1])
    }
    var start = 0
    var row = 0
    while start < order.count {
      let level = order[start...].prefix { levels[$0] == levels[order[start]] }
      let parts =
        level.allSatisfy { nodes[$0].mayWrap } ? (level.count + mostInRow - 1) / mostInRow : 1
      for part in 0..<parts {
        let first = start + level.count * part / parts
        for index in order[first..<(start + level.count * (part + 1) / parts)] {
          nodes[index].row = row
        }
        row += 1
      }
      start = level.endIndex
    }
    nodes = nodes.indices.sorted { (nodes[$0].row, rank[$0]) < (nodes[$1].row, rank[$1]) }
      .map { nodes[$0] }
  }

  /// Puts the nodes in the order of their ids.
  mutating func sortNodes() {
    let ids = nodes.map(\.id)
    nodes = ids.indices.sorted { ids[$0] < ids[$1] }.map { nodes[$0] }
  }

  /// How many lines lead from each node to a lower level.
  private func downwardLines() -> [Int] {
    let position = positions
    var count = [Int](repeating: 0, count: nodes.count)
    for line in lines {
      guard let from = position[line.from], let to = position[line.to] else { continue }
      if nodes[to].row > nodes[from].row { count[from] += 1 }
      if nodes[from].row > nodes[to].row { count[to] += 1 }
    }
    return count
  }
}
