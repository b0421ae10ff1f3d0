import Diagrams
import GraphvizEngine
import Testing

/// What Graphviz says reaches the caller, and only for the graph it is about.
@Suite struct GraphvizErrorTests {
  @Test func givesGraphvizsWordsForASyntaxError() {
    let error = #expect(throws: GraphvizError.self) {
      try Graphviz.draw(dot: "digraph {\n  a -> ;\n}", layout: "dot", format: "svg")
    }
    #expect(error?.attempted == "drawing a graph as svg with the 'dot' layout")
    #expect(error?.words == "Error: syntax error in line 2 near ';'")
    #expect(error?.cure == "mend the DOT text at the line named")
  }

  @Test func namesALayoutThatIsMissing() {
    let error = #expect(throws: GraphvizError.self) {
      try Graphviz.draw(dot: "digraph { a }", layout: "spiral", format: "svg")
    }
    #expect(error?.words.contains("Layout type: \"spiral\" not recognized") == true)
    #expect(error?.cure.contains("'spiral'") == true)
  }

  @Test func namesAFormatThatIsMissing() {
    let error = #expect(throws: GraphvizError.self) {
      try Graphviz.draw(dot: "digraph { a }", layout: "dot", format: "wax")
    }
    #expect(error?.words == "Error: renderer for wax is unavailable")
    #expect(error?.cure.contains("'wax'") == true)
  }

  //  0   1   2   …   799   on one rank
  @Test func refusesAPictureTooLargeToRead() throws {
    var document = DotDocument()
    for number in 0..<800 { document.addNode("\(number)") }
    let error = #expect(throws: GraphvizError.self) {
      try Graphviz.render(document, format: .png)
    }
    #expect(error?.words.contains("pixels") == true)
    #expect(error?.cure.contains("svg") == true)
    document.attributes.set(.size(width: 10, height: 10))
    #expect(try Graphviz.draw(document, format: .png).remarks == [])
  }

  // Scaled to ten inches, a label of 40 metres is less than a pixel high.
  @Test func refusesAnEmptyPicture() throws {
    var document = DotDocument(attributes: [.size(width: 10, height: 10)])
    document.addNode("a", [.label(String(repeating: "long ", count: 4_000))])
    let error = #expect(throws: GraphvizError.self) {
      try Graphviz.render(document, format: .png)
    }
    #expect(error?.cure == "draw it as svg, or shorten the longest label")
  }

  @Test(arguments: ["", "digraph {", "digraph { \"a", "digraph { a [label=<", "digraph { /* a"])
  func forgetsAnEarlierError(dot: String) throws {
    #expect(throws: GraphvizError.self) {
      try Graphviz.draw(dot: dot, layout: "dot", format: "svg")
    }
    var document = DotDocument()
    document.addNode("a")
    #expect(try Graphviz.draw(document, format: .svg).remarks == [])
  }

  @Test func passesOnWhatGraphvizRemarks() throws {
    var document = DotDocument()
    document.addNode("a", [.color("nocolour")])
    let remarks = try Graphviz.draw(document, format: .svg).remarks
    #expect(remarks == ["Warning: nocolour is not a known color."])
  }

  @Test func describesItselfInOneSentence() {
    let error = #expect(throws: GraphvizError.self) {
      try Graphviz.draw(dot: "digraph {", layout: "dot", format: "svg")
    }
    #expect(
      error?.description == """
        drawing a graph as svg with the 'dot' layout failed: Error: syntax error in line 1; \
        mend the DOT text at the line named
        """)
  }

  @Test func saysWhatToInstallWhereGraphvizIsMissing() {
    let error = #expect(throws: GraphvizError.self) {
      try GraphvizLibrary.load(from: ["libgvc-of-nowhere.so", "libgvc-of-elsewhere.so"])
    }
    #expect(error?.words.contains("libgvc-of-nowhere.so") == true)
    #expect(error?.cure.contains("libgraphviz-dev") == true)
  }

  // The system's library of mathematics is one everywhere, with none of Graphviz's functions.
  @Test func refusesALibraryWithoutGraphvizsFunctions() throws {
    let error = #expect(throws: GraphvizError.self) {
      try GraphvizLibrary.load(from: ["libm.so.6"])
    }
    #expect(error?.words.contains("AgDefaultDisc") == true)
    #expect(try Graphviz.version != "")
  }

  @Test func takesOnlyTheVersionItWasBuiltFor() throws {
    try GraphvizLibrary.check(version: "2.43.0", builtFor: "2.43.0")
    try GraphvizLibrary.check(version: "12.1.2", builtFor: "12.1.0")
    for (installed, builtFor) in [("2.42.4", "2.43.0"), ("12.1.2", "12.2.1"), ("12.1.0", "2.43.0")]
    {
      let error = #expect(throws: GraphvizError.self) {
        try GraphvizLibrary.check(version: installed, builtFor: builtFor)
      }
      #expect(error?.words.contains(installed) == true)
      #expect(error?.cure.contains("make build") == true)
    }
  }
}
