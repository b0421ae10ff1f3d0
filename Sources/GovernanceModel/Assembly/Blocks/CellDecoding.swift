/// Columns of cells as the graph stores them, for a batch of rows, without a word on what is wrong:
/// rows with a cell that cannot be read are only marked.
struct CellDecoding {
  /// The cells of the rows, one row after the other.
  let cells: RowCells
  let width: Int
  let rows: Int
  /// Rows that hold something the assembler has to look at.
  var unusual = RowMask()

  /// The cell of a row; the column must be there.
  @inline(__always)
  func cell(_ row: Int, _ column: Int) -> ByteText { cells[row &* width &+ column] }

  @inline(__always)
  func isEmpty(_ row: Int, _ column: Int) -> Bool { column < 0 || cell(row, column).isEmpty }

  /// Adds a pair of columns of dates; a row whose dates are not in their order is marked.
  mutating func appendPeriods(
    _ start: Int, _ end: Int, to starts: inout OptionalColumn<Int32>,
    and ends: inout OptionalColumn<Int32>, at place: Int
  ) {
    withScratch(of: Int32.self) { first, decoding in
      decoding.withScratch(of: Int32.self) { last, decoding in
        decoding.readDates(start, into: first)
        decoding.readDates(end, into: last)
        for row in 0..<decoding.rows where last[row] != 0 && first[row] != 0 {
          let start = PartialDate(packed: first[row])
          let end = PartialDate(packed: last[row])
          decoding.unusual.insert(row, if: start.firstDay >= end.endDay)
        }
        starts.append(first, at: place)
        ends.append(last, at: place)
      }
    }
  }

  private mutating func readDates(_ column: Int, into dates: UnsafeMutableBufferPointer<Int32>) {
    for row in 0..<rows {
      if isEmpty(row, column) {
        dates[row] = 0
      } else if let date = PartialDate(bytes: cell(row, column)) {
        dates[row] = date.packed
      } else {
        dates[row] = 0
        unusual.insert(row)
      }
    }
  }

  /// Adds a column of amounts in hundredths; the smallest number for an empty cell.
  mutating func appendAmounts(
    _ column: Int, to amounts: inout OptionalColumn<Int64>, at place: Int
  ) {
    guard column >= 0 else { return }
    withScratch(of: Int64.self) { values, decoding in
      for row in 0..<decoding.rows {
        values[row] = .min
        if decoding.isEmpty(row, column) { continue }
        if let amount = Amount(bytes: decoding.cell(row, column)) {
          values[row] = amount.hundredths
        } else {
          decoding.unusual.insert(row)
        }
      }
      amounts.append(values, at: place)
    }
  }

  /// Adds a column of kinds, `otherwise` for those that are not known.
  ///
  /// - Returns: the rows whose kinds are not known.
  mutating func appendKinds(
    _ column: Int, of kinds: KindCollector, mustBeDeclared: Bool, memo: inout KindMemo,
    to positions: inout [UInt16]
  ) -> RowMask {
    var unknown = RowMask()
    withScratch(of: UInt16.self) { values, decoding in
      for row in 0..<decoding.rows {
        values[row] = 0
        if decoding.isEmpty(row, column) { continue }
        if let position = memo.position(
          of: decoding.cell(row, column), in: kinds, mustBeDeclared: mustBeDeclared)
        {
          values[row] = position
        } else {
          unknown.insert(row)
        }
      }
      positions.append(contentsOf: UnsafeBufferPointer(values))
    }
    return unknown
  }

  /// Room for a value of each row, to be written before it is read.
  @inline(__always)
  mutating func withScratch<Value>(
    of type: Value.Type,
    _ body: (UnsafeMutableBufferPointer<Value>, inout CellDecoding) -> Void
  ) {
    var copy = self
    withUnsafeTemporaryAllocation(of: type, capacity: rows) { body($0, &copy) }
    self = copy
  }
}
