import GovernanceAnalysis
import GovernanceModel

/// The words that every answer shares: how bodies, bases, dates and amounts are written.
struct AnswerContext {
  let graph: GovernanceGraph
  let moment: Moment

  init(_ graph: GovernanceGraph, _ moment: Moment) {
    self.graph = graph
    self.moment = moment
  }

  func id(_ body: BodyIndex) -> String { graph.id(of: body) }
  func name(_ body: BodyIndex) -> String { graph.name(of: body, at: moment) }

  /// `Monitor (monitor)`.
  func title(_ body: BodyIndex) -> String { "\(name(body)) (\(id(body)))" }

  func kindID(_ body: BodyIndex) -> String {
    graph.bodyKinds[graph.kind(of: body, at: moment)].id
  }

  func kindName(_ body: BodyIndex) -> String {
    graph.bodyKinds[graph.kind(of: body, at: moment)].name
  }

  func name(_ party: Party) -> String {
    switch party {
    case .body(let body): name(body)
    case .every(let kind): "every " + graph.bodyKinds[kind].name
    }
  }

  func basis(_ basis: Basis) -> String {
    basis.isEmpty ? "not recorded" : basis.words.joined(separator: ", ")
  }

  /// What a line rests on, with the Act and section where they are recorded.
  func basis(of line: Relationship) -> String {
    basis(line.basis) + (line.legalBasis.map { ": " + $0 } ?? "")
  }

  func grade(_ grade: EvidenceGrade?) -> String { grade?.word ?? "not recorded" }

  func start(_ period: Period) -> String { period.start?.description ?? "not recorded" }

  func dates(_ period: Period) -> String {
    switch (period.start, period.end) {
    case (nil, nil): "not recorded"
    case (let start?, nil): "from \(start)"
    case (nil, let end?): "until \(end)"
    case (let start?, let end?): "\(start) to \(end)"
    }
  }

  /// An amount with thousands apart: `£71,853,000,000`.
  func amount(_ amount: Amount) -> String {
    let plain = amount.description
    let sign = plain.hasPrefix("-") ? "-" : ""
    let parts = plain.drop { $0 == "-" }.split(separator: ".")
    var whole = ""
    for (index, digit) in parts[0].enumerated() {
      if index > 0, (parts[0].count - index) % 3 == 0 { whole += "," }
      whole.append(digit)
    }
    let symbol = graph.currency == "GBP" ? "£" : graph.currency + " "
    return sign + symbol + whole + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// A text by which rows between the same bodies are put in order, whatever their order in the
  /// files.
  func order(of row: Relationship) -> String {
    [
      row.period.start?.description ?? "", row.period.end?.description ?? "",
      row.basis.words.joined(separator: " "), row.legalBasis ?? "", row.year ?? "",
      row.amount?.description ?? "", row.evidence.sources.joined(separator: " "),
      row.evidence.grade?.word ?? "", row.evidence.note ?? "", row.id ?? "",
    ].joined(separator: "\u{0}")
  }

  /// Rows by kind, then by the name and id of the body at the other end, then by what they hold.
  func ordered(_ rows: [Relationship], by other: (Relationship) -> BodyIndex) -> [Relationship] {
    rows.map { row in
      let kind = graph.relationshipKinds[row.kind].id
      return ((kind, name(other(row)), id(other(row)), order(of: row)), row)
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The sources that some rows cite, by id.
  func citations(_ evidence: some Sequence<Evidence>) -> [Citation] {
    let ids = Set(evidence.flatMap(\.sources))
    return ids.sorted().map { id in
      let source = graph.source(id: id)
      return Citation(
        id: id, title: source?.title, publisher: source?.publisher, date: source?.date,
        url: source?.url)
    }
  }
}

/// A body as JSON gives it.
struct BodyJSON: Encodable, Sendable {
  let id: String
  let name: String
  let kind: String
  /// Whether it is open on the date.
  let open: Bool

  init(_ body: BodyIndex, _ context: AnswerContext) {
    id = context.id(body)
    name = context.name(body)
    kind = context.kindID(body)
    open = context.graph.isOpen(body, at: context.moment)
  }
}

/// A body at the other end of a line, with what the line rests on.
struct LineJSON: Encodable, Sendable {
  let id: String
  let name: String
  let kind: String
  let basis: [String]
  let grade: String?
  let sources: [String]
  let legalBasis: String?
  let start: String?
  let end: String?
  let note: String?
  /// Whether the graph states it of the whole kind rather than of this body.
  let statedOfKind: Bool

  init(_ body: BodyIndex, _ line: Relationship, _ context: AnswerContext) {
    let reference = BodyJSON(body, context)
    id = reference.id
    name = reference.name
    kind = reference.kind
    basis = line.basis.words
    grade = line.evidence.grade?.word
    sources = line.evidence.sources
    legalBasis = line.legalBasis
    start = line.period.start?.description
    end = line.period.end?.description
    note = line.evidence.note
    statedOfKind = line.statement != nil
  }
}
