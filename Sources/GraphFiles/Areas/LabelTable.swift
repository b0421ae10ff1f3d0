import GovernanceModel

/// Numbers labels in the order in which they are first seen: the units of one column, of which a
/// block has few.
final class LabelTable {
  private(set) var slots = LabelSlots(count: 1024)
  /// Where each label stands in ``pool``, and one more.
  private var starts: [Int] = [0]
  private var pool: [UInt8] = []

  deinit { slots.deallocate() }

  var count: Int { starts.count - 1 }

  subscript(number: Int) -> String {
    String(decoding: pool[starts[number]..<starts[number + 1]], as: UTF8.self)
  }

  /// The number of a label, a new one where it was not seen.
  func number(of label: ByteText) -> UInt32 {
    let key = LabelKey(label)
    let place = slots.place(of: key) { number in
      pool[starts[number]..<starts[number + 1]].elementsEqual(label)
    }
    if let number = slots[place] { return number }
    let new = UInt32(truncatingIfNeeded: count)
    pool.append(contentsOf: label)
    starts.append(pool.count)
    slots.put(key, new, at: place)
    // Seldom full places: a label that is not where it was looked for first costs as much as several.
    if count * 4 > slots.count { slots = slots.grown() }
    return new
  }

  /// The numbers that the labels of another table have in this one.
  func numbers(of other: LabelTable) -> [UInt32] {
    other.pool.withUnsafeBufferPointer { pool in
      (0..<other.count).map {
        number(of: ByteText(rebasing: pool[other.starts[$0]..<other.starts[$0 + 1]]))
      }
    }
  }
}
