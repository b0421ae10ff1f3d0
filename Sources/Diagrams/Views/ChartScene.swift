import GovernanceModel

/// A table for each group: its name, and those in it by kind.
enum ChartScene {
  /// The order of kinds, and so of headings, is by tier, then id.
  static func scene(by group: ViewDefinition.Group, _ context: SceneContext) -> Scene {
    let graph = context.graph
    var scene = Scene(title: graph.title ?? "Groups")
    var members: [String: [BodyIndex]] = [:]
    var labels: [String: String] = [:]
    var timesOfBody: [BodyIndex: Int] = [:]
    for body in graph.allBodies where context.isOpen[body.position] {
      let groups = context.groups(of: body, by: group)
      timesOfBody[body] = groups.count
      for found in groups {
        labels[found.id] = found.label
        if found.id != graph.id(of: body) { members[found.id, default: []].append(body) }
      }
    }
    for (id, bodies) in members.sorted(by: { $0.key < $1.key }) {
      let kinds = Dictionary(grouping: bodies) { context.groupKind(of: $0) }
      func order(_ kind: KindIndex) -> (Int, String) {
        (context.tier(kind) ?? .max, graph.bodyKinds[kind].id)
      }
      let sections = kinds.sorted { order($0.key) < order($1.key) }.map { kind, bodies in
        SceneNode.Section(
          heading: "\(bodies.count.grouped) "
            + (bodies.count == 1 ? graph.bodyKinds[kind].name : graph.bodyKinds[kind].plural),
          entries: bodies.map { body in
            var entry = context.node(body).entries[0]
            entry.isShared = timesOfBody[body, default: 0] > 1
            return entry
          }.sorted { $0.name < $1.name })
      }
      let whole = graph.body(id: id)
      let kind = whole.map { graph.kind(of: $0, at: context.moment) }
      var node = SceneNode(
        id: whole == nil ? "group " + id : id,
        entries: [
          SceneNode.Entry(
            name: labels[id] ?? id, kind: kind ?? context.groupKind(of: bodies[0]), isWeak: false)
        ])
      node.sections = sections
      scene.nodes.append(node)
    }
    scene.furtherTally = tally(members, group, context)
    let ungrouped = timesOfBody.count { $0.value == 0 }
    scene.leftOut.add(ungrouped, "bodies that belong to none of these groups")
    return scene
  }

  /// What says that the bodies belong to their groups.
  private static func tally(
    _ members: [String: [BodyIndex]], _ group: ViewDefinition.Group, _ context: SceneContext
  ) -> LineTally {
    guard case .memberOf = group else { return LineTally() }
    let graph = context.graph
    var book = LineBook(graph)
    for (id, bodies) in members {
      guard let whole = graph.body(id: id) else { continue }
      let bodies = Set(bodies)
      for kind in [RelationshipKind.memberOf, .partOf] {
        for line in graph.relationships(to: whole, kind: kind, at: context.moment)
        where bodies.contains(line.from) {
          book.add(row: line.index.position, from: book.number(of: "a"), to: book.number(of: "b"))
        }
      }
    }
    return book.lines().reduce(into: LineTally()) { $0.add($1.tally) }
  }
}
