import GovernanceModel

// Those above the members of a footprint: whom they answer to, and who oversees them.
extension FootprintScene {
  /// Principals of members, of these, and so on to the top.
  mutating func addPrincipals() {
    var waiting = groups.flatMap(\.members)
    var seen = Set(waiting)
    var found: [(body: BodyIndex, tie: Tie)] = []
    for tie in context.ties(of: centre, kinds: [.accountableTo]) where tie.isOutgoing {
      found.append((centre, tie))
      if seen.insert(tie.other).inserted { waiting.append(tie.other) }
    }
    var uppers: [BodyIndex: Set<BodyIndex>] = [:]
    while let body = waiting.popLast() {
      for tie in context.ties(of: body, kinds: [.accountableTo])
      where tie.isOutgoing && tie.other != centre {
        uppers[body, default: []].insert(tie.other)
        found.append((body, tie))
        if seen.insert(tie.other).inserted { waiting.append(tie.other) }
      }
    }
    place(uppers)
    stackPrincipals(Set(found.map(\.tie.other)))
    for (body, tie) in found {
      if level[tie.other] == nil { level[tie.other] = -1 }
      add(tie, of: body)
      guard stackOf[tie.other] != nil, ownKinds.contains(context.groupKind(of: tie.other)) else {
        continue
      }
      let key = LineBook.Key(
        from: node(of: body), to: node(of: tie.other), kind: graph.rows.kind[tie.row],
        isUnstated: false)
      book.share(key, "each to its own")
    }
  }

  /// Principals of one kind become one node when they are many; in a large footprint also when
  /// each belongs to one member, as its electors do.
  private mutating func stackPrincipals(_ principals: Set<BodyIndex>) {
    let members = Set(groups.flatMap(\.members))
    for (kind, bodies) in Dictionary(
      grouping: principals.subtracting(members), by: { context.groupKind(of: $0) })
    {
      let areOwned = bodies.allSatisfy { graph.owner(of: $0).map(members.contains) ?? false }
      if areOwned, members.count > Self.mostApart, bodies.count > 3 {
        ownKinds.insert(kind)
      } else if bodies.count <= Self.mostOfOneKind {
        continue
      }
      upperStacks[kind] = bodies.count
      for body in bodies { stackOf[body] = upperID(kind) }
    }
  }

  /// Puts each principal above all that answer to it; a line that closes a cycle does not count.
  private mutating func place(_ uppers: [BodyIndex: Set<BodyIndex>]) {
    var lowers: [BodyIndex: Set<BodyIndex>] = [:]
    for (body, principals) in uppers {
      for principal in principals { lowers[principal, default: []].insert(body) }
    }
    func sorted(_ bodies: some Sequence<BodyIndex>) -> [BodyIndex] {
      bodies.sorted { graph.id(of: $0) < graph.id(of: $1) }
    }
    // Chains may be longer than a stack of calls, so the walk keeps its own.
    var waiting = Array(sorted(lowers.keys).reversed())
    var isOpen: Set<BodyIndex> = []
    while let body = waiting.last {
      let below = sorted(lowers[body] ?? [])
      if level[body] != nil {
        waiting.removeLast()
      } else if isOpen.insert(body).inserted {
        waiting += below.filter { level[$0] == nil && !isOpen.contains($0) }
      } else {
        waiting.removeLast()
        level[body] = min(0, below.compactMap { level[$0] }.min() ?? 0) - 1
      }
    }
  }

  mutating func addOverseers() {
    let members = groups.flatMap(\.members)
    stackOverseers(of: members + [centre])
    for body in members + [centre] {
      for tie in context.ties(of: body, kinds: [.oversees]) where !tie.isOutgoing {
        let answers = context.ties(of: body, kinds: [.accountableTo])
          .contains { $0.isOutgoing && $0.other == tie.other }
        if answers {
          leftOut.add(1, "relationships of oversight that run along a line of accountability")
          continue
        }
        if level[tie.other] == nil { level[tie.other] = -1 }
        add(tie, of: body)
      }
    }
    // Who appoints the lead was looked for before principals were known.
    for tie in context.ties(of: centre, kinds: [.leads]) where !tie.isOutgoing {
      for own in context.ties(of: tie.other, kinds: [.appoints])
      where !own.isOutgoing && level[own.other] != nil {
        add(own, of: tie.other)
      }
    }
    let others = members.reduce(0) { sum, body in
      sum + context.ties(of: body).count { !rowsDrawn.contains($0.row) }
    }
    leftOut.add(others, "relationships of members that this view does not draw, such as funding")
  }

  private mutating func stackOverseers(of bodies: [BodyIndex]) {
    var overseers: Set<BodyIndex> = []
    for body in bodies {
      for tie in context.ties(of: body, kinds: [.oversees])
      where !tie.isOutgoing && level[tie.other] == nil {
        overseers.insert(tie.other)
      }
    }
    for (kind, found) in Dictionary(grouping: overseers, by: { context.groupKind(of: $0) })
    where found.count > Self.mostOfOneKind || upperStacks[kind] != nil {
      upperStacks[kind, default: 0] += found.count
      for body in found { stackOf[body] = upperID(kind) }
    }
  }
}
