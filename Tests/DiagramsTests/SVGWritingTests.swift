import Foundation
import GovernanceModel
import Testing

@testable import Diagrams
@testable import GraphvizEngine

/// SVG that this program writes; Graphviz's own writer is the oracle, byte by byte.
@Suite(.enabled(if: (try? Graphviz.ownSVGFormat) != nil, "no version whose bytes are known"))
struct SVGWritingTests {
  private static let ours = try? Graphviz.ownSVGFormat

  /// One layout by two writers: layouts of one document may differ from each other.
  private func expectTheSame(
    _ origin: Graphviz.Origin, _ engine: LayoutEngine = .dot, sheet: Graphviz.Sheet? = nil,
    by format: String? = ours, at place: SourceLocation = #_sourceLocation
  ) throws {
    let drawings = try Graphviz.draw(
      origin, layout: engine.rawValue, format: try #require(format),
      others: ["svg:svg:core"], sheet: sheet)
    #expect(drawings[0].remarks == drawings[1].remarks, sourceLocation: place)
    guard drawings[0].bytes != drawings[1].bytes else { return }
    let pictures = drawings.map { drawing in
      // Graphviz numbers gradients on from picture to picture.
      String(decoding: drawing.bytes, as: UTF8.self).replacing(/\b[lr]_[0-9]+/, with: "gradient")
        .split(separator: "\n", omittingEmptySubsequences: false)
    }
    guard pictures[0] != pictures[1] else { return }
    let (line, other) = zip(pictures[0], pictures[1]).first { $0 != $1 } ?? ("", "")
    Issue.record("\(line)\nis not\n\(other)", sourceLocation: place)
  }

  @Test(arguments: Theme.all)
  func isTheSameForEveryViewOfEnglandInEveryTheme(theme: Theme) throws {
    let diagrams = try GraphOfProject("england").diagrams { $0.theme = theme }
    #expect(diagrams.count > 5)
    for diagram in diagrams {
      try expectTheSame(
        Graphviz.Origin(diagram.document), LayoutEngine(diagram.engine),
        sheet: diagram.page.map(Graphviz.Sheet.init))
    }
  }

  @Test(arguments: [LayoutEngine.sfdp, .osage, .patchwork])
  func isTheSameForEveryViewOfEnglandByOtherEngines(engine: LayoutEngine) throws {
    for diagram in try GraphOfProject("england").diagrams() {
      try expectTheSame(Graphviz.Origin(diagram.document), engine)
    }
  }

  @Test(arguments: ["cambridgeshire-peterborough.yaml", "greater-manchester.yaml"])
  func isTheSameForLocalGraphs(name: String) throws {
    for diagram in try GraphOfProject(name).diagrams() {
      try expectTheSame(Graphviz.Origin(diagram.document), LayoutEngine(diagram.engine))
      try expectTheSame(Graphviz.Origin(diagram.document), sheet: Graphviz.Sheet(Page(.a3)))
    }
  }

  @Test(arguments: LayoutEngine.allCases)
  func isTheSameForEveryEngine(engine: LayoutEngine) throws {
    try expectTheSame(Graphviz.Origin(GraphvizTests.document), engine)
    try expectTheSame(Graphviz.Origin(DotDocument()), engine)
    for view in DiagramTests.views {
      let diagram = try DiagramTests.diagram(view, of: MadeGraph.tables(MadeGraph.health))
      try expectTheSame(Graphviz.Origin(diagram.document), engine)
    }
  }

  @Test(arguments: Hostile.texts)
  func isTheSameForHostileText(text: String) throws {
    let table = HTMLTable([
      HTMLRow([
        HTMLCell(
          HTMLLabel([
            .bold([.text(text)]), .italic([.text(text)]), .underline([.text(text)]),
            .font(HTMLFont(name: text, size: 9, color: "navy"), [.text(text)]),
          ]), bgcolor: "#11223380", anchor: HTMLAnchor(id: "cell", tooltip: text))
      ])
    ])
    var document = DotDocument(
      name: text, attributes: [.label(text), .tooltip(text), .id(text), .fontname(text)],
      nodeDefaults: [.class(text)], edgeDefaults: [.fontname(text)])
    document.addNode(text)
    document.addNode("t", [.label(HTMLLabel(table)), .xlabel(text), .tooltip(text), .id(text)])
    document.addCluster(text, [.label(text), .tooltip(text), .class(text)]) { cluster in
      cluster.addNode("b", [.label(HTMLLabel(text))])
    }
    document.addEdge(
      from: text, to: "b",
      [.label(text), .headlabel(text), .taillabel(text), .tooltip(text), .headport(text)])
    try expectTheSame(Graphviz.Origin(document))
  }

