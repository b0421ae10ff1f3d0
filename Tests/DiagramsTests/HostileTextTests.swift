import Diagrams
import GraphvizEngine
import Testing

/// What strangers write reaches the picture as text and as nothing else.
@Suite struct HostileTextTests {
  @Test(arguments: Hostile.texts)
  func showsLabelsAsTheyAre(text: String) throws {
    let plain = try draw { $0.addNode("a", [.label(text)]) }
    #expect(plain.texts == [shown(text)])
    #expect(plain.titles == ["graph", "a"])
    let html = try draw { $0.addNode("a", [.label(HTMLLabel(text))]) }
    #expect(html.texts == [shown(text)])
    let cell = HTMLTable([HTMLRow([HTMLCell(HTMLLabel([.bold([.text(text)])]))])])
    let table = try draw { $0.addNode("a", [.label(HTMLLabel(cell))]) }
    #expect(table.texts == [shown(text)])
  }

  @Test(arguments: Hostile.texts)
  func showsIdsOfNodesAsTheyAre(id: String) throws {
    let contents = try draw { $0.addNode(id) }
    #expect(contents.titles == ["graph", id])
    #expect(contents.texts == [shown(id)])
  }

  //  id ── id ──▶ z      in a cluster of that id
  @Test(arguments: Hostile.texts)
  func showsEdgesAndClustersAsTheyAre(text: String) throws {
    let contents = try draw { document in
      document.addCluster(text, [.label(text)]) { $0.addNode(text, [.label("n")]) }
      document.addEdge(from: text, to: "z", [.label(text), .lhead(cluster: text)])
    }
    #expect(contents.titles == ["graph", "cluster_\(text)", text, "z", "\(text)->z"])
    #expect(contents.texts.sorted() == ["n", shown(text), shown(text), "z"].sorted())
  }

  @Test(arguments: Hostile.texts)
  func keepsTooltipsAndElementIdsAsTheyAre(text: String) throws {
    let contents = try draw { document in
      document.addNode("a", [.tooltip(text), .id("x\(text)")])
      document.addCluster("c", [.tooltip(text)]) { $0.addNode("b", [.tooltip(text)]) }
      document.addEdge(from: "a", to: "b", [.tooltip(text)])
    }
    #expect(contents.attributes["xlink:title"] == Array(repeating: text, count: 4))
    #expect(contents.attributes["id"]?.contains("x\(text)") == true)
  }

  @Test(arguments: Hostile.texts)
  func showsTheNameOfTheDocumentAsItIs(name: String) throws {
    let svg = try Graphviz.render(DotDocument(name: name), format: .svg)
    #expect(try #require(SVGContents(svg)).titles == [name])
  }

  @Test func writesNoScriptsLinksOrPictures() throws {
    let contents = try draw(Self.addHostileTexts)
    let expected: Set = [
      "svg", "g", "title", "a", "ellipse", "polygon", "path", "text", "polyline",
    ]
    #expect(contents.elements.subtracting(expected) == [])
    #expect(contents.attributes["xlink:href"] == nil)
    #expect(contents.attributes["onload"] == nil)
  }

  @Test func drawsHostileTextInEveryFormat() throws {
    var document = DotDocument(attributes: [.size(width: 8, height: 8)])
    Self.addHostileTexts(to: &document)
    for format in ImageFormat.allCases {
      #expect(try !Graphviz.render(document, format: format).isEmpty)
    }
  }

  /// Hostile text wherever text can go, short enough to fit a picture.
  private static func addHostileTexts(to document: inout DotDocument) {
    for text in Hostile.texts where text.count < 100 {
      let color = DotColor(text) ?? "navy"
      document.addNode(
        text,
        [
          .tooltip(text), .xlabel(text), .fontname(text), .color(color), .fillcolor(color),
          .style(.filled),
          .class(text), .id(text), .group(text),
        ])
      let font = HTMLFont(name: text, size: 9, color: color)
      let cell = HTMLCell(HTMLLabel([.font(font, [.text(text)])]), bgcolor: color, port: text)
      let table = HTMLTable([HTMLRow([cell])], color: color, bgcolor: color)
      document.addNode("t\(text)", [.label(HTMLLabel(table))])
      document.addEdge(
        from: "t\(text)", to: "z",
        [.tailport(text), .label(text), .headlabel(text), .taillabel(text), .fontcolor(color)])
    }
  }

  // Ids and labels of twelve nodes, made of the characters that mean something to someone.
  @Test(arguments: 0..<25)
  func showsRandomTextAsItIs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func text() -> String {
      let length = Int.random(in: 1...12, using: &random)
      return String(
        (0..<length).map { _ in #"\"'&#;x1<>/%NGElnrt{|}[]-!éש👩"#.randomElement(using: &random)! })
    }
    let ids = (0..<12).map { "\($0)" + text() + "\n" + text() }
    let labels = (0..<12).map { _ in text() }
    let contents = try draw { document in
      for (id, label) in zip(ids, labels) { document.addNode(id, [.label(label), .tooltip(id)]) }
    }
    #expect(Set(contents.titles) == Set(ids + ["graph"]))
    #expect(contents.texts.sorted() == labels.sorted())
    #expect(contents.attributes["xlink:title"]?.sorted() == ids.sorted())
  }

  @Test func breaksLinesAndLeavesOutControlCharacters() throws {
    let contents = try draw {
      $0.addNode("a", [.label("one\u{0}\u{1B}[31m\r\ntwo\u{FFFE}\nthree")])
    }
    #expect(contents.texts == ["one[31m", "two", "three"])
  }

  @Test func keepsNodesApartWhoseIdsDifferInControlCharacters() throws {
    let ids = [
      "a", "a\u{0}", "a\u{1}", "a\u{FFFD}", "a\u{FFFD}0000", "a\n", "a\r", "a\\n", "a&#10;",
    ]
    let contents = try draw { document in
      for id in ids { document.addNode(id) }
    }
    #expect(contents.titles.count == ids.count + 1)
    #expect(contents.titles.contains("a\n"))
    #expect(contents.titles.contains("a&#10;"))
  }

  private func draw(_ build: (inout DotDocument) -> Void) throws -> SVGContents {
    var document = DotDocument()
    build(&document)
    let drawing = try Graphviz.draw(document, format: .svg)
    return try #require(
      SVGContents(drawing.bytes), "\(String(decoding: drawing.bytes, as: UTF8.self))")
  }

  private func shown(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ")
  }
}
