/// Taking over blocks that were decoded apart.
extension RelationshipDecoder {
  package static func hand(
    _ block: RowBlock<RelationshipColumns>, to assembler: inout GraphAssembler,
    readRow: (UInt32, inout GraphAssembler) -> Void
  ) {
    let words = assembler.adopt(block.words)
    var next = 0
    for row in block.leftOver {
      assembler.take(next..<row, of: block, words)
      readRow(block.starts[row], &assembler)
      next = row + 1
    }
    assembler.take(next..<block.count, of: block, words)
  }
}

extension BodyDecoder {
  package static func hand(
    _ block: RowBlock<BodyColumns>, to assembler: inout GraphAssembler,
    readRow: (UInt32, inout GraphAssembler) -> Void
  ) {
    var block = block
    let words = assembler.adopt(block.words)
    let shift = assembler.text.append(contentsOf: block.texts)
    var late = block.lateKinds[...]
    var next = 0
    for row in block.leftOver + [block.count] {
      while next < row {
        let end = assembler.numberKinds(in: next..<row, of: &block, &late)
        next = assembler.take(next..<end, of: block, words, shift: shift)
        // The row after those that were taken has an id or a kind that cannot be used.
        if next < row {
          readRow(block.starts[next], &assembler)
          next += 1
        }
      }
      if row < block.count { readRow(block.starts[row], &assembler) }
      next = row + 1
    }
  }
}

extension GraphAssembler {
  /// The numbers that the words of a block have in the graph.
  fileprivate mutating func adopt(_ words: WordList) -> [TextIndex] {
    (0..<words.texts.count).map { word in
      words.texts.withBytes(of: TextIndex(raw: UInt32(truncatingIfNeeded: word))) {
        interner.intern($0, in: &text)
      }
    }
  }

  fileprivate mutating func take(
    _ range: Range<Int>, of block: RowBlock<RelationshipColumns>, _ words: [TextIndex]
  ) {
    let row = rows.count
    guard !range.isEmpty, row + range.count < Int(UInt32.max) - 1 else { return }
    let columns = block.columns
    let word = { (index: TextIndex) in words[Int(index.raw)] }
    rows.from.append(contentsOf: columns.from[range])
    rows.to.append(contentsOf: columns.to[range])
    rows.kind.append(contentsOf: columns.kind[range])
    rows.start.append(range, of: columns.start, at: row)
    rows.end.append(range, of: columns.end, at: row)
    rows.amount.append(range, of: columns.amount, at: row)
    rows.basis.append(range, of: columns.basis, at: row)
    rows.legalBasis.append(range, of: columns.legalBasis, at: row, word)
    rows.year.append(range, of: columns.year, at: row, word)
    rows.appendEvidence(range, of: columns, at: row, word)
  }

  /// Numbers the kinds of some rows that were new when the block was decoded.
  ///
  /// - Returns: the end of the rows whose kinds could be numbered.
  fileprivate mutating func numberKinds(
    in range: Range<Int>, of block: inout RowBlock<BodyColumns>,
    _ late: inout ArraySlice<(row: Int, kind: TextIndex)>
  ) -> Int {
    while let (row, kind) = late.first, row < range.upperBound {
      if row >= range.lowerBound {
        let position = block.words.texts.withBytes(of: kind) { bodyKinds.position(ofUsed: $0) }
        guard position <= Int(UInt16.max) else { return row }
        block.columns.kind[row] = UInt16(position)
      }
      late.removeFirst()
    }
    return range.upperBound
  }

  /// Takes rows until one has an id that was used before.
  ///
  /// - Returns: that row, or the end of the rows.
  fileprivate mutating func take(
    _ range: Range<Int>, of block: RowBlock<BodyColumns>, _ words: [TextIndex], shift: UInt32
  ) -> Int {
    guard bodies.count + range.count < Int(UInt32.max) - 1 else { return range.upperBound }
    let row = bodies.count
    let columns = block.columns
    let own = { (index: TextIndex) in index.isNone ? index : TextIndex(raw: index.raw + shift) }
    let word = { (index: TextIndex) in words[Int(index.raw)] }
    bodies.id.append(contentsOf: columns.id[range].lazy.map(own))
    let end = number(range, of: block)
    bodies.id.removeLast(range.upperBound - end)
    let range = range.lowerBound..<end
    bodies.name.append(contentsOf: columns.name[range].lazy.map(own))
    bodies.kind.append(contentsOf: columns.kind[range])
    bodies.opened.append(range, of: columns.opened, at: row)
    bodies.closed.append(range, of: columns.closed, at: row)
    bodies.origin.append(range, of: columns.origin, at: row)
    bodies.legalForm.append(range, of: columns.legalForm, at: row, word)
    bodies.codes.append(range, of: columns.codes, at: row, own)
    bodies.appendEvidence(range, of: columns, at: row, word)
    return end
  }

  /// Enters the ids of rows that become the last bodies, until one was used before.
  private mutating func number(_ range: Range<Int>, of block: RowBlock<BodyColumns>) -> Int {
    let first = bodies.id.count - range.count - range.lowerBound
    let (text, ids) = (text, bodies.id)
    let ahead = 32
    for row in range {
      // What the entry needs comes from memory while those before it are made.
      if (row - range.lowerBound) % ahead == 0 {
        let next = row..<min(row + 2 * ahead, range.upperBound)
        block.keys[next].withUnsafeBufferPointer { identifiers.prefetch($0) }
      }
      let body = first + row
      let isNew = identifiers.insertIfNew(
        block.keys[row], as: UInt32(truncatingIfNeeded: body)
      ) { other in
        text.withBytes(of: ids[body]) { text.text(ids[Int(other)], equals: $0) }
      }
      if !isNew { return row }
    }
    return range.upperBound
  }
}
