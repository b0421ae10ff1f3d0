internal import CPrefetch

/// Finds the number that an identifier was given, by open addressing.
///
/// Most codes have seven bytes or fewer. Such a code fits in the slot's key whole, so that it is
/// found without a look at the text itself: one cache miss per reference instead of three.
package struct IdentifierTable: Sendable {
  /// Key and value side by side, so that a look costs one line of the cache.
  private struct Slot: Sendable {
    var key: UInt64
    var value: UInt32
    static let vacant = Slot(key: 0, value: .max)
    var isVacant: Bool { value == .max }
  }

  private var slots: [Slot]
  private var used = 0

  package init(capacity: Int = 0) {
    var size = 64
    while size * 2 < capacity * 3 { size *= 2 }
    slots = Array(repeating: .vacant, count: size)
  }

  /// The bytes themselves with their count on top, or for long identifiers a hash marked as one.
  @inline(__always)
  static func key(_ text: ByteText) -> UInt64 {
    let count = text.count
    guard count <= 7 else { return textHash(text) | 1 << 63 }
    // Overlapping loads of the first and the last bytes, so that no byte is gone over by itself.
    let raw = UnsafeRawBufferPointer(text)
    let bits = UInt64(truncatingIfNeeded: count) << 3
    let bytes: UInt64
    if count >= 4 {
      let first = UInt64(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)))
      let last = UInt64(
        UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)))
      bytes = first | last << (bits &- 32)
    } else if count > 0 {
      bytes =
        UInt64(raw[0]) | UInt64(raw[count >> 1]) << (UInt64(count >> 1) << 3)
        | UInt64(raw[count - 1]) << (bits &- 8)
    } else {
      bytes = 0
    }
    return bytes | UInt64(truncatingIfNeeded: count) << 56
  }

  /// The number of an identifier, or nil.
  ///
  /// - Parameter texts: the texts that were given the numbers, to tell long identifiers apart.
  @inline(__always)
  package func find(_ identifier: ByteText, in pool: TextPool, texts: [TextIndex]) -> UInt32? {
    find(Self.key(identifier), identifier, in: pool, texts: texts)
  }

  /// The number of an identifier whose key is known.
  @inline(__always)
  func find(
    _ key: UInt64, _ identifier: @autoclosure () -> ByteText, in pool: TextPool,
    texts: [TextIndex]
  ) -> UInt32? {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: mixed(key)) & mask
    while true {
      let slot = slots[place]
      if slot.isVacant { return nil }
      if slot.key == key,
        key >> 63 == 0 || pool.text(texts[Int(slot.value)], equals: identifier())
      {
        return slot.value
      }
      place = (place + 1) & mask
    }
  }

  /// Brings the slots where some identifiers are first looked for nearer, so that the looks in
  /// earnest do not wait for memory one after the other.
  @inline(__always)
  func prefetch(_ keys: UnsafeBufferPointer<UInt64>) {
    slots.withUnsafeBufferPointer { slots in
      for key in keys {
        // Safe: the place is below the number of slots, of which there are always some.
        cprefetch(slots.baseAddress! + Int(truncatingIfNeeded: mixed(key)) & (slots.count - 1))
      }
    }
  }

  /// Notes an identifier that ``find(_:in:texts:)`` does not know yet.
  package mutating func insert(_ identifier: ByteText, as value: UInt32) {
    insert(Self.key(identifier), as: value)
  }

  mutating func insert(_ key: UInt64, as value: UInt32) {
    put(Slot(key: key, value: value))
    noteOneMore()
  }

  /// Notes an identifier unless it is known.
  ///
  /// - Parameter isSame: whether the identifier with a number has the same text; only asked for
  ///   long identifiers, whose keys do not tell.
  /// - Returns: whether it was new.
  @inline(__always)
  mutating func insertIfNew(
    _ key: UInt64, as value: UInt32, isSame: (UInt32) -> Bool
  ) -> Bool {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: mixed(key)) & mask
    while !slots[place].isVacant {
      let slot = slots[place]
      if slot.key == key, key >> 63 == 0 || isSame(slot.value) { return false }
      place = (place + 1) & mask
    }
    slots[place] = Slot(key: key, value: value)
    noteOneMore()
    return true
  }

  private mutating func noteOneMore() {
    used += 1
    // Past two thirds, a look would often go on to the next line of the cache.
    if used * 3 > slots.count * 2 { grow() }
  }

  private mutating func put(_ slot: Slot) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: mixed(slot.key)) & mask
    while !slots[place].isVacant { place = (place + 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .vacant, count: old.count * 2)
    for slot in old where !slot.isVacant { put(slot) }
  }
}
