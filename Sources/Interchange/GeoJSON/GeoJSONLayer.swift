import GovernanceModel
import GraphFiles

/// A layer of polygons as a GeoJSON file has it (RFC 7946), with what is wrong in the file.
///
/// ```swift
/// let ccgs = try GeoJSONLayer.read(path: "ccg17.geojson", GeoJSONSettings(key: "CCG17CD"))
/// ccgs.layer.units.count  // 207
/// ```
public struct GeoJSONLayer: Sendable {
  public let path: String
  /// The features that are sound, or were mended, in the order of the file.
  public let layer: BoundaryLayer
  /// What is wrong, by position. A feature with an error is not in the layer; a warning says what
  /// was mended or passed over.
  public let diagnostics: [Diagnostic]
  /// The property that the codes were read from.
  public let key: String
  /// Whose data it is, where the file has a member `attribution` that says so.
  public let attribution: String?
  /// For each unit the number of its feature, counted from 1.
  public let featureNumbers: [Int]
  /// Where each ring begins in the file.
  let ringOffsets: [Int]

  /// Reads a layer.
  ///
  /// - Throws: `FileError` when the file cannot be opened, is no JSON, or is no collection of
  ///   features: what can be said of single features is in ``diagnostics``.
  /// - Complexity: O(bytes).
  public static func read(
    path: String, _ settings: GeoJSONSettings = GeoJSONSettings()
  ) throws(FileError) -> GeoJSONLayer {
    let file = try FileBytes(path: path)
    let read: Result<GeoJSONLayer, FileError> = file.withBytes { bytes in
      Result { () throws(FileError) in
        var reader = GeoJSONReader(bytes, path: path, settings)
        return try reader.read()
      }
    }
    return try read.get()
  }

  /// Where a point of the layer stands in the file.
  ///
  /// - Complexity: O(bytes): the file is gone through again.
  public func position(ofPoint point: Int) -> SourcePosition {
    let ring = layer.ring(ofPoint: point)
    let within = point - layer.points(of: ring).lowerBound
    guard let file = try? FileBytes(path: path) else { return SourcePosition(path: path) }
    return file.withBytes { bytes in
      // The place of a ring is that of its bracket; each point has one of its own.
      var offset = ringOffsets[ring]
      var left = within + 2
      while offset < bytes.count {
        if bytes[offset] == UInt8(ascii: "[") { left -= 1 }
        if left == 0 { break }
        offset += 1
      }
      return FilePlaces(bytes, path: path).positions(of: [offset])[0]
    }
  }
}

/// How a GeoJSON file is to be read.
public struct GeoJSONSettings: Hashable, Sendable {
  /// The property with the codes; nil for the one that looks like it.
  public var key: String?
  /// The property with the names; nil for the one that looks like it.
  public var name: String?
  /// Whether the coordinates are metres in a plane and not degrees, as the standard has them.
  public var isPlanar: Bool
  /// Whether faults are mended where it is plain how.
  public var mends: Bool

  public init(
    key: String? = nil, name: String? = nil, isPlanar: Bool = false, mends: Bool = false
  ) {
    self.key = key
    self.name = name
    self.isPlanar = isPlanar
    self.mends = mends
  }
}

/// Turns offsets in a file into lines and columns.
struct FilePlaces {
  private let bytes: ByteText
  private let path: String

  init(_ bytes: ByteText, path: String) {
    self.bytes = bytes
    self.path = path
  }

  /// The positions of some offsets, in their order; columns are characters.
  ///
  /// - Complexity: O(bytes + n log n) for n offsets.
  func positions(of offsets: [Int]) -> [SourcePosition] {
    var positions = [SourcePosition](repeating: SourcePosition(path: path), count: offsets.count)
    var (offset, line, column) = (0, 1, 1)
    for index in offsets.indices.sorted(by: { offsets[$0] < offsets[$1] }) {
      while offset < min(offsets[index], bytes.count) {
        if bytes[offset] == UInt8(ascii: "\n") {
          (line, column) = (line + 1, 1)
        } else if bytes[offset] & 0xC0 != 0x80 {
          column += 1
        }
        offset += 1
      }
      positions[index] = SourcePosition(path: path, line: line, column: column)
    }
    return positions
  }
}
