import GovernanceModel

/// A few rows of a CSV file, with what is needed to place their cells.
///
/// The cells point into the file's bytes, or into copies that the scanner keeps as long as it lives.
struct RowBatch {
  private let columns: Int
  private var cells: [ByteText] = []
  private var starts: [Int] = []
  private var rows: [CSVScanner.RowStart] = []

  private static let limit = 64

  init(columns: Int) {
    self.columns = columns
    cells.reserveCapacity(columns * Self.limit)
    starts.reserveCapacity(columns * Self.limit)
  }

  var isFull: Bool { rows.count == Self.limit }

  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }

  /// Adds the scanner's row, which has as many cells as there are columns.
  mutating func append(_ scanner: CSVScanner) {
    cells.append(contentsOf: scanner.cells)
    starts.append(contentsOf: scanner.starts)
    rows.append(CSVScanner.RowStart(line: scanner.line, offset: scanner.rowStart))
  }

  /// Calls `body` with all cells, row after row.
  func withCells(_ body: (RowCells) -> Void) { cells.withUnsafeBufferPointer(body) }

  /// Visits each row with where its cells begin.
  func forEachRow(
    _ visit: (RowCells, UnsafeBufferPointer<Int>, CSVScanner.RowStart) -> Void
  ) {
    // Safe: both buffers hold `columns` entries for each row, and neither array changes meanwhile.
    cells.withUnsafeBufferPointer { cells in
      starts.withUnsafeBufferPointer { starts in
        for (index, row) in rows.enumerated() {
          let range = index * columns..<(index + 1) * columns
          visit(
            RowCells(rebasing: cells[range]), UnsafeBufferPointer(rebasing: starts[range]), row)
        }
      }
    }
  }
}
