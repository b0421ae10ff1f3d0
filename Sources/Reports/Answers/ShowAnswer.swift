import GovernanceAnalysis
import GovernanceModel

/// `show`: everything that a graph holds of one body.
public struct ShowAnswer {
  let context: AnswerContext
  let profile: OrganisationProfile
  // What the profile holds, in an order that does not depend on that of the rows.
  let outgoing: [Relationship]
  let incoming: [Relationship]
  let predecessors: [Relationship]
  let successors: [Relationship]
  let holders: [Holder]
  let ownBodies: [BodyIndex]
  let duties: [Duty]

  private init(_ profile: OrganisationProfile, _ context: AnswerContext) {
    self.profile = profile
    self.context = context
    outgoing = context.ordered(profile.outgoing, by: \.to)
    incoming = context.ordered(profile.incoming, by: \.from)
    predecessors = context.ordered(profile.predecessors, by: \.to)
    successors = context.ordered(profile.successors, by: \.from)
    holders = profile.holders.sorted {
      ($0.period.start?.description ?? "", $0.name) < ($1.period.start?.description ?? "", $1.name)
    }
    ownBodies = profile.ownBodies.map { (context.id($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    duties = profile.duties.sorted {
      ($0.type.rawValue, $0.subject, $0.legalBasis ?? "")
        < ($1.type.rawValue, $1.subject, $1.legalBasis ?? "")
    }
  }

  var graph: GovernanceGraph { context.graph }
  var body: BodyIndex { profile.body }

  /// Facts, history, ties, duties and powers of a body at a moment.
  public static func report(
    on body: BodyIndex, in graph: GovernanceGraph, at moment: Moment
  ) -> Report {
    ShowAnswer(
      OrganisationProfile(of: body, in: graph, at: moment), AnswerContext(graph, moment)
    ).report
  }

  private var report: Report {
    let unstated = UnstatedLines(profile, context)
    let closed = context.closedLine(body).map { [$0] } ?? []
    let evidence =
      (outgoing + incoming + predecessors + successors)
      .map(\.evidence) + [graph.evidence(of: body)] + duties.map(\.evidence)
      + holders.map(\.evidence)
    let sections =
      [
        factSection, historySection, successionSection, holderSection, ownSection, tieSection(true),
        tieSection(false), unstatedSection(unstated), dutySection,
      ].compactMap { $0 }
    return Report(
      title: context.title(body), preface: [context.asOfLine] + closed, sections: sections,
      coverage: coverage, citations: context.citations(evidence), csv: csv, json: json(unstated))
  }

  private var factSection: Report.Section {
    let life = graph.life(of: body)
    let kinds = profile.kinds.filter { $0 != graph.kind(of: body, at: context.moment) }
    var rows = [["kind", context.kindName(body)]]
    if !kinds.isEmpty {
      rows.append(["also", kinds.map { graph.bodyKinds[$0].name }.sorted().joined(separator: ", ")])
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
      predecessors.map { ("succeeded", $0, $0.to) }
      + successors.map { ("was succeeded by", $0, $0.from) }
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
      "Holder", lines: holders.isEmpty ? ["not recorded for this date"] : [],
      table: holders.isEmpty
        ? nil
        : ReportTable(
          [.text("name"), .text("when"), .text("grade"), .text("source")],
          rows: holders.map {
            [
              $0.name, context.dates($0.period), context.grade($0.evidence.grade),
              $0.evidence.sources.joined(separator: " "),
            ]
          }))
  }

  private var ownSection: Report.Section? {
    guard !ownBodies.isEmpty else { return nil }
    return Report.Section(
      "Its own boards, committees and posts", table: BodyTable.table(ownBodies, context))
  }

  private func tieSection(_ isOutgoing: Bool) -> Report.Section? {
    let ties = isOutgoing ? outgoing : incoming
    guard !ties.isEmpty else { return nil }
    return Report.Section(
      isOutgoing ? "What it is to others (\(ties.count))" : "What others are to it (\(ties.count))",
      table: ReportTable(
        [
          .text("relation"), .text("body and id"), .text("basis"), .text("when"), .text("grade"),
          .text("source"),
        ],
        rows: ties.map { tie in
          let other = isOutgoing ? tie.to : tie.from
          let amount = amount(tie).map { " " + $0 } ?? ""
          return [
            graph.relationshipKinds[tie.kind].id + amount, context.title(other),
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
      "Stated of its kind: which ones is not recorded", lines: unstated.all)
  }

  private var dutySection: Report.Section? {
    guard !duties.isEmpty else { return nil }
    return Report.Section(
      "Duties and powers (\(duties.count))",
      table: ReportTable(
        [.text("type"), .text("subject"), .text("legal basis")],
        rows: duties.map {
          [$0.type.rawValue, $0.subject, $0.legalBasis ?? "not recorded"]
        }
      ))
  }

  var coverage: [String] {
    var gaps: [String] = []
    let ties = outgoing + incoming
    func say(_ count: Int, _ words: String) {
      guard count > 0 else { return }
      gaps.append(
        "\(count) of " + counted(ties.count, "relationship", "relationships") + ": " + words)
    }
    say(ties.count { $0.period.start == nil }, "the start is not recorded, and counts as always")
    say(ties.count { $0.evidence.sources.isEmpty }, "no source is given")
    say(ties.count { $0.evidence.grade != .verified }, "not verified: see the grade")
    if profile.kinds.contains(where: { kind in graph.duties.contains { $0.holder == .every(kind) } }
    )
      == false, duties.isEmpty
    {
      gaps.append("duties and powers are not recorded for this kind of body")
    }
    return gaps
  }
}
