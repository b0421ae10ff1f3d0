import Foundation
import GovernanceModel
import GraphFiles
import GraphvizEngine
import Testing

@testable import Diagrams

/// Lines that share a trunk: each is still drawn once from end to end, and shares it only with its
/// like.
///
///        hub                an edge of the document for the trunk, whose class says so,
///         │                 a node for the junction,
///         ●                 and an edge for each line, with its own name
///       ╱ │ ╲
@Suite struct LineBundleTests {
  private struct Edge {
    let tail: String
    let head: String
    /// Without quotes.
    let values: [String: String]

    func mark(at node: String) -> String? {
      let isTail = node == tail
      let dir = values["dir"] ?? "forward"
      guard dir == "both" || dir == (isTail ? "back" : "forward") else { return nil }
      return values[isTail ? "arrowtail" : "arrowhead"]
    }
    func frame(at node: String) -> String? { values[node == tail ? "ltail" : "lhead"] }
    func far(from node: String) -> String { node == tail ? head : tail }
    var look: [String?] { ["color", "style", "penwidth"].map { values[$0] } }
    var isTrunk: Bool { values["class"]?.hasPrefix("trunk ") ?? false }
  }

  private func edges(_ diagram: Diagram) -> [Edge] {
    diagram.document.statements.compactMap { statement in
      guard case .edge(let tail, let head, let attributes) = statement else { return nil }
      let values = Dictionary(
        uniqueKeysWithValues: attributes.map {
          ($0.name, $0.value.text.trimmingCharacters(in: ["\""]))
        })
      return values["id"] == nil ? nil : Edge(tail: tail, head: head, values: values)
    }
  }

  private func note(_ diagram: Diagram) -> Bool {
    diagram.legend.notes.contains { $0.hasPrefix("Lines that meet at a dot") }
  }

  /// Follows every line of a diagram through its document, and compares it with the same line of the
  /// diagram without bundles.
  private func expectWhole(_ diagram: Diagram, like plain: Diagram, atLeast fewest: Int) {
    let all = edges(diagram)
    let trunks = all.filter(\.isTrunk)
    let byID = Dictionary(grouping: all) { $0.values["id"]! }
    #expect(byID.values.allSatisfy { $0.count == 1 })
    let whole = edges(plain)
    #expect(whole.count == all.count - trunks.count && !whole.contains { $0.isTrunk })
    func isJunction(_ node: String) -> Bool { node.hasPrefix("junction ") }
    var branches: [String: [Edge]] = [:]
    for line in whole {
      let found = byID[line.values["id"]!]?.first
      guard let own = found else {
        Issue.record("\(line.values["id"]!) is not drawn")
        continue
      }
      #expect(own.look == line.look && own.values["class"] == line.values["class"])
      #expect(own.values["label"] == line.values["label"])
      let ends = [own.tail, own.head]
      guard let junction = ends.first(where: isJunction) else {
        #expect(ends == [line.tail, line.head] && own.values == line.values)
        continue
      }
      branches[junction, default: []].append(own)
      // Its two parts, put together, are the line: its ends, the marks at them and its frames.
      guard let trunk = trunks.first(where: { [$0.tail, $0.head].contains(junction) }) else {
        Issue.record("\(junction) has no trunk")
        continue
      }
      let (near, hub) = (own.far(from: junction), trunk.far(from: junction))
      #expect([near, hub] == [line.tail, line.head] || [hub, near] == [line.tail, line.head])
      #expect(own.mark(at: near) == line.mark(at: near) && own.mark(at: junction) == nil)
      #expect(trunk.mark(at: hub) == line.mark(at: hub) && trunk.mark(at: junction) == nil)
      #expect(own.frame(at: near) == line.frame(at: near))
      #expect(trunk.frame(at: hub) == line.frame(at: hub))
      #expect(trunk.look == line.look)
      // Both parts lead the same way, so that levels stay what they were.
      #expect((trunk.tail == hub) == (own.head == near))
    }
    #expect(branches.count == trunks.count)
    for branches in branches.values {
      #expect(branches.count >= fewest)
      let kinds = Set(
        branches.map { $0.values["id"]!.split(separator: "--").dropFirst().first ?? "" })
      #expect(kinds.count == 1, "kinds never share a trunk: \(kinds)")
    }
    #expect(note(diagram) == !trunks.isEmpty)
    #expect(!note(plain))
  }

  private func pair(_ settings: String, _ fewest: Int, of graph: GovernanceGraph, at moment: Moment)
    throws -> (bundled: Diagram, plain: Diagram)
  {
    let view = try MadeViews.view(settings, of: graph)
    var bundled = view
    bundled.bundlesFrom = fewest
    return (Diagram(bundled, of: graph, at: moment), Diagram(view, of: graph, at: moment))
  }

  @Test(arguments: ["draw: system", "draw: bodies", "draw: members\nbody: partnership"], 2...4)
  func drawsEveryLineWhole(settings: String, fewest: Int) throws {
    let graph = try MadeGraph.tables(MadeGraph.health)
    let (bundled, plain) = try pair(settings, fewest, of: graph, at: .anyTime)
    expectWhole(bundled, like: plain, atLeast: fewest)
  }

