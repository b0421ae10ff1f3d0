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
    bytes.append(number: number.magnitude)
  }

  /// Adds a cell that was made before.
  mutating func cell(_ ready: ReadyCell) {
    separate()
    bytes.append(contentsOf: ready.bytes)
  }

  /// Adds a date as it was written, or an empty cell.
  mutating func cell(_ date: PartialDate?) {
    separate()
    if let date { bytes.append(date: date) }
  }

  /// Adds an amount as a plain number.
  mutating func cell(_ amount: Amount) {
    guard amount.hundredths >= 0 else {
      cell(amount.description)
      return
    }
    let (whole, part) = amount.hundredths.quotientAndRemainder(dividingBy: 100)
    cell(Int(whole))
    if part != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(twoDigits: Int(part))
    }
  }

  mutating func endRow() {
    // A row of one empty cell would be a blank line, which readers pass over.
    if bytes.count == start { bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
    start = bytes.count
  }

  /// Adds rows that need nothing of each other, written on several threads, in their order.
  ///
  /// - Parameter write: writes the rows of a range.
  mutating func rows(
    _ count: Int, workers: Int = Parallel.workers,
    _ write: @Sendable (Range<Int>, inout CSVRowText) -> Void
  ) {
    let size = 2048
    guard workers > 1, count > size else {
      write(0..<count, &self)
      return
    }
    Parallel.inOrder((count + size - 1) / size, workers: workers) { piece in
      var text = CSVRowText()
      write(piece * size..<min(count, (piece + 1) * size), &text)
      return text.bytes
    } consume: { piece, rows in
      if piece == 0 { bytes.reserveCapacity(bytes.count + rows.count * (count / size + 2)) }
      bytes.append(contentsOf: rows)
    }
    start = bytes.count
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }
}

/// A cell as it stands in CSV, for words that many rows repeat.
struct ReadyCell: Sendable {
  fileprivate let bytes: [UInt8]

  init(_ text: String) {
    var row = CSVRowText()
    row.cell(text)
    bytes = row.bytes
  }
}
