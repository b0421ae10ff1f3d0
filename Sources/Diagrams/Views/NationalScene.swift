import GovernanceModel

/// The whole graph on one page.
///
/// Kinds with many members become one node each; what a body has of its own (a board, a committee)
/// is named in its owner's node unless others answer to it; a body is drawn when a line is.
struct NationalScene {
  /// The most members of which a kind is still drawn body by body.
  static let mostDrawnSingly = 8
  /// The most nodes on the page.
  static let mostNodes = 60
  /// What is always drawn.
  static let kinds: [RelationshipKind] = [
    .accountableTo, .oversees, .funds, .commissions, .scrutinises, .leads, .partOf,
  ]
  /// What is drawn as well, one after the other, while the page stays readable.
  static let furtherKinds: [RelationshipKind] = [
    .delegatesTo, .memberOf, .advises, .appoints, .cooperatesWith,
  ]
  static let mostLinesWithFurtherKinds = 45

  let context: SceneContext
  let graph: GovernanceGraph
  let kinds: [RelationshipKind]
  let options: Options
  var book: LineBook
  var leftOut = LeftOut()
  /// By position of the kind: how many open bodies are grouped under it.
  var counts: [Int]
  /// For each body, the number of its node; -1 where it is closed or not drawn.
  var nodeOfBody: [Int32]
  /// The nodes that hold the open bodies of each kind, by the bodies' own kind.
  var nodesOfKind: [[Int: Int]]
  var stackOfNode: [Int: KindIndex] = [:]
  var bodyOfNode: [Int: BodyIndex] = [:]
  /// Kinds drawn as one.
  var large: Set<KindIndex> = []
  /// Kinds that their owners' nodes name.
  var folded: Set<KindIndex> = []

  /// What may differ from view to view.
  struct Options {
    /// The most members of which a kind is still drawn body by body.
    var stacksAbove = NationalScene.mostDrawnSingly
    /// Whether boards and committees are named in their owners' nodes.
    var simplifies = true
    /// Whether bodies with the same lines are listed in one node, and kinds drawn as one.
    var lists = true
    var mostNodes = NationalScene.mostNodes
    /// Whether payments are drawn of which no amount is recorded.
    var drawsUnpriced = false
    /// Whether bodies are drawn that no line touches.
    var drawsUntied = false
    var group: ViewDefinition.Group?
    var mostInRow = 9
    /// Kinds that are drawn as one in any case.
    var large: Set<KindIndex> = []
  }

  static func scene(_ context: SceneContext, _ options: Options = Options()) -> Scene {
    if let chosen = context.choice?.kinds { return scene(context, of: chosen, options) }
    var scene = scene(context, of: kinds, options)
    var drawn = kinds
    for kind in furtherKinds {
      guard scene.lines.count <= mostLinesWithFurtherKinds else { break }
      let richer = Self.scene(context, of: drawn + [kind], options)
      guard richer.lines.count <= mostLinesWithFurtherKinds else { continue }
      drawn.append(kind)
      scene = richer
    }
    return scene
  }

  static func scene(
    _ context: SceneContext, of kinds: [RelationshipKind], _ options: Options
  ) -> Scene {
    var view = NationalScene(context, kinds, options)
    view.placeBodies()
    view.addRelationships()
    view.addStatements()
    return view.finished()
  }

  /// The kinds that are drawn as one.
  static func large(_ context: SceneContext, _ options: Options) -> Set<KindIndex> {
    var view = NationalScene(context, [], options)
    view.placeBodies()
    return view.large
  }

  init(_ context: SceneContext, _ kinds: [RelationshipKind], _ options: Options) {
    self.kinds = kinds
    self.options = options
    self.context = context
    graph = context.graph
    book = LineBook(context.graph)
    counts = Array(repeating: 0, count: graph.bodyKinds.kinds.count)
    nodeOfBody = Array(repeating: -1, count: graph.bodyCount)
    nodesOfKind = Array(repeating: [:], count: graph.bodyKinds.kinds.count)
  }

  // MARK: What is in

  mutating func placeBodies() {
    var ownKind = [KindIndex](repeating: KindIndex(0), count: graph.bodyCount)
    for body in graph.allBodies where context.isOpen[body.position] {
      ownKind[body.position] = graph.kind(of: body, at: context.moment)
      counts[context.grouping[ownKind[body.position]].position] += 1
    }
    findLarge()
    large.formUnion(options.large)
    if options.simplifies { findFolded() }
    var stackNode = [Int](repeating: -1, count: graph.bodyKinds.kinds.count)
    for kind in large where !folded.contains(kind) {
      let node = book.number(of: context.stackID(kind))
      stackNode[kind.position] = node
      stackOfNode[node] = kind
    }
    for body in graph.allBodies where context.isOpen[body.position] {
      let kind = context.grouping[ownKind[body.position]]
      if folded.contains(kind) { continue }
      var node = stackNode[kind.position]
      if node < 0 {
        node = book.number(of: graph.id(of: body))
        bodyOfNode[node] = body
      }
      nodeOfBody[body.position] = Int32(node)
      nodesOfKind[ownKind[body.position].position][node, default: 0] += 1
    }
    let foldedCount = folded.reduce(0) { $0 + counts[$1.position] }
    leftOut.add(foldedCount, "boards, committees and posts that are named in their owners' boxes")
  }

