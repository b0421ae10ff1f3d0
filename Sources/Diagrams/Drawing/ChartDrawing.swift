import GovernanceModel

/// Turns a scene of tables into a document: one node for each, packed in rows by the `osage` engine.
struct ChartDrawing {
  static func document(
    of scene: Scene, heading: Heading, caption: [String], _ families: KindFamilies,
    _ context: SceneContext, _ style: PictureStyle
  ) -> (document: DotDocument, legend: Legend, bundles: [LineBundle]) {
    let theme = style.theme
    var document = DotDocument(
      name: heading.title.first ?? "graph",
      attributes: [
        .pad(0.3), .fontname(PictureStyle.font), .label(heading.label),
        .labelloc(.top), .labeljust(.left), .bgcolor(theme.background), .fontcolor(theme.ink),
        .packmode(columns: columns(scene, style)), .pack(points: 14),
      ],
      nodeDefaults: [
        .fontname(PictureStyle.font), .fontsize(11), .shape(.plain), .fontcolor(theme.nodeInk),
      ])
    for (number, node) in scene.nodes.enumerated() {
      document.addNode(
        node.id,
        [
          .id(ElementID.node(node)), .class(ElementID.classes(of: node, context)),
          .label(NodeLabel.chart(node, families, context, theme)), .sortv(number),
          .tooltip(node.entries[0].name),
        ])
    }
    var notes: [String] = []
    let hasWeak = scene.nodes.contains {
      $0.sections.contains { $0.entries.contains(where: \.isWeak) }
    }
    let hasShared = scene.nodes.contains {
      $0.sections.contains { $0.entries.contains(where: \.isShared) }
    }
    if hasWeak {
      notes.append("○ after a name: inferred, estimated or recalled, not read in a source.")
    }
    let hasOverlap = scene.nodes.contains {
      $0.sections.contains { $0.entries.contains { $0.overlaps > 1 } }
    }
    if hasOverlap, let overlap = style.overlap {
      notes.append("\(NodeLabel.hatchMark) after a name: it is in several \(overlap).")
    }
    if hasShared { notes.append("∗ after a name: it belongs to several of these groups.") }
    var text: [HTMLText] = []
    for line in (caption + notes).flatMap({ $0.wrapped(at: 60) }) {
      text += [.text(line), .lineBreak(.left)]
    }
    document.addNode(
      "legend",
      [
        .label(
          HTMLLabel(
            HTMLTable(
              [HTMLRow([HTMLCell(HTMLLabel(text), alignment: .left)])], border: 1, cellBorder: 0,
              cellPadding: 10, color: theme.frameLine))), .fontcolor(theme.ink),
        .sortv(scene.nodes.count),
      ])
    return (document, Legend(notes: notes, style), [])
  }

  /// As many tables side by side as give the sheet's shape: most are about as wide as six lines of
  /// words are high.
  private static func columns(_ scene: Scene, _ style: PictureStyle) -> Int {
    let shape = style.page.map { $0.width / $0.height } ?? 1.5
    let lines = scene.nodes.map { node in
      node.sections.reduce(3) { $0 + $1.entries.count + 1 }
    }.reduce(0, +)
    let tables = max(1, scene.nodes.count)
    let height = Double(lines) / Double(tables) * 13 + 40
    let columns = (Double(tables) * shape * height / 260).squareRoot()
    return min(tables, max(1, Int(columns.rounded())))
  }
}
