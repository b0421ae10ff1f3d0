import GovernanceModel
import GraphFiles

/// Reads a collection of features, one by one, and collects what is wrong with each.
struct GeoJSONReader {
  let bytes: ByteText
  let path: String
  let settings: GeoJSONSettings
  var layer: BoundaryLayer
  /// Where each ring of the layer begins.
  var ringOffsets: [Int] = []
  /// The features of the units.
  var featureNumbers: [Int] = []
  var featureOffsets: [Int] = []
  /// The property with the codes, once it is known.
  var key: String?
  var name: String?
  var featureCount = 0
  var firstHeight: Int?
  /// Where the first name stands that is no text in UTF-8.
  var firstBadName: Int?
  /// Whether the polygon that is read has lost its shell.
  var isShellDropped = false
  /// Whether the file as a whole cannot be used.
  var hasFatal = false
  var crs: (offset: Int, text: String)?
  /// Whose data it is, where the file says so.
  var attribution: String?
  /// What is wrong, with its offset; the path and place are found at the end.
  var found: [(offset: Int, diagnostic: Diagnostic)] = []

  init(_ bytes: ByteText, path: String, _ settings: GeoJSONSettings) {
    self.bytes = bytes
    self.path = path
    self.settings = settings
    key = settings.key
    layer = BoundaryLayer(
      name: Self.layerName(of: path), coordinates: settings.isPlanar ? .metres : .degrees)
    // Two numbers of nine characters and what is around them.
    layer.reserve(points: bytes.count / 20)
  }

  /// The file's name without folder and ending.
  static func layerName(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }

  mutating func read() throws(FileError) -> GeoJSONLayer {
    var cursor = JSONCursor(bytes, at: try start())
    do throws(JSONCursor.Fault) {
      try readCollection(&cursor)
      cursor.skipSpace()
      if !cursor.isAtEnd { throw cursor.fault("something follows the end of the collection") }
    } catch {
      fatal("not-json", at: error.offset, error.summary, cure: "save it again, whole, as GeoJSON")
      throw failure()
    }
    if layer.units.isEmpty, featureCount == 0, found.isEmpty {
      fatal("no-features", at: 0, "the layer has no features", cure: "export it again")
    }
    if hasFatal { throw failure() }
    checkExtent()
    joinDuplicates()
    if hasFatal { throw failure() }
    if let firstHeight {
      report(
        "heights", .note, at: firstHeight, "the positions have heights, which are not regarded",
        cure: "nothing needs to be done")
    }
    if let firstBadName {
      report(
        "name-not-text", .warning, at: firstBadName,
        "a name is not in UTF-8, and the code stands for it", cure: "save the file as UTF-8")
    }
    return GeoJSONLayer(
      path: path, layer: layer, diagnostics: diagnostics(), key: key ?? "",
      attribution: attribution, featureNumbers: featureNumbers, ringOffsets: ringOffsets)
  }

