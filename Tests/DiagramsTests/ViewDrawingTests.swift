import Foundation
import GovernanceModel
import GraphFiles
import GraphvizEngine
import Testing

@testable import Diagrams

/// Views as pictures: engines, sheets, tables, comparisons, widths.
@Suite struct ViewDrawingTests {
  private func diagram(_ settings: String, _ tables: [String: [String]] = MadeGraph.health) throws
    -> Diagram
  {
    let graph = try MadeGraph.tables(tables)
    return Diagram(
      try MadeViews.view(settings, of: graph), of: graph,
      at: PartialDate("2016-10-01").map(Moment.date)!)
  }

  private func svg(_ diagram: Diagram) throws -> SVGContents {
    let drawing = try Graphviz.draw(
      diagram.document, engine: LayoutEngine(diagram.engine), format: .svg, page: diagram.page)
    return try #require(SVGContents(drawing.bytes))
  }

  @Test(arguments: EngineName.allCases, ["system", "bodies", "around", "members", "chart"])
  func drawsEveryArrangementWithEveryEngine(engine: EngineName, arrangement: String) throws {
    let diagram = try diagram(
      "draw: \(arrangement)\nbody: partnership\ngroup: partnership\nuntied: yes\nengine: \(engine)")
    let texts = try svg(diagram).texts
    #expect(texts.contains("As of 2016-10-01"))
    #expect(texts.contains { $0.hasPrefix("Shown: ") })
  }

