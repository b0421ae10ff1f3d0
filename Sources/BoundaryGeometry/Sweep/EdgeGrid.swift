/// The edges of two layers in the fields of a grid, so that only neighbours are compared.
struct EdgeGrid {
  /// An edge of either layer: those of the second are numbered on after those of the first.
  typealias Edge = Int

  private let minX: Double
  private let minY: Double
  private let scale: Double
  private let columns: Int
  private let rows: Int
  private var starts: [Int32]
  private var edges: [Int32] = []

  /// Nil where edges are so long that a grid is of no use.
  ///
  /// - Parameters: the coordinates of the ends of every edge.
  /// - Complexity: O(edges + fields that they lie in).
  init?(_ boxes: EdgeBoxes) {
    guard let all = boxes.all else { return nil }
    let (width, height) = (max(all.maxX - all.minX, 1e-9), max(all.maxY - all.minY, 1e-9))
    // About two edges to a field.
    let wanted = max(1, Double(boxes.count) / 2)
    let side = max((width * height / wanted).squareRoot(), max(width, height) / 8192)
    (minX, minY, scale) = (all.minX, all.minY, 1 / side)
    columns = Int(width / side) + 1
    rows = Int(height / side) + 1
    starts = [Int32](repeating: 0, count: columns * rows + 1)
    var total = 0
    for edge in 0..<boxes.count {
      let span = span(of: edge, boxes)
      total += span.columns.count * span.rows.count
      guard total <= 64 * (boxes.count + 1024) else { return nil }
      for row in span.rows {
        for column in span.columns { starts[row * columns + column + 1] += 1 }
      }
    }
    for field in 0..<columns * rows { starts[field + 1] += starts[field] }
    edges = [Int32](repeating: 0, count: total)
    var next = starts
    for edge in 0..<boxes.count {
      let span = span(of: edge, boxes)
      for row in span.rows {
        for column in span.columns {
          let field = row * columns + column
          edges[Int(next[field])] = Int32(edge)
          next[field] += 1
        }
      }
    }
  }

  private func span(
    of edge: Int, _ boxes: EdgeBoxes
  ) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    (
      column(boxes.minX[edge])...column(boxes.maxX[edge]),
      row(boxes.minY[edge])...row(boxes.maxY[edge])
    )
  }

  @inline(__always)
  private func column(_ x: Double) -> Int { min(columns - 1, max(0, Int((x - minX) * scale))) }
  @inline(__always)
  private func row(_ y: Double) -> Int { min(rows - 1, max(0, Int((y - minY) * scale))) }

  /// Calls `meet` once for every two edges whose boxes meet, the lower number first.
  func eachMeeting(_ boxes: EdgeBoxes, _ meet: (Edge, Edge) -> Void) {
    for row in 0..<rows {
      for column in 0..<columns {
        let field = row * columns + column
        let range = Int(starts[field])..<Int(starts[field + 1])
        guard range.count > 1 else { continue }
        for place in range {
          let one = Int(edges[place])
          for otherPlace in place + 1..<range.upperBound {
            let other = Int(edges[otherPlace])
            guard boxes.meet(one, other) else { continue }
            // Of the fields that both lie in, only the first.
            let x = max(boxes.minX[one], boxes.minX[other])
            let y = max(boxes.minY[one], boxes.minY[other])
            if self.column(x) == column, self.row(y) == row { meet(one, other) }
          }
        }
      }
    }
  }
}

/// The boxes around edges.
struct EdgeBoxes {
  private(set) var minX: [Double] = []
  private(set) var minY: [Double] = []
  private(set) var maxX: [Double] = []
  private(set) var maxY: [Double] = []

  var count: Int { minX.count }

  init(_ layers: [CoverageEdges], _ vertices: VertexTable) {
    let count = layers.reduce(0) { $0 + $1.count }
    minX.reserveCapacity(count)
    minY.reserveCapacity(count)
    maxX.reserveCapacity(count)
    maxY.reserveCapacity(count)
    for layer in layers {
      for edge in 0..<layer.count {
        let (a, b) = (Int(layer.first[edge]), Int(layer.second[edge]))
        minX.append(min(vertices.x[a], vertices.x[b]))
        maxX.append(max(vertices.x[a], vertices.x[b]))
        minY.append(min(vertices.y[a], vertices.y[b]))
        maxY.append(max(vertices.y[a], vertices.y[b]))
      }
    }
  }

  @inline(__always)
  func meet(_ one: Int, _ other: Int) -> Bool {
    minX[one] <= maxX[other] && minX[other] <= maxX[one] && minY[one] <= maxY[other]
      && minY[other] <= maxY[one]
  }

  var all: (minX: Double, minY: Double, maxX: Double, maxY: Double)? {
    guard let x = minX.min(), let y = minY.min(), let right = maxX.max(), let top = maxY.max()
    else { return nil }
    return (x, y, right, top)
  }
}
