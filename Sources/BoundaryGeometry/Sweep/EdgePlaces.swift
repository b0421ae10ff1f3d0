/// In which unit of the other layer each edge of a layer begins and ends.
struct EdgePlaces {
  private let own: CoverageEdges
  private let other: CoverageEdges
  private let vertices: VertexTable
  private let blocked: Set<Int32>
  private let bad: Set<Int32>
  /// For each point the edges of each layer that end there.
  private let ownAt: EdgesAtPoints
  private let otherAt: EdgesAtPoints
  private var starts: [Int32]
  private var ends: [Int32]

  /// Not known, or not sure.
  private static let unknown: Int32 = -2

  init(
    _ own: CoverageEdges, in other: CoverageEdges, _ vertices: VertexTable, blocked: Set<Int32>,
    bad: Set<Int32>
  ) {
    self.own = own
    self.other = other
    self.vertices = vertices
    self.blocked = blocked
    self.bad = bad
    ownAt = EdgesAtPoints(own, count: vertices.count)
    otherAt = EdgesAtPoints(other, count: vertices.count)
    starts = [Int32](repeating: Self.unknown, count: own.count)
    ends = starts
  }

  /// The unit at the first end of an edge, -1 for none; nil when it is not sure.
  func place(of edge: Int) -> Int32? { starts[edge] == Self.unknown ? nil : starts[edge] }

  /// The edge of the other layer between the same points.
  func twin(of edge: Int) -> Int? {
    guard !otherAt[own.first[edge]].isEmpty else { return nil }
    return other.edge(between: own.first[edge], own.second[edge])
  }

  /// Finds all places.
  ///
  /// - Parameter crossed: for an edge that is crossed the places before the first crossing and after
  ///   the last; else nil.
  /// - Complexity: O(edges), and O(edges of the other layer) for each part of the layer that meets it
  ///   nowhere.
  mutating func find(_ crossed: (Int) -> (Int32, Int32)?) {
    var queue: [Int] = []
    for edge in 0..<own.count where !bad.contains(Int32(edge)) && twin(of: edge) == nil {
      if let (before, after) = crossed(edge) {
        (starts[edge], ends[edge]) = (before, after)
        queue.append(edge)
        continue
      }
      for point in [own.first[edge], own.second[edge]] where !otherAt[point].isEmpty {
        guard let place = place(around: point, towards: edge) else { continue }
        (starts[edge], ends[edge]) = (place, place)
        queue.append(edge)
        break
      }
    }
    spread(from: &queue)
    for edge in 0..<own.count
    where starts[edge] == Self.unknown && !bad.contains(Int32(edge)) && twin(of: edge) == nil {
      guard let place = place(ofMiddle: edge) else { continue }
      (starts[edge], ends[edge]) = (place, place)
      queue.append(edge)
      spread(from: &queue)
    }
  }

  /// Hands places on to the edges that begin where an edge ends.
  private mutating func spread(from queue: inout [Int]) {
    while let edge = queue.popLast() {
      for (point, place) in [(own.first[edge], starts[edge]), (own.second[edge], ends[edge])] {
        // At a point of the other layer the place may change.
        guard otherAt[point].isEmpty, !blocked.contains(point) else { continue }
        for next in ownAt[point] {
          let next = Int(next)
          guard starts[next] == Self.unknown, !bad.contains(Int32(next)) else { continue }
          (starts[next], ends[next]) = (place, place)
          queue.append(next)
        }
      }
    }
  }

  /// In which unit of the other layer an edge lies just beside a point that both layers have: the one
  /// to the left of the other layer's edge that comes before it, going round against the clock.
  private func place(around point: Int32, towards edge: Int) -> Int32? {
    let target = own.first[edge] == point ? own.second[edge] : own.first[edge]
    var best: (end: Int32, edge: Int)?
    for candidate in otherAt[point] {
      let candidate = Int(candidate)
      let end = other.first[candidate] == point ? other.second[candidate] : other.first[candidate]
      guard let current = best else {
        best = (end, candidate)
        continue
      }
      guard let isNearer = comesAfter(end, current.end, before: target, around: point) else {
        return nil
      }
      if isNearer { best = (end, candidate) }
    }
    guard let best else { return nil }
    return other.first[best.edge] == point ? other.left[best.edge] : other.right[best.edge]
  }

  /// Whether, going round a point with the clock from a target, one direction is met before another;
  /// nil when that is not sure.
  private func comesAfter(
    _ one: Int32, _ other: Int32, before target: Int32, around centre: Int32
  ) -> Bool? {
    guard let first = turn(from: target, to: one, around: centre),
      let second = turn(from: target, to: other, around: centre)
    else { return nil }
    if first != second { return first < second }
    switch side(centre, one, other) {
    // Going with the clock the other comes later when it lies to the right.
    case .right: return true
    case .left: return false
    case .unsure: return nil
    }
  }

  /// In which part of a turn with the clock a direction lies: 0 to the right of the target, 1 opposite
  /// it, 2 to its left; nil for the target's own.
  private func turn(from target: Int32, to point: Int32, around centre: Int32) -> Int? {
    switch side(centre, target, point) {
    case .right: return 0
    case .left: return 2
    case .unsure:
      let (x, y) = (vertices.x[Int(centre)], vertices.y[Int(centre)])
      let (ax, ay) = (vertices.x[Int(target)] - x, vertices.y[Int(target)] - y)
      let (bx, by) = (vertices.x[Int(point)] - x, vertices.y[Int(point)] - y)
      return ax * bx + ay * by < 0 ? 1 : nil
    }
  }

  private func side(_ a: Int32, _ b: Int32, _ c: Int32) -> Orientation {
    let (a, b, c) = (Int(a), Int(b), Int(c))
    return Orientation.of(
      vertices.x[a], vertices.y[a], vertices.x[b], vertices.y[b], vertices.x[c], vertices.y[c])
  }

  /// The unit of the other layer in which the middle of an edge lies.
  private func place(ofMiddle edge: Int) -> Int32? {
    let (first, second) = (Int(own.first[edge]), Int(own.second[edge]))
    return other.unit(
      atX: (vertices.x[first] + vertices.x[second]) / 2,
      y: (vertices.y[first] + vertices.y[second]) / 2, vertices)
  }
}

/// For each point the edges that end there.
struct EdgesAtPoints {
  private var starts: [Int32]
  private var edges: [Int32]

  init(_ layer: CoverageEdges, count: Int) {
    starts = [Int32](repeating: 0, count: count + 1)
    for edge in 0..<layer.count {
      starts[Int(layer.first[edge]) + 1] += 1
      starts[Int(layer.second[edge]) + 1] += 1
    }
    for point in 0..<count { starts[point + 1] += starts[point] }
    edges = [Int32](repeating: 0, count: 2 * layer.count)
    var next = starts
    for edge in 0..<layer.count {
      for point in [layer.first[edge], layer.second[edge]] {
        edges[Int(next[Int(point)])] = Int32(edge)
        next[Int(point)] += 1
      }
    }
  }

  subscript(point: Int32) -> ArraySlice<Int32> {
    edges[Int(starts[Int(point)])..<Int(starts[Int(point) + 1])]
  }
}
