import GovernanceModel

/// Where a row comes from: its sources, how far it can be trusted, and what a reader should know.
struct Evidence {
  var sources: [String]
  var grade: EvidenceGrade
  var note: String?

  init(_ sources: [String], _ grade: EvidenceGrade, note: String? = nil) {
    self.sources = sources
    self.grade = grade
    self.note = note
  }

  var cells: [(String, String?)] {
    [("source", sources.joined(separator: " ")), ("grade", grade.word), ("note", note)]
  }
}

extension EnglandTables {
  /// Adds a body. `codes` and `attributes` are further columns.
  mutating func organisation(
    _ file: OutputFile, id: String, name: String, kind: String, legalForm: String?,
    life: Period = .unlimited, owner: String? = nil, codes: [(String, String?)] = [],
    _ evidence: Evidence
  ) {
    noteLife(of: id, life)
    add(
      [
        ("id", id), ("name", name), ("kind", kind), ("legal_form", legalForm),
        ("opened", life.start?.description), ("closed", life.end?.description), ("owner", owner),
      ] + codes + evidence.cells, to: file)
  }

  /// Adds what a column held before: every run but the last, which the main table holds.
  mutating func history(
    _ file: OutputFile, of id: String, _ field: String, _ runs: [Run<String>],
    grade: EvidenceGrade, note: (Run<String>) -> String? = { _ in nil }
  ) {
    for run in runs.dropLast() {
      history(
        file, of: id, field, run.value, Period(start: run.start, end: run.end),
        Evidence(run.sources, grade, note: note(run)))
    }
  }

  mutating func history(
    _ file: OutputFile, of id: String, _ field: String, _ value: String, _ period: Period,
    _ evidence: Evidence
  ) {
    add(
      [
        ("organisation", id), ("field", field), ("value", value),
        ("start", period.start?.description), ("end", period.end?.description),
      ] + evidence.cells, to: file)
  }

  /// Adds a relationship for the days on which both bodies are open, as far as they are generated;
  /// says so when there is none.
  mutating func relationship(
    _ file: OutputFile, _ from: String, _ kind: RelationshipKind, _ to: String, basis: Basis = [],
    legalBasis: String? = nil, during period: Period = .unlimited, _ evidence: Evidence
  ) {
    var limited = period
    for id in [from, to] {
      guard let life = lives[id] else { continue }
      guard let both = limited.intersection(life) else {
        leaveOut("\(from) \(kind.rawValue) \(to): \(id) was not open in that time")
        return
      }
      limited = both
    }
    plainRelationship(file, from, kind, to, basis, legalBasis, limited, evidence)
  }

  /// Adds a relationship whose days are not those on which both bodies are open, such as succession.
  mutating func plainRelationship(
    _ file: OutputFile, _ from: String, _ kind: RelationshipKind, _ to: String, _ basis: Basis,
    _ legalBasis: String?, _ period: Period, _ evidence: Evidence
  ) {
    add(
      [
        ("from", from), ("to", to), ("kind", kind.rawValue),
        ("basis", basis.words.joined(separator: " ")), ("legal_basis", legalBasis),
        ("start", period.start?.description), ("end", period.end?.description),
      ] + evidence.cells, to: file)
  }
}
