/// A graph as its files hold it: tables of text, before references are resolved.
///
/// Importers make one, writers write one, and ``GovernanceGraph/reading(_:)`` reads one:
///
///     var tables = GraphTables()
///     tables.append(["id": "board", "name": "The Board", "kind": "national-body"], to: .organisations)
///     let (graph, diagnostics) = GovernanceGraph.reading(tables)
public struct GraphTables: Hashable, Sendable {
  /// Rows of cells under named columns.
  public struct Table: Hashable, Sendable {
    public var columns: [String]
    public var rows: [[String]]

    public init(columns: [String], rows: [[String]] = []) {
      self.columns = columns
      self.rows = rows
    }
  }

  public var title: String?
  /// The date for which answers are given unless another is asked for.
  public var asOf: PartialDate?
  /// The three-letter code of the currency of its amounts.
  public var currency: String?
  /// The tables that have any row.
  public private(set) var tables: [TableName: Table] = [:]

  public init() {}

  /// A table; empty where there is none.
  public subscript(name: TableName) -> Table {
    get { tables[name] ?? Table(columns: []) }
    set { tables[name] = newValue }
  }

  /// Adds one row by column names. Columns not met before are added, empty in earlier rows; cells
  /// without a value stay empty.
  public mutating func append(_ cells: KeyValuePairs<String, String?>, to name: TableName) {
    append(cells.map { ($0.key, $0.value) }, to: name)
  }

  /// Adds one row by column names.
  public mutating func append(_ cells: [(String, String?)], to name: TableName) {
    var table = tables.removeValue(forKey: name) ?? Table(columns: [])
    var row = [String](repeating: "", count: table.columns.count)
    for case (let column, let value?) in cells where !value.isEmpty {
      if let position = table.columns.firstIndex(of: column) {
        row[position] = value
      } else {
        table.columns.append(column)
        for index in table.rows.indices { table.rows[index].append("") }
        row.append(value)
      }
    }
    table.rows.append(row)
    tables[name] = table
  }
}

extension GraphTables.Table {
  /// The same table with the columns in their schema's order, attributes after them by name, and
  /// columns without a value left out unless required. Cells missing at a row's end are empty.
  public func arranged(for name: TableName) -> GraphTables.Table {
    let schema = name.schema
    let standard = schema.columns.map(\.name)
    let others = columns.filter { !standard.contains($0) }.sorted()
    // Codes and attributes stand before the evidence, where a reader looks for them.
    let evidenceStart = standard.firstIndex(of: "source") ?? standard.count
    let order = Array(standard[..<evidenceStart]) + others + Array(standard[evidenceStart...])
    let kept = order.compactMap { column -> (String, Int)? in
      guard let position = columns.firstIndex(of: column) else { return nil }
      let isUsed = rows.contains { position < $0.count && !$0[position].isEmpty }
      return isUsed || schema.column(named: column)?.isRequired == true ? (column, position) : nil
    }
    return GraphTables.Table(
      columns: kept.map(\.0),
      rows: rows.map { row in kept.map { $0.1 < row.count ? row[$0.1] : "" } })
  }
}
