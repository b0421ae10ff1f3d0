import Foundation
import GovernanceModel
import Testing

@testable import Diagrams
@testable import GraphvizEngine

/// The graph that is made from a document is the one that Graphviz reads from its text.
@Suite struct BuiltGraphTests {
  /// What comes of a document: as Graphviz writes the graph down (the order of its objects and all
  /// that they say), and as a picture, in which other orders would show; or why nothing does.
  private struct Outcome: Equatable {
    var written: String
    var picture: String
    var remarks: [String]

    init(_ origin: Graphviz.Origin, _ engine: LayoutEngine) {
      func drawn(_ format: String, _ engine: LayoutEngine) -> (String, [String]) {
        do {
          let drawing = try Graphviz.draw(
            origin, layout: engine.rawValue, format: format, sheet: nil)
          return (String(decoding: drawing.bytes, as: UTF8.self), drawing.remarks)
        } catch {
          return ("\(error)", [])
        }
      }
      // The quickest layout, since the graph is only to be written.
      written = drawn("canon", .patchwork).0
      (picture, remarks) = drawn("svg", engine)
    }
  }

  /// - Parameter engine: what lays out the pictures.
  private func expectTheSame(
    _ document: DotDocument, _ engine: LayoutEngine = .dot,
    at place: SourceLocation = #_sourceLocation
  ) {
    guard case .document = Graphviz.Origin(document) else {
      Issue.record("the document is not built", sourceLocation: place)
      return
    }
    let read = Outcome(.text(document.text), engine)
    let built = Outcome(Graphviz.Origin(document), engine)
    #expect(read.written.hasPrefix("digraph"), "\(read.written)", sourceLocation: place)
    #expect(built.written == read.written, sourceLocation: place)
    #expect(built.remarks == read.remarks, sourceLocation: place)
    #expect(
      built.picture == read.picture, "\(document.text.prefix(3000))", sourceLocation: place)
  }

  @Test(arguments: LayoutEngine.allCases)
  func isTheSameForEveryLayout(engine: LayoutEngine) {
    expectTheSame(GraphvizTests.document, engine)
    expectTheSame(DotDocument(), engine)
  }

  @Test(arguments: GraphOfProject.names)
  func isTheSameForEveryViewOfEveryGraph(name: String) throws {
    let one = try GraphOfProject(name)
    let graph = one.graph
    var diagrams = [Diagram(.national, of: graph, at: graph.defaultMoment)]
    if let body = graph.allBodies.first {
      for view in [DiagramView.around(body, depth: 2), .footprint(body)] {
        diagrams.append(Diagram(view, of: graph, at: graph.defaultMoment))
      }
    }
    diagrams += try one.diagrams()
    for diagram in diagrams {
      expectTheSame(diagram.document, LayoutEngine(diagram.engine))
    }
  }

  @Test(arguments: DiagramTests.views)
  func isTheSameForDiagramsOfTheTests(view: String) throws {
    let diagram = try DiagramTests.diagram(view, of: MadeGraph.tables(MadeGraph.health))
    expectTheSame(diagram.document)
    let places = try Graphviz.places(of: diagram.document)
    #expect(try Graphviz.places(ofDOT: diagram.document.text) == places)
    expectTheSame(diagram.document.pinned(at: places), .osage)
  }

  @Test(arguments: Hostile.texts)
  func isTheSameForHostileText(text: String) throws {
    let tables = MadeGraph.health.merging(
      [
        "posts": [
          "id,name,kind,owner", "lead,\"\(text.replacing("\"", with: "\"\""))\",lead,partnership",
        ]
      ]
    ) { $1 }
    let diagram = try DiagramTests.diagram("footprint", of: MadeGraph.tables(tables), on: nil)
    expectTheSame(diagram.document)

    let table = HTMLTable([HTMLRow([HTMLCell(text), HTMLCell(HTMLLabel([.bold([.text(text)])]))])])
    var document = DotDocument(
      name: text, attributes: [.label(text), .tooltip(text), .id(text), .fontname(text)],
      nodeDefaults: [.class(text), .group(text)], edgeDefaults: [.fontname(text)])
    document.addNode(text)
    document.addNode("t", [.label(HTMLLabel(table)), .xlabel(text), .tooltip(text), .id(text)])
    document.addCluster(text, [.label(text), .tooltip(text), .class(text)]) { cluster in
      cluster.addNode("b", [.label(HTMLLabel(text))])
      cluster.addCluster("in " + text) { $0.addNode("c" + text) }
    }
    document.addEdge(
      from: text, to: "b",
      [
        .label(text), .headlabel(text), .taillabel(text), .tooltip(text), .headport(text),
        .lhead(cluster: text),
      ])
    document.addRankGroup([text, "t"])
    expectTheSame(document)
  }

  // A string is an HTML-like label or a plain one wherever it stands, as it was when it came first:
  // a name of an attribute, a value that is about to be replaced, a label.
  @Test func isTheSameWhereLabelsOfBothKindsHaveTheSameLetters() {
    var document = DotDocument(
      attributes: [.label(HTMLLabel("both"))], nodeDefaults: [.group("group")])
    document.addNode("a", [.group("x"), .label("y"), .xlabel("z")])
    document.addNode("a", [.group("w"), .label(HTMLLabel("x"))])
    document.addNode("a", [.color("red"), .headlabel("y"), .label(HTMLLabel("y")), .xlabel("y")])
    document.addNode("b", [.color("navy"), .label(HTMLLabel("navy")), .tooltip("navy")])
    document.addNode("c", [.label(HTMLLabel("tooltip")), .tooltip("both")])
    document.addNode("d", [.label(HTMLLabel("d")), .xlabel("z")])
    document.addNode("e", [.label(HTMLLabel("label")), .xlabel("d")])
    document.addNode("f", [.label("both"), .xlabel("fontcolor"), .fontcolor("red")])
    document.addEdge(from: "g", to: "both", [.label(HTMLLabel("g")), .xlabel("both")])
    document.addCluster("cluster", [.label(HTMLLabel("cluster")), .tooltip("w")]) {
      $0.addNode("w", [.label(HTMLLabel("w"))])
    }
    expectTheSame(document)
  }

  // Documents of up to 40 statements, some in clusters within clusters: nodes named again or first
  // by an edge, attributes that come late, clusters of one id, loops and parallel lines. The layouts
  // are such as take no notice of clusters: others of Graphviz 2.42 end the program when a node is in
  // two.
  @Test(arguments: 0..<60)
  func isTheSameForRandomDocuments(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var document = DotDocument(
      name: "seed", attributes: Self.attributes(.graph, using: &random),
      nodeDefaults: Self.attributes(.node, using: &random),
      edgeDefaults: Self.attributes(.edge, using: &random))
    Self.fill(&document, depth: 0, using: &random)
    expectTheSame(document, [.neato, .twopi, .circo][Int(seed) % 3])
  }

  private static func fill(
    _ scope: inout some DotScope, depth: Int, using random: inout SeededGenerator
  ) {
    func id() -> String {
      ["a", "b", "c", "é\n", "e&", "%f", "x\"", "label"].randomElement(using: &random)!
    }
    for _ in 0..<Int.random(in: 1...(10 - 3 * depth), using: &random) {
      switch Int.random(in: 0..<8, using: &random) {
      case 0..<3: scope.addNode(id(), attributes(.node, using: &random))
      case 3..<6: scope.addEdge(from: id(), to: id(), attributes(.edge, using: &random))
      case 6 where depth < 3:
        var cluster = DotCluster(id(), attributes(.graph, using: &random))
        fill(&cluster, depth: depth + 1, using: &random)
        scope.addCluster(cluster)
      default:
        scope.addRankGroup([id(), id()], rank: DotRank.allCases.randomElement(using: &random)!)
      }
    }
  }

  // Each node in one cluster, and lines after all of them; without labels, since Graphviz 2.42 ends
  // the program after some layouts with one between nodes of the first rank.
  @Test(arguments: 0..<40)
  func isTheSameForRandomDocumentsOfClusters(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var document = DotDocument(
      attributes: Self.attributes(.graph, using: &random),
      nodeDefaults: Self.attributes(.node, using: &random))
    var ids: [String] = []
    func addNodes(to scope: inout some DotScope) {
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        ids.append("n\(ids.count)")
        scope.addNode(ids.last!, Self.attributes(.node, using: &random))
      }
    }
    for number in 0..<Int.random(in: 1...4, using: &random) {
      var cluster = DotCluster("\(7 - number)", Self.attributes(.graph, using: &random))
      addNodes(to: &cluster)
      var inner = DotCluster("inner \(number)", Self.attributes(.graph, using: &random))
      addNodes(to: &inner)
      cluster.addCluster(inner)
      document.addCluster(cluster)
    }
    addNodes(to: &document)
    document.addRankGroup([ids.last!])
    for _ in 0..<ids.count * 3 / 2 {
      document.addEdge(
        from: ids.randomElement(using: &random)!, to: ids.randomElement(using: &random)!,
        DotAttributes(
          Self.attributes(.edge, using: &random).filter { $0.name != "label" }))
    }
    expectTheSame(document, seed % 4 == 3 ? .osage : .dot)
  }

  private enum Kind { case graph, node, edge }

  private static func attributes(
    _ kind: Kind, using random: inout SeededGenerator
  ) -> DotAttributes {
    let text = ["a", "b", "label", "A & \"B\"", "two\nlines", "é – “x”", "\\N", "box", ""]
      .randomElement(using: &random)!
    let common: [DotAttribute] = [
      .label(text), .label(HTMLLabel(text)), .label(HTMLLabel([.bold([.text(text)])])),
      .tooltip(text), .id(text), .class("line b"), .color("#336699"), .fontname("Arial,Helvetica"),
      .fontsize(11), .penwidth(2), .fontcolor("navy"), .style(.filled),
    ]
    let own: [DotAttribute] =
      switch kind {
      case .graph:
        [.labeljust(.left), .bgcolor("gray90"), .margin(9), .nodesep(0.3), .ranksep(0.4)]
      case .node: [.shape(.box), .xlabel(text), .group(text), .width(1.5), .fillcolor("#ddeeff")]
      case .edge: [.dir(.back), .headlabel(text), .minlen(2), .weight(3), .arrowhead(.vee)]
      }
    let count = Int.random(in: 0...6, using: &random)
    return DotAttributes((common + own).shuffled(using: &random).prefix(count))
  }

  // Ids of nodes and of clusters are apart, but not their numbers: the order in which names come
  // decides the order of clusters.
  @Test func keepsClustersAndNodesOfOneNameApart() {
    var document = DotDocument()
    document.addEdge(from: "cluster_b", to: "x")
    document.addCluster("c") { $0.addNode("c") }
    document.addCluster("b") { cluster in
      cluster.addNode("b")
      cluster.addNode("cluster_c")
    }
    expectTheSame(document)
  }

  @Test(arguments: [1, 200, 201, 1000])
  func readsTheTextOfClustersDeepWithinEachOther(depth: Int) {
    var document = DotDocument()
    var cluster = DotCluster("0")
    cluster.addNode("a")
    for number in 1..<depth {
      var outer = DotCluster("\(number)")
      outer.addCluster(cluster)
      cluster = outer
    }
    document.addCluster(cluster)
    let steps = DotSteps(document)
    #expect(steps.depth == depth)
    if case .document = Graphviz.Origin(document) {
      #expect(depth <= 200)
    } else {
      #expect(depth > 200)
    }
  }

  @Test func knowsTheLongestString() throws {
    for text in ["é \"quoted\" \\ & long", "plain and much longer than others"] {
      var document = DotDocument()
      document.addNode("a", [.tooltip(text)])
      document.addNode("b", [.label(text)])
      document.addNode("c", [.label(HTMLLabel(text))])
      let longest = document.text.split { "[]".contains($0) }.map(\.utf8.count).max()!
      let steps = DotSteps(document)
      #expect(steps.longestString >= text.utf8.count)
      #expect(steps.longestString <= longest)
    }
    #expect(DotSteps(DotDocument(name: "graph")).longestString == 5)
  }
}
