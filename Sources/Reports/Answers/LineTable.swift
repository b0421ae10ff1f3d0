import GovernanceModel

/// Lines from or to one body, as a table of the bodies at their other ends.
struct LineTable {
  /// By name, then by what each rests on, so that the order of the rows does not matter.
  let lines: [(body: BodyIndex, line: Relationship)]
  private let context: AnswerContext

  init(_ lines: [Relationship], context: AnswerContext, other: (Relationship) -> BodyIndex) {
    self.context = context
    self.lines = lines.map { (other($0), $0) }
      .map { (context.name($0.0), context.id($0.0), context.order(of: $0.1), $0) }
      .sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
      .map { (body: $0.3.0, line: $0.3.1) }
  }

  var isEmpty: Bool { lines.isEmpty }

  func table(_ heading: String) -> ReportTable {
    ReportTable(
      [
        .text(heading), .text("id"), .text("basis"), .text("since"), .text("grade"),
        .text("source"),
      ],
      rows: lines.map { body, line in
        [
          context.name(body), context.id(body), context.basis(of: line),
          context.start(line.period), context.grade(line.evidence.grade),
          line.evidence.sources.joined(separator: " "),
        ]
      })
  }

  static let csvColumns: [ReportTable.Column] = [
    .text("id"), .text("name"), .text("kind"), .text("basis"), .text("legal_basis"),
    .text("start"), .text("end"), .text("grade"), .text("source"),
  ]

  /// The lines as cells for other programs, empty where something is not recorded.
  var csvRows: [[String]] {
    lines.map { body, line in
      [
        context.id(body), context.name(body), context.kindID(body),
        line.basis.words.joined(separator: " "), line.legalBasis ?? "",
        line.period.start?.description ?? "", line.period.end?.description ?? "",
        line.evidence.grade?.word ?? "", line.evidence.sources.joined(separator: " "),
      ]
    }
  }

  var json: [LineJSON] { lines.map { LineJSON($0.body, $0.line, context) } }
  var evidence: [Evidence] { lines.map(\.line.evidence) }

  /// What is not recorded of these lines.
  func gaps(_ what: String) -> [String] {
    GapsOfRows(lines.map(\.line.index), context).sentences(what)
  }
}
