/// Decodes rows of organisations or posts. Whether an id was used before, and which kinds are new,
/// is only seen when the block is taken over.
package struct BodyDecoder: RowDecoder {
  private let cells: BodyCells
  private let kinds: KindCollector
  private let sources: [String: Int]
  private let codes: NamedTextColumns
  private let attributes: NamedTextColumns
  package let width: Int

  package init?(_ assembler: GraphAssembler) {
    guard case .bodies(let cells) = assembler.columns else { return nil }
    self.cells = cells
    width = cells.width
    kinds = assembler.bodyKinds
    sources = assembler.sourceByID
    codes = assembler.bodies.codes.emptied
    attributes = assembler.bodies.attributes.emptied
  }

  package func makeBlock(rows: Int) -> RowBlock<BodyColumns> {
    var columns = BodyColumns()
    columns.codes = codes
    columns.attributes = attributes
    columns.id.reserveCapacity(rows)
    columns.name.reserveCapacity(rows)
    columns.kind.reserveCapacity(rows)
    columns.opened.reserve(rows)
    var block = RowBlock(columns)
    block.starts.reserveCapacity(rows)
    block.keys.reserveCapacity(rows)
    block.texts.reserve(texts: rows * 2, bytes: rows * 32)
    return block
  }

  package func decode(
    _ batch: RowCells, starts: UnsafeBufferPointer<UInt32>, into block: inout RowBlock<BodyColumns>
  ) {
    let place = block.count
    var decoding = CellDecoding(cells: batch, width: width, rows: starts.count)
    let unknown = decoding.appendKinds(
      cells.kind, of: kinds, mustBeDeclared: kinds.areDeclared, memo: &block.kinds,
      to: &block.columns.kind)
    decoding.appendPeriods(
      cells.opened, cells.closed, to: &block.columns.opened, and: &block.columns.closed, at: place)
    for row in 0..<starts.count {
      let isUsual = isUsual(decoding, row) && !(kinds.areDeclared && unknown.contains(row))
      decoding.unusual.insert(row, if: !isUsual)
      guard !decoding.unusual.contains(row),
        !cells.hasMoreColumns || decodeRest(decoding, row, place: place + row, into: &block)
      else {
        decoding.unusual.insert(row)
        appendNothing(to: &block)
        continue
      }
      if unknown.contains(row) {
        block.lateKinds.append((place + row, block.words.intern(decoding.cell(row, cells.kind))))
      }
      appendTexts(of: decoding, row, place: place + row, to: &block)
    }
    block.starts.append(contentsOf: starts)
    block.leaveOver(decoding.unusual, from: place)
  }

  package func leaveOver(rowAt start: UInt32, in block: inout RowBlock<BodyColumns>) {
    block.leftOver.append(block.count)
    block.starts.append(start)
    block.columns.kind.append(0)
    appendNothing(to: &block)
  }

  private func appendNothing(to block: inout RowBlock<BodyColumns>) {
    block.keys.append(0)
    block.columns.id.append(.none)
    block.columns.name.append(.none)
  }

  /// Whether a row has what every body must have, and no owner, who may stand further on.
  @inline(__always)
  private func isUsual(_ decoding: CellDecoding, _ row: Int) -> Bool {
    decoding.cell(row, cells.id).isIdentifier && !decoding.cell(row, cells.name).isEmpty
      && decoding.isEmpty(row, cells.owner)
      && (cells.isPost || !decoding.isEmpty(row, cells.kind))
  }

  @inline(__always)
  private func appendTexts(
    of decoding: CellDecoding, _ row: Int, place: Int, to block: inout RowBlock<BodyColumns>
  ) {
    let id = decoding.cell(row, cells.id)
    block.keys.append(IdentifierTable.key(id))
    block.columns.id.append(block.texts.append(id))
    block.columns.name.append(block.texts.append(decoding.cell(row, cells.name)))
    for (cell, column) in cells.codes where !decoding.isEmpty(row, cell) {
      block.columns.codes.set(
        block.texts.append(decoding.cell(row, cell)), column: column, row: place)
    }
    if cells.isPost { block.columns.origin.set(.post, at: place) }
  }

  /// The columns that a bare register does not have.
  private func decodeRest(
    _ decoding: CellDecoding, _ row: Int, place: Int, into block: inout RowBlock<BodyColumns>
  ) -> Bool {
    guard
      decoding.decodeEvidence(cells, row, place: place, among: sources, into: &block)
    else { return false }
    block.columns.legalForm.set(
      decoding.word(row, cells.legalForm, in: &block.words), at: place)
    return true
  }
}
