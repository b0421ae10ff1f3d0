internal import CPrefetch
import GovernanceAnalysis
import GovernanceModel

/// Cells of CSV straight from the columns of a graph, for answers of a row for each of a million
/// relationships: no string is made for a cell, and words that repeat are made once.
///
/// A class, so that what writes the rows does not copy a graph's worth of columns for each.
final class GraphCells: Sendable {
  let context: AnswerContext
  /// The columns up to the last row that holds more than the default.
  private let principals: [UInt32]
  private let rowKinds: [UInt16]
  private let basis: [UInt8]
  private let grade: [UInt8]
  private let start: [Int32]
  private let end: [Int32]
  private let amount: [Int64]
  private let legalBasis: [TextIndex]
  private let year: [TextIndex]
  private let source: [TextIndex]
  private let rowID: [TextIndex]
  private let note: [TextIndex]
  private let statement: [UInt32]
  private let kinds: [UInt16]
  private let bodyKinds: ReadyCells
  private let relationshipKinds: ReadyCells
  /// By raw value, which is one byte.
  private let bases: ReadyCells
  private let grades: ReadyCells
  private let hasHistory: Bool

  init(_ context: AnswerContext) {
    let graph = context.graph
    self.context = context
    principals = graph.rows.to
    rowKinds = graph.rows.kind
    basis = graph.rows.basis.firstRows
    grade = graph.rows.grade.firstRows
    start = graph.rows.start.firstRows
    end = graph.rows.end.firstRows
    amount = graph.rows.amount.firstRows
    legalBasis = graph.rows.legalBasis.firstRows
    year = graph.rows.year.firstRows
    source = graph.rows.source.firstRows
    rowID = graph.rows.id.firstRows
    note = graph.rows.note.firstRows
    statement = graph.rows.statement.firstRows
    kinds = graph.kinds(at: context.moment)
    bodyKinds = ReadyCells(graph.bodyKinds.kinds.map(\.id))
    relationshipKinds = ReadyCells(graph.relationshipKinds.kinds.map(\.id))
    bases = ReadyCells(
      (0...UInt8.max).map { Basis(rawValue: $0).words.joined(separator: " ") })
    grades = ReadyCells((0...UInt8.max).map { EvidenceGrade(rawValue: $0)?.word ?? "" })
    hasHistory = context.moment.date != nil && !graph.history.isEmpty
  }

  /// How many rows are brought nearer together.
  static let ahead = 32

  /// Brings nearer what will be written of some rows. Where rows are in another order than in the
  /// files, each look waits for memory: asked for together, they wait together.
  func prefetch(_ rows: some Sequence<RelationshipIndex>) {
    for row in rows {
      Self.prefetch(start, row)
      Self.prefetch(end, row)
      Self.prefetch(amount, row)
    }
  }

  /// Brings nearer the id of a body, and its name where that will be written too.
  func prefetch(_ body: BodyIndex, withName: Bool = false) {
    context.graph.text.prefetch(context.graph.bodies.id[body.position])
    if withName { context.graph.text.prefetch(context.graph.bodies.name[body.position]) }
  }

  private static func prefetch<Value>(_ column: [Value], _ row: RelationshipIndex) {
    guard row.position < column.count else { return }
    // Safe: the row is one of the column's.
    column.withUnsafeBufferPointer { cprefetch($0.baseAddress! + row.position) }
  }

  // MARK: Of bodies

  func id(_ body: BodyIndex, to text: inout CSVRowText) { context.writeID(body, to: &text) }

  func kind(_ body: BodyIndex, to text: inout CSVRowText) {
    text.cell(Int(kinds[body.position]), of: bodyKinds)
  }

  func name(_ body: BodyIndex, to text: inout CSVRowText) {
    withName(of: body) { text.cell($0) }
  }

  func withName(of body: BodyIndex, _ use: (ByteText) -> Void) {
    if context.graph.isMade(body) || (hasHistory && !context.graph.history(of: body).isEmpty) {
      context.name(body).withBytes(use)
    } else {
      context.graph.text.withBytes(of: context.graph.bodies.name[body.position], use)
    }
  }

  // MARK: Of relationships

  func principal(of row: RelationshipIndex) -> BodyIndex {
    BodyIndex(raw: principals[row.position])
  }

  func kind(_ row: RelationshipIndex, to text: inout CSVRowText) {
    text.cell(Int(rowKinds[row.position]), of: relationshipKinds)
  }

  func basis(_ row: RelationshipIndex, to text: inout CSVRowText) {
    text.cell(Int(basis.value(at: row, or: 0)), of: bases)
  }

  func legalBasis(_ row: RelationshipIndex, to text: inout CSVRowText) {
    cell(legalBasis.value(at: row, or: .none), to: &text)
  }

  func dates(_ row: RelationshipIndex, to text: inout CSVRowText) {
    text.cell(PartialDate(stored: start.value(at: row, or: 0)))
    text.cell(PartialDate(stored: end.value(at: row, or: 0)))
  }

