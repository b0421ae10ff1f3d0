import Foundation
import GovernanceModel
import GraphFiles
import GraphvizEngine
import Testing

@testable import Diagrams

/// What every format promises of every diagram.
@Suite struct FormatTests {
  static let formats: [(name: String, format: any DiagramFormat)] = [
    ("svg", .svg), ("png", .png), ("pdf", .pdf), ("dot", .dot), ("html", .html), ("json", .layout),
    ("txt", .outline), ("mmd", .mermaid), ("d2", .d2),
  ]

  static let headings = [
    "What it shows", "Bodies, from the top of the picture down", "Frames",
    "How to read the picture", "The bodies that groups stand for",
    "What is recorded of each body", "What each line rests on", "What says who is in a table",
    "Sources",
  ]

  /// Whether a line is a heading, with how many statements stand below it.
  static func isHeading(_ line: some StringProtocol) -> Bool {
    headings.contains(String(line).replacing(#/ \([0-9,]+\)$/#, with: ""))
  }

  private func written(_ format: any DiagramFormat, _ diagram: Diagram) throws -> String {
    String(decoding: try diagram.written(as: format), as: UTF8.self)
  }

  @Test(arguments: formats.map(\.name), DiagramTests.views)
  func writesTheSameBytesAgain(name: String, view: String) throws {
    let format = try #require(Self.formats.first { $0.name == name }).format
    let graph = try MadeGraph.tables(MadeGraph.health)
    let first = try DiagramTests.diagram(view, of: graph).written(as: format)
    #expect(try DiagramTests.diagram(view, of: graph).written(as: format) == first)
    #expect(!first.isEmpty)
  }

  // MARK: SVG

  @Test(arguments: DiagramTests.views)
  func namesEveryBoxLineAndFrameInSVG(view: String) throws {
    let diagram = try DiagramTests.diagram(view, of: MadeGraph.tables(MadeGraph.health))
    let contents = try #require(SVGContents(try diagram.written(as: .svg)))
    let ids = contents.attributes["id"] ?? []
    #expect(Set(ids).count == ids.count, "an id stands twice")
    let told = diagram.contents
    for element in told.boxes.map(\.element) + told.lines.map(\.element)
      + told.frames.map(\.element) + told.boxes.flatMap(\.bodies).map(\.element)
    {
      #expect(ids.contains(element), "\(element)")
    }
    #expect(contents.titles.first == "\(diagram.title). \(diagram.asOf)")
    #expect(!contents.titles.contains { $0.hasPrefix("legend") || $0.hasPrefix("cluster_") })
    #expect(contents.attributes["xlink:href"] == nil)
    #expect(contents.attributes["role"]?.contains("graphics-document document") == true)
  }

  @Test func keepsTheElementsOfABodyFromViewToView() throws {
    let graph = try MadeGraph.tables(MadeGraph.health)
    for view in ["footprint", "around", "around-2"] {
      let boxes = try DiagramTests.diagram(view, of: graph).contents.boxes
      #expect(boxes.flatMap(\.bodies).contains { $0.element == "body-t1" }, "\(view)")
    }
  }

  @Test func leadsFromEachBodyToItsAddress() throws {
    let pattern = try #require(LinkPattern("https://example.org/b/{id}?x=1&y={id}"))
    let diagram = try DiagramTests.diagram("around", of: MadeGraph.tables(MadeGraph.health))
    let contents = try #require(SVGContents(try diagram.written(as: .svg(links: pattern))))
    #expect(
      contents.attributes["xlink:href"]?.contains("https://example.org/b/t1?x=1&y=t1") == true)
    #expect(
      contents.attributes["xlink:href"]?.count == diagram.contents.boxes.flatMap(\.bodies).count)
  }

  @Test(arguments: [
    "javascript:alert({id})", "JavaScript:{id}", "data:text/html,{id}", "https://x.org/", "",
    "vbscript:{id}", "https://x.org/{id} y", "ftp://x/{id}", " https://x/{id}", "java\nscript:{id}",
  ])
  func refusesAddressesThatAreNoneOfTheWeb(text: String) {
    #expect(LinkPattern(text) == nil)
  }

  @Test(arguments: ["https://x.org/{id}", "bodies/{id}.html", "#{id}", "/b?id={id}"])
  func takesAddressesOfTheWebAndRelativeOnes(text: String) throws {
    let pattern = try #require(LinkPattern(text))
    #expect(pattern.address(of: "a\"<é/").contains("a%22%3C%C3%A9%2F"))
  }

  // MARK: JSON

