import GovernanceModel

/// What the shapes, colours and lines of one picture mean, drawn with the very looks it uses.
struct Legend {
  /// The most samples side by side.
  private let perRow: Int
  /// As many as a line of small print may have and still be followed by the eye.
  static let charactersInLine = 110

  struct Sample {
    let label: String
    let attributes: DotAttributes
    /// What it looks like, in words, where it cannot be drawn.
    var words = ""
    var color: DotColor?
    /// Whether the sample is hatched.
    var isHatched = false
  }

  let nodes: [Sample]
  let lines: [Sample]
  let notes: [String]
  private let theme: Theme
  /// Whether the layout draws lines at all.
  private let hasLines: Bool

  init(
    _ used: UsedLooks, _ families: KindFamilies, _ context: SceneContext, _ style: PictureStyle,
    across: Int
  ) {
    perRow = across
    theme = style.theme
    let theme = theme
    hasLines = style.engine != .patchwork
    let kinds = context.graph.bodyKinds
    var nodes = families.families.filter(used.families.contains).map { kind in
      Sample(
        label: kinds[kind].name, attributes: families.attributes(of: kind, theme),
        words: style.engine == .patchwork ? "" : families.look(of: kind)?.outline.word ?? "",
        color: families.fill(of: kind, theme))
    }
    let plain: DotAttributes = [.shape(.box), .style(.filled), .fillcolor(theme.plain)]
    if used.hasOtherKind {
      nodes.append(
        Sample(
          label: "other kinds", attributes: plain.merging([.fillcolor(theme.other)]),
          color: theme.other))
    }
    if used.hasStack, style.engine != .patchwork {
      nodes.append(
        Sample(
          label: "double outline: many bodies drawn as one",
          attributes: plain.merging([.peripheries(2)])))
    }
    if used.hasHighlight, style.engine != .patchwork {
      nodes.append(
        Sample(
          label: "thick outline: the body in question",
          attributes: plain.merging([.penwidth(PictureStyle.highlightWidth + theme.extraWidth)])))
    }
    if used.hasOverlap, let overlap = style.overlap {
      nodes.append(
        Sample(label: "bars: in several \(overlap)", attributes: plain, isHatched: true))
    }
    for change in used.nodeChanges.sorted() where change == .appeared || change == .vanished {
      nodes.append(
        Sample(
          label: change == .appeared ? "thick outline: new" : "dashed outline: gone",
          attributes: plain.merging(change.outline(plain))))
    }
    self.nodes = nodes

    let looks = used.lines.sorted { Self.order($0) < Self.order($1) }
    var lines = looks.map { look -> Sample in
      var words = "A \(look.words) B"
      if let ground = look.ground { words += "\n\(ground.word)" }
      if let change = look.change { words += "\n\(change.word)" }
      if look.isAbsent { words += "\nlooked for, not found" }
      if look.isUnstated { words += "\nwhich ones: not recorded" }
      return Sample(
        label: words,
        attributes: look.attributes(theme).merging([.dir(.forward), .arrowhead(look.arrow)]),
        words: look.description, color: look.color(theme))
    }
    if used.hasWeakLine {
      lines.append(
        Sample(
          label: style.gradeMark == .opacity
            ? "faint:\ninferred, estimated\nor recalled"
            : "ring at the start:\ninferred, estimated\nor recalled",
          attributes: [
            .dir(.both), .arrowtail(style.gradeMark == .opacity ? .none : .openDot),
            .arrowhead(.none),
            .color(style.gradeMark == .opacity ? theme.ink.faded : theme.ink), .style(.solid),
            .penwidth(1.1),
          ]))
    }
    self.lines = lines

    var notes: [String] = []
    if used.hasList { notes.append("Names in one box: each of them has the lines of the box.") }
    if used.hasFrame {
      notes.append("A line that ends at a frame concerns every body in it.")
    }
    if used.hasFreePlaces, let words = Self.places(used, style) { notes.append(words) }
    if used.hasJunction {
      notes.append(
        "Lines that meet at a dot share the line beyond it: each leads to or from the body there.")
    }
    if used.hasWeakNode {
      notes.append("○ after a name: inferred, estimated or recalled, not read in a source.")
    }
    if used.hasSeveralGrounds {
      notes.append(
        "A line that rests on several bases is drawn as the first of: "
          + LineLook.Ground.allCases.dropLast().map(\.word).joined(separator: ", ") + ".")
    }
    if used.hasShare {
      notes.append(
        "Words such as “4 of 14” on a line: how many of the bodies drawn as one it concerns.")
    }
    if used.hasIncentive {
      notes.append(
        "In small print what moves a body, and by which rule: + more of it pays, − less of it.")
    }
    if used.hasAbsentLine {
      notes.append("Dashed red lines are not there: they were looked for and not found.")
    }
    if used.hasSum {
      notes.append("A number in brackets after an amount: so many payments, added up.")
    }
    if let widest = used.widest, style.engine != .patchwork {
      notes.append(
        "Lines are as wide as their amounts are large: \(Int(PictureStyle.widest)) points for "
          + "\(widest), and never less than \(Int(PictureStyle.narrowest)).")
    }
    if style.engine == .patchwork {
      notes.append(
        style.hasWidthByAmount
          ? "Fields are as large as the money that comes in; lines, and who gets none, are not drawn."
          : "Fields are as large as the number of bodies that they stand for; lines are not drawn.")
    }
    if used.hasUnmeasuredWidth, style.engine != .patchwork {
      notes.append("The width of a line without an amount says nothing.")
    }
    if used.hasShared {
      notes.append("* after a name: it belongs to several of the groups shown.")
    }
    if used.hasFinding {
      notes.append(
        "▲ to ▲▲▲▲: the gravest that the rules find about the body is low, medium, high or "
          + "critical.")
    }
    self.notes = notes
  }

