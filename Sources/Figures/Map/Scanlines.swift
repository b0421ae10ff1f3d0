/// Where parallel lines run inside areas: what hatching and the places of labels rest on.
struct Scanlines {
  /// The distance between the lines.
  let spacing: Double
  /// Whether the lines rise from left to right; else they are level.
  let isSlanted: Bool

  /// A stretch of a line.
  struct Stretch {
    let from: Point
    let to: Point

    var length: Double {
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      return (dx * dx + dy * dy).squareRoot()
    }
    var middle: Point { Point(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2) }
  }

  /// The stretches that lie in every one of some areas, each of which is given by its rings.
  ///
  /// - Complexity: O(points + crossings · log crossings).
  func stretches(in areas: [[[Point]]]) -> [Stretch] {
    var common: [Int: [ClosedRange<Double>]]?
    for rings in areas {
      let own = intervals(rings)
      guard let before = common else {
        common = own
        continue
      }
      var both: [Int: [ClosedRange<Double>]] = [:]
      for (line, intervals) in before {
        guard let others = own[line] else { continue }
        let shared = intervals.flatMap { one in
          others.filter { $0.overlaps(one) }.map { $0.clamped(to: one) }
        }
        if !shared.isEmpty { both[line] = shared }
      }
      common = both
    }
    return (common ?? [:]).sorted { $0.key < $1.key }.flatMap { line, intervals in
      intervals.map { Stretch(from: point($0.lowerBound, line), to: point($0.upperBound, line)) }
    }
  }

  /// For each line where it runs inside: between the first crossing and the second, and so on.
  private func intervals(_ rings: [[Point]]) -> [Int: [ClosedRange<Double>]] {
    var crossings: [Int: [Double]] = [:]
    for ring in rings {
      for (from, to) in zip(ring, ring.dropFirst()) {
        let (a, b) = (turned(from), turned(to))
        let (low, high) = a.y < b.y ? (a, b) : (b, a)
        guard low.y < high.y else { continue }
        // A line through a corner counts with the edge above it only.
        var line = Int((low.y / spacing).rounded(.up))
        while Double(line) * spacing < high.y {
          let part = (Double(line) * spacing - low.y) / (high.y - low.y)
          crossings[line, default: []].append(low.x + part * (high.x - low.x))
          line += 1
        }
      }
    }
    return crossings.mapValues { places in
      let sorted = places.sorted()
      return stride(from: 0, to: sorted.count - 1, by: 2).map { sorted[$0]...sorted[$0 + 1] }
    }
  }

  /// Turned so that the lines are level.
  private func turned(_ point: Point) -> Point {
    guard isSlanted else { return point }
    let half = 0.5.squareRoot()
    return Point(x: (point.x - point.y) * half, y: (point.x + point.y) * half)
  }

  private func point(_ along: Double, _ line: Int) -> Point {
    let across = Double(line) * spacing
    guard isSlanted else { return Point(x: along, y: across) }
    let half = 0.5.squareRoot()
    return Point(x: (along + across) * half, y: (across - along) * half)
  }
}