  @Test(arguments: DotShape.allCases)
  func isTheSameForEveryShapeStyleAndArrow(shape: DotShape) throws {
    var document = DotDocument(name: "looks", nodeDefaults: [.shape(shape)])
    for (number, style) in DotStyle.allCases.enumerated() {
      // Drawn by a defect of Graphviz's as nothing else is.
      if shape == .cylinder, style == .diagonals { continue }
      let looks: DotAttributes = [.style(style, .filled), .penwidth(Double(number) / 3)]
      document.addNode("\(style)", looks)
      document.addNode("2 \(style)", [.style(style), .color("#ff000080"), .peripheries(2)])
    }
    for (number, arrow) in DotArrow.allCases.enumerated() {
      document.addEdge(
        from: "solid", to: "2 solid",
        [.arrowhead(arrow), .arrowtail(arrow), .dir(.both), .penwidth(0.5 + Double(number) / 7)])
      document.addEdge(from: "solid", to: "dashed", [.style(.tapered), .color("red")])
    }
    try expectTheSame(.text(document.text))
  }

  @Test(
    arguments: [
      "size=\"1,1\"", "size=\"3!,3!\" rotate=90", "dpi=100", "margin=1.5 pad=\"0.3,0.1\"",
      "viewport=\"300.7,200.7,0.777,10.5,20.25\" margin=\"0.123,0.3\"", "bgcolor=transparent",
      "rotate=90 viewport=\"300.7,200.7,0.3\"", "bgcolor=\"#11223344\"",
      "URL=\"a&b<\" id=\" a  b\"",
      "outputorder=edgesfirst", "fontname=\"Times-Italic\" label=<<b>b</b> <i>i</i>>",
      "fontname=\"Helvetica-Narrow-BoldOblique\" label=x fontcolor=BLACK", "bgcolor=crimson",
      "label=x fontcolor=\"0.1 0.2 0.3\" bgcolor=gray80", "label=x fontcolor=\"#12345600\"",
    ])
  func isTheSameForEveryWayToLookAtAGraph(attributes: String) throws {
    try expectTheSame(
      .text("digraph { \(attributes); a -> b:n -> c; subgraph cluster_c { b c label=x } }"))
  }

  // Centres of circles are numbers as they come, but for the sign of the second; halves are what
  // a difference would show in first.
  @Test(arguments: 0..<20)
  func writesNumbersAsGraphvizDoes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var text = "graph { notranslate=true; node [shape=circle, label=\"\", width=0.3]\n"
    for (node, edge) in [0, -0.0, 0.005, 0.125, 1e-8, 1e-7, 0.0049, 0.995, 1e7, 1e9].enumerated() {
      text += "e\(node) [pos=\"\(edge),\(edge)\"] f\(node) [pos=\"\(-edge),\(-edge)\"]\n"
    }
    for node in 0..<500 {
      let most = [0.01, 1, 100, 10_000, 1e7][node % 5]
      let any = Double.random(in: -most...most, using: &random)
      let half = Double(Int.random(in: -80_000...80_000, using: &random)) / [8, 200][node % 2]
      text += "\(node) [pos=\"\(any),\(half)\", penwidth=\"\(abs(any))\", "
      text += "fontsize=\(Double.random(in: 1...40, using: &random)), label=a]\n"
    }
    try expectTheSame(.text(text + "}"), .pinned)
  }

  /// What is not written here is left to Graphviz as a whole, and is remarked on once.
  @Test(
    arguments: [
      "style=filled fillcolor=\"red:blue\"", "style=radial fillcolor=\"red:blue\"",
      "style=\"wedged,nonsense\" fillcolor=\"red:blue\"", "image=\"/no/such.png\"",
      "shape=custom shapefile=\"/no/such.svg\"",
      "label=<<table bgcolor=\"red:blue\"><tr><td>x</td></tr></table>>",
    ], ["", "layers=\"a:b\"", "stylesheet=\"a.css\"", "fontnames=svg"])
  func leavesWhatItDoesNotKnowToGraphviz(node: String, graph: String) throws {
    try expectTheSame(
      .text("digraph { graph [\(graph)]; a [\(node)]; a -> b }"), by: ImageFormat.svg.rawValue)
  }

  @Test func refusesWhatItDoesNotKnow() throws {
    for node in ["fillcolor=\"red:blue\" style=filled", "style=radial fillcolor=\"red:blue\""] {
      #expect(throws: GraphvizError.self) {
        try Graphviz.draw(dot: "graph { a [\(node)] }", layout: "dot", format: #require(Self.ours))
      }
    }
  }
}
