import Testing

@testable import GovernanceModel

struct KindHierarchyTests {
  ///     acute-foundation-trust ──▶ acute-trust ──────┐
  ///              └───────────────▶ foundation-trust ─┴▶ provider ──▶ nhs-body
  private let providers = """
    id,broader
    acute-foundation-trust,acute-trust foundation-trust
    acute-trust,provider
    foundation-trust,provider
    provider,nhs-body
    nhs-body,
    council,
    """

  private func narrower(_ id: String, in graph: GovernanceGraph) -> [String] {
    guard let kind = graph.bodyKinds.index(of: id) else { return [] }
    return graph.bodyKinds.selfAndNarrower(kind).map { graph.bodyKinds[$0].id }
  }

  @Test func knowsEveryBroaderKind() throws {
    let kinds = graph([.kinds: providers]).bodyKinds
    let trust = try #require(kinds.index(of: "acute-foundation-trust"))
    for broader in [
      "acute-foundation-trust", "acute-trust", "foundation-trust", "provider", "nhs-body",
    ] {
      #expect(kinds.kind(trust, isA: try #require(kinds.index(of: broader))))
    }
    #expect(!kinds.kind(trust, isA: try #require(kinds.index(of: "council"))))
    let body = try #require(kinds.index(of: "nhs-body"))
    #expect(!kinds.kind(body, isA: trust))
    #expect(kinds.index(of: "nothing") == nil)
  }

  @Test func listsEveryNarrowerKindOnce() {
    let graph = graph([.kinds: providers])
    #expect(
      narrower("provider", in: graph) == [
        "acute-foundation-trust", "acute-trust", "foundation-trust", "provider",
      ])
    #expect(narrower("council", in: graph) == ["council"])
  }

  @Test func knowsKindsThatAreOnlyUsed() throws {
    let graph = graph([.organisations: "id,name,kind \n a,A,ccg \n b,B,ccg"])
    let kind = graph.bodyKinds[try #require(graph.bodyKinds.index(of: "ccg"))]
    #expect(!kind.isDeclared && kind.name == "ccg" && kind.plural == "ccg")
  }

  @Test func putsPostsUnderPost() throws {
    let graph = graph([
      .kinds: "id,of,broader \n minister,post, \n board,,",
      .posts: "id,name,kind \n sos,Secretary of State,minister \n chair,Chair,",
      .organisations: "id,name,kind \n b,B,board",
    ])
    for (id, isPost) in [("sos", true), ("chair", true), ("b", false)] {
      #expect(graph.isPost(try #require(graph.body(id: id))) == isPost)
    }
  }

  @Test(arguments: [
    ("id,broader \n a,a", "'a' under 'a'"),
    ("id,broader \n a,b \n b,a", "'a' under 'b' under 'a'"),
    ("id,broader \n a,b \n b,c \n c,a", "'a' under 'b' under 'c' under 'a'"),
    ("id,broader \n x,a \n a,b \n b,c y \n y, \n c,a", "'a' under 'b' under 'c' under 'a'"),
  ])
  func reportsACycle(kinds: String, path: String) {
    let (graph, diagnostics) = GovernanceGraph.reading(tables([.kinds: kinds]))
    #expect(diagnostics.map(\.id) == ["kind-cycle"])
    #expect(diagnostics.first?.summary == "kinds form a cycle: \(path)")
    // The cycle is cut: none of its kinds is broader than another.
    for kind in graph.bodyKinds.kinds.indices.map({ KindIndex($0) }) {
      for broader in graph.bodyKinds[kind].broader {
        #expect(!graph.bodyKinds.kind(broader, isA: kind))
      }
    }
  }

  /// The reported cycles are real, and a graph without one reports none: kinds under earlier ones
  /// only cannot form a cycle.
  @Test(arguments: 0..<50)
  func agreesWithSearchByReachability(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...6, using: &generator)
    var broader: [[Int]] = []
    for kind in 0..<count {
      broader.append((0..<count).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 })
      if seed % 3 == 0 { broader[kind].removeAll { $0 >= kind } }
    }
    let rows = broader.indices.map { kind in
      "k\(kind)," + broader[kind].map { "k\($0)" }.joined(separator: " ")
    }
    let (_, diagnostics) = GovernanceGraph.reading(
      tables([.kinds: "id,broader\n" + rows.joined(separator: "\n")]))
    let isCyclic = broader.indices.contains { start in
      var seen: Set<Int> = []
      var waiting = broader[start]
      while let kind = waiting.popLast() {
        if seen.insert(kind).inserted { waiting += broader[kind] }
      }
      return seen.contains(start)
    }
    #expect(diagnostics.contains { $0.id == "kind-cycle" } == isCyclic)
  }

  @Test func refusesMoreKindsThanItCanNumber() {
    let rows = (0..<70_000).map { ["o\($0)", "Name", "kind-\($0)"] }
    var tables = GraphTables()
    tables[.organisations] = GraphTables.Table(columns: ["id", "name", "kind"], rows: rows)
    let (graph, diagnostics) = GovernanceGraph.reading(tables)
    #expect(Set(diagnostics.map(\.id)) == ["too-many-kinds"])
    // One of the numbers is the standard kind of posts.
    #expect(graph.bodyCount == 65_535)
    #expect(diagnostics.count == 70_000 - 65_535)
  }

  @Test func refusesMoreDeclaredKindsThanItCanNumber() {
    var tables = GraphTables()
    tables[.kinds] = GraphTables.Table(columns: ["id"], rows: (0..<65_540).map { ["k\($0)"] })
    let diagnostics = GovernanceGraph.reading(tables).diagnostics
    #expect(Set(diagnostics.map(\.id)) == ["too-many-kinds"])
    #expect(diagnostics.count == 5)
  }
}
