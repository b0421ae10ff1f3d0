import GovernanceModel

/// The areas that the units of two layers have in common, from the edges alone: no polygon of an
/// intersection is ever made.
///
/// Where units of a layer do not overlap, every edge has one unit on each side or none, and neighbours
/// share it. Cut where the layers cross, and with the unit of the other layer that it lies in, each
/// piece adds the area below it to what the units on its left have in common, and takes it from what
/// those on its right have (Green's theorem):
///
///     common(a, b) = sum over pieces with a and b on the left of   (x₁y₂ − x₂y₁) / 2
///                  − sum over pieces with a and b on the right of  (x₁y₂ − x₂y₁) / 2
///
/// Each edge is looked at once, and not in every pair of units that meet. In which unit of the other
/// layer an edge lies follows from what crosses it, from the edges around a point that both layers
/// have, or from the edge before it. Signs are only trusted where rounding cannot have made them; units
/// at which something is not sure, such as a point on an edge of the other layer, are named, and their
/// pairs are overlaid by GEOS instead.
struct AreaSweep {
  /// The common areas of units in square metres, by the first and then the second unit.
  private(set) var commons: [Overlay.Common] = []
  /// The units of each layer whose areas are not to be trusted.
  private(set) var unsure: (from: Set<Int>, to: Set<Int>) = ([], [])

  private let vertices: VertexTable
  private let layers: [CoverageEdges]
  private let unitCounts: (from: Int, to: Int)

  /// A place where an edge of one layer crosses one of the other.
  private struct Crossing {
    let edge: Int32
    let other: Int32
    /// How far along the edge, from 0 to 1.
    let part: Double
    let x: Double
    let y: Double
  }

  /// Nil where units of a layer overlap each other, or edges are too long for a grid.
  ///
  /// - Complexity: O(n) for n points, with edges of about the same length.
  init?(_ from: BoundaryLayer, _ to: BoundaryLayer) {
    guard let box = [from.box, to.box].compactMap({ $0 }).reduce(nil, Self.joined) else {
      return nil
    }
    guard from.units.count * to.units.count <= Self.mostPairs else { return nil }
    var vertices = VertexTable(room: from.pointCount + to.pointCount, around: box)
    guard let a = CoverageEdges(from, &vertices), let b = CoverageEdges(to, &vertices) else {
      return nil
    }
    guard a.isNestedSoundly(vertices), b.isNestedSoundly(vertices) else { return nil }
    self.vertices = vertices
    layers = [a, b]
    unitCounts = (from.units.count, to.units.count)
    guard let found = crossings() else { return nil }
    let areas = sums(found)
    for (place, sum) in areas.enumerated() {
      let (one, other) = (place / unitCounts.to, place % unitCounts.to)
      let area = sum.value
      // Less than the rounding of the coordinates makes, which units that only touch may have.
      guard abs(area) > 1e-6 else { continue }
      if area < 0 {
        unsure.from.insert(one)
      } else {
        commons.append(Overlay.Common(from: one, to: other, area: area))
      }
    }
  }

  private static let mostPairs = 16_000_000

  private static func joined(_ one: BoundaryBox?, _ other: BoundaryBox) -> BoundaryBox? {
    one?.union(other) ?? other
  }

  private mutating func distrust(_ layer: Int, _ edge: Int) {
    for unit in [layers[layer].left[edge], layers[layer].right[edge]] where unit >= 0 {
      if layer == 0 { unsure.from.insert(Int(unit)) } else { unsure.to.insert(Int(unit)) }
    }
  }

  // MARK: Where the layers meet

  private struct Meetings {
    /// For each layer the crossings of its edges, by edge and place.
    var crossings: [[Crossing]] = [[], []]
    /// For each layer the edges on which something is not sure.
    var bad: [Set<Int32>] = [[], []]
    /// The points at which something is not sure.
    var badPoints: Set<Int32> = []
  }

