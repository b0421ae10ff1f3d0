import Foundation
import GovernanceModel
import GraphFiles
import GraphvizEngine
import Testing

@testable import Diagrams

/// Whatever strangers call bodies, kinds, sources and years: every format says it as text, and nothing
/// of it becomes markup, a script or a statement.
@Suite struct HostileFormatTests {
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  static let names =
    Hostile.texts + [
      "</script><script>alert(1)</script>", "<!--<script>", "</title><img src=x onerror=alert(1)>",
      "%%{init: {}}%%", "end", "1. one", "- a", "`x`", "'); x: {", "${x}", "|md x|", "a -> b",
      "\u{202E}gpj.exe", "__proto__", String(repeating: "x", count: 10_000),
    ]

  private func diagram(named name: String) throws -> Diagram {
    let name = Self.quoted(name)
    let graph = try MadeGraph.tables([
      "organisations": [
        "id,name,kind,code_ods,source,grade", "a,\(name),\(name),\(name),s,recalled",
        "b,\(name),plain,,s,verified", "c,C,plain,,s,verified", "d,\(name),plain,,s,",
        "e,\(name),plain,,s,",
      ],
      "relationships": [
        "from,to,kind,basis,amount,year,source,grade", "a,c,accountable-to,,,,s,inferred",
        "b,c,funds,,5,\(name),s,", "a,b,\(name),,,,s,", "d,c,accountable-to,,,,s,",
        "e,c,accountable-to,,,,s,", "b,c,accountable-to,statutory,,,s,",
      ],
      "sources": ["id,title,publisher,date,url", "s,\(name),\(name),2016,\(name)"],
    ])
    return Diagram(.national, of: graph, at: .anyTime)
  }

  private func text(_ format: any DiagramFormat, _ diagram: Diagram) throws -> String {
    String(decoding: try diagram.written(as: format), as: UTF8.self)
  }

  @Test(arguments: names)
  func staysTextInSVG(name: String) throws {
    let diagram = try diagram(named: name)
    let contents = try #require(SVGContents(try diagram.written(as: .svg)))
    #expect(
      contents.elements.isSubset(of: [
        "svg", "g", "title", "desc", "polygon", "polyline", "path", "ellipse", "text",
      ]))
    let known: Set = [
      "width", "height", "viewBox", "xmlns", "xmlns:xlink", "role", "aria-labelledby",
      "aria-describedby", "aria-hidden", "xml:lang", "lang", "id", "class", "transform", "fill",
      "stroke", "stroke-width", "stroke-dasharray", "points", "d", "cx", "cy", "rx", "ry", "x", "y",
      "text-anchor", "font-family", "font-size", "font-style", "font-weight",
    ]
    #expect(Set(contents.attributes.keys).subtracting(known) == [])
    let ids = contents.attributes["id"] ?? []
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.wholeMatch(of: /[A-Za-z0-9_.-]+/) != nil, "\(id)") }
  }

  @Test(arguments: names)
  func staysTextInPages(name: String) throws {
    let page = try text(.html, diagram(named: name))
    let lowercased = page.lowercased()
    // The script, the data, and their ends: no more.
    #expect(lowercased.components(separatedBy: "<script").count == 3)
    #expect(lowercased.components(separatedBy: "</script").count == 3)
    #expect(lowercased.components(separatedBy: "</title>").count > 1)
    for markup in ["<img", "<iframe", "onload=\"x", "<b>x", "href=\"javascript", "<!--<"] {
      #expect(!lowercased.contains(markup), "\(markup)")
    }
  }

  @Test(arguments: names)
  func comesBackFromJSON(name: String) throws {
    let diagram = try diagram(named: name)
    let layout = try #require(
      try JSONSerialization.jsonObject(with: Data(diagram.written(as: .layout))) as? [String: Any])
    let boxes = layout["boxes"] as? [[String: Any]] ?? []
    let bodies = boxes.flatMap { $0["bodies"] as? [[String: Any]] ?? [] }
    let a = try #require(bodies.first { $0["id"] as? String == "a" })
    #expect(a["name"] as? String == name)
  }

  // A statement a line, each of a form that no name can leave.
  @Test(arguments: names)
  func staysWithinItsLabelInMermaid(name: String) throws {
    let lines = try text(.mermaid, diagram(named: name)).split(separator: "\n")
    let label = #""[^"`<>{}%\\]*(?:<br\/>[^"`<>{}%\\]*)*""#
    let word = "[A-Za-z0-9_]+"
    let forms = try Regex(
      "  (?:    )?\(word)(?:\\[\(label)\\]|\\[\\[\(label)\\]\\])"
        + "|  \(word) (?:-->|==>|-\\.->)\\|\(label)\\| \(word)|  subgraph \(word)\\[\(label)\\]|  end"
    )
    for line in lines.dropFirst(6) {
      #expect(try forms.wholeMatch(in: String(line)) != nil, "\(line.prefix(200))")
    }
    let start = String(lines[3])
    #expect(["flowchart TB", "flowchart BT"].contains(start))
  }

  @Test(arguments: names)
  func staysWithinItsLabelInD2(name: String) throws {
    let lines = try text(.d2, diagram(named: name)).split(separator: "\n")
    // The names of a list stand below one another, where a backslash and `$` have a meaning.
    let label = #"(?:'(?:[^']|'')*'|"(?:[^"\\$]|\\[n"\\$])*")"#
    let word = "[A-Za-z0-9_.]+"
    let settings = "(?: \\{(?:[a-z.-]+: (?:[a-z0-9-]+|\(label))(?:; )?)+\\})?"
    let forms = try Regex("(?:\(word)|\(word) (?:->|<-) \(word)): \(label)\(settings)")
    for line in lines {
      #expect(try forms.wholeMatch(in: String(line)) != nil, "\(line.prefix(200))")
    }
  }

  @Test(arguments: names)
  func staysOnItsLineInWords(name: String) throws {
    let text = try text(.outline, diagram(named: name))
    #expect(
      !text.unicodeScalars.contains {
        $0 != "\n" && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value))
          || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
      })
    for line in text.split(separator: "\n").dropFirst(2) {
      #expect(
        line.hasPrefix("  ") || FormatTests.isHeading(line), "\(line.prefix(100))")
    }
  }

  @Test(arguments: names.filter { $0.count < 1_000 })
  func drawsPixelsAndPrint(name: String) throws {
    let diagram = try diagram(named: name)
    #expect(try diagram.written(as: .png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try diagram.written(as: .pdf).starts(with: Array("%PDF-".utf8)))
  }
}
