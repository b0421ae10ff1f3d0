/// How a string from a stranger is spelt in DOT so that it stays one string, shown as it is.
///
/// Graphviz reads a quoted string up to three times: as a DOT string (`\"` is a quote), as an
/// escString (`\N` is the node's name, `\n` a line break, `\\` a backslash), and as text with XML
/// entities (`&lt;` is `<`). Each spelling below undoes the readings its place gets.
enum DotQuoting {
  /// A quoted id of a node or a graph, different for different ids.
  ///
  /// Ids are not escStrings, and Graphviz keeps a doubled backslash as two, so a backslash, a line
  /// feed and every other control character become XML entities, which the titles in SVG show as
  /// themselves. What XML cannot hold (NUL) shows as U+FFFD and its number.
  static func write(identifier id: String, to output: inout [UInt8]) {
    write(quoted: identifierBody(id), to: &output)
  }

  /// What Graphviz calls a node or graph of an id.
  static func name(_ id: String) -> String {
    identifierBody(id).replacing("\\\"", with: "\"")
  }

  /// The quoted name of a cluster; Graphviz knows clusters by the prefix.
  static func write(cluster id: String, to output: inout [UInt8]) {
    write(quoted: "cluster_" + identifierBody(id), to: &output)
  }

  /// Whether an id is spelt in DOT with more than quotes around it.
  static func isRespelt(_ id: String) -> Bool {
    !isPlain(id) && identifierBody(id) != id
  }

  /// A quoted escString: a label. Lines are centred; control characters are left out.
  static func write(escString text: String, to output: inout [UInt8]) {
    write(quoted: spelt(text, backslash: #"\\"#), to: &output)
  }

  /// A quoted tooltip, which Graphviz reads as an escString twice.
  static func write(tooltip text: String, to output: inout [UInt8]) {
    write(quoted: spelt(text, backslash: #"\\\\"#), to: &output)
  }

  /// A quoted word that has no use for anything but letters, digits and the given punctuation;
  /// all else is left out.
  static func write(
    word text: String, allowing punctuation: String, to output: inout [UInt8]
  ) {
    if isWord(text, allowing: punctuation) { return write(quoted: text, to: &output) }
    let kept = text.unicodeScalars.filter { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || punctuation.unicodeScalars.contains(scalar)
    }
    write(quoted: String(String.UnicodeScalarView(kept)), to: &output)
  }

  /// Whether nothing of such a word is left out: letters and digits of ASCII, and the punctuation.
  static func isWord(_ text: String, allowing punctuation: String) -> Bool {
    text.utf8.allSatisfy { isLetterOrDigit($0) || punctuation.utf8.contains($0) }
  }

  /// Quotes around what is spelt already.
  static func write(quoted text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    output += text.utf8
    output.append(UInt8(ascii: "\""))
  }

  /// What something writes, by itself.
  static func text(_ write: (inout [UInt8]) -> Void) -> String {
    var output: [UInt8] = []
    write(&output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func spelt(_ text: String, backslash: String) -> String {
    if isPlain(text) { return text }
    var result = ""
    for scalar in shownScalars(text) {
      switch scalar {
      case "\\": result += backslash
      case "\n": result += #"\n"#
      case "\"": result += #"\""#
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether every reading leaves a text as it is, as it does most.
  private static func isPlain(_ text: String) -> Bool {
    text.isPlain { byte in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&")
        || byte == UInt8(ascii: "%")
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func identifierBody(_ id: String) -> String {
    if isPlain(id) { return id }
    var result = ""
    for scalar in id.unicodeScalars {
      switch scalar {
      case "\"": result += #"\""#
      case "&": result += "&amp;"
      // Graphviz takes a name that starts with a percent sign for one it made up itself.
      case "%" where result.isEmpty: result += "&#37;"
      case "\\", "\u{FFFD}", "\u{2028}", "\u{2029}", "\t", "\n", "\r", "\u{7F}"..."\u{9F}":
        result += "&#\(scalar.value);"
      case let scalar where !scalar.isAllowedInXML:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\u{FFFD}" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text as it can be shown: one kind of line break, spaces for tabs, no control characters.
  static func shownScalars(_ text: String) -> [Unicode.Scalar] {
    var shown: [Unicode.Scalar] = []
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": shown.append("\n")
      case "\t": shown.append(" ")
      case "\u{7F}"..."\u{9F}": break
      case let scalar where !scalar.isAllowedInXML: break
      default: shown.append(scalar)
      }
      previous = scalar
    }
    return shown
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 can hold the character at all, escaped or not.
  fileprivate var isAllowedInXML: Bool {
    switch self {
    case "\t", "\n", "\r": true
    case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": false
    default: true
    }
  }
}
