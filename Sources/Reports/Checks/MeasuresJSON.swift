import GovernanceAnalysis
import GovernanceModel

/// The measures of a footprint as JSON gives them.
struct MeasuresJSON: Encodable, Sendable {
  struct Metric: Encodable, Sendable {
    let metric: String
    let index: OrNull<Double>
    let pull: Double
    let members: Int
    let weightedByIncome: Bool
  }

  let members: Int
  let alignment: OrNull<Double>
  let alignments: [Metric]
  let clubAndCountry: OrNull<Double>
  let authorityGap: OrNull<Double>
  let principals: [String]
  let regulators: [String]
  let boundaryLoad: OrNull<Double>
  let meanSteps: OrNull<Double>
  let pairsApart: OrNull<Int>

  init(_ measures: FootprintMeasures, _ context: AnswerContext) {
    members = measures.members
    alignment = OrNull(measures.alignment)
    alignments = measures.alignments.map { part in
      Metric(
        metric: context.graph.metrics[part.metric].id, index: OrNull(part.index), pull: part.pull,
        members: part.members, weightedByIncome: part.isWeightedByIncome)
    }
    clubAndCountry = OrNull(measures.clubAndCountry)
    authorityGap = OrNull(measures.authorityGap)
    principals = measures.principals.map(context.id)
    regulators = measures.regulators.map(context.id)
    boundaryLoad = OrNull(measures.boundaryLoad)
    meanSteps = OrNull(measures.meanSteps)
    pairsApart = OrNull(measures.pairs == nil ? nil : measures.pairsApart)
  }
}

/// How measures are written for people.
enum MeasureText {
  /// With two decimals: `0.54`; a dash where there is none.
  static func number(_ value: Double?) -> String {
    guard let value else { return "—" }
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// As whole percent: `54%`; a dash where there is none.
  static func percent(_ value: Double?) -> String {
    value.map { "\(Int(($0 * 100).rounded()))%" } ?? "—"
  }
}
