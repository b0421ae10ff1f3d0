import GovernanceModel

/// Turns a scene into a document: nodes in their rows and frames, lines, then the legend of what
/// was used.
struct SceneDrawing {
  let scene: Scene
  let context: SceneContext
  let style: PictureStyle
  let families: KindFamilies
  var theme: Theme { style.theme }
  var document: DotDocument
  var used = UsedLooks()
  /// Where each node stands among the nodes, by its id.
  let position: [String: Int]
  /// What lines call each node.
  private let names: [String]
  /// The greatest sum of any line, in hundredths, where widths stand for sums.
  private let greatest: Int64
  /// The lines that share trunks.
  var bundles: [LineBundle] = []
  /// What was made for nodes and lines that look alike.
  var nodeStyles: Styles<NodeStyle>
  var lineStyles: Styles<LineStyle>

  static func document(
    of scene: Scene, _ lineElements: [String], heading: Heading, caption: [String],
    _ families: KindFamilies, _ context: SceneContext, _ style: PictureStyle
  ) -> (document: DotDocument, legend: Legend, bundles: [LineBundle]) {
    var drawing = SceneDrawing(scene, heading: heading, families, context, style)
    drawing.findBundles()
    drawing.addNodes()
    drawing.addLines(lineElements)
    let legend = Legend(
      drawing.used, drawing.families, context, style, across: drawing.samplesAcross)
    if drawsLegend(scene, style) {
      legend.add(to: &drawing.document, below: drawing.rowCount, caption: caption)
      drawing.addRows(legend.rowCount)
    } else {
      let title = legend.heading(heading.label, caption: caption, across: drawing.samplesAcross)
      drawing.document.attributes.set(.label(title))
      if style.isPinned { drawing.addRows(0) } else { drawing.freeRows() }
    }
    return (drawing.document, legend, drawing.bundles)
  }

  /// Whether the legend is drawn with samples in a frame of its own; else it is words below the
  /// title.
  static func drawsLegend(_ scene: Scene, _ style: PictureStyle) -> Bool {
    style.engine == .dot && !scene.hasFreeRows
  }

  private init(
    _ scene: Scene, heading: Heading, _ families: KindFamilies, _ context: SceneContext,
    _ style: PictureStyle
  ) {
    self.scene = scene
    self.context = context
    self.style = style
    self.families = families
    position = scene.positions
    names = scene.nodes.map { $0.entries.map(\.name).joined(separator: ", ") }
    nodeStyles = Styles(kinds: context.graph.bodyKinds)
    lineStyles = Styles(kinds: context.graph.relationshipKinds)
    greatest = scene.lines.compactMap { $0.sum?.magnitude }.max().map(Int64.init(clamping:)) ?? 0
    let theme = style.theme
    document = DotDocument(
      name: heading.title.first ?? "graph",
      attributes: [
        .rankdir(style.direction), .newrank(true), .compound(true), .splines(.spline),
        .nodesep(0.16), .ranksep(0.32), .pad(0.3), .fontname(PictureStyle.font),
        .label(heading.label), .labelloc(.top), .labeljust(.left),
        .outputorder(.nodesOnTop), .bgcolor(theme.background), .fontcolor(theme.ink),
      ],
      nodeDefaults: [
        .fontname(PictureStyle.font), .fontsize(12), .color(theme.outline),
        .fontcolor(theme.nodeInk), .penwidth(1 + theme.extraWidth), .margin(0.08), .height(0.4),
      ],
      edgeDefaults: [.fontname(PictureStyle.font), .fontsize(10), .arrowsize(0.75)])
    if style.concentrates { document.attributes.set(.concentrate(true)) }
  }

  /// How many samples of the legend fit side by side below the picture.
  private var samplesAcross: Int {
    min(max(scene.widestRow * 3 / 2 + 1, scene.nodes.count / 3, 7), 12)
  }

  private var rowCount: Int { (scene.nodes.map(\.row).max() ?? -1) + 1 }

  // MARK: Nodes

  private mutating func addNodes() {
    var framed: Set<String> = []
    for frame in scene.frames where !frame.nodes.isEmpty {
      if scene.lines.contains(where: { $0.fromFrame == frame.id || $0.toFrame == frame.id }) {
        used.hasFrame = true
      }
      var cluster = DotCluster(
        frame.id,
        [
          .id(ElementID.frame(frame)), .class("frame"),
          // Lines come from above more often than from below, and would cross the words there.
          .label(frame.label), .labelloc(.bottom), .labeljust(.left), .fontsize(11),
          .style(.rounded, .filled), .fillcolor(theme.frameFill), .color(theme.frameLine),
          .margin(10),
        ])
      let members = Set(frame.nodes)
      for node in scene.nodes where members.contains(node.id) {
        framed.insert(node.id)
        cluster.addNode(node.id, attributes(of: node))
      }
      document.addCluster(cluster)
    }
    for node in scene.nodes where !framed.contains(node.id) {
      document.addNode(node.id, attributes(of: node))
    }
  }

