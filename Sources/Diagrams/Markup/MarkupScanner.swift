/// Walks through markup that a program wrote, such as Graphviz's SVG, piece by piece.
///
/// Nothing is decoded and nothing is copied: pieces are ranges of the bytes. What is not well-formed
/// comes out as text.
struct MarkupScanner {
  enum Piece {
    case text(Range<Int>)
    case opening(Tag)
    case closing(Range<Int>, name: Range<Int>)
    /// A comment, declaration or instruction.
    case other(Range<Int>)
  }

  struct Tag {
    let range: Range<Int>
    let name: Range<Int>
    let attributes: [(name: Range<Int>, value: Range<Int>)]
    /// Whether it ends in `/>`.
    let isEmpty: Bool
  }

  let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Piece? {
    guard position < bytes.count else { return nil }
    let start = position
    guard bytes[start] == UInt8(ascii: "<"), start + 1 < bytes.count else {
      position = start + 1
      while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
      return .text(start..<position)
    }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      let isComment = bytes[start...].starts(with: Array("<!--".utf8))
      skip(past: Array((isComment ? "-->" : ">").utf8), from: isComment ? start + 4 : start)
      return .other(start..<position)
    case UInt8(ascii: "/"):
      skip(past: [UInt8(ascii: ">")], from: start)
      var end = start + 2
      while end < position - 1, !Self.isSpace(bytes[end]) { end += 1 }
      return .closing(start..<position, name: (start + 2)..<end)
    default:
      return .opening(tag(from: start))
    }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// An element's name or class, in which Graphviz writes a hyphen as a number.
  func name(_ range: Range<Int>) -> String {
    let hyphen: StaticString = "&#45;"
    guard bytes[range].contains(UInt8(ascii: "&")) else { return text(range) }
    var name: [UInt8] = []
    name.reserveCapacity(range.count)
    var place = range.lowerBound
    while place < range.upperBound {
      let end = place + hyphen.utf8CodeUnitCount
      if end <= range.upperBound, equals(place..<end, hyphen) {
        name.append(UInt8(ascii: "-"))
        place = end
      } else {
        name.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  func equals(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count
    where bytes[range.lowerBound + offset] != word.utf8Start[offset] { return false }
    return true
  }

  /// The value of an attribute of a tag.
  func value(_ name: StaticString, of tag: Tag) -> Range<Int>? {
    tag.attributes.first { equals($0.name, name) }?.value
  }

  private mutating func tag(from start: Int) -> Tag {
    position = start + 1
    let name = word()
    var attributes: [(name: Range<Int>, value: Range<Int>)] = []
    var isEmpty = false
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if Self.isSpace(bytes[position]) {
        position += 1
      } else if bytes[position] == UInt8(ascii: "/") {
        isEmpty = true
        position += 1
      } else {
        let key = word()
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "="),
          bytes[position + 1] == UInt8(ascii: "\"")
        else {
          position = max(position, key.lowerBound + 1)
          continue
        }
        let first = position + 2
        skip(past: [UInt8(ascii: "\"")], from: first)
        attributes.append((key, first..<max(first, position - 1)))
      }
    }
    position = min(position + 1, bytes.count)
    return Tag(range: start..<position, name: name, attributes: attributes, isEmpty: isEmpty)
  }

  private mutating func word() -> Range<Int> {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if Self.isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "/")
      {
        break
      }
      position += 1
    }
    return start..<position
  }

  private mutating func skip(past end: [UInt8], from start: Int) {
    position = start
    while position < bytes.count {
      if bytes[position] == end[0], bytes[position...].starts(with: end) {
        position += end.count
        return
      }
      position += 1
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
