import GovernanceModel

extension Diagram {
  /// What it says, with no word of how it looks.
  ///
  /// - Complexity: O(n log n) in what is drawn.
  public var contents: DiagramContents { DiagramContents(self) }
}

extension DiagramContents {
  fileprivate init(_ diagram: Diagram) {
    let scene = diagram.scene
    let context = diagram.context
    self.context = context
    furtherTally = scene.furtherTally
    title = diagram.title
    asOf = diagram.asOf
    date = context.moment.date
    caption = diagram.paragraphs
    let top = scene.nodes.map(\.row).min() ?? 0
    let position = scene.positions
    let nodes = scene.nodes.map(ElementID.node)
    func element(_ node: String) -> String? { position[node].map { nodes[$0] } }
    boxes = zip(scene.nodes, nodes).map { node, element in
      Box(node, element: element, top: top, diagram.families, context)
    }.sorted { ($0.level, $0.element) < ($1.level, $1.element) }
    let frame = Dictionary(zip(scene.frames.map(\.id), scene.frames.indices)) { first, _ in first }
    func end(_ node: String, _ id: String?) -> String {
      id.flatMap { frame[$0] }.map { ElementID.frame(scene.frames[$0]) } ?? element(node) ?? node
    }
    let names = diagram.lineElements
    lines = names.indices.sorted { names[$0] < names[$1] }.map { index in
      let line = scene.lines[index]
      return Line(
        element: names[index], from: end(line.from, line.fromFrame),
        to: end(line.to, line.toFrame), line: line, context: context)
    }
    frames = scene.frames.filter { !$0.nodes.isEmpty }.map { frame in
      Frame(
        element: ElementID.frame(frame), label: frame.label,
        boxes: frame.nodes.compactMap(element).sorted())
    }
    junctions = Self.junctions(of: diagram, boxes, element)
    legend =
      diagram.legend.nodes.map { LegendEntry(.box, $0) }
      + diagram.legend.lines.map { LegendEntry(.line, $0) }
      + diagram.legend.notes.map { LegendEntry(subject: .note, words: $0, looks: []) }
  }

  /// - Parameter element: the element of a node.
  private static func junctions(
    of diagram: Diagram, _ boxes: [Box], _ element: (String) -> String?
  ) -> [Junction] {
    if diagram.bundles.isEmpty { return [] }
    let context = diagram.context
    let names = Dictionary(boxes.map { ($0.element, $0.spokenName) }) { first, _ in first }
    return diagram.bundles.map { bundle in
      let frame = diagram.scene.frames.first { $0.id == bundle.frame }
      let hub = frame?.label ?? element(bundle.hub).flatMap { names[$0] } ?? bundle.hub
      return Junction(
        trunk: ElementID.junction(bundle, "trunk", context),
        dot: ElementID.junction(bundle, "junction", context),
        lines: bundle.lines.map { diagram.lineElements[$0] }, isAbove: bundle.isBelowHub,
        words: bundle.words(hub: hub, context))
    }
  }

  /// What boxes and lines cite, by id.
  ///
  /// - Complexity: O(n log n) in what is cited.
  public var sources: [Citation] {
    var cited: Set<String> = []
    for line in lines { cited.formUnion(line.sources) }
    for box in boxes {
      for body in box.bodies { cited.formUnion(body.sources) }
      cited.formUnion(box.owner?.sources ?? [])
    }
    cited.formUnion(furtherTally.sources(context.graph))
    return Self.citations(cited, context)
  }

  /// By id.
  static func citations(_ ids: Set<String>, _ context: SceneContext) -> [Citation] {
    ids.sorted().map { id in
      let source = context.graph.source(id: id)
      return Citation(
        id: id, title: source?.title, publisher: source?.publisher, date: source?.date,
        url: source?.url)
    }
  }
}

extension LineTally {
  /// The ids that it cites, each once.
  func sources(_ graph: GovernanceGraph) -> Set<String> {
    var ids = Set(cited.keys)
    for citation in citations(graph) { ids.formUnion(citation.sources) }
    return ids
  }

  /// What its rows cite, cell by cell: the ids in each cell, and how many rows have such a cell.
  func citations(_ graph: GovernanceGraph) -> [(sources: [String], count: Int)] {
    let cells = rows.map { graph.rows.source[$0.position].raw }.sorted()
    var citations: [(sources: [String], count: Int)] = []
    var start = 0
    while start < cells.count {
      let alike = cells[start...].prefix { $0 == cells[start] }
      start = alike.endIndex
      let cell = TextIndex(raw: alike[alike.startIndex])
      if cell.isNone { continue }
      let text = graph.text[cell]
      citations.append(
        (graph.sources.isEmpty ? [text] : text.split(separator: " ").map(String.init), alike.count))
    }
    return citations
  }
}

extension DiagramContents.Box {
  fileprivate init(
    _ node: SceneNode, element: String, top: Int, _ families: KindFamilies, _ context: SceneContext
  ) {
    self.element = element
    let isGroup = node.stackCount != nil || node.isWhole
    form = isGroup ? .group : node.isList || !node.sections.isEmpty ? .list : .body
    if node.isList {
      let shared = Set(node.entries.map { families.family(of: $0.kind) ?? $0.kind })
      let plural =
        shared.count == 1 ? shared.first.map { context.graph.bodyKinds[$0].plural } : nil
      name = "\(node.entries.count.grouped) \(plural ?? "bodies")"
    } else {
      name = node.entries[0].name
    }
    let listed = node.sections.isEmpty ? node.entries : node.sections.flatMap(\.entries)
    var seen: Set<KindIndex> = []
    kinds = listed.filter { seen.insert($0.kind).inserted }
      .map { DiagramContents.Kind($0.kind, context) }
    bodies = listed.compactMap { entry in
      guard let id = entry.id, let body = context.graph.body(id: id) else { return nil }
      return DiagramContents.Body(
        body, element: ElementID.entry(entry, in: node) ?? ElementID.body(id),
        amount: entry.amount, remark: entry.remark, context)
    }
    owner =
      node.sections.isEmpty
      ? nil
      : context.graph.body(id: node.id).map {
        DiagramContents.Body($0, element: ElementID.node(node), context)
      }
    count = node.stackCount.flatMap { $0 > 0 ? $0 : nil }
    isHighlighted = node.isHighlighted
    var notes = node.remarks + node.changeRemarks
    if node.stackCount == 0, !node.isWhole { notes.append("not listed one by one") }
    if !node.belongings.isEmpty {
      notes.append("each with its own " + node.belongings.joined(separator: ", "))
    }
    self.notes = notes
    level = node.row - top
  }
}

extension DiagramContents.LegendEntry {
  fileprivate init(_ subject: Subject, _ sample: Legend.Sample) {
    self.init(
      subject: subject, words: sample.label.split(separator: "\n").joined(separator: " "),
      looks: sample.attributes.map { Look(name: $0.name, value: $0.value.bare) })
  }
}

extension DotValue {
  /// The value without the quotes around it.
  fileprivate var bare: String {
    let text = text
    return text.count > 1 && text.hasPrefix("\"") ? String(text.dropFirst().dropLast()) : text
  }
}
