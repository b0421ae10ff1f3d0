import GovernanceAnalysis
import GovernanceModel

/// What `show` gives to other programs.
extension ShowAnswer {
  struct JSON: Encodable, Sendable {
    struct Tie: Encodable, Sendable {
      let relation: String
      let direction: String
      let line: LineJSON
      let amount: String?
      let year: String?
    }
    struct Duty: Encodable, Sendable {
      let type: String
      let subject: String
      let legalBasis: String?
      let sources: [String]
    }
    struct History: Encodable, Sendable {
      let field: String
      let value: String
      let start: String?
      let end: String?
    }
    let asOf: String?
    let organisation: BodyJSON
    let kinds: [String]
    let legalForm: String?
    let opened: String?
    let closed: String?
    let owner: String?
    let codes: [String: [String]]
    let attributes: [String: String]
    let history: [History]
    let predecessors: [LineJSON]
    let successors: [LineJSON]
    let holders: [String]
    let ownBodies: [BodyJSON]
    let ties: [Tie]
    let unstated: [String]
    let duties: [Duty]
    let grade: String?
    let sources: [String]
    let note: String?
    let notRecorded: [String]
  }

  var csv: ReportTable {
    ReportTable(
      [
        .text("direction"), .text("kind"), .text("id"), .text("name"), .text("basis"),
        .text("amount"), .text("year"), .text("start"), .text("end"), .text("grade"),
        .text("source"),
      ],
      rows: (outgoing.map { ("to", $0, $0.to) }
        + incoming.map { ("from", $0, $0.from) }).map { direction, tie, other in
          [
            direction, graph.relationshipKinds[tie.kind].id, context.id(other),
            context.name(other), tie.basis.words.joined(separator: " "),
            tie.amount?.description ?? "", tie.year ?? "", tie.period.start?.description ?? "",
            tie.period.end?.description ?? "", tie.evidence.grade?.word ?? "",
            tie.evidence.sources.joined(separator: " "),
          ]
        })
  }

  func json(_ unstated: UnstatedLines) -> JSON {
    let life = graph.life(of: body)
    let evidence = graph.evidence(of: body)
    func ties(_ lines: [Relationship], _ direction: String, _ other: (Relationship) -> BodyIndex)
      -> [JSON.Tie]
    {
      lines.map { line in
        JSON.Tie(
          relation: graph.relationshipKinds[line.kind].id, direction: direction,
          line: LineJSON(other(line), line, context), amount: line.amount?.description,
          year: line.year)
      }
    }
    return JSON(
      asOf: context.asOf, organisation: BodyJSON(body, context),
      kinds: profile.kinds.map { graph.bodyKinds[$0].id }.sorted(),
      legalForm: graph.legalForm(of: body, at: context.moment)?.rawValue,
      opened: life.start?.description, closed: life.end?.description,
      owner: graph.owner(of: body).map(context.id),
      codes: Dictionary(grouping: graph.codes(of: body, at: context.moment), by: \.scheme)
        .mapValues { $0.map(\.code) },
      attributes: Dictionary(
        graph.attributes(of: body).map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }),
      history: graph.history(of: body).map {
        JSON.History(
          field: $0.field, value: $0.value, start: $0.period.start?.description,
          end: $0.period.end?.description)
      },
      predecessors: predecessors.map { LineJSON($0.to, $0, context) },
      successors: successors.map { LineJSON($0.from, $0, context) },
      holders: holders.map(\.name),
      ownBodies: ownBodies.map { BodyJSON($0, context) },
      ties: ties(outgoing, "to") { $0.to } + ties(incoming, "from") { $0.from },
      unstated: unstated.all,
      duties: duties.map {
        JSON.Duty(
          type: $0.type.rawValue, subject: $0.subject, legalBasis: $0.legalBasis,
          sources: $0.evidence.sources)
      },
      grade: evidence.grade?.word, sources: evidence.sources, note: evidence.note,
      notRecorded: coverage)
  }
}
