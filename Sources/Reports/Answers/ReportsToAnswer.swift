import GovernanceAnalysis
import GovernanceModel

/// `reports-to`: a body's principals and, beside them, who oversees it.
public struct ReportsToAnswer {
  private struct JSON: Encodable, Sendable {
    let asOf: String?
    let followed: [String]
    let organisation: BodyJSON
    let principals: [LineJSON]
    let contractual: [LineJSON]
    let notFollowed: [LineJSON]
    let overseenBy: [LineJSON]
    let superiors: [String]?
    let routes: [[String]]?
    let routesCutShort: Bool?
    let notRecorded: [String]
  }

  /// - Parameter isWhole: with every route to the top and the set of all superiors.
  public static func report(
    on body: BodyIndex, in network: AccountabilityNetwork, isWhole: Bool
  ) -> Report {
    let graph = network.graph
    let context = AnswerContext(graph, network.moment)
    let lines = graph.relationships(from: body, kind: .accountableTo, at: network.moment)
    func table(_ isWanted: (Relationship) -> Bool) -> LineTable {
      LineTable(lines.filter(isWanted), context: context) { $0.to }
    }
    let followed = table { $0.basis.isFollowed(by: network.basis) }
    let others = lines.filter { !$0.basis.isFollowed(by: network.basis) }
    let contractual = table { line in
      others.contains(line) && line.basis.contains(.contractual)
    }
    let rest = table { line in others.contains(line) && !line.basis.contains(.contractual) }
    let overseers = LineTable(
      graph.relationships(to: body, kind: .oversees, at: network.moment), context: context
    ) { $0.from }

    var sections = [
      Report.Section(
        "Accountable to", lines: followed.isEmpty ? ["no body, on the bases followed"] : [],
        table: followed.isEmpty ? nil : followed.table("principal"))
    ]
    if !contractual.isEmpty {
      sections.append(
        Report.Section(
          "Accountable by contract (shown apart, not followed)",
          table: contractual.table("principal")))
    }
    if !rest.isEmpty {
      sections.append(
        Report.Section(
          "Accountable on other bases (not followed)", table: rest.table("principal")))
    }
    sections.append(
      Report.Section(
        "Overseen by", lines: overseers.isEmpty ? ["no body, as far as is recorded"] : [],
        table: overseers.isEmpty ? nil : overseers.table("overseer")))

    var coverage = followed.gaps("lines of accountability") + overseers.gaps("lines of oversight")
    if lines.isEmpty, graph.isOpen(body, at: network.moment) {
      coverage.append(
        "no line of accountability from it is recorded, which does not mean that there is none")
    }
    let unstated = UnstatedLines(of: body, context)
    coverage += unstated.sentences(from: .accountableTo) + unstated.sentences(to: .oversees)

    var superiors: [BodyIndex]?
    var routes: Routes?
    if isWhole {
      let all = network.superiors(of: body).map { (context.name($0), context.id($0), $0) }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
      let found = network.routesToTop(from: body)
      superiors = all
      routes = found
      sections.append(
        RouteSection.section(
          "Every route to the top", routes: found,
          none: "no route leads to a body without principals",
          context))
      sections.append(
        Report.Section(
          "All superiors (\(all.count))", table: BodyTable.table(all, context)))
    }
    return Report(
      title: "Who \(context.title(body)) reports to",
      preface: context.opening(body) + [context.followedLine(network)],
      sections: sections, coverage: coverage,
      citations: context.citations(
        followed.evidence + contractual.evidence + rest.evidence + overseers.evidence),
      csv: csv(
        [
          ("accountable-to", followed), ("contractual", contractual), ("not-followed", rest),
          ("overseen-by", overseers),
        ], superiors: superiors ?? [], context),
      json: JSON(
        asOf: context.asOf, followed: network.basis.words, organisation: BodyJSON(body, context),
        principals: followed.json, contractual: contractual.json, notFollowed: rest.json,
        overseenBy: overseers.json, superiors: superiors?.map(context.id).sorted(),
        routes: routes?.routes.map { $0.map(context.id) }, routesCutShort: routes?.isCutShort,
        notRecorded: coverage))
  }

  /// A row for each line, then one for each superior, which rests on no line of its own.
  private static func csv(
    _ tables: [(String, LineTable)], superiors: [BodyIndex], _ context: AnswerContext
  ) -> ReportTable {
    let blanks = [String](repeating: "", count: LineTable.csvColumns.count - 3)
    return ReportTable(
      [.text("relation")] + LineTable.csvColumns,
      rows: tables.flatMap { relation, table in table.csvRows.map { [relation] + $0 } }
        + superiors.map {
          ["superior", context.id($0), context.name($0), context.kindID($0)] + blanks
        })
  }
}

extension ReportsToAnswer {
  /// The superiors of many bodies as rows of `id,superiors`, the superiors by id with spaces
  /// between.
  public static func report(on bodies: [BodyIndex], in network: AccountabilityNetwork) -> Report {
    struct JSON: Encodable, Sendable {
      struct Row: Encodable, Sendable {
        let id: String
        let superiors: [String]
      }
      let asOf: String?
      let followed: [String]
      let organisations: [Row]
      let notRecorded: [String]
    }
    let graph = network.graph
    let context = AnswerContext(graph, network.moment)
    let sets = network.superiorSets(of: bodies)
    func rows() -> [JSON.Row] {
      zip(bodies, sets).map { body, superiors in
        JSON.Row(id: context.id(body), superiors: superiors.map(context.id).sorted())
      }
    }
    let table = ReportTable(
      [.text("id"), .text("superiors")],
      rows: rows().map { [$0.id, $0.superiors.joined(separator: " ")] }
    ) { text in
      text.rows(bodies.count) { range, text in
        var list: [UInt8] = []
        for place in range {
          context.writeID(bodies[place], to: &text)
          list.removeAll(keepingCapacity: true)
          for superior in context.byID(Array(sets[place]), { $0 }) {
            if !list.isEmpty { list.append(UInt8(ascii: " ")) }
            graph.text.withBytes(of: graph.bodies.id[superior.position]) {
              list.append(contentsOf: $0)
            }
          }
          // Safe: the cell is copied before the list changes.
          list.withUnsafeBufferPointer { text.cell($0) }
          text.endRow()
        }
      }
    }
    let closed = bodies.count { !network.graph.isOpen($0, at: network.moment) }
    let coverage =
      closed == 0
      ? [] : [counted(closed, "of the bodies is", "of the bodies are") + " not open on that date"]
    func json(_ rows: [JSON.Row]) -> JSON {
      JSON(
        asOf: context.asOf, followed: network.basis.words, organisations: rows,
        notRecorded: coverage)
    }
    return Report(
      title: "All superiors of " + counted(bodies.count, "body", "bodies"),
      preface: [context.asOfLine, context.followedLine(network)],
      sections: [Report.Section("Superiors", table: table)], coverage: coverage, citations: [],
      csv: table,
      json: json(rows()),
      jsonList: JSONList("organisations", in: json([])) { text in
        text.objects(bodies.count) { place, text in
          text.key("id")
          context.writeID(bodies[place], to: &text)
          text.key("superiors")
          text.list { list in
            for superior in context.byID(Array(sets[place]), { $0 }) {
              list.beginElement()
              context.writeID(superior, to: &list)
            }
          }
        }
      })
  }
}
