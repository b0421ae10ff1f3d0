import GovernanceModel

/// Refuses, before the YAML library sees it, a text that would exhaust it.
///
/// The library builds nested values by recursion and compares the keys of mappings by their whole
/// content, so a few kilobytes of brackets overflow its stack, and an alias used as a key may stand
/// for more values than there are atoms. No graph needs either.
enum YAMLGuard {
  static let deepest = 64
  static let largest = 64 << 20

  static func diagnostic(for bytes: ByteText, path: String) -> Diagnostic? {
    if bytes.count > largest {
      return Diagnostic(
        id: "too-large", position: SourcePosition(path: path),
        summary: "the YAML file is larger than \(largest >> 20) MiB",
        cure: "write the graph as a folder of CSV tables")
    }
    var line = 1
    var lineStart = 0
    var depth = 0
    var isIndentation = true
    var previous = UInt8(ascii: "\n")
    for index in 0..<bytes.count {
      let byte = bytes[index]
      func place() -> SourcePosition {
        SourcePosition(path: path, line: line, column: index - lineStart + 1)
      }
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        lineStart = index + 1
        isIndentation = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        isIndentation = false
        if depth > deepest { return tooDeep(place()) }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth = max(0, depth - 1)
        isIndentation = false
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"),
        UInt8(ascii: "\t"), UInt8(ascii: "!"), UInt8(ascii: "&"):
        if isIndentation, index - lineStart > deepest * 4 { return tooDeep(place()) }
        if byte == UInt8(ascii: "?"), isIndentation, follows(bytes, index, " ") {
          return complexKey(place())
        }
      case UInt8(ascii: "*"):
        if isBreak(previous), isKey(bytes, index) { return complexKey(place()) }
        isIndentation = false
      default:
        isIndentation = false
      }
      previous = byte
    }
    return nil
  }

  private static func tooDeep(_ position: SourcePosition) -> Diagnostic {
    Diagnostic(
      id: "too-deep", position: position, summary: "values are nested more than \(deepest) deep",
      cure: "a graph is a mapping of tables, each a list of rows: write it flat")
  }

  private static func complexKey(_ position: SourcePosition) -> Diagnostic {
    Diagnostic(
      id: "complex-key", position: position, summary: "a key is not plain text",
      cure: "write the name of the column out")
  }

  private static func follows(_ bytes: ByteText, _ index: Int, _ character: Unicode.Scalar) -> Bool {
    index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: character)
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    [" ", "\n", "\t", "[", "{", ",", "-"].contains { UInt8(ascii: $0) == byte }
  }

  /// Whether the alias that begins at an index is followed by a colon.
  private static func isKey(_ bytes: ByteText, _ start: Int) -> Bool {
    var index = start + 1
    while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ":"),
      bytes[index] != UInt8(ascii: ",")
    { index += 1 }
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: ":")
  }
}