  func amount(_ row: RelationshipIndex, to text: inout CSVRowText) {
    let amount = amount.value(at: row, or: .min)
    if amount == .min { text.cell("") } else { text.cell(Amount(hundredths: amount)) }
  }

  func year(_ row: RelationshipIndex, to text: inout CSVRowText) {
    cell(year.value(at: row, or: .none), to: &text)
  }

  func ownID(_ row: RelationshipIndex, to text: inout CSVRowText) {
    cell(rowID.value(at: row, or: .none), to: &text)
  }

  func gradeAndSource(_ row: RelationshipIndex, to text: inout CSVRowText) {
    let grade = grade.value(at: row, or: 0)
    text.cell(Int(grade), of: grades)
    let source = source.value(at: row, or: .none)
    if source.isNone {
      text.cell("")
    } else {
      let evidence = context.graph.evidence(source: source, grade: grade, note: .none)
      text.cell(evidence.sources.joined(separator: " "))
    }
  }

  private func cell(_ value: TextIndex, to text: inout CSVRowText) {
    if value.isNone {
      text.cell("")
    } else {
      context.graph.text.withBytes(of: value) { text.cell($0) }
    }
  }

  // MARK: For JSON

  func kindID(of body: BodyIndex) -> String {
    context.graph.bodyKinds[KindIndex(raw: kinds[body.position])].id
  }

  func kindID(of row: RelationshipIndex) -> String {
    context.graph.relationshipKinds[KindIndex(raw: rowKinds[row.position])].id
  }

  /// What the columns hold of a row.
  struct RowValues {
    let basis: Basis
    let grade: UInt8
    let period: Period
    let amount: Amount?
    let legalBasis: TextIndex
    let year: TextIndex
    let source: TextIndex
    let note: TextIndex
    let id: TextIndex
    let isStatedOfKind: Bool
  }

  func values(of row: RelationshipIndex) -> RowValues {
    let amount = amount.value(at: row, or: .min)
    return RowValues(
      basis: Basis(rawValue: basis.value(at: row, or: 0)), grade: grade.value(at: row, or: 0),
      period: Period(
        start: PartialDate(stored: start.value(at: row, or: 0)),
        end: PartialDate(stored: end.value(at: row, or: 0))),
      amount: amount == .min ? nil : Amount(hundredths: amount),
      legalBasis: legalBasis.value(at: row, or: .none), year: year.value(at: row, or: .none),
      source: source.value(at: row, or: .none), note: note.value(at: row, or: .none),
      id: rowID.value(at: row, or: .none),
      isStatedOfKind: statement.value(at: row, or: .max) != .max)
  }

  // MARK: Order

  /// The order of ``LineTable``: by name and id of the principal, then by what the rows hold.
  func precedes(_ left: RelationshipIndex, _ right: RelationshipIndex) -> Bool {
    let (first, second) = (principal(of: left), principal(of: right))
    if first != second {
      var order = 0
      withName(of: first) { first in
        withName(of: second) { order = Self.order(first, $0) }
      }
      if order != 0 { return order < 0 }
      let (first, second) = (context.id(first), context.id(second))
      if first != second { return first < second }
    }
    return context.order(of: context.graph[left]) < context.order(of: context.graph[right])
  }

  /// Some lines in the order of ``precedes(_:_:)``; most bodies have one or two.
  func ordered(_ lines: ArraySlice<RelationshipIndex>) -> ArraySlice<RelationshipIndex> {
    guard lines.count > 1 else { return lines }
    let first = lines.startIndex
    if lines.count == 2, !precedes(lines[first + 1], lines[first]) { return lines }
    return lines.sorted { precedes($0, $1) }[...]
  }

  /// Below 0 when the first text comes first, as strings are compared: bytes decide where they and
  /// those around them are ASCII, which has one form for each text.
  static func order(_ left: ByteText, _ right: ByteText) -> Int {
    let count = min(left.count, right.count)
    for index in 0..<count {
      if left[index] | right[index] >= 0x80 { return orderOfStrings(left, right) }
      guard left[index] != right[index] else { continue }
      // An accent that follows would be part of the letter.
      let next =
        (index + 1 < left.count ? left[index + 1] : 0)
        | (index + 1 < right.count ? right[index + 1] : 0)
      if next >= 0x80 { return orderOfStrings(left, right) }
      return left[index] < right[index] ? -1 : 1
    }
    let rest = left.count > count ? left[count] : right.count > count ? right[count] : 0
    return rest >= 0x80 ? orderOfStrings(left, right) : left.count - right.count
  }

  private static func orderOfStrings(_ left: ByteText, _ right: ByteText) -> Int {
    let (left, right) = (left.string, right.string)
    return left == right ? 0 : left < right ? -1 : 1
  }
}

extension Array {
  /// The value of a row, or the default where the column ends before it.
  @inline(__always)
  fileprivate func value(at row: RelationshipIndex, or absent: Element) -> Element {
    row.position < count ? self[row.position] : absent
  }
}
