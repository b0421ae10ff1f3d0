extension String {
  /// The text in lines of about a width, broken at spaces, and within a word only when it is much
  /// longer; breaks that are there stay.
  func wrapped(at width: Int) -> [String] {
    guard isPlainLine else {
      return split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line in
        var lines = Lines(width: width)
        for word in line.split(separator: " ") { lines.add(word, word.count) }
        return lines.all
      }
    }
    var lines = Lines(width: width)
    var rest = utf8[...]
    while !rest.isEmpty {
      let word = rest.prefix { $0 != UInt8(ascii: " ") }
      if !word.isEmpty { lines.add(Substring(word), word.count) }
      rest = rest[word.endIndex...].dropFirst()
    }
    return lines.all
  }

  /// Whether each byte is a character, and none of them breaks the line.
  private var isPlainLine: Bool {
    utf8.allSatisfy { $0 < 0x80 && !(0x0A...0x0D).contains($0) }
  }

  /// The text, cut after a number of characters with an ellipsis.
  func shortened(to length: Int) -> String {
    // No text has more characters than bytes.
    utf8.count <= length || count <= length ? self : String(prefix(length - 1)) + "…"
  }

  /// The words of an id or a name that has hyphens between them: `accountable-to` as "accountable to".
  var unhyphenated: String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }
}

/// Words put into lines, one after the other.
private struct Lines {
  let width: Int
  private var done: [String] = []
  private var line = ""
  /// How many characters the line has.
  private var length = 0

  init(width: Int) { self.width = width }

  var all: [String] { done + [line] }

  /// - Parameter count: how many characters the word has.
  mutating func add(_ word: Substring, _ count: Int) {
    let longest = width * 3 / 2
    var (rest, left) = (word, count)
    while left > longest {
      addPiece(String(rest.prefix(longest)), longest)
      rest = rest.dropFirst(longest)
      left -= longest
    }
    addPiece(String(rest), left)
  }

  private mutating func addPiece(_ piece: String, _ count: Int) {
    if line.isEmpty {
      line = piece
      length = count
    } else if length + 1 + count <= width {
      line += " "
      line += piece
      length += 1 + count
    } else {
      done.append(line)
      line = piece
      length = count
    }
  }
}
