extension CoverageEdges {
  /// The unit at a place, -1 for none: that to the right of the nearest edge on the way to the left;
  /// nil when it is not sure.
  ///
  /// - Parameter isRegarded: whether an edge counts.
  /// - Complexity: O(edges).
  func unit(
    atX x: Double, y: Double, _ vertices: VertexTable,
    where isRegarded: (Int) -> Bool = { _ in true }
  ) -> Int32? {
    var nearest = (x: -Double.infinity, unit: Int32(-1))
    for edge in 0..<count {
      let (a, b) = (Int(first[edge]), Int(second[edge]))
      let rises = vertices.y[a] <= y && y < vertices.y[b]
      guard rises || (vertices.y[b] <= y && y < vertices.y[a]), isRegarded(edge) else { continue }
      let (low, high) = rises ? (a, b) : (b, a)
      switch Orientation.of(
        vertices.x[low], vertices.y[low], vertices.x[high], vertices.y[high], x, y)
      {
      case .left: continue
      case .unsure: return nil
      case .right:
        let part = (y - vertices.y[low]) / (vertices.y[high] - vertices.y[low])
        let at = vertices.x[low] + part * (vertices.x[high] - vertices.x[low])
        // Two that are met at one place: which is nearer is not sure.
        if abs(at - nearest.x) < 1e-6 { return nil }
        if at > nearest.x { nearest = (at, rises ? right[edge] : left[edge]) }
      }
    }
    return nearest.unit
  }

  /// Whether no unit lies within another without a border between them.
  ///
  /// Edges that hang together cannot do so. For every such part of the layer, what its own edges say
  /// lies around it has to be what the other parts say of the place where it stands.
  ///
  /// - Complexity: O(edges · parts).
  func isNestedSoundly(_ vertices: VertexTable) -> Bool {
    let part = parts(vertices.count)
    // The leftmost point of each part: everything of the part is to its right.
    var leftmost: [Int32: Int32] = [:]
    for edge in 0..<count {
      for point in [first[edge], second[edge]] {
        let own = part[Int(point)]
        let best = leftmost[own].map(Int.init)
        let (x, y) = (vertices.x[Int(point)], vertices.y[Int(point)])
        if best.map({ (x, y) < (vertices.x[$0], vertices.y[$0]) }) ?? true { leftmost[own] = point }
      }
    }
    guard leftmost.count > 1 else { return true }
    guard leftmost.count <= 4000 else { return false }
    let at = EdgesAtPoints(self, count: vertices.count)
    for (own, point) in leftmost {
      // Of the edges there, which all lead to the right, the steepest has what is around to its left.
      var steepest: (edge: Int, end: Int)?
      for edge in at[point] {
        let edge = Int(edge)
        let end = Int(first[edge] == point ? second[edge] : first[edge])
        guard let best = steepest else {
          steepest = (edge, end)
          continue
        }
        let side = Orientation.of(
          vertices.x[Int(point)], vertices.y[Int(point)], vertices.x[best.end],
          vertices.y[best.end], vertices.x[end], vertices.y[end])
        if side == .unsure { return false }
        if side == .left { steepest = (edge, end) }
      }
      guard let steepest else { continue }
      let around = first[steepest.edge] == point ? left[steepest.edge] : right[steepest.edge]
      let place = unit(atX: vertices.x[Int(point)], y: vertices.y[Int(point)], vertices) {
        part[Int(first[$0])] != own
      }
      guard place == around else { return false }
    }
    return true
  }

  /// For each point the least number of those that it hangs together with.
  private func parts(_ pointCount: Int) -> [Int32] {
    var parent = (0..<Int32(pointCount)).map { $0 }
    func root(_ point: Int32) -> Int32 {
      var point = point
      while parent[Int(point)] != point {
        parent[Int(point)] = parent[Int(parent[Int(point)])]
        point = parent[Int(point)]
      }
      return point
    }
    for edge in 0..<count {
      let (one, other) = (root(first[edge]), root(second[edge]))
      if one != other { parent[Int(max(one, other))] = min(one, other) }
    }
    for point in 0..<Int32(pointCount) { parent[Int(point)] = root(point) }
    return parent
  }
}
