/// Decodes rows of relationships between two bodies that are known, of a kind that is known.
package struct RelationshipDecoder: RowDecoder {
  private let cells: RelationshipCells
  private let identifiers: IdentifierTable
  private let text: TextPool
  private let ids: [TextIndex]
  private let kinds: KindCollector
  private let kindsMustBeDeclared: Bool
  private let sources: [String: Int]
  private let attributes: NamedTextColumns
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

  package func makeBlock(rows: Int) -> RowBlock<RelationshipColumns> {
    var columns = RelationshipColumns()
    columns.attributes = attributes
    columns.from.reserveCapacity(rows)
    columns.to.reserveCapacity(rows)
    columns.kind.reserveCapacity(rows)
    columns.start.reserve(rows)
    var block = RowBlock(columns)
    block.starts.reserveCapacity(rows)
    return block
  }

  package func decode(
    _ batch: RowCells, starts: UnsafeBufferPointer<UInt32>,
    into block: inout RowBlock<RelationshipColumns>
  ) {
    var decoding = CellDecoding(cells: batch, width: width, rows: starts.count)
    decoding.withScratch(of: UInt64.self) { from, decoding in
      decoding.withScratch(of: UInt64.self) { to, decoding in
        for row in 0..<decoding.rows {
          from[row] = IdentifierTable.key(decoding.cell(row, cells.from))
          to[row] = IdentifierTable.key(decoding.cell(row, cells.to))
        }
        // A register of a million bodies looks ids up at random in tens of megabytes. What the
        // looks need comes from memory while the other columns are decoded.
        identifiers.prefetch(UnsafeBufferPointer(from))
        identifiers.prefetch(UnsafeBufferPointer(to))
        appendTies(&decoding, to: &block)
        appendEnds(from, cells.from, &decoding, to: &block.columns.from)
        appendEnds(to, cells.to, &decoding, to: &block.columns.to)
      }
    }
    let place = block.count
    for row in 0..<starts.count {
      let isLoop = block.columns.from[place + row] == block.columns.to[place + row]
      decoding.unusual.insert(row, if: isLoop)
      if cells.hasMoreColumns, !decoding.unusual.contains(row) {
        let isSound = decodeRest(decoding, row, place: place + row, into: &block)
        decoding.unusual.insert(row, if: !isSound)
      }
    }
    block.starts.append(contentsOf: starts)
    block.leaveOver(decoding.unusual, from: place)
  }

  package func leaveOver(rowAt start: UInt32, in block: inout RowBlock<RelationshipColumns>) {
    block.leftOver.append(block.count)
    block.starts.append(start)
    block.columns.from.append(0)
    block.columns.to.append(0)
    block.columns.kind.append(0)
  }

  /// Adds the columns that every register has, but for the ends.
  private func appendTies(
    _ decoding: inout CellDecoding, to block: inout RowBlock<RelationshipColumns>
  ) {
    let place = block.count
    let unknown = decoding.appendKinds(
      cells.kind, of: kinds, mustBeDeclared: kindsMustBeDeclared, memo: &block.kinds,
      to: &block.columns.kind)
    for row in 0..<decoding.rows {
      decoding.unusual.insert(row, if: unknown.contains(row) || decoding.isEmpty(row, cells.kind))
    }
    decoding.appendPeriods(
      cells.start, cells.end, to: &block.columns.start, and: &block.columns.end, at: place)
    decoding.appendAmounts(cells.amount, to: &block.columns.amount, at: place)
  }

  /// Adds the bodies at one end; rows that name none that is known are marked.
  private func appendEnds(
    _ keys: UnsafeMutableBufferPointer<UInt64>, _ column: Int, _ decoding: inout CellDecoding,
    to ends: inout [UInt32]
  ) {
    decoding.withScratch(of: UInt32.self) { found, decoding in
      for row in 0..<decoding.rows {
        let body = identifiers.find(
          keys[row], decoding.cell(row, column), in: text, texts: ids)
        found[row] = body ?? .max
        decoding.unusual.insert(row, if: body == nil)
      }
      ends.append(contentsOf: UnsafeBufferPointer(found))
    }
  }

  /// The columns that a bare register does not have.
  private func decodeRest(
    _ decoding: CellDecoding, _ row: Int, place: Int,
    into block: inout RowBlock<RelationshipColumns>
  ) -> Bool {
    for cell in [cells.id, cells.pairing, cells.alternativeOf, cells.partOf] {
      guard decoding.isEmpty(row, cell) else { return false }
    }
    let basis = decoding.word(row, cells.basis, in: &block.words)
    guard let basis = basis.isNone ? 0 : block.words.basis(basis),
      decoding.decodeEvidence(cells, row, place: place, among: sources, into: &block)
    else { return false }
    block.columns.basis.set(basis, at: place)
    block.columns.legalBasis.set(
      decoding.word(row, cells.legalBasis, in: &block.words), at: place)
    block.columns.year.set(decoding.word(row, cells.year, in: &block.words), at: place)
    return true
  }
}
