import GovernanceModel

/// Goes through the bytes of a JSON text, value by value, without building a tree of it.
///
/// A layer is nearly all numbers: read straight into the list of points they need no object each, as a
/// general JSON reader makes, which also does not say where in the file a value stands (decision 12).
struct JSONCursor {
  /// The text is no JSON from here on.
  struct Fault: Error {
    let offset: Int
    /// "a comma or '}' is missing".
    let summary: String
  }

  private let bytes: ByteText
  private(set) var offset: Int
  /// Deeper than any GeoJSON; without a limit a file of a million brackets would end the program.
  private static let deepest = 100

  init(_ bytes: ByteText, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next byte; 0 at the end.
  var next: UInt8 {
    @inline(__always) get { offset < bytes.count ? bytes[offset] : 0 }
  }

  /// The byte after the next; 0 at the end.
  var afterNext: UInt8 {
    @inline(__always) get { offset + 1 < bytes.count ? bytes[offset + 1] : 0 }
  }

  @inline(__always)
  func byte(at offset: Int) -> UInt8 { bytes[offset] }

  /// Goes past a byte.
  @inline(__always)
  mutating func advance() { offset += 1 }

  var isAtEnd: Bool { offset >= bytes.count }

  @inline(__always)
  mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  /// Takes a byte when it is the next after spaces.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte, offset < bytes.count else { return false }
    offset += 1
    return true
  }

  func fault(_ summary: String) -> Fault {
    isAtEnd
      ? Fault(offset: offset, summary: "the file ends in the middle: \(summary)")
      : Fault(offset: offset, summary: summary)
  }

  /// Calls `member` for every member of an object, with the cursor at its value, which `member` goes
  /// past.
  mutating func eachMember(
    _ member: (inout JSONCursor, Range<Int>) throws(Fault) -> Void
  ) throws(Fault) {
    guard take(UInt8(ascii: "{")) else { throw fault("an object is missing") }
    if take(UInt8(ascii: "}")) { return }
    repeat {
      skipSpace()
      let name = try skipString()
      guard take(UInt8(ascii: ":")) else { throw fault("a colon is missing after a name") }
      skipSpace()
      try member(&self, name)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw fault("a comma or '}' is missing") }
  }

  /// Calls `item` for every item of an array, with the cursor at it.
  mutating func eachItem(_ item: (inout JSONCursor) throws(Fault) -> Void) throws(Fault) {
    guard take(UInt8(ascii: "[")) else { throw fault("an array is missing") }
    if take(UInt8(ascii: "]")) { return }
    repeat {
      skipSpace()
      try item(&self)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw fault("a comma or ']' is missing") }
  }

  /// Goes past a value.
  mutating func skipValue(depth: Int = 0) throws(Fault) {
    guard depth < Self.deepest else {
      throw fault("values are nested more than \(Self.deepest) deep")
    }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"):
      try eachMember { (cursor, _) throws(Fault) in try cursor.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["):
      try eachItem { (cursor) throws(Fault) in try cursor.skipValue(depth: depth + 1) }
    case UInt8(ascii: "\""): _ = try skipString()
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: _ = try number()
    }
  }

  mutating func skipWord(_ word: StaticString) throws(Fault) {
    guard takeWord(word) else { throw fault("a value is missing") }
  }

  /// Takes a word when it is next.
  mutating func takeWord(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset + length <= bytes.count else { return false }
    for index in 0..<length where bytes[offset + index] != word.utf8Start[index] { return false }
    offset += length
    return true
  }

  /// Goes past a string and gives where its contents stand.
  mutating func skipString() throws(Fault) -> Range<Int> {
    guard next == UInt8(ascii: "\"") else { throw fault("a string is missing") }
    let start = offset + 1
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\""):
        offset = end + 1
        return start..<end
      case UInt8(ascii: "\\"): end += 2
      case 0..<0x20:
        offset = end
        throw fault("a string holds a control character")
      default: end += 1
      }
    }
    offset = bytes.count
    throw fault("a string has no closing quote")
  }

  /// Whether the contents of a string are a word; escapes are looked through.
  func string(_ range: Range<Int>, is word: String) -> Bool {
    var word = word
    let isSame = word.withUTF8 { word in
      word.count == range.count && word.elementsEqual(bytes[range])
    }
    return isSame || (bytes[range].contains(UInt8(ascii: "\\")) && text(range) == word)
  }

  /// The bytes as they stand.
  func raw(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The contents of a string; nil where an escape or the encoding is broken.
  func text(_ range: Range<Int>) -> String? {
    guard bytes[range].contains(UInt8(ascii: "\\")) else {
      return String(validating: bytes[range], as: UTF8.self)
    }
    var made: [UInt8] = []
    var place = range.lowerBound
    func hex(at place: Int) -> UInt16? {
      guard place + 4 <= range.upperBound else { return nil }
      return UInt16(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    }
    while place < range.upperBound {
      let byte = bytes[place]
      place += 1
      guard byte == UInt8(ascii: "\\") else {
        made.append(byte)
        continue
      }
      guard place < range.upperBound else { return nil }
      let escape = bytes[place]
      place += 1
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): made.append(escape)
      case UInt8(ascii: "b"): made.append(0x08)
      case UInt8(ascii: "f"): made.append(0x0C)
      case UInt8(ascii: "n"): made.append(0x0A)
      case UInt8(ascii: "r"): made.append(0x0D)
      case UInt8(ascii: "t"): made.append(0x09)
      case UInt8(ascii: "u"):
        guard var unit = hex(at: place).map(UInt32.init) else { return nil }
        place += 4
        if (0xD800..<0xDC00).contains(unit) {
          guard place + 6 <= range.upperBound, bytes[place] == UInt8(ascii: "\\"),
            bytes[place + 1] == UInt8(ascii: "u"), let low = hex(at: place + 2),
            (0xDC00..<0xE000).contains(low)
          else { return nil }
          unit = 0x10000 + (unit - 0xD800) << 10 + UInt32(low) - 0xDC00
          place += 6
        }
        guard let scalar = Unicode.Scalar(unit) else { return nil }
        made += String(Character(scalar)).utf8
      default: return nil
      }
    }
    return String(validating: made, as: UTF8.self)
  }
}
