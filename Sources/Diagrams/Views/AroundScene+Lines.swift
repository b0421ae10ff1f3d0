import GovernanceModel

extension AroundScene {
  mutating func addLines(at expanded: [BodyIndex]) {
    let all = Set(expanded)
    let amounts = PaymentStanding(graph)
    var otherFigures = 0
    var partners: [LineBook.Key: Set<BodyIndex>] = [:]
    for body in expanded {
      for tie in context.ties(of: body) {
        // A relationship between two such bodies is met from both sides.
        if all.contains(tie.other), !tie.isOutgoing { continue }
        guard amounts.isCounted(tie.row) else {
          otherFigures += 1
          continue
        }
        guard let other = node(of: tie.other), let own = node(of: body) else { continue }
        let (from, to) = tie.isOutgoing ? (own, other) : (other, own)
        book.add(row: tie.row, from: from, to: to)
        if stacked[tie.other] != nil {
          let key = LineBook.Key(
            from: from, to: to, kind: graph.rows.kind[tie.row], isUnstated: false)
          partners[key, default: []].insert(tie.other)
        }
      }
    }
    leftOut.add(otherFigures, PaymentStanding.notCounted)
    let sizes = stackSizes
    for (key, bodies) in partners {
      guard let body = bodies.first, let kind = stacked[body], let size = sizes[kind],
        bodies.count < size
      else { continue }
      book.share(key, "\(bodies.count.grouped) of \(size.grouped)")
    }
    addUnstated()
  }

  private mutating func node(of body: BodyIndex) -> Int? {
    if distance[body] != nil { return book.number(of: graph.id(of: body)) }
    return stacked[body].map { book.number(of: context.stackID($0)) }
  }

  var stackSizes: [KindIndex: Int] {
    stacked.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The kinds of open bodies, with their broader kinds.
  private var openKinds: Set<KindIndex> {
    guard !graph.statements.isEmpty else { return [] }
    let kinds = Set(
      graph.allBodies.filter { context.isOpen[$0.position] }
        .map { graph.kind(of: $0, at: context.moment) })
    return Set(kinds.flatMap { graph.bodyKinds.selfAndBroader($0) })
  }

  /// What the graph says of the body's whole kind without saying which pairs.
  private mutating func addUnstated() {
    let kinds = Set(graph.bodyKinds.selfAndBroader(graph.kind(of: centre, at: context.moment)))
    func concerns(_ party: Party) -> Bool {
      switch party {
      case .body(let body): body == centre
      case .every(let kind): kinds.contains(kind)
      }
    }
    let hasOpen = openKinds
    let own = book.number(of: graph.id(of: centre))
    var sides: Set<KindIndex> = []
    for statement in graph.statements
    where !statement.statesPairs && statement.period.holds(at: context.moment)
      && context.choice?.hasKind?[statement.kind.position] ?? true
      && context.isChosen(statement.from) && context.isChosen(statement.to)
      && (context.standard(statement.kind) != .accountableTo
        || statement.basis.isFollowed(by: context.basis))
    {
      for (side, other, isOutgoing) in [
        (statement.from, statement.to, true), (statement.to, statement.from, false),
      ] where concerns(side) {
        let number: Int
        switch other {
        case .body(let body):
          guard distance[body] != nil || graph.isOpen(body, at: context.moment) else { continue }
          if distance[body] == nil {
            distance[body] = 1
            level[body] = isOutgoing ? 1 : -1
          }
          number = book.number(of: graph.id(of: body))
        case .every(let kind):
          guard context.unlistedKinds.contains(kind) || hasOpen.contains(kind) else { continue }
          number = book.number(of: context.stackID(kind))
          if stackLevel[kind] == nil { stackLevel[kind] = isOutgoing ? 1 : -1 }
          sides.insert(kind)
        }
        book.add(
          unstated: statement, from: isOutgoing ? own : number, to: isOutgoing ? number : own)
      }
    }
    unstatedKinds = sides
  }
}
