/// The words in a node.
enum NodeLabel {
  static let width = 24
  /// Stands after the name of a body whose evidence is weak.
  static let weakMark = "\u{A0}○"

  static func single(_ node: SceneNode) -> HTMLLabel {
    let entry = node.entries[0]
    let name = entry.name.shortened(to: 200) + (entry.isWeak ? weakMark : "")
    let lines = name.wrapped(at: width)
    var text: [HTMLText] = []
    for (number, line) in lines.enumerated() {
      if number > 0 { text.append(.lineBreak()) }
      text.append(node.isHighlighted ? .bold([.text(line)]) : .text(line))
    }
    if node.stackCount == 0, !node.isWhole { text += small("(not listed one by one)") }
    for remark in node.remarks { text += small(remark) }
    if !node.belongings.isEmpty {
      text += small("each with its own " + node.belongings.joined(separator: ", "))
    }
    return HTMLLabel(text)
  }

  private static func small(_ words: String) -> [HTMLText] {
    words.wrapped(at: 32).flatMap { line -> [HTMLText] in
      [.lineBreak(), .font(HTMLFont(size: 8.5), [.text(line)])]
    }
  }

  /// A table of names; two or three columns for many.
  static func list(
    _ node: SceneNode, _ families: KindFamilies, _ context: SceneContext
  ) -> HTMLLabel {
    let entries = node.entries
    let columns = entries.count > 24 ? 3 : entries.count > 3 ? 2 : 1
    let height = (entries.count + columns - 1) / columns
    let rows = (0..<height).map { row in
      HTMLRow(
        (0..<columns).map { column -> HTMLCell in
          let index = column * height + row
          guard index < entries.count else { return HTMLCell("") }
          return cell(entries[index], families, context)
        })
    }
    return HTMLLabel(
      HTMLTable(rows, border: 1, cellBorder: 1, cellSpacing: 0, cellPadding: 4, color: "#333333"))
  }

  private static func cell(
    _ entry: SceneNode.Entry, _ families: KindFamilies, _ context: SceneContext
  ) -> HTMLCell {
    let name = entry.name.shortened(to: 200) + (entry.isWeak ? weakMark : "")
    var text: [HTMLText] = []
    for (number, line) in name.wrapped(at: 30).enumerated() {
      if number > 0 { text.append(.lineBreak()) }
      text.append(.text(line))
    }
    if let amount = entry.amount {
      text += [.lineBreak(), .font(HTMLFont(size: 9), [.bold([.text(amount)])])]
    }
    let anchor = entry.id.map {
      HTMLAnchor(id: ElementID.body($0), tooltip: tooltip(entry, context))
    }
    return HTMLCell(
      HTMLLabel(text), bgcolor: families.look(of: entry.kind).fill, anchor: anchor)
  }

  /// What a reader sees when pointing at a body: "NHS England: non-departmental public body".
  static func tooltip(_ entry: SceneNode.Entry, _ context: SceneContext) -> String {
    "\(entry.name): \(context.graph.bodyKinds[entry.kind].name)".shortened(to: 500)
  }
}
