internal import CMarks
import GovernanceModel

/// Splits rows of a known number of cells quickly, finding the marks between cells in 64 bytes at a
/// time, as long as the rows hold nothing unusual: no doubled quotes, no fault, and not the last
/// bytes of the file.
///
/// Whatever else a row holds is for ``CSVScanner``, which this one never disagrees with.
struct PlainRowScanner {
  private let base: UnsafePointer<UInt8>
  /// The last place from which 64 bytes may be looked at, so that eight more can be read after them.
  private let limit: Int
  private let width: Int
  /// Where the 64 bytes under look begin, and which of them are commas, quotes and ends of lines, but
  /// for those that were passed.
  private var window = 0
  private var marks: UInt64 = 0
  /// The row that begins where the last one ended, so that the marks still hold; -1 for none.
  private var next = -1

  init(_ bytes: ByteText, width: Int) {
    // An empty text has no base; nothing is read from it, since the limit is below zero.
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
    limit = bytes.count - 72
    self.width = width
  }

  /// Splits the row that begins at an offset. From where any of its cells begins eight bytes can be
  /// read.
  ///
  /// - Parameter cells: room for as many cells as a row has; written only.
  /// - Returns: where the next row begins, or nil when the row is none that is split here.
  @inline(__always)
  mutating func row(at offset: Int, into cells: UnsafeMutablePointer<ByteText>) -> Int? {
    if offset != next {
      guard offset <= limit else { return nil }
      window = offset
      marks = cmarks(base + offset)
    }
    next = -1
    var start = offset
    for cell in 0..<width {
      guard var mark = nextMark() else { return nil }
      var end = mark
      var byte = base[mark]
      if byte == UInt8(ascii: "\"") {
        guard mark == start, let quote = closingQuote(), let after = nextMark(), after == quote + 1
        else { return nil }
        start += 1
        end = quote
        mark = after
        byte = base[mark]
      }
      cells[cell] = ByteText(start: base + start, count: end &- start)
      start = mark &+ 1
      if byte == UInt8(ascii: ",") { continue }
      // A quote after a quote would be a doubled one.
      guard cell == width &- 1, byte != UInt8(ascii: "\"") else { return nil }
      if byte == UInt8(ascii: "\r") {
        guard let feed = nextMark(), feed == start, base[feed] == UInt8(ascii: "\n") else {
          return nil
        }
        start &+= 1
      }
      next = start
      return next
    }
    return nil
  }

  /// Finds the rows that follow a row and have their commas and their end at the same places, and no
  /// quotes: in tables of codes of one length nearly all have.
  ///
  /// - Parameters:
  ///   - row: where a row begins that was split.
  ///   - end: where it ends, and the next row may begin.
  ///   - starts: written with where the rows begin that are alike.
  ///   - border: no row is looked at that begins there or later.
  /// - Returns: how many there are; no more than there is room for.
  @inline(__always)
  func rowsAlike(
    after row: Int, to end: Int, into starts: UnsafeMutableBufferPointer<Int>, before border: Int
  ) -> Int {
    let length = end &- row
    guard length <= 64, base[end &- 1] == UInt8(ascii: "\n") else { return 0 }
    let within = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- length)
    let last = 1 &<< UInt64(truncatingIfNeeded: length &- 1)
    guard cmarks_others(base + row) & within == last else { return 0 }
    let head = UInt32(truncatingIfNeeded: within)
    let rest = UInt32(truncatingIfNeeded: within &>> 32)
    let end = min(border, limit &+ 1)
    let first = base + row
    var offset = row &+ length
    var count = 0
    // Safe: the limit leaves 64 bytes to look at, and eight more.
    while offset < end, count < starts.count, cmarks_differences(first, base + offset) & head == 0,
      rest == 0 || cmarks_differences(first + 32, base + (offset &+ 32)) & rest == 0
    {
      starts[count] = offset
      count &+= 1
      offset &+= length
    }
    return count
  }

  /// The next comma, quote or end of a line; nil where the file comes to its end.
  @inline(__always)
  private mutating func nextMark() -> Int? {
    while marks == 0 {
      guard window &+ 64 <= limit else { return nil }
      window &+= 64
      // Safe: the limit leaves 64 bytes to look at, and eight more.
      marks = cmarks(base + window)
    }
    let mark = window &+ marks.trailingZeroBitCount
    marks &= marks &- 1
    return mark
  }

  /// The next quote; where it is doubled, no cell ends after it.
  @inline(__always)
  private mutating func closingQuote() -> Int? {
    // By value, so that the marks of rows without quotes are kept in registers.
    guard let found = Self.closingQuote(base, limit, window, marks) else { return nil }
    (window, marks) = (found.window, found.marks)
    return found.quote
  }

  @inline(never)
  private static func closingQuote(
    _ base: UnsafePointer<UInt8>, _ limit: Int, _ window: Int, _ marks: UInt64
  ) -> (quote: Int, window: Int, marks: UInt64)? {
    var scanner = PlainRowScanner(base, limit, window, marks)
    while let mark = scanner.nextMark() {
      if base[mark] == UInt8(ascii: "\"") { return (mark, scanner.window, scanner.marks) }
    }
    return nil
  }

  private init(_ base: UnsafePointer<UInt8>, _ limit: Int, _ window: Int, _ marks: UInt64) {
    self.base = base
    self.limit = limit
    self.window = window
    self.marks = marks
    width = 0
  }
}
