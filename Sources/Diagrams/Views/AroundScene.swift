import GovernanceModel

/// Everything within a number of relationships of a body.
///
/// Where a body has many neighbours of one kind in one direction, these become one node, from which
/// nothing is followed further. Principals, overseers and payers stand above, the others below.
struct AroundScene {
  /// The most neighbours of one kind and direction that are drawn body by body.
  static let mostOfOneKind = 12
  /// The most bodies from which relationships are followed further.
  static let mostFollowed = 60
  /// The most bodies drawn one by one, unless the first step alone has more.
  static let mostSingly = 80

  let context: SceneContext
  let graph: GovernanceGraph
  let centre: BodyIndex
  var book: LineBook
  var leftOut = LeftOut()
  /// How far from the centre, for bodies drawn one by one.
  var distance: [BodyIndex: Int]
  /// On which level; the centre on 0.
  var level: [BodyIndex: Int]
  var stacked: [BodyIndex: KindIndex] = [:]
  /// Kinds that statements name without saying which bodies.
  var unstatedKinds: Set<KindIndex> = []
  var stackLevel: [KindIndex: Int] = [:]

  static func scene(of centre: BodyIndex, depth: Int, _ context: SceneContext) -> Scene {
    var view = AroundScene(centre, context)
    let expanded = view.reach(depth)
    view.addLines(at: expanded)
    return view.finished(depth)
  }

  init(_ centre: BodyIndex, _ context: SceneContext) {
    self.context = context
    graph = context.graph
    self.centre = centre
    book = LineBook(context.graph)
    distance = [centre: 0]
    level = [centre: 0]
  }

  // MARK: What is in

  /// Walks outwards a step at a time, and tells from whom relationships were followed.
  mutating func reach(_ depth: Int) -> [BodyIndex] {
    var expanded: [BodyIndex] = []
    var frontier = [centre]
    for step in 1...max(depth, 1) {
      expanded += frontier
      var next: Set<BodyIndex> = []
      for body in frontier { visit(body, at: step, &next) }
      if step > 1, distance.count > Self.mostSingly { next = stack(next) }
      frontier = next.sorted { graph.id(of: $0) < graph.id(of: $1) }
      let room = Self.mostFollowed - expanded.count
      if frontier.count > room, step < depth {
        leftOut.add(frontier.count - max(room, 0), "bodies beyond which nothing was followed")
        frontier = Array(frontier.prefix(max(room, 0)))
      }
    }
    for body in distance.keys { stacked[body] = nil }
    return expanded
  }

  mutating func visit(_ body: BodyIndex, at step: Int, _ next: inout Set<BodyIndex>) {
    struct Side: Hashable {
      let kind: KindIndex
      let isOutgoing: Bool
    }
    var sides: [Side: [BodyIndex: Bool]] = [:]
    for tie in context.ties(of: body) {
      let side = Side(kind: context.groupKind(of: tie.other), isOutgoing: tie.isOutgoing)
      sides[side, default: [:]][tie.other, default: false] =
        context.isAbove(tie)
        || sides[side]?[tie.other] ?? false
    }
    let own = level[body] ?? 0
    // Small kinds go with the large ones beside them, such as kinds of one programme.
    let kinds = graph.bodyKinds
    let many = sides.filter { $0.value.count > Self.mostOfOneKind }.keys.map(\.kind)
    let shared = Set(many.flatMap { kinds[$0].broader })
    for (side, others) in sides {
      let isBesideMany =
        others.count > 1 && context.grouping.answering.contains(side.kind)
        && kinds[side.kind].broader.contains(where: shared.contains)
      if others.count > Self.mostOfOneKind || isBesideMany {
        for other in others.keys { stacked[other] = side.kind }
        let isAbove = others.values.contains(true)
        stackLevel[side.kind] = max(stackLevel[side.kind] ?? .min, own + (isAbove ? -1 : 1))
      } else {
        for (other, isAbove) in others where (distance[other] ?? .max) >= step {
          distance[other] = step
          // Above counts before below, so that the order of visits does not matter.
          level[other] = min(level[other] ?? .max, own + (isAbove ? -1 : 1))
          next.insert(other)
        }
      }
    }
  }

  /// Draws the bodies of a step by kind where there are too many, and gives those that are left.
  mutating func stack(_ bodies: Set<BodyIndex>) -> Set<BodyIndex> {
    var left = bodies
    for (kind, members) in Dictionary(grouping: bodies, by: { context.groupKind(of: $0) })
    where members.count > 1 {
      let lowest = members.compactMap { level[$0] }.min() ?? 1
      stackLevel[kind] = max(stackLevel[kind] ?? .min, lowest)
      for body in members {
        stacked[body] = kind
        distance[body] = nil
        level[body] = nil
      }
      left.subtract(members)
    }
    return left
  }

  // MARK: What becomes of it

  mutating func finished(_ depth: Int) -> Scene {
    let steps = depth > 1 ? ", \(depth) relationships deep" : ""
    var scene = Scene(
      title: graph.name(of: centre, at: context.moment) + ": what it is tied to" + steps,
      lines: book.lines())
    for body in distance.keys {
      var node = context.node(body)
      node.row = level[body] ?? 0
      node.isHighlighted = body == centre
      scene.nodes.append(node)
    }
    let sizes = stackSizes
    let singles = Set(distance.keys.map { context.groupKind(of: $0) })
    for kind in Set(sizes.keys).union(unstatedKinds) {
      let count = sizes[kind]
      var node = context.stack(kind, count: count ?? 0, others: singles.contains(kind))
      node.members = Array(stacked.filter { $0.value == kind }.keys)
      node.isWhole = count == nil
      node.row = stackLevel[kind] ?? 1
      scene.nodes.append(node)
    }
    scene.sortNodes()
    let rim = rimLines()
    leftOut.add(rim, "relationships among the outermost bodies")
    let succession =
      graph.relationships(from: centre, kind: .succeeds, at: .anyTime).count
      + graph.relationships(to: centre, kind: .succeeds, at: .anyTime).count
    leftOut.add(succession, "predecessors and successors")
    scene.leftOut = leftOut
    scene.mergeAlikeKinds(context)
    scene.listAlike(context, rows: true)
    scene.wrapRows()
    return scene
  }

  /// Relationships between two bodies of the outermost step, which are not followed.
  func rimLines() -> Int {
    let outermost = distance.values.max() ?? 0
    let rim = distance.filter { $0.value == outermost && $0.value > 0 }.keys
    let set = Set(rim)
    return rim.reduce(0) { sum, body in
      let degree = graph.relationshipKinds.kinds.indices.reduce(0) {
        $0 + graph.outgoing[$1][body].count
      }
      // A body with very many relationships is not worth the wait.
      guard degree < 10_000 else { return sum }
      return sum + context.ties(of: body).count { $0.isOutgoing && set.contains($0.other) }
    }
  }
}
