import GovernanceModel
import Testing

/// Tables written as lines of cells with commas between, the header first.
///
///     organisations: "id,name,kind \n group,A Group,ccg"
func tables(_ written: KeyValuePairs<TableName, String>) -> GraphTables {
  var tables = GraphTables()
  for (name, text) in written {
    var rows = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
    let header = rows.removeFirst()
    tables[name] = GraphTables.Table(columns: header, rows: rows)
  }
  return tables
}

/// The graph of tables in which nothing is wrong.
func graph(
  _ written: KeyValuePairs<TableName, String>, sourceLocation: SourceLocation = #_sourceLocation
) -> GovernanceGraph {
  let (graph, diagnostics) = GovernanceGraph.reading(tables(written))
  #expect(diagnostics == [], sourceLocation: sourceLocation)
  return graph
}

/// What is wrong with tables: the id of each problem with its place.
func problems(_ written: KeyValuePairs<TableName, String>) -> [String] {
  GovernanceGraph.reading(tables(written)).diagnostics.map {
    "\($0.position.path):\($0.position.line):\($0.position.column) \($0.id)"
  }
}

/// The relationships of a graph, `from > to start..end`, those that were expanded marked by `*`.
func lines(_ graph: GovernanceGraph) -> [String] {
  graph.allRelationships.map { index in
    let row = graph[index]
    let period = "\(row.period.start?.description ?? "")..\(row.period.end?.description ?? "")"
    return "\(graph.id(of: row.from)) > \(graph.id(of: row.to)) \(period)"
      + (row.statement == nil ? "" : " *")
  }
}

func date(_ text: String) -> Moment {
  guard let date = PartialDate(text) else { preconditionFailure("'\(text)' is not a date") }
  return .date(date)
}
