/// The columns that both large tables may have beside those of their own.
protocol EvidencedColumns: Sendable {
  var source: OptionalColumn<TextIndex> { get set }
  var grade: OptionalColumn<UInt8> { get set }
  var note: OptionalColumn<TextIndex> { get set }
  var attributes: NamedTextColumns { get set }
}

extension BodyColumns: EvidencedColumns {}
extension RelationshipColumns: EvidencedColumns {}

extension EvidencedColumns {
  /// Sets the values of rows from here on to some rows of a block.
  ///
  /// - Parameter word: the number that a word of the block has in the graph.
  mutating func appendEvidence(
    _ rows: Range<Int>, of block: Self, at row: Int, _ word: (TextIndex) -> TextIndex
  ) {
    grade.append(rows, of: block.grade, at: row)
    source.append(rows, of: block.source, at: row, word)
    note.append(rows, of: block.note, at: row, word)
    attributes.append(rows, of: block.attributes, at: row, word)
  }
}

/// Which cells hold the columns that both large tables may have.
protocol EvidenceCells: Sendable {
  var source: Int { get }
  var grade: Int { get }
  var note: Int { get }
  /// Cells with the columns of the graph that they go to.
  var attributes: [(cell: Int, column: Int)] { get }
}

extension BodyCells: EvidenceCells {}
extension RelationshipCells: EvidenceCells {}

extension CellDecoding {
  /// The number of a cell's text among the words of a block.
  @inline(__always)
  func word(_ row: Int, _ cell: Int, in words: inout WordList) -> TextIndex {
    isEmpty(row, cell) ? .none : words.intern(self.cell(row, cell))
  }

  /// Decodes what a row rests on; false where the assembler has to look at it.
  func decodeEvidence<Columns: EvidencedColumns>(
    _ cells: some EvidenceCells, _ row: Int, place: Int, among sources: [String: Int],
    into block: inout RowBlock<Columns>
  ) -> Bool {
    let source = word(row, cells.source, in: &block.words)
    let grade = word(row, cells.grade, in: &block.words)
    guard let grade = grade.isNone ? 0 : block.words.grade(grade),
      block.words.isCited(source, among: sources)
    else { return false }
    block.columns.source.set(source, at: place)
    block.columns.grade.set(grade, at: place)
    block.columns.note.set(word(row, cells.note, in: &block.words), at: place)
    for (cell, column) in cells.attributes {
      block.columns.attributes.set(
        word(row, cell, in: &block.words), column: column, row: place)
    }
    return true
  }
}
