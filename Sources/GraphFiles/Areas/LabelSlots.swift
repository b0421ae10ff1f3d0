import GovernanceModel

/// A label as it is looked for: one of up to sixteen bytes is its own key, so that it is found without
/// a look at any text.
struct LabelKey: Equatable {
  /// The first eight bytes, lowest first, and zeros after the last; the hash of a label of more than
  /// sixteen bytes.
  fileprivate let first: UInt64
  /// The next eight bytes; of a longer label ``long``.
  fileprivate let rest: UInt64

  /// How many bytes a key holds.
  static let longest = 16
  /// No text ends with this: none of its bytes is one of UTF-8.
  private static var long: UInt64 { .max }

  fileprivate var isWhole: Bool { rest != Self.long }
  /// That of a slot without a label.
  fileprivate static let none = LabelKey(first: 0, rest: long)

  private init(first: UInt64, rest: UInt64) {
    self.first = first
    self.rest = rest
  }

  init(_ label: ByteText) {
    func word(_ bytes: Slice<ByteText>) -> UInt64 {
      bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    (first, rest) =
      label.count > Self.longest
      ? (textHash(label), Self.long) : (word(label.prefix(8)), word(label.dropFirst(8)))
  }

  /// The key of a label of one to eight bytes, from whose first byte on eight can be read.
  @inline(__always)
  init(short label: ByteText) {
    let beyond = UInt64(truncatingIfNeeded: 64 &- label.count &* 8)
    (first, rest) = (Self.word(label.baseAddress!) & (.max &>> beyond), 0)
  }

  /// The key of a label of nine to sixteen bytes.
  @inline(__always)
  init(middle label: ByteText) {
    let start = label.baseAddress!
    let known = UInt64(truncatingIfNeeded: 128 &- label.count &* 8)
    // Safe: the second word begins after the first byte of the label and ends with its last.
    (first, rest) = (Self.word(start), Self.word(start + (label.count &- 8)) &>> known)
  }

  @inline(__always)
  private static func word(_ start: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
  }
}

/// Where the labels of a ``LabelTable`` are found, by open addressing.
///
/// A copy is as good as the table's own until the table gets a new label: a loop over millions of rows
/// keeps one, so that nothing is looked up in the table itself.
struct LabelSlots {
  private struct Slot {
    var key: LabelKey
    /// -1: free.
    var number: Int32
  }

  private let start: UnsafeMutablePointer<Slot>
  private let mask: Int
  /// How far a hash is shifted for the place of a label.
  private let shift: UInt64

  var count: Int { mask + 1 }

  /// - Parameter count: a power of two.
  init(count: Int) {
    mask = count - 1
    shift = UInt64(64 - count.trailingZeroBitCount)
    start = .allocate(capacity: count)
    start.initialize(repeating: Slot(key: .none, number: -1), count: count)
  }

  func deallocate() { start.deallocate() }

  /// The number at a place; nil where it is free.
  subscript(place: Int) -> UInt32? {
    let number = start[place].number
    return number < 0 ? nil : UInt32(number)
  }

  /// The number of a label of one to sixteen bytes; nil where it has none yet.
  @inline(__always)
  func number(of key: LabelKey) -> UInt32? {
    var place = hash(key)
    // Safe: a place is below the number of slots, some of which are always free.
    while true {
      let slot = start[place]
      // Both words with one question: what was not foreseen costs more than what is looked at.
      if (slot.key.first ^ key.first) | (slot.key.rest ^ key.rest) == 0 {
        return UInt32(bitPattern: slot.number)
      }
      if slot.number < 0 { return nil }
      place = (place &+ 1) & mask
    }
  }

  /// Where a label stands, or is to stand.
  ///
  /// - Parameter isSame: whether the label is that of a number; asked only for long ones.
  func place(of key: LabelKey, isSame: (Int) -> Bool) -> Int {
    var place = hash(key)
    while start[place].number >= 0 {
      if start[place].key == key, key.isWhole || isSame(Int(start[place].number)) { break }
      place = (place + 1) & mask
    }
    return place
  }

  func put(_ key: LabelKey, _ number: UInt32, at place: Int) {
    start[place] = Slot(key: key, number: Int32(bitPattern: number))
  }

  /// The same labels in twice as many slots; these are let go of.
  func grown() -> LabelSlots {
    let new = LabelSlots(count: count * 2)
    for index in 0..<count where start[index].number >= 0 {
      let slot = start[index]
      var place = new.hash(slot.key)
      while new.start[place].number >= 0 { place = (place + 1) & new.mask }
      new.start[place] = slot
    }
    deallocate()
    return new
  }

  /// By the golden ratio, so that codes that differ in a digit lie far apart.
  @inline(__always)
  private func hash(_ key: LabelKey) -> Int {
    let mixed = (key.first ^ key.rest &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> shift)
  }
}
