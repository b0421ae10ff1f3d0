import GovernanceModel

/// JSON as it is written, value by value, into one run of bytes, as ``JSONFormat`` writes what is
/// encoded: a list of a million objects needs no tree of them. Keys are written in their order.
struct JSONText {
  private var bytes: [UInt8]
  private var level: Int
  private var isFirst = true

  /// - Parameters:
  ///   - bytes: what stands before.
  ///   - level: how many objects and lists there are around what will be written.
  init(after bytes: [UInt8] = [], level: Int = 0) {
    self.bytes = bytes
    self.level = level
  }

  /// What was written, with the rest of the answer after it.
  consuming func string(followedBy rest: some Sequence<UInt8>) -> String {
    bytes.append(contentsOf: rest)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Begins a member of an object; its value follows.
  mutating func key(_ key: StaticString) {
    beginElement()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: ByteText(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: " "))
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(ascii: " "))
  }

  /// Begins an element of a list; its value follows.
  mutating func beginElement() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    beginLine()
  }

  mutating func object(_ write: (inout JSONText) -> Void) {
    nested(UInt8(ascii: "{"), UInt8(ascii: "}"), write)
  }

  mutating func list(_ write: (inout JSONText) -> Void) {
    nested(UInt8(ascii: "["), UInt8(ascii: "]"), write)
  }

  mutating func list(_ texts: some Sequence<String>) {
    list { list in
      for text in texts {
        list.beginElement()
        list.text(text)
      }
    }
  }

  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { self.text($0) }
  }

  mutating func text(_ text: ByteText) {
    bytes.append(UInt8(ascii: "\""))
    // Most texts hold nothing that has to be escaped.
    if text.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      bytes.append(contentsOf: text)
    } else {
      for byte in text { escaped(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func number(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(number: number.magnitude)
  }

  mutating func flag(_ flag: Bool) { bytes.append(contentsOf: (flag ? "true" : "false").utf8) }

  /// A date as it was written, as text.
  mutating func date(_ date: PartialDate) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(date: date)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds objects of a list that need nothing of each other, written on several threads, in order.
  ///
  /// - Parameter write: writes the members of one of them.
  mutating func objects(
    _ count: Int, workers: Int = Parallel.workers, _ write: @Sendable (Int, inout JSONText) -> Void
  ) {
    let size = 2048
    let level = level
    Parallel.inOrder((count + size - 1) / size, workers: workers) { piece in
      var text = JSONText(level: level)
      for place in piece * size..<min(count, (piece + 1) * size) {
        text.beginElement()
        text.object { write(place, &$0) }
      }
      return text.bytes
    } consume: { _, piece in
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes.append(contentsOf: piece)
    }
  }

  private mutating func nested(
    _ open: UInt8, _ close: UInt8, _ write: (inout JSONText) -> Void
  ) {
    let wasFirst = isFirst
    bytes.append(open)
    isFirst = true
    level += 1
    write(&self)
    level -= 1
    // One with nothing in it has an empty line, as the encoder writes it.
    if isFirst { bytes.append(UInt8(ascii: "\n")) }
    beginLine()
    bytes.append(close)
    isFirst = wasFirst
  }

  private mutating func beginLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * level { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func escaped(_ byte: UInt8) {
    let short: Character? =
      switch byte {
      case UInt8(ascii: "\""): "\""
      case UInt8(ascii: "\\"): "\\"
      case 0x08: "b"
      case 0x09: "t"
      case 0x0A: "n"
      case 0x0C: "f"
      case 0x0D: "r"
      default: nil
      }
    if let short {
      bytes += [UInt8(ascii: "\\"), short.asciiValue!]
    } else if byte < 0x20 {
      let digits = String(byte, radix: 16)
      bytes.append(
        contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    } else {
      bytes.append(byte)
    }
  }
}
