import GovernanceModel

extension Diagram {
  /// What it says, with no word of how it looks.
  ///
  /// - Complexity: O(what is drawn), and O(n log n) in the sources that are cited.
  public var contents: DiagramContents { DiagramContents(self) }
}

extension DiagramContents {
  fileprivate init(_ diagram: Diagram) {
    let scene = diagram.scene
    let context = diagram.context
    title = diagram.title
    asOf = diagram.asOf
    date = context.moment.date
    caption = diagram.paragraphs
    let top = scene.nodes.map(\.row).min() ?? 0
    boxes = scene.nodes.map { Box($0, top: top, diagram.families, context) }
      .sorted { ($0.level, $0.element) < ($1.level, $1.element) }
    var elements: [String: String] = [:]
    for node in scene.nodes { elements[node.id] = ElementID.node(node) }
    var framed: [String: String] = [:]
    for frame in scene.frames { framed[frame.id] = ElementID.frame(frame) }
    lines = scene.lines.map { line in
      Line(
        line, from: line.fromFrame.flatMap { framed[$0] } ?? elements[line.from] ?? line.from,
        to: line.toFrame.flatMap { framed[$0] } ?? elements[line.to] ?? line.to, context)
    }.sorted { $0.element < $1.element }
    frames = scene.frames.filter { !$0.nodes.isEmpty }.map { frame in
      Frame(
        element: ElementID.frame(frame), label: frame.label,
        boxes: frame.nodes.compactMap { elements[$0] }.sorted())
    }
    let names = Dictionary(
      boxes.map { box in
        (box.element, box.form == .list ? box.bodies.map(\.name).joined(separator: ", ") : box.name)
      }
    ) { first, _ in first }
    junctions = diagram.bundles.map { bundle in
      let frame = scene.frames.first { $0.id == bundle.frame }
      let hub = frame?.label ?? elements[bundle.hub].flatMap { names[$0] } ?? bundle.hub
      return Junction(
        trunk: ElementID.junction(bundle, "trunk", context),
        dot: ElementID.junction(bundle, "junction", context),
        lines: bundle.lines.map { ElementID.line(scene.lines[$0], context) },
        isAbove: bundle.isBelowHub,
        words: bundle.words(hub: hub, context))
    }
    legend =
      diagram.legend.nodes.map { LegendEntry(.box, $0) }
      + diagram.legend.lines.map { LegendEntry(.line, $0) }
      + diagram.legend.notes.map { LegendEntry(subject: .note, words: $0, looks: []) }
    var cited: Set<String> = []
    for line in lines { cited.formUnion(line.sources) }
    for box in boxes {
      for body in box.bodies { cited.formUnion(body.sources) }
      cited.formUnion(box.owner?.sources ?? [])
    }
    cited.formUnion(scene.furtherTally.sources(context.graph))
    sources = Self.citations(cited, context)
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
  fileprivate func sources(_ graph: GovernanceGraph) -> Set<String> {
    var ids = Set(cited.keys)
    for cell in cells.keys {
      let text = graph.text[cell]
      ids.formUnion(graph.sources.isEmpty ? [text] : text.split(separator: " ").map(String.init))
    }
    return ids
  }
}

extension DiagramContents.Box {
  fileprivate init(_ node: SceneNode, top: Int, _ families: KindFamilies, _ context: SceneContext) {
    element = ElementID.node(node)
    let isGroup = node.stackCount != nil || node.isWhole
    form = isGroup ? .group : node.isList || !node.sections.isEmpty ? .list : .body
    let shared = Set(node.entries.map { families.family(of: $0.kind) ?? $0.kind })
    let plural =
      shared.count == 1 ? shared.first.map { context.graph.bodyKinds[$0].plural } : nil
    name =
      node.isList
      ? "\(node.entries.count.grouped) \(plural ?? "bodies")" : node.entries[0].name
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

extension DiagramContents.Kind {
  fileprivate init(_ kind: KindIndex, _ context: SceneContext) {
    let kinds = context.graph.bodyKinds
    id = kinds[kind].id
    name = kinds[kind].name
    lineage = kinds.selfAndBroader(kind).map { kinds[$0].id }.sorted()
  }
}

extension DiagramContents.Body {
  init(
    _ body: BodyIndex, element: String, amount: String? = nil, remark: String? = nil,
    _ context: SceneContext
  ) {
    let graph = context.graph
    let moment = context.moment
    id = graph.id(of: body)
    self.element = element
    let name = graph.name(of: body, at: moment)
    self.name = name
    let names =
      [graph.name(of: body, at: .anyTime)]
      + graph.history(of: body).filter { $0.field == "name" }.map(\.value)
    otherNames = Set(names).filter { $0 != name }.sorted()
    kind = DiagramContents.Kind(graph.kind(of: body, at: moment), context)
    legalForm = graph.legalForm(of: body, at: moment)?.rawValue.replacing("-", with: " ")
    func words(_ codes: [(scheme: String, code: String)]) -> [String] {
      codes.map { "\($0.scheme.uppercased()) \($0.code)" }
    }
    let codes = words(graph.codes(of: body, at: moment))
    self.codes = codes
    otherCodes = words(graph.codes(of: body, at: .anyTime)).filter { !codes.contains($0) }
    life = graph.life(of: body).words
    let evidence = graph.evidence(of: body)
    grade = evidence.grade
    sources = evidence.sources
    note = evidence.note
    self.amount = amount
    self.remark = remark
  }
}

extension DiagramContents.Line {
  fileprivate init(_ line: SceneLine, from: String, to: String, _ context: SceneContext) {
    element = ElementID.line(line, context)
    self.from = from
    self.to = to
    let graph = context.graph
    kind = graph.relationshipKinds[line.kind].id
    alsoKinds = line.alsoKinds.map { graph.relationshipKinds[$0].id }
    let standard = context.standard(line.kind)
    words = Self.words(graph.relationshipKinds[line.kind])
    basis = line.tally.basis.words
    isUnstated = line.isUnstated
    standing = line.isAbsent ? "looked for, not found" : line.change?.word
    holds = !line.isAbsent && line.change != .vanished
    isRoute = standard == .accountableTo && !line.isUnstated && holds
    relationships = line.tally.relationships
    var grades: [(word: String, count: Int)] = []
    for grade in EvidenceGrade.allCases {
      grades.append((grade.word, line.tally.grades[Int(grade.rawValue)]))
    }
    grades.append(("without a grade", line.tally.grades[0]))
    self.grades = grades.filter { $0.count > 0 }
    amounts = line.amounts
    share = line.isAbsent ? nil : line.share
    sources = line.tally.sources(graph).sorted()
  }

  /// "is accountable to", "funds": the kind's own words, with the verb that some lack.
  private static func words(_ kind: KindHierarchy.Kind) -> String {
    switch kind.id {
    case RelationshipKind.accountableTo.rawValue: "is accountable to"
    case RelationshipKind.memberOf.rawValue: "is a member of"
    case RelationshipKind.partOf.rawValue: "is part of"
    default: kind.name.replacing("-", with: " ")
    }
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