  /// Words alone, for a picture whose looks explain themselves.
  init(notes: [String], _ style: PictureStyle) {
    perRow = 1
    nodes = []
    lines = []
    self.notes = notes
    theme = style.theme
    hasLines = false
  }

  /// What it means where a body stands, when the layout alone has chosen it.
  private static func places(_ used: UsedLooks, _ style: PictureStyle) -> String? {
    switch style.engine {
    case .dot, .auto:
      let isAcross = style.direction == .leftToRight
      let upward: [RelationshipKind?] = [.accountableTo, .partOf]
      let kinds = Set(used.lines.map(\.kind))
      let others = kinds.subtracting(upward)
      let below = [
        kinds.contains(.accountableTo) ? "who answers to it" : nil,
        kinds.contains(.partOf) ? "what is a part of it" : nil,
        others.isEmpty ? nil : "where its \(others.count < kinds.count ? "other " : "")lines end",
      ]
      return (isAcross ? "Columns" : "Levels")
        + " follow from the lines alone, and mean nothing else: "
        + (isAcross ? "to the right of" : "below") + " a body stands "
        + below.compactMap { $0 }.joined(separator: ", and ") + ", unless lines run in a circle."
    case .neato, .fdp, .sfdp, .circo:
      return
        "Where a body stands means nothing: those with lines between them stand near each other."
    case .twopi:
      return used.hasHighlight
        ? "Rings: how many lines it takes to the body in question."
        : "Where a body stands means nothing: rings follow from the lines alone."
    case .osage, .patchwork: return nil
    }
  }

  private static func order(_ look: LineLook) -> (Int, Int, Int) {
    let kind = look.kind.flatMap { RelationshipKind.standard.firstIndex(of: $0) } ?? .max
    let standing = look.isAbsent ? 2 : look.isUnstated ? 1 : 0
    return (kind, look.ground?.rawValue ?? look.change?.rawValue ?? -1, standing)
  }

  private var nodeRows: Int { (nodes.count + perRow - 1) / perRow }
  private var lineRows: Int { (lines.count + perRow / 2 - 1) / (perRow / 2) }

  /// How many levels it takes.
  var rowCount: Int { nodeRows + lineRows }

  /// Room around the caption: a reader's renderer may set its lines a little wider than they were
  /// measured.
  private static func padded(_ text: HTMLLabel) -> HTMLLabel {
    HTMLLabel(
      HTMLTable([HTMLRow([HTMLCell(text)])], border: 0, cellBorder: 0, cellPadding: 6))
  }

