import Foundation
import GraphvizEngine
import Testing

@testable import Diagrams

/// Reading and rewriting markup that another program wrote.
@Suite struct MarkupTests {
  @Test func findsTagsTextsAndComments() {
    let bytes = Array("<?x?><a b=\"1>2\" c='d'><!-- <e> --><f/>g&lt;</a >".utf8)
    var scanner = MarkupScanner(bytes)
    var pieces: [String] = []
    while let piece = scanner.next() {
      switch piece {
      case .text(let range): pieces.append("text " + scanner.text(range))
      case .other(let range): pieces.append("other " + scanner.text(range))
      case .closing(_, let name): pieces.append("closing " + scanner.text(name))
      case .opening(let tag):
        let values = scanner.attributes(of: tag).map {
          scanner.text($0.name) + "=" + scanner.text($0.value)
        }
        pieces.append(
          "opening \(scanner.text(tag.name)) \(values)" + (tag.isEmpty ? " empty" : ""))
      }
    }
    #expect(
      pieces == [
        "other <?x?>", "opening a [\"b=1>2\"]", "other <!-- <e> -->", "opening f [] empty",
        "text g&lt;", "closing a",
      ])
  }

  /// A picture cut short or changed anywhere, as no program should write it.
  @Test(arguments: 0..<40)
  func survivesWhatIsNoMarkup(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let diagram = try DiagramTests.diagram("around", of: MadeGraph.tables(MadeGraph.health))
    var svg = try Graphviz.render(diagram.document, format: .svg)
    svg.removeLast(Int.random(in: 0..<svg.count, using: &random))
    for _ in 0..<Int.random(in: 0..<50, using: &random) where !svg.isEmpty {
      svg[Int.random(in: 0..<svg.count, using: &random)] =
        Array("<>\"/&a -!=\u{0}".utf8).randomElement(using: &random)!
    }
    let annotated = SVGAnnotation(diagram.contents) { _ in nil }.annotated(svg)
    #expect(annotated.count < 3 * svg.count + 10_000)
    _ = PictureGeometry(svg)
  }

  @Test func keepsWhatIsDrawn() throws {
    let diagram = try DiagramTests.diagram("footprint", of: MadeGraph.tables(MadeGraph.health))
    let plain = try #require(SVGContents(try Graphviz.render(diagram.document, format: .svg)))
    let annotated = try #require(SVGContents(try diagram.written(as: .svg)))
    #expect(annotated.texts == plain.texts)
    for attribute in ["points", "d", "x", "y", "cx", "cy", "fill", "stroke", "font-size"] {
      #expect(annotated.attributes[attribute] == plain.attributes[attribute], "\(attribute)")
    }
  }

  @Test(
    arguments: [
      (0, "0"), (1, "1"), (-0.5, "-0.5"), (3.256, "3.26"), (2.05, "2.05"), (1e9, "1000000000"),
      (-0.001, "0"), (.nan, "0"), (.infinity, "0"), (12.999, "13"),
    ] as [(Double, String)])
  func writesNumbersWithTwoDecimalsAtMost(number: Double, text: String) {
    #expect(JSONText.decimal(number) == text)
  }
}
