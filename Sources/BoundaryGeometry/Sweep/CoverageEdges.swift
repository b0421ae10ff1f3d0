import GovernanceModel

/// The edges of a layer whose units do not overlap, each once, with the units on both sides of it.
struct CoverageEdges {
  /// The numbers of the ends; the first is the lower.
  private(set) var first: [Int32] = []
  private(set) var second: [Int32] = []
  /// The unit to the left of the way from the first end to the second, and the one to the right; -1
  /// for none.
  private(set) var left: [Int32] = []
  private(set) var right: [Int32] = []
  private var slots: [Int32]
  private let mask: Int

  var count: Int { first.count }

  /// Nil for a layer of which two units have the same edge on the same side, and so overlap.
  ///
  /// - Complexity: O(points).
  init?(_ layer: BoundaryLayer, _ vertices: inout VertexTable) {
    var size = 16
    while size < 2 * layer.pointCount { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
    var numbers: [Int32] = []
    for unit in layer.units.indices {
      for polygon in layer.polygons(of: unit) {
        for (place, ring) in layer.rings(of: polygon).enumerated() {
          numbers.removeAll(keepingCapacity: true)
          for point in layer.points(of: ring) {
            numbers.append(
              vertices.number(x: layer.points[2 * point], y: layer.points[2 * point + 1]))
          }
          // The inside lies to the left of a shell that runs against the clock, and of a hole that runs
          // with it.
          let isLeft = (Self.signedArea(numbers, vertices) > 0) == (place == 0)
          for index in 1..<max(numbers.count, 1) where numbers[index - 1] != numbers[index] {
            let (from, to) = (numbers[index - 1], numbers[index])
            guard add(isLeft ? from : to, isLeft ? to : from, unit: Int32(unit)) else { return nil }
          }
        }
      }
    }
  }

  private static func signedArea(_ ring: [Int32], _ vertices: VertexTable) -> Double {
    guard let start = ring.first.map(Int.init) else { return 0 }
    var sum = 0.0
    for index in 1..<max(ring.count, 1) {
      let (a, b) = (Int(ring[index - 1]), Int(ring[index]))
      sum += (vertices.x[a] - vertices.x[start]) * (vertices.y[b] - vertices.y[start])
      sum -= (vertices.x[b] - vertices.x[start]) * (vertices.y[a] - vertices.y[start])
    }
    return sum
  }

  /// Adds an edge that has a unit to its left; false when another has it there.
  private mutating func add(_ from: Int32, _ to: Int32, unit: Int32) -> Bool {
    let (low, high) = from < to ? (from, to) : (to, from)
    var slot = Self.hash(low, high) & mask
    while slots[slot] >= 0 {
      let found = Int(slots[slot])
      if first[found] == low, second[found] == high { return set(found, unit, isLeft: from == low) }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(count)
    first.append(low)
    second.append(high)
    left.append(-1)
    right.append(-1)
    return set(count - 1, unit, isLeft: from == low)
  }

  private mutating func set(_ edge: Int, _ unit: Int32, isLeft: Bool) -> Bool {
    guard (isLeft ? left[edge] : right[edge]) < 0 else { return false }
    if isLeft { left[edge] = unit } else { right[edge] = unit }
    return true
  }

  /// The edge between two points, or nil.
  func edge(between one: Int32, _ other: Int32) -> Int? {
    let (low, high) = one < other ? (one, other) : (other, one)
    var slot = Self.hash(low, high) & mask
    while slots[slot] >= 0 {
      let found = Int(slots[slot])
      if first[found] == low, second[found] == high { return found }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static func hash(_ low: Int32, _ high: Int32) -> Int {
    var hash = UInt64(UInt32(bitPattern: low)) << 32 | UInt64(UInt32(bitPattern: high))
    hash = (hash ^ (hash >> 31)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 20)
  }
}
