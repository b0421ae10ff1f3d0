import Foundation
import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import GraphvizEngine
import Testing

@testable import Diagrams

@Suite struct DiagramTests {
  static let views = ["national", "footprint", "around", "around-2", "finding"]

  static func view(_ name: String, of graph: GovernanceGraph) throws -> DiagramView {
    switch name {
    case "national": .national
    case "footprint": .footprint(try #require(graph.body(id: "partnership")))
    case "finding":
      .finding(
        try #require(
          Check(Inspection(graph, at: .date(PartialDate(year: 2016, month: 10, day: 1)!)))
            .finding(id: "lead-without-authority/partnership/lead")))
    case "around": .around(try #require(graph.body(id: "t1")), depth: 1)
    default: .around(try #require(graph.body(id: "t1")), depth: 2)
    }
  }

  static func diagram(_ name: String, of graph: GovernanceGraph, on date: String? = "2016-10-01")
    throws -> Diagram
  {
    let moment = date.flatMap { PartialDate($0) }.map(Moment.date) ?? .anyTime
    return Diagram(try view(name, of: graph), of: graph, at: moment)
  }

  private func shows(_ diagram: Diagram) throws -> SVGContents {
    try #require(SVGContents(try Graphviz.render(diagram.document, format: .svg)))
  }

  @Test(arguments: views)
  func writesTheSameDocumentAsBefore(view: String) throws {
    let diagram = try Self.diagram(view, of: MadeGraph.tables(MadeGraph.health))
    try expectSnapshot(diagram.document.text, "health-\(view).dot")
  }

  @Test(arguments: views, 1...5 as ClosedRange<UInt64>)
  func doesNotDependOnTheOrderOfRows(view: String, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var tables = MadeGraph.health
    for name in tables.keys.sorted() {
      let rows = tables[name]!
      tables[name] = [rows[0]] + rows.dropFirst().shuffled(using: &random)
    }
    let straight = try Self.diagram(view, of: MadeGraph.tables(MadeGraph.health))
    let shuffled = try Self.diagram(view, of: MadeGraph.tables(tables))
    #expect(straight.document.text == shuffled.document.text)
    #expect(straight.caption == shuffled.caption)
  }

  /// On which level a body of a circle stands follows from the ids, not from which row comes first.
  ///
  ///     a ──▶ b ──▶ c ──▶ a        d ──▶ a        e ──▶ c
  @Test(arguments: ["a b c d e", "c e a d b", "b a e c d", "e d c b a"])
  func doesNotDependOnTheOrderOfRowsInCircles(order: String) throws {
    func diagram(_ bodies: String) throws -> Diagram {
      try Self.diagram(
        "national",
        of: MadeGraph.tables([
          "kinds": ["id,name", "council,council"],
          "organisations": ["id,name,kind"]
            + bodies.split(separator: " ").map { "\($0),Council \($0),council" },
          "relationships": ["from,to,kind"]
            + ["a,b", "b,c", "c,a", "d,a", "e,c"].map { $0 + ",accountable-to" },
        ]))
    }
    let straight = try diagram("a b c d e")
    #expect(straight.counts.bodies == 5)
    #expect(try diagram(order).document.text == straight.document.text)
  }

  /// What was looked for and not found is drawn dashed, said to be absent, and not counted.
  @Test func drawsWhatIsAbsentAsAbsent() throws {
    let diagram = try Self.diagram("finding", of: MadeGraph.tables(MadeGraph.health))
    let contents = try shows(diagram)
    #expect(contents.texts.contains("not found"))
    #expect(contents.texts.contains { $0.contains("looked for, not found") })
    #expect(diagram.caption.contains { $0.contains("looked for and not found") })
    #expect(diagram.document.text.contains("#C00000"))
    // Four memberships and the lead; the four absences stand for no relationship.
    #expect(diagram.counts.relationships == 5)
    #expect(diagram.title.hasPrefix("By no enforceable line"))
    for view in Self.views.dropLast() {
      let other = try Self.diagram(view, of: MadeGraph.tables(MadeGraph.health))
      #expect(!other.document.text.contains("#C00000"))
    }
  }

  @Test func drawsLargeKindsAsOneWithTheirCount() throws {
    let diagram = try Self.diagram("national", of: MadeGraph.tables(MadeGraph.health))
    #expect(diagram.counts.bodiesInStacks == 12)
    let texts = try shows(diagram).texts
    #expect(texts.contains("12 hospital trusts"))
    #expect(!texts.contains("Trust 3"))
    #expect(texts.contains("each with its own trust board"))
    #expect(diagram.leftOut.reasons.contains { $0.count == 12 && $0.words.contains("boards") })
  }

  @Test func neverAddsUpAlternativeFigures() throws {
    for view in ["national", "around-2"] {
      let diagram = try Self.diagram(view, of: MadeGraph.tables(MadeGraph.health))
      let texts = try shows(diagram).texts
      #expect(!texts.contains { $0.contains("212.5") || $0.contains("(2)") })
    }
    let national = try shows(Self.diagram("national", of: MadeGraph.tables(MadeGraph.health)))
    #expect(national.texts.contains("£105.7bn 2016/17"))
    #expect(national.texts.contains("£5m 2016/17"))
  }

  @Test func drawsWhatHoldsOnTheDate() throws {
    let graph = try MadeGraph.tables(MadeGraph.health)
    let before = try Self.diagram("national", of: graph, on: "2015-01-01")
    #expect(before.counts.bodiesInStacks == 13)
    #expect(before.asOf == "As of 2015-01-01")
    let footprint = try Self.diagram("footprint", of: graph, on: "2015-01-01")
    #expect(try !shows(footprint).texts.contains("Council 1"))
    #expect(try Self.diagram("national", of: graph, on: nil).asOf == "Regardless of dates")
  }

  @Test func doesNotDrawKindsOfWhichAllAreClosed() throws {
    var tables = MadeGraph.health
    tables["organisations"] = tables["organisations"]!.map {
      $0.hasPrefix("c") ? $0.replacing(",,,,verified", with: ",,,2016-01-01,verified") : $0
    }
    let after = try Self.diagram("national", of: MadeGraph.tables(tables))
    #expect(try !shows(after).texts.contains { $0.lowercased().contains("council") })
    tables["organisations"]!.removeAll { $0.hasPrefix("c") }
    let unlisted = try Self.diagram("national", of: MadeGraph.tables(tables))
    #expect(try shows(unlisted).texts.contains("(not listed one by one)"))
  }

  @Test func leavesOutAccountabilityThatIsNotFollowedAndSaysSo() throws {
    let graph = try MadeGraph.tables(MadeGraph.health)
    let t1 = try #require(graph.body(id: "t1"))
    let narrow = Diagram(.around(t1, depth: 1), of: graph, at: .anyTime)
    let wide = Diagram(.around(t1, depth: 1), of: graph, at: .anyTime, basis: .all)
    #expect(narrow.counts.lines + 1 == wide.counts.lines)
    #expect(try shows(wide).texts.contains { $0.contains("contractual") })
  }

  @Test func showsEachMembersOwnPrincipals() throws {
    let texts = try shows(
      Self.diagram("footprint", of: MadeGraph.tables(MadeGraph.health))
    ).texts
    for name in ["North Partnership", "Trust 1", "Council 2", "The Authority", "The Minister"] {
      #expect(texts.contains(name))
    }
    #expect(!texts.contains("Trust 3"))
    #expect(texts.contains("2 hospital trusts"))
  }

  @Test func drawsHubsAsOneNode() throws {
    let graph = try MadeGraph.tables([
      "organisations": ["id,name,kind", "hub,Hub,hub"] + (1...300).map { "m\($0),M \($0),member" },
      "relationships": ["from,to,kind"] + (1...300).map { "m\($0),hub,accountable-to" },
    ])
    let hub = try #require(graph.body(id: "hub"))
    let all = Diagram(.around(hub, depth: 3), of: graph, at: .anyTime)
    #expect(
      all.counts == Diagram.Counts(bodies: 1, bodiesInStacks: 300, lines: 1, relationships: 300))
    let one = try #require(graph.body(id: "m7"))
    let far = Diagram(.around(one, depth: 2), of: graph, at: .anyTime)
    #expect(far.counts.bodies == 2)
    #expect(far.counts.bodiesInStacks == 299)
  }

  @Test(arguments: Hostile.texts.filter { $0.count < 200 }, ["national", "around", "footprint"])
  func drawsHostileNames(name: String, view: String) throws {
    let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
    let graph = try MadeGraph.tables([
      "organisations": ["id,name,kind", "partnership,\(quoted),a", "t1,\(quoted),b", "x,X,b"],
      "relationships": [
        "from,to,kind,basis,amount,year", "t1,partnership,member-of,,,",
        "t1,x,accountable-to,,,", "x,partnership,funds,,5,\(quoted)", "t1,partnership,\(quoted),,,",
      ],
    ])
    let diagram = try Self.diagram(view, of: graph, on: nil)
    let contents = try shows(diagram)
    #expect(contents.elements.isDisjoint(with: ["script", "image"]))
    #expect(contents.attributes["xlink:href"] == nil)
  }

  @Test(arguments: ["cambridgeshire-peterborough.yaml", "greater-manchester.yaml", "england"])
  func drawsEveryGraph(name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Graphs")
    let graph = try GraphReader.read(path: folder.appendingPathComponent(name).path).graph
    var views: [DiagramView] = [.national]
    if let body = graph.allBodies.first { views += [.around(body, depth: 2), .footprint(body)] }
    for view in views {
      let diagram = Diagram(view, of: graph, at: graph.defaultMoment)
      #expect(try shows(diagram).texts.contains(diagram.asOf))
    }
  }
}
