import GovernanceModel

/// Decodes the rows of one part of a file, apart from all others.
///
/// Safe to share: the bytes are only read, and stay until every thread is done.
struct BlockDecoding<Decoder: RowDecoder>: @unchecked Sendable {
  let bytes: ByteText
  let decoder: Decoder

  /// A block's rows, and where the next one begins; no rows for text that is not sound.
  struct Block: Sendable {
    var rows: RowBlock<Decoder.Columns>?
    var end: Int
  }

  func block(from start: Int, to border: Int) -> Block {
    var rows = decoder.makeBlock(rows: max(0, border - start) / 32)
    let end = decode(from: start, to: border, into: &rows)
    let text = ByteText(rebasing: bytes[start..<end])
    return Block(rows: textFaults(in: text, limit: 1).isEmpty ? rows : nil, end: end)
  }

  /// Decodes every row that begins before a border and returns where the next one begins.
  private func decode(
    from start: Int, to border: Int, into rows: inout RowBlock<Decoder.Columns>
  ) -> Int {
    let batch = 64
    let width = decoder.width
    var offset = start
    // Safe: `cells` has room for a batch of rows and is read as far as rows were written.
    return withUnsafeTemporaryAllocation(of: ByteText.self, capacity: batch * width) { cells in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: batch) { starts in
        var plain = PlainRowScanner(bytes, width: width)
        var count = 0
        func flush() {
          guard count > 0 else { return }
          decoder.decode(
            RowCells(rebasing: cells[..<(count * width)]),
            starts: UnsafeBufferPointer(rebasing: starts[..<count]), into: &rows)
          count = 0
        }
        while offset < border {
          if let next = plain.row(at: offset, into: cells.baseAddress! + count * width) {
            starts[count] = UInt32(truncatingIfNeeded: offset - start)
            count += 1
            offset = next
            if count == batch { flush() }
          } else if bytes[offset] == UInt8(ascii: "\n") {
            offset += 1  // A blank line.
          } else {
            flush()
            var scanner = CSVScanner(bytes, from: offset)
            guard scanner.nextRow() else {
              offset = bytes.count
              break
            }
            decoder.leaveOver(
              rowAt: UInt32(truncatingIfNeeded: scanner.rowStart - start), in: &rows)
            offset = scanner.offset
          }
        }
        flush()
        return offset
      }
    }
  }
}
