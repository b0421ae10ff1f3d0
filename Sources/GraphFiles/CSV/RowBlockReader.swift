import GovernanceModel

/// Reads the rows of a large table block by block, on several threads at once.
///
/// A block begins after a line break. That may be wrong, since a cell in quotes may hold one; so
/// where the rows before it turn out to end elsewhere, the block is read again from there. What
/// comes out is the same as if the rows were read one by one.
struct RowBlockReader {
  let bytes: ByteText
  let file: FileBytes
  let settings: ReadingSettings

  /// How many bytes that were read are kept until they are let go of together: each time interrupts
  /// all threads.
  private static let kept = 1 << 24

  /// Reads every row from an offset on.
  func read<Decoder: RowDecoder>(
    _: Decoder.Type, from start: Int, into assembler: inout GraphAssembler
  ) {
    var single = SingleRowReader(bytes: bytes, path: file.path)
    var offset = start
    var released = start
    var blocks = 1
    while offset < bytes.count, let decoder = Decoder(assembler) {
      let borders = borders(from: offset, blocks: blocks)
      // What is new in a block is known to the decoders of the next round; rounds grow, so that
      // few rows are read before it is.
      blocks *= 4
      let decoding = BlockDecoding(bytes: bytes, decoder: decoder)
      Parallel.inOrder(borders.count - 1, workers: settings.workers) { index in
        decoding.block(from: borders[index], to: borders[index + 1])
      } consume: { index, decoded in
        let end = borders[index + 1]
        guard offset < end else { return }
        let isAsGuessed = offset == borders[index]
        let block = isAsGuessed ? decoded : decoding.block(from: offset, to: end)
        let blockStart = offset
        if let rows = block.rows {
          Decoder.hand(rows, to: &assembler) { row, assembler in
            single.read(
              from: blockStart + Int(row), to: blockStart + Int(row) + 1, width: decoder.width,
              into: &assembler)
          }
        } else {
          single.read(from: offset, to: block.end, width: decoder.width, into: &assembler)
        }
        offset = block.end
        if blockStart - released > Self.kept {
          released = blockStart
          file.release(before: released)
        }
      }
    }
  }

  /// Offsets that divide what comes next into blocks, each but the last after a line break.
  private func borders(from start: Int, blocks: Int) -> [Int] {
    var borders = [start]
    while borders.count <= blocks, borders[borders.count - 1] < bytes.count {
      var border = min(borders[borders.count - 1] + settings.blockSize, bytes.count)
      while border < bytes.count, bytes[border - 1] != UInt8(ascii: "\n") { border += 1 }
      borders.append(border)
    }
    return borders
  }
}
