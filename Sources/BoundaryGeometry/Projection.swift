import GovernanceModel

/// From degrees on the globe to metres in a plane, by one fixed transformation that is given in full:
/// no database and no grid is read, so that another program can be given the same.
public struct Projection: Hashable, Sendable {
  /// `British National Grid (EPSG:27700)`.
  public let name: String
  /// The steps in PROJ's language. What goes in are degrees of longitude and latitude.
  public let pipeline: String

  /// Britain's grid, from WGS 84 through the seven-parameter transformation of Ordnance Survey
  /// (EPSG:1314), which is right to about 2 metres. Areas are those of the grid, which draws Britain
  /// up to 0.08 % too large or small.
  public static let britishNationalGrid = Projection(
    name: "British National Grid (EPSG:27700)",
    pipeline: """
      +proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad \
      +step +proj=cart +ellps=WGS84 \
      +step +inv +proj=helmert +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842 \
      +s=-20.489 +convention=position_vector \
      +step +inv +proj=cart +ellps=airy \
      +step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy
      """)

  /// Lambert's azimuthal equal-area projection around a point, in whole degrees.
  public static func equalArea(longitude: Int, latitude: Int) -> Projection {
    Projection(
      name: "Lambert's azimuthal equal-area projection around \(longitude), \(latitude)",
      pipeline: """
        +proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad \
        +step +proj=laea +lat_0=\(latitude) +lon_0=\(longitude) +ellps=WGS84
        """)
  }

  /// The projection for some layers: Britain's grid where all of them lie within the bounds that its
  /// definition gives, else the equal-area one around the middle of their extent.
  public static func suited(to layers: [BoundaryLayer]) -> Projection {
    let boxes = layers.compactMap(\.box)
    let isBritish = boxes.allSatisfy {
      $0.minX >= -9.01 && $0.maxX <= 2.01 && $0.minY >= 49.75 && $0.maxY <= 61.01
    }
    guard !isBritish, let all = boxes.dropFirst().reduce(boxes.first, { $0?.union($1) }) else {
      return .britishNationalGrid
    }
    return .equalArea(
      longitude: middleLongitude(of: layers), latitude: wholeDegree((all.minY + all.maxY) / 2))
  }

  /// The middle of the longitudes as seen across their widest gap: of an area on both sides of the
  /// antimeridian it lies near 180 degrees, not near 0.
  private static func middleLongitude(of layers: [BoundaryLayer]) -> Int {
    var isMet = [Bool](repeating: false, count: 360)
    for layer in layers {
      for ring in layer.ringEnds.indices {
        let points = layer.points(of: ring)
        // A ring covers every degree between its points.
        let longitudes = points.map { layer.points[2 * $0] }
        guard let low = longitudes.min(), let high = longitudes.max() else { continue }
        // What was joined across the antimeridian goes on beyond 180 degrees.
        for degree in Int(max(low, -180).rounded(.down))...Int(min(high, 360).rounded(.down)) {
          isMet[(degree + 540) % 360] = true
        }
      }
    }
    var widest = (start: 0, length: 0)
    var start: Int?
    for degree in 0..<720 {
      if isMet[degree % 360] {
        start = nil
      } else {
        start = start ?? degree
        if degree - start! + 1 > widest.length, degree - start! < 360 {
          widest = (start!, degree - start! + 1)
        }
      }
    }
    // Opposite the middle of the gap.
    let middle = (widest.start + widest.length / 2 + 180) % 360 - 180
    return widest.length == 0 ? 0 : middle
  }

  private static func wholeDegree(_ degrees: Double) -> Int {
    Int(min(max(degrees, -90), 90).rounded())
  }
}
