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
      if equals(start..<min(start + 4, bytes.count), "<!--") {
        position = start + 4
        while position < bytes.count, !equals(position..<min(position + 3, bytes.count), "-->") {
          position += 1
        }
        position = min(position + 3, bytes.count)
      } else {
        position = self.end(of: start, at: UInt8(ascii: ">"))
      }
      return .other(start..<position)
    case UInt8(ascii: "/"):
      position = self.end(of: start, at: UInt8(ascii: ">"))
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
    guard bytes[range].contains(UInt8(ascii: "&")) else { return text(range) }
    var name: [UInt8] = []
    name.reserveCapacity(range.count)
    write(name: range, to: &name)
    return String(decoding: name, as: UTF8.self)
  }

  func write(name range: Range<Int>, to output: inout [UInt8]) {
    let hyphen: StaticString = "&#45;"
    var place = range.lowerBound
    while place < range.upperBound {
      let end = place + hyphen.utf8CodeUnitCount
      if bytes[place] == UInt8(ascii: "&"), end <= range.upperBound, equals(place..<end, hyphen) {
        output.append(UInt8(ascii: "-"))
        place = end
      } else {
        output.append(bytes[place])
        place += 1
      }
    }
  }

  func hasPrefix(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count >= word.utf8CodeUnitCount && equals(range.prefix(word.utf8CodeUnitCount), word)
  }

  func equals(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count
    where bytes[range.lowerBound + offset] != word.utf8Start[offset] { return false }
    return true
  }

  /// The value of an attribute of a tag.
  func value(_ name: StaticString, of tag: Tag) -> Range<Int>? {
    var place = tag.name.upperBound
    while let attribute = attribute(at: &place) {
      if equals(attribute.name, name) { return attribute.value }
    }
    return nil
  }

  /// The attributes of a tag, found again each time: few tags are asked for theirs.
  func attributes(of tag: Tag) -> [(name: Range<Int>, value: Range<Int>)] {
    var attributes: [(name: Range<Int>, value: Range<Int>)] = []
    var place = tag.name.upperBound
    while let attribute = attribute(at: &place) { attributes.append(attribute) }
    return attributes
  }

  private mutating func tag(from start: Int) -> Tag {
    let name = word(from: start + 1)
    position = name.upperBound
    while attribute(at: &position) != nil {}
    let isEmpty = position < bytes.count && bytes[position - 1] == UInt8(ascii: "/")
    position = min(position + 1, bytes.count)
    return Tag(range: start..<position, name: name, isEmpty: isEmpty)
  }

  /// The next attribute at or behind a place in a tag, which moves behind it; nil at the end of the
  /// tag.
  func attribute(at place: inout Int) -> (name: Range<Int>, value: Range<Int>)? {
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if Self.isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "/") {
        place += 1
        continue
      }
      let name = word(from: place)
      place = max(name.upperBound, place + 1)
      guard name.upperBound + 1 < bytes.count, bytes[name.upperBound] == UInt8(ascii: "="),
        bytes[name.upperBound + 1] == UInt8(ascii: "\"")
      else { continue }
      let first = name.upperBound + 2
      place = end(of: first, at: UInt8(ascii: "\""))
      return (name, first..<max(first, place - 1))
    }
    return nil
  }

  private func word(from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if Self.isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "/")
      {
        break
      }
      end += 1
    }
    return start..<end
  }

  /// Behind the first of a byte from a place on; the end where there is none.
  private func end(of start: Int, at byte: UInt8) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != byte { end += 1 }
    return min(end + 1, bytes.count)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
