import GovernanceModel

/// The members of a body in groups, each with its own principals up to the top, those that oversee
/// them, and the lead and boards of the body itself.
///
///     Parliament, ministers …        the principals of principals
///     Monitor    NHS England    CQC  principals, and overseers beside them
///     [trusts]   [CCGs]  [councils]  members in frames
///     the footprint                  its lead and boards
struct FootprintScene {
  /// The most members that are drawn each with lines of its own.
  static let mostApart = 14
  /// The most principals or overseers of one kind that are named.
  static let mostOfOneKind = 12
  /// The most members of one kind that are named.
  static let mostNamed = 40

  private let context: SceneContext
  private let graph: GovernanceGraph
  private let centre: BodyIndex
  private var book: LineBook
  private var leftOut = LeftOut()
  /// By kind, then id.
  private var groups: [(kind: KindIndex, members: [BodyIndex])] = []
  /// The ids of the nodes of bodies that are drawn as one with others.
  private var stackOf: [BodyIndex: String] = [:]
  /// The kinds of principals and overseers that are drawn as one.
  private var upperStacks: [KindIndex: Int] = [:]
  /// Those of them that each belong to one member.
  private var ownKinds: Set<KindIndex> = []
  private var level: [BodyIndex: Int] = [:]
  private var rowsDrawn: Set<Int> = []

  static func scene(of centre: BodyIndex, _ context: SceneContext) -> Scene {
    var view = FootprintScene(centre, context)
    view.findMembers()
    view.addMembership()
    view.addPrincipals()
    view.addOverseers()
    return view.finished()
  }

  private init(_ centre: BodyIndex, _ context: SceneContext) {
    self.context = context
    graph = context.graph
    self.centre = centre
    book = LineBook(context.graph)
    level[centre] = 2
  }

  // MARK: What is in

  /// Its members; of a body without any, its parts, else those that answer to it.
  private static let belonging: [RelationshipKind] = [.memberOf, .partOf, .accountableTo]

  private mutating func findMembers() {
    var members: Set<BodyIndex> = []
    for kind in Self.belonging where members.isEmpty {
      let ties = context.ties(of: centre, kinds: [kind])
      members = Set(ties.filter { !$0.isOutgoing }.map(\.other))
    }
    members.remove(centre)
    let byKind = Dictionary(grouping: members) { context.groupKind(of: $0) }
    groups = byKind.map { kind, members in
      (kind, members.sorted { graph.id(of: $0) < graph.id(of: $1) })
    }.sorted {
      let left = (context.tier($0.kind) ?? .max, graph.bodyKinds[$0.kind].id)
      let right = (context.tier($1.kind) ?? .max, graph.bodyKinds[$1.kind].id)
      return left < right
    }
    for (kind, members) in groups {
      for member in members {
        level[member] = 0
        if members.count > Self.mostNamed { stackOf[member] = context.stackID(kind) }
      }
    }
  }

  private mutating func add(_ tie: Tie, of body: BodyIndex) {
    guard rowsDrawn.insert(tie.row).inserted else { return }
    let own = node(of: body)
    let other = node(of: tie.other)
    book.add(
      row: tie.row, from: tie.isOutgoing ? own : other, to: tie.isOutgoing ? other : own)
  }

  private mutating func node(of body: BodyIndex) -> Int {
    book.number(of: stackOf[body] ?? graph.id(of: body))
  }

  /// The id of the node of principals or overseers of a kind, of which there may be members too.
  private func upperID(_ kind: KindIndex) -> String { context.stackID(kind) + " above" }

  private mutating func addMembership() {
    for tie in context.ties(of: centre, kinds: Set(Self.belonging))
    where !tie.isOutgoing && level[tie.other] != nil {
      add(tie, of: centre)
    }
    // Its lead stands below it, with what the lead is accountable to or appointed by.
    for tie in context.ties(of: centre, kinds: [.leads]) where !tie.isOutgoing {
      if level[tie.other] == nil { level[tie.other] = 3 }
      add(tie, of: centre)
      for own in context.ties(of: tie.other, kinds: [.accountableTo, .appoints])
      where level[own.other] != nil || own.isOutgoing {
        if level[own.other] == nil { level[own.other] = 3 }
        add(own, of: tie.other)
      }
    }
  }

  /// Principals of members, of these, and so on to the top.
  private mutating func addPrincipals() {
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
    var isOpen: Set<BodyIndex> = []
    func height(_ body: BodyIndex) -> Int {
      if let known = level[body] { return -known }
      guard isOpen.insert(body).inserted else { return 0 }
      let below = (lowers[body] ?? []).sorted { graph.id(of: $0) < graph.id(of: $1) }
      let height = 1 + (below.map(height).filter { $0 >= 0 }.max() ?? 0)
      isOpen.remove(body)
      level[body] = -height
      return height
    }
    for body in lowers.keys.sorted(by: { graph.id(of: $0) < graph.id(of: $1) }) {
      _ = height(body)
    }
  }

  private mutating func addOverseers() {
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

  // MARK: What becomes of it

  private func finished() -> Scene {
    let name = graph.name(of: centre, at: context.moment)
    var scene = Scene(
      title: "\(name): its members and whom each answers to", lines: book.lines())
    let members = Set(groups.flatMap(\.members))
    for body in level.keys where stackOf[body] == nil {
      var node = context.node(body)
      node.row = 100 * (level[body] ?? 0)
      node.isHighlighted = body == centre
      node.mayBeListed = !members.contains(body) || members.count > Self.mostApart
      node.remarks = remarks(body)
      scene.nodes.append(node)
    }
    for (kind, members) in groups {
      let nodes: [String]
      if members.count > Self.mostNamed {
        scene.nodes.append(context.stack(kind, count: members.count))
        nodes = [context.stackID(kind)]
      } else {
        nodes = members.map(graph.id)
      }
      let words = graph.bodyKinds[kind]
      let noun = members.count == 1 ? words.name : words.plural
      scene.frames.append(
        SceneFrame(
          id: "kind " + words.id, label: "\(members.count.grouped) \(noun)", nodes: nodes))
    }
    for (kind, count) in upperStacks {
      let id = upperID(kind)
      var node = context.stack(kind, count: count, id: id)
      node.row = 100 * (stackOf.filter { $0.value == id }.keys.compactMap { level[$0] }.min() ?? -1)
      scene.nodes.append(node)
    }
    scene.nodes.sort { $0.id < $1.id }
    scene.leftOut = leftOut
    scene.listAlike(context, atLeast: 2, rows: true)
    scene.foldFrames(columns: 4)
    scene.wrapRows()
    scene.bundleAtFrames([.oversees, .memberOf, .partOf], context)
    return scene
  }

  private func remarks(_ body: BodyIndex) -> [String] {
    var remarks: [String] = []
    if body == centre, let form = graph.legalForm(of: body, at: context.moment) {
      remarks.append("legal form: " + form.rawValue.replacing("-", with: " "))
    }
    for holder in graph.holders
    where holder.post == body && holder.period.holds(at: context.moment) {
      remarks.append("held by " + holder.name)
    }
    return remarks.sorted()
  }
}
