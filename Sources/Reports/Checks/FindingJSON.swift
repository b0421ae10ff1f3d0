import GovernanceAnalysis
import GovernanceModel

/// A value that JSON always has: null where there is none.
struct OrNull<Value: Encodable & Sendable>: Encodable, Sendable {
  let value: Value?

  init(_ value: Value?) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

/// A finding as JSON gives it.
struct FindingJSON: Encodable, Sendable {
  struct Place: Encodable, Sendable {
    let footprint: String
    let members: [String]
  }
  struct Row: Encodable, Sendable {
    let id: String?
    let from: String
    let to: String
    let kind: String
    let basis: [String]
    let legalBasis: String?
    let start: String?
    let end: String?
    let grade: String?
    let sources: [String]
  }
  /// A row of one of the small tables.
  struct Entry: Encodable, Sendable {
    let table: String
    let id: String?
    let text: String
    let grade: String?
    let sources: [String]
  }
  struct Absence: Encodable, Sendable {
    let from: OrNull<String>
    let to: OrNull<String>
    let kind: String
    let searched: String
  }
  struct Witness: Encodable, Sendable {
    let relationships: [Row]
    let incentives: [IncentiveJSON]
    let others: [Entry]
    let absent: [Absence]
  }
  struct Remedy: Encodable, Sendable {
    let instrument: String
    let setBy: [String]
  }
  struct Money: Encodable, Sendable {
    let amount: String
    let year: String?
    let what: String
  }
  struct Item: Encodable, Sendable {
    let id: String
    let statement: String
    let figure: String?
    let unit: String?
    let respondents: String?
    let date: String?
    let sources: [String]
  }

  let id: String
  let rule: String
  let severity: String
  let score: Double
  let subjects: [String]
  let footprint: OrNull<String>
  let places: [Place]
  let from: OrNull<String>
  let to: OrNull<String>
  let message: String
  let explanation: String
  let witness: Witness
  let remedy: [Remedy]
  let money: [Money]
  let clearedBy: String
  let provisional: [String]
  let evidence: [Item]

  init(_ finding: Finding, _ context: AnswerContext) {
    let graph = context.graph
    id = finding.id
    rule = finding.rule
    severity = finding.severity.rawValue
    score = finding.score
    subjects = finding.subjects.map(context.id)
    footprint = OrNull(finding.footprint.map(context.id))
    places = finding.places.map {
      Place(footprint: context.id($0.footprint), members: $0.members.map(context.id))
    }
    from = OrNull(finding.period.start?.description)
    to = OrNull(finding.period.end?.description)
    message = finding.message
    explanation = finding.explanation
    witness = Witness(finding.witness, context)
    remedy = finding.remedies.map { remedy in
      Remedy(
        instrument: remedy.instrument, setBy: remedy.setBy.map { graph.text(of: $0) })
    }
    money = finding.money.map {
      Money(amount: $0.amount.description, year: $0.year, what: $0.what)
    }
    clearedBy = finding.clearedBy
    provisional = finding.provisional
    evidence = finding.evidence.map { position in
      let item = graph.evidenceItems[position]
      return Item(
        id: item.id, statement: item.statement, figure: item.figure, unit: item.unit,
        respondents: item.respondents, date: item.date?.description,
        sources: item.evidence.sources)
    }
  }
}

extension FindingJSON.Witness {
  init(_ witness: Witness, _ context: AnswerContext) {
    let graph = context.graph
    let lines = witness.relationships.map { graph[$0] }
      .map { ((context.id($0.from), context.id($0.to), context.order(of: $0)), $0) }
      .sorted { $0.0 < $1.0 }.map { FindingJSON.Row($0.1, context) }
    let statements = witness.statements.map { FindingJSON.Row(graph.statements[$0], context) }
      .sorted { ($0.from, $0.to, $0.id ?? "") < ($1.from, $1.to, $1.id ?? "") }
    relationships = lines + statements
    incentives = witness.incentives.map {
      IncentiveJSON(IncentiveList.Entry(incentive: graph.incentives[$0], reach: .all), graph)
    }
    others = WitnessEntry.entries(of: witness, context).map {
      FindingJSON.Entry(
        table: $0.table, id: $0.id, text: $0.text, grade: $0.evidence.grade?.word,
        sources: $0.evidence.sources)
    }
    absent = witness.absent.map {
      FindingJSON.Absence(
        from: OrNull($0.from.map(context.id)), to: OrNull($0.to.map(context.id)),
        kind: $0.kind.rawValue, searched: $0.searched)
    }
  }
}

extension FindingJSON.Row {
  init(_ line: Relationship, _ context: AnswerContext) {
    self.init(
      id: line.id, from: context.id(line.from), to: context.id(line.to),
      kind: context.graph.relationshipKinds[line.kind].id, basis: line.basis.words,
      legalBasis: line.legalBasis, start: line.period.start?.description,
      end: line.period.end?.description, grade: line.evidence.grade?.word,
      sources: line.evidence.sources)
  }