  @Test(arguments: 0..<24)
  func drawsEveryLineOfRandomGraphsWhole(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let bases = [""] + Basis.named.map(\.word)
    let bodies = (0..<16).map { "b\($0),Body \($0),k\($0 % 4)" }
    let kinds = RelationshipKind.standard.prefix(3 + Int(seed % 3))
    let rows = (0..<48).map { _ -> String in
      let ends = (0..<16).shuffled(using: &random)
      return [
        "b\(ends[0] % 5)", "b\(ends[1])", kinds.randomElement(using: &random)!.rawValue,
        bases.randomElement(using: &random)!, Bool.random(using: &random) ? "verified" : "inferred",
      ].joined(separator: ",")
    }
    let graph = try MadeGraph.tables([
      "organisations": ["id,name,kind"] + bodies,
      "relationships": ["from,to,kind,basis,grade"]
        + rows.filter { $0.split(separator: ",")[0] != $0.split(separator: ",")[1] },
    ])
    for settings in ["draw: bodies\nbasis: all", "draw: bodies\nranks: lines\nbasis: all"] {
      let (bundled, plain) = try pair(settings, 2, of: graph, at: .anyTime)
      expectWhole(bundled, like: plain, atLeast: 2)
      let again = try pair(settings, 2, of: graph, at: .anyTime).bundled
      #expect(bundled.document.text == again.document.text)
      _ = try Graphviz.render(bundled.document, format: .svg)
    }
    #expect(try pair("draw: bodies", 2, of: graph, at: .anyTime).bundled.bundles.count > 0)
  }

  /// What is told by width or by paleness would add up on a trunk; other engines have no levels.
  @Test func sharesNoTrunkWhereItWouldSayMore() throws {
    var tables = MadeGraph.health
    tables["relationships"]! += (1...3).map {
      ",minister,t\($0),funds,,\($0)000000,2016/17,,,Accounts,verified,,"
    }
    let graph = try MadeGraph.tables(tables)
    func bundles(_ settings: String) throws -> [LineBundle] {
      try pair("draw: bodies\n" + settings, 2, of: graph, at: .anyTime).bundled.bundles
    }
    let funds = try bundles("relationships: [funds]")
    #expect(funds.contains { $0.hub == "minister" && $0.isFromHub && $0.isBelowHub })
    let wide = try bundles("relationships: [funds]\nwidth: amount")
    #expect(!wide.contains { $0.hub == "minister" })
    let weak = try bundles("relationships: [accountable-to]")
    #expect(weak.contains { $0.hub == "authority" && $0.lines.count == 13 })
    let faint = try bundles("relationships: [accountable-to]\ngrade: opacity")
    #expect(!faint.contains { $0.hub == "authority" })
    #expect(try bundles("engine: neato").isEmpty && bundles("engine: sfdp").isEmpty)
  }

  /// A trunk is said for what it is, the path of each line goes all the way, and nothing is added to
  /// what other formats say.
  @Test func tellsTrunksInPicturesAlone() throws {
    let graph = try MadeGraph.tables(MadeGraph.health)
    let (bundled, plain) = try pair(
      "draw: bodies\nrelationships: [oversees]", 3, of: graph, at: .anyTime)
    let svg = try String(decoding: bundled.written(as: .svg), as: UTF8.self)
    #expect(svg.contains("<title>13 lines: The Regulator – oversees – …</title>"))
    func text(_ format: any DiagramFormat, _ diagram: Diagram) throws -> [Substring] {
      String(decoding: try diagram.written(as: format), as: UTF8.self).split(separator: "\n")
    }
    for format in [.mermaid, .d2] as [any DiagramFormat] {
      #expect(try text(format, bundled) == text(format, plain))
    }
    let outline = try text(.outline, bundled).filter { !$0.contains("meet at a dot") }
    #expect(try outline == text(.outline, plain))

    let layout = try #require(
      try JSONSerialization.jsonObject(with: Data(bundled.written(as: .layout))) as? [String: Any])
    let boxes = try #require(layout["boxes"] as? [[String: Any]])
    var place: [String: (x: Double, y: Double, width: Double, height: Double)] = [:]
    for box in boxes {
      func number(_ key: String) -> Double { box[key] as? Double ?? .nan }
      place[box["element"] as? String ?? ""] = (
        number("x"), number("y"), number("width"), number("height")
      )
    }
    let lines = try #require(layout["lines"] as? [[String: Any]])
    #expect(lines.count == 13)
    for line in lines {
      let shared = try #require(line["shared"] as? [String])
      #expect(shared.count == 2 && shared.allSatisfy { svg.contains("id=\"\($0)\"") })
      let path = try #require(line["path"] as? String)
      #expect(path.count { $0 == "M" } == 1)
      let numbers = path.matches(of: /-?[0-9]+(\.[0-9]+)?/).compactMap { Double($0.output.0) }
      for (end, point) in [
        ("from", (numbers[0], numbers[1])), ("to", (numbers[numbers.count - 2], numbers.last!)),
      ] {
        let box = try #require(place[line[end] as? String ?? ""])
        // A point of an arrow's length around the box.
        #expect(box.x - 12 < point.0 && point.0 < box.x + box.width + 12)
        #expect(box.y - 12 < point.1 && point.1 < box.y + box.height + 12)
      }
    }
  }
}
