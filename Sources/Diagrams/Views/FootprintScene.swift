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

  let context: SceneContext
  let graph: GovernanceGraph
  let centre: BodyIndex
  var book: LineBook
  var leftOut = LeftOut()
  /// By kind, then id.
  var groups: [(kind: KindIndex, members: [BodyIndex])] = []
  /// The ids of the nodes of bodies that are drawn as one with others.
  var stackOf: [BodyIndex: String] = [:]
  /// The kinds of principals and overseers that are drawn as one.
  var upperStacks: [KindIndex: Int] = [:]
  /// Those of them that each belong to one member.
  var ownKinds: Set<KindIndex> = []
  var level: [BodyIndex: Int] = [:]
  var rowsDrawn: Set<Int> = []

  static func scene(of centre: BodyIndex, _ context: SceneContext) -> Scene {
    var view = FootprintScene(centre, context)
    view.findMembers()
    view.addMembership()
    view.addPrincipals()
    view.addOverseers()
    return view.finished()
  }

  init(_ centre: BodyIndex, _ context: SceneContext) {
    self.context = context
    graph = context.graph
    self.centre = centre
    book = LineBook(context.graph)
    level[centre] = 2
  }

  // MARK: What is in

  /// Its members; of a body without any, its parts, else those that answer to it.
  static let belonging: [RelationshipKind] = [.memberOf, .partOf, .accountableTo]

  mutating func findMembers() {
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

  mutating func add(_ tie: Tie, of body: BodyIndex) {
    guard rowsDrawn.insert(tie.row).inserted else { return }
    let own = node(of: body)
    let other = node(of: tie.other)
    book.add(
      row: tie.row, from: tie.isOutgoing ? own : other, to: tie.isOutgoing ? other : own)
  }

  mutating func node(of body: BodyIndex) -> Int {
    book.number(of: stackOf[body] ?? graph.id(of: body))
  }

  /// The id of the node of principals or overseers of a kind, of which there may be members too.
  func upperID(_ kind: KindIndex) -> String { context.stackID(kind) + " above" }

  mutating func addMembership() {
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

  // MARK: What becomes of it

  func finished() -> Scene {
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
        var node = context.stack(kind, count: members.count)
        node.members = members
        scene.nodes.append(node)
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
      node.members = Array(stackOf.filter { $0.value == id }.keys)
      node.row = 100 * (node.members.compactMap { level[$0] }.min() ?? -1)
      scene.nodes.append(node)
    }
    scene.sortNodes()
    scene.leftOut = leftOut
    scene.listAlike(context, atLeast: 2, rows: true)
    scene.foldFrames(columns: 4)
    scene.wrapRows()
    scene.bundleAtFrames([.oversees, .memberOf, .partOf], context)
    return scene
  }

  func remarks(_ body: BodyIndex) -> [String] {
    var remarks: [String] = []
    if body == centre, let form = graph.legalForm(of: body, at: context.moment) {
      remarks.append("legal form: " + form.rawValue.unhyphenated)
    }
    for holder in graph.holders
    where holder.post == body && holder.period.holds(at: context.moment) {
      remarks.append("held by " + holder.name)
    }
    return remarks.sorted()
  }
}
