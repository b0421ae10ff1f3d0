/// One relationship with all that is recorded of it.
public struct Relationship: Hashable, Sendable {
  public let index: RelationshipIndex
  /// The body on the left.
  public let from: BodyIndex
  /// The body on the right.
  public let to: BodyIndex
  public let kind: KindIndex
  /// What it rests on; empty where that is not recorded.
  public let basis: Basis
  public let legalBasis: String?
  /// Its money; nil where that is not recorded.
  public let amount: Amount?
  /// The financial year of the amount.
  public let year: String?
  /// When the row says that it holds.
  public let period: Period
  public let evidence: Evidence
  /// The id by which other rows refer to it.
  public let id: String?
  /// The id of the row whose amount this is another figure for.
  public let alternativeOf: String?
  /// The id of the row of whose amount this is a component.
  public let partOf: String?
  /// The position in ``GovernanceGraph/statements`` of the statement it was expanded from.
  public let statement: Int?
  public let attributes: [Attribute]
}

extension GovernanceGraph {
  /// Everything recorded of one relationship.
  public subscript(index: RelationshipIndex) -> Relationship {
    let row = index.position
    func optional(_ value: TextIndex) -> String? { value.isNone ? nil : text[value] }
    let amount = rows.amount[row]
    let statement = rows.statement[row]
    return Relationship(
      index: index, from: BodyIndex(raw: rows.from[row]), to: BodyIndex(raw: rows.to[row]),
      kind: KindIndex(raw: rows.kind[row]), basis: Basis(rawValue: rows.basis[row]),
      legalBasis: optional(rows.legalBasis[row]),
      amount: amount == .min ? nil : Amount(hundredths: amount), year: optional(rows.year[row]),
      period: period(of: index),
      evidence: evidence(
        source: rows.source[row], grade: rows.grade[row], note: rows.note[row]),
      id: optional(rows.id[row]), alternativeOf: optional(rows.alternativeOf[row]),
      partOf: optional(rows.partOf[row]), statement: statement == .max ? nil : Int(statement),
      attributes: rows.attributes.values(at: row, in: text).map { Attribute(name: $0, value: $1) })
  }

  /// When the row says it holds, without regard to when its bodies were open.
  public func period(of index: RelationshipIndex) -> Period {
    Period(
      start: PartialDate(stored: rows.start[index.position]),
      end: PartialDate(stored: rows.end[index.position]))
  }

  /// Whether it holds at a moment: its own dates cover it, and both bodies are open.
  public func holds(_ index: RelationshipIndex, at moment: Moment) -> Bool {
    guard moment.date != nil else { return true }
    return period(of: index).holds(at: moment)
      && isOpen(BodyIndex(raw: rows.from[index.position]), at: moment)
      && isOpen(BodyIndex(raw: rows.to[index.position]), at: moment)
  }

  /// What a body is to others: the relationships with it on the left, of a kind or a narrower one,
  /// that hold at a moment. Complexity: O(relationships of the body).
  public func relationships(
    from body: BodyIndex, kind: RelationshipKind? = nil, at moment: Moment
  ) -> [Relationship] {
    relationships(at: body, in: outgoing, kind: kind, moment: moment)
  }

  /// What others are to a body: the relationships with it on the right, of a kind or a narrower
  /// one, that hold at a moment. Complexity: O(relationships of the body).
  public func relationships(
    to body: BodyIndex, kind: RelationshipKind? = nil, at moment: Moment
  ) -> [Relationship] {
    relationships(at: body, in: incoming, kind: kind, moment: moment)
  }

  private func relationships(
    at body: BodyIndex, in adjacency: [Adjacency], kind: RelationshipKind?, moment: Moment
  ) -> [Relationship] {
    var found: [Relationship] = []
    for position in positions(of: kind) {
      for row in adjacency[position][body] {
        let index = RelationshipIndex(raw: row)
        if holds(index, at: moment) { found.append(self[index]) }
      }
    }
    return found
  }

  /// The positions of a relationship kind and its narrower ones; of all kinds for nil.
  package func positions(of kind: RelationshipKind?) -> [Int] {
    guard let kind else { return Array(relationshipKinds.kinds.indices) }
    guard let index = relationshipKinds.index(of: kind.rawValue) else { return [] }
    return relationshipKinds.selfAndNarrower(index).map(\.position)
  }
}

extension GovernanceGraph {
  /// What a relationship is. Complexity: O(1).
  public func kind(of index: RelationshipIndex) -> KindIndex {
    KindIndex(raw: rows.kind[index.position])
  }

  /// How well it is supported; nil where that is not recorded.
  public func grade(of index: RelationshipIndex) -> EvidenceGrade? {
    EvidenceGrade(rawValue: rows.grade[index.position])
  }

  /// Whether the relationship cites anything.
  public func isSourced(_ index: RelationshipIndex) -> Bool {
    !rows.source[index.position].isNone
  }
}
