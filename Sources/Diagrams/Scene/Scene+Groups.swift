import GovernanceModel

extension SceneContext {
  /// What a body is grouped under, in order: none, one, or several where it belongs to several.
  func groups(of body: BodyIndex, by group: ViewDefinition.Group) -> [(id: String, label: String)] {
    switch group {
    case .kind:
      let kind = graph.bodyKinds[groupKind(of: body)]
      return [(kind.id, kind.plural)]
    case .memberOf(let kind):
      var wholes: Set<BodyIndex> = []
      for relationship in [RelationshipKind.memberOf, .partOf] {
        for line in graph.relationships(from: body, kind: relationship, at: moment)
        where graph.bodyKinds.kind(graph.kind(of: line.to, at: moment), isA: kind) {
          wholes.insert(line.to)
        }
      }
      if graph.bodyKinds.kind(graph.kind(of: body, at: moment), isA: kind) { wholes.insert(body) }
      if wholes.isEmpty, let owner = graph.owner(of: body) { return groups(of: owner, by: group) }
      return wholes.map { (graph.id(of: $0), graph.name(of: $0, at: moment)) }
        .sorted { $0.0 < $1.0 }
    case .attribute(let field):
      return BodyExpression.values(of: field, body, graph, moment).sorted().map { ($0, $0) }
    }
  }
}

extension Scene {
  /// Puts a frame around the bodies of each group; a body of several groups stands in the first, and
  /// is marked.
  mutating func frame(by group: ViewDefinition.Group, _ context: SceneContext) {
    var members: [String: [String]] = [:]
    var labels: [String: String] = [:]
    for index in nodes.indices where nodes[index].stackCount == nil && !nodes[index].isList {
      guard let body = context.graph.body(id: nodes[index].id) else { continue }
      let groups = context.groups(of: body, by: group)
      guard let first = groups.first else { continue }
      nodes[index].isShared = groups.count > 1
      members[first.id, default: []].append(nodes[index].id)
      labels[first.id] = first.label
    }
    frames = members.sorted { $0.key < $1.key }.map { id, nodes in
      SceneFrame(id: "group " + id, label: labels[id] ?? id, nodes: nodes)
    }
  }
}
