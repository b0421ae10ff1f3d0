import GovernanceModel

/// Lines from or to one body, as a table of the bodies at their other ends.
struct LineTable {
  /// By name, then by row.
  let lines: [(body: BodyIndex, line: Relationship)]
  private let context: AnswerContext

  init(_ lines: [Relationship], context: AnswerContext, other: (Relationship) -> BodyIndex) {
    self.context = context
    self.lines = lines.map { (other($0), $0) }
      .map { (context.name($0.0), context.id($0.0), $0) }
      .sorted { ($0.0, $0.1, $0.2.1.index) < ($1.0, $1.1, $1.2.1.index) }
      .map { (body: $0.2.0, line: $0.2.1) }
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

  var json: [LineJSON] { lines.map { LineJSON($0.body, $0.line, context) } }
  var evidence: [Evidence] { lines.map(\.line.evidence) }

  /// What is not recorded of these lines.
  func gaps(_ what: String) -> [String] {
    var gaps: [String] = []
    func say(_ count: Int, _ words: String) {
      guard count > 0 else { return }
      gaps.append("\(count) of \(lines.count) \(what): \(words)")
    }
    say(
      lines.count { $0.line.period.start == nil },
      "the start is not recorded, and counts as always")
    say(lines.count { $0.line.evidence.sources.isEmpty }, "no source is given")
    say(
      lines.count { $0.line.evidence.grade == .recalled },
      "recalled; the source named would confirm it")
    say(
      lines.count { $0.line.evidence.grade == .inferred || $0.line.evidence.grade == .estimated },
      "inferred or estimated, not read in the source")
    return gaps
  }
}
