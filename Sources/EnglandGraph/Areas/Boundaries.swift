import GovernanceModel
import GraphFiles
import Interchange

/// Coarse borders of three geographies, dissolved from generalised small areas, for maps: one file of
/// polygons for each, a line for a feature.
///
/// Points stand on a grid of a hundred thousandth of a degree, about a metre, so that a point that
/// two neighbours share is the same in both.
struct Boundaries {
  private struct Layer {
    /// The geography as the zones name it, and the time of its borders.
    let name: String
    let source: String
    let key: String
    let title: String
  }

  private static let layers = [
    Layer(name: "stp-2017-04", source: "stp17", key: "STP17CD", title: "STP17NM"),
    Layer(name: "ccg-2017-04", source: "ccg17", key: "CCG17CDH", title: "CCG17NM"),
    Layer(name: "utla-2018-04", source: "utla18", key: "UTLA18CD", title: "UTLA18NM"),
  ]

  /// As the licence of the small areas asks.
  private static let attribution = """
    Source: Office for National Statistics, boundaries of small areas, dissolved and simplified; \
    licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database \
    right 2017. Coarse: for maps, not for areas to the hectare.
    """

  /// The text of each file, by its name.
  let files: [(name: String, text: String)]

  init(_ sources: SourceFolder) throws(FileError) {
    var files: [(name: String, text: String)] = []
    for layer in Self.layers {
      let read = try GeoJSONLayer.read(
        path: "\(sources.path)/boundaries/\(layer.source).geojson",
        GeoJSONSettings(key: layer.key, name: layer.title))
      guard read.diagnostics.isEmpty else { throw FileError(read.diagnostics) }
      files.append((layer.name + ".geojson", Self.text(of: read.layer)))
    }
    self.files = files
  }

  func write(into folder: String) throws(FileError) {
    try TextFile.makeFolder(folder + "/boundaries")
    for (name, text) in files { try TextFile.write(text, to: "\(folder)/boundaries/\(name)") }
  }

  private static func text(of layer: BoundaryLayer) -> String {
    let units = layer.units.indices.sorted { layer.units[$0].id < layer.units[$1].id }
    let features = units.map { feature($0, of: layer) }
    return #"{"type":"FeatureCollection","attribution":\#(quoted(attribution)),"features":["#
      + "\n" + features.joined(separator: ",\n") + "\n]}\n"
  }

  private static func feature(_ unit: Int, of layer: BoundaryLayer) -> String {
    let polygons = layer.polygons(of: unit).map { polygon in
      "["
        + layer.rings(of: polygon).map { ring(layer.points(of: $0), of: layer) }
        .joined(separator: ",") + "]"
    }
    let geometry =
      polygons.count == 1
      ? #"{"type":"Polygon","coordinates":\#(polygons[0])}"#
      : #"{"type":"MultiPolygon","coordinates":[\#(polygons.joined(separator: ","))]}"#
    let (id, name) = (layer.units[unit].id, layer.units[unit].name)
    return #"{"type":"Feature","properties":{"code":\#(quoted(id)),"name":\#(quoted(name))},"#
      + #""geometry":\#(geometry)}"#
  }

  private static func ring(_ points: Range<Int>, of layer: BoundaryLayer) -> String {
    var places: [(x: Int, y: Int)] = []
    for point in points {
      let place = (
        x: Int((layer.points[2 * point] * 1e5).rounded()),
        y: Int((layer.points[2 * point + 1] * 1e5).rounded())
      )
      if let last = places.last, last == place { continue }
      places.append(place)
    }
    return "[" + places.map { "[\(degrees($0.x)),\(degrees($0.y))]" }.joined(separator: ",") + "]"
  }

  /// A hundred thousandth of a degree as degrees, without zeros at the end.
  private static func degrees(_ number: Int) -> String {
    let (whole, rest) = (abs(number) / 100_000, abs(number) % 100_000)
    let sign = number < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var digits = String(100_000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
