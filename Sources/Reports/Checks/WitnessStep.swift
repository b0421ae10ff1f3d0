import GovernanceAnalysis
import GovernanceModel

/// One thing that a finding rests on: a row and where to look for it, or the want of one.
struct WitnessStep {
  let text: String
  /// Where the row stands; nil for what was looked for and not found.
  let row: RowReference?
  /// The ends of a relationship, or of one that is absent, as graphs name them.
  let ends: (from: String, to: String)?
  let isAbsent: Bool

  /// Everything that a finding rests on: relationships, incentives, other rows, then what is
  /// absent; each in the order of its JSON.
  static func steps(of finding: Finding, _ context: AnswerContext) -> [WitnessStep] {
    relationships(of: finding.witness, context) + incentives(of: finding.witness, context.graph)
      + others(of: finding.witness, context) + absences(of: finding.witness, context)
  }

  private static func relationships(
    of witness: Witness, _ context: AnswerContext
  ) -> [WitnessStep] {
    let graph = context.graph
    let lines = witness.relationships.map { graph[$0] }
      .map { ((context.id($0.from), context.id($0.to), context.order(of: $0)), $0) }
      .sorted { $0.0 < $1.0 }.map { _, line in
        WitnessStep(
          text: "\(context.name(line.from)) \(context.verb(line.kind, isPlural: false)) "
            + context.name(line.to) + context.support(line.evidence),
          row: graph.reference(to: line.index),
          ends: (context.id(line.from), context.id(line.to)), isAbsent: false)
      }
    let statements = witness.statements.map { position -> WitnessStep in
      let row = graph.statements[position]
      let reference = graph.reference(toStatement: position)
      return WitnessStep(
        text: "\(context.plural(row.from)) "
          + "\(context.verb(row.kind, isPlural: context.isPlural(row.from))) "
          + context.plural(row.to) + context.support(row.evidence),
        row: reference, ends: (reference.from, reference.to), isAbsent: false)
    }.sorted { ($0.text, $0.row!.id) < ($1.text, $1.row!.id) }
    return lines + statements
  }

  private static func incentives(
    of witness: Witness, _ graph: GovernanceGraph
  ) -> [WitnessStep] {
    witness.incentives.map { position in
      let incentive = graph.incentives[position]
      return WitnessStep(
        text: "incentive: \(incentive.instrument), on \(graph.text(of: incentive.holder)): "
          + "\(graph.metrics[incentive.metric].name), \(incentive.direction.rawValue)"
          + (incentive.strength.map { ", \($0.rawValue)" } ?? ""),
        row: RowReference(table: .incentives, id: incentive.id), ends: nil, isAbsent: false)
    }
  }

  private static func others(of witness: Witness, _ context: AnswerContext) -> [WitnessStep] {
    WitnessEntry.entries(of: witness, context).map { entry in
      WitnessStep(
        text: "\(entry.table): \(entry.text)",
        row: entry.id.flatMap { id in
          TableName(rawValue: entry.table).map { RowReference(table: $0, id: id) }
        }, ends: nil, isAbsent: false)
    }
  }

  private static func absences(of witness: Witness, _ context: AnswerContext) -> [WitnessStep] {
    witness.absent.map { absence in
      let (from, to) = (absence.from.map(context.name), absence.to.map(context.name))
      return WitnessStep(
        text: "not found: \(from ?? "anyone") \(absence.kind.rawValue) \(to ?? "anyone"), looked "
          + "for among \(absence.searched)",
        row: nil,
        ends: absence.from.flatMap { from in
          absence.to.map { (context.id(from), context.id($0)) }
        }, isAbsent: true)
    }
  }
}

extension AnswerContext {
  /// The grade and sources of a row, in brackets.
  fileprivate func support(_ evidence: Evidence) -> String {
    " (\(grade(evidence.grade))"
      + (evidence.sources.isEmpty ? "" : ": " + evidence.sources.joined(separator: " ")) + ")"
  }
}
