import GovernanceModel

// Which relationships and statements become lines of the page.
extension NationalScene {
  mutating func addRelationships() {
    let amounts = PaymentStanding(graph)
    var unfollowed = 0
    var unpriced = 0
    var atFolded = 0
    var alongOther = 0
    for kind in kinds {
      graph.forEachLine(of: kind, at: context.moment, open: context.isOpen) { row, from, to in
        guard context.isChosen(row) else { return }
        let tail = Int(nodeOfBody[Int(from)])
        let head = Int(nodeOfBody[Int(to)])
        guard tail >= 0, head >= 0 else {
          atFolded += 1
          return
        }
        guard context.isFollowed(row) else {
          unfollowed += 1
          return
        }
        if kind == .funds {
          guard options.drawsUnpriced || amounts.hasAmount(row) else {
            unpriced += 1
            return
          }
          guard amounts.isCounted(row) else {
            alongOther += 1
            return
          }
        }
        book.add(row: row, from: tail, to: head)
      }
    }
    leftOut.add(atFolded, "relationships of those boards, committees and posts")
    leftOut.add(unfollowed, SceneContext.notFollowed)
    leftOut.add(unpriced, "payments without a recorded amount")
    leftOut.add(alongOther, PaymentStanding.notCounted)
    let drawn = Set(kinds.flatMap { graph.positions(of: $0) })
    var others = 0
    for row in 0..<graph.relationshipCount
    where !drawn.contains(Int(graph.rows.kind[row]))
      && context.isChosen(row)
      && graph.holds(RelationshipIndex(row), at: context.moment)
    {
      others += 1
    }
    leftOut.add(others, "relationships of kinds that this view does not draw, such as membership")
  }

  mutating func addStatements() {
    let drawn = Set(kinds.flatMap { graph.positions(of: $0) })
    let funds = Set(graph.positions(of: .funds))
    let accountability = Set(graph.positions(of: .accountableTo))
    var unplaced = 0
    for statement in graph.statements
    where statement.period.holds(at: context.moment)
      && drawn.contains(statement.kind.position)
      && context.isChosen(statement.from) && context.isChosen(statement.to)
    {
      if accountability.contains(statement.kind.position),
        !statement.basis.isFollowed(by: context.basis)
      {
        continue
      }
      if funds.contains(statement.kind.position),
        statement.amount == nil || statement.alternativeOf != nil || isPartOfTwin(statement)
      {
        continue
      }
      let tails = nodes(of: statement.from)
      let heads = nodes(of: statement.to)
      if tails.isEmpty || heads.isEmpty { continue }
      let isListed = statement.expandedCount > 0
      guard tails.count * heads.count <= (statement.statesPairs ? 1 : 3) else {
        if statement.amount != nil || !statement.statesPairs { unplaced += 1 }
        continue
      }
      for tail in tails {
        for head in heads where tail != head {
          if !statement.statesPairs {
            book.add(unstated: statement, from: tail, to: head)
          } else if isListed {
            book.add(totalOf: statement, from: tail, to: head)
          } else {
            book.add(unlisted: statement, from: tail, to: head)
          }
        }
      }
    }
    leftOut.add(unplaced, "statements about kinds that this page has no single node for")
  }

  /// Whether its amount is a component of that of a statement about the same bodies.
  private func isPartOfTwin(_ statement: Statement) -> Bool {
    guard let whole = statement.partOf else { return false }
    return graph.statements.contains {
      $0.id == whole && $0.from == statement.from && $0.to == statement.to
    }
  }

  /// The nodes that a side of a statement is drawn as; for a kind of which the graph lists no body,
  /// a node of its own.
  private mutating func nodes(of party: Party) -> [Int] {
    switch party {
    case .body(let body):
      let node = nodeOfBody[body.position]
      return node < 0 ? [] : [Int(node)]
    case .every(let kind):
      let kinds = graph.bodyKinds.selfAndNarrower(kind)
      let nodes = Set(kinds.flatMap { nodesOfKind[$0.position] })
      if nodes.isEmpty {
        if !folded.isEmpty, kinds.contains(where: folded.contains) { return [] }
        // A kind whose bodies are all closed is not one that the graph does not list.
        guard context.unlistedKinds.contains(kind), graph.bodyKinds[kind].ownedBy == nil else {
          return []
        }
        return [node(context.stackID(kind), for: .kind(kind))]
      }
      return nodes.sorted { book.nodeIDs[$0] < book.nodeIDs[$1] }
    }
  }
}
