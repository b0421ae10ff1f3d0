/// How the parts of a picture that are not joined line up under each other, where each runs from the
/// left to the right: as columns of one table.
///
///     home ── lead ── footprint
///             lead ── footprint
///
/// They are aligned at the end at which they are alike, and what stands as many steps from there is
/// made as wide in all of them. Parts that differ at both ends stand at the left.
///
/// - Complexity: O(nodes + lines).
struct PartColumns {
  /// How many parts there are.
  let count: Int
  /// Whether the parts are more alike at their right ends than at their left ones.
  let isAlikeAtEnd: Bool
  /// By node, how many steps lie between it and the end at which the parts are aligned; nil within
  /// circles.
  let columns: [Int?]

  /// - Parameters:
  ///   - kinds: of each node, by its position.
  ///   - lines: pairs of positions, the left end first.
  init<Kind: Hashable>(kinds: [Kind], lines: [(left: Int, right: Int)]) {
    var part = Array(kinds.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while part[index] != index {
        part[index] = part[part[index]]
        index = part[index]
      }
      return index
    }
    for line in lines { part[root(line.left)] = root(line.right) }
    count = part.indices.count { part[$0] == $0 }

    var isStart = [Bool](repeating: true, count: kinds.count)
    var isEnd = isStart
    for line in lines where line.left != line.right {
      isStart[line.right] = false
      isEnd[line.left] = false
    }
    func kindsWhere(_ chosen: [Bool]) -> Int {
      Set(kinds.indices.filter { chosen[$0] }.map { kinds[$0] }).count
    }
    isAlikeAtEnd = kindsWhere(isEnd) < kindsWhere(isStart)
    columns = Self.steps(kinds.count, lines, fromRight: isAlikeAtEnd)
  }

  /// The longest way of each node from an end.
  private static func steps(
    _ count: Int, _ lines: [(left: Int, right: Int)], fromRight: Bool
  ) -> [Int?] {
    var further: [[Int]] = Array(repeating: [], count: count)
    var waiting = [Int](repeating: 0, count: count)
    for line in lines where line.left != line.right {
      let (near, far) = fromRight ? (line.right, line.left) : (line.left, line.right)
      further[near].append(far)
      waiting[far] += 1
    }
    var steps = [Int](repeating: 0, count: count)
    var ready = (0..<count).filter { waiting[$0] == 0 }
    var next = 0
    while next < ready.count {
      let node = ready[next]
      next += 1
      for far in further[node] {
        steps[far] = max(steps[far], steps[node] + 1)
        waiting[far] -= 1
        if waiting[far] == 0 { ready.append(far) }
      }
    }
    return (0..<count).map { waiting[$0] == 0 ? steps[$0] : nil }
  }
}
