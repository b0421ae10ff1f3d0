import Diagrams
import Testing

/// The text of documents, byte for byte.
@Suite struct DotDocumentTests {
  @Test func writesAnEmptyDocument() {
    #expect(DotDocument().text == "digraph \"graph\" {\n}\n")
  }

  //  ┌ arm's length ─┐
  //  │     nhse      │◀── funds ── dhsc
  //  └───────────────┘
  @Test func writesStatementsInTheOrderTheyWereAdded() {
    var document = DotDocument(
      name: "health", attributes: [.rankdir(.leftToRight), .label("Health")],
      nodeDefaults: [.shape(.box)], edgeDefaults: [.arrowhead(.vee)])
    document.addNode("dhsc", [.label("Department of Health"), .penwidth(2), .width(1.5)])
    document.addCluster("arm's length", [.label("Arm's length"), .style(.filled, .rounded)]) {
      $0.addNode("nhse")
    }
    document.addEdge(from: "dhsc", to: "nhse", [.label("funds"), .constraint(false)])
    document.addRankGroup(["nhse", "dhsc"])
    #expect(
      document.text == #"""
        digraph "health" {
          graph [label="Health", rankdir="LR"];
          node [shape="box"];
          edge [arrowhead="vee"];
          "dhsc" [label="Department of Health", penwidth="2", width="1.5"];
          subgraph "cluster_arm's length" {
            graph [label="Arm's length", style="filled,rounded"];
            "nhse";
          }
          "dhsc" -> "nhse" [constraint="false", label="funds"];
          { rank="same"; "nhse"; "dhsc"; }
        }

        """#)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func mergesAttributesAsIfEachWereSet(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func some() -> DotAttributes {
      let all: [DotAttribute] = [
        .label("a"), .label("b"), .penwidth(1), .penwidth(2), .color("red"), .style(.dashed),
        .arrowsize(1), .weight(3), .minlen(2), .id("x"), .tooltip("y"),
      ]
      return DotAttributes(all.shuffled(using: &random).prefix(.random(in: 0...11, using: &random)))
    }
    let (these, others) = (some(), some())
    var expected = these
    for attribute in others { expected.set(attribute) }
    #expect(these.merging(others) == expected)
    #expect(expected.map(\.name) == Set(these.map(\.name) + others.map(\.name)).sorted())
  }

  //  ┌ outer ────────┐
  //  │ ┌───────────┐ │
  //  │ │     a     │ │   the inner cluster has no label of its own
  //  │ └───────────┘ │
  //  └───────────────┘
  @Test func keepsTheLabelOfAnOuterClusterFromTheInnerOne() {
    var document = DotDocument(attributes: [.label("All"), .fontname("Helvetica")])
    document.addCluster("outer", [.label("Outer"), .color("red")]) { outer in
      outer.addCluster("inner") { $0.addNode("a") }
    }
    #expect(
      document.text == #"""
        digraph "graph" {
          graph [fontname="Helvetica", label="All"];
          subgraph "cluster_outer" {
            graph [color="red", label="Outer"];
            subgraph "cluster_inner" {
              graph [color="", label=""];
              "a";
            }
          }
        }

        """#)
  }

  @Test func sortsAttributesByNameAndKeepsTheLastOfEach() {
    var document = DotDocument()
    document.addNode("a", [.width(1), .color("red"), .label("x"), .color("blue")])
    #expect(document.text.contains(#"  "a" [color="blue", label="x", width="1"];"#))
  }

  @Test func isEqualWhateverTheOrderOfItsAttributes() {
    let one = DotDocument(attributes: [.nodesep(0.5), .dpi(150)])
    let other = DotDocument(attributes: [.dpi(150), .nodesep(0.5)])
    #expect(one == other)
    #expect(one.text == other.text)
  }

  @Test func doublesBackslashesAndTurnsLineBreaksIntoEscapesInLabels() {
    var document = DotDocument()
    document.addNode("a", [.label("C:\\N \"x\"\r\ny\u{0}\u{7}\tz & &lt;")])
    #expect(document.text.contains(#"[label="C:\\N \"x\"\ny z &amp; &amp;lt;"];"#))
  }

  @Test(arguments: [
    ("graph", #""graph""#), ("", #""""#), ("a->b", #""a->b""#), ("a\"b", #""a\"b""#),
    ("a\\", #""a&#92;""#), ("a\nb", #""a&#10;b""#), ("&lt;", #""&amp;lt;""#),
    ("a\u{0}", "\"a\u{FFFD}0000\""), ("\u{FFFD}0000", "\"&#65533;0000\""), ("é👩‍👧", "\"é👩‍👧\""),
  ])
  func quotesEveryId(id: String, quoted: String) {
    var document = DotDocument()
    document.addEdge(from: id, to: "z")
    #expect(document.text == "digraph \"graph\" {\n  \(quoted) -> \"z\";\n}\n")
  }

  @Test func writesOneStatementALineWhateverTheText() {
    var document = DotDocument(name: "a\nb")
    for text in Hostile.texts {
      document.addNode(text, [.tooltip(text), .label(HTMLLabel(text)), .id(text), .group(text)])
    }
    #expect(document.text.split(whereSeparator: \.isNewline).count == Hostile.texts.count + 2)
  }

  @Test func leavesOutWhatCannotBeInAFontOrClass() {
    var document = DotDocument()
    document.addNode(
      "a", [.fontname("Noto Sans\" x='<"), .class("body<>-x \"y")])
    #expect(
      document.text.contains(##"[class="body-x y", fontname="Noto Sans x"];"##))
  }

  @Test(arguments: ["red", "gray80", "#ddeeff", "#DDEEFF80"])
  func takesColours(text: String) {
    #expect(DotColor(text) != nil)
  }

  @Test(arguments: ["", "#", "#fff", "#ddeefg", "red:blue", "red;0.5", "0.1 0.2 0.3", "/x/1", "é"])
  func refusesWhatIsNotOneColour(text: String) {
    #expect(DotColor(text) == nil)
  }

  @Test func writesTablesAndStyledText() {
    let table = HTMLTable(
      [
        HTMLRow([
          HTMLCell(HTMLLabel([.bold([.text("<A>")])]), alignment: .left, columnSpan: 2, port: "p")
        ]),
        HTMLRow([
          HTMLCell("x\ny"),
          HTMLCell(HTMLLabel([.font(HTMLFont(size: 9, color: "gray"), [.italic([.text("i")])])])),
        ]),
      ], border: 0, bgcolor: "white", isRounded: true)
    var document = DotDocument()
    document.addNode("a", [.label(table)])
    #expect(
      document.text.contains(
        #"<TABLE BGCOLOR="white" BORDER="0" CELLBORDER="1" CELLPADDING="4" CELLSPACING="0""#
          + #" STYLE="ROUNDED"><TR><TD ALIGN="LEFT" COLSPAN="2" PORT="p"><B>&lt;A&gt;</B></TD></TR>"#
          + #"<TR><TD>x<BR/>y</TD><TD><FONT COLOR="gray" POINT-SIZE="9"><I>i</I></FONT></TD></TR>"#
          + "</TABLE>"))
  }

  @Test func writesNothingForAnEmptyHTMLLabel() {
    var document = DotDocument()
    document.addNode("a", [.label(HTMLLabel([.bold([.text("")])]))])
    #expect(document.text.contains(#""a" [label=""];"#))
  }
}

extension DotAttribute {
  fileprivate static func label(_ table: HTMLTable) -> Self { .label(HTMLLabel(table)) }
}
