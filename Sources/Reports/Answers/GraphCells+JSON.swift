import GovernanceAnalysis
import GovernanceModel

/// The same cells as members of objects in JSON, each left out where it is not recorded, as the
/// encoder leaves it out.
extension GraphCells {
  func kind(_ key: StaticString, _ body: BodyIndex, to text: inout JSONText) {
    text.key(key)
    text.text(kindID(of: body))
  }

  func name(_ key: StaticString, _ body: BodyIndex, to text: inout JSONText) {
    text.key(key)
    withName(of: body) { text.text($0) }
  }

  func id(_ key: StaticString, _ body: BodyIndex, to text: inout JSONText) {
    text.key(key)
    context.writeID(body, to: &text)
  }

  func date(_ key: StaticString, _ date: PartialDate?, to text: inout JSONText) {
    guard let date else { return }
    text.key(key)
    text.date(date)
  }

  func optional(_ key: StaticString, _ value: TextIndex, to text: inout JSONText) {
    guard !value.isNone else { return }
    text.key(key)
    context.graph.text.withBytes(of: value) { text.text($0) }
  }

  func words(_ key: StaticString, _ words: [String], to text: inout JSONText) {
    text.key(key)
    text.list(words)
  }

  /// The members of a ``LineJSON``, in the order of their keys.
  func line(_ row: RelationshipIndex, to body: BodyIndex, in text: inout JSONText) {
    let values = values(of: row)
    words("basis", values.basis.words, to: &text)
    date("end", values.period.end, to: &text)
    grade(values, to: &text)
    id("id", body, to: &text)
    kind("kind", body, to: &text)
    optional("legalBasis", values.legalBasis, to: &text)
    name("name", body, to: &text)
    optional("note", values.note, to: &text)
    words("sources", sources(values), to: &text)
    date("start", values.period.start, to: &text)
    text.key("statedOfKind")
    text.flag(values.isStatedOfKind)
  }

  /// The members of a row of `funders`, in the order of their keys.
  func funding(_ line: FundingLine, to text: inout JSONText) {
    let values = values(of: line.relationship)
    if let amount = values.amount {
      text.key("amount")
      text.text(amount.description)
    }
    date("end", values.period.end, to: &text)
    id("funded", line.funded, to: &text)
    kind("fundedKind", line.funded, to: &text)
    id("funder", line.funder, to: &text)
    kind("funderKind", line.funder, to: &text)
    grade(values, to: &text)
    optional("id", values.id, to: &text)
    text.key("onPath")
    text.flag(line.isOnPath)
    text.key("relation")
    text.text(kindID(of: line.relationship))
    words("sources", sources(values), to: &text)
    date("start", values.period.start, to: &text)
    text.key("statedOfKind")
    text.flag(values.isStatedOfKind)
    optional("year", values.year, to: &text)
  }

  private func grade(_ values: RowValues, to text: inout JSONText) {
    guard let grade = EvidenceGrade(rawValue: values.grade) else { return }
    text.key("grade")
    text.text(grade.word)
  }

  private func sources(_ values: RowValues) -> [String] {
    values.source.isNone
      ? []
      : context.graph.evidence(source: values.source, grade: 0, note: .none).sources
  }
}