  private mutating func crossings() -> Meetings? {
    let boxes = EdgeBoxes(layers, vertices)
    guard let grid = EdgeGrid(boxes) else { return nil }
    var meetings = Meetings()
    var isCoverage = true
    let firstCount = layers[0].count
    let (a, b) = (layers[0], layers[1])
    grid.eachMeeting(boxes) { one, other in
      let (layerOfOne, layerOfOther) = (one < firstCount ? 0 : 1, other < firstCount ? 0 : 1)
      let (e, f) = (
        one < firstCount ? one : one - firstCount, other < firstCount ? other : other - firstCount
      )
      let (p, q) = layerOfOne == 0 ? (a.first[e], a.second[e]) : (b.first[e], b.second[e])
      let (r, s) = layerOfOther == 0 ? (a.first[f], a.second[f]) : (b.first[f], b.second[f])
      if layerOfOne == layerOfOther {
        if p != r, p != s, q != r, q != s, crosses(p, q, r, s) == .yes { isCoverage = false }
        return
      }
      // The edge of the first layer has the lower number.
      meet(e, (p, q), f, (r, s), &meetings)
    }
    guard isCoverage else { return nil }
    for layer in 0...1 {
      meetings.crossings[layer].sort { ($0.edge, $0.part) < ($1.edge, $1.part) }
      for edge in meetings.bad[layer] { distrust(layer, Int(edge)) }
    }
    return meetings
  }

  private enum Answer { case yes, no, unsure }

  private func side(_ a: Int32, _ b: Int32, _ c: Int32) -> Orientation {
    let (a, b, c) = (Int(a), Int(b), Int(c))
    return Orientation.of(
      vertices.x[a], vertices.y[a], vertices.x[b], vertices.y[b], vertices.x[c], vertices.y[c])
  }

  /// Whether two edges without a common end cross between their ends.
  private func crosses(_ p: Int32, _ q: Int32, _ r: Int32, _ s: Int32) -> Answer {
    let (one, two) = (side(p, q, r), side(p, q, s))
    if one == two, one != .unsure { return .no }
    let (three, four) = (side(r, s, p), side(r, s, q))
    if three == four, three != .unsure { return .no }
    return [one, two, three, four].contains(.unsure) ? .unsure : .yes
  }

  private func meet(
    _ e: Int, _ ends: (Int32, Int32), _ f: Int, _ others: (Int32, Int32),
    _ meetings: inout Meetings
  ) {
    let (p, q) = ends
    let (r, s) = others
    if p == r && q == s { return }
    if p == r || p == s || q == r || q == s {
      // With one end in common they meet elsewhere only where they run on top of each other.
      let shared = p == r || p == s ? p : q
      let (end, otherEnd) = (shared == p ? q : p, shared == r ? s : r)
      guard side(shared, end, otherEnd) == .unsure, isAhead(shared, end, otherEnd) else { return }
      markBad(e, f, [end, otherEnd], &meetings)
      return
    }
    switch crosses(p, q, r, s) {
    case .no: return
    case .unsure: markBad(e, f, [p, q, r, s], &meetings)
    case .yes:
      let (px, py) = (vertices.x[Int(p)], vertices.y[Int(p)])
      let (dx, dy) = (vertices.x[Int(q)] - px, vertices.y[Int(q)] - py)
      let (rx, ry) = (vertices.x[Int(r)], vertices.y[Int(r)])
      let (ex, ey) = (vertices.x[Int(s)] - rx, vertices.y[Int(s)] - ry)
      let across = dx * ey - dy * ex
      let part = ((rx - px) * ey - (ry - py) * ex) / across
      let otherPart = ((rx - px) * dy - (ry - py) * dx) / across
      let (x, y) = (px + part * dx, py + part * dy)
      meetings.crossings[0].append(
        Crossing(edge: Int32(e), other: Int32(f), part: part, x: x, y: y))
      meetings.crossings[1].append(
        Crossing(edge: Int32(f), other: Int32(e), part: otherPart, x: x, y: y))
    }
  }

  private func markBad(_ e: Int, _ f: Int, _ points: [Int32], _ meetings: inout Meetings) {
    meetings.bad[0].insert(Int32(e))
    meetings.bad[1].insert(Int32(f))
    meetings.badPoints.formUnion(points)
  }

