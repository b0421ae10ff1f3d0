/// What can be wrong with a feature, and what to do about it.
struct GeoJSONFault {
  enum Kind: Hashable {
    case notAFeature, noProperties, noKey, keyIsNoText, duplicateKey
    case noGeometry, nullGeometry, emptyGeometry, collection, notPolygons, unknownGeometry
    case noCoordinates, wrongNesting, notANumber, shortPosition, notFinite, heights
    case shortRing, flatRing, openRing, beyondDegrees, antimeridian, repeatedMember
  }

  let kind: Kind
  let offset: Int
  let summary: String
  let cure: String
  /// Whether the feature is sound now: it was mended, or the fault takes nothing from it.
  var isMended = false

  /// Whether the coordinates cannot be told to be rings, so that what is said of rings means nothing.
  var isBeforeRings: Bool {
    switch kind {
    case .notAFeature, .notPolygons, .unknownGeometry, .noCoordinates, .wrongNesting, .notANumber,
      .shortPosition, .notFinite:
      !isMended
    default: false
    }
  }

  var isOfRings: Bool {
    switch kind {
    case .openRing, .shortRing, .flatRing, .antimeridian, .emptyGeometry, .noGeometry: true
    default: false
    }
  }

  /// A stable name for the sort of problem.
  var id: String {
    switch kind {
    case .notAFeature: "not-a-feature"
    case .noProperties: "missing-properties"
    case .noKey: "missing-key"
    case .keyIsNoText: "key-not-text"
    case .duplicateKey: "duplicate-key"
    case .noGeometry: "missing-geometry"
    case .nullGeometry: "null-geometry"
    case .emptyGeometry: "empty-geometry"
    case .collection: "geometry-collection"
    case .notPolygons: "not-polygons"
    case .unknownGeometry: "unknown-geometry"
    case .noCoordinates: "missing-coordinates"
    case .wrongNesting: "wrong-nesting"
    case .notANumber: "not-a-number"
    case .shortPosition: "short-position"
    case .notFinite: "not-finite"
    case .heights: "heights"
    case .shortRing: "short-ring"
    case .flatRing: "flat-ring"
    case .openRing: "open-ring"
    case .beyondDegrees: "beyond-degrees"
    case .antimeridian: "antimeridian"
    case .repeatedMember: "repeated-member"
    }
  }
}
