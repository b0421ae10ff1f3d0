import GovernanceModel

/// Under which kind a body is counted when many are drawn as one.
///
/// It is the narrowest kind that a statement about accountability names, so that bodies that answer
/// to different principals are never drawn as one:
///
///     acute-foundation-trust ─▶ foundation-trust (named: accountable to the regulator)
///     acute-nhs-trust ────────▶ nhs-trust        (named: accountable to the authority)
///
/// then the narrowest that any statement names, then the body's own.
struct KindGrouping {
  /// By position of the kind.
  private let group: [KindIndex]
  /// The kinds that statements about accountability name.
  let answering: Set<KindIndex>

  init(_ graph: GovernanceGraph, at moment: Moment) {
    let accountability = Set(graph.positions(of: .accountableTo))
    var answering: Set<KindIndex> = []
    var named: Set<KindIndex> = []
    for statement in graph.statements where statement.period.holds(at: moment) {
      for case .every(let kind) in [statement.from, statement.to] {
        named.insert(kind)
        if statement.statesPairs, accountability.contains(statement.kind.position) {
          answering.insert(kind)
        }
      }
    }
    self.answering = answering
    let kinds = graph.bodyKinds
    group = kinds.kinds.indices.map { position in
      let kind = KindIndex(position)
      let broader = kinds.selfAndBroader(kind)
      for wanted in [answering, named] {
        let candidates = broader.filter(wanted.contains)
        let narrowest = candidates.filter { candidate in
          !candidates.contains { $0 != candidate && kinds.kind($0, isA: candidate) }
        }
        if let first = narrowest.min(by: { kinds[$0].id < kinds[$1].id }) { return first }
      }
      return kind
    }
  }

  subscript(kind: KindIndex) -> KindIndex { group[kind.position] }
}
