/// Cells as columns store them, without a word on what is wrong: nil says that something is.
enum CellDecoding {
  @inline(__always)
  static func isEmpty(_ cells: RowCells, _ row: Int, _ cell: Int) -> Bool {
    cell < 0 || cells[row + cell].isEmpty
  }

  /// A pair of dates in their order; 0 for an empty cell.
  @inline(__always)
  static func period(_ cells: RowCells, _ row: Int, _ start: Int, _ end: Int) -> (
    start: Int32, end: Int32
  )? {
    guard let start = date(cells, row, start), let end = date(cells, row, end) else { return nil }
    if start != 0, end != 0,
      PartialDate(packed: start).firstDay >= PartialDate(packed: end).endDay
    {
      return nil
    }
    return (start, end)
  }

  @inline(__always)
  private static func date(_ cells: RowCells, _ row: Int, _ cell: Int) -> Int32? {
    isEmpty(cells, row, cell) ? 0 : PartialDate(bytes: cells[row + cell])?.packed
  }

  /// An amount in hundredths; the smallest number for an empty cell.
  @inline(__always)
  static func amount(_ cells: RowCells, _ row: Int, _ cell: Int) -> Int64? {
    isEmpty(cells, row, cell) ? .min : Amount(bytes: cells[row + cell])?.hundredths
  }
}
