import CGEOS
import GovernanceModel

/// One thread's GEOS: a context, and what was made in it. Everything is freed with it.
///
/// Neither contexts nor geometries are shared between threads: GEOS fills in boxes and indexes of a
/// geometry when they are first asked for.
final class Workspace {
  let context: OpaquePointer
  private var geometries: [OpaquePointer] = []
  private var prepared: [OpaquePointer] = []
  private var trees: [OpaquePointer] = []

  init() throws(GeometryError) {
    try Libraries.loadGEOS()
    guard let context = cgeos_open() else { throw .noContext("GEOS", package: "libgeos-dev") }
    self.context = context
  }

  deinit {
    for item in prepared { cgeos_free_prepared(context, item) }
    for item in trees { cgeos_tree_close(context, item) }
    for item in geometries { cgeos_free(context, item) }
    cgeos_close(context)
  }

  /// Does something of GEOS's and keeps the geometry it gives, or throws GEOS's words.
  func geometry(
    _ attempted: @autoclosure () -> String, _ make: (OpaquePointer) -> OpaquePointer?
  ) throws(GeometryError) -> OpaquePointer {
    cgeos_forget(context)
    guard let made = make(context) else { throw failure(attempted()) }
    geometries.append(made)
    return made
  }

  /// Does something of GEOS's that gives a number, or throws GEOS's words.
  func number<Number: Comparable & ExpressibleByIntegerLiteral>(
    _ attempted: @autoclosure () -> String, _ make: (OpaquePointer) -> Number
  ) throws(GeometryError) -> Number {
    cgeos_forget(context)
    let made = make(context)
    // Not a number is no area either.
    guard made >= 0 else { throw failure(attempted()) }
    return made
  }

  func prepare(_ geometry: OpaquePointer) throws(GeometryError) -> OpaquePointer {
    cgeos_forget(context)
    guard let made = cgeos_prepare(context, geometry) else { throw failure("indexing a polygon") }
    prepared.append(made)
    return made
  }

  func openTree() throws(GeometryError) -> OpaquePointer {
    guard let tree = cgeos_tree_open(context) else { throw failure("making a spatial index") }
    trees.append(tree)
    return tree
  }

  /// The polygons of a unit.
  func geometry(of unit: Int, in layer: BoundaryLayer) throws(GeometryError) -> OpaquePointer {
    try geometry("reading the polygons of '\(layer.units[unit].id)'") { context in
      Self.make(unit, in: layer, context)
    }
  }

  private static func make(
    _ unit: Int, in layer: BoundaryLayer, _ context: OpaquePointer
  ) -> OpaquePointer? {
    let polygons = layer.polygons(of: unit)
    let rings = layer.rings(ofUnit: unit)
    let points = layer.points(ofUnit: unit)
    return layer.points.withUnsafeBufferPointer { all in
      layer.ringEnds.withUnsafeBufferPointer { ringEnds in
        layer.polygonEnds.withUnsafeBufferPointer { polygonEnds in
          // Safe: the lists of ends are those of these points. Empty ones are never read.
          cgeos_multipolygon(
            context, all.baseAddress, ringEnds.baseAddress,
            polygonEnds.baseAddress.map { $0 + polygons.lowerBound }, Int32(points.lowerBound),
            Int32(rings.lowerBound), polygons.count)
        }
      }
    }
  }

  func failure(_ attempted: String) -> GeometryError {
    .failed(attempted, String(cString: cgeos_message(context)))
  }
}

/// Units of a layer as one thread has them, each made when it is first asked for.
final class UnitGeometries {
  private let layer: BoundaryLayer
  let workspace: Workspace
  private var geometries: [OpaquePointer?]
  private var prepared: [OpaquePointer?]
  private var boundaries: [OpaquePointer?]

  init(_ layer: BoundaryLayer, _ workspace: Workspace) {
    self.layer = layer
    self.workspace = workspace
    let none = [OpaquePointer?](repeating: nil, count: layer.units.count)
    (geometries, prepared, boundaries) = (none, none, none)
  }

  subscript(unit: Int) -> OpaquePointer {
    get throws(GeometryError) {
      if let made = geometries[unit] { return made }
      let made = try workspace.geometry(of: unit, in: layer)
      geometries[unit] = made
      return made
    }
  }

  func prepared(_ unit: Int) throws(GeometryError) -> OpaquePointer {
    if let made = prepared[unit] { return made }
    let made = try workspace.prepare(try self[unit])
    prepared[unit] = made
    return made
  }

  func boundary(_ unit: Int) throws(GeometryError) -> OpaquePointer {
    if let made = boundaries[unit] { return made }
    let geometry = try self[unit]
    let made = try workspace.geometry("finding the border of '\(layer.units[unit].id)'") {
      cgeos_boundary($0, geometry)
    }
    boundaries[unit] = made
    return made
  }
}

/// Two layers as one thread has them.
final class LayerPair {
  let from: UnitGeometries
  let to: UnitGeometries
  let workspace: Workspace

  init(_ from: BoundaryLayer, _ to: BoundaryLayer) throws(GeometryError) {
    workspace = try Workspace()
    self.from = UnitGeometries(from, workspace)
    self.to = UnitGeometries(to, workspace)
  }
}

/// Layers for every thread that works, each taken by one thread at a time.
final class LayerPairPool: @unchecked Sendable {
  // Safe to share: what changes is only touched while the lock is held, and what is taken out is
  // used by one thread alone until it is put back.
  private let from: BoundaryLayer
  private let to: BoundaryLayer
  private let lock = Lock()
  private var free: [LayerPair] = []

  init(_ from: BoundaryLayer, _ to: BoundaryLayer) {
    self.from = from
    self.to = to
  }

  func use<Result>(
    _ work: (LayerPair) throws(GeometryError) -> Result
  ) throws(GeometryError) -> Result {
    lock.acquire()
    let taken = free.popLast()
    lock.release()
    let pair: LayerPair
    if let taken { pair = taken } else { pair = try LayerPair(from, to) }
    defer {
      lock.acquire()
      free.append(pair)
      lock.release()
    }
    return try work(pair)
  }
}
