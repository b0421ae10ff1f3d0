import GovernanceModel

/// Turns a scene into a document: nodes in their rows and frames, lines, then the legend of what
/// was used.
struct SceneDrawing {
  static let font = "Arial,Helvetica,Liberation Sans"

  let scene: Scene
  let context: SceneContext
  let families: KindFamilies
  private var document: DotDocument
  private var used = UsedLooks()
  private let rowOf: [String: Int]

  static func document(
    of scene: Scene, heading: [String], asOf: String, caption: [String], _ context: SceneContext
  )
    -> DotDocument
  {
    var drawing = SceneDrawing(scene, heading: heading, asOf: asOf, context)
    drawing.addNodes()
    drawing.addLines()
    let legend = Legend(drawing.used, drawing.families, context, across: drawing.samplesAcross)
    legend.add(to: &drawing.document, below: drawing.rowCount, caption: caption)
    drawing.addRows(legend.rowCount)
    return drawing.document
  }

  private init(_ scene: Scene, heading: [String], asOf: String, _ context: SceneContext) {
    self.scene = scene
    self.context = context
    families = KindFamilies(of: scene, context)
    rowOf = Dictionary(uniqueKeysWithValues: scene.nodes.map { ($0.id, $0.row) })
    var title: [HTMLText] = []
    // A sentence of several lines is set smaller than a name.
    let size = heading.count > 1 ? 17.0 : 26
    for line in heading {
      title += [.font(HTMLFont(size: size), [.bold([.text(line)])]), .lineBreak(.left)]
    }
    title += [.font(HTMLFont(size: 14), [.text(asOf)]), .lineBreak(.left)]
    document = DotDocument(
      name: heading.first ?? "graph",
      attributes: [
        .rankdir(.topToBottom), .newrank(true), .compound(true), .splines(.spline),
        .nodesep(0.16), .ranksep(0.32), .pad(0.3), .fontname(Self.font),
        .label(HTMLLabel(title)), .labelloc(.top), .labeljust(.left),
        .outputorder(.nodesOnTop), .bgcolor("#FFFFFF"),
      ],
      nodeDefaults: [
        .fontname(Self.font), .fontsize(12), .color("#333333"), .penwidth(1), .margin(0.08),
        .height(0.4),
      ],
      edgeDefaults: [.fontname(Self.font), .fontsize(10), .arrowsize(0.75)])
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
      used.hasFrame = true
      var cluster = DotCluster(
        frame.id,
        [
          .label(frame.label), .labeljust(.left), .fontsize(11), .style(.rounded, .filled),
          .fillcolor("#F4F4F4"), .color("#888888"), .margin(10),
        ])
      for node in scene.nodes where frame.nodes.contains(node.id) {
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
      if let family = families.family(of: entry.kind) {
        used.families.insert(family)
      } else {
        used.hasOtherKind = true
      }
      if entry.isWeak { used.hasWeakNode = true }
    }
    if node.isList {
      used.hasList = true
      return [.shape(.plain), .label(NodeLabel.list(node, families)), .tooltip(tooltip(node))]
    }
    var attributes = families.look(of: node.entries[0].kind).attributes
    attributes.set(.label(NodeLabel.single(node)))
    attributes.set(.tooltip(tooltip(node)))
    if node.hasIncentives { used.hasIncentive = true }
    if node.stackCount != nil {
      used.hasStack = true
      attributes.set(.peripheries(2))
    }
    if node.isHighlighted {
      used.hasHighlight = true
      attributes.set(.penwidth(4))
    }
    return attributes
  }

  private func tooltip(_ node: SceneNode) -> String {
    node.entries.map { "\($0.name): \(context.graph.bodyKinds[$0.kind].name)" }
      .joined(separator: "\n").shortened(to: 500)
  }

  // MARK: Lines

  private mutating func addLines() {
    for line in scene.lines {
      let look = LineLook(line, context)
      used.lines.insert(look)
      let isWeak = line.tally.isWeak && !line.isUnstated
      if line.isAbsent { used.hasAbsentLine = true }
      if isWeak { used.hasWeakLine = true }
      if line.tally.basis.words.count > 1, look.ground != nil { used.hasSeveralGrounds = true }
      if line.share?.contains(" of ") ?? false { used.hasShare = true }
      if line.amounts.contains(where: { $0.hasSuffix(")") }) { used.hasSum = true }
      addLine(line, look.attributes, arrow: look.arrow, ring: isWeak)
    }
  }

  /// Adds an edge from the higher row to the lower, whichever way its arrow points, since Graphviz
  /// ranks tails above heads.
  private mutating func addLine(
    _ line: SceneLine, _ looks: DotAttributes, arrow: DotArrow, ring: Bool
  ) {
    var looks = looks
    let label = (line.amounts + [line.share].compactMap { $0 }).joined(separator: "\n")
    if !label.isEmpty { looks.set(.label(label)) }
    looks.set(.tooltip(tooltip(line)))
    let isUpward = (rowOf[line.to] ?? 0) < (rowOf[line.from] ?? 0)
    looks.set(.dir(ring ? .both : isUpward ? .back : .forward))
    if isUpward {
      looks.set(.arrowtail(arrow))
      if ring { looks.set(.arrowhead(.openDot)) }
      if let frame = line.toFrame { looks.set(.ltail(cluster: frame)) }
      if let frame = line.fromFrame { looks.set(.lhead(cluster: frame)) }
      document.addEdge(from: line.to, to: line.from, looks)
    } else {
      looks.set(.arrowhead(arrow))
      if ring { looks.set(.arrowtail(.openDot)) }
      if let frame = line.fromFrame { looks.set(.ltail(cluster: frame)) }
      if let frame = line.toFrame { looks.set(.lhead(cluster: frame)) }
      document.addEdge(from: line.from, to: line.to, looks)
    }
  }

  private func tooltip(_ line: SceneLine) -> String {
    let kind = context.graph.relationshipKinds[line.kind].name.replacing("-", with: " ")
    func name(_ id: String) -> String {
      guard let node = scene.nodes.first(where: { $0.id == id }) else { return id }
      return node.entries.map(\.name).joined(separator: ", ")
    }
    func name(_ id: String, in frame: String?) -> String {
      guard let frame = scene.frames.first(where: { $0.id == frame }) else { return name(id) }
      return frame.label
    }
    var text =
      "\(name(line.from, in: line.fromFrame)) – \(kind) – \(name(line.to, in: line.toFrame))"
    if !line.tally.basis.isEmpty { text += " (\(line.tally.basis.words.joined(separator: ", ")))" }
    if line.isAbsent { text = "Looked for and not found: " + text }
    if line.isUnstated { text += ": which ones is not recorded" }
    return text.shortened(to: 500)
  }

  // MARK: Rows

  /// Holds every row on its level by a spine of invisible nodes.
  private mutating func addRows(_ more: Int) {
    for row in 0..<rowCount {
      document.addRankGroup([Self.spine(row)] + scene.nodes.filter { $0.row == row }.map(\.id))
    }
    for row in 0..<(rowCount + more) {
      document.addNode(
        Self.spine(row),
        [.shape(.point), .width(0), .height(0), .style(.invisible), .label("")])
      if row > 0 {
        document.addEdge(
          from: Self.spine(row - 1), to: Self.spine(row), [.style(.invisible), .weight(0)])
      }
    }
  }

  /// No body has such an id, since ids have no spaces.
  static func spine(_ row: Int) -> String { "row \(row)" }
}
