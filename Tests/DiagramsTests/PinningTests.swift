import GovernanceModel
import GraphvizEngine
import Testing

@testable import Diagrams

@Suite struct PinningTests {
  @Test func keepsPlacesAndPutsNewNodesBesideTheirNeighbours() {
    let old = ["a": Place(x: 0, y: 0), "b": Place(x: 300, y: 0)]
    let size = (width: 50.0, height: 20.0)
    let fresh = [
      "a": Place(x: 1000, y: 500, width: size.width, height: size.height),
      "b": Place(x: 1300, y: 500, width: size.width, height: size.height),
      "c": Place(x: 1100, y: 500, width: size.width, height: size.height),
    ]
    let pinning = Pinning(fresh: fresh, kept: old)
    #expect(pinning.places["a"]?.x == 0 && pinning.places["b"]?.x == 300)
    #expect(pinning.places["c"]?.x == 100 && pinning.places["c"]?.y == 0)
    #expect((pinning.kept, pinning.new, pinning.gone) == (2, 1, 0))
    #expect(abs(pinning.mean - 1118) < 1)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func neverPutsANewNodeOnAnother(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var fresh: [String: Place] = [:]
    for number in 0..<40 {
      fresh["n\(number)"] = Place(
        x: .random(in: 0...400, using: &random), y: .random(in: 0...400, using: &random),
        width: 60, height: 20)
    }
    let old = fresh.filter { Int($0.key.dropFirst())! < 20 }
    let pinning = Pinning(fresh: fresh, kept: old)
    for (name, place) in pinning.places where old[name] == nil {
      for (other, there) in pinning.places where other != name {
        #expect(
          abs(place.x - there.x) >= 60 || abs(place.y - there.y) >= 20, "\(name) on \(other)")
      }
    }
  }

  @Test func drawsPinnedNodesWhereTheyWere() throws {
    let graph = try MadeGraph.tables(MadeGraph.health)
    var view = ViewDefinition(.national)
    view.isPinned = true
    let document = Diagram(view, of: graph, at: .anyTime).document
    let places = try Graphviz.places(of: document)
    var moved = places
    for name in moved.keys { moved[name]!.x += 40 }
    let pinned = document.pinned(at: moved)
    let again = try Graphviz.places(of: pinned, engine: .pinned)
    #expect(Set(again.keys) == Set(moved.keys))
    // Graphviz moves the whole so that it begins at nought: only differences stay.
    let shifts = again.map { moved[$0.key]!.x - $0.value.x }
    #expect(try #require(shifts.max()) - #require(shifts.min()) < 1)
    #expect(try SVGContents(Graphviz.render(pinned, engine: .pinned, format: .svg)) != nil)
  }
}
