/// A column of a table that takes no memory while every row holds the default.
package struct OptionalColumn<Value: Equatable & Sendable>: Sendable {
  private var values: [Value] = []
  private let absent: Value

  package init(absent: Value) { self.absent = absent }

  @inline(__always)
  package subscript(row: Int) -> Value { row < values.count ? values[row] : absent }

  /// Sets a row's value; rows before it that were never set hold the default.
  @inline(__always)
  package mutating func set(_ value: Value, at row: Int) {
    if value == absent, row >= values.count { return }
    if row == values.count {
      values.append(value)
    } else {
      setOutOfOrder(value, at: row)
    }
  }

  private mutating func setOutOfOrder(_ value: Value, at row: Int) {
    if row >= values.count {
      values.append(contentsOf: repeatElement(absent, count: row - values.count))
      values.append(value)
    } else {
      values[row] = value
    }
  }

  /// Sets the values of rows from here on to some rows of another column.
  ///
  /// - Parameters:
  ///   - rows: which rows of the other column.
  ///   - row: the row that the first of them becomes; none from here on was set yet.
  ///   - value: what a value of the other column is in this one.
  mutating func append(
    _ rows: Range<Int>, of other: OptionalColumn, at row: Int, _ value: (Value) -> Value
  ) {
    let set = rows.clamped(to: 0..<other.values.count)
    guard !set.isEmpty else { return }
    values.append(contentsOf: repeatElement(absent, count: row - values.count))
    for index in set { values.append(value(other.values[index])) }
  }

  /// Sets the values of rows from here on to some rows of another column, as they are.
  mutating func append(_ rows: Range<Int>, of other: OptionalColumn, at row: Int) {
    let set = rows.clamped(to: 0..<other.values.count)
    guard !set.isEmpty else { return }
    values.append(contentsOf: repeatElement(absent, count: row - values.count))
    values.append(contentsOf: other.values[set])
  }

  /// Sets the values of rows from here on.
  mutating func append(_ rows: UnsafeMutableBufferPointer<Value>, at row: Int) {
    if values.count < row || values.isEmpty {
      guard rows.contains(where: { $0 != absent }) else { return }
      values.append(contentsOf: repeatElement(absent, count: row - values.count))
    }
    values.append(contentsOf: UnsafeBufferPointer(rows))
  }

  /// Makes room for rows, so that many are added without moving them; costs nothing until they are.
  package mutating func reserve(_ rows: Int) { values.reserveCapacity(rows) }

  package var isAllAbsent: Bool { values.isEmpty }

  /// The rows up to the last that was set, for passes over millions; the others hold the default.
  package var firstRows: [Value] { values }
}
