import GovernanceModel

/// What the shapes, colours and lines of one picture mean, drawn with the very looks it uses.
struct Legend {
  /// The most samples side by side.
  private let perRow: Int

  private struct Sample {
    let label: String
    let attributes: DotAttributes
  }

  private let nodes: [Sample]
  private let lines: [Sample]
  private let notes: [String]

  init(_ used: UsedLooks, _ families: KindFamilies, _ context: SceneContext, across: Int) {
    perRow = across
    let kinds = context.graph.bodyKinds
    var nodes = families.families.filter(used.families.contains).map { kind in
      Sample(
        label: kinds[kind].name, attributes: families.look(of: kind).attributes)
    }
    let plain: DotAttributes = [.shape(.box), .style(.filled), .fillcolor("#FFFFFF")]
    if used.hasOtherKind {
      nodes.append(Sample(label: "other kinds", attributes: NodeLook.other.attributes))
    }
    if used.hasStack {
      nodes.append(
        Sample(
          label: "double outline: many bodies drawn as one",
          attributes: plain.merging([.peripheries(2)])))
    }
    if used.hasHighlight {
      nodes.append(
        Sample(
          label: "thick outline: the body in question",
          attributes: plain.merging([.penwidth(4)])))
    }
    self.nodes = nodes

    let looks = used.lines.sorted { Self.order($0) < Self.order($1) }
    var lines = looks.map { look -> Sample in
      var words = "A \(look.words) B"
      if let ground = look.ground { words += "\n\(ground.word)" }
      if look.isAbsent { words += "\nlooked for, not found" }
      if look.isUnstated { words += "\nwhich ones: not recorded" }
      return Sample(
        label: words,
        attributes: look.attributes.merging([.dir(.forward), .arrowhead(look.arrow)]))
    }
    if used.hasWeakLine {
      lines.append(
        Sample(
          label: "ring at the start:\ninferred, estimated\nor recalled",
          attributes: [
            .dir(.both), .arrowtail(.openDot), .arrowhead(.none), .color("#000000"),
            .style(.solid), .penwidth(1.1),
          ]))
    }
    self.lines = lines

    var notes: [String] = []
    if used.hasList { notes.append("Names in one box: each of them has the lines of the box.") }
    if used.hasFrame {
      notes.append("A line that ends at a frame concerns every body in it.")
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
    self.notes = notes
  }

  private static func order(_ look: LineLook) -> (Int, Int, Int) {
    let kind = look.kind.flatMap { RelationshipKind.standard.firstIndex(of: $0) } ?? .max
    return (kind, look.ground?.rawValue ?? -1, look.isAbsent ? 2 : look.isUnstated ? 1 : 0)
  }

  private var nodeRows: Int { (nodes.count + perRow - 1) / perRow }
  private var lineRows: Int { (lines.count + perRow - 1) / perRow }

  /// How many levels it takes.
  var rowCount: Int { nodeRows + 2 * lineRows }

  /// Room around the caption: a reader's renderer may set its lines a little wider than they were
  /// measured.
  private static func padded(_ text: HTMLLabel) -> HTMLLabel {
    HTMLLabel(
      HTMLTable([HTMLRow([HTMLCell(text)])], border: 0, cellBorder: 0, cellPadding: 14))
  }

  /// Adds the legend as a frame of its own below the given number of rows.
  func add(to document: inout DotDocument, below rows: Int, caption: [String]) {
    var text: [HTMLText] = []
    for line in caption + notes {
      text += [.text(line), .lineBreak(.left)]
    }
    var cluster = DotCluster(
      "legend",
      [
        .label(Self.padded(HTMLLabel([.font(HTMLFont(size: 10), text)]))), .labelloc(.bottom),
        .labeljust(.left), .color("#BBBBBB"), .style(.rounded), .margin(12),
      ])
    for (number, sample) in nodes.enumerated() {
      cluster.addNode(
        "legend kind \(number)",
        sample.attributes.merging([
          .label(sample.label.wrapped(at: 20).joined(separator: "\n")), .fontsize(9),
          .height(0.3),
        ]))
    }
    let end: DotAttributes = [
      .shape(.circle), .fontsize(8), .height(0.2), .width(0.2), .margin(0.02), .fixedsize(true),
    ]
    for (number, sample) in lines.enumerated() {
      cluster.addNode("legend \(number) A", end.merging([.label("A")]))
      cluster.addNode("legend \(number) B", end.merging([.label("B")]))
      cluster.addEdge(
        from: "legend \(number) A", to: "legend \(number) B",
        sample.attributes.merging([
          .label(sample.label.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")),
          .fontcolor("#000000"), .weight(20),
        ]))
    }
    document.addCluster(cluster)
    addRows(to: &document, below: rows)
  }

  private func addRows(to document: inout DotDocument, below rows: Int) {
    var row = rows
    func add(_ ids: [String]) {
      document.addRankGroup([SceneDrawing.spine(row)] + ids)
      for (left, right) in zip(ids, ids.dropFirst()) {
        document.addEdge(from: left, to: right, [.style(.invisible)])
      }
      row += 1
    }
    for range in Self.rows(of: nodes.count, inRows: nodeRows) {
      add(range.map { "legend kind \($0)" })
    }
    for range in Self.rows(of: lines.count, inRows: lineRows) {
      add(range.map { "legend \($0) A" })
      add(range.map { "legend \($0) B" })
    }
  }

  /// Rows of about the same length.
  private static func rows(of count: Int, inRows rows: Int) -> [Range<Int>] {
    (0..<rows).map { (count * $0 / rows)..<(count * ($0 + 1) / rows) }
  }
}
