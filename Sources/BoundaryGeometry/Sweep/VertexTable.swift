import GovernanceModel

/// The points of several layers, each once, so that what is drawn alike has the same number.
///
/// Coordinates are kept relative to the middle of everything: what is summed up later is then as small
/// as it can be.
struct VertexTable {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  private var slots: [Int32]
  private let mask: Int
  private let origin: (x: Double, y: Double)

  /// - Parameter room: how many points there may be.
  init(room: Int, around box: BoundaryBox) {
    var size = 16
    while size < 2 * room { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
    origin = (
      ((box.minX + box.maxX) / 2).rounded(), ((box.minY + box.maxY) / 2).rounded()
    )
    x.reserveCapacity(room)
    y.reserveCapacity(room)
  }

  var count: Int { x.count }

  /// The number of a point, the same for the same coordinates.
  mutating func number(x pointX: Double, y pointY: Double) -> Int32 {
    // A negative zero is a zero.
    let (px, py) = (pointX - origin.x + 0, pointY - origin.y + 0)
    var hash = px.bitPattern &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 29) ^ py.bitPattern) &* 0xBF58_476D_1CE4_E5B9
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] >= 0 {
      let found = Int(slots[slot])
      if x[found] == px, y[found] == py { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(x.count)
    slots[slot] = number
    x.append(px)
    y.append(py)
    return number
  }
}
