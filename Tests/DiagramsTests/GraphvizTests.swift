import Diagrams
import GraphvizEngine
import Testing

/// Pictures made from documents: their kind and structure, never their measurements.
@Suite struct GraphvizTests {
  //            ┌ cluster ──────────────┐
  //  root ──▶  │ 0 ──▶ 1 ──▶ 2 ──▶ 3   │
  //            └───────────────────────┘
  static let document: DotDocument = {
    var document = DotDocument(name: "chain", attributes: [.compound(true), .label("Chain")])
    document.addNode("root", [.shape(.box), .style(.filled), .fillcolor("#ddeeff"), .area(2)])
    document.addCluster("c", [.label("Cluster")]) { cluster in
      for number in 0..<4 { cluster.addNode("\(number)", [.label("Node \(number)")]) }
      for number in 0..<3 { cluster.addEdge(from: "\(number)", to: "\(number + 1)") }
    }
    document.addEdge(from: "root", to: "0", [.lhead(cluster: "c"), .label("leads")])
    return document
  }()

  @Test func startsEachFormatWithItsOwnBytes() throws {
    let png = try Graphviz.render(Self.document, format: .png)
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(try Graphviz.render(Self.document, format: .pdf).starts(with: Array("%PDF-".utf8)))
    #expect(try Graphviz.render(Self.document, format: .svg).starts(with: Array("<?xml".utf8)))
  }

  @Test func writesNoTimeOfDayIntoPDF() throws {
    let pdf = try Graphviz.render(Self.document, format: .pdf)
    let key = try #require(pdf.firstRange(of: Array("/CreationDate (D:".utf8)))
    #expect(pdf[key.upperBound...].starts(with: Array("19700101000000".utf8)))
  }

  @Test func givesTheDocumentItselfAsDot() throws {
    let dot = try Graphviz.render(Self.document, engine: .circo, format: .dot)
    #expect(String(decoding: dot, as: UTF8.self) == Self.document.text)
  }

  @Test(arguments: LayoutEngine.allCases)
  func drawsEveryNodeAndEdgeWithEveryLayout(engine: LayoutEngine) throws {
    let svg = try Graphviz.render(Self.document, engine: engine, format: .svg)
    let contents = try #require(SVGContents(svg))
    let nodes = ["root", "0", "1", "2", "3"]
    #expect(Set(contents.titles).isSuperset(of: nodes))
    if engine != .patchwork {
      #expect(Set(contents.titles).isSuperset(of: ["root->0", "0->1", "1->2", "2->3"]))
    }
  }

  @Test(arguments: LayoutEngine.allCases)
  func drawsTheSameDocumentWithTheSameBytes(engine: LayoutEngine) throws {
    let first = try Graphviz.render(Self.document, engine: engine, format: .svg)
    for other in LayoutEngine.allCases {
      _ = try Graphviz.render(Self.document, engine: other, format: .svg)
    }
    #expect(try Graphviz.render(Self.document, engine: engine, format: .svg) == first)
  }

  @Test func drawsTheSamePNGWithTheSameBytes() throws {
    let first = try Graphviz.render(Self.document, format: .png)
    #expect(try Graphviz.render(Self.document, format: .png) == first)
  }

  @Test func drawsTheSameBytesFromSeveralTasks() async throws {
    let expected = try Graphviz.render(Self.document, format: .svg)
    let drawn = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for number in 0..<40 {
        group.addTask {
          if number.isMultiple(of: 5) {
            _ = try? Graphviz.draw(dot: "{", layout: "dot", format: "svg")
          }
          return try Graphviz.render(Self.document, format: .svg)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(drawn == Array(repeating: expected, count: 40))
  }

  @Test func drawsAnEmptyDocument() throws {
    let contents = try #require(SVGContents(try Graphviz.render(DotDocument(), format: .svg)))
    #expect(contents.titles == ["graph"])
  }

  @Test func showsTheLabelOfTheGraphOnceOnly() throws {
    let svg = try Graphviz.render(Self.document, format: .svg)
    let contents = try #require(SVGContents(svg))
    #expect(contents.texts.filter { $0 == "Chain" }.count == 1)
    #expect(contents.texts.filter { $0 == "Cluster" }.count == 1)
  }

  @Test func namesTheVersionOfGraphviz() throws {
    #expect(try Graphviz.version.wholeMatch(of: /\d+\.\d+\.\d+.*/) != nil)
  }

  @Test(arguments: LayoutEngine.allCases)
  func drawsEveryKindOfEdgeWithEveryLayout(engine: LayoutEngine) throws {
    for splines in DotSplines.allCases {
      for overlap in DotOverlap.allCases {
        var document = Self.document
        document.attributes.set(.splines(splines))
        document.attributes.set(.overlap(overlap))
        #expect(SVGContents(try Graphviz.render(document, engine: engine, format: .svg)) != nil)
      }
    }
  }

  // Every word of the vocabulary is one Graphviz knows: it remarks on none.
  @Test func offersOnlyWordsGraphvizKnows() throws {
    var document = DotDocument()
    for shape in DotShape.allCases { document.addNode(shape.rawValue, [.shape(shape)]) }
    for arrow in DotArrow.allCases {
      for end in DotEdgeEnds.allCases {
        document.addEdge(
          from: "box", to: "oval", [.arrowhead(arrow), .arrowtail(arrow), .dir(end)])
      }
    }
    for style in [
      DotStyle.solid, .dashed, .dotted, .bold, .invisible, .filled, .rounded, .diagonals,
    ] {
      document.addNode("style \(style)", [.shape(.box), .style(style)])
    }
    for rank in DotRank.allCases { document.addRankGroup(["rank \(rank)"], rank: rank) }
    let remarks = try Graphviz.draw(document, format: .svg).remarks
    #expect(remarks == [])
  }
}
