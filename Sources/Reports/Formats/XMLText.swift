/// Text made safe to stand in XML 1.0, between tags and in attributes.
enum XMLText {
  /// The text with markup escaped, and what XML cannot hold at all written out.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in TerminalText.escaped(text).unicodeScalars {
      switch scalar {
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "&": safe += "&amp;"
      case "\"": safe += "&quot;"
      case "'": safe += "&apos;"
      case "\u{FFFE}", "\u{FFFF}": safe += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
