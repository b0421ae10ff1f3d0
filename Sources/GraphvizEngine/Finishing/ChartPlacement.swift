/// Stands the tables of a chart in columns that are read downwards, as many as let the whole be
/// largest on its sheet. Graphviz packs them in rows, each as high as its highest table.
struct ChartPlacement {
  private static let gap = 14.0
  /// The most columns that are tried.
  private static let mostColumns = 200

  /// Which tables stand in each column, and the height of the highest.
  private struct Columns {
    var ranges: [Range<Int>] = []
    var height = 0.0
  }

  /// - Parameter sheet: what a drawing may take, in any unit; only its shape counts.
  /// - Complexity: O(tables · columns tried).
  static func place(in graph: inout LaidOutGraph, on sheet: (width: Double, height: Double)) {
    let boxes = graph.nodes.map(\.box)
    guard boxes.count > 1, graph.edges.isEmpty, graph.frames.isEmpty else { return }
    let above = graph.title.map { $0.height + gap } ?? 0
    func width(_ columns: Columns) -> Double {
      columns.ranges.reduce(-gap) { $0 + gap + boxes[$1].map(\.width).max()! }
    }
    var best: (columns: Columns, scale: Double)?
    for count in 1...min(boxes.count, mostColumns) {
      let columns = columns(boxes.map(\.height), most: count)
      let scale = min(sheet.width / width(columns), sheet.height / (columns.height + above))
      if scale > best?.scale ?? 0 { best = (columns, scale) }
    }
    guard let columns = best?.columns else { return }
    var all = Box.nothing
    var left = 0.0
    for range in columns.ranges {
      var top = 0.0
      for index in range {
        let box = boxes[index]
        graph.move(node: index, toX: left + box.width / 2, y: top - box.height / 2)
        all.include(graph.nodes[index].box)
        top -= box.height + gap
      }
      left += boxes[range].map(\.width).max()! + gap
    }
    if let title = graph.title {
      let place = title.moved(toX: title.width / 2, y: gap + title.height / 2)
      graph.move(titleTo: place)
      all.include(place)
    }
    graph.set(box: all)
  }

  /// The lowest columns, at most so many, that hold tables in their order.
  private static func columns(_ heights: [Double], most: Int) -> Columns {
    func filled(_ limit: Double) -> Columns {
      var columns = Columns()
      var start = 0
      var height = -gap
      for (index, table) in heights.enumerated() {
        if index > start, height + gap + table > limit {
          columns.ranges.append(start..<index)
          columns.height = max(columns.height, height)
          start = index
          height = -gap
        }
        height += gap + table
      }
      columns.ranges.append(start..<heights.count)
      columns.height = max(columns.height, height)
      return columns
    }
    var (low, high) = (heights.max() ?? 0, heights.reduce(0) { $0 + gap + $1 })
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if filled(middle).ranges.count <= most { high = middle } else { low = middle }
    }
    return filled(high)
  }
}
