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
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: .vacant, count: size)
  }

  /// The bytes themselves with their count on top, or for long identifiers a hash marked as one.
  @inline(__always)
  private static func key(_ text: ByteText) -> UInt64 {
    if text.count <= 7 {
      var key = UInt64(text.count) << 56
      for index in 0..<text.count { key |= UInt64(text[index]) << UInt64(index * 8) }
      return key
    }
    return textHash(text) | 1 << 63
  }

  /// The number of an identifier, or nil.
  ///
  /// - Parameter texts: the texts that were given the numbers, to tell long identifiers apart.
  @inline(__always)
  package func find(_ identifier: ByteText, in pool: TextPool, texts: [TextIndex]) -> UInt32? {
    let key = Self.key(identifier)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: mixed(key)) & mask
    while true {
      let slot = slots[place]
      if slot.isVacant { return nil }
      if slot.key == key,
        key >> 63 == 0 || pool.text(texts[Int(slot.value)], equals: identifier)
      {
        return slot.value
      }
      place = (place + 1) & mask
    }
  }

  /// Reads the slot where an identifier is first looked for, so that it is in the cache when it is
  /// found in earnest: looks that do not wait for each other overlap.
  ///
  /// - Returns: what was read, so that the look is not optimised away.
  @inline(__always)
  package func touch(_ identifier: ByteText) -> UInt32 {
    slots[Int(truncatingIfNeeded: mixed(Self.key(identifier))) & (slots.count - 1)].value
  }

  /// Notes an identifier that ``find(_:in:texts:)`` does not know yet.
  package mutating func insert(_ identifier: ByteText, as value: UInt32) {
    put(Slot(key: Self.key(identifier), value: value))
    used += 1
    if used * 2 > slots.count { grow() }
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
