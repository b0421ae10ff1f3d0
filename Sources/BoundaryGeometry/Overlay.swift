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

  /// Overlays two layers through GEOS: a spatial index finds the units whose boxes meet, prepared
  /// geometries those that meet, and the overlay of each such pair gives the area.
  ///
  /// - Parameters:
  ///   - from: valid polygons, in metres.
  ///   - to: the same.
  /// - Throws: ``GeometryError`` with the units that could not be overlaid.
  /// - Complexity: O(n log n) for each pair of units that meet, with n points between them.
  public init(
    _ from: BoundaryLayer, _ to: BoundaryLayer, workers: Int? = nil
  ) throws(GeometryError) {
    precondition(
      from.coordinates == .metres && to.coordinates == .metres, "Areas of degrees are no areas.")
    let pool = LayerPairPool(from, to)
    let candidates = try Self.candidates(from, to, pool)
    (fromAreas, toAreas) = try pool.use { (pair) throws(GeometryError) in
      (try Self.areas(of: pair.from, from), try Self.areas(of: pair.to, to))
    }
    let areas = (fromAreas, toAreas)
    let failure = FirstFailure()
    var commons: [Common] = []
    Parallel.inOrder(from.units.count, workers: workers ?? Parallel.workers) { unit -> [Common] in
      guard !failure.isRecorded, !candidates[unit].isEmpty else { return [] }
      do throws(GeometryError) {
        return try pool.use { (pair) throws(GeometryError) in
          try Self.commons(of: unit, with: candidates[unit], pair, (from, to), areas)
        }
      } catch {
        failure.record(unit, error)
        return []
      }
    } consume: { _, found in
      commons += found
    }
    try failure.check()
    self.commons = commons
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

  private static func areas(
    of units: UnitGeometries, _ layer: BoundaryLayer
  ) throws(GeometryError) -> [Double] {
    var areas: [Double] = []
    for unit in layer.units.indices {
      let geometry = try units[unit]
      areas.append(
        try units.workspace.number("measuring '\(layer.units[unit].id)'") {
          cgeos_area($0, geometry)
        })
    }
    return areas
  }

  private static func commons(
    of unit: Int, with others: [Int], _ pair: LayerPair,
    _ layers: (from: BoundaryLayer, to: BoundaryLayer), _ areas: (from: [Double], to: [Double])
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
