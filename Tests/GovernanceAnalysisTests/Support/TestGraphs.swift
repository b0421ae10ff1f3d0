import GovernanceAnalysis
import GovernanceModel
import Testing

/// The graph of some tables, in which nothing may be wrong.
func makeGraph(_ fill: (inout GraphTables) throws -> Void) throws -> GovernanceGraph {
  var tables = GraphTables()
  try fill(&tables)
  let (graph, diagnostics) = GovernanceGraph.reading(tables)
  let errors = diagnostics.filter { $0.severity == .error }
  try #require(errors.isEmpty, "\(errors.map { "\($0.position): \($0.summary)" })")
  return graph
}

/// The network that a drawing shows: chains of bodies, each arrow from agent to principal. A body
/// that stands alone is drawn alone.
func drawn(_ drawing: String) throws -> AccountabilityNetwork {
  var tables = GraphTables()
  var known: Set<String> = []
  for chain in drawing.split(separator: "\n") {
    let ids = chain.split(separator: " ").filter { $0 != "─▶" }.map(String.init)
    for id in ids where known.insert(id).inserted {
      tables.append(["id": id, "name": id, "kind": "body"], to: .organisations)
    }
    for (agent, principal) in zip(ids, ids.dropFirst()) {
      tables.append(["from": agent, "to": principal, "kind": "accountable-to"], to: .relationships)
    }
  }
  return AccountabilityNetwork(try makeGraph { $0 = tables }, at: .anyTime)
}

func date(_ text: String) throws -> Moment { .date(try #require(PartialDate(text))) }

/// Questions and answers in ids, so that they do not depend on the order of the rows.
extension AccountabilityNetwork {
  func body(_ id: String) throws -> BodyIndex { try #require(graph.body(id: id)) }

  func ids(_ bodies: some Sequence<BodyIndex>) -> [String] { bodies.map { graph.id(of: $0) } }

  func sortedIDs(_ bodies: some Sequence<BodyIndex>) -> [String] { ids(bodies).sorted() }

  func superiors(of id: String) throws -> [String] { sortedIDs(superiors(of: try body(id))) }

  func subordinates(of id: String) throws -> [String] { sortedIDs(subordinates(of: try body(id))) }

  func routesToTop(from id: String, limit: Int = 1000) throws -> [[String]] {
    routesToTop(from: try body(id), limit: limit).routes.map { ids($0) }
  }

  func shortestRoutes(from id: String, to superior: String) throws -> [[String]] {
    shortestRoutes(from: try body(id), to: try body(superior)).routes.map { ids($0) }
  }

  func commonPrincipals(of bodies: [String]) throws -> [String] {
    sortedIDs(commonPrincipals(of: try bodies.map { try body($0) }).lowest)
  }

  /// `id direct total layer` for each open body.
  func spanLines() -> [String] {
    spans().map { span in
      "\(graph.id(of: span.body)) \(span.direct) \(span.total) \(span.layer.map(String.init) ?? "-")"
    }.sorted()
  }

  /// `id immediate` for each body that the root reaches.
  func chokepointLines(root: String? = nil) throws -> [String] {
    chokepoints(root: try root.map { try body($0) }).map { point in
      "\(graph.id(of: point.body)) \(point.immediate.map { graph.id(of: $0) } ?? "-")"
    }.sorted()
  }

  func cycleIDs() -> [[String]] { cycles.map { sortedIDs($0) }.sorted { $0[0] < $1[0] } }
}
