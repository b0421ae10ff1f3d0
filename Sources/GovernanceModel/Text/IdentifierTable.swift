/// Finds the number that an identifier was given, by open addressing.
///
/// Most codes have seven bytes or fewer. Such a code fits in the slot's key whole, so that it is
/// found without a look at the text itself: one cache miss per reference instead of three.
package struct IdentifierTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private var used = 0
  private static let vacant = UInt32.max

  package init(capacity: Int = 0) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: Self.vacant, count: size)
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
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: mixed(key)) & mask
    while values[slot] != Self.vacant {
      if keys[slot] == key,
        key >> 63 == 0 || pool.text(texts[Int(values[slot])], equals: identifier)
      {
        return values[slot]
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Notes an identifier that ``find(_:in:texts:)`` does not know yet.
  package mutating func insert(_ identifier: ByteText, as value: UInt32) {
    place(Self.key(identifier), value)
    used += 1
    if used * 2 > keys.count { grow() }
  }

  private mutating func place(_ key: UInt64, _ value: UInt32) {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: mixed(key)) & mask
    while values[slot] != Self.vacant { slot = (slot + 1) & mask }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    values = Array(repeating: Self.vacant, count: oldValues.count * 2)
    for index in oldKeys.indices where oldValues[index] != Self.vacant {
      place(oldKeys[index], oldValues[index])
    }
  }
}
