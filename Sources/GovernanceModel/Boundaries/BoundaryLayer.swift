/// The areas of a geography as polygons: one layer of a map.
///
/// All points stand in one list, so that a layer of a million of them is one block of memory that a
/// library for projections can work through in place.
public struct BoundaryLayer: Hashable, Sendable {
  /// One area of the layer.
  public struct Unit: Hashable, Sendable {
    /// Its code, each once in a layer.
    public let id: String
    public let name: String

    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// What the two numbers of a point are.
  public enum Coordinates: Hashable, Sendable {
    /// Degrees east and north (WGS 84), as GeoJSON has them.
    case degrees
    /// Metres east and north in a plane.
    case metres
  }

  /// As it is asked for: the name of its file without folder and ending.
  public var name: String
  public var coordinates: Coordinates
  public private(set) var units: [Unit] = []
  /// East and north in turn.
  package var points: [Double] = []
  /// After which point each ring ends. The last point of a ring is its first.
  package private(set) var ringEnds: [Int32] = []
  /// After which ring each polygon ends. The first ring of a polygon is its shell, the others are
  /// its holes.
  package private(set) var polygonEnds: [Int32] = []
  /// After which polygon each unit ends.
  package private(set) var unitEnds: [Int32] = []

  public init(name: String, coordinates: Coordinates) {
    self.name = name
    self.coordinates = coordinates
  }

  public var pointCount: Int { points.count / 2 }

  /// Adds a unit.
  ///
  /// - Parameter polygons: polygons of rings of points; the first ring of each is its shell.
  public mutating func append(_ unit: Unit, polygons: [[[(x: Double, y: Double)]]]) {
    for rings in polygons {
      for ring in rings {
        for point in ring { points += [point.x, point.y] }
        endRing()
      }
      endPolygon()
    }
    endUnit(unit)
  }

  package mutating func endRing() { ringEnds.append(Int32(points.count / 2)) }
  package mutating func endPolygon() { polygonEnds.append(Int32(ringEnds.count)) }
  package mutating func endUnit(_ unit: Unit) {
    units.append(unit)
    unitEnds.append(Int32(polygonEnds.count))
  }

  /// Makes room, so that a large file is not copied while it is read.
  package mutating func reserve(points: Int) { self.points.reserveCapacity(points * 2) }
}

extension BoundaryLayer {
  /// The numbers of a unit's polygons.
  package func polygons(of unit: Int) -> Range<Int> { Self.range(unit, unitEnds) }
  /// The numbers of a polygon's rings.
  package func rings(of polygon: Int) -> Range<Int> { Self.range(polygon, polygonEnds) }
  /// The numbers of a ring's points.
  package func points(of ring: Int) -> Range<Int> { Self.range(ring, ringEnds) }

  /// The numbers of a unit's rings.
  package func rings(ofUnit unit: Int) -> Range<Int> {
    let polygons = polygons(of: unit)
    guard !polygons.isEmpty else { return 0..<0 }
    return rings(of: polygons.lowerBound).lowerBound..<rings(of: polygons.upperBound - 1).upperBound
  }

  /// The numbers of a unit's points.
  package func points(ofUnit unit: Int) -> Range<Int> {
    let rings = rings(ofUnit: unit)
    guard !rings.isEmpty else { return 0..<0 }
    return points(of: rings.lowerBound).lowerBound..<points(of: rings.upperBound - 1).upperBound
  }

  private static func range(_ item: Int, _ ends: [Int32]) -> Range<Int> {
    (item == 0 ? 0 : Int(ends[item - 1]))..<Int(ends[item])
  }

  /// The box around a unit; nil for one without points.
  public func box(ofUnit unit: Int) -> BoundaryBox? { box(ofPoints: points(ofUnit: unit)) }

  /// The box around everything; nil for an empty layer.
  public var box: BoundaryBox? { box(ofPoints: 0..<pointCount) }

  private func box(ofPoints range: Range<Int>) -> BoundaryBox? {
    guard let first = range.first else { return nil }
    var box = BoundaryBox(x: points[2 * first], y: points[2 * first + 1])
    points.withUnsafeBufferPointer { points in
      for point in range { box.include(x: points[2 * point], y: points[2 * point + 1]) }
    }
    return box
  }

  /// Gives units other codes, of which each must be new to the layer or the unit's own.
  package mutating func rename(_ ids: [String: String]) {
    var used = Set(units.map(\.id))
    units = units.map { unit in
      guard let id = ids[unit.id], used.insert(id).inserted else { return unit }
      return Unit(id: id, name: unit.name)
    }
  }

  /// A layer of some of the units, in the order given.
  public func only(_ chosen: [Int]) -> BoundaryLayer { joined(chosen.map { [$0] }) }

  /// A layer with one unit for each group of units, which has the polygons of all of them and the
  /// code and name of the first.
  public func joined(_ groups: [[Int]]) -> BoundaryLayer {
    var layer = BoundaryLayer(name: name, coordinates: coordinates)
    layer.reserve(points: pointCount)
    for group in groups {
      guard let first = group.first else { continue }
      for polygon in group.flatMap({ polygons(of: $0) }) {
        for ring in rings(of: polygon) {
          let range = points(of: ring)
          layer.points += points[2 * range.lowerBound..<2 * range.upperBound]
          layer.endRing()
        }
        layer.endPolygon()
      }
      layer.endUnit(units[first])
    }
    return layer
  }
}

/// An upright rectangle around points.
public struct BoundaryBox: Hashable, Sendable {
  public var minX: Double
  public var minY: Double
  public var maxX: Double
  public var maxY: Double

  public init(x: Double, y: Double) {
    (minX, minY, maxX, maxY) = (x, y, x, y)
  }

  public mutating func include(x: Double, y: Double) {
    minX = min(minX, x)
    minY = min(minY, y)
    maxX = max(maxX, x)
    maxY = max(maxY, y)
  }

  public func union(_ other: BoundaryBox) -> BoundaryBox {
    var box = self
    box.include(x: other.minX, y: other.minY)
    box.include(x: other.maxX, y: other.maxY)
    return box
  }

  public func meets(_ other: BoundaryBox) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  public var width: Double { maxX - minX }
  public var height: Double { maxY - minY }
}

extension BoundaryLayer {
  /// A state to come back to.
  package struct Mark {
    package let points, rings, polygons: Int
  }

  package var mark: Mark {
    Mark(points: points.count / 2, rings: ringEnds.count, polygons: polygonEnds.count)
  }

  /// Takes away what was added since, as long as no unit was ended.
  package mutating func remove(since mark: Mark) {
    points.removeLast(points.count - mark.points * 2)
    ringEnds.removeLast(ringEnds.count - mark.rings)
    polygonEnds.removeLast(polygonEnds.count - mark.polygons)
  }

  /// The ring that a point belongs to.
  ///
  /// - Complexity: O(log rings).
  package func ring(ofPoint point: Int) -> Int {
    var range = ringEnds.indices
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range =
        Int(ringEnds[middle - 1]) > point
        ? range.lowerBound..<middle : middle..<range.upperBound
    }
    return range.lowerBound
  }
}
