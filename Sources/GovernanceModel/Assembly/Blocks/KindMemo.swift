/// The kinds that a block's rows named so far: nearly every row names one of a few, in at most
/// sixteen bytes, and those are compared as two words.
struct KindMemo: Sendable {
  private struct Entry: Sendable {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var count = 0
    var position: UInt16 = 0
  }

  private var entries: [Entry] = Array(repeating: Entry(), count: 32)

  /// The position of a kind that a row may use; nil for one that is new or may not be used.
  @inline(__always)
  mutating func position(
    of kind: ByteText, in kinds: KindCollector, mustBeDeclared: Bool
  ) -> UInt16? {
    guard (8...16).contains(kind.count) else {
      return kinds.usablePosition(of: kind, mustBeDeclared: mustBeDeclared)
    }
    // The first and the last eight bytes, which overlap, and the count are the whole text.
    let raw = UnsafeRawBufferPointer(kind)
    let first = raw.loadUnaligned(as: UInt64.self)
    let last = raw.loadUnaligned(fromByteOffset: kind.count - 8, as: UInt64.self)
    let slot = Int(truncatingIfNeeded: mixed(first ^ last &* 3)) & 31
    let entry = entries[slot]
    if entry.first == first, entry.last == last, entry.count == kind.count {
      return entry.position
    }
    let position = kinds.usablePosition(of: kind, mustBeDeclared: mustBeDeclared)
    if let position {
      entries[slot] = Entry(first: first, last: last, count: kind.count, position: position)
    }
    return position
  }
}