  @Test(arguments: DiagramTests.views)
  func placesEveryBoxAndLineWithinThePicture(view: String) throws {
    let diagram = try DiagramTests.diagram(view, of: MadeGraph.tables(MadeGraph.health))
    let layout = try #require(
      try JSONSerialization.jsonObject(with: Data(diagram.written(as: .layout))) as? [String: Any])
    let size = (x: try #require(layout["width"] as? Double), y: layout["height"] as? Double ?? 0)
    #expect(size.x > 0 && size.y > 0)
    let boxes = try #require(layout["boxes"] as? [[String: Any]])
    #expect(boxes.count == diagram.contents.boxes.count)
    var places: [String: CGRect] = [:]
    for box in boxes {
      let values = ["x", "y", "width", "height"].map { box[$0] as? Double ?? -1 }
      let place = CGRect(x: values[0], y: values[1], width: values[2], height: values[3])
      #expect(place.minX >= 0 && place.minY >= 0 && place.width > 5 && place.height > 5)
      #expect(place.maxX <= size.x && place.maxY <= size.y)
      places[box["element"] as? String ?? ""] = place
    }
    // No two boxes overlap, since the layout keeps them apart.
    for (left, place) in places {
      for (right, other) in places where left < right {
        #expect(!place.insetBy(dx: 1, dy: 1).intersects(other), "\(left), \(right)")
      }
    }
    let lines = try #require(layout["lines"] as? [[String: Any]])
    #expect(lines.count == diagram.contents.lines.count)
    #expect(lines.count { $0["holds"] as? Bool == true } == diagram.counts.lines)
    for line in lines {
      let path = try #require(line["path"] as? String)
      #expect(path.wholeMatch(of: /M[0-9.]+,[0-9.]+C[0-9., ]+/) != nil, "\(path)")
      // A path starts at the edge of one of its ends, or at the frame around it.
      let ends = ["from", "to"].compactMap { places[line[$0] as? String ?? ""] }
      let start = path.dropFirst().split(separator: "C")[0].split(separator: ",")
        .compactMap { Double($0) }
      if ends.count == 2 {
        #expect(
          ends.contains {
            $0.insetBy(dx: -14, dy: -14).contains(CGPoint(x: start[0], y: start[1]))
          },
          "\(line["element"] ?? "")")
      }
    }
  }

  // MARK: Pixels

  @Test(arguments: [200, 1_000, 3_333])
  func drawsAPictureOfTheWidthThatIsAskedFor(width: Int) throws {
    let diagram = try DiagramTests.diagram("around", of: MadeGraph.tables(MadeGraph.health))
    #expect(Self.width(try diagram.written(as: .png(.across(width)))) == width)
  }

  @Test func drawsTwiceThePixelsAtTwiceTheResolution() throws {
    let diagram = try DiagramTests.diagram("around", of: MadeGraph.tables(MadeGraph.health))
    let plain = Self.width(try diagram.written(as: .png(.perInch(72))))
    let fine = Self.width(try diagram.written(as: .png(.perInch(144))))
    #expect(abs(fine - 2 * plain) <= 2)
  }

  @Test func refusesMorePixelsThanThereCanBe() throws {
    let diagram = try DiagramTests.diagram("around", of: MadeGraph.tables(MadeGraph.health))
    #expect(throws: GraphvizError.self) { try diagram.written(as: .png(.perInch(100_000))) }
    #expect(throws: GraphvizError.self) { try diagram.written(as: .png(.across(60_000))) }
  }

  private static func width(_ png: [UInt8]) -> Int {
    png[16..<20].reduce(0) { $0 << 8 | Int($1) }
  }

  // MARK: Words

  // Whoever reads the words learns of every body, line, amount, frame and look that the picture shows.
  @Test(arguments: DiagramTests.views)
  func tellsEverythingThatThePictureShows(view: String) throws {
    let diagram = try DiagramTests.diagram(view, of: MadeGraph.tables(MadeGraph.health))
    let text = try written(.outline, diagram)
    let picture = try #require(SVGContents(try diagram.written(as: .svg)))
    // Every word of the picture, but the letters at the ends of the legend's lines.
    let told = Set(text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() })
    for line in picture.texts where line != "A" && line != "B" {
      for word in line.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        #expect(told.contains(word.lowercased()), "\(word) of “\(line)”")
      }
    }
    let phrases = DiagramPhrases(diagram.contents)
    for line in diagram.contents.lines {
      // Several are, one is.
      let isOne = diagram.contents.boxes.contains { $0.element == line.from && $0.form == .body }
      #expect(!isOne || phrases.verb(line) == line.words)
      let told = "\(phrases.verb(line)) \(phrases.name(line.to))\(phrases.particulars(line))"
      #expect(text.contains(told), "\(told)")
    }
  }

  // Each row that a line stands for is told: its dates, grade and sources, and how many it is.
  @Test(arguments: DiagramTests.views)
  func tellsWhatEachLineRestsOn(view: String) throws {
    let diagram = try DiagramTests.diagram(view, of: MadeGraph.tables(MadeGraph.health))
    let contents = diagram.contents
    let details = diagram.details
    let text = try written(.outline, diagram)
    let heading = "\nWhat each line rests on (\(contents.lines.count))\n"
    let start = try #require(text.range(of: heading))
    let end = text.range(of: "\nSources (")?.lowerBound ?? text.endIndex
    // The statements of the section, each with those that are set in below it.
    let blocks = text[start.upperBound..<end].components(separatedBy: "\n  - ")
    #expect(blocks.count == contents.lines.count)
    let phrases = DiagramPhrases(contents)
    let titles = Dictionary(
      uniqueKeysWithValues: details.sources.map { ($0.id, $0.title ?? $0.id) })
    for line in contents.lines {
      let records = try #require(details.records[line.element])
      // What is missing rests on nothing.
      #expect(records.isEmpty == (line.standing == "looked for, not found"))
      let sentence = "\(phrases.name(line.from)) \(phrases.verb(line)) \(phrases.name(line.to))"
      let block = try #require(
        blocks.first { block in
          block.contains(sentence)
            && records.allSatisfy { record in
              ([record.dates, record.grade?.word, record.amount].compactMap { $0 }
                + record.sources.map { titles[$0] ?? $0 }).allSatisfy(block.contains)
            }
        }, "\(sentence)")
      #expect(block.contains("source") || records.allSatisfy { $0.sources.isEmpty })
      guard let first = records.first, records.count > 1 || first.count > 1 else { continue }
      #expect(block.split(separator: "\n").count == records.count + 1)
    }
  }
}
