import GovernanceModel

/// Whether the codes of zones come in ascending order: then none stands twice, and none need be looked
/// up.
struct ZoneOrder {
  private(set) var isAscending = true
  /// The first and the last code, as they stand in the file; nil before there is one.
  private(set) var first: ByteText?
  private(set) var last: ByteText?
  private let bytes: ByteText

  /// - Parameter bytes: the file's, which outlive this.
  init(_ bytes: ByteText) { self.bytes = bytes }

  /// Notes the next code.
  @inline(__always)
  mutating func note(_ id: ByteText) {
    // A copy without doubled quotes lies elsewhere than in the file's bytes, and does not stay.
    let offset = UInt(bitPattern: id.baseAddress) &- UInt(bitPattern: bytes.baseAddress)
    guard isAscending, offset < UInt(bytes.count) else {
      isAscending = false
      return
    }
    if let last {
      isAscending = Self.precedes(last, id)
    } else {
      first = id
    }
    last = id
  }

  /// Notes the codes of some rows, at least one, that all have as many bytes.
  @inline(__always)
  mutating func note(_ rows: Int, _ code: (Int) -> ByteText) {
    note(code(0))
    guard Self.isTwoWords(code(0).count) else {
      for row in 1..<rows { note(code(row)) }
      return
    }
    var before = Self.words(code(0))
    var areAscending = true
    for row in 1..<rows {
      let next = Self.words(code(row))
      areAscending = areAscending && before < next
      before = next
    }
    isAscending = isAscending && areAscending
    last = code(rows - 1)
  }

  /// Notes the codes that come next.
  mutating func note(_ next: ZoneOrder) {
    guard let begin = next.first else {
      isAscending = isAscending && next.isAscending
      return
    }
    note(begin)
    isAscending = isAscending && next.isAscending
    last = next.last
  }

  /// Whether a code comes before another, byte by byte.
  @inline(__always)
  static func precedes(_ left: ByteText, _ right: ByteText) -> Bool {
    // Most codes of a file have as many bytes: two looks, which may overlap.
    left.count == right.count && isTwoWords(left.count)
      ? words(left) < words(right) : left.lexicographicallyPrecedes(right)
  }

  @inline(__always)
  private static func isTwoWords(_ count: Int) -> Bool { 8...16 ~= count }

  /// The first and the last eight bytes of a code, as numbers whose order is that of the bytes.
  @inline(__always)
  private static func words(_ code: ByteText) -> (UInt64, UInt64) {
    let raw = UnsafeRawBufferPointer(code)
    return (
      UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)),
      UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: raw.count &- 8, as: UInt64.self))
    )
  }
}