  init(_ row: Statement, _ context: AnswerContext) {
    func text(_ party: Party) -> String {
      switch party {
      case .body(let body): context.id(body)
      case .every(let kind): "every " + context.graph.bodyKinds[kind].id
      }
    }
    self.init(
      id: row.id, from: text(row.from), to: text(row.to),
      kind: context.graph.relationshipKinds[row.kind].id, basis: row.basis.words,
      legalBasis: row.legalBasis, start: row.period.start?.description,
      end: row.period.end?.description, grade: row.evidence.grade?.word,
      sources: row.evidence.sources)
  }
}

/// A row of effects, decisions, reallocations or measurements that a finding rests on, in words.
struct WitnessEntry {
  let table: String
  let id: String?
  let text: String
  let evidence: Evidence

  static func entries(of witness: Witness, _ context: AnswerContext) -> [WitnessEntry] {
    let graph = context.graph
    var entries: [WitnessEntry] = []
    for effect in witness.effects.map({ graph.effects[$0] }) {
      let verb = effect.way == .causes ? "moves" : "crowds out"
      entries.append(
        WitnessEntry(
          table: "effects", id: effect.id,
          text: "\(graph.metrics[effect.from].name) \(verb) \(graph.metrics[effect.to].name) "
            + "(\(effect.sign.rawValue))",
          evidence: effect.evidence))
    }
    for decision in witness.decisions.map({ graph.decisions[$0] }) {
      entries.append(
        WitnessEntry(
          table: "decisions", id: decision.id,
          text: context.names(decision.deciders) + " "
            + context.verb(decision.part, isPlural: context.arePlural(decision.deciders))
            + ": \(decision.subject)",
          evidence: decision.evidence))
    }
    for row in witness.reallocations.map({ graph.reallocations[$0] }) {
      entries.append(
        WitnessEntry(
          table: "reallocations", id: row.id, text: "\(row.purpose) → \(row.spentOn)",
          evidence: row.evidence))
    }
    for row in witness.measurements.map({ graph.measurements[$0] }) {
      entries.append(
        WitnessEntry(
          table: "measurements", id: row.id,
          text: "\(context.name(row.holder)): \(graph.metrics[row.metric].name), "
            + "\(row.stage.rawValue) \(context.figure(of: row))",
          evidence: row.evidence))
    }
    return entries.sorted { ($0.table, $0.id ?? "", $0.text) < ($1.table, $1.id ?? "", $1.text) }
  }
}

extension AnswerContext {
  /// Whom a row means, as a reader knows them.
  func name(_ holder: IncentiveHolder) -> String {
    switch holder {
    case .body(let body): return name(body)
    case .members(let position): return graph.holderClasses[position].name
    case .every(let expression):
      return graph.bodyKinds.index(of: expression.text).map { graph.bodyKinds[$0].plural }
        ?? "every " + expression.text
    }
  }

  fileprivate func names(_ holders: [IncentiveHolder]) -> String {
    let names = holders.map { name($0) }
    return names.count > 1
      ? names.dropLast().joined(separator: ", ") + " and " + names.last! : names.first ?? ""
  }

  fileprivate func arePlural(_ holders: [IncentiveHolder]) -> Bool {
    if holders.count > 1 { return true }
    switch holders.first {
    case nil, .body: return false
    case .members: return true
    case .every(let expression): return graph.bodyKinds.index(of: expression.text) != nil
    }
  }

  fileprivate func verb(_ part: DecisionRight.Part, isPlural: Bool) -> String {
    isPlural ? String(part.rawValue.dropLast()) : part.rawValue
  }

  /// A share in percent, an amount of money, or a plain number.
  fileprivate func figure(of row: Measurement) -> String {
    if row.shareOf != nil { return row.figure.description + "%" }
    return EvidenceFigure.text(
      row.figure.description, unit: graph.metrics[row.metric].unit, currency: graph.currency)
  }
}

extension Finding {
  /// What all its rows cite.
  func citedEvidence(in context: AnswerContext) -> [Evidence] {
    let graph = context.graph
    return witness.relationships.map { graph[$0].evidence }
      + witness.statements.map { graph.statements[$0].evidence }
      + witness.incentives.map { graph.incentives[$0].evidence }
      + WitnessEntry.entries(of: witness, context).map(\.evidence)
      + evidence.map { graph.evidenceItems[$0].evidence }
  }
}
