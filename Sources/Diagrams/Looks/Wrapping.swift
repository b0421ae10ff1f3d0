extension String {
  /// The text in lines of about a width, broken at spaces, and within a word only when it is much
  /// longer; breaks that are there stay.
  func wrapped(at width: Int) -> [String] {
    if isPlainLine {
      let words = utf8.split(separator: UInt8(ascii: " "))
      return Self.lines(words.map { (Substring($0), $0.count) }, at: width)
    }
    return split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line in
      Self.lines(line.split(separator: " ").map { ($0, $0.count) }, at: width)
    }
  }

  /// Whether each byte is a character, and none of them breaks the line.
  private var isPlainLine: Bool {
    utf8.allSatisfy { $0 < 0x80 && !(0x0A...0x0D).contains($0) }
  }

  /// Words in lines; each comes with the number of its characters.
  private static func lines(
    _ words: [(text: Substring, count: Int)], at width: Int
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    func add(_ piece: Substring, _ count: Int) {
      if line.isEmpty {
        length = count
      } else if length + 1 + count <= width {
        line += " "
        length += 1 + count
      } else {
        lines.append(line)
        line = ""
        length = count
      }
      line += piece
    }
    let longest = width * 3 / 2
    for (word, count) in words {
      var (rest, left) = (word, count)
      while left > longest {
        add(rest.prefix(longest), longest)
        rest = rest.dropFirst(longest)
        left -= longest
      }
      add(rest, left)
    }
    lines.append(line)
    return lines
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