  /// Whether two points lie in one direction from a third, and not opposite each other.
  private func isAhead(_ from: Int32, _ one: Int32, _ other: Int32) -> Bool {
    let (x, y) = (vertices.x[Int(from)], vertices.y[Int(from)])
    let (ax, ay) = (vertices.x[Int(one)] - x, vertices.y[Int(one)] - y)
    let (bx, by) = (vertices.x[Int(other)] - x, vertices.y[Int(other)] - y)
    return ax * bx + ay * by > 0
  }

  // MARK: Sums

  private mutating func sums(_ meetings: Meetings) -> [AccurateSum] {
    var sums = [AccurateSum](repeating: AccurateSum(), count: unitCounts.from * unitCounts.to)
    for layer in 0...1 {
      var places = EdgePlaces(
        layers[layer], in: layers[1 - layer], vertices,
        blocked: meetings.badPoints, bad: meetings.bad[layer])
      let crossings = meetings.crossings[layer]
      var starts = [Int32](repeating: 0, count: layers[layer].count + 1)
      for crossing in crossings { starts[Int(crossing.edge) + 1] += 1 }
      for edge in 0..<layers[layer].count { starts[edge + 1] += starts[edge] }
      places.find { edge in
        let range = Int(starts[edge])..<Int(starts[edge + 1])
        guard !range.isEmpty else { return nil }
        return (
          before(crossings[range.lowerBound], layer, isAfter: false),
          before(crossings[range.upperBound - 1], layer, isAfter: true)
        )
      }
      for edge in 0..<layers[layer].count {
        let range = Int(starts[edge])..<Int(starts[edge + 1])
        add(edge, layer, crossings[range], places, &sums)
      }
    }
    return sums
  }

  /// In which unit of the other layer an edge lies before it crosses, or after.
  private func before(_ crossing: Crossing, _ layer: Int, isAfter: Bool) -> Int32 {
    let (own, other) = (layers[layer], layers[1 - layer])
    let (edge, crossed) = (Int(crossing.edge), Int(crossing.other))
    let start = side(other.first[crossed], other.second[crossed], own.first[edge])
    return (start == .left) == !isAfter ? other.left[crossed] : other.right[crossed]
  }

  private mutating func add(
    _ edge: Int, _ layer: Int, _ crossings: ArraySlice<Crossing>, _ places: EdgePlaces,
    _ sums: inout [AccurateSum]
  ) {
    let own = layers[layer]
    let (first, second) = (Int(own.first[edge]), Int(own.second[edge]))
    var from = (x: vertices.x[first], y: vertices.y[first])
    let to = (x: vertices.x[second], y: vertices.y[second])
    if let twin = places.twin(of: edge) {
      // What both layers have is counted once.
      guard layer == 0 else { return }
      add(from, to, own.left[edge], layers[1].left[twin], layer, 1, &sums)
      add(from, to, own.right[edge], layers[1].right[twin], layer, -1, &sums)
      return
    }
    guard var place = places.place(of: edge) else {
      distrust(layer, edge)
      return
    }
    for crossing in crossings {
      if before(crossing, layer, isAfter: false) != place {
        // Crossings so near to each other that their order is not sure.
        distrust(layer, edge)
        distrust(1 - layer, Int(crossing.other))
        return
      }
      let at = (x: crossing.x, y: crossing.y)
      add(from, at, own.left[edge], place, layer, 1, &sums)
      add(from, at, own.right[edge], place, layer, -1, &sums)
      from = at
      place = before(crossing, layer, isAfter: true)
    }
    add(from, to, own.left[edge], place, layer, 1, &sums)
    add(from, to, own.right[edge], place, layer, -1, &sums)
  }

  @inline(__always)
  private func add(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ unit: Int32, _ place: Int32,
    _ layer: Int, _ sign: Double, _ sums: inout [AccurateSum]
  ) {
    guard unit >= 0, place >= 0 else { return }
    let (one, other) = layer == 0 ? (Int(unit), Int(place)) : (Int(place), Int(unit))
    sums[one * unitCounts.to + other].addArea(from.x, from.y, to.x, to.y, sign: sign * 0.5)
  }
}
