import Foundation
import GovernanceModel
import Interchange
import Testing

@testable import BoundaryGeometry

/// Polygons whose rings are wrong: what GEOS says of each, at a point near by, and the area that is
/// left once they are mended.
private let wrong:
  [(name: String, rings: [[(Double, Double)]], near: (Double, Double), area: Double)] = [
    ("a bow tie", [[(0, 0), (4, 4), (4, 0), (0, 4), (0, 0)]], (2, 2), 8),
    (
      "a hole outside", [square(0, 0, 4), square(6, 0, 2)], (6, 0), 20
    ),
    (
      "a hole across the shell", [square(0, 0, 4), square(3, 1, 2)], (4, 1), 14
    ),
    ("two holes that overlap", [square(0, 0, 9), square(1, 1, 4), square(3, 3, 4)], (5, 3), 53),
    ("a hole that fills the shell", [square(0, 0, 4), square(0, 0, 4)], (2, 2), 0),
    ("a ring gone through twice", [square(0, 0, 4) + square(0, 0, 4).dropFirst()], (0, 0), 16),
    ("a spike", [[(0, 0), (4, 0), (4, 4), (9, 4), (4, 4), (0, 4), (0, 0)]], (4, 4), 16),
    ("a ring without area", [[(0, 0), (4, 0), (2, 0), (0, 0)]], (0, 0), 0),
  ]

private func square(_ x: Double, _ y: Double, _ side: Double) -> [(Double, Double)] {
  [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
}

@Suite struct ValidityTests {
  private func layer(_ rings: [[(Double, Double)]]) -> BoundaryLayer {
    var layer = BoundaryLayer(name: "a", coordinates: .metres)
    layer.append(.init(id: "sound", name: ""), polygons: [[square(20, 0, 1).map { ($0.0, $0.1) }]])
    layer.append(.init(id: "wrong", name: ""), polygons: [rings.map { $0.map { ($0.0, $0.1) } }])
    return layer
  }

  @Test(arguments: wrong.indices) func `finds what is wrong with a ring`(number: Int) throws {
    let layer = layer(wrong[number].rings)
    let faults = try layer.polygonFaults()
    #expect(faults.map(\.unit) == [1], "\(wrong[number].name)")
    let fault = try #require(faults.first)
    #expect(!fault.words.isEmpty)
    let place = (layer.points[2 * fault.point], layer.points[2 * fault.point + 1])
    let near = wrong[number].near
    #expect(abs(place.0 - near.0) <= 2 && abs(place.1 - near.1) <= 2, "\(wrong[number].name)")
  }

  @Test(arguments: wrong.indices) func `mends rings by what they enclose`(number: Int) throws {
    let mended = try layer(wrong[number].rings).mended(units: [1])
    #expect(mended.units.map(\.id) == ["sound", "wrong"])
    let areas = try Overlay(mended, mended).fromAreas
    #expect(areas[0] == 1)
    #expect(abs(areas[1] - wrong[number].area) < 1e-9, "\(wrong[number].name): \(areas[1])")
    if areas[1] > 0 { #expect(try mended.polygonFaults() == []) }
  }

  @Test func `points to the place in the file`() throws {
    let text = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"x"},
      "geometry":{"type":"Polygon","coordinates":[[
        [0,0],
        [4,4],
        [4,0],
        [0.5,4],
        [0,0]]]}}]}
      """
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).geojson")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let file = try GeoJSONLayer.read(
      path: url.path(percentEncoded: false), GeoJSONSettings(isPlanar: true))
    let faults = try file.layer.polygonFaults()
    #expect(faults.map(\.words) == ["self-intersection"])
    let position = file.position(ofPoint: try #require(faults.first).point)
    #expect((4...6).contains(position.line))
    #expect(position.column == 3)
  }
}
