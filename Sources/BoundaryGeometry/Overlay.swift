import CGEOS
import GovernanceModel

/// How the polygons of two layers in metres lie on each other.
public struct Overlay: Sendable {
  /// Two units that have an area in common.
  public struct Common: Hashable, Sendable {
    /// The position in the units of the first layer.
    public let from: Int
    /// The position in the units of the second.
    public let to: Int
    /// In square metres, more than 0.
    public let area: Double
  }

  /// In square metres, by the units of each layer.
  public let fromAreas: [Double]
  public let toAreas: [Double]
  /// By `from`, then by `to`.
  public let commons: [Common]

  /// Finds what two layers have in common: by a sweep over their edges where it can be sure of the
  /// answer, else through GEOS.
  ///
  /// - Parameters:
  ///   - from: valid polygons, in metres.
  ///   - to: the same.
  /// - Throws: ``GeometryError`` with the units that could not be overlaid.
  /// - Complexity: O(n) for n points where units of a layer do not overlap; else O(n log n) for each
  ///   pair of units that meet, with n points between them.
  public init(
    _ from: BoundaryLayer, _ to: BoundaryLayer, workers: Int? = nil
  ) throws(GeometryError) {
    try self.init(from, to, workers: workers, sweeps: true)
  }

  /// - Parameter sweeps: whether areas may come from the edges alone.
  init(
    _ from: BoundaryLayer, _ to: BoundaryLayer, workers: Int? = nil, sweeps: Bool
  ) throws(GeometryError) {
    precondition(
      from.coordinates == .metres && to.coordinates == .metres, "Areas of degrees are no areas.")
    fromAreas = from.areas
    toAreas = to.areas
    guard sweeps, let sweep = AreaSweep(from, to) else {
      commons = try Self.overlaid(from, to, workers: workers) { _, _ in true }
      return
    }
    let unsure = sweep.unsure
    guard !unsure.from.isEmpty || !unsure.to.isEmpty else {
      commons = sweep.commons
      return
    }
    let overlaid = try Self.overlaid(from, to, workers: workers) {
      unsure.from.contains($0) || unsure.to.contains($1)
    }
    commons =
      (sweep.commons.filter { !unsure.from.contains($0.from) && !unsure.to.contains($0.to) }
      + overlaid).sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  /// The common areas of some pairs through GEOS: a spatial index finds the units whose boxes meet,
  /// prepared geometries those that meet, and the overlay of each such pair gives the area.
  private static func overlaid(
    _ from: BoundaryLayer, _ to: BoundaryLayer, workers: Int?, where isAsked: (Int, Int) -> Bool
  ) throws(GeometryError) -> [Common] {
    let pool = LayerPairPool(from, to)
    let candidates = try Self.candidates(from, to, pool).enumerated().map { unit, others in
      others.filter { isAsked(unit, $0) }
    }
    let failure = FirstFailure()
    var commons: [Common] = []
    Parallel.inOrder(from.units.count, workers: workers ?? Parallel.workers) { unit -> [Common] in
      guard !failure.isRecorded, !candidates[unit].isEmpty else { return [] }
      do throws(GeometryError) {
        return try pool.use { (pair) throws(GeometryError) in
          try Self.commons(of: unit, with: candidates[unit], pair, (from, to))
        }
      } catch {
        failure.record(unit, error)
        return []
      }
    } consume: { _, found in
      commons += found
    }
    try failure.check()
    return commons
  }

  /// For each unit of the first layer those of the second whose box meets its own, in order.
  static func candidates(
    _ from: BoundaryLayer, _ to: BoundaryLayer, _ pool: LayerPairPool
  ) throws(GeometryError) -> [[Int]] {
    try pool.use { (pair) throws(GeometryError) in
      let workspace = pair.workspace
      let tree = try workspace.openTree()
      func box(_ box: BoundaryBox) throws(GeometryError) -> OpaquePointer {
        try workspace.geometry("making a box") {
          cgeos_box($0, box.minX, box.minY, box.maxX, box.maxY)
        }
      }
      for unit in to.units.indices {
        guard let around = to.box(ofUnit: unit) else { continue }
        cgeos_tree_insert(workspace.context, tree, try box(around), unit)
      }
      var candidates: [[Int]] = []
      for unit in from.units.indices {
        guard let around = from.box(ofUnit: unit) else {
          candidates.append([])
          continue
        }
        let found = Found()
        cgeos_tree_query(
          workspace.context, tree, try box(around), Unmanaged.passUnretained(found).toOpaque()
        ) { state, item in
          // Safe: `found` lives until the query ends.
          Unmanaged<Found>.fromOpaque(state!).takeUnretainedValue().items.append(item)
        }
        candidates.append(withExtendedLifetime(found) { found.items.sorted() })
      }
      return candidates
    }
  }

  private final class Found {
    var items: [Int] = []
  }

  private static func commons(
    of unit: Int, with others: [Int], _ pair: LayerPair,
    _ layers: (from: BoundaryLayer, to: BoundaryLayer)
  ) throws(GeometryError) -> [Common] {
    let geometry = try pair.from[unit]
    let prepared = try pair.from.prepared(unit)
    var commons: [Common] = []
    for other in others {
      func attempted() -> String {
        "overlaying '\(layers.from.units[unit].id)' and '\(layers.to.units[other].id)'"
      }
      let otherGeometry = try pair.to[other]
      let meet = try pair.workspace.number(attempted()) {
        cgeos_intersects($0, prepared, otherGeometry)
      }
      guard meet == 1 else { continue }
      let area = try pair.workspace.number(attempted()) {
        cgeos_common_area($0, geometry, otherGeometry)
      }
      if area > 0 { commons.append(Common(from: unit, to: other, area: area)) }
    }
    return commons
  }
}

extension BoundaryLayer {
  /// The area of each unit in square metres: that of its shells less that of its holes.
  ///
  /// - Complexity: O(points).
  public var areas: [Double] {
    units.indices.map { unit in
      polygons(of: unit).reduce(0) { sum, polygon in
        rings(of: polygon).enumerated().reduce(sum) { sum, ring in
          sum + (ring.offset == 0 ? 1 : -1) * abs(area(of: ring.element))
        }
      }
    }
  }

  /// By the shoelace formula around the ring's first point.
  private func area(of ring: Int) -> Double {
    let range = points(of: ring)
    guard let start = range.first else { return 0 }
    var sum = AccurateSum()
    let (x, y) = (points[2 * start], points[2 * start + 1])
    for point in range.dropFirst() {
      sum.addArea(
        points[2 * point - 2] - x, points[2 * point - 1] - y, points[2 * point] - x,
        points[2 * point + 1] - y, sign: 0.5)
    }
    return sum.value
  }
}
