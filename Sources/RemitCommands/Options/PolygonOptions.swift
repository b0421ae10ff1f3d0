import ArgumentParser
import Interchange
import Reports

/// How files of polygons are to be read.
struct PolygonOptions: ParsableArguments {
  @Option(
    help: """
      The property with the codes of the areas in files of polygons; given twice, that of the first \
      file and of the second (else the one that ends in CD, or is called code or id).
      """)
  var key: [String] = []

  @Flag(help: "Take the coordinates of files of polygons as metres in a plane, not as degrees.")
  var planar = false

  @Flag(help: "Mend polygons that are broken where it is plain how, and list what was mended.")
  var mend = false

  /// How the file at a position among the arguments is to be read.
  func settings(ofFile position: Int) -> GeoJSONSettings {
    GeoJSONSettings(
      key: key.indices.contains(position) ? key[position] : key.first, isPlanar: planar, mends: mend
    )
  }

  func validate() throws {
    if key.count > 2 { throw ValidationError("--key is given at most twice, once for each file") }
    if key.contains("") { throw ValidationError("--key is empty; name a property") }
  }
}