  private mutating func attributes(of node: SceneNode) -> DotAttributes {
    for entry in node.entries {
      if entry.isWeak { used.hasWeakNode = true }
      if entry.overlaps > 1 { used.hasOverlap = true }
    }
    if node.isList {
      used.hasList = true
      for entry in node.entries { use(entry.kind) }
      return [
        .id(ElementID.node(node)), .class(ElementID.classes(of: node, context)), .shape(.plain),
        .label(NodeLabel.list(node, families, context, theme)), .tooltip(tooltip(node)),
      ]
    }
    if node.hasIncentives { used.hasIncentive = true }
    if node.isShared { used.hasShared = true }
    if node.findings != nil { used.hasFinding = true }
    let attributes = style(of: node).merging([
      .id(ElementID.node(node)), .label(NodeLabel.single(node, theme)), .tooltip(tooltip(node)),
    ])
    guard let change = node.change else { return attributes }
    used.nodeChanges.insert(change)
    return attributes.merging(change.outline(attributes))
  }

  private func tooltip(_ node: SceneNode) -> String {
    NodeLabel.tooltip(node.entries[0], context)
  }

  // MARK: Lines

  private mutating func addLines(_ elements: [String]) {
    used.hasFreePlaces = (scene.hasFreeRows || style.engine != .dot) && !scene.lines.isEmpty
    var trunkOf: [Int: LineBundle] = [:]
    for bundle in bundles { for line in bundle.lines { trunkOf[line] = bundle } }
    for bundle in bundles { addTrunk(bundle) }
    for (index, line) in scene.lines.enumerated() {
      if line.share?.contains(" of ") ?? false { used.hasShare = true }
      if line.amounts.contains(where: { $0.hasSuffix(")") }) { used.hasSum = true }
      addLine(line, elements[index], sharing: bundles.isEmpty ? nil : trunkOf[index])
    }
  }

  private mutating func setWidth(
    of line: SceneLine, _ attributes: inout DotAttributes
  ) -> Double? {
    guard let sum = line.sum, greatest > 0 else {
      used.hasUnmeasuredWidth = true
      return nil
    }
    let width = PictureStyle.width(of: sum, greatest: greatest)
    attributes.set(.penwidth(width))
    attributes.set(.arrowsize(min(0.75, 0.45 + 1 / width)))
    if sum.magnitude == greatest.magnitude {
      used.widest = Amount(hundredths: sum).short(context.graph.currency)
    }
    return width
  }

  /// Whether a line leads to a higher row, or, in a picture that runs to the right, to the left.
  func isUpward(_ line: SceneLine) -> Bool {
    scene.hasFreeRows
      ? context.isUpward(line.kind) : row(of: line.to) < row(of: line.from)
  }

  func row(of id: String) -> Int { position[id].map { scene.nodes[$0].row } ?? 0 }
  func name(of id: String) -> String { position[id].map { names[$0] } ?? id }

  /// Adds a line, or what of it is beyond the trunk that it shares.
  private mutating func addLine(
    _ line: SceneLine, _ element: String, sharing bundle: LineBundle?
  ) {
    let isUpward = isUpward(line)
    var own: DotAttributes = [.id(element), .tooltip(tooltip(line))]
    let width = style.hasWidthByAmount ? setWidth(of: line, &own) : nil
    let words = line.amounts + [line.share, line.also, line.change?.label].compactMap { $0 }
    if !words.isEmpty {
      own.set(.label(Self.apart(words, by: 3 + (width ?? 0) / 2)))
    }
    var start = End(node: line.from, frame: line.fromFrame)
    var end = End(node: line.to, frame: line.toFrame)
    if let bundle {
      let junction = End(node: bundle.junction)
      if bundle.isFromHub { start = junction } else { end = junction }
    }
    addEdge(
      from: start, to: end, style(of: line, isUpward: isUpward, sharing: bundle), own,
      isUpward: isUpward)
  }

  /// Where an edge ends.
  struct End {
    let node: String
    var frame: String?
  }

  /// Adds an edge from the higher row to the lower, whichever way its arrow points, since Graphviz
  /// ranks tails above heads.
  ///
  /// - Parameters:
  ///   - looks: what it has in common with others, its marks included.
  ///   - own: what it has not; counts where both have an attribute.
  mutating func addEdge(
    from start: End, to end: End, _ looks: DotAttributes, _ own: DotAttributes, isUpward: Bool
  ) {
    let (tail, head) = isUpward ? (end, start) : (start, end)
    var own = own
    if let frame = tail.frame { own.set(.ltail(cluster: frame)) }
    if let frame = head.frame { own.set(.lhead(cluster: frame)) }
    document.addEdge(from: tail.node, to: head.node, looks.merging(own))
  }

  /// Words on a line with room around them, so that neither it nor those beside it touch them.
  private static func apart(_ words: [String], by points: Double) -> HTMLLabel {
    var text: [HTMLText] = []
    for (number, word) in words.enumerated() {
      if number > 0 { text.append(.lineBreak()) }
      text.append(.text(word))
    }
    return HTMLLabel(
      HTMLTable(
        [HTMLRow([HTMLCell(HTMLLabel(text))])], border: 0, cellBorder: 0,
        cellPadding: Int(points.rounded(.up))))
  }

