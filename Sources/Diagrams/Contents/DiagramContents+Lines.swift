import GovernanceModel

extension DiagramContents.Line {
  /// The id of the kind.
  public var kind: String { context.graph.relationshipKinds[line.kind].id }
  /// Other kinds of relationships, in the same direction, that it stands for.
  public var alsoKinds: [String] {
    line.alsoKinds.map { context.graph.relationshipKinds[$0].id }
  }

  /// What it says, from its start to its end: "is accountable to", "funds": the kind's own words, with
  /// the verb that some lack.
  public var words: String {
    switch kind {
    case RelationshipKind.accountableTo.rawValue: "is accountable to"
    case RelationshipKind.memberOf.rawValue: "is a member of"
    case RelationshipKind.partOf.rawValue: "is part of"
    default: context.words(of: line.kind)
    }
  }

  /// What an accountability rests on; empty where that is not recorded.
  public var basis: [String] { line.tally.basis.words }
  /// Whether the graph says that some pairs are so tied, and not which.
  public var isUnstated: Bool { line.isUnstated }

  /// What is to be said of its being there: "new", "gone", "looked for, not found"; nil for a line
  /// that simply is.
  public var standing: String? { line.isAbsent ? "looked for, not found" : line.change?.word }
  /// Whether it holds: it is neither gone nor missing.
  public var holds: Bool { !line.isAbsent && line.change != .vanished }
  /// Whether a route of accountability may follow it.
  public var isRoute: Bool {
    context.standard(line.kind) == .accountableTo && !isUnstated && holds
  }

  /// How many relationships it stands for.
  public var relationships: Int { line.tally.relationships }
  /// How many of them are of each grade, the best first; "without a grade" last.
  public var grades: [(word: String, count: Int)] {
    let count = line.tally.grades
    var grades: [(word: String, count: Int)] = []
    for grade in EvidenceGrade.allCases where count[Int(grade.rawValue)] > 0 {
      grades.append((grade.word, count[Int(grade.rawValue)]))
    }
    if count[0] > 0 { grades.append(("without a grade", count[0])) }
    return grades
  }

  /// Amounts with their years.
  public var amounts: [String] { line.amounts }
  /// "4 of 14" where it ties only some of the bodies of a group.
  public var share: String? { line.isAbsent ? nil : line.share }
  /// Ids of ``DiagramContents/sources``.
  public var sources: [String] { line.tally.sources(context.graph).sorted() }

  public static func == (left: Self, right: Self) -> Bool {
    left.element == right.element && left.relationships == right.relationships
      && left.sources == right.sources && left.amounts == right.amounts
  }
}
