import GovernanceModel
import Testing

@testable import BoundaryGeometry

@Suite struct ProjectionTests {
  /// Eastings and northings by pyproj 3.7 (PROJ 9.5.1), given the same pipeline, and by its own
  /// "OSGB36 to WGS 84 (6)" with the British National Grid.
  @Test func `puts points where PROJ's other users have them`() throws {
    let places: [(degrees: (Double, Double), metres: (Double, Double))] = [
      ((0.1218, 52.2053), (545088.4082591818, 258462.95550660748)),
      ((-5.7, 50.07), (135337.7045457352, 25436.073233092102)),
      ((-1.61, 54.97), (425065.0624225808, 564000.593886583)),
      ((-1.18, 60.15), (445631.29596801795, 1140894.1254123882)),
    ]
    let layer = MadeLayers.layer("a", [("a", places.map(\.degrees))], .degrees)
    let projected = try layer.projected(by: .britishNationalGrid)
    #expect(projected.coordinates == .metres)
    for (place, (_, metres)) in places.enumerated() {
      #expect(abs(projected.points[2 * place] - metres.0) < 1e-6)
      #expect(abs(projected.points[2 * place + 1] - metres.1) < 1e-6)
    }
    #expect(try projected.projected(by: .britishNationalGrid) == projected)
  }

  @Test(arguments: [
    ((-5.0, 50.0, 1.0, 55.0), Projection.britishNationalGrid),
    ((2.0, 48.0, 3.0, 49.0), .equalArea(longitude: 3, latitude: 49)),
    ((-75.0, 40.0, -73.0, 42.0), .equalArea(longitude: -74, latitude: 41)),
    ((177.0, -20.0, 183.0, -16.0), .equalArea(longitude: -180, latitude: -18)),
  ])
  func `chooses the projection by the extent`(
    extent: (Double, Double, Double, Double), expected: Projection
  ) {
    let layer = MadeLayers.layer(
      "a", [("a", MadeLayers.box(extent.0, extent.1, extent.2 - extent.0, extent.3 - extent.1))],
      .degrees)
    #expect(Projection.suited(to: [layer]) == expected)
  }

  /// Fiji lies on both sides: cut in two at 180 degrees it is as large as in one piece.
  @Test func `measures an area across the antimeridian whole`() throws {
    let cut = MadeLayers.layer(
      "a", [("w", MadeLayers.box(178, -18, 2, 1)), ("e", MadeLayers.box(-180, -18, 1, 1))],
      .degrees)
    let whole = MadeLayers.layer(
      "b", [("all", [(178, -18), (180, -18), (181, -18), (181, -17), (180, -17), (178, -17)])],
      .degrees)
    let projection = Projection.suited(to: [cut])
    #expect(projection == .suited(to: [whole]))
    let overlay = try Overlay(cut.projected(by: projection), whole.projected(by: projection))
    #expect(overlay.commons.count == 2)
    #expect(abs(overlay.fromAreas.reduce(0, +) / overlay.toAreas[0] - 1) < 1e-9)
    #expect(abs(overlay.commons.reduce(0) { $0 + $1.area } / overlay.toAreas[0] - 1) < 1e-9)
  }

  /// The area between two parallels of the ellipsoid is known (J. P. Snyder, Map projections,
  /// USGS 1395, 1987, 3-12): of the degree from 0 to 1 north it is 12,308.464 square kilometres.
  @Test func `keeps areas in the equal-area projection`() throws {
    let steps = 200
    let south = (0...steps).map { (10 + Double($0) / Double(steps), 0.0) }
    let north = (0...steps).map { (11 - Double($0) / Double(steps), 1.0) }
    // The meridians are curves in the plane.
    let east = (1..<steps).map { (11.0, Double($0) / Double(steps)) }
    let west = (1..<steps).map { (10.0, 1 - Double($0) / Double(steps)) }
    let degree = MadeLayers.layer("a", [("a", south + east + north + west)], .degrees)
    let projected = try degree.projected(by: .equalArea(longitude: 8, latitude: 3))
    let area = try Overlay(projected, projected).fromAreas[0]
    #expect(abs(area / 12_308.463893975e6 - 1) < 1e-6)
  }

  @Test func `refuses what has no place on the plane`() throws {
    let layer = MadeLayers.layer("a", [("a", [(0, 0), (1e300, 0), (0, .infinity)])], .degrees)
    #expect(throws: GeometryError.self) { try layer.projected(by: .britishNationalGrid) }
  }

  @Test func `says what to install when a library is not there`() {
    let error = #expect(throws: GeometryError.self) {
      try Libraries.load("GEOS", package: "libgeos-dev", names: ["libnone.so.1", "libnone.so"]) {
        _ in "no such file"
      }
    }
    #expect(error?.words == "no such file")
    #expect(error?.cure.contains("apt install libgeos-dev") == true)
  }
}
