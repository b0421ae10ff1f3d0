import GovernanceModel

/// Refuses, before the YAML library sees it, a text that would exhaust it.
///
/// The library compares the keys of mappings by their whole content, and a key made of aliases may
/// stand for more values than there are atoms. It also builds nested values by recursion, to a limit
/// of its own of a thousand. No graph needs either. The text is looked at as bytes, without regard to
/// quotes: what looks like a key of aliases is refused wherever it stands, in a text that has anchors
/// and aliases at all; depth is counted by row, so that brackets never closed in names do not add up.
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
    let hasAliases = hasAliases(bytes)
    for index in 0..<bytes.count {
      let byte = bytes[index]
      defer { previous = byte }
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
        if hasAliases, isBeforeColon(bytes, index + 1) { return complexKey(place()) }
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"),
        UInt8(ascii: "\t"), UInt8(ascii: "!"), UInt8(ascii: "&"):
        if isIndentation, index - lineStart > deepest * 4 { return tooDeep(place()) }
        // A row begins: whatever was open in the one before is not any more.
        if byte == UInt8(ascii: "-"), isIndentation, follows(bytes, index, " ") { depth = 0 }
        if byte == UInt8(ascii: "?"),
          isIndentation && follows(bytes, index, " ") || hasAliases && !isWord(previous)
        {
          return complexKey(place())
        }
      case UInt8(ascii: "*"):
        if hasAliases, !isWord(previous), isBeforeColon(bytes, endOfWord(bytes, index + 1)) {
          return complexKey(place())
        }
        isIndentation = false
      default:
        isIndentation = false
      }
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

  private static func follows(_ bytes: ByteText, _ index: Int, _ character: Unicode.Scalar) -> Bool
  {
    index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: character)
  }

  /// Whether the text may hold an anchor and an alias to it.
  private static func hasAliases(_ bytes: ByteText) -> Bool {
    let anchors = Set(names(after: "&", in: bytes))
    return !anchors.isEmpty && names(after: "*", in: bytes).contains { anchors.contains($0) }
  }

  /// The names that follow a mark which does not stand inside a word.
  private static func names(after mark: Unicode.Scalar, in bytes: ByteText) -> [String] {
    var names: [String] = []
    for index in 0..<bytes.count
    where bytes[index] == UInt8(ascii: mark) && (index == 0 || !isWord(bytes[index - 1])) {
      let end = endOfWord(bytes, index + 1)
      if end > index + 1 { names.append(ByteText(rebasing: bytes[(index + 1)..<end]).string) }
    }
    return names
  }

  /// Whether a byte may stand in the name of an anchor.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func endOfWord(_ bytes: ByteText, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, isWord(bytes[index]) { index += 1 }
    return index
  }

  /// Whether a colon stands at an index, after spaces or at once.
  private static func isBeforeColon(_ bytes: ByteText, _ start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: ":")
  }
}
