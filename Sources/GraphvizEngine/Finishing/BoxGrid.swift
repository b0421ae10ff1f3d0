/// Finds what lies near a place of a drawing: things are entered with the boxes around them into the
/// cells of a grid, about one to a cell.
struct BoxGrid {
  private let left: Double
  private let bottom: Double
  private let side: Double
  private let columns: Int
  private let rows: Int
  /// By cell, the place of what was entered last among the entries; -1 for nothing. One list for all
  /// cells: a list each would be thousands of small ones.
  private var last: [Int32]
  /// What was entered, each with the place of what was entered in the same cell before it.
  private var entries: [(item: Int32, before: Int32)] = []
  private static let removed: Int32 = -1

  /// A grid over what will be entered: about so many things, in such a box.
  init(over box: Box, count: Int) {
    (left, bottom) = (box.isNothing ? 0 : box.left, box.isNothing ? 0 : box.bottom)
    let (width, height) = box.isNothing ? (1, 1) : (max(box.width, 1), max(box.height, 1))
    // No smaller than words are: they would lie in many.
    side = max(24, (width * height / Double(max(count, 1))).squareRoot())
    columns = min(Int(width / side) + 1, 2000)
    rows = min(Int(height / side) + 1, 2000)
    last = Array(repeating: -1, count: columns * rows)
    entries.reserveCapacity(2 * count)
  }

  mutating func insert(_ item: Int, _ box: Box) {
    for cell in cells(of: box) {
      entries.append((Int32(item), last[cell]))
      last[cell] = Int32(entries.count - 1)
    }
  }

  mutating func remove(_ item: Int, _ box: Box) {
    for cell in cells(of: box) {
      var place = Int(last[cell])
      while place >= 0 {
        if entries[place].item == item { entries[place].item = Self.removed }
        place = Int(entries[place].before)
      }
    }
  }

  /// What may lie in a box, and some of it more than once, until the visitor has seen enough.
  func visit(_ box: Box, _ goesOn: (Int) -> Bool) {
    for cell in cells(of: box) {
      var place = Int(last[cell])
      while place >= 0 {
        let entry = entries[place]
        if entry.item != Self.removed, !goesOn(Int(entry.item)) { return }
        place = Int(entry.before)
      }
    }
  }

  /// The numbers of the cells of a box, row by row; what is beyond the grid is in those at its edge.
  private func cells(of box: Box) -> Cells {
    func place(_ value: Double, _ most: Int) -> Int {
      Int(min(max(value / side, 0), Double(most - 1)))
    }
    return Cells(
      columns: columns,
      across: place(box.left - left, columns)...place(box.right - left, columns),
      down: place(box.bottom - bottom, rows)...place(box.top - bottom, rows))
  }

  private struct Cells: Sequence, IteratorProtocol {
    let columns: Int
    let across: ClosedRange<Int>
    let down: ClosedRange<Int>
    private var column: Int
    private var row: Int

    init(columns: Int, across: ClosedRange<Int>, down: ClosedRange<Int>) {
      self.columns = columns
      self.across = across
      self.down = down
      column = across.lowerBound
      row = down.lowerBound
    }

    mutating func next() -> Int? {
      guard row <= down.upperBound else { return nil }
      let cell = row * columns + column
      column += 1
      if column > across.upperBound {
        column = across.lowerBound
        row += 1
      }
      return cell
    }
  }
}
