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
    let (first, second) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
    func words(_ offset: Int) -> (UInt64, UInt64) {
      (
        UInt64(bigEndian: first.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
        UInt64(bigEndian: second.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      )
    }
    // Most codes of a file have as many bytes: two looks, which may overlap.
    if left.count == right.count, 8...16 ~= left.count {
      let (begins, ends) = (words(0), words(left.count &- 8))
      return begins.0 != begins.1 ? begins.0 < begins.1 : ends.0 < ends.1
    }
    return left.lexicographicallyPrecedes(right)
  }
}
