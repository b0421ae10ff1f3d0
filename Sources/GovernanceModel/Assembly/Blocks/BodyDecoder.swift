/// Decodes rows of organisations or posts whose kinds are known. Whether an id was used before is
/// only seen when the block is taken over.
package struct BodyDecoder: RowDecoder {
  let cells: BodyCells
  package let width: Int
  let kinds: KindCollector
  let sources: [String: Int]
  let codes: NamedTextColumns
  let attributes: NamedTextColumns

  package init?(_ assembler: GraphAssembler) {
    guard case .bodies(let cells) = assembler.columns else { return nil }
    self.cells = cells
    width = cells.width
    kinds = assembler.bodyKinds
    sources = assembler.sourceByID
    codes = assembler.bodies.codes.emptied
    attributes = assembler.bodies.attributes.emptied
  }

  package func makeBlock() -> RowBlock<BodyColumns> {
    var columns = BodyColumns()
    columns.codes = codes
    columns.attributes = attributes
    return RowBlock(columns)
  }

  package func decode(
    _ batch: RowCells, starts: UnsafeBufferPointer<UInt32>, into block: inout RowBlock<BodyColumns>
  ) {
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

  package func leaveOver(rowAt start: UInt32, in block: inout RowBlock<BodyColumns>) {
    block.leftOver.append(block.count)
    block.starts.append(start)
    block.keys.append(0)
    block.columns.id.append(.none)
    block.columns.name.append(.none)
    block.columns.kind.append(0)
  }

  @inline(__always)
  private func decode(_ batch: RowCells, _ row: Int, into block: inout RowBlock<BodyColumns>)
    -> Bool
  {
    let id = batch[row + cells.id]
    let name = batch[row + cells.name]
    guard id.isIdentifier, !name.isEmpty, CellDecoding.isEmpty(batch, row, cells.owner),
      let life = CellDecoding.period(batch, row, cells.opened, cells.closed),
      cells.isPost || !CellDecoding.isEmpty(batch, row, cells.kind)
    else { return false }
    let known = kind(batch, row)
    if known == nil, kinds.areDeclared { return false }
    if cells.hasMoreColumns, !decodeRest(batch, row, into: &block) { return false }
    let place = block.count
    if known == nil {
      block.lateKinds.append((place, block.words.intern(batch[row + cells.kind])))
    }
    block.keys.append(IdentifierTable.key(id))
    block.columns.id.append(block.texts.append(id))
    block.columns.name.append(block.texts.append(name))
    block.columns.kind.append(known ?? 0)
    block.columns.opened.set(life.start, at: place)
    block.columns.closed.set(life.end, at: place)
    for (cell, column) in cells.codes where !batch[row + cell].isEmpty {
      block.columns.codes.set(block.texts.append(batch[row + cell]), column: column, row: place)
    }
    if cells.isPost { block.columns.origin.set(.post, at: place) }
    return true
  }

  @inline(__always)
  private func kind(_ batch: RowCells, _ row: Int) -> UInt16? {
    if CellDecoding.isEmpty(batch, row, cells.kind) { return 0 }
    return kinds.usablePosition(of: batch[row + cells.kind], mustBeDeclared: kinds.areDeclared)
  }

  /// The columns that a bare register does not have.
  private func decodeRest(
    _ batch: RowCells, _ row: Int, into block: inout RowBlock<BodyColumns>
  ) -> Bool {
    func word(_ cell: Int, _ block: inout RowBlock<BodyColumns>) -> TextIndex {
      CellDecoding.isEmpty(batch, row, cell) ? .none : block.words.intern(batch[row + cell])
    }
    let source = word(cells.source, &block)
    let grade = word(cells.grade, &block)
    guard let grade = grade.isNone ? 0 : block.words.grade(grade),
      block.words.isCited(source, among: sources)
    else { return false }
    let place = block.count
    block.columns.source.set(source, at: place)
    block.columns.grade.set(grade, at: place)
    block.columns.legalForm.set(word(cells.legalForm, &block), at: place)
    block.columns.note.set(word(cells.note, &block), at: place)
    for (cell, column) in cells.attributes {
      block.columns.attributes.set(word(cell, &block), column: column, row: place)
    }
    return true
  }
}
