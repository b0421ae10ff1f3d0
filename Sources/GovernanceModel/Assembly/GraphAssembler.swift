/// Builds a ``GovernanceGraph`` from the rows of its tables, whatever files they come from, and notes
/// everything that is wrong with them.
///
/// Tables are begun in the order of ``TableName``; each row is handed over as cells of bytes with a
/// way to name its place, which is only asked for when there is something to say:
///
///     assembler.begin(.organisations, header: ["id", "name", "kind"]) { position(ofCell: $0) }
///     assembler.add(cells) { position(ofCell: $0) }
///     let graph = assembler.finish()
///
/// A row with an error is left out whole; a reader that is not lenient then refuses the graph.
package struct GraphAssembler: Sendable {
  package var diagnostics = DiagnosticList()
  package var title: String?
  package var asOf: PartialDate?
  package var currency: String?

  var text = TextPool()
  var interner = TextInterner()
  var identifiers: IdentifierTable
  var bodies = BodyColumns()
  var rows = RelationshipColumns()
  var bodyKinds = KindCollector(standard: ["post"])
  var relationshipKinds = KindCollector(standard: RelationshipKind.standard.map(\.rawValue))
  var statements: [Statement] = []
  var statementPlaces: [SourcePosition] = []
  var listedPairs: [ListedPair] = []
  var holders: [Holder] = []
  var duties: [Duty] = []
  var incentiveTables = IncentiveTables()
  var history: [HistoryEntry] = []
  /// Where each entry of ``history`` stands.
  var historyPlaces: [SourcePosition] = []
  var sources: [Source] = []
  var sourceByID: [String: Int] = [:]
  var knownSourceCells: Set<TextIndex> = []
  var pendingOwners: [PendingReference] = []
  var pendingRows: [PendingReference] = []
  var rowIDs: Set<String> = []
  /// Looking for near names among many bodies is slow: after this many it is not done.
  var suggestionsLeft = 100

  private var table = TableName.organisations
  var columns: TableColumns?

  /// - Parameter expectedBodies: about how many bodies will be added, to size the tables once.
  package init(expectedBodies: Int = 0, expectedBytes: Int = 0) {
    identifiers = IdentifierTable(capacity: expectedBodies)
    bodies.id.reserveCapacity(expectedBodies)
    bodies.name.reserveCapacity(expectedBodies)
    bodies.kind.reserveCapacity(expectedBodies)
    bodies.opened.reserve(expectedBodies)
    bodies.closed.reserve(expectedBodies)
    text.reserve(texts: expectedBodies * 2 + 64, bytes: expectedBytes)
  }

  /// Makes room for relationships, so that millions are added without moving them.
  package mutating func reserve(relationships count: Int) {
    rows.from.reserveCapacity(count)
    rows.to.reserveCapacity(count)
    rows.kind.reserveCapacity(count)
    rows.amount.reserve(count)
    rows.start.reserve(count)
    rows.end.reserve(count)
  }

  /// Begins a table with its header. False when its columns cannot be used: its rows are then
  /// passed over.
  @discardableResult
  package mutating func begin(
    _ table: TableName, header: [String], place: (Int) -> SourcePosition
  ) -> Bool {
    let map = ColumnMap(
      header, schema: table.schema, place: place, diagnostics: &diagnostics)
    self.table = table
    if table == .kinds {
      bodyKinds.areDeclared = true
    }
    guard map.isUsable else {
      columns = nil
      return false
    }
    columns = TableColumns(table, map: map, assembler: &self)
    return true
  }

  /// Adds one row of the table that was begun.
  package mutating func add(_ cells: RowCells, place: (Int) -> SourcePosition) {
    guard let columns else { return }
    switch columns {
    case .relationships(let columns): addRelationship(cells, columns, place)
    case .bodies(let columns): addBody(cells, columns, place)
    case .other(let map):
      switch table {
      case .sources: addSource(cells, map, place)
      case .kinds: addKind(cells, map, place)
      case .holders: addHolder(cells, map, place)
      case .history: addHistory(cells, map, place)
      case .pairs: addPair(cells, map, place)
      case .duties: addDuty(cells, map, place)
      case .metrics: addMetric(cells, map, place)
      case .classes: addClass(cells, map, place)
      case .incentives: addIncentive(cells, map, place)
      case .effects: addEffect(cells, map, place)
      case .evidence: addEvidence(cells, map, place)
      case .decisions: addDecision(cells, map, place)
      case .reallocations: addReallocation(cells, map, place)
      case .measurements: addMeasurement(cells, map, place)
      case .organisations, .posts, .relationships: break
      }
    }
  }
}

/// The cells of a table's columns; the tables that grow large have theirs by name.
enum TableColumns: Sendable {
  case bodies(BodyCells)
  case relationships(RelationshipCells)
  case other(ColumnMap)

  init(_ table: TableName, map: ColumnMap, assembler: inout GraphAssembler) {
    switch table {
    case .organisations, .posts:
      self = .bodies(BodyCells(map, isPost: table == .posts, columns: &assembler.bodies))
    case .relationships: self = .relationships(RelationshipCells(map, columns: &assembler.rows))
    default: self = .other(map)
    }
  }
}

/// A cell that names something that may stand further on.
struct PendingReference: Sendable {
  let row: Int
  let text: TextIndex
  let column: String
  let place: SourcePosition
}
