import GovernanceAnalysis
import GovernanceModel
import OverlapConformance
import Testing

@testable import BoundaryGeometry

@Suite struct OverlayTests {
  @Test func `passes the suite that every source of overlaps passes`() throws {
    let failures = try OverlapConformance.failures(tolerance: 1e-12) { world in
      try PolygonLayers([try squares("a", world.a, world), try squares("b", world.b, world)])
    }
    #expect(failures == [])
  }

  /// The cells of each unit, joined to polygons as mending joins them.
  private func squares(
    _ name: String, _ cells: [Int?], _ world: GridWorld
  ) throws -> BoundaryLayer {
    var layer = BoundaryLayer(name: name, coordinates: .metres)
    // Not in the order of their ids, which the table has to find.
    for unit in Set(cells.compactMap { $0 }).sorted().reversed() {
      let squares = cells.indices.filter { cells[$0] == unit }.map { cell in
        let (x, y) = (Double(cell % world.width), Double(cell / world.width))
        return [(MadeLayers.box(x, y, 1, 1) + [(x, y)]).map { (x: $0.0, y: $0.1) }]
      }
      layer.append(.init(id: GridWorld.id(name, unit), name: name), polygons: squares)
    }
    return try layer.mended(units: Array(layer.units.indices))
  }

  /// Clipping convex polygons by one another's edges is the oracle (I. E. Sutherland and
  /// G. W. Hodgman, Reentrant polygon clipping, CACM 17, 1974).
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `measures what clipping measures`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (a, b) = (
      (0..<8).map { _ in MadeLayers.convex(&random) },
      (0..<9).map { _ in
        MadeLayers.convex(&random)
      }
    )
    let overlay = try Overlay(
      MadeLayers.layer("a", a.enumerated().map { ("a\($0.offset)", $0.element) }),
      MadeLayers.layer("b", b.enumerated().map { ("b\($0.offset)", $0.element) }))
    for (from, one) in a.enumerated() {
      #expect(abs(overlay.fromAreas[from] - area(one)) < 1e-9)
      for (to, other) in b.enumerated() {
        let common = overlay.commons.first { $0.from == from && $0.to == to }?.area ?? 0
        #expect(abs(common - area(clipped(one, by: other))) < 1e-9, "a\(from) b\(to)")
      }
    }
    #expect(
      overlay.commons.map { [$0.from, $0.to] }
        == overlay.commons.map { [$0.from, $0.to] }.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `gives the same areas on any number of threads`() throws {
    var random = SeededGenerator(seed: 7)
    let layers = ["a", "b"].map { name in
      MadeLayers.layer(name, (0..<40).map { ("\(name)\($0)", MadeLayers.convex(&random)) })
    }
    let one = try Overlay(layers[0], layers[1], workers: 1)
    let four = try Overlay(layers[0], layers[1], workers: 4)
    #expect(one.commons == four.commons)
    #expect(
      try one.matrices(layers[0], layers[1], workers: 1)
        == four.matrices(layers[0], layers[1], workers: 4))
  }

  @Test func `tells relations by their matrix`() throws {
    let a = MadeLayers.layer("a", [("a", MadeLayers.box(0, 0, 4, 4))])
    let b = MadeLayers.layer(
      "b",
      [
        ("same", MadeLayers.box(0, 0, 4, 4)), ("inner", MadeLayers.box(1, 1, 2, 2)),
        ("outer", MadeLayers.box(-1, -1, 6, 6)), ("across", MadeLayers.box(2, 2, 4, 4)),
        ("beside", MadeLayers.box(4, 0, 4, 4)), ("apart", MadeLayers.box(9, 0, 4, 4)),
      ])
    let overlay = try Overlay(a, b)
    #expect(overlay.commons.map { b.units[$0.to].id } == ["same", "inner", "outer", "across"])
    let matrices = try overlay.matrices(a, b)
    #expect(matrices.map(\.relation) == [.identical, .contains, .inside, .overlaps])
    #expect(
      matrices.map(\.description) == ["2FFF1FFF2", "212FF1FF2", "2FF1FF212", "212101212"])
  }

  @Test func `finds neighbours and the length of their border`() throws {
    let layer = MadeLayers.layer(
      "a",
      [
        ("left", MadeLayers.box(0, 0, 2, 5)), ("right", MadeLayers.box(2, 1, 2, 5)),
        ("corner", MadeLayers.box(4, 6, 1, 1)), ("far", MadeLayers.box(9, 9, 1, 1)),
      ])
    #expect(try layer.sharedBorders() == [SharedBorder(one: 0, other: 1, length: 4)])
  }

  private func area(_ ring: [(Double, Double)]) -> Double {
    guard ring.count > 2 else { return 0 }
    var sum = 0.0
    for (index, point) in ring.enumerated() {
      let next = ring[(index + 1) % ring.count]
      sum += (point.0 - ring[0].0) * (next.1 - ring[0].1)
      sum -= (next.0 - ring[0].0) * (point.1 - ring[0].1)
    }
    return abs(sum) / 2
  }

  private func clipped(
    _ ring: [(Double, Double)], by other: [(Double, Double)]
  ) -> [(Double, Double)] {
    var ring = ring
    for (index, start) in other.enumerated() {
      let end = other[(index + 1) % other.count]
      func side(_ point: (Double, Double)) -> Double {
        (end.0 - start.0) * (point.1 - start.1) - (end.1 - start.1) * (point.0 - start.0)
      }
      let points = ring
      ring = []
      for (place, point) in points.enumerated() {
        let before = points[(place + points.count - 1) % points.count]
        let (was, isNow) = (side(before), side(point))
        if (was < 0) != (isNow < 0) {
          let part = was / (was - isNow)
          ring.append(
            (before.0 + part * (point.0 - before.0), before.1 + part * (point.1 - before.1)))
        }
        if isNow >= 0 { ring.append(point) }
      }
    }
    return ring
  }
}
