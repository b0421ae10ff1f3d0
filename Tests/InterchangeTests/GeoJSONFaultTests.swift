import Foundation
import GovernanceModel
import GraphFiles
import Testing

@testable import Interchange

/// A file that is broken in one way: the mark stands where the fault is to be reported.
struct BrokenLayer: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  /// The id of the one fault that is reported.
  let fault: String
  /// Whether what is read with mending is a sound feature.
  var isMendable = false
  /// Whether the file as a whole cannot be used.
  var isFatal = false

  var testDescription: String { name }
}

private let mark = "¶"
private let square = "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]"

/// A collection of a feature with a geometry.
private func layer(_ geometry: String, properties: String = #"{"code":"A"}"#) -> String {
  """
  {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":\(properties),"geometry":\(geometry)}
  ]}
  """
}

private func polygon(_ coordinates: String) -> String {
  layer(#"{"type":"Polygon","coordinates":"# + coordinates + "}")
}

private func feature(_ code: String, _ coordinates: String, mark: String = "") -> String {
  #"\#(mark){"type":"Feature","properties":{"code":"\#(code)"},"geometry":"#
    + #"{"type":"Polygon","coordinates":\#(coordinates)}}"#
}

private let broken: [BrokenLayer] = [
  // The file.
  .init(name: "an empty file", text: "¶", fault: "empty-file", isFatal: true),
  .init(
    name: "a file cut off", text: String(polygon(square).prefix(120)) + mark, fault: "not-json",
    isFatal: true),
  .init(
    name: "a comma too many", text: #"{"type":"FeatureCollection","features":[¶,]}"#,
    fault: "not-json", isFatal: true),
  .init(name: "no JSON at all", text: "¶CODE;NAME", fault: "not-json", isFatal: true),
  .init(
    name: "text after the end", text: polygon(square) + " ¶{}", fault: "not-json", isFatal: true),
  .init(
    name: "a broken string", text: "{\"type\":\"Feature¶\nCollection\"}", fault: "not-json",
    isFatal: true),
  .init(
    name: "nesting without end",
    text: polygon(
      String(repeating: "[", count: 100) + mark + String(repeating: "[", count: 100_000)),
    fault: "not-json", isFatal: true),
  .init(
    name: "a byte order mark", text: mark + "\u{FEFF}" + polygon(square), fault: "byte-order-mark",
    isMendable: true),
  .init(name: "a list", text: "¶[1,2]", fault: "wrong-top", isFatal: true),
  .init(
    name: "a bare geometry", text: #"{"type":¶"Polygon","coordinates":\#(square)}"#,
    fault: "wrong-top", isFatal: true),
  .init(
    name: "TopoJSON", text: #"{"type":¶"Topology","objects":{},"arcs":[]}"#, fault: "wrong-top",
    isFatal: true),
  .init(
    name: "features that are no list", text: #"{"type":"FeatureCollection","features":¶{}}"#,
    fault: "no-features", isFatal: true),
  .init(
    name: "no features", text: #"¶{"type":"FeatureCollection","features":[]}"#,
    fault: "no-features", isFatal: true),
  .init(
    name: "another coordinate system",
    text: #"{"type":"FeatureCollection","crs":¶{"type":"name","properties":{"name":"#
      + #""urn:ogc:def:crs:EPSG::3857"}},"features":[\#(feature("A", square))]}"#,
    fault: "other-crs", isFatal: true),
  .init(
    name: "metres",
    text: polygon("[¶[[400000,300000],[401000,300000],[401000,301000],[400000,300000]]]"),
    fault: "not-degrees", isFatal: true),
  .init(
    name: "latitude first", text: polygon("[¶[[52.1,0.1],[52.2,0.1],[52.2,0.2],[52.1,0.1]]]"),
    fault: "latitude-first", isMendable: true, isFatal: true),
  .init(
    name: "latitude first, elsewhere",
    text: polygon("[¶[[-36,174],[-37,174],[-37,175],[-36,174]]]"), fault: "latitude-first",
    isMendable: true, isFatal: true),
  // The feature.
  .init(
    name: "a feature that is no object", text: #"{"type":"FeatureCollection","features":[¶7]}"#,
    fault: "not-a-feature"),
  .init(
    name: "a geometry among the features",
    text: #"{"type":"FeatureCollection","features":[{"type":¶"Polygon","coordinates":[]}]}"#,
    fault: "not-a-feature"),
  .init(
    name: "no properties",
    text: """
      {"type":"FeatureCollection","features":[
      \(feature("A", square)),
      ¶{"type":"Feature","properties":null,"geometry":{"type":"Polygon","coordinates":\(square)}}]}
      """, fault: "missing-properties"),
  .init(
    name: "no property with the code",
    text: """
      {"type":"FeatureCollection","features":[
      \(feature("A", square)),
      ¶{"type":"Feature","properties":{"cod":"B"},"geometry":{"type":"Polygon","coordinates":\(square)}}]}
      """, fault: "missing-key"),
  .init(
    name: "a code that is null",
    text: layer(#"{"type":"Polygon","coordinates":\#(square)}"#, properties: #"{"code":¶null}"#),
    fault: "key-not-text"),
  .init(
    name: "a code that is empty",
    text: layer(#"{"type":"Polygon","coordinates":\#(square)}"#, properties: #"{"code":¶""}"#),
    fault: "key-not-text"),
  .init(
    name: "two features with one code",
    text: """
      {"type":"FeatureCollection","features":[
      \(feature("A", square)),
      \(feature("A", "[[[2,2],[3,2],[3,3],[2,2]]]", mark: "¶"))]}
      """, fault: "duplicate-key", isMendable: true),
  // The geometry.
  .init(
    name: "no geometry",
    text:
      #"{"type":"FeatureCollection","features":[¶{"type":"Feature","properties":{"code":"A"}}]}"#,
    fault: "missing-geometry"),
  .init(name: "a geometry that is null", text: layer("¶null"), fault: "null-geometry"),
  .init(name: "a geometry that is text", text: layer(#"¶"here""#), fault: "missing-geometry"),
  .init(
    name: "an empty polygon", text: layer(#"¶{"type":"Polygon","coordinates":[]}"#),
    fault: "empty-geometry"),
  .init(
    name: "a collection of geometries",
    text: layer(
      #"{"type":"GeometryCollection","geometries":¶[{"type":"Point","coordinates":[0,0]},"#
        + #"{"type":"Polygon","coordinates":\#(square)}]}"#),
    fault: "geometry-collection", isMendable: true),
  .init(
    name: "a line", text: layer(#"{"type":¶"LineString","coordinates":[[0,0],[1,1]]}"#),
    fault: "not-polygons"),
  .init(
    name: "an unknown geometry", text: layer(#"{"type":¶"Hexagon","coordinates":\#(square)}"#),
    fault: "unknown-geometry"),
  .init(
    name: "a geometry without a type", text: layer(#"¶{"coordinates":\#(square)}"#),
    fault: "unknown-geometry"),
  .init(
    name: "a geometry without coordinates", text: layer(#"¶{"type":"Polygon"}"#),
    fault: "missing-coordinates"),
  .init(
    name: "coordinates that are no list",
    text: layer(#"{"type":"Polygon","coordinates":¶"0,0"}"#), fault: "wrong-nesting"),
  // The coordinates.
  .init(
    name: "a polygon nested as a multipolygon",
    text: layer(#"{"type":"Polygon","coordinates":¶[\#(square)]}"#), fault: "wrong-nesting",
    isMendable: true),
  .init(
    name: "a multipolygon nested as a polygon",
    text: layer(#"{"type":"MultiPolygon","coordinates":¶\#(square)}"#), fault: "wrong-nesting",
    isMendable: true),
  .init(
    name: "a polygon of one list", text: polygon("¶[[0,0],[1,0],[1,1],[0,0]]"),
    fault: "wrong-nesting"),
  .init(
    name: "mixed nesting", text: polygon("[¶[[0,0],[1,0],[[1,1]],[0,0]]]"), fault: "wrong-nesting"),
  .init(
    name: "nesting too deep", text: polygon("[[[[[¶[[0,0]]]]]]]"), fault: "wrong-nesting"),
  .init(
    name: "a number in quotes", text: polygon(#"[[[0,0],[1,¶"0"],[1,1],[0,0]]]"#),
    fault: "not-a-number"),
  .init(
    name: "an object among the coordinates", text: polygon(#"[[[0,0],¶{"x":1},[1,1],[0,0]]]"#),
    fault: "not-a-number"),
  .init(
    name: "not a number", text: polygon("[[[0,0],[1,¶NaN],[1,1],[0,0]]]"), fault: "not-finite"),
  .init(
    name: "a number beyond all", text: polygon("[[[0,0],[¶1e999,0],[1,1],[0,0]]]"),
    fault: "not-finite"),
  .init(
    name: "a position of one number", text: polygon("[[[0,0],[1,0],¶[1],[0,1],[0,0]]]"),
    fault: "short-position"),
  .init(
    name: "positions with heights", text: polygon("[[¶[0,0,9],[1,0,9],[1,1,9],[0,0,9]]]"),
    fault: "heights", isMendable: true),
  .init(
    name: "a ring of three positions",
    text: polygon("[[[0,0],[1,0],[1,1],[0,0]],¶[[0,0],[1,1],[0,0]]]"),
    fault: "short-ring", isMendable: true),
  .init(
    name: "a shell of three positions", text: polygon("[¶[[0,0],[1,0],[0,0]]]"),
    fault: "short-ring"),
  .init(
    name: "a ring that is open", text: polygon("[¶[[0,0],[1,0],[1,1],[0,1]]]"), fault: "open-ring",
    isMendable: true),
  .init(
    name: "a ring across the antimeridian",
    text: polygon("[¶[[179,0],[-179,0],[-179,1],[179,1],[179,0]]]"), fault: "antimeridian",
    isMendable: true),
  .init(
    name: "one feature beyond the poles",
    text: """
      {"type":"FeatureCollection","features":[
      \(feature("A", square)), \(feature("B", square)),
      \(feature("C", "[¶[[0,0],[1,0],[1,91],[0,0]]]"))]}
      """, fault: "beyond-degrees"),
  .init(
    name: "a ring on one line",
    text: polygon("[[[0,0],[1,0],[1,1],[0,0]],¶[[0.1,0.2],[0.2,0.4],[0.3,0.6],[0.1,0.2]]]"),
    fault: "flat-ring", isMendable: true),
  .init(
    name: "a shell of one point", text: polygon("[¶[[0.1,0.2],[0.1,0.2],[0.1,0.2],[0.1,0.2]]]"),
    fault: "flat-ring"),
  // Twice the same.
  .init(
    name: "coordinates twice",
    text: layer(#"{"type":"Polygon","coordinates":[],¶"coordinates":\#(square)}"#),
    fault: "repeated-member"),
  .init(
    name: "two types of geometry",
    text: layer(#"{"type":"Polygon",¶"type":"Polygon","coordinates":\#(square)}"#),
    fault: "repeated-member"),
  .init(
    name: "two geometries",
    text: """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"A"},
      "geometry":{"type":"Polygon","coordinates":\(square)},
      ¶"geometry":{"type":"Polygon","coordinates":\(square)}}]}
      """, fault: "repeated-member"),
  .init(
    name: "properties twice",
    text: """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"A"},
      ¶"properties":{"code":"B"},"geometry":{"type":"Polygon","coordinates":\(square)}}]}
      """, fault: "repeated-member"),
  .init(
    name: "two codes of one name",
    text: layer(
      #"{"type":"Polygon","coordinates":\#(square)}"#, properties: #"{"code":"A","code":¶"B"}"#),
    fault: "repeated-member"),
  .init(
    name: "a code with a control character",
    text: layer(
      #"{"type":"Polygon","coordinates":\#(square)}"#, properties: #"{"code":¶"A\u0000B"}"#),
    fault: "key-not-text"),
  .init(
    name: "a code with half a character",
    text: layer(
      #"{"type":"Polygon","coordinates":\#(square)}"#, properties: #"{"code":¶"A\ud800"}"#),
    fault: "key-not-text"),
  .init(
    name: "a name with half a character",
    text: layer(
      #"{"type":"Polygon","coordinates":\#(square)}"#,
      properties: #"{"code":"A","name":¶"A\ud800"}"#),
    fault: "name-not-text", isMendable: true),
  .init(
    name: "a number of many digits",
    text: polygon("[[[0,0],[¶\(String(repeating: "1", count: 400)),0],[1,1],[0,0]]]"),
    fault: "not-finite"),
  .init(
    name: "properties nested without end",
    text: layer(
      #"{"type":"Polygon","coordinates":\#(square)}"#,
      properties: #"{"code":"A","x":"# + String(repeating: "[", count: 100) + "¶["
        + String(repeating: "[", count: 100_000)),
    fault: "not-json", isFatal: true),
]

@Suite struct GeoJSONFaultTests {
  @Test(arguments: broken) func `reports what is broken at its place`(file: BrokenLayer) throws {
    let place = position(of: file)
    let found = diagnostics(of: file, mending: false)
    #expect(found.map(\.id) == [file.fault])
    let fault = try #require(found.first)
    #expect(fault.position.line == place.line)
    #expect(fault.position.column == place.column)
    #expect(!fault.cure.isEmpty)
  }

  @Test(arguments: broken) func `leaves out what is broken unless it is mended`(file: BrokenLayer)
    throws
  {
    let isError = diagnostics(of: file, mending: false).contains { $0.severity == .error }
    let whole = Self.whole(file)
    let mended = try? read(file, mending: true)
    if file.isMendable {
      let mended = try #require(mended)
      #expect(mended.diagnostics.allSatisfy { $0.severity < .error })
      #expect(mended.layer.units.map(\.id).contains("A"))
    } else {
      #expect(diagnostics(of: file, mending: true).contains { $0.severity == .error })
    }
    guard !file.isFatal else {
      #expect(throws: FileError.self) { try read(file, mending: false) }
      return
    }
    let units = try read(file, mending: false).layer.units.count
    #expect(units == (isError ? whole - 1 : whole))
  }

  @Test func `lists thirty ways and more`() { #expect(Set(broken.map(\.name)).count >= 60) }

  @Test func `takes the code for a name in another encoding`() throws {
    let text = layer(
      #"{"type":"Polygon","coordinates":\#(square)}"#,
      properties: #"{"code":"A","name":"Ynys M?n"}"#)
    let bytes = text.utf8.map { $0 == UInt8(ascii: "?") ? 0xF4 : $0 }
    let read = try withFile(bytes: bytes) { try GeoJSONLayer.read(path: $0) }
    #expect(read.layer.units == [.init(id: "A", name: "A")])
    #expect(read.diagnostics.map(\.id) == ["name-not-text"])
  }

  /// How many features it has.
  private static func whole(_ file: BrokenLayer) -> Int {
    max(1, file.text.components(separatedBy: #""type":"Feature""#).count - 1)
  }

  private func read(_ file: BrokenLayer, mending: Bool) throws -> GeoJSONLayer {
    try withFile(file.text.replacing(mark, with: "")) { path in
      try GeoJSONLayer.read(path: path, GeoJSONSettings(mends: mending))
    }
  }

  private func diagnostics(of file: BrokenLayer, mending: Bool) -> [Diagnostic] {
    do {
      return try read(file, mending: mending).diagnostics
    } catch let error as FileError {
      return error.diagnostics
    } catch {
      Issue.record(error)
      return []
    }
  }

  private func position(of file: BrokenLayer) -> (line: Int, column: Int) {
    let before = file.text.prefix { String($0) != mark }
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
  func `refuses UTF-16 with its name`(order: [UInt8]) throws {
    let units = Array(polygon(square).utf16)
    let bytes =
      order
      + units.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return order[0] == 0xFF ? [low, high] : [high, low]
      }
    let error = #expect(throws: FileError.self) {
      try withFile(bytes: bytes) { try GeoJSONLayer.read(path: $0) }
    }
    #expect(error?.diagnostics.map(\.id) == ["wrong-encoding"])
  }

  @Test func `finishes on every beginning of a file`() throws {
    let text = Array(
      layer(
        #"{"type":"MultiPolygon","coordinates":[[[[0.5,-1e-1],[1,0],[1,1],[0.5,-1e-1]]]]}"#,
        properties: #"{"code":"A\u00e9","other":{"a":[true,false,null]}}"#
      ).utf8)
    for length in text.indices {
      #expect(throws: FileError.self, "\(length) bytes") {
        try withFile(bytes: Array(text[..<length])) { try GeoJSONLayer.read(path: $0) }
      }
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `ends on damaged files`(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    var bytes = Array(
      (polygon(square) + polygon("[[[0,0],[1,0],[1,1],[0,1]],[[0,0],[0,0]]]")).utf8)
    for _ in 0...seed % 5 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let interesting = Array(#"[]{},:"-.0eN\"#.utf8)
      bytes[Int(state % UInt64(bytes.count))] =
        interesting[
          Int(state >> 32) % interesting.count]
    }
    _ = try? withFile(bytes: bytes) {
      try GeoJSONLayer.read(path: $0, GeoJSONSettings(mends: true))
    }
  }
}
