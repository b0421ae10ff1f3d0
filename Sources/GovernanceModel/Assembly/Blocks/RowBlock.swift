/// Rows of a table that were decoded apart from the assembler, so that several threads can decode
/// at once: the rows that say nothing unusual. The others only keep their place, and are read by
/// the assembler itself when the block is taken over.
package struct RowBlock<Columns: Sendable>: Sendable {
  /// The decoded rows; texts in them are numbers of ``words`` or ``texts``.
  var columns: Columns
  /// The kinds that were met.
  var kinds = KindMemo()
  /// Texts that repeat, such as sources and notes.
  var words = WordList()
  /// Texts of which each row has its own, such as ids and names.
  var texts = TextPool()
  /// The keys by which ``IdentifierTable`` will find the rows, where rows have ids.
  var keys: [UInt64] = []
  /// Where each row begins, from the beginning of the block.
  package internal(set) var starts: [UInt32] = []
  /// The rows that the assembler is to read, ascending.
  var leftOver: [Int] = []
  /// The rows whose kinds were not known when they were decoded, ascending.
  var lateKinds: [(row: Int, kind: TextIndex)] = []

  init(_ columns: Columns) { self.columns = columns }

  package var count: Int { starts.count }

  /// Leaves the marked rows of those from a place on to the assembler.
  mutating func leaveOver(_ rows: RowMask, from place: Int) {
    guard !rows.isEmpty else { return }
    for row in place..<count where rows.contains(row - place) { leftOver.append(row) }
  }
}

/// Decodes rows without an assembler, by what was known when it was made: it changes nothing but
/// the block, and reports nothing.
package protocol RowDecoder: Sendable {
  associatedtype Columns: Sendable
  /// A decoder for the table that the assembler has begun; nil where it is of another sort.
  init?(_ assembler: GraphAssembler)
  /// How many cells each row has.
  var width: Int { get }
  /// - Parameter rows: about how many rows will be added.
  func makeBlock(rows: Int) -> RowBlock<Columns>
  /// Decodes some rows, at most 64, and adds them to the block.
  ///
  /// - Parameters:
  ///   - cells: the cells of the rows, one row after the other.
  ///   - starts: where each row begins, from the beginning of the block.
  func decode(
    _ cells: RowCells, starts: UnsafeBufferPointer<UInt32>, into block: inout RowBlock<Columns>)
  /// Adds a row that cannot be decoded.
  func leaveOver(rowAt start: UInt32, in block: inout RowBlock<Columns>)
  /// Adds a block's rows to a graph in their order.
  ///
  /// - Parameter readRow: reads a row that was left over, by where it begins in the block.
  static func hand(
    _ block: RowBlock<Columns>, to assembler: inout GraphAssembler,
    readRow: (UInt32, inout GraphAssembler) -> Void)
}

/// The texts of a block that repeat, each once, and what was made of them.
struct WordList: Sendable {
  private(set) var texts = TextPool()
  private var interner = TextInterner()
  private var memos: [Memo] = [Memo()]

  private struct Memo: Sendable {
    var grade: UInt8?, basis: UInt8?
    var isKnownSource: Bool?
  }

  mutating func intern(_ text: ByteText) -> TextIndex {
    let word = interner.intern(text, in: &texts)
    if Int(word.raw) == memos.count { memos.append(Memo()) }
    return word
  }

  /// The grade that a word names; nil for none.
  mutating func grade(_ word: TextIndex) -> UInt8? {
    let known = memos[Int(word.raw)].grade
    let grade = known ?? EvidenceGrade(word: texts[word])?.rawValue
    memos[Int(word.raw)].grade = grade
    return grade
  }

  /// The basis that a word names, which may be several with spaces between; nil for none.
  mutating func basis(_ word: TextIndex) -> UInt8? {
    if let known = memos[Int(word.raw)].basis { return known }
    var basis: Basis = []
    for part in texts[word].split(separator: " ") {
      guard let named = Basis(word: part) else { return nil }
      basis.formUnion(named)
    }
    memos[Int(word.raw)].basis = basis.rawValue
    return basis.rawValue
  }

  /// Whether every source that a word cites is among the known ones; without any, all are.
  mutating func isCited(_ word: TextIndex, among known: [String: Int]) -> Bool {
    if known.isEmpty || word.isNone { return true }
    if let cited = memos[Int(word.raw)].isKnownSource { return cited }
    let cited = texts[word].split(separator: " ").allSatisfy { known[String($0)] != nil }
    memos[Int(word.raw)].isKnownSource = cited
    return cited
  }
}
