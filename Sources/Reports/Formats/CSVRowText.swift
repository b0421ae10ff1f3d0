import GovernanceModel

/// CSV rows as they are written, cell by cell, into one run of bytes: a table of a million rows needs
/// no string for each of its cells. By RFC 4180 with line feeds.
struct CSVRowText {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true
  /// Where the row begins, to tell a row of one empty cell.
  private var start = 0

  /// Adds a cell; one that a spreadsheet would take for a formula gets an apostrophe before it.
  mutating func cell(_ text: String) {
    var text = text
    text.withUTF8 { cell($0) }
  }

  mutating func cell(_ text: ByteText) {
    separate()
    let isFormula =
      switch text.first {
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
        UInt8(ascii: "\r"):
        true
      case UInt8(ascii: "-"): Amount(text.string) == nil
      default: false
      }
    let needsQuotes = text.contains {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    if needsQuotes {
      for byte in text {
        bytes.append(byte)
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      }
      bytes.append(UInt8(ascii: "\""))
    } else {
      bytes.append(contentsOf: text)
    }
  }

  /// Adds a cell that holds a number which is not negative.
  mutating func cell(_ number: Int) {
    separate()
    let begin = bytes.count
    var rest = UInt(number.magnitude)
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[begin...].reverse()
  }

  mutating func endRow() {
    // A row of one empty cell would be a blank line, which readers pass over.
    if bytes.count == start { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
    start = bytes.count
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }
}
