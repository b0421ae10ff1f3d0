extension DotDocument {
  /// The document in the DOT language: one statement a line, attributes sorted by name, ids always
  /// quoted, a line feed at the end.
  ///
  /// Equal documents give equal bytes.
  ///
  /// - Complexity: O(n) in the length of the text.
  public var text: String {
    var writer = DotWriter(nodesAreLabelled: nodeDefaults.contains("label"))
    writer.begin("digraph ")
    writer.identifier(name)
    writer.end(" {")
    writer.indented { writer in
      writer.defaults("graph", attributes)
      writer.defaults("node", nodeDefaults)
      writer.defaults("edge", edgeDefaults)
      writer.statements(self.statements, inherited: attributes)
    }
    writer.begin("}")
    writer.end("")
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes statements line by line, two spaces deeper in each block.
private struct DotWriter {
  var bytes: [UInt8] = []
  let nodesAreLabelled: Bool
  private var depth = 0

  init(nodesAreLabelled: Bool) {
    self.nodesAreLabelled = nodesAreLabelled
  }

  mutating func begin(_ text: String) {
    for _ in 0..<depth { bytes += "  ".utf8 }
    bytes += text.utf8
  }

  mutating func end(_ text: String) {
    bytes += text.utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func indented(_ body: (inout DotWriter) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  mutating func identifier(_ id: String) { DotQuoting.write(identifier: id, to: &bytes) }

  mutating func defaults(_ kind: String, _ attributes: DotAttributes) {
    guard !attributes.isEmpty else { return }
    begin(kind)
    list(attributes)
    end(";")
  }

  /// - Parameter inherited: the attributes of what is around the statements.
  mutating func statements(_ statements: [DotStatement], inherited: DotAttributes) {
    for statement in statements {
      switch statement {
      case .node(let id, let attributes): node(id, attributes)
      case .edge(let tail, let head, let attributes):
        begin("")
        identifier(tail)
        bytes += " -> ".utf8
        identifier(head)
        list(attributes)
        end(";")
      case .cluster(let cluster): self.cluster(cluster, inherited: inherited)
      case .rankGroup(let rank, let ids):
        begin("{ rank=\"\(rank.rawValue)\"; ")
        for id in ids {
          identifier(id)
          bytes += "; ".utf8
        }
        end("}")
      }
    }
  }

  private mutating func node(_ id: String, _ attributes: DotAttributes) {
    begin("")
    identifier(id)
    list(attributes.labelled(id, unless: nodesAreLabelled))
    end(";")
  }

  private mutating func cluster(_ cluster: DotCluster, inherited: DotAttributes) {
    let attributes = cluster.attributes.apart(from: inherited)
    begin("subgraph ")
    DotQuoting.write(cluster: cluster.id, to: &bytes)
    end(" {")
    indented { writer in
      writer.defaults("graph", attributes)
      writer.statements(
        cluster.statements, inherited: inherited.merging(attributes))
    }
    begin("}")
    end("")
  }

  private mutating func list(_ attributes: DotAttributes) {
    guard !attributes.isEmpty else { return }
    var opening = " ["
    for attribute in attributes {
      bytes += opening.utf8
      bytes += attribute.name.utf8
      bytes.append(UInt8(ascii: "="))
      attribute.value.write(to: &bytes)
      opening = ", "
    }
    bytes.append(UInt8(ascii: "]"))
  }
}
