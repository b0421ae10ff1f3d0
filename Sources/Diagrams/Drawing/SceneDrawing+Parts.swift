import GovernanceModel

extension SceneDrawing {
  /// Puts parts that are not joined beside and below each other, as many side by side as suit the
  /// sheet.
  mutating func pack() {
    let lines = scene.lines.compactMap { line -> (left: Int, right: Int)? in
      guard let from = position[line.from], let to = position[line.to] else { return nil }
      return isUpward(line) ? (to, from) : (from, to)
    }
    let parts = PartColumns(
      kinds: scene.nodes.map { families.family(of: $0.entries[0].kind) ?? $0.entries[0].kind },
      lines: lines)
    let isAcross = style.direction == .leftToRight
    let shape = style.page.map { $0.width / $0.height } ?? 1.4
    // A part that runs to the right is many times as wide as high.
    let across = max(
      1, Int((Double(parts.count) * shape * (isAcross ? 0.09 : 0.5)).squareRoot().rounded()))
    document.attributes.set(.pack(points: 18))
    document.attributes.set(
      .packmode(
        // Graphviz packs before it turns the picture.
        columns: isAcross ? (parts.count + across - 1) / across : across,
        alignedAt: isAcross && parts.isAlikeAtEnd ? .bottom : .top))
    let widths = isAcross && parts.count > 3 ? widths(parts) : [:]
    for (number, node) in scene.nodes.enumerated() {
      var attributes: DotAttributes = [.sortv(number)]
      if !node.isList, let width = parts.columns[number].flatMap({ widths[$0] }) {
        attributes.set(.width(width / 72))
      }
      document.addNode(node.id, attributes)
    }
  }

  /// How wide the nodes of each column are to be, in points: as the widest of them needs.
  private func widths(_ parts: PartColumns) -> [Int: Double] {
    var widths: [Int: Double] = [:]
    for (number, node) in scene.nodes.enumerated() where !node.isList {
      guard let column = parts.columns[number] else { continue }
      widths[column] = max(widths[column] ?? 0, NodeLabel.usualWidth(of: node, families))
    }
    return widths
  }
}
