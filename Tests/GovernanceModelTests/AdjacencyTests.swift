import GovernanceModel
import Testing

/// The relationships at each body, whether its kind is common or rare.
struct AdjacencyTests {
  /// Kind `k` has a relationship between bodies `k` and `k + 1`; kind `often` has one from each.
  private func graph(bodies: Int, rareKinds: Int) -> GovernanceGraph {
    var tables = GraphTables()
    for body in 0..<bodies {
      tables.append(["id": "b\(body)", "name": "B", "kind": "body"], to: .organisations)
    }
    for kind in 0..<rareKinds {
      tables.append(
        ["from": "b\(kind)", "to": "b\(kind + 1)", "kind": "rare-\(kind)"], to: .relationships)
    }
    for body in 1..<bodies {
      tables.append(["from": "b\(body)", "to": "b0", "kind": "often"], to: .relationships)
    }
    return GovernanceGraph.reading(tables).graph
  }

  @Test func findsRelationshipsOfRareAndCommonKinds() throws {
    let graph = graph(bodies: 400, rareKinds: 300)
    for body in [0, 1, 7, 299, 300, 399] {
      let index = try #require(graph.body(id: "b\(body)"))
      let outgoing = graph.relationships(from: index, at: .anyTime).map {
        graph.relationshipKinds[$0.kind].id
      }
      let incoming = graph.relationships(to: index, at: .anyTime).map {
        graph.relationshipKinds[$0.kind].id
      }
      #expect(
        Set(outgoing) == Set((body < 300 ? ["rare-\(body)"] : []) + (body > 0 ? ["often"] : [])))
      let rare = (1...300).contains(body) ? ["rare-\(body - 1)"] : []
      #expect(Set(incoming) == Set(rare + (body == 0 ? ["often"] : [])))
      #expect(incoming.count == (body == 0 ? 399 : rare.count))
    }
  }

  @Test func readsTensOfThousandsOfKindsInProportionToTheirRelationships() {
    // With an offset for every body and kind this would take 1.6 GB.
    var tables = GraphTables()
    tables[.organisations] = GraphTables.Table(
      columns: ["id", "name", "kind"], rows: (0..<20_000).map { ["b\($0)", "B", "body"] })
    tables[.relationships] = GraphTables.Table(
      columns: ["from", "to", "kind"],
      rows: (0..<10_000).map { ["b\($0)", "b\($0 + 1)", "kind-\($0)"] })
    let graph = GovernanceGraph.reading(tables).graph
    #expect(graph.relationshipCount == 10_000)
    #expect(graph.body(id: "b7").map { graph.relationships(from: $0, at: .anyTime).count } == 1)
  }
}
