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
  var nodesOfKind: [[Int]]
  /// By number of the node.
  private var subjects: [Subject] = []
  /// Kinds drawn as one.
  var large: Set<KindIndex> = []
  /// Kinds that their owners' nodes name.
  var folded: Set<KindIndex> = []

  /// What a node stands for.
  enum Subject {
    case kind(KindIndex)
    case body(BodyIndex)
  }

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
    nodesOfKind = Array(repeating: [], count: graph.bodyKinds.kinds.count)
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
      stackNode[kind.position] = node(context.stackID(kind), for: .kind(kind))
    }
    for body in graph.allBodies where context.isOpen[body.position] {
      let kind = context.grouping[ownKind[body.position]]
      if folded.contains(kind) { continue }
      let stack = stackNode[kind.position]
      let node = stack < 0 ? node(graph.id(of: body), for: .body(body)) : stack
      nodeOfBody[body.position] = Int32(node)
      // Bodies of a kind of their own stand in one node, or in one each.
      let own = ownKind[body.position].position
      if nodesOfKind[own].last != node { nodesOfKind[own].append(node) }
    }
    let foldedCount = folded.reduce(0) { $0 + counts[$1.position] }
    leftOut.add(foldedCount, "boards, committees and posts that are named in their owners' boxes")
  }

  /// The number of the node with an id.
  mutating func node(_ id: String, for subject: Subject) -> Int {
    let node = book.number(of: id)
    if node == subjects.count { subjects.append(subject) }
    return node
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
    dropOversightAlongAccountability()
    var scene = Scene(title: graph.title ?? "The whole graph", lines: book.lines())
    var isUsed = [Bool](repeating: options.drawsUntied, count: subjects.count)
    for key in book.lineKeys {
      isUsed[key.from] = true
      isUsed[key.to] = true
    }
    var members = [[BodyIndex]](repeating: [], count: subjects.count)
    for (body, node) in zip(graph.allBodies, nodeOfBody) where node >= 0 {
      members[Int(node)].append(body)
    }
    var unseen = 0
    var unseenInStacks = 0
    for (node, subject) in subjects.enumerated() {
      switch subject {
      case .body(let body):
        if isUsed[node] { scene.nodes.append(context.node(body)) } else { unseen += 1 }
      case .kind(let kind):
        guard isUsed[node] else {
          unseenInStacks += counts[kind.position]
          continue
        }
        var stack = context.stack(kind, count: counts[kind.position])
        stack.members = members[node]
        stack.belongings = folded.filter { folded in
          kinds[folded].ownedBy.map { kinds.kind(kind, isA: $0) || kinds.kind($0, isA: kind) }
            ?? false
        }.map { kinds[$0].name }.sorted()
        scene.nodes.append(stack)
      }
    }
    leftOut.add(unseen, "bodies that none of these lines touches")
    leftOut.add(unseenInStacks, "bodies of large kinds that none of these lines touches")
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
  mutating func dropOversightAlongAccountability() {
    struct Ends: Hashable {
      let from: Int
      let to: Int
    }
    func isLine(_ key: LineBook.Key, _ kind: RelationshipKind) -> Bool {
      context.standard[Int(key.kind)] == kind
    }
    let lines = book.lineKeys
    guard lines.contains(where: { isLine($0, .oversees) }) else { return }
    let answers = Set(
      lines.filter { isLine($0, .accountableTo) }.map { Ends(from: $0.from, to: $0.to) })
    let dropped = book.drop { key in
      isLine(key, .oversees) && answers.contains(Ends(from: key.to, to: key.from))
    }
    leftOut.add(dropped, "relationships of oversight that run along a line of accountability")
  }
}
