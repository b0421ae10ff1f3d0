import GovernanceModel

/// A relationship as seen from one of its bodies.
struct Tie {
  let row: Int
  let other: BodyIndex
  /// Whether the body is on the left of it.
  let isOutgoing: Bool
}

extension SceneContext {
  /// The relationships of a body that hold and are followed, by kind and direction, of the kinds
  /// given or of all but succession.
  ///
  /// - Complexity: O(relationships of the body).
  func ties(of body: BodyIndex, kinds: Set<RelationshipKind>? = nil) -> [Tie] {
    var ties: [Tie] = []
    for position in graph.relationshipKinds.kinds.indices {
      let kind = standard[position]
      if let kinds {
        guard let kind, kinds.contains(kind) else { continue }
      } else if kind == .succeeds, choice?.hasKind == nil {
        continue
      }
      for row in graph.outgoing[position][body] where isDrawn(row) {
        let other = graph.rows.to[Int(row)]
        ties.append(Tie(row: Int(row), other: BodyIndex(raw: other), isOutgoing: true))
      }
      for row in graph.incoming[position][body] where isDrawn(row) {
        let other = graph.rows.from[Int(row)]
        ties.append(Tie(row: Int(row), other: BodyIndex(raw: other), isOutgoing: false))
      }
    }
    return ties
  }

  private func isDrawn(_ row: UInt32) -> Bool {
    isChosen(Int(row)) && isFollowed(Int(row))
      && graph.holds(RelationshipIndex(raw: row), at: moment)
  }

  /// Whether the body on the right of a relationship of a kind belongs above the one on its left.
  func isUpward(_ kind: KindIndex) -> Bool {
    switch standard(kind) {
    case .accountableTo?, .partOf?: true
    default: false
    }
  }

  /// Whether the other end of a tie belongs above: a principal, a payer, an overseer.
  func isAbove(_ tie: Tie) -> Bool {
    switch standard[Int(graph.rows.kind[tie.row])] {
    case .accountableTo?, .partOf?: tie.isOutgoing
    case .memberOf?, .funds?, .oversees?, .commissions?, .leads?, .appoints?, .scrutinises?,
      .delegatesTo?, .advises?:
      !tie.isOutgoing
    default: false
    }
  }
}