  /// Adds the legend as a frame of its own below the given number of rows.
  func add(to document: inout DotDocument, below rows: Int, caption: [String]) {
    var text: [HTMLText] = []
    for line in caption + notes.flatMap({ $0.wrapped(at: Self.charactersInLine) }) {
      text += [.text(line), .lineBreak(.left)]
    }
    var cluster = DotCluster(
      "legend",
      [
        .label(Self.padded(HTMLLabel([.font(HTMLFont(size: 10), text)]))), .labelloc(.bottom),
        .labeljust(.left), .color(theme.frameLine), .style(.rounded), .margin(12),
      ])
    for (number, sample) in nodes.enumerated() {
      cluster.addNode(
        "legend kind \(number)",
        sample.attributes.merging([.label(words(of: sample)), .fontsize(9), .height(0.3)]))
    }
    let end: DotAttributes = [
      .shape(.circle), .fontsize(8), .height(0.2), .width(0.2), .margin(0.02), .fixedsize(true),
      .fontcolor(theme.ink),
    ]
    for (number, sample) in lines.enumerated() {
      cluster.addNode("legend \(number) A", end.merging([.label("A")]))
      cluster.addNode("legend \(number) B", end.merging([.label("B")]))
      var words: [HTMLText] = []
      for line in sample.label.split(separator: "\n") {
        words += [.text(String(line)), .lineBreak(.left)]
      }
      cluster.addNode(
        "legend \(number) words",
        [
          .shape(.plain), .label(HTMLLabel(words)), .fontsize(10), .fontcolor(theme.ink),
        ])
      cluster.addEdge(
        from: "legend \(number) A", to: "legend \(number) B",
        sample.attributes.merging([.minlen(2)]))
    }
    document.addCluster(cluster)
    addRows(to: &document, below: rows)
  }

  private func words(of sample: Sample) -> DotLabel {
    let lines = sample.label.wrapped(at: 20)
    guard sample.isHatched else { return .text(lines.joined(separator: "\n")) }
    let text = lines.flatMap { [HTMLText.lineBreak(), .text($0)] }.dropFirst()
    return .html(Hatching.label(Array(text), theme))
  }

  private func addRows(to document: inout DotDocument, below rows: Int) {
    var row = rows
    func add(_ ids: [String]) {
      document.addRankGroup([SceneDrawing.spine(row)] + ids)
      // A second line beside that of a sample would bend it.
      for (left, right) in zip(ids, ids.dropFirst()) where !left.hasSuffix(" A") {
        document.addEdge(from: left, to: right, [.style(.invisible)])
      }
      row += 1
    }
    for range in Self.rows(of: nodes.count, inRows: nodeRows) {
      add(range.map { "legend kind \($0)" })
    }
    for range in Self.rows(of: lines.count, inRows: lineRows) {
      add(range.flatMap { ["legend \($0) A", "legend \($0) B", "legend \($0) words"] })
    }
  }

  /// Rows of about the same length.
  private static func rows(of count: Int, inRows rows: Int) -> [Range<Int>] {
    (0..<rows).map { (count * $0 / rows)..<(count * ($0 + 1) / rows) }
  }

  // MARK: Where no legend can be drawn

  /// The title with what the legend and the caption say below it, as one label: for layouts that
  /// would put a legend of nodes anywhere.
  func heading(_ title: HTMLLabel, caption: [String], across: Int) -> HTMLLabel {
    var rows = [HTMLRow([HTMLCell(title, alignment: .left)])]
    func table(_ cells: [HTMLCell], across: Int) -> HTMLRow {
      let rows = stride(from: 0, to: cells.count, by: across).map { start in
        HTMLRow(Array(cells[start..<min(start + across, cells.count)]))
      }
      let table = HTMLTable(
        rows, border: 0, cellBorder: 0, cellSpacing: 3, cellPadding: 3)
      return HTMLRow([HTMLCell(HTMLLabel(table), alignment: .left)])
    }
    func small(_ text: String, _ color: DotColor? = nil) -> [HTMLText] {
      [.font(HTMLFont(size: 10, color: color), [.text(text)])]
    }
    let kinds = nodes.map { sample in
      let words = sample.label + (sample.words.isEmpty ? "" : ": " + sample.words)
      return HTMLCell(
        HTMLLabel(small(words, sample.color == nil ? nil : theme.nodeInk)), bgcolor: sample.color)
    }
    if !kinds.isEmpty { rows.append(table(kinds, across: across)) }
    let lines = lines.map { sample in
      let words = sample.label.replacing(":\n", with: ": ").replacing("\n", with: ", ")
      return HTMLCell(
        HTMLLabel(
          small(words + (sample.words.isEmpty ? "" : ": " + sample.words), sample.color)),
        alignment: .left)
    }
    if !lines.isEmpty, hasLines { rows.append(table(lines, across: max(1, across / 2))) }
    var text: [HTMLText] = []
    let width = max(caption.map(\.count).max() ?? 0, Self.charactersInLine)
    for line in caption + notes.flatMap({ $0.wrapped(at: width) }) {
      text += small(line) + [.lineBreak(.left)]
    }
    rows.append(HTMLRow([HTMLCell(HTMLLabel(text), alignment: .left)]))
    return HTMLLabel(HTMLTable(rows, border: 0, cellBorder: 0, cellPadding: 3))
  }
}