  /// Kinds with many members, and the smaller kinds beside them of which all answer alike.
  mutating func findLarge() {
    let kinds = graph.bodyKinds
    let many = kinds.kinds.indices.filter { counts[$0] > options.stacksAbove }
    let shared = Set(many.flatMap { kinds[KindIndex($0)].broader })
    for position in kinds.kinds.indices where counts[position] > 0 {
      let kind = KindIndex(position)
      let isBesideLarge =
        context.grouping.answering.contains(kind)
        && kinds[kind].broader.contains(where: shared.contains)
      if counts[position] > options.stacksAbove || isBesideLarge { large.insert(kind) }
    }
  }

  /// Owned kinds with many members, unless their owners answer to them.
  mutating func findFolded() {
    let kinds = graph.bodyKinds
    var principals: Set<KindIndex> = []
    let accountability = Set(graph.positions(of: .accountableTo))
    for statement in graph.statements
    where accountability.contains(statement.kind.position)
      && statement.period.holds(at: context.moment) && statement.statesPairs
      && statement.basis.isFollowed(by: context.basis)
    {
      guard case .every(let principal) = statement.to else { continue }
      switch statement.from {
      case .body: principals.insert(context.grouping[principal])
      case .every(let agent):
        let owner = kinds[principal].ownedBy
        if let owner, kinds.kind(agent, isA: owner) {
          principals.insert(context.grouping[principal])
        }
      }
    }
    for position in kinds.kinds.indices
    where kinds.kinds[position].ownedBy != nil && large.contains(KindIndex(position)) {
      let kind = KindIndex(position)
      if !principals.contains(kind) { folded.insert(kind) }
    }
  }

  // MARK: What becomes of it

  mutating func finished() -> Scene {
    let kinds = graph.bodyKinds
    var scene = Scene(title: graph.title ?? "The whole graph", lines: book.lines())
    dropOversightAlongAccountability(&scene)
    var used: Set<String> = []
    for line in scene.lines { used.formUnion([line.from, line.to]) }
    if options.drawsUntied { used.formUnion(book.nodeIDs) }
    var members = [[BodyIndex]](repeating: [], count: book.nodeIDs.count)
    for (body, node) in zip(graph.allBodies, nodeOfBody) where node >= 0 {
      members[Int(node)].append(body)
    }
    for (node, id) in book.nodeIDs.enumerated() where used.contains(id) {
      if let kind = stackOfNode[node] {
        var stack = context.stack(kind, count: counts[kind.position])
        stack.members = members[node]
        stack.belongings = folded.filter { folded in
          kinds[folded].ownedBy.map { kinds.kind(kind, isA: $0) || kinds.kind($0, isA: kind) }
            ?? false
        }.map { kinds[$0].name }.sorted()
        scene.nodes.append(stack)
      } else if let body = bodyOfNode[node] {
        scene.nodes.append(context.node(body))
      }
    }
    let unseen = book.nodeIDs.indices.count {
      bodyOfNode[$0] != nil && !used.contains(book.nodeIDs[$0])
    }
    leftOut.add(unseen, "bodies that none of these lines touches")
    let unseenStacks = book.nodeIDs.indices.filter {
      stackOfNode[$0] != nil && !used.contains(book.nodeIDs[$0])
    }.reduce(0) { $0 + counts[stackOfNode[$1]!.position] }
    leftOut.add(unseenStacks, "bodies of large kinds that none of these lines touches")
    scene.leftOut = leftOut
    scene.mostInRow = options.mostInRow
    if options.lists {
      scene.mergeAlikeKinds(context)
      scene.listAlike(context, atLeast: 2)
    }
    scene.keepBusiest(options.mostNodes)
    scene.placeByTier(context)
    if let group = options.group { scene.frame(by: group, context) }
    return scene
  }

  /// Whoever a body answers to also oversees it: one line tells both.
  mutating func dropOversightAlongAccountability(_ scene: inout Scene) {
    func pair(_ a: String, _ b: String) -> String { "\(a)\u{1F}\(b)" }
    let answers = Set(
      scene.lines.filter { context.standard($0.kind) == .accountableTo }
        .map { pair($0.from, $0.to) })
    let along = scene.lines.filter {
      context.standard($0.kind) == .oversees && answers.contains(pair($0.to, $0.from))
    }
    scene.lines.removeAll { line in
      context.standard(line.kind) == .oversees && answers.contains(pair(line.to, line.from))
    }
    leftOut.add(
      along.reduce(0) { $0 + max(1, $1.tally.relationships) },
      "relationships of oversight that run along a line of accountability")
  }
}