  private func tooltip(_ line: SceneLine) -> String {
    func name(_ id: String, in frame: String?) -> String {
      guard let frame, let label = scene.frames.first(where: { $0.id == frame })?.label else {
        return self.name(of: id)
      }
      return label
    }
    var text = name(line.from, in: line.fromFrame)
    text += " – "
    text += context.words(of: line.kind)
    text += " – "
    text += name(line.to, in: line.toFrame)
    if !line.tally.basis.isEmpty { text += " (\(line.tally.basis.words.joined(separator: ", ")))" }
    if line.isAbsent { text = "Looked for and not found: " + text }
    if line.isUnstated { text += ": which ones is not recorded" }
    return text.shortened(to: 500)
  }

  // MARK: Rows

  /// Holds every row on its level by a spine of invisible nodes.
  private mutating func addRows(_ more: Int) {
    var rows = (0..<rowCount).map { [Self.spine($0)] }
    for node in scene.nodes { rows[node.row].append(node.id) }
    for row in rows { document.addRankGroup(row) }
    for row in 0..<(rowCount + more) {
      document.addNode(
        Self.spine(row),
        [.shape(.point), .width(0), .height(0), .style(.invisible), .label("")])
      if row > 0 {
        let spine: DotAttributes = [.style(.invisible), .weight(0)]
        document.addEdge(
          from: Self.spine(row - 1), to: Self.spine(row),
          hasJunctions(above: row) ? spine.merging([.minlen(3)]) : spine)
      }
    }
  }

  /// Leaves levels, or everything, to the layout.
  private mutating func freeRows() {
    // Together with packing, Graphviz 2.42 would end the program.
    document.attributes.remove("newrank")
    switch style.engine {
    case .dot, .auto:
      pack()
    case .neato, .fdp, .sfdp, .twopi, .circo:
      let isLarge = scene.nodes.count > 150
      let isHuge = scene.nodes.count > Self.mostWithoutOverlap
      for attribute: DotAttribute in [
        .overlap(isHuge ? .nearlyRemoved : .removed), .start(seed: 1), .sep(12), .esep(9),
        .splines(isLarge ? .line : .spline),
        .compound(false),
      ] {
        document.attributes.set(attribute)
      }
      // It moves no nodes apart, and where two nearly touch, Graphviz leads no line around any.
      if style.engine == .circo { document.attributes.set(.mindist(1.5)) }
      if let centre = scene.nodes.first(where: \.isHighlighted) {
        document.attributes.set(.root(centre.id))
        document.attributes.set(.ranksep(2))
      }
    case .osage: document.attributes.set(.splines(.line))
    case .patchwork: drawAreas()
    }
  }

  /// The most nodes of which Graphviz removes every overlap; of more it leaves a few, which are
  /// removed once the picture is laid out.
  private static let mostWithoutOverlap = 2000

  /// Makes every node a field as large as what it stands for: its money, where widths stand for
  /// amounts, else its bodies. No lines are drawn.
  private mutating func drawAreas() {
    var weights: [String: Double] = [:]
    for node in scene.nodes {
      weights[node.id] = style.hasWidthByAmount ? 0 : Double(max(1, node.stackCount ?? 1))
    }
    if style.hasWidthByAmount {
      for line in scene.lines { weights[line.to]! += Double(max(0, line.sum ?? 0)) }
    }
    let total = max(1, weights.values.reduce(0, +))
    document.statements = []
    for node in scene.nodes where weights[node.id]! > 0 {
      let area = 500 * weights[node.id]! / total
      let name = node.entries.map(\.name).joined(separator: ", ").shortened(to: 120)
      // As large as the longest line of the name fits into a square of this area.
      // Graphviz takes an area of 1 for 1,000 square points.
      let side = (area * 1000).squareRoot()
      let lines = name.wrapped(at: 14)
      let longest = lines.map(\.count).max() ?? 1
      // Fields may be half as high as wide, or the other way round.
      let size = min(
        16, side * 0.6 / Double(longest) / 0.56, side * 0.6 / Double(lines.count) / 1.2)
      document.addNode(
        node.id,
        [
          .area(area), .shape(.box), .style(.filled), .penwidth(1), .tooltip(tooltip(node)),
          .fillcolor(families.fill(of: node.entries[0].kind, theme)),
          .label(size < 4 ? "" : lines.joined(separator: "\n")),
          .fontsize(max(4, size.rounded(.down))),
        ])
    }
  }

  /// No body has such an id, since ids have no spaces.
  static func spine(_ row: Int) -> String { "row \(row)" }
}

extension DotColor {
  /// The colour, half let through; a name Graphviz knows stays as it is.
  var faded: DotColor { text.utf8.count == 7 ? DotColor(text + "80") ?? self : self }
}
