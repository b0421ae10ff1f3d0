import GovernanceModel

/// A label as it is looked for: one of up to sixteen bytes is its own key, so that it is found without
/// a look at any text.
struct LabelKey: Equatable {
  /// The first eight bytes, lowest first; the hash of a label of more than sixteen bytes.
  fileprivate let first: UInt64
  /// The last eight bytes of a label of nine to sixteen.
  fileprivate let last: UInt64
  fileprivate let length: UInt32

  fileprivate static let longest = 16
  fileprivate var isWhole: Bool { length <= Self.longest }

  init(_ label: ByteText) {
    var word: UInt64 = 0
    for byte in label.prefix(8).reversed() { word = word << 8 | UInt64(byte) }
    self.init(label, first: word)
  }

  /// The key of a label that is not empty, from whose first byte on eight can be read.
  @inline(__always)
  init(readable label: ByteText) {
    let word = Self.word(label.baseAddress!)
    let beyond = UInt64(truncatingIfNeeded: label.count < 8 ? 64 &- label.count &* 8 : 0)
    self.init(label, first: word & (.max &>> beyond))
  }

  /// - Parameter first: the first eight bytes, or as many as there are.
  @inline(__always)
  private init(_ label: ByteText, first: UInt64) {
    length = UInt32(truncatingIfNeeded: label.count)
    if label.count <= 8 {
      (self.first, last) = (first, 0)
    } else if label.count <= Self.longest {
      // Safe: it begins after the first byte of the label and ends with its last.
      (self.first, last) = (first, Self.word(label.baseAddress! + (label.count &- 8)))
    } else {
      (self.first, last) = (textHash(label), 0)
    }
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
    let none = LabelKey(ByteText(start: nil, count: 0))
    start.initialize(repeating: Slot(key: none, number: -1), count: count)
  }

  func deallocate() { start.deallocate() }

  /// The number at a place; nil where it is free.
  subscript(place: Int) -> UInt32? {
    let number = start[place].number
    return number < 0 ? nil : UInt32(number)
  }

  /// The number of a label that is not empty and has up to sixteen bytes; nil where it has none yet,
  /// or is longer.
  @inline(__always)
  func number(of key: LabelKey) -> UInt32? {
    var place = hash(key)
    // Safe: a place is below the number of slots, some of which are always free.
    while start[place].key != key {
      if start[place].number < 0 { return nil }
      place = (place &+ 1) & mask
    }
    return key.isWhole ? UInt32(truncatingIfNeeded: start[place].number) : nil
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
    let mixed = (key.first ^ key.last &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> shift)
  }
}
