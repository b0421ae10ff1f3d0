import GovernanceModel
import GraphFiles
import Testing

@testable import Diagrams

/// The legend explains every look of a picture, and nothing that is not in it.
@Suite struct LegendTests {
  private struct Looks: Equatable {
    var fills: Set<[String]> = []
    var lines: Set<[String]> = []
    var hasRing = false
    var hasStack = false
    var hasThickOutline = false

    mutating func add(_ statements: [DotStatement], ofLegend: Bool) {
      for statement in statements {
        switch statement {
        case .cluster(let cluster):
          if (cluster.id == "legend") == ofLegend || cluster.id != "legend" {
            add(cluster.statements, ofLegend: ofLegend)
          }
        case .node(let id, let attributes):
          guard !id.hasPrefix("row "), id.hasPrefix("legend ") == ofLegend else { continue }
          node(Looks.values(attributes))
        case .edge(let from, _, let attributes):
          guard !from.hasPrefix("row "), from.hasPrefix("legend ") == ofLegend else { continue }
          edge(Looks.values(attributes))
        case .rankGroup: break
        }
      }
    }

    private static func values(_ attributes: DotAttributes) -> [String: String] {
      Dictionary(uniqueKeysWithValues: attributes.map { ($0.name, $0.value.text) })
    }

    private mutating func node(_ values: [String: String]) {
      if values["peripheries"] != nil { hasStack = true }
      if values["penwidth"] == "\"\(PictureStyle.highlightWidth)\"" { hasThickOutline = true }
      if let fill = values["fillcolor"], fill != "\"#FFFFFF\"" {
        fills.insert([fill, values["shape"] ?? "", values["style"] ?? ""])
      }
      // The colours of a list's rows stand in its table.
      for look in values["label"]?.matches(of: /BGCOLOR="(#[0-9A-F]{6})"/) ?? [] {
        listFills.insert("\"\(look.output.1)\"")
      }
    }
    private(set) var listFills: Set<String> = []

    private mutating func edge(_ values: [String: String]) {
      guard values["style"] != "\"invis\"" else { return }
      let arrows = [values["arrowhead"], values["arrowtail"]].compactMap { $0 }
      if arrows.contains("\"odot\"") { hasRing = true }
      let arrow = arrows.first { $0 != "\"odot\"" } ?? ""
      guard arrow != "\"none\"" else { return }
      lines.insert([
        values["color"] ?? "", values["style"] ?? "", values["penwidth"] ?? "", arrow,
      ])
    }
  }

  private func expectTrueLegend(_ diagram: Diagram) {
    var drawn = Looks()
    drawn.add(diagram.document.statements, ofLegend: false)
    var explained = Looks()
    explained.add(diagram.document.statements, ofLegend: true)
    #expect(drawn.lines == explained.lines)
    #expect(drawn.hasRing == explained.hasRing)
    #expect(drawn.hasStack == explained.hasStack)
    #expect(drawn.hasThickOutline == explained.hasThickOutline)
    #expect(drawn.fills.isSubset(of: explained.fills))
    let fills = Set(explained.fills.map { $0[0] })
    #expect(drawn.listFills.union(drawn.fills.map { $0[0] }) == fills)
  }

  @Test(arguments: DiagramTests.views)
  func explainsWhatIsDrawnAndNothingElse(view: String) throws {
    expectTrueLegend(try DiagramTests.diagram(view, of: MadeGraph.tables(MadeGraph.health)))
  }

  // Every kind of relationship on every basis and grade, between bodies of twelve kinds.
  @Test(arguments: 0..<20)
  func explainsRandomGraphs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let bodies = (0..<14).map { "b\($0),Body \($0),k\($0 % 12)" }
    let bases = [""] + Basis.named.map(\.word)
    let grades = [""] + EvidenceGrade.allCases.map(\.word)
    let rows = (0..<30).compactMap { _ -> String? in
      let ends = (0..<14).shuffled(using: &random)
      let kind = RelationshipKind.standard.randomElement(using: &random)!.rawValue
      return [
        "b\(ends[0])", "b\(ends[1])", kind, bases.randomElement(using: &random)!,
        grades.randomElement(using: &random)!,
      ].joined(separator: ",")
    }
    let graph = try MadeGraph.tables([
      "organisations": ["id,name,kind"] + bodies,
      "relationships": ["from,to,kind,basis,grade"] + rows,
    ])
    let body = try #require(graph.body(id: "b0"))
    for view in [.national, .around(body, depth: 3), .footprint(body)] as [DiagramView] {
      expectTrueLegend(Diagram(view, of: graph, at: .anyTime, basis: .all))
    }
  }

  /// What grey leaves of a line: everything but its colour.
  private func greyLooks(of diagram: Diagram, whereTooltip part: String) -> Set<String> {
    Set(
      diagram.document.text.split(separator: "\n").filter { $0.contains("tooltip=") }
        .filter { $0.contains(part) }.compactMap { line -> String? in
          guard let style = line.firstMatch(of: /\sstyle="([a-z]+)"/),
            let width = line.firstMatch(of: /\spenwidth="([0-9.]+)"/)
          else { return nil }
          return "\(style.output.1) \(width.output.1)"
        })
  }

  @Test func tellsLinesOfUnrecordedBodiesApartWithoutColourInAComparison() throws {
    let graph = try MadeGraph.tables(MadeGraph.health)
    let diagram = Diagram(
      try MadeViews.view("as_of: [2016-10-01, 2016-10-01]", of: graph), of: graph,
      at: PartialDate("2016-10-01").map(Moment.date)!)
    let unrecorded = greyLooks(of: diagram, whereTooltip: "which ones is not recorded")
    #expect(unrecorded == ["dotted 1.6"])
    // What is as before, and recorded.
    #expect(greyLooks(of: diagram, whereTooltip: "tooltip=").contains("solid 0.7"))
    expectTrueLegend(diagram)
  }

  @Test func keepsTheBarOfOversightInSightAtTheBodyInQuestion() {
    // Graphviz makes a bar 2.5 points deep, times the arrow size of 0.75.
    #expect(PictureStyle.highlightWidth / 2 < 2.5 * 0.75 * 0.7)
  }
}