  /// Where the JSON begins: after a byte order mark.
  private mutating func start() throws(FileError) -> Int {
    func begins(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }
    if bytes.isEmpty {
      fatal("empty-file", at: 0, "the file is empty", cure: "export it again")
    } else if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) || begins([0x00])
      || (bytes.count > 1 && bytes[1] == 0)
    {
      fatal("wrong-encoding", at: 0, "the file is UTF-16 or UTF-32", cure: "save it as UTF-8")
    } else if begins([0x1F, 0x8B]) || begins(Array("PK".utf8)) {
      fatal("compressed-file", at: 0, "the file is compressed", cure: "unpack it first")
    }
    if hasFatal { throw failure() }
    guard begins([0xEF, 0xBB, 0xBF]) else { return 0 }
    report(
      "byte-order-mark", .warning, at: 0, "the file begins with a byte order mark",
      cure: "save it as UTF-8 without one")
    return 3
  }

  private mutating func readCollection(_ cursor: inout JSONCursor) throws(JSONCursor.Fault) {
    let start = cursor
    var type: (offset: Int, text: String)?
    var hasFeatures = false
    cursor.skipSpace()
    guard cursor.next == UInt8(ascii: "{") else {
      if cursor.isAtEnd { throw cursor.fault("a collection of features is missing") }
      try cursor.skipValue()
      fatal("wrong-top", at: 0, "the file is JSON, but no object", cure: Self.exportCure)
      return
    }
    try cursor.eachMember { (cursor, member) throws(JSONCursor.Fault) in
      let offset = cursor.offset
      if cursor.string(member, is: "type") {
        type = (offset, try Self.text(&cursor))
      } else if cursor.string(member, is: "features") {
        hasFeatures = true
        guard cursor.next == UInt8(ascii: "[") else {
          try cursor.skipValue()
          fatal("no-features", at: offset, "\"features\" is no list", cure: Self.exportCure)
          return
        }
        try cursor.eachItem { (cursor) throws(JSONCursor.Fault) in try readFeature(&cursor) }
      } else {
        let isCRS = cursor.string(member, is: "crs")
        if cursor.string(member, is: "attribution"), cursor.next == UInt8(ascii: "\"") {
          attribution = try Self.text(&cursor)
          return
        }
        try cursor.skipValue()
        if isCRS { crs = (offset, cursor.raw(offset..<cursor.offset)) }
      }
    }
    if !hasFeatures {
      if type?.text == "Feature" {
        var again = start
        try readFeature(&again)
      } else {
        refuse(type)
      }
    } else if let type, type.text != "FeatureCollection" {
      report(
        "wrong-top", .warning, at: type.offset,
        "the type of the file is \"\(Self.shortened(type.text))\", and its features are read as "
          + "those of a FeatureCollection", cure: "write \"FeatureCollection\"")
    }
    checkCRS()
  }

  private static let exportCure = "export the layer as GeoJSON: a FeatureCollection"

  /// Says what a file without features is.
  private mutating func refuse(_ type: (offset: Int, text: String)?) {
    guard let type else {
      fatal("wrong-top", at: 0, "the file has no features and no type", cure: Self.exportCure)
      return
    }
    let text = Self.shortened(type.text)
    let cure =
      switch type.text {
      case "Topology": "this is TopoJSON: convert it to GeoJSON, with mapshaper or ogr2ogr"
      case "FeatureCollection": "write its features in a list \"features\""
      default: "put it into a feature with a code among its properties, in a FeatureCollection"
      }
    fatal("wrong-top", at: type.offset, "the file is a \"\(text)\" without features", cure: cure)
  }

  /// GeoJSON of before 2016 could name a coordinate system.
  private mutating func checkCRS() {
    guard let crs, !settings.isPlanar else { return }
    let isWGS84 = ["CRS84", "4326", "WGS84"].contains { crs.text.contains($0) }
    guard !isWGS84 else { return }
    fatal(
      "other-crs", at: crs.offset,
      "the file names a coordinate system that is not WGS 84: \(Self.shortened(crs.text))",
      cure: "export it as WGS 84 (EPSG:4326), or take metres in a plane as they are with --planar")
  }

  /// A value as text: the contents of a string; else empty.
  static func text(_ cursor: inout JSONCursor) throws(JSONCursor.Fault) -> String {
    guard cursor.next == UInt8(ascii: "\"") else {
      try cursor.skipValue()
      return ""
    }
    let range = try cursor.skipString()
    return cursor.text(range) ?? ""
  }

  static func shortened(_ text: String) -> String {
    text.count > 80 ? text.prefix(80) + "…" : text
  }
}

extension GeoJSONReader {
  mutating func report(
    _ id: String, _ severity: Diagnostic.Severity = .error, at offset: Int, _ summary: String,
    cure: String
  ) {
    found.append(
      (
        offset,
        Diagnostic(
          id: id, severity: severity, position: SourcePosition(path: path), summary: summary,
          cure: cure)
      ))
  }

  /// Something that is wrong with the file and not with one feature.
  mutating func fatal(_ id: String, at offset: Int, _ summary: String, cure: String) {
    hasFatal = true
    report(id, at: offset, summary, cure: cure)
  }

  /// Everything that was found, with its place, in order.
  func diagnostics() -> [Diagnostic] {
    let positions = FilePlaces(bytes, path: path).positions(of: found.map(\.offset))
    var list = DiagnosticList()
    for (entry, position) in zip(found, positions) {
      list.append(
        Diagnostic(
          id: entry.diagnostic.id, severity: entry.diagnostic.severity, position: position,
          summary: entry.diagnostic.summary, cure: entry.diagnostic.cure))
    }
    return list.sorted()
  }

  func failure() -> FileError { FileError(diagnostics()) }
}
