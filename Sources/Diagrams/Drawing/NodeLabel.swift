/// The words in a node.
enum NodeLabel {
  static let width = 24
  /// Stands after the name of a body whose evidence is weak.
  static let weakMark = "\u{A0}○"
  /// Stands after the name of a body that belongs to several of the groups shown.
  static let sharedMark = "\u{A0}*"
  /// Stands for the band of a hatched body where names are lines of text.
  static let hatchMark = "||||"

  static func single(_ node: SceneNode, _ theme: Theme) -> HTMLLabel {
    let entry = node.entries[0]
    let name =
      entry.name.shortened(to: 200) + (entry.isWeak ? weakMark : "")
      + (node.isShared ? sharedMark : "")
    let lines = name.wrapped(at: width)
    var text: [HTMLText] = []
    for (number, line) in lines.enumerated() {
      if number > 0 { text.append(.lineBreak()) }
      text.append(node.isHighlighted ? .bold([.text(line)]) : .text(line))
    }
    if node.stackCount == 0, !node.isWhole { text += small("(not listed one by one)") }
    for remark in node.remarks + node.changeRemarks { text += small(remark) }
    if let findings = node.findings { text += small(findings.words) }
    if !node.belongings.isEmpty {
      text += small("each with its own " + node.belongings.joined(separator: ", "))
    }
    return entry.overlaps > 1 ? Hatching.label(text, theme) : HTMLLabel(text)
  }

  /// About as many points as a node with the name of a body needs to the left and right: letters of
  /// 12 points are 6.3 points wide at the most, on average over a line.
  static func usualWidth(of node: SceneNode, _ families: KindFamilies) -> Double {
    let entry = node.entries[0]
    let name = entry.name.shortened(to: 200) + (entry.isWeak ? weakMark : "")
    let longest = name.wrapped(at: width).map(\.count).max() ?? 0
    let text = Double(longest) * 6.3 + 12
    return families.look(of: entry.kind)?.outline == .ellipse ? text * 2.squareRoot() : text
  }

  private static func small(_ words: String) -> [HTMLText] {
    words.wrapped(at: 32).flatMap { line -> [HTMLText] in
      [.lineBreak(), .font(HTMLFont(size: 8.5), [.text(line)])]
    }
  }

  /// A table of names; two or three columns for many.
  ///
  /// The fill of a cell says of what kind its body is; where they are of one kind, words above say
  /// it too, else words in each cell do.
  static func list(
    _ node: SceneNode, _ families: KindFamilies, _ context: SceneContext, _ theme: Theme
  ) -> HTMLLabel {
    let entries = node.entries
    let kinds = context.graph.bodyKinds
    let shared = Set(entries.map { families.family(of: $0.kind) ?? $0.kind })
    let columns = entries.count > 24 ? 3 : entries.count > 3 ? 2 : 1
    let height = (entries.count + columns - 1) / columns
    var rows = (0..<height).map { row in
      HTMLRow(
        (0..<columns).map { column -> HTMLCell in
          let index = column * height + row
          guard index < entries.count else { return HTMLCell("") }
          let entry = entries[index]
          let kind = shared.count == 1 ? nil : kinds[families.family(of: entry.kind) ?? entry.kind]
          return cell(entry, kind?.name, families.fill(of: entry.kind, theme), context, theme)
        })
    }
    if shared.count == 1, let kind = shared.first {
      let change = node.change.map { ", \($0.word)" } ?? ""
      let heading = kinds[kind].plural + change
      let words = HTMLText.font(HTMLFont(size: 8.5), [.italic([.text(heading)])])
      rows.insert(
        HTMLRow([
          HTMLCell(HTMLLabel([words]), columnSpan: columns, bgcolor: families.fill(of: kind, theme))
        ]), at: 0)
    }
    return HTMLLabel(
      HTMLTable(
        rows, border: 1, cellBorder: 1, cellSpacing: 0, cellPadding: 4, color: theme.outline))
  }

