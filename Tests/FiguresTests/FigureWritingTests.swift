import Foundation
import GovernanceAnalysis
import Testing

@testable import Figures

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FigureWritingTests {
  private static let hostile = [
    "<script>alert(1)</script>", "\" onload=\"x", "a & b &amp; c", "\\", "\\\"", "]]>",
    "\u{202E}abc",
    "\u{0}\u{1B}[31m", "line\nbreak", "-5 -x", "\u{1F600} é ñ", "]; b [pos=\"9,9\"", "",
  ]

  private func figure(named name: String) -> Figure {
    MatrixFigure.figure(
      of: MadeOverlaps.table([[1, 2], [3, 0]], names: (from: [name, "x"], to: [name, "y"])),
      MadeOverlaps.words, sliver: .none)
  }

  @Test(arguments: hostile) func `writes XML whatever the names`(name: String) throws {
    let document = Elements()
    let parser = XMLParser(data: Data(figure(named: name).svg.utf8))
    parser.delegate = document
    #expect(parser.parse())
    #expect(
      document.names.isSubset(of: ["svg", "title", "desc", "rect", "path", "polyline", "text"]))
    #expect(document.root["role"] == "img")
    #expect(document.root["aria-labelledby"] == "title description")
  }

  /// Each text of the drawing stands after the number of its bytes; read by those numbers, the
  /// operations come out even.
  @Test(arguments: hostile) func `counts the bytes of every text`(name: String) throws {
    let dot = figure(named: name).dot
    let start = try #require(dot.range(of: "_background=\"")).upperBound
    let end = try #require(dot.range(of: "\"];\n  node")).lowerBound
    var bytes = Array(dot[start..<end].replacing("\\\"", with: "\"").utf8)[...]
    func word() -> String {
      let word = bytes.prefix { $0 != 0x20 }
      bytes = bytes.dropFirst(word.count + 1)
      return String(decoding: word, as: UTF8.self)
    }
    func text() -> String? {
      guard let count = Int(word()), bytes.first == UInt8(ascii: "-") else { return nil }
      let text = bytes.dropFirst().prefix(count)
      bytes = bytes.dropFirst(1 + count + 1)
      return String(decoding: text, as: UTF8.self)
    }
    while !bytes.isEmpty {
      switch word() {
      case "c", "C": #expect(try #require(text()).hasPrefix("#"))
      case "S": _ = try #require(text())
      case "F":
        _ = word()
        #expect(try #require(text()).hasPrefix("Arial"))
      case "T":
        for _ in 0..<4 { #expect(Double(word()) != nil) }
        _ = try #require(text())
      case "P", "L":
        let count = try #require(Int(word()))
        for _ in 0..<2 * count { #expect(Double(word()) != nil) }
      case let other:
        Issue.record("the operation \(other)")
        return
      }
    }
  }

  @Test func `gives the same bytes for the same figure`() {
    #expect(figure(named: "a").svg == figure(named: "a").svg)
    #expect(figure(named: "a").dot == figure(named: "a").dot)
  }

  @Test(arguments: [
    (0, "0"), (1, "1"), (-0.001, "0"), (1.005, "1"), (1.5, "1.5"), (-2.25, "-2.25"), (0.07, "0.07"),
    (1e12, "1000000000"),
  ])
  func `writes numbers with two decimals`(number: Double, text: String) {
    #expect(decimal(number) == text)
  }

  /// Areas by stretches are those by the shoelace formula, holes cut out.
  @Test func `finds where lines run inside`() {
    func ring(_ x: Double, _ y: Double, _ size: Double) -> [Point] {
      [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { Point(x: x + $0.0 * size, y: y + $0.1 * size) }
    }
    let (a, b) = ([ring(0, 0, 100), ring(30, 30, 20)], [ring(40, 40, 100)])
    for isSlanted in [false, true] {
      let lines = Scanlines(spacing: 0.1, isSlanted: isSlanted)
      let alone = lines.stretches(in: [a]).reduce(0) { $0 + $1.length } * 0.1
      #expect(abs(alone - 9600) < 20)
      let both = lines.stretches(in: [a, b]).reduce(0) { $0 + $1.length } * 0.1
      #expect(abs(both - 3500) < 20)
    }
    #expect(Keyholes.joined([ring(0, 0, 9), ring(1, 1, 2).reversed()]).map(\.count) == [11])
  }
}

/// The elements of a document, and the attributes of its root.
private final class Elements: NSObject, XMLParserDelegate {
  private(set) var names: Set<String> = []
  private(set) var root: [String: String] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if names.isEmpty { root = attributes }
    names.insert(name)
  }
}
