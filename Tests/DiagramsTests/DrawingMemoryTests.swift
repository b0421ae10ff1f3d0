import Diagrams
import Foundation
import GraphvizEngine
import Testing

/// Drawing again and again does not fill the memory.
@Suite(.serialized) struct DrawingMemoryTests {
  /// A graph, layout or picture left behind is larger than this. Graphviz 2.42 itself loses some
  /// 20 bytes of each such drawing, but kilobytes of each cluster laid out by `dot`: hence none
  /// here.
  static let bytesPerDrawing = 6 * 1024

  //  0 ──▶ 1 ──▶ 2 ──▶ … ──▶ 11
  static let document: DotDocument = {
    var document = DotDocument(name: "chain")
    for number in 0..<12 { document.addNode("\(number)", [.label("Node \(number)")]) }
    for number in 0..<11 { document.addEdge(from: "\(number)", to: "\(number + 1)") }
    return document
  }()

  @Test(arguments: [ImageFormat.svg, .png])
  func keepsMemoryWithinBoundsOver300Drawings(format: ImageFormat) throws {
    let growth = try leastGrowth {
      for _ in 0..<100 { _ = try Graphviz.render(Self.document, format: format) }
    }
    #expect(growth < 100 * Self.bytesPerDrawing)
  }

  @Test func keepsMemoryWithinBoundsOver300Failures() throws {
    let text = Self.document.text
    let growth = try leastGrowth {
      for _ in 0..<50 {
        _ = try? Graphviz.draw(dot: text, layout: "spiral", format: "svg")
        _ = try? Graphviz.draw(dot: text, layout: "dot", format: "wax")
      }
    }
    #expect(growth < 100 * Self.bytesPerDrawing)
  }

  /// The least growth in bytes over three rounds of a hundred drawings, after one to warm up.
  ///
  /// Other tests run in the same process, so the least counts (a leak is in every round), and there
  /// are more rounds while it looks like a leak.
  private func leastGrowth(of round: () throws -> Void) throws -> Int {
    try round()
    var least = Int.max
    for number in 0..<12 where number < 3 || least >= 100 * Self.bytesPerDrawing {
      let before = try residentBytes()
      try round()
      least = min(least, try residentBytes() - before)
    }
    return least
  }

  private func residentBytes() throws -> Int {
    let statm = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    let pages = try #require(statm.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
