import GovernanceModel

/// Numbers labels in the order in which they are first seen: the units of one column, of which a
/// block has few.
///
/// A label of up to eight bytes is its own key, so that it is found without a look at any text.
final class LabelTable {
  private struct Slot {
    /// The bytes of a short label, lowest first; the hash of a long one.
    var key: UInt64
    var length: UInt32
    /// -1: free.
    var number: Int32
    static let free = Slot(key: 0, length: 0, number: -1)
  }

  /// Where each label stands in ``pool``, and one more.
  private var starts: [Int] = [0]
  private var pool: [UInt8] = []
  private var slots: UnsafeMutablePointer<Slot>
  private var mask = 1023

  init() {
    slots = .allocate(capacity: 1024)
    slots.initialize(repeating: .free, count: 1024)
  }

  deinit { slots.deallocate() }

  var count: Int { starts.count - 1 }

  subscript(number: Int) -> String {
    String(decoding: pool[starts[number]..<starts[number + 1]], as: UTF8.self)
  }

  /// The number of a label, a new one where it was not seen.
  func number(of label: ByteText) -> UInt32 {
    guard label.count <= 8 else { return number(of: label, key: textHash(label)) }
    var key: UInt64 = 0
    for index in label.indices.reversed() { key = key << 8 | UInt64(label[index]) }
    return number(of: label, key: key)
  }

  /// The same for a label after whose first byte at least seven more can be read.
  @inline(__always)
  func number(ofReadable label: ByteText) -> UInt32 {
    let length = label.count
    guard length <= 8, length > 0 else { return number(of: label) }
    let word = UInt64(
      littleEndian: UnsafeRawPointer(label.baseAddress!).loadUnaligned(as: UInt64.self))
    return number(of: label, key: word & (.max >> UInt64(64 - length * 8)))
  }

  /// The numbers that the labels of another table have in this one.
  func numbers(of other: LabelTable) -> [UInt32] {
    other.pool.withUnsafeBufferPointer { pool in
      (0..<other.count).map {
        number(of: ByteText(rebasing: pool[other.starts[$0]..<other.starts[$0 + 1]]))
      }
    }
  }

  @inline(__always)
  private func number(of label: ByteText, key: UInt64) -> UInt32 {
    let length = UInt32(truncatingIfNeeded: label.count)
    var place = Int(truncatingIfNeeded: mixed(key ^ UInt64(length))) & mask
    // Safe: a place is below the number of slots, some of which are always free.
    while true {
      let slot = slots[place]
      if slot.number < 0 { return insert(label, key, at: place) }
      if slot.key == key, slot.length == length, length <= 8 || isSame(label, slot.number) {
        return UInt32(bitPattern: slot.number)
      }
      place = (place + 1) & mask
    }
  }

  private func isSame(_ label: ByteText, _ number: Int32) -> Bool {
    pool[starts[Int(number)]..<starts[Int(number) + 1]].elementsEqual(label)
  }

  private func insert(_ label: ByteText, _ key: UInt64, at place: Int) -> UInt32 {
    let number = Int32(count)
    pool.append(contentsOf: label)
    starts.append(pool.count)
    slots[place] = Slot(
      key: key, length: UInt32(truncatingIfNeeded: label.count), number: number)
    if count * 2 > mask { grow() }
    return UInt32(number)
  }

  private func grow() {
    let old = (slots: slots, count: mask + 1)
    mask = old.count * 2 - 1
    slots = .allocate(capacity: old.count * 2)
    slots.initialize(repeating: .free, count: old.count * 2)
    for index in 0..<old.count where old.slots[index].number >= 0 {
      let slot = old.slots[index]
      var place = Int(truncatingIfNeeded: mixed(slot.key ^ UInt64(slot.length))) & mask
      while slots[place].number >= 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
    old.slots.deallocate()
  }
}