  @Test(arguments: ["a4", "a3 landscape", "letter", "a0"], [ImageFormat.svg, .pdf])
  func fitsASheetExactly(sheet: String, format: ImageFormat) throws {
    let page = try #require(Page(words: sheet))
    let graph = try MadeGraph.tables(MadeGraph.health)
    let drawing = try Graphviz.draw(
      Diagram(.national, of: graph, at: .anyTime).document, format: format, page: page)
    let text = String(decoding: drawing.bytes, as: UTF8.self)
    let (width, height) = (Int((page.width * 72).rounded()), Int((page.height * 72).rounded()))
    if format == .svg {
      #expect(
        text.contains("<svg width=\"\(width)pt\" height=\"\(height)pt\""), "\(text.prefix(400))")
    } else {
      #expect(text.contains("/MediaBox [ 0 0 \(width)"), "\(text.prefix(400))")
    }
    #expect(drawing.scale > 0 && drawing.scale <= 1.5)
  }

  /// Thousands of nodes overlap nowhere, and their lines still end at them.
  @Test func leavesNoOverlapsAmongThousands() throws {
    var random = SeededGenerator(seed: 5)
    let count = 2300
    let graph = try MadeGraph.tables([
      "organisations": ["id,name,kind"]
        + (0..<count).map { "b\($0),Body \($0) of some rather long name,k\($0 % 5)" },
      "relationships": ["from,to,kind"]
        + (1..<count).map { "b\($0),b\(Int.random(in: 0..<$0, using: &random)),accountable-to" },
    ])
    let diagram = Diagram(
      try MadeViews.view("draw: bodies\nengine: sfdp", of: graph), of: graph, at: .anyTime)
    func overlaps(_ boxes: [PictureGeometry.Rectangle]) -> Int {
      let sorted = boxes.sorted { $0.left < $1.left }
      var found = 0
      for (number, box) in sorted.enumerated() {
        for other in sorted[(number + 1)...] {
          if other.left >= box.right { break }
          if box.top < other.bottom, other.top < box.bottom { found += 1 }
        }
      }
      return found
    }
    let raw = try Graphviz.places(of: diagram.document, engine: .sfdp).values.map { place in
      PictureGeometry.Rectangle(
        left: place.x - place.width / 2, top: place.y - place.height / 2,
        right: place.x + place.width / 2, bottom: place.y + place.height / 2)
    }
    #expect(overlaps(raw) > 0, "nothing to remove: the test shows nothing")
    let geometry = PictureGeometry(try diagram.written(as: .svg))
    let bodies = geometry.rectangles.filter { $0.key.hasPrefix("body-") }
    #expect(bodies.count == count)
    #expect(overlaps(Array(bodies.values)) == 0)
    for (line, path) in geometry.paths {
      let ends = line.dropFirst("line-".count).split(separator: "--").map(String.init)
      let numbers = path.matches(of: /-?[0-9]+(\.[0-9]+)?/).compactMap { Double($0.output.0) }
      let points = [(numbers[0], numbers[1]), (numbers[numbers.count - 2], numbers.last!)]
      for body in [ends[0], ends[2]] {
        let box = try #require(bodies["body-" + body])
        #expect(
          points.contains { point in
            box.left - 12 < point.0 && point.0 < box.right + 12 && box.top - 12 < point.1
              && point.1 < box.bottom + 12
          }, "\(line)")
      }
    }
  }

  @Test func marksWhatAppearedVanishedAndChanged() throws {
    var tables = MadeGraph.health
    tables["organisations"]! += [
      "board,New Board,authority,,2016,,verified", "gone,Old Board,authority,,,2016-01-01,verified",
    ]
    tables["relationships"]! += [
      ",board,minister,accountable-to,statutory,,,2016,,Act,verified,,",
      ",gone,minister,accountable-to,statutory,,,,,Act,verified,,",
    ]
    let diagram = try diagram(
      "as_of: [2015-01-01, 2016-10-01]\nrelationships: [accountable-to]", tables)
    #expect(diagram.asOf == "2015-01-01 compared with 2016-10-01")
    let texts = try svg(diagram).texts
    for text in ["New Board", "Old Board", "new", "gone", "12 hospital trusts", "before: 13"] {
      #expect(texts.contains(text), "\(text)")
    }
    #expect(texts.contains("thick outline: new") && texts.contains("dashed outline: gone"))
    // The same date twice: nothing is new or gone.
    let same = try self.diagram(
      "as_of: [2016-10-01, 2016-10-01]\nrelationships: [accountable-to]", tables)
    #expect(try !svg(same).texts.contains { ["new", "gone", "changed"].contains($0) })
  }

  @Test func makesLinesAsWideAsTheirSums() throws {
    let diagram = try diagram("relationships: [funds]\nwidth: amount")
    let widths = diagram.document.text.matches(of: /penwidth="([0-9.]+)"[^\n]*tooltip="[^"]*funds/)
      .compactMap { Double($0.output.1) }
    // 105.7 billion and 5 million.
    #expect(widths.max() == 14 && widths.min() == 1)
    #expect(PictureStyle.width(of: 50, greatest: 100) == 7)
    #expect(PictureStyle.width(of: -50, greatest: 100) == 7)
    #expect(PictureStyle.width(of: 0, greatest: 0) == 1)
  }

  @Test func mergesParallelLinesAndSaysSo() throws {
    var tables = MadeGraph.health
    tables["relationships"]!.append(",authority,minister,advises,voluntary,,,,,Act,verified,,")
    let settings =
      "draw: bodies\nbodies: authority or minister\nrelationships: [accountable-to, advises]"
    let apart = try diagram(settings, tables)
    let merged = try diagram(settings + "\nparallel: merged", tables)
    #expect(apart.counts.lines == 2 && merged.counts.lines == 1)
    #expect(apart.counts.relationships == merged.counts.relationships)
    #expect(try svg(merged).texts.contains("also advises"))
  }

  @Test func listsTheMembersOfEveryGroup() throws {
    let diagram = try diagram("draw: chart\ngroup: partnership")
    let texts = try svg(diagram).texts
    for text in ["North Partnership", "2 hospital trusts", "Trust 1", "Trust 2", "2 councils"] {
      #expect(texts.contains(text), "\(text)")
    }
    #expect(!texts.contains("Trust 3"))
    #expect(texts.contains { $0.contains("belong to none of these groups") })
  }

  @Test func putsFramesAroundGroupsAndMarksWhoIsInSeveral() throws {
    let diagram = try diagram(
      "draw: bodies\nbodies: trust or council\nuntied: yes\ngroup: kind")
    #expect(diagram.document.text.contains("cluster_group council"))
    var tables = MadeGraph.health
    tables["organisations"]!.append("south,South Partnership,partnership,partnership,,,verified")
    tables["relationships"]!.append(",t1,south,member-of,voluntary,,,,,Act,inferred,,")
    let shared = try self.diagram("draw: chart\ngroup: partnership", tables)
    let texts = try svg(shared).texts
    #expect(texts.count { $0 == "Trust 1 *" } == 2)
    #expect(texts.contains { $0.contains("belongs to several of these groups") })
  }

  /// In a node, in a list, and in a table of a group; the legend says what it means.
  @Test(arguments: ["bodies", "system", "chart"])
  func hatchesBodiesOfSeveralGroups(arrangement: String) throws {
    var tables = MadeGraph.health
    tables["organisations"]!.append("south,South Partnership,partnership,partnership,,,verified")
    tables["relationships"]!.append(",t1,south,member-of,voluntary,,,,,Act,inferred,,")
    let settings = "draw: \(arrangement)\nuntied: yes\nstack: never\ngroup: partnership"
    let hatched = try diagram(settings + "\noverlap: partnership", tables)
    let bodies = hatched.contents.boxes.flatMap(\.bodies)
    // A board stands where its owner does.
    #expect(Set(bodies.filter { $0.remark != nil }.map(\.id)) == ["t1", "t1.board"])
    let texts = try svg(hatched).texts
    if arrangement == "chart" {
      #expect(texts.count { $0.hasSuffix("||||") } == 4)
      #expect(texts.contains { $0.contains("it is in several") })
    } else {
      #expect(hatched.document.text.contains("FIXEDSIZE"))
      #expect(texts.contains { $0.hasPrefix("in 2 ") })
      #expect(texts.contains { $0.hasPrefix("bars: in") })
    }
    let plain = try diagram(settings, tables)
    #expect(!plain.document.text.contains("FIXEDSIZE"))
    #expect(try !svg(plain).texts.contains { $0.contains("||||") })
  }

  @Test func saysWhatTheRulesFind() throws {
    let diagram = try diagram("findings: low")
    #expect(diagram.document.text.contains("▲"))
    #expect(try !self.diagram("theme: dark").document.text.contains("▲"))
  }

  @Test func takesSfdpForWhatDotWouldTakeLongFor() throws {
    let bodies = (0..<6000).map { "b\($0),Body \($0),k" }
    let rows = (1..<6000).map { "b\($0),b\($0 / 7),accountable-to" }
    let diagram = try diagram(
      "draw: bodies",
      ["organisations": ["id,name,kind"] + bodies, "relationships": ["from,to,kind"] + rows])
    #expect(diagram.engine == .sfdp)
    #expect(diagram.size.nodes == 6000 && diagram.size.lines == 5999)
    #expect(try self.diagram("draw: bodies").engine == .dot)
    #expect(EngineChoice.seconds(.dot, nodes: 6000, lines: 5999) > 30)
    #expect(EngineChoice.seconds(.sfdp, nodes: 6000, lines: 5999) < 30)
  }

  @Test func drawsKindsAlikeInEveryPicture() throws {
    let graph = try MadeGraph.tables(MadeGraph.health)
    let body = try #require(graph.body(id: "t1"))
    func looks(_ view: DiagramView) -> [String: String] {
      let text = Diagram(view, of: graph, at: .anyTime).document.text
      var looks: [String: String] = [:]
      for match in text.matches(
        of: /"legend kind \d+" \[fillcolor="([^"]+)".*label="([^"]+)".*shape="([^"]+)"/)
      {
        looks[String(match.output.2)] = "\(match.output.1) \(match.output.3)"
      }
      return looks
    }
    let first = looks(.national)
    let second = looks(.around(body, depth: 2))
    let shared = Set(first.keys).intersection(second.keys)
    #expect(shared.count >= 3)
    for kind in shared { #expect(first[kind] == second[kind]) }
  }

  /// A change of the graph that leaves a view's content alone leaves its bytes alone.
  @Test func givesTheSameBytesForTheSameContent() throws {
    let first = try diagram("relationships: [funds]").document.text
    var tables = MadeGraph.health
    tables["relationships"]!.append(",c1,t1,advises,voluntary,,,,,Act,inferred,,")
    #expect(try diagram("relationships: [funds]", tables).document.text == first)
  }

  @Test(arguments: Hostile.texts.filter { $0.count < 200 }, ["system", "bodies", "chart"])
  func drawsHostileNamesWithEveryTheme(name: String, arrangement: String) throws {
    let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
    let graph = try MadeGraph.tables([
      "organisations": ["id,name,kind", "p,\(quoted),a", "t1,\(quoted),b", "x,X,b"],
      "relationships": ["from,to,kind", "t1,p,member-of", "t1,x,accountable-to"],
    ])
    for theme in Theme.all {
      var view = ViewDefinition("made")
      view.title = name
      view.caption = [name]
      view.arrangement = try #require(ViewDefinition.Arrangement(rawValue: arrangement))
      view.group = .memberOf(try #require(graph.bodyKinds.index(of: "a")))
      view.theme = theme
      view.engine = theme == .dark ? .neato : nil
      let contents = try svg(Diagram(view, of: graph, at: .anyTime))
      #expect(contents.elements.isDisjoint(with: ["script", "image"]))
      #expect(contents.attributes["xlink:href"] == nil)
    }
  }

  @Test func drawsNamesOfTenThousandCharacters() throws {
    let name = String(repeating: "endless ", count: 1250)
    let graph = try MadeGraph.tables([
      "organisations": ["id,name,kind", "p,\(name),a", "t1,\(name),b"],
      "relationships": ["from,to,kind", "t1,p,member-of"],
    ])
    for arrangement in ViewDefinition.Arrangement.allCases {
      var view = ViewDefinition("made")
      view.title = name
      view.arrangement = arrangement
      view.body = graph.body(id: "p")
      let drawing = try Graphviz.draw(
        Diagram(view, of: graph, at: .anyTime).document, engine: .dot, format: .svg,
        page: Page(.a4))
      #expect(SVGContents(drawing.bytes) != nil)
    }
  }
}

extension EngineName: CustomStringConvertible {
  public var description: String { rawValue }
}
