import GovernanceModel

/// CSV rows as they are written, cell by cell, into runs of bytes: a table of a million rows needs no
/// string for each of its cells. By RFC 4180 with line feeds.
struct CSVRowText {
  /// What stands before ``bytes``: whole rows, put together as they come, so that a large table is
  /// never in memory twice.
  private var before = ""
  private var bytes: [UInt8] = []
  private var isFirst = true
  /// Where the row begins, to tell a row of one empty cell.
  private var start = 0

  /// What was written.
  consuming func text() -> String {
    // Not joined with nothing, which might be done by copying.
    if !bytes.isEmpty { before += String(decoding: bytes, as: UTF8.self) }
    return before
  }

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
  mutating func cell(_ number: Int, of ready: ReadyCells) {
    separate()
    ready.withBytes(of: number) { bytes.append(contentsOf: $0) }
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
    finishRows()
    Parallel.inOrder((count + size - 1) / size, workers: workers) { piece in
      var text = CSVRowText()
      write(piece * size..<min(count, (piece + 1) * size), &text)
      return text.text()
    } consume: { piece, part in
      if piece == 0 {
        before.reserveCapacity(before.utf8.count + part.utf8.count * (count / size + 2))
      }
      before += part
    }
  }

  /// Puts the rows that were written with those before them.
  private mutating func finishRows() {
    before += String(decoding: bytes, as: UTF8.self)
    bytes.removeAll()
    start = 0
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }
}

/// Cells as they stand in CSV, for words that many rows repeat, by number.
///
/// In one run of bytes: an array for each would be held and let go of with every cell.
struct ReadyCells: Sendable {
  private var bytes: [UInt8] = []
  /// Where each ends.
  private var ends: [Int] = []

  init(_ texts: some Sequence<String>) {
    for text in texts {
      var row = CSVRowText()
      row.cell(text)
      bytes += row.text().utf8
      ends.append(bytes.count)
    }
  }

  @inline(__always)
  fileprivate func withBytes(of number: Int, _ use: (ByteText) -> Void) {
    let start = number == 0 ? 0 : ends[number - 1]
    bytes.withUnsafeBufferPointer { use(ByteText(rebasing: $0[start..<ends[number]])) }
  }
}
