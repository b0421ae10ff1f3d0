/// Decodes rows of relationships between two bodies that are known, of a kind that is known.
package struct RelationshipDecoder: RowDecoder {
  let cells: RelationshipCells
  let identifiers: IdentifierTable
  let text: TextPool
  let ids: [TextIndex]
  let kinds: KindCollector
  let kindsMustBeDeclared: Bool
  let sources: [String: Int]
  let attributes: NamedTextColumns
  package let width: Int

  package init?(_ assembler: GraphAssembler) {
    guard case .relationships(let cells) = assembler.columns else { return nil }
    self.cells = cells
    width = cells.map.header.count
    identifiers = assembler.identifiers
    text = assembler.text
    ids = assembler.bodies.id
    kinds = assembler.relationshipKinds
    kindsMustBeDeclared = assembler.bodyKinds.areDeclared
    sources = assembler.sourceByID
    attributes = assembler.rows.attributes.emptied
  }

  package func makeBlock() -> RowBlock<RelationshipColumns> {
    var columns = RelationshipColumns()
    columns.attributes = attributes
    return RowBlock(columns)
  }

  package func decode(
    _ batch: RowCells, starts: UnsafeBufferPointer<UInt32>,
    into block: inout RowBlock<RelationshipColumns>
  ) {
    // A register of a million bodies looks ids up at random in tens of megabytes. One look after
    // the other waits for memory each time; many at once wait together.
    var seen: UInt32 = 0
    for row in stride(from: 0, to: batch.count, by: width) {
      seen ^= identifiers.touch(batch[row + cells.from]) ^ identifiers.touch(batch[row + cells.to])
    }
    block.lookedAhead = seen
    var row = 0
    for start in starts {
      if !decode(batch, row, into: &block) {
        leaveOver(rowAt: start, in: &block)
      } else {
        block.starts.append(start)
      }
      row += width
    }
  }

  package func leaveOver(rowAt start: UInt32, in block: inout RowBlock<RelationshipColumns>) {
    block.leftOver.append(block.count)
    block.starts.append(start)
    block.columns.from.append(0)
    block.columns.to.append(0)
    block.columns.kind.append(0)
  }

  @inline(__always)
  private func decode(
    _ batch: RowCells, _ row: Int, into block: inout RowBlock<RelationshipColumns>
  ) -> Bool {
    guard let from = identifiers.find(batch[row + cells.from], in: text, texts: ids),
      let to = identifiers.find(batch[row + cells.to], in: text, texts: ids), from != to,
      let kind = kinds.usablePosition(
        of: batch[row + cells.kind], mustBeDeclared: kindsMustBeDeclared),
      let period = CellDecoding.period(batch, row, cells.start, cells.end),
      let amount = CellDecoding.amount(batch, row, cells.amount)
    else { return false }
    if cells.hasMoreColumns, !decodeRest(batch, row, into: &block) { return false }
    let place = block.count
    block.columns.from.append(from)
    block.columns.to.append(to)
    block.columns.kind.append(kind)
    block.columns.start.set(period.start, at: place)
    block.columns.end.set(period.end, at: place)
    block.columns.amount.set(amount, at: place)
    return true
  }

  /// The columns that a bare register does not have.
  private func decodeRest(
    _ batch: RowCells, _ row: Int, into block: inout RowBlock<RelationshipColumns>
  ) -> Bool {
    for cell in [cells.id, cells.pairing, cells.alternativeOf, cells.partOf] {
      guard CellDecoding.isEmpty(batch, row, cell) else { return false }
    }
    func word(_ cell: Int, _ block: inout RowBlock<RelationshipColumns>) -> TextIndex {
      CellDecoding.isEmpty(batch, row, cell) ? .none : block.words.intern(batch[row + cell])
    }
    let basis = word(cells.basis, &block)
    let source = word(cells.source, &block)
    let grade = word(cells.grade, &block)
    guard let basis = basis.isNone ? 0 : block.words.basis(basis),
      let grade = grade.isNone ? 0 : block.words.grade(grade),
      block.words.isCited(source, among: sources)
    else { return false }
    let place = block.count
    block.columns.basis.set(basis, at: place)
    block.columns.source.set(source, at: place)
    block.columns.grade.set(grade, at: place)
    block.columns.legalBasis.set(word(cells.legalBasis, &block), at: place)
    block.columns.year.set(word(cells.year, &block), at: place)
    block.columns.note.set(word(cells.note, &block), at: place)
    for (cell, column) in cells.attributes {
      block.columns.attributes.set(word(cell, &block), column: column, row: place)
    }
    return true
  }
}
