import GovernanceModel

extension Scene {
  /// Marks bodies that belong to several groups of a sort, where the view asks for it.
  ///
  /// - Complexity: O(bodies drawn · their relationships).
  mutating func markOverlaps(_ definition: ViewDefinition, _ context: SceneContext) {
    guard let group = definition.overlap else { return }
    let words = context.plural(of: group)
    func mark(_ entry: inout SceneNode.Entry) -> String? {
      guard let body = entry.id.flatMap({ context.graph.body(id: $0) }) else { return nil }
      let count = context.groups(of: body, by: group).count
      guard count > 1 else { return nil }
      entry.overlaps = count
      let remark = "in \(count.grouped) \(words)"
      entry.remark = [entry.remark, remark].compactMap { $0 }.joined(separator: ", ")
      return remark
    }
    for index in nodes.indices where nodes[index].stackCount == nil {
      for number in nodes[index].entries.indices {
        let remark = mark(&nodes[index].entries[number])
        // A body of its own says it below its name.
        if let remark, !nodes[index].isList { nodes[index].remarks.append(remark) }
      }
      for section in nodes[index].sections.indices {
        for number in nodes[index].sections[section].entries.indices {
          _ = mark(&nodes[index].sections[section].entries[number])
        }
      }
    }
  }
}

extension SceneContext {
  /// What the groups of a sort are called: "STP footprints".
  func plural(of group: ViewDefinition.Group) -> String {
    switch group {
    case .kind: "kinds"
    case .memberOf(let kind): graph.bodyKinds[kind].plural
    case .attribute(let field): "values of \(field)"
    }
  }
}
