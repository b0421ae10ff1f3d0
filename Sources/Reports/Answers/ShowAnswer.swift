import GovernanceAnalysis
import GovernanceModel

/// `show`: everything that a graph holds of one body.
public struct ShowAnswer {
  private struct JSON: Encodable, Sendable {
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
  }

  private let context: AnswerContext
  private let profile: OrganisationProfile
  private var graph: GovernanceGraph { context.graph }
  private var body: BodyIndex { profile.body }

  public static func report(
    on body: BodyIndex, in graph: GovernanceGraph, at moment: Moment
  ) -> Report {
    ShowAnswer(
      context: AnswerContext(graph, moment),
      profile: OrganisationProfile(of: body, in: graph, at: moment)
    ).report
  }

  private var report: Report {
    let unstated = UnstatedLines(of: body, in: graph, at: context.moment, context)
    let evidence =
      (profile.outgoing + profile.incoming + profile.predecessors + profile.successors)
      .map(\.evidence) + [graph.evidence(of: body)] + profile.duties.map(\.evidence)
      + profile.holders.map(\.evidence)
    let sections =
      [
        factSection, historySection, successionSection, holderSection, ownSection, tieSection(true),
        tieSection(false), unstatedSection(unstated), dutySection,
      ].compactMap { $0 }
    return Report(
      title: context.title(body), preface: [context.asOfLine], sections: sections,
      coverage: coverage, citations: context.citations(evidence), csv: csv, json: json(unstated))
  }

  private var factSection: Report.Section {
    let life = graph.life(of: body)
    let kinds = profile.kinds.filter { $0 != graph.kind(of: body, at: context.moment) }
    var rows = [["kind", context.kindName(body)]]
    if !kinds.isEmpty {
      rows.append(["also", kinds.map { graph.bodyKinds[$0].name }.joined(separator: ", ")])
    }
    rows.append(
      ["legal form", graph.legalForm(of: body, at: context.moment)?.rawValue ?? "not recorded"])
    rows.append(["opened", life.start?.description ?? "not recorded"])
    rows.append(["closed", life.end?.description ?? "no end recorded"])
    for (scheme, code) in graph.codes(of: body, at: context.moment) {
      rows.append(["code, \(scheme)", code])
    }
    if let owner = graph.owner(of: body) { rows.append(["belongs to", context.title(owner)]) }
    for attribute in graph.attributes(of: body) { rows.append([attribute.name, attribute.value]) }
    let evidence = graph.evidence(of: body)
    rows.append([
      "source",
      evidence.sources.isEmpty
        ? graph.isMade(body) ? "made as its owner's own" : "not recorded"
        : evidence.sources.joined(separator: " "),
    ])
    rows.append(["grade", context.grade(evidence.grade)])
    if let note = evidence.note { rows.append(["note", note]) }
    return Report.Section("Facts", table: ReportTable([.text("what"), .text("value")], rows: rows))
  }

  private var historySection: Report.Section? {
    let entries = graph.history(of: body)
    guard !entries.isEmpty else { return nil }
    return Report.Section(
      "History",
      table: ReportTable(
        [.text("what"), .text("held"), .text("when"), .text("source")],
        rows: entries.map {
          [
            $0.field, $0.value, context.dates($0.period),
            $0.evidence.sources.joined(separator: " "),
          ]
        }))
  }

  private var successionSection: Report.Section? {
    let rows =
      profile.predecessors.map { ("succeeded", $0, $0.to) }
      + profile.successors.map { ("was succeeded by", $0, $0.from) }
    guard !rows.isEmpty else { return nil }
    return Report.Section(
      "Predecessors and successors",
      table: ReportTable(
        [.text("relation"), .text("body"), .text("id"), .text("on"), .text("source")],
        rows: rows.map { word, line, other in
          [
            word, graph.name(of: other, at: .anyTime), context.id(other),
            context.start(line.period), line.evidence.sources.joined(separator: " "),
          ]
        }))
  }

  private var holderSection: Report.Section? {
    guard graph.isPost(body) else { return nil }
    return Report.Section(
      "Holder", lines: profile.holders.isEmpty ? ["not recorded for this date"] : [],
      table: profile.holders.isEmpty
        ? nil
        : ReportTable(
          [.text("name"), .text("when"), .text("grade"), .text("source")],
          rows: profile.holders.map {
            [
              $0.name, context.dates($0.period), context.grade($0.evidence.grade),
              $0.evidence.sources.joined(separator: " "),
            ]
          }))
  }

