import GovernanceModel

/// What a view has in, worked out for one graph and moment: everything else is left out before
/// anything is arranged.
struct SceneChoice {
  let selection: ViewSelection
  /// By body; nil where no body is left out.
  let hasBody: [Bool]?
  /// By position of the relationship kind; nil where no kind is left out.
  let hasKind: [Bool]?
  /// The broadest of the kinds that are in; nil where none is left out.
  let kinds: [RelationshipKind]?
  /// Open bodies that are left out.
  let leftOut: Int

  /// - Returns: nil where nothing is left out.
  /// - Complexity: O(V · conditions + relationships of ``ViewSelection/within``).
  init?(_ selection: ViewSelection, _ graph: GovernanceGraph, at moment: Moment) {
    self.selection = selection
    let allKinds = graph.relationshipKinds
    if let wanted = selection.relationships {
      let narrower = Set(wanted.flatMap(allKinds.selfAndNarrower))
      hasKind = allKinds.kinds.indices.map { narrower.contains(KindIndex($0)) }
      kinds = wanted.filter { kind in
        !wanted.contains { $0 != kind && allKinds.kind(kind, isA: $0) }
      }.sorted().map { RelationshipKind(allKinds[$0].id) }
    } else {
      hasKind = nil
      kinds = nil
    }
    if selection.bodies == nil, selection.within == nil, selection.without.isEmpty {
      hasBody = nil
      leftOut = 0
      if hasKind == nil { return nil }
      return
    }
    let members = selection.within.map { Self.members(of: $0, graph, at: moment) }
    var has = graph.allBodies.map { body in
      (members?.contains(body) ?? true)
        && (selection.bodies?.matches(body, in: graph, at: moment) ?? true)
    }
    for body in selection.with { has[body.position] = true }
    for body in selection.without { has[body.position] = false }
    hasBody = has
    leftOut = graph.allBodies.count { !has[$0.position] && graph.isOpen($0, at: moment) }
  }

  /// A body with its members and parts, and what these have of their own.
  static func members(
    of body: BodyIndex, _ graph: GovernanceGraph, at moment: Moment
  ) -> Set<BodyIndex> {
    var members: Set<BodyIndex> = [body]
    for kind in [RelationshipKind.memberOf, .partOf] {
      for line in graph.relationships(to: body, kind: kind, at: moment) {
        members.insert(line.from)
      }
    }
    return members
  }

  static let leftOutWords = "bodies that this view is not about"
}
