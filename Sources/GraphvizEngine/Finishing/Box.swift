/// A rectangle of a drawing, in points, y upwards.
struct Box: Equatable {
  var left: Double
  var bottom: Double
  var right: Double
  var top: Double

  /// Around nothing: including anything gives that.
  static let nothing = Box(
    left: .infinity, bottom: .infinity, right: -.infinity, top: -.infinity)

  init(left: Double, bottom: Double, right: Double, top: Double) {
    self.left = left
    self.bottom = bottom
    self.right = right
    self.top = top
  }

  init(x: Double, y: Double, width: Double, height: Double) {
    self.init(
      left: x - width / 2, bottom: y - height / 2, right: x + width / 2, top: y + height / 2)
  }

  init(around start: Point, _ end: Point) {
    self.init(
      left: min(start.x, end.x), bottom: min(start.y, end.y), right: max(start.x, end.x),
      top: max(start.y, end.y))
  }

  var width: Double { right - left }
  var height: Double { top - bottom }
  var x: Double { (left + right) / 2 }
  var y: Double { (bottom + top) / 2 }
  var isNothing: Bool { left > right }

  mutating func include(_ other: Box) {
    left = min(left, other.left)
    bottom = min(bottom, other.bottom)
    right = max(right, other.right)
    top = max(top, other.top)
  }

  func moved(toX x: Double, y: Double) -> Box { Box(x: x, y: y, width: width, height: height) }

  func grown(by points: Double) -> Box {
    Box(left: left - points, bottom: bottom - points, right: right + points, top: top + points)
  }

  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && bottom < other.top && other.bottom < top
  }
}

/// A point of a drawing, y upwards.
struct Point: Equatable {
  var x: Double
  var y: Double

  static let zero = Point(x: 0, y: 0)
}

/// A line as it is seen, as straight pieces.
struct Track {
  let points: [Point]
  /// Half its width.
  let half: Double
  let box: Box

  init(_ points: [Point], width: Double) {
    self.points = points
    half = width / 2
    var box = Box.nothing
    for point in points { box.include(Box(x: point.x, y: point.y, width: 0, height: 0)) }
    self.box = box.isNothing ? box : box.grown(by: half)
  }

  /// Whether it runs through a box.
  ///
  /// - Complexity: O(points).
  func crosses(_ area: Box) -> Bool {
    guard !box.isNothing, box.overlaps(area) else { return false }
    let area = area.grown(by: half)
    return zip(points, points.dropFirst()).contains { Self.crosses($0, $1, area) }
  }

  /// Liang and Barsky's clipping of a line by a rectangle, "A New Concept and Method for Line
  /// Clipping", ACM Transactions on Graphics 3 (1984): whether anything is left.
  static func crosses(_ start: Point, _ end: Point, _ area: Box) -> Bool {
    // Most lines lie on one side of it.
    if max(start.x, end.x) < area.left || min(start.x, end.x) > area.right
      || max(start.y, end.y) < area.bottom || min(start.y, end.y) > area.top
    {
      return false
    }
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (from, to) = (0.0, 1.0)
    /// Cuts off what is beyond one side; false when nothing is left.
    func cut(_ step: Double, _ room: Double) -> Bool {
      if step == 0 { return room >= 0 }
      if step < 0 { from = max(from, room / step) } else { to = min(to, room / step) }
      return from <= to
    }
    return cut(-dx, start.x - area.left) && cut(dx, area.right - start.x)
      && cut(-dy, start.y - area.bottom) && cut(dy, area.top - start.y)
  }
}
