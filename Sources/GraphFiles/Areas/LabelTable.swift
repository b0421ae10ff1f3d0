import GovernanceModel

/// Numbers labels in the order in which they are first seen: the units of one column, of which a
/// block has few.
struct LabelTable: Sendable {
  /// Where each label stands in ``pool``, and one more.
  private var starts: [Int] = [0]
  private var pool: [UInt8] = []
  /// Hash and number side by side; a number of -1 is a free slot.
  private var slots: [(hash: UInt64, number: Int32)]
  private var mask: Int

  init() {
    slots = Array(repeating: (0, -1), count: 256)
    mask = 255
  }

  var count: Int { starts.count - 1 }

  subscript(number: Int) -> String {
    String(decoding: pool[starts[number]..<starts[number + 1]], as: UTF8.self)
  }

  /// The number of a label, a new one where it was not seen.
  @inline(__always)
  mutating func number(of label: ByteText) -> UInt32 {
    let hash = textHash(label)
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot.number < 0 { return insert(label, hash, at: place) }
      if slot.hash == hash, isSame(label, slot.number) { return UInt32(slot.number) }
      place = (place + 1) & mask
    }
  }

  @inline(__always)
  private func isSame(_ label: ByteText, _ number: Int32) -> Bool {
    let start = starts[Int(number)]
    guard starts[Int(number) + 1] - start == label.count else { return false }
    for index in 0..<label.count where pool[start + index] != label[index] { return false }
    return true
  }

  private mutating func insert(_ label: ByteText, _ hash: UInt64, at place: Int) -> UInt32 {
    let number = Int32(count)
    pool.append(contentsOf: label)
    starts.append(pool.count)
    slots[place] = (hash, number)
    if count * 2 > slots.count { grow() }
    return UInt32(number)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, -1), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.number >= 0 {
      var place = Int(truncatingIfNeeded: slot.hash) & mask
      while slots[place].number >= 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}
