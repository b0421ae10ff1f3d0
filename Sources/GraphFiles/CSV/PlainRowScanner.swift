import GovernanceModel

/// Splits rows of a known number of cells quickly, by words of eight bytes, as long as they hold
/// nothing unusual: no doubled quotes, no fault, and not the last bytes of the file.
///
/// Whatever else a row holds is for ``CSVScanner``, which this one never disagrees with.
struct PlainRowScanner {
  private let base: UnsafePointer<UInt8>
  /// A word may be read from any byte before this one.
  private let limit: Int
  private let width: Int

  init(_ bytes: ByteText, width: Int) {
    // An empty text has no base; nothing is read from it, since the limit is below zero.
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
    limit = bytes.count - 8
    self.width = width
  }

  /// Splits the row that begins at an offset.
  ///
  /// - Parameter cells: room for as many cells as a row has; written only.
  /// - Returns: where the next row begins, or nil when the row is none that is split here.
  @inline(__always)
  func row(at offset: Int, into cells: UnsafeMutablePointer<ByteText>) -> Int? {
    var position = offset
    var cell = 0
    while true {
      let start: Int
      let end: Int
      // Safe: `position < limit` leaves eight bytes to read; `terminator` and `closingQuote` see to
      // it themselves.
      guard position < limit else { return nil }
      if base[position] == UInt8(ascii: "\"") {
        start = position + 1
        guard let quote = closingQuote(from: start) else { return nil }
        end = quote
        position = quote + 1
      } else {
        start = position
        guard let found = terminator(from: start) else { return nil }
        end = found
        position = found
      }
      cells[cell] = ByteText(start: base + start, count: end - start)
      cell += 1
      let byte = base[position]
      position += 1
      if byte == UInt8(ascii: ",") {
        guard cell < width else { return nil }
        continue
      }
      if byte == UInt8(ascii: "\r") {
        guard base[position] == UInt8(ascii: "\n") else { return nil }
        position += 1
      } else if byte != UInt8(ascii: "\n") {
        return nil
      }
      return cell == width ? position : nil
    }
  }

  /// Where the first comma, line break or carriage return stands; nil when a quote comes before it.
  @inline(__always)
  private func terminator(from start: Int) -> Int? {
    var position = start
    while position < limit {
      // The lowest marked byte is below the byte after the comma; higher marks may be mistaken.
      let word = self.word(at: position)
      var marks = (word &- 0x2D2D_2D2D_2D2D_2D2D) & ~word & 0x8080_8080_8080_8080
      while marks != 0 {
        let found = position + marks.trailingZeroBitCount >> 3
        switch base[found] {
        case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return found
        case UInt8(ascii: "\""): return nil
        default: marks &= marks &- 1
        }
      }
      position += 8
    }
    return nil
  }

  /// Where the next quote stands; where it is doubled, no cell ends after it.
  @inline(__always)
  private func closingQuote(from start: Int) -> Int? {
    var position = start
    while position < limit {
      let word = self.word(at: position) ^ 0x2222_2222_2222_2222
      let marks = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if marks != 0 {
        return position + marks.trailingZeroBitCount >> 3
      }
      position += 8
    }
    return nil
  }

  /// Eight bytes, the first of them lowest.
  @inline(__always)
  private func word(at position: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawPointer(base).loadUnaligned(
        fromByteOffset: position, as: UInt64.self))
  }
}
