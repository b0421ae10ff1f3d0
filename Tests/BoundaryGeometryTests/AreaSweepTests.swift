import GovernanceModel
import Testing

@testable import BoundaryGeometry

/// Layers of cells of one lattice of points that are moved about, so that neighbours share their
/// borders point by point.
private struct Lattice {
  let width: Int
  let height: Int
  var random: SeededGenerator
  var corners: [(Double, Double)] = []

  init(seed: UInt64, width: Int = 9, height: Int = 8) {
    (self.width, self.height) = (width, height)
    random = SeededGenerator(seed: seed)
    for y in 0...height {
      for x in 0...width {
        let move = (
          Double.random(in: -0.3...0.3, using: &random),
          Double.random(in: -0.3...0.3, using: &random)
        )
        corners.append((1000 * (Double(x) + move.0), 1000 * (Double(y) + move.1)))
      }
    }
  }

  /// A unit for each of some labels of cells, its polygons the cells. What of them are neighbours has
  /// to be joined.
  mutating func layer(_ name: String, units: Int, gaps: Int) throws -> BoundaryLayer {
    var layer = BoundaryLayer(name: name, coordinates: .metres)
    let labels = (0..<width * height).map { _ in Int.random(in: -gaps..<units, using: &random) }
    for unit in 0..<units {
      let cells = labels.indices.filter { labels[$0] == unit }.map { cell in
        let (x, y) = (cell % width, cell / width)
        let ring = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)].map { corner in
          corners[corner.1 * (width + 1) + corner.0]
        }
        return [ring.map { (x: $0.0, y: $0.1) }]
      }
      layer.append(.init(id: "\(name)\(unit)", name: name), polygons: cells)
    }
    return try layer.mended(units: Array(layer.units.indices))
  }
}

@Suite struct AreaSweepTests {
  private func expectSame(_ a: BoundaryLayer, _ b: BoundaryLayer, _ comment: Comment) throws {
    let swept = try Overlay(a, b, sweeps: true)
    let overlaid = try Overlay(a, b, sweeps: false)
    let found = Dictionary(uniqueKeysWithValues: swept.commons.map { ([$0.from, $0.to], $0.area) })
    let right = Dictionary(
      uniqueKeysWithValues: overlaid.commons.map { ([$0.from, $0.to], $0.area) })
    for (pair, area) in right where area > 1e-5 {
      #expect(abs((found[pair] ?? 0) - area) <= 1e-9 * area + 1e-6, comment)
    }
    for (pair, area) in found where area > 1e-5 { #expect(right[pair] != nil, comment) }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `finds the areas of layers that share no border`(seed: UInt64) throws {
    var (one, other) = (Lattice(seed: seed), Lattice(seed: seed + 1000))
    let (a, b) = (try one.layer("a", units: 5, gaps: 1), try other.layer("b", units: 4, gaps: 2))
    #expect(AreaSweep(a, b) != nil)
    try expectSame(a, b, "seed \(seed)")
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `finds the areas of layers that share borders`(seed: UInt64) throws {
    var lattice = Lattice(seed: seed)
    let (a, b) = (
      try lattice.layer("a", units: 6, gaps: 1), try lattice.layer("b", units: 3, gaps: 1)
    )
    let sweep = try #require(AreaSweep(a, b))
    #expect(sweep.unsure.from.isEmpty && sweep.unsure.to.isEmpty)
    try expectSame(a, b, "seed \(seed)")
  }

  /// Every other corner is moved: the layers have half of their points in common, and edges between
  /// them that are not the same.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `finds the areas of layers that share points`(seed: UInt64) throws {
    var one = Lattice(seed: seed)
    var other = one
    for corner in one.corners.indices where corner % 2 == 0 {
      other.corners[corner].0 += Double.random(in: -150...150, using: &other.random)
    }
    let (a, b) = (try one.layer("a", units: 6, gaps: 1), try other.layer("b", units: 4, gaps: 1))
    #expect(AreaSweep(a, b) != nil)
    try expectSame(a, b, "seed \(seed)")
  }

  /// Points of one layer stand on edges of the other, and edges run on top of each other in part.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `leaves to GEOS what is not sure`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func layer(_ name: String) throws -> BoundaryLayer {
      var layer = BoundaryLayer(name: name, coordinates: .metres)
      let labels = (0..<36).map { _ in Int.random(in: -1..<5, using: &random) }
      for unit in 0..<5 {
        let cells = labels.indices.filter { labels[$0] == unit }.map { cell in
          [
            (MadeLayers.box(Double(cell % 6) * 10, Double(cell / 6) * 10, 10, 10)
              + [(Double(cell % 6) * 10, Double(cell / 6) * 10)]).map { (x: $0.0, y: $0.1) }
          ]
        }
        layer.append(.init(id: "\(name)\(unit)", name: name), polygons: cells)
      }
      return try layer.mended(units: Array(layer.units.indices))
    }
    try expectSame(try layer("a"), try layer("b"), "seed \(seed)")
  }

  @Test func `gives way where units of a layer overlap`() throws {
    let b = MadeLayers.layer("b", [("b", MadeLayers.box(1, 1, 5, 5))])
    for boxes in [
      [MadeLayers.box(0, 0, 4, 4), MadeLayers.box(2, 2, 4, 4)],
      [MadeLayers.box(0, 0, 9, 9), MadeLayers.box(2, 2, 1, 1)],
      [MadeLayers.box(0, 0, 4, 4), MadeLayers.box(0, 0, 4, 4)],
    ] {
      let a = MadeLayers.layer("a", boxes.enumerated().map { ("a\($0.offset)", $0.element) })
      #expect(AreaSweep(a, b) == nil)
      try expectSame(a, b, "overlapping")
    }
  }

  @Test func `finds what lies within a unit without touching its border`() throws {
    let a = MadeLayers.layer("a", [("a", MadeLayers.box(0, 0, 100, 100.5))])
    let b = MadeLayers.layer(
      "b", [("b", MadeLayers.box(10, 11, 20, 20)), ("c", MadeLayers.box(210, 11, 20, 20))])
    let sweep = try #require(AreaSweep(a, b))
    #expect(sweep.commons == [Overlay.Common(from: 0, to: 0, area: 400)])
    let mirrored = try #require(AreaSweep(b, a))
    #expect(mirrored.commons == [Overlay.Common(from: 0, to: 0, area: 400)])
  }
}
