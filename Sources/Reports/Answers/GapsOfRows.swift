import GovernanceModel

/// What is not recorded of many rows, told from their columns without gathering each row whole.
struct GapsOfRows {
  private var count = 0
  private var withoutStart = 0
  private var withoutSource = 0
  private var recalled = 0
  private var inferred = 0

  init(_ rows: some Sequence<RelationshipIndex>, _ context: AnswerContext) {
    let graph = context.graph
    for row in rows {
      count += 1
      if graph.period(of: row).start == nil { withoutStart += 1 }
      if !graph.isSourced(row) { withoutSource += 1 }
      switch graph.grade(of: row) {
      case .recalled: recalled += 1
      case .inferred, .estimated: inferred += 1
      default: break
      }
    }
  }

  /// A sentence for each sort of gap that there is.
  func sentences(_ what: String) -> [String] {
    [
      (withoutStart, "the start is not recorded, and counts as always"),
      (withoutSource, "no source is given"),
      (recalled, "recalled; the source named would confirm it"),
      (inferred, "inferred or estimated, not read in the source"),
    ].filter { $0.0 > 0 }.map { "\($0.0) of \(count) \(what): \($0.1)" }
  }
}

extension AnswerContext {
  /// That some statements of a kind do not say which bodies they are about, so that an answer about
  /// all bodies leaves them out; empty for none.
  func unstatedSentence(_ kind: RelationshipKind) -> [String] {
    let wanted = Set(graph.positions(of: kind))
    let count = graph.statements.count {
      !$0.statesPairs && wanted.contains($0.kind.position) && $0.period.holds(at: moment)
    }
    guard count > 0 else { return [] }
    return [
      counted(count, "statement", "statements")
        + " of the kind '\(kind.rawValue)' about whole kinds of bodies: which ones is not recorded, "
        + "so no line is followed"
    ]
  }
}
