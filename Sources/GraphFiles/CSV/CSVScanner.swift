import GovernanceModel

/// Splits the bytes of a CSV file into rows of cells, by RFC 4180.
///
/// Cells are runs of the file's own bytes; only a cell with doubled quotes is copied. They are good
/// until the next row is asked for. The scanner goes on after a fault, which it notes, so that
/// everything wrong is reported and not only the first.
///
///     while scanner.nextRow() { use(scanner.cells) }
struct CSVScanner {
  /// Something wrong in the current row, and where in the file.
  struct Fault {
    enum Kind { case unterminatedQuote, textAfterQuote, quoteInPlainCell, loneCarriageReturn }
    let kind: Kind
    let offset: Int
  }

  let bytes: ByteText
  /// The cells of the current row.
  private(set) var cells: [ByteText] = []
  /// Where each of them begins in the file.
  private(set) var starts: [Int] = []
  /// Where the current row begins in the file, and on which line.
  private(set) var rowStart = 0
  private(set) var line = 0
  private(set) var faults: [Fault] = []
  /// Where the next row begins.
  private(set) var offset: Int

  private var nextLine: Int
  private let unescaped = UnescapedCells()

  init(_ bytes: ByteText) {
    self.init(bytes, from: bytes.startsWithByteOrderMark ? 3 : 0)
  }

  /// Reads from a row that begins at an offset, on a line of the file.
  init(_ bytes: ByteText, from offset: Int, line: Int = 1) {
    self.bytes = bytes
    self.offset = offset
    nextLine = line
  }

  /// Reads the next row that is not a blank line; false at the end of the file.
  mutating func nextRow() -> Bool {
    repeat {
      guard offset < bytes.count else { return false }
      readRow()
    } while isBlank
    return true
  }

  /// Whether the current row is a line with nothing in it; one empty cell in quotes is a row.
  private var isBlank: Bool {
    cells.count == 1 && cells[0].isEmpty && faults.isEmpty && bytes[rowStart] != UInt8(ascii: "\"")
  }

  private mutating func readRow() {
    cells.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    if !faults.isEmpty { faults.removeAll() }
    rowStart = offset
    line = nextLine
    var position = offset
    while true {
      starts.append(position)
      if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
        position = readQuotedCell(from: position)
      } else {
        position = readPlainCell(from: position)
      }
      guard position < bytes.count else {
        offset = bytes.count
        return
      }
      let terminator = bytes[position]
      position += 1
      if terminator == UInt8(ascii: ",") { continue }
      offset = terminator == UInt8(ascii: "\r") ? position + 1 : position
      nextLine += 1
      return
    }
  }

  /// Reads a cell without quotes and returns where its terminator stands.
  @inline(__always)
  private mutating func readPlainCell(from start: Int) -> Int {
    let end = terminator(from: start)
    cells.append(ByteText(rebasing: bytes[start..<end]))
    return end
  }

  /// Finds the comma, line break or end of file that ends a cell.
  @inline(__always)
  private mutating func terminator(from start: Int) -> Int {
    var position = start
    let count = bytes.count
    while position < count {
      let byte = bytes[position]
      // Most bytes of a register are above the comma: one comparison passes over them.
      if byte > UInt8(ascii: ",") {
        position += 1
        continue
      }
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\n"):
        return position
      case UInt8(ascii: "\r"):
        if position + 1 < count, bytes[position + 1] == UInt8(ascii: "\n") { return position }
        note(.loneCarriageReturn, at: position, inCellFrom: start)
      case UInt8(ascii: "\""):
        note(.quoteInPlainCell, at: position, inCellFrom: start)
      default:
        break
      }
      position += 1
    }
    return position
  }

  /// Notes a fault, the first of its cell: the others will share its cure.
  private mutating func note(_ kind: Fault.Kind, at offset: Int, inCellFrom start: Int) {
    if let last = faults.last, last.offset >= start { return }
    faults.append(Fault(kind: kind, offset: offset))
  }

  /// Reads a cell in quotes and returns where its terminator stands.
  private mutating func readQuotedCell(from opening: Int) -> Int {
    let quote = UInt8(ascii: "\"")
    var position = opening + 1
    var doubled = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") {
        nextLine += 1
      } else if byte == quote {
        guard position + 1 < bytes.count, bytes[position + 1] == quote else { break }
        doubled += 1
        position += 1
      }
      position += 1
    }
    let content = ByteText(rebasing: bytes[(opening + 1)..<min(position, bytes.count)])
    cells.append(doubled == 0 ? content : unescaped.copy(of: content, withoutQuotes: doubled))
    guard position < bytes.count else {
      faults.append(Fault(kind: .unterminatedQuote, offset: opening))
      return position
    }
    let afterQuote = position + 1
    let earlier = faults.count
    let end = terminator(from: afterQuote)
    if end > afterQuote {
      faults.removeSubrange(earlier...)
      faults.append(Fault(kind: .textAfterQuote, offset: afterQuote))
    }
    return end
  }
}

extension ByteText {
  /// Whether the text begins with the mark that some programs put before UTF-8.
  var startsWithByteOrderMark: Bool {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
  }
}

/// Holds the copies of cells whose doubled quotes were undone, until the scanner goes.
///
/// Copies are rare and stay at their addresses, so that a row's cells may point to them.
private final class UnescapedCells {
  private var chunks: [UnsafeMutableBufferPointer<UInt8>] = []
  private var used = 0
  private var total = 0

  func copy(of text: ByteText, withoutQuotes doubled: Int) -> ByteText {
    let length = text.count - doubled
    if (chunks.last?.count ?? 0) - used < length { addChunk(atLeast: length) }
    // Safe: the chunk has room for `length` more bytes, and is freed only in `deinit`.
    let target = UnsafeMutableBufferPointer(
      rebasing: chunks[chunks.count - 1][used..<used + length])
    var source = 0
    for index in 0..<length {
      target[index] = text[source]
      source += text[source] == UInt8(ascii: "\"") ? 2 : 1
    }
    used += length
    return ByteText(target)
  }

  private func addChunk(atLeast length: Int) {
    chunks.append(.allocate(capacity: max(length, 1 << 16)))
    used = 0
  }

  deinit {
    for chunk in chunks { chunk.deallocate() }
  }
}
