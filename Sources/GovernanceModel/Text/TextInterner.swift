/// Gives equal texts the same number in a ``TextPool``: for the columns whose values repeat, such
/// as years, sources and notes.
package struct TextInterner: Sendable {
  private var slots: [UInt32] = Array(repeating: 0, count: 64)
  private var used = 0

  package init() {}

  /// The number of a text, added to the pool when it is new.
  ///
  /// - Complexity: O(length) on average.
  package mutating func intern(_ text: ByteText, in pool: inout TextPool) -> TextIndex {
    guard !text.isEmpty else { return .none }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: textHash(text)) & mask
    while slots[slot] != 0 {
      let candidate = TextIndex(raw: slots[slot])
      if pool.text(candidate, equals: text) { return candidate }
      slot = (slot + 1) & mask
    }
    let index = pool.append(text)
    slots[slot] = index.raw
    used += 1
    if used * 2 > slots.count { grow(pool) }
    return index
  }

  private mutating func grow(_ pool: TextPool) {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry != 0 {
      var slot = pool.withBytes(of: TextIndex(raw: entry)) {
        Int(truncatingIfNeeded: textHash($0)) & mask
      }
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}
