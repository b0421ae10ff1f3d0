import GovernanceAnalysis
import GovernanceModel

/// What a finding rests on: its relationships, those that were looked for and not found, and the
/// incentives beside whom they move.
struct FindingScene {
  /// The most bodies drawn for one finding.
  static let most = 120
  /// The most incentives told beside a body or kind.
  private static let mostRemarks = 6

  private let context: SceneContext
  private let graph: GovernanceGraph
  private let finding: Finding
  private var book: LineBook
  private var absences: [SceneLine] = []
  private var nodes: [String: SceneNode] = [:]
  private var leftOut = LeftOut()

  static func scene(of finding: Finding, _ context: SceneContext) -> Scene {
    var view = FindingScene(finding, context)
    view.addRelationships()
    view.addAbsences()
    view.addIncentives()
    return view.finished()
  }

  private init(_ finding: Finding, _ context: SceneContext) {
    self.context = context
    graph = context.graph
    self.finding = finding
    book = LineBook(context.graph)
  }

  // MARK: What is in

  private mutating func addRelationships() {
    for row in finding.witness.relationships {
      let line = graph[row]
      let (from, to) = (node(line.from), node(line.to))
      book.add(row: row.position, from: book.number(of: from), to: book.number(of: to))
    }
    for position in finding.witness.statements {
      let statement = graph.statements[position]
      let (from, to) = (node(statement.from), node(statement.to))
      book.add(
        unstated: statement, from: book.number(of: from), to: book.number(of: to))
    }
    for body in finding.subjects + (finding.footprint.map { [$0] } ?? []) { _ = node(body) }
  }

  private mutating func addAbsences() {
    for absence in finding.witness.absent {
      guard let kind = graph.relationshipKinds.index(of: absence.kind.rawValue) else { continue }
      var line = SceneLine(
        from: absence.from.map { node($0) } ?? anyone(besides: absence.to),
        to: absence.to.map { node($0) } ?? anyone(besides: absence.from), kind: kind,
        tally: LineTally(), isUnstated: false)
      line.isAbsent = true
      line.share = "not found"
      absences.append(line)
    }
  }

  /// Incentives hold for a kind or a body and set no line: they stand in small print beside it.
  private mutating func addIncentives() {
    var remarks: [String: [String]] = [:]
    for position in finding.witness.incentives {
      let incentive = graph.incentives[position]
      let id = node(incentive.holder)
      let sign =
        switch incentive.direction {
        case .maximise: "+ "
        case .minimise: "− "
        case .target, .none: "· "
        }
      remarks[id, default: []].append(
        sign + graph.metrics[incentive.metric].name + ": " + incentive.instrument)
    }
    for (id, words) in remarks {
      nodes[id]?.remarks = words.prefix(Self.mostRemarks).map { $0.shortened(to: 160) }
      nodes[id]?.hasIncentives = true
      nodes[id]?.mayBeListed = false
      leftOut.add(words.count - Self.mostRemarks, "incentives beside a body")
    }
  }

  // MARK: Nodes

  private mutating func node(_ body: BodyIndex) -> String {
    let id = graph.id(of: body)
    if nodes[id] == nil {
      var node = context.node(body)
      node.isHighlighted =
        finding.footprint.map { $0 == body }
        ?? (finding.subjects.count < 4 && finding.subjects.contains(body))
      nodes[id] = node
    }
    return id
  }

  private mutating func node(_ party: Party) -> String {
    switch party {
    case .body(let body): return node(body)
    case .every(let kind):
      let id = context.stackID(kind)
      nodes[id] = nodes[id] ?? context.stack(kind, count: count { $0 == kind })
      return id
    }
  }

  private mutating func node(_ holder: IncentiveHolder) -> String {
    switch holder {
    case .body(let body): return node(body)
    case .every(let expression):
      if let kind = graph.bodyKinds.index(of: expression.text) { return node(.every(kind)) }
      return node("every " + expression.text, named: "every " + expression.text, expression)
    case .members(let position):
      let group = graph.holderClasses[position]
      return node("class " + group.id, named: group.name, group.members ?? group.within)
    }
  }

  /// A group that is no single kind, in the look of the first kind that belongs to it.
  private mutating func node(
    _ id: String, named name: String, _ members: KindExpression?
  ) -> String {
    guard nodes[id] == nil else { return id }
    let kinds = graph.bodyKinds.kinds.indices.map { KindIndex($0) }.filter {
      members?.matches($0, in: graph.bodyKinds) ?? false
    }
    // A single kind of that very meaning is drawn as the kind.
    let broadest = kinds.filter { kind in
      graph.bodyKinds.selfAndBroader(kind).allSatisfy { $0 == kind || !kinds.contains($0) }
    }
    guard let first = broadest.min(by: { graph.bodyKinds[$0].id < graph.bodyKinds[$1].id }) else {
      nodes[id] = SceneNode(
        id: id, entries: [SceneNode.Entry(name: name, kind: KindIndex(0), isWeak: false)],
        stackCount: 0)
      return id
    }
    if broadest.count == 1 { return node(.every(first)) }
    let wanted = Set(kinds)
    let size = count { wanted.contains($0) }
    nodes[id] = SceneNode(
      id: id,
      entries: [
        SceneNode.Entry(
          name: "\(size.grouped) \(name)", kind: first, isWeak: false)
      ], stackCount: size)
    return id
  }

  /// Whoever it may be: the other end of a line that nobody holds.
  private mutating func anyone(besides body: BodyIndex?) -> String {
    let id = "anyone"
    let kind = body.map { graph.kind(of: $0, at: context.moment) } ?? KindIndex(0)
    nodes[id + " "] =
      nodes[id + " "]
      ?? SceneNode(
        id: id + " ", entries: [SceneNode.Entry(name: id, kind: kind, isWeak: false)],
        stackCount: 0, isWhole: true)
    return id + " "
  }

  /// How many open bodies are of kinds that satisfy a condition, or of narrower ones.
  private func count(_ isMeant: (KindIndex) -> Bool) -> Int {
    let means = graph.bodyKinds.kinds.indices.map { position in
      graph.bodyKinds.selfAndBroader(KindIndex(position)).contains(where: isMeant)
    }
    return graph.allBodies.count {
      context.isOpen[$0.position] && means[graph.kind(of: $0, at: context.moment).position]
    }
  }

  // MARK: What becomes of it

  private func finished() -> Scene {
    var scene = Scene(
      title: finding.message.wrapped(at: 90).joined(separator: "\n"), lines: book.lines())
    scene.lines += absences.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    scene.nodes = nodes.values.sorted { $0.id < $1.id }
    scene.leftOut = leftOut
    scene.listAlike(context, atLeast: 4)
    scene.keepBusiest(Self.most)
    scene.placeByTier(context)
    return scene
  }
}
