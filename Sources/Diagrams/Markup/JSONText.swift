/// A JSON value, written with its keys in the order given; keys without a value are left out.
///
/// Everything that means something to HTML or JavaScript is written as a number, so that the text may
/// stand in a page as it is.
indirect enum JSONText {
  case null
  case flag(Bool)
  case whole(Int)
  /// With two decimals at most.
  case number(Double)
  case string(String)
  case list([JSONText])
  case object([(String, JSONText)])

  static func strings(_ strings: [String]) -> JSONText { .list(strings.map(JSONText.string)) }
  /// Left out where it is empty.
  static func filled(_ strings: [String]) -> JSONText {
    strings.isEmpty ? .null : .strings(strings)
  }
  static func optional(_ string: String?) -> JSONText { string.map(JSONText.string) ?? .null }

  /// The value as text: lists of objects with an object a line, all else on one.
  var text: String {
    var text = ""
    write(to: &text, depth: 0)
    return text
  }

  private var isNull: Bool { if case .null = self { true } else { false } }

  private func write(to text: inout String, depth: Int) {
    switch self {
    case .null: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .whole(let number): text += String(number)
    case .number(let number): text += Self.decimal(number)
    case .string(let string): Self.write(string, to: &text)
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        if case .object = value { text += "\n" }
        value.write(to: &text, depth: depth + 1)
      }
      text += "]"
    case .object(let pairs):
      text += "{"
      for (index, pair) in pairs.filter({ !$0.1.isNull }).enumerated() {
        if index > 0 { text += depth == 0 ? ",\n" : "," }
        Self.write(pair.0, to: &text)
        text += ":"
        pair.1.write(to: &text, depth: depth + 1)
      }
      text += "}"
    }
  }

  /// A number with at most two decimals: `12`, `-0.5`, `3.25`.
  static func decimal(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e15 else { return "0" }
    let hundredths = Int((number * 100).rounded())
    let rest = hundredths.magnitude % 100
    var text = (hundredths < 0 ? "-" : "") + String(hundredths.magnitude / 100)
    if rest > 0 {
      text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    }
    return text
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "<", ">", "&", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
