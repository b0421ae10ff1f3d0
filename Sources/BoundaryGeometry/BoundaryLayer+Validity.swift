import CGEOS
import GovernanceModel

/// A unit whose polygons are not valid, as OGC's Simple Features define it.
public struct PolygonFault: Hashable, Sendable {
  /// The position among the units.
  public let unit: Int
  /// The point of the layer that lies nearest to what is wrong.
  public let point: Int
  /// GEOS's words for it, with a small letter: `self-intersection`.
  public let words: String
}

extension BoundaryLayer {
  /// The units whose polygons are not valid: rings that cross or touch themselves or each other,
  /// holes outside their shell, shells within shells.
  ///
  /// - Throws: ``GeometryError`` when GEOS cannot look at a polygon at all.
  /// - Complexity: O(n log n) in the points of each unit, on several threads.
  public func polygonFaults(workers: Int? = nil) throws(GeometryError) -> [PolygonFault] {
    let failure = FirstFailure()
    var faults: [PolygonFault] = []
    // Several units a piece: most are checked faster than a context is made.
    let piece = 16
    let pieces = (units.count + piece - 1) / piece
    Parallel.inOrder(pieces, workers: workers ?? Parallel.workers) { number -> [PolygonFault] in
      let range = number * piece..<min(units.count, (number + 1) * piece)
      do throws(GeometryError) {
        let workspace = try Workspace()
        var found: [PolygonFault] = []
        for unit in range {
          if let fault = try fault(of: unit, workspace) { found.append(fault) }
        }
        return found
      } catch {
        failure.record(number, error)
        return []
      }
    } consume: { _, found in
      faults += found
    }
    try failure.check()
    return faults
  }

  private func fault(
    of unit: Int, _ workspace: Workspace
  ) throws(GeometryError) -> PolygonFault? {
    let geometry = try workspace.geometry(of: unit, in: self)
    var reason = [CChar](repeating: 0, count: 256)
    var x = 0.0
    var y = 0.0
    let isValid = try workspace.number("checking '\(units[unit].id)'") {
      cgeos_check($0, geometry, &reason, reason.count, &x, &y)
    }
    guard isValid == 0 else { return nil }
    let words = String(
      decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return PolygonFault(
      unit: unit, point: nearestPoint(to: (x, y), in: unit),
      words: words.prefix(1).lowercased() + words.dropFirst())
  }

  private func nearestPoint(to place: (x: Double, y: Double), in unit: Int) -> Int {
    func distance(_ point: Int) -> Double {
      let (dx, dy) = (points[2 * point] - place.x, points[2 * point + 1] - place.y)
      return dx * dx + dy * dy
    }
    let range = points(ofUnit: unit)
    return range.min { distance($0) < distance($1) } ?? range.lowerBound
  }

  /// The layer with some of its units made valid, by the structure of their rings: what lies inside a
  /// shell and in no hole is inside, and a hole outside its shell is taken for another shell.
  ///
  /// A unit of which no area is left has no polygons afterwards.
  ///
  /// - Throws: ``GeometryError`` when GEOS cannot mend one.
  public func mended(units broken: [Int]) throws(GeometryError) -> BoundaryLayer {
    guard !broken.isEmpty else { return self }
    let workspace = try Workspace()
    let broken = Set(broken)
    var layer = BoundaryLayer(name: name, coordinates: coordinates)
    layer.reserve(points: pointCount)
    for unit in units.indices {
      guard broken.contains(unit) else {
        layer.copy(unit, of: self)
        continue
      }
      let geometry = try workspace.geometry(of: unit, in: self)
      let mended = try workspace.geometry("mending '\(units[unit].id)'") {
        cgeos_mend($0, geometry)
      }
      let rings = RingCollector()
      _ = try workspace.number("mending '\(units[unit].id)'") {
        cgeos_each_ring($0, mended, Unmanaged.passUnretained(rings).toOpaque()) {
          state, points, count, isShell in
          // Safe: `rings` lives until the call ends, and the points until this one does.
          Unmanaged<RingCollector>.fromOpaque(state!).takeUnretainedValue().add(
            UnsafeBufferPointer(start: points, count: 2 * count), isShell: isShell == 1)
        }
      }
      layer.append(units[unit], polygons: withExtendedLifetime(rings) { rings.polygons })
    }
    return layer
  }

  private mutating func copy(_ unit: Int, of other: BoundaryLayer) {
    for polygon in other.polygons(of: unit) {
      for ring in other.rings(of: polygon) {
        let range = other.points(of: ring)
        points += other.points[2 * range.lowerBound..<2 * range.upperBound]
        endRing()
      }
      endPolygon()
    }
    endUnit(other.units[unit])
  }
}

/// Rings as GEOS gives them, put together to polygons.
private final class RingCollector {
  var polygons: [[[(x: Double, y: Double)]]] = []

  func add(_ points: UnsafeBufferPointer<Double>, isShell: Bool) {
    let ring = stride(from: 0, to: points.count, by: 2).map { (x: points[$0], y: points[$0 + 1]) }
    if isShell { polygons.append([ring]) } else { polygons[polygons.count - 1].append(ring) }
  }
}
