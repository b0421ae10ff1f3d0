extension DotDocument {
  /// The document in the DOT language: one statement a line, attributes sorted by name, ids always
  /// quoted, a line feed at the end.
  ///
  /// Equal documents give equal bytes.
  ///
  /// - Complexity: O(n) in the length of the text.
  public var text: String {
    var writer = DotWriter(nodesAreLabelled: nodeDefaults.contains("label"))
    writer.line("digraph \(DotQuoting.identifier(name)) {")
    writer.indented { writer in
      writer.defaults("graph", attributes)
      writer.defaults("node", nodeDefaults)
      writer.defaults("edge", edgeDefaults)
      writer.statements(self.statements, inherited: attributes)
    }
    writer.line("}")
    return writer.text
  }
}

/// Writes statements line by line, two spaces deeper in each block.
private struct DotWriter {
  var text = ""
  let nodesAreLabelled: Bool
  private var depth = 0

  init(nodesAreLabelled: Bool) {
    self.nodesAreLabelled = nodesAreLabelled
  }

  mutating func line(_ line: String) {
    text += String(repeating: "  ", count: depth)
    text += line
    text += "\n"
  }

  mutating func indented(_ body: (inout DotWriter) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  mutating func defaults(_ kind: String, _ attributes: DotAttributes) {
    guard !attributes.isEmpty else { return }
    line("\(kind)\(list(attributes));")
  }

  mutating func statements(_ statements: [DotStatement], inherited: DotAttributes) {
    for statement in statements {
      switch statement {
      case .node(let id, let attributes): node(id, attributes)
      case .edge(let tail, let head, let attributes):
        let ends = "\(DotQuoting.identifier(tail)) -> \(DotQuoting.identifier(head))"
        line("\(ends)\(list(attributes));")
      case .cluster(let cluster): self.cluster(cluster, inherited: inherited)
      case .rankGroup(let rank, let ids):
        let members = ids.map { "\(DotQuoting.identifier($0));" }.joined(separator: " ")
        line("{ rank=\"\(rank.rawValue)\"; \(members) }")
      }
    }
  }

  private mutating func node(_ id: String, _ attributes: DotAttributes) {
    var attributes = attributes
    // Graphviz would show such an id as it is spelt in the file, or break its lines.
    if !nodesAreLabelled, !attributes.contains("label"), DotQuoting.isRespelt(id) {
      attributes.set(.label(id))
    }
    line("\(DotQuoting.identifier(id))\(list(attributes));")
  }

  private mutating func cluster(_ cluster: DotCluster, inherited: DotAttributes) {
    var attributes = cluster.attributes
    // To Graphviz a cluster takes the title, tooltip and id of what encloses it.
    for name in DotAttribute.ownToEachCluster
    where inherited.contains(name) && !attributes.contains(name) {
      attributes.set(.unset(name))
    }
    line("subgraph \(DotQuoting.cluster(cluster.id)) {")
    indented { writer in
      writer.defaults("graph", attributes)
      writer.statements(cluster.statements, inherited: inherited.merging(attributes))
    }
    line("}")
  }

  private func list(_ attributes: DotAttributes) -> String {
    var list = ""
    for attribute in attributes {
      list += list.isEmpty ? " [" : ", "
      list += attribute.name
      list += "="
      list += attribute.value.text
    }
    return list.isEmpty ? "" : list + "]"
  }
}
