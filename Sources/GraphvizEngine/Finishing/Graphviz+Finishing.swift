import CGraphviz

extension Graphviz {
  /// What becomes of a layout before it is drawn: words move out of the way of lines, the legend to
  /// where there is room, and the levels of a picture apart where its sheet leaves some.
  static func finish(
    _ graph: OpaquePointer, layout: String, sheet: Sheet?, layOutAgain: () -> Bool
  ) -> Bool {
    let shape = sheet.map { ($0.width - 2 * $0.margin, $0.height - 2 * $0.margin) } ?? (1.414, 1)
    if LaidOutGraph.hasOverlaps(graph) {
      var laidOut = LaidOutGraph(graph)
      if OverlapRemoval.remove(in: &laidOut) { laidOut.includeWords() }
    }
    let isChart = layout == LayoutEngine.osage.rawValue && LaidOutGraph.isChart(graph)
    // Most large pictures have nothing to finish, and are not looked through.
    guard isChart || cgraphviz_has_words(graph) != 0 else { return true }
    var laidOut = LaidOutGraph(graph)
    if isChart {
      ChartPlacement.place(in: &laidOut, on: shape)
      return true
    }
    LabelPlacement.place(in: &laidOut)
    guard var legend = LegendPlacement(laidOut, on: shape) else {
      laidOut.includeWords()
      return true
    }
    if sheet != nil, layout == LayoutEngine.dot.rawValue,
      let gap = widerGap(laidOut, spare: legend.spareHeight(on: shape))
    {
      laidOut.set("ranksep", gap)
      guard layOutAgain() else { return false }
      laidOut = LaidOutGraph(graph)
      LabelPlacement.place(in: &laidOut)
      legend = LegendPlacement(laidOut, on: shape) ?? legend
    }
    legend.place(in: &laidOut)
    return true
  }

  /// The space between levels, in inches, that lets a picture fill its sheet; nil where it nearly
  /// does.
  private static func widerGap(_ graph: LaidOutGraph, spare: Double) -> Double? {
    let gaps = LegendPlacement.gaps(graph)
    guard gaps > 0, spare > 30, let present = graph.number("ranksep") else { return nil }
    // Levels that are too far apart no longer read as one picture.
    return min(present + 0.95 * spare / Double(gaps) / 72, 1.5)
  }
}

extension LaidOutGraph {
  /// Makes the drawing as large as words that were moved need.
  fileprivate mutating func includeWords() {
    var all = box
    for edge in edges { if let words = edge.words { all.include(words) } }
    for frame in frames { if let words = frame.words { all.include(words.grown(by: -4)) } }
    if all != box { set(box: all) }
  }
}
