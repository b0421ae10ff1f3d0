/// Some of at most 64 rows that are decoded together.
struct RowMask: Sendable {
  private(set) var bits: UInt64 = 0

  /// How many rows are decoded together.
  static let limit = 64

  @inline(__always)
  func contains(_ row: Int) -> Bool { bits >> UInt64(truncatingIfNeeded: row) & 1 != 0 }

  @inline(__always)
  mutating func insert(_ row: Int) { insert(row, if: true) }

  @inline(__always)
  mutating func insert(_ row: Int, if condition: Bool) {
    bits |= (condition ? 1 : 0) << UInt64(truncatingIfNeeded: row)
  }

  var isEmpty: Bool { bits == 0 }
}
