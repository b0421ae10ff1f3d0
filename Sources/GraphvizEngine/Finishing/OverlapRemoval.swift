/// Moves apart the few nodes that still overlap where a layout of thousands was not asked to go on
/// until none does: Graphviz's last rounds take five times as long as all that went before.
///
/// Each of two nodes that overlap gives way by half, in the direction in which less is wanted, until
/// none is left: Misue and others, "Layout Adjustment and the Mental Map", Journal of Visual Languages
/// and Computing 6 (1995), move nodes in the same way, but all of them in one direction at a time.
/// The ends of lines go with their nodes.
enum OverlapRemoval {
  /// The space between two nodes, in points.
  private static let room = 4.0
  private static let mostRounds = 200

  /// - Returns: whether anything was moved.
  /// - Complexity: O(rounds · (V + pairs in one cell of a grid)), and O(V + E) to move what is drawn.
  static func remove(in graph: inout LaidOutGraph) -> Bool {
    var boxes = graph.nodes.map { $0.box.grown(by: room / 2) }
    let side = boxes.map { max($0.width, $0.height) }.max() ?? 0
    guard side > 0 else { return false }
    var isMoved = [Bool](repeating: false, count: boxes.count)
    // At first every node may lie on another, then only what was moved and what is near it.
    var open = Array(boxes.indices)
    for _ in 0..<mostRounds where !open.isEmpty {
      var grid: [Cell: [Int]] = [:]
      for (index, box) in boxes.enumerated() { grid[Cell(box, side), default: []].append(index) }
      var next: Set<Int> = []
      for index in open {
        for cell in Cell(boxes[index], side).around {
          for other in grid[cell] ?? [] where other != index && boxes[index].overlaps(boxes[other])
          {
            part(&boxes, min(index, other), max(index, other))
            next.insert(index)
            next.insert(other)
          }
        }
      }
      for index in next { isMoved[index] = true }
      open = next.sorted()
    }
    guard isMoved.contains(true) else { return false }
    let shifts = boxes.indices.map { index in
      let old = graph.nodes[index].box
      return isMoved[index] ? Point(x: boxes[index].x - old.x, y: boxes[index].y - old.y) : .zero
    }
    graph.move(nodesBy: shifts)
    return true
  }

  private static func part(_ boxes: inout [Box], _ first: Int, _ second: Int) {
    let (one, other) = (boxes[first], boxes[second])
    let across = min(one.right, other.right) - max(one.left, other.left)
    let down = min(one.top, other.top) - max(one.bottom, other.bottom)
    // A little more, so that rounding leaves nothing.
    let step = min(across, down) / 2 + 0.01
    // Of two in one place the first goes to the left.
    let x = across <= down ? (one.x <= other.x ? -step : step) : 0
    let y = across <= down ? 0 : (one.y <= other.y ? -step : step)
    boxes[first] = one.moved(toX: one.x + x, y: one.y + y)
    boxes[second] = other.moved(toX: other.x - x, y: other.y - y)
  }

  /// A square as large as the largest node: what overlaps a node has its centre in one of nine.
  private struct Cell: Hashable {
    let column: Int
    let row: Int

    init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }

    init(_ box: Box, _ side: Double) {
      self.init(column: Int((box.x / side).rounded(.down)), row: Int((box.y / side).rounded(.down)))
    }

    var around: [Cell] {
      (-1...1).flatMap { dx in (-1...1).map { Cell(column: column + dx, row: row + $0) } }
    }
  }
}
