import GovernanceModel

/// The part of the plane that a map shows, and how it gets into the figure.
struct MapFrame {
  /// Where it stands in the figure.
  let x: Double
  let y: Double
  let width: Double
  let height: Double
  /// Points of the figure for each metre.
  let scale: Double
  private let box: BoundaryBox

  /// The frame around a box with some room on all sides, at most so large.
  init(around inner: BoundaryBox, x: Double, y: Double, maxWidth: Double, maxHeight: Double) {
    let room = 0.08 * max(inner.width, inner.height, 1)
    var box = inner
    box.include(x: inner.minX - room, y: inner.minY - room)
    box.include(x: inner.maxX + room, y: inner.maxY + room)
    scale = min(maxWidth / box.width, maxHeight / box.height)
    (self.x, self.y, self.box) = (x, y, box)
    (width, height) = (box.width * scale, box.height * scale)
  }

  func shows(_ other: BoundaryBox) -> Bool { box.meets(other) }

  /// The rings of a unit as they stand in the figure, shells one way round and holes the other,
  /// without points that would fall together.
  func rings(of unit: Int, in layer: BoundaryLayer) -> [[Point]] {
    layer.polygons(of: unit).flatMap { polygon in
      layer.rings(of: polygon).enumerated().compactMap { number, ring -> [Point]? in
        var points: [Point] = []
        for point in layer.points(of: ring) {
          let place = Point(
            x: x + (layer.points[2 * point] - box.minX) * scale,
            y: y + (box.maxY - layer.points[2 * point + 1]) * scale)
          if let last = points.last, abs(last.x - place.x) + abs(last.y - place.y) < 0.15 {
            continue
          }
          points.append(place)
        }
        guard points.count > 2 else { return nil }
        if points.first != points.last { points.append(points[0]) }
        return (Keyholes.signedArea(points) >= 0) == (number == 0) ? points : points.reversed()
      }
    }
  }

  /// The middle of a box as it stands in the figure.
  func middle(of other: BoundaryBox) -> Point {
    Point(
      x: x + ((other.minX + other.maxX) / 2 - box.minX) * scale,
      y: y + (box.maxY - (other.minY + other.maxY) / 2) * scale)
  }

  /// Rings cut at the edges of the frame (I. E. Sutherland and G. W. Hodgman, Reentrant polygon
  /// clipping, CACM 17, 1974). Cut pieces may hang together along an edge, which a fill does not show.
  func clipped(_ rings: [[Point]]) -> [[Point]] {
    rings.compactMap { ring in
      var points = Array(ring.dropLast())
      let edges: [(Point) -> Double] = [
        { $0.x - x }, { x + width - $0.x }, { $0.y - y }, { y + height - $0.y },
      ]
      for edge in edges {
        let before = points
        points = []
        for (index, point) in before.enumerated() {
          let last = before[(index + before.count - 1) % before.count]
          let (was, isNow) = (edge(last), edge(point))
          if (was < 0) != (isNow < 0) {
            let part = was / (was - isNow)
            points.append(
              Point(x: last.x + part * (point.x - last.x), y: last.y + part * (point.y - last.y)))
          }
          if isNow >= 0 { points.append(point) }
        }
      }
      return points.count > 2 ? points + [points[0]] : nil
    }
  }

  /// The pieces of a line that lie in the frame.
  func pieces(of line: [Point]) -> [[Point]] {
    var pieces: [[Point]] = []
    var piece: [Point] = []
    for (from, to) in zip(line, line.dropFirst()) {
      guard let (start, end) = clipped(from, to) else {
        if piece.count > 1 { pieces.append(piece) }
        piece = []
        continue
      }
      if piece.last != start {
        if piece.count > 1 { pieces.append(piece) }
        piece = [start]
      }
      piece.append(end)
    }
    if piece.count > 1 { pieces.append(piece) }
    return pieces
  }

  /// The part of a segment that lies in the frame (Y.-D. Liang and B. A. Barsky, A new concept and
  /// method for line clipping, ACM TOG 3, 1984).
  func clipped(_ from: Point, _ to: Point) -> (Point, Point)? {
    var (low, high) = (0.0, 1.0)
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    for (step, room) in [
      (-dx, from.x - x), (dx, x + width - from.x), (-dy, from.y - y), (dy, y + height - from.y),
    ] {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        low = max(low, room / step)
      } else {
        high = min(high, room / step)
      }
    }
    guard low <= high else { return nil }
    func point(_ part: Double) -> Point { Point(x: from.x + part * dx, y: from.y + part * dy) }
    return (low == 0 ? from : point(low), high == 1 ? to : point(high))
  }
}
