/// Finds what lies near a place of a drawing: things are entered with the boxes around them into the
/// cells of a grid, about one to a cell.
struct BoxGrid {
  private let left: Double
  private let bottom: Double
  private let side: Double
  private let columns: Int
  private let rows: Int
  private var cells: [[Int]]

  /// A grid over what will be entered: about so many things, in such a box.
  init(over box: Box, count: Int) {
    (left, bottom) = (box.isNothing ? 0 : box.left, box.isNothing ? 0 : box.bottom)
    let (width, height) = box.isNothing ? (1, 1) : (max(box.width, 1), max(box.height, 1))
    // No smaller than words are: they would lie in many.
    side = max(24, (width * height / Double(max(count, 1))).squareRoot())
    columns = min(Int(width / side) + 1, 2000)
    rows = min(Int(height / side) + 1, 2000)
    cells = Array(repeating: [], count: columns * rows)
  }

  mutating func insert(_ item: Int, _ box: Box) {
    let (across, down) = range(of: box)
    for row in down { for column in across { cells[row * columns + column].append(item) } }
  }

  mutating func remove(_ item: Int, _ box: Box) {
    let (across, down) = range(of: box)
    for row in down {
      for column in across { cells[row * columns + column].removeAll { $0 == item } }
    }
  }

  /// What may lie in a box, and some of it more than once.
  func visit(_ box: Box, _ body: (Int) -> Void) {
    let (across, down) = range(of: box)
    for row in down {
      for column in across { for item in cells[row * columns + column] { body(item) } }
    }
  }

  /// The cells of a box; what is beyond the grid is in those at its edge.
  private func range(of box: Box) -> (across: ClosedRange<Int>, down: ClosedRange<Int>) {
    func place(_ value: Double, _ most: Int) -> Int {
      Int(min(max(value / side, 0), Double(most - 1)))
    }
    let across = place(box.left - left, columns)...place(box.right - left, columns)
    return (across, place(box.bottom - bottom, rows)...place(box.top - bottom, rows))
  }
}
