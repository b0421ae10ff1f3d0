import Diagrams

extension DotDocument {
  /// The document with every node at a place, for the engine that only draws lines.
  ///
  /// Frames are drawn around what is in them; lines end at bodies, since frames cannot be aimed at.
  public func pinned(at places: [String: Place]) -> DotDocument {
    var document = self
    document.attributes.set(.splines(.spline))
    // Half of what dot leaves between nodes: with more, lines would not be led around them at all.
    document.attributes.set(.esep(5))
    document.statements = Self.pinned(statements, places)
    return document
  }

  private static func pinned(
    _ statements: [DotStatement], _ places: [String: Place]
  ) -> [DotStatement] {
    statements.compactMap { statement in
      switch statement {
      case .node(let id, var attributes):
        if let place = places[DotDocument.nameInGraph(ofNode: id)] {
          attributes.set(.position(x: place.x, y: place.y))
        }
        return .node(id: id, attributes: attributes)
      case .cluster(var cluster):
        cluster.statements = pinned(cluster.statements, places)
        let inside = nodes(in: cluster.statements).compactMap {
          places[DotDocument.nameInGraph(ofNode: $0)]
        }
        if let left = inside.map({ $0.x - $0.width / 2 }).min(),
          let right = inside.map({ $0.x + $0.width / 2 }).max(),
          let bottom = inside.map({ $0.y - $0.height / 2 }).min(),
          let top = inside.map({ $0.y + $0.height / 2 }).max()
        {
          cluster.attributes.set(
            .box(left: left - 10, bottom: bottom - 26, right: right + 10, top: top + 10))
        }
        return .cluster(cluster)
      case .rankGroup: return nil
      case .edge: return statement
      }
    }
  }

  private static func nodes(in statements: [DotStatement]) -> [String] {
    statements.flatMap { statement -> [String] in
      switch statement {
      case .node(let id, _): [id]
      case .cluster(let cluster): nodes(in: cluster.statements)
      case .edge, .rankGroup: []
      }
    }
  }
}
