import GovernanceModel
import GraphFiles
import Testing

@testable import Interchange

@Suite struct GeoJSONLayerTests {
  private func read(_ text: String, _ settings: GeoJSONSettings = GeoJSONSettings()) throws
    -> GeoJSONLayer
  {
    try withFile(text) { try GeoJSONLayer.read(path: $0, settings) }
  }

  private static let features = """
    { "features" : [
      { "geometry": { "coordinates": [ [ [0, 0], [2, 0], [2, 2], [0, 0] ],
                                       [ [1.5, 0.5], [1.6, 0.5], [1.6, 0.6], [1.5, 0.5] ] ],
                      "type": "Polygon" },
        "properties": { "STP17CD": "E54000021", "STP17NM": "Cambridgeshire \\u0026 P\\u00e9ter\\ud83d\\ude00" },
        "id": 7, "type": "Feature" },
      { "type": "Feature", "bbox": [0, 0, 1, 1], "id": 8,
        "geometry": { "type": "MultiPolygon", "coordinates": [
          [ [ [5,5], [6,5], [6,6], [5,5] ] ], [ [ [7,7], [8,7], [8,8], [7,7] ] ] ] },
        "properties": { "STP17NM": null, "STP17CD": 54 } }
    ], "name": "x", "type": "FeatureCollection" }
    """

  @Test func `reads units with their rings whatever the order of members`() throws {
    let read = try read(Self.features)
    #expect(read.diagnostics.isEmpty)
    #expect(read.key == "STP17CD")
    let layer = read.layer
    #expect(
      layer.units == [
        .init(id: "E54000021", name: "Cambridgeshire & Péter😀"), .init(id: "54", name: "54"),
      ])
    #expect(layer.coordinates == .degrees)
    #expect(layer.polygons(of: 0).count == 1)
    #expect(layer.rings(ofUnit: 0).count == 2)
    #expect(layer.polygons(of: 1).count == 2)
    #expect(layer.points(ofUnit: 1) == 8..<16)
    #expect(Array(layer.points[8..<16]) == [1.5, 0.5, 1.6, 0.5, 1.6, 0.6, 1.5, 0.5])
    #expect(layer.box(ofUnit: 1).map { [$0.minX, $0.minY, $0.maxX, $0.maxY] } == [5, 5, 8, 8])
  }

  @Test func `takes the property that is asked for`() throws {
    let byID = try read(Self.features, GeoJSONSettings(key: "id", name: "STP17CD"))
    #expect(byID.layer.units == [.init(id: "7", name: "E54000021"), .init(id: "8", name: "54")])
    let wrong = try read(Self.features, GeoJSONSettings(key: "STP16CD"))
    #expect(wrong.layer.units.isEmpty)
    #expect(wrong.diagnostics.count == 2)
    #expect(wrong.diagnostics.allSatisfy { $0.cure.contains("STP17CD") })
  }

  @Test(arguments: [
    (["STP17CD", "STP17NM"], "STP17CD"), (["CCG17CD", "CCG17CDH", "CCG17NM"], "CCG17CD"),
    (["code", "name"], "code"), (["a_cd", "b_cd"], nil), (["code", "id"], nil), (["name"], nil),
  ])
  func `takes for the code what is plainly one`(names: [String], key: String?) {
    #expect(GeoJSONReader.likelyKey(among: names) == key)
  }

  @Test func `says where a point stands`() throws {
    try withFile(Self.features) { path in
      let read = try GeoJSONLayer.read(path: path)
      let position = read.position(ofPoint: 5)
      #expect(position == SourcePosition(path: path, line: 3, column: 50))
      #expect(read.position(ofPoint: 0).line == 2)
    }
  }

  @Test func `takes metres for what they are when asked`() throws {
    let text = Self.features.replacing("[2, 0]", with: "[200000, 0]")
    let planar = try read(text, GeoJSONSettings(isPlanar: true))
    #expect(planar.diagnostics.isEmpty)
    #expect(planar.layer.coordinates == .metres)
  }

  /// The standard library's own reading is the oracle.
  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `rounds numbers as the standard library does`(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    for _ in 0..<200 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let digits = String(state).prefix(Int(state >> 59) % 19 + 1)
      let point = Int(state >> 40) % digits.count
      var text = String(digits.prefix(point)) + "." + digits.dropFirst(point)
      if point == 0 { text = "0" + text }
      if state % 7 == 0 { text += "e\(Int(state >> 20) % 400 - 200)" }
      if state % 3 == 0 { text = "-" + text }
      if state % 11 == 0 { text = String(state) }
      let read = try text.withBytes { bytes in
        var cursor = JSONCursor(bytes)
        return try cursor.number()
      }
      #expect(read == Double(text), "\(text)")
    }
  }

  @Test(arguments: ["01", "-", "1.", ".5", "+1", "1e", "1e+", "0x1", "--1", "1.e5"])
  func `refuses numbers that JSON does not have`(text: String) throws {
    let layer = Self.features.replacing("[2, 0]", with: "[2, \(text)]")
    #expect(throws: (any Error).self) { try read(layer) }
  }
}