  private static func cell(
    _ entry: SceneNode.Entry, _ kind: String?, _ fill: DotColor, _ context: SceneContext,
    _ theme: Theme
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
    if let remark = entry.remark { text += small(remark) }
    if let kind {
      text += [.lineBreak(), .font(HTMLFont(size: 8.5), [.italic([.text(kind)])])]
    }
    let anchor = entry.id.map {
      HTMLAnchor(id: ElementID.body($0), tooltip: tooltip(entry, context))
    }
    let label = entry.overlaps > 1 ? Hatching.label(text, theme) : HTMLLabel(text)
    return HTMLCell(label, bgcolor: fill, anchor: anchor)
  }

  /// What a reader sees when pointing at a body: "NHS England: non-departmental public body".
  static func tooltip(_ entry: SceneNode.Entry, _ context: SceneContext) -> String {
    "\(entry.name): \(context.graph.bodyKinds[entry.kind].name)".shortened(to: 500)
  }

  /// A table of a group: its name, then names under headings.
  static func chart(
    _ node: SceneNode, _ families: KindFamilies, _ context: SceneContext, _ theme: Theme
  ) -> HTMLLabel {
    var heading: [HTMLText] = []
    for (number, line) in node.entries[0].name.shortened(to: 200).wrapped(at: 34).enumerated() {
      if number > 0 { heading.append(.lineBreak()) }
      heading.append(.font(HTMLFont(size: 15), [.bold([.text(line)])]))
    }
    for remark in node.remarks { heading += small(remark) }
    var rows = [
      HTMLRow([
        HTMLCell(
          HTMLLabel(heading), bgcolor: families.fill(of: node.entries[0].kind, theme),
          anchor: HTMLAnchor(
            id: ElementID.heading(node.id), tooltip: tooltip(node.entries[0], context)))
      ])
    ]
    for section in node.sections {
      let words = HTMLText.font(HTMLFont(size: 9), [.italic([.text(section.heading)])])
      let fill = section.entries.first.map { families.fill(of: $0.kind, theme) }
      let heading = HTMLCell(HTMLLabel([words, .lineBreak(.left)]), alignment: .left)
      let names = section.entries.map { entry in
        // A cell of its own makes the body an element of its own; its fill, one with a place.
        let anchor = ElementID.entry(entry, in: node).map {
          HTMLAnchor(id: $0, tooltip: tooltip(entry, context))
        }
        return HTMLCell(
          HTMLLabel([.font(HTMLFont(size: 10.5), lines(entry))]), alignment: .left, bgcolor: fill,
          anchor: anchor)
      }
      let table = HTMLTable(
        ([heading] + names).map { HTMLRow([$0]) }, border: 0, cellBorder: 0, cellPadding: 0)
      rows.append(HTMLRow([HTMLCell(HTMLLabel(table), bgcolor: fill)]))
    }
    return HTMLLabel(
      HTMLTable(
        rows, border: 1, cellBorder: 1, cellSpacing: 0, cellPadding: 4, color: theme.outline))
  }

  /// The name of a body in a table of a group.
  private static func lines(_ entry: SceneNode.Entry) -> [HTMLText] {
    let name =
      entry.name.shortened(to: 120) + (entry.isWeak ? weakMark : "")
      + (entry.isShared ? sharedMark : "")
    let lines = name.wrapped(at: entry.overlaps > 1 ? 40 : 44)
    return lines.enumerated().flatMap { number, line -> [HTMLText] in
      let bars =
        entry.overlaps > 1 && number == lines.count - 1
        ? [HTMLText.font(HTMLFont(size: 7), [.bold([.text("\u{A0}" + hatchMark)])])] : []
      return [.text(line)] + bars + [.lineBreak(.left)]
    }
  }
}

extension SceneNode {
  /// What became of it between the two dates of a comparison, in words.
  var changeRemarks: [String] {
    switch change {
    case .appeared?, .vanished?: [change!.word]
    case .changed?:
      [earlierName.map { "before: \($0)" }, earlierCount.map { "before: \($0.grouped)" }]
        .compactMap { $0 }
    case .kept?, nil: []
    }
  }
}