  private var ownSection: Report.Section? {
    guard !profile.ownBodies.isEmpty else { return nil }
    return Report.Section(
      "Its own boards, committees and posts", table: BodyTable.table(profile.ownBodies, context))
  }

  private func tieSection(_ isOutgoing: Bool) -> Report.Section? {
    let ties = isOutgoing ? profile.outgoing : profile.incoming
    guard !ties.isEmpty else { return nil }
    return Report.Section(
      isOutgoing ? "What it is to others (\(ties.count))" : "What others are to it (\(ties.count))",
      table: ReportTable(
        [
          .text("relation"), .text("body"), .text("id"), .text("basis"), .text("when"),
          .text("grade"), .text("source"),
        ],
        rows: ties.map { tie in
          let other = isOutgoing ? tie.to : tie.from
          let amount = amount(tie).map { " " + $0 } ?? ""
          return [
            graph.relationshipKinds[tie.kind].id + amount, context.name(other), context.id(other),
            context.basis(of: tie), context.dates(tie.period),
            context.grade(tie.evidence.grade), tie.evidence.sources.joined(separator: " "),
          ]
        }))
  }

  /// What is known of a tie's money: its own amount, or the total that it has a share of.
  private func amount(_ tie: Relationship) -> String? {
    if let amount = tie.amount { return context.amount(amount) }
    guard let statement = tie.statement, let total = graph.statements[statement].amount else {
      return nil
    }
    return "(a share, not recorded, of \(context.amount(total)))"
  }

  private func unstatedSection(_ unstated: UnstatedLines) -> Report.Section? {
    guard !unstated.all.isEmpty else { return nil }
    return Report.Section(
      "Stated of its kind: which ones is not recorded", lines: unstated.all.map(unstated.sentence))
  }

  private var dutySection: Report.Section? {
    guard !profile.duties.isEmpty else { return nil }
    return Report.Section(
      "Duties and powers (\(profile.duties.count))",
      table: ReportTable(
        [.text("type"), .text("subject"), .text("legal basis")],
        rows: profile.duties.map {
          [$0.type.rawValue, $0.subject, $0.legalBasis ?? "not recorded"]
        }
      ))
  }

  private var coverage: [String] {
    var gaps: [String] = []
    let ties = profile.outgoing + profile.incoming
    func say(_ count: Int, _ words: String) {
      if count > 0 { gaps.append("\(count) of \(ties.count) relationships: \(words)") }
    }
    say(ties.count { $0.period.start == nil }, "the start is not recorded, and counts as always")
    say(ties.count { $0.evidence.sources.isEmpty }, "no source is given")
    say(ties.count { $0.evidence.grade != .verified }, "not verified: see the grade")
    if profile.kinds.contains(where: { kind in graph.duties.contains { $0.holder == .every(kind) } }
    )
      == false, profile.duties.isEmpty
    {
      gaps.append("duties and powers are not recorded for this kind of body")
    }
    return gaps
  }

  private var csv: ReportTable {
    ReportTable(
      [
        .text("direction"), .text("kind"), .text("id"), .text("name"), .text("basis"),
        .text("amount"), .text("year"), .text("start"), .text("end"), .text("grade"),
        .text("source"),
      ],
      rows: (profile.outgoing.map { ("to", $0, $0.to) }
        + profile.incoming.map { ("from", $0, $0.from) }).map { direction, tie, other in
          [
            direction, graph.relationshipKinds[tie.kind].id, context.id(other),
            context.name(other), tie.basis.words.joined(separator: " "),
            tie.amount?.description ?? "", tie.year ?? "", tie.period.start?.description ?? "",
            tie.period.end?.description ?? "", tie.evidence.grade?.word ?? "",
            tie.evidence.sources.joined(separator: " "),
          ]
        })
  }

  private func json(_ unstated: UnstatedLines) -> JSON {
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
      predecessors: profile.predecessors.map { LineJSON($0.to, $0, context) },
      successors: profile.successors.map { LineJSON($0.from, $0, context) },
      holders: profile.holders.map(\.name),
      ownBodies: profile.ownBodies.map { BodyJSON($0, context) },
      ties: ties(profile.outgoing, "to") { $0.to } + ties(profile.incoming, "from") { $0.from },
      unstated: unstated.all.map(unstated.sentence),
      duties: profile.duties.map {
        JSON.Duty(
          type: $0.type.rawValue, subject: $0.subject, legalBasis: $0.legalBasis,
          sources: $0.evidence.sources)
      },
      grade: evidence.grade?.word, sources: evidence.sources, note: evidence.note)
  }
}
