/// A text with marks where problems should be reported.
///
///     group,⟦1⟧bord,accountable-to       the first problem is at line 1, column 7
///     Caf⟦1⟧⟨E9⟩                         a byte written as two hexadecimal digits
struct MarkedText {
  /// The text without its marks.
  private(set) var bytes: [UInt8] = []
  /// The line and column of each mark, by its number.
  private(set) var marks: [Int: (line: Int, column: Int)] = [:]

  init(_ marked: String) {
    var line = 1
    var column = 1
    var rest = marked.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "⟦":
        let number = rest.prefix { $0 != "⟧" }
        rest = rest.dropFirst(number.count + 1)
        guard let number = Int(String(number)), marks[number] == nil else {
          preconditionFailure("a mark is a number of its own: \(marked)")
        }
        marks[number] = (line, column)
      case "⟨":
        guard let byte = UInt8(String(rest.prefix(2)), radix: 16) else {
          preconditionFailure("a byte is two hexadecimal digits: \(marked)")
        }
        rest = rest.dropFirst(3)
        bytes.append(byte)
        column += 1
      default:
        bytes += Array(String(scalar).utf8)
        if scalar == "\n" {
          line += 1
          column = 1
        } else if scalar != "\u{FEFF}" {
          column += 1
        }
      }
    }
  }
}
