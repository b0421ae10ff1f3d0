import GovernanceAnalysis
import GovernanceModel

/// `funders`: who funds whom, and which funders the funded body does not answer to.
public struct FundersAnswer {
  private struct JSON: Encodable, Sendable {
    struct Row: Encodable, Sendable {
      let funder: String
      let funderKind: String
      let funded: String
      let fundedKind: String
      let relation: String
      let onPath: Bool
      let amount: String?
      let year: String?
      let start: String?
      let end: String?
      let id: String?
      let grade: String?
      let sources: [String]
      let statedOfKind: Bool
    }
    let asOf: String?
    let followed: [String]
    let currency: String
    let funding: [Row]
    let count: Int
    let notRecorded: [String]
  }

  private let network: AccountabilityNetwork
  private let context: AnswerContext
  private let isOffPath: Bool
  private let lines: [FundingLine]

  /// Every funding relationship, or only those off the paths of accountability.
  public static func report(offPath isOffPath: Bool, in network: AccountabilityNetwork) -> Report {
    FundersAnswer(
      network: network, context: AnswerContext(network.graph, network.moment),
      isOffPath: isOffPath, lines: isOffPath ? network.fundingOffPath() : network.fundingLines()
    ).report
  }

  private var report: Report {
    Report(
      title: isOffPath ? "Funders off every path of accountability" : "Funders",
      preface: [
        context.asOfLine, context.followedLine(network),
        "A funder is on the path when the funded body answers to it, directly or through others. "
          + "Rows stand as published: alternatives and components of an amount are among them.",
      ],
      sections: lines.isEmpty
        ? [
          Report.Section(
            "Funding (0)",
            lines: [
              isOffPath
                ? "every recorded funder is among the superiors of the body it funds"
                : "no funding is recorded"
            ])
        ] : [patternSection, listSection],
      coverage: coverage, citations: [], csv: csv,
      json: json(ordered.map(jsonRow)),
      jsonList: JSONList("funding", in: json([])) { text in
        let cells = GraphCells(context)
        let lines = ordered
        text.objects(lines.count) { cells.funding(lines[$0], to: &$1) }
      })
  }

  private func json(_ rows: [JSON.Row]) -> JSON {
    JSON(
      asOf: context.asOf, followed: network.basis.words, currency: context.graph.currency,
      funding: rows, count: lines.count, notRecorded: coverage)
  }

  /// By the ids of funder and funded, then by what the rows hold.
  private var ordered: [FundingLine] {
    /// Side by side, since each is compared many times.
    struct Entry {
      let funder: UInt64
      let funded: UInt64
      let line: FundingLine
    }
    let entries = lines.map {
      Entry(funder: context.key(of: $0.funder), funded: context.key(of: $0.funded), line: $0)
    }
    return entries.sorted { left, right in
      if left.funder != right.funder { return left.funder < right.funder }
      if left.line.funder == right.line.funder, left.funded != right.funded {
        return left.funded < right.funded
      }
      return precedes(left.line, right.line)
    }.map(\.line)
  }

  private func precedes(_ left: FundingLine, _ right: FundingLine) -> Bool {
    if left.funder != right.funder { return context.id(left.funder) < context.id(right.funder) }
    if left.funded != right.funded { return context.id(left.funded) < context.id(right.funded) }
    return context.order(of: context.graph[left.relationship])
      < context.order(of: context.graph[right.relationship])
  }

  // MARK: For people

  private static let limit = 20

  /// How many rows there are between bodies of the same kinds.
  private var patternSection: Report.Section {
    struct Pattern: Hashable {
      let funder: UInt16
      let funded: UInt16
      let isOnPath: Bool
    }
    let kinds = context.graph.kinds(at: network.moment)
    var counts: [Pattern: Int] = [:]
    for line in lines {
      let pattern = Pattern(
        funder: kinds[line.funder.position], funded: kinds[line.funded.position],
        isOnPath: line.isOnPath)
      counts[pattern, default: 0] += 1
    }
    func name(_ kind: UInt16) -> String { context.graph.bodyKinds[KindIndex(raw: kind)].name }
    let rows = counts.map { pattern, count in
      let path = isOffPath ? [] : [path(pattern.isOnPath)]
      return (count: count, cells: [name(pattern.funder), name(pattern.funded)] + path)
    }.sorted {
      $0.count != $1.count
        ? $0.count > $1.count : $0.cells.lexicographicallyPrecedes($1.cells)
    }
    return Report.Section(
      "By kind (\(counted(lines.count, "row", "rows")))",
      lines: rows.count > Self.limit
        ? ["the \(Self.limit) most frequent of \(rows.count) combinations"] : [],
      table: ReportTable(
        [.text("kind of funder"), .text("kind of funded")] + (isOffPath ? [] : [.text("path")])
          + [.number("rows")],
        rows: rows.prefix(Self.limit).map { $0.cells + [String($0.count)] }))
  }

  private func path(_ isOnPath: Bool) -> String { isOnPath ? "on" : "off" }

  /// The largest amounts; where no row has any, the first rows by id.
  private var listSection: Report.Section {
    let amounts = context.graph.rows.amount
    let withAmount = lines.filter { amounts[$0.relationship.position] != .min }
    let shown = (withAmount.isEmpty ? lines : withAmount).leading(Self.limit) { left, right in
      let (first, second) = (
        amounts[left.relationship.position], amounts[right.relationship.position]
      )
      return first != second ? first > second : precedes(left, right)
    }
    let columns: [ReportTable.Column] = [
      .text("funder"), .text("id"), .text("funded"), .text("id"), .number("amount"), .text("year"),
    ]
    return Report.Section(
      "\(withAmount.isEmpty ? "First rows" : "Largest amounts") (\(shown.count) of "
        + "\(counted(lines.count, "row", "rows")); CSV and JSON give all)",
      table: ReportTable(
        columns + (isOffPath ? [] : [.text("path")]),
        rows: shown.map { line in
          let row = context.graph[line.relationship]
          return [
            context.name(line.funder), context.id(line.funder), context.name(line.funded),
            context.id(line.funded), row.amount.map(context.amount) ?? "not recorded",
            row.year ?? "",
          ] + (isOffPath ? [] : [path(line.isOnPath)])
        }))
  }

  private var coverage: [String] {
    let withoutAmount = lines.count { context.graph.rows.amount[$0.relationship.position] == .min }
    return GapsOfRows(lines.lazy.map(\.relationship), context).sentences("funding relationships")
      + (withoutAmount > 0
        ? ["\(withoutAmount) of \(lines.count) funding relationships: the amount is not recorded"]
        : [])
      + context.unstatedSentence(.funds) + context.unstatedSentence(.accountableTo)
  }

  // MARK: For programs

  private var csv: ReportTable {
    ReportTable(
      [
        .text("funder"), .text("funder_kind"), .text("funded"), .text("funded_kind"),
        .text("relation"), .text("on_path"), .text("amount"), .text("year"), .text("start"),
        .text("end"), .text("id"), .text("grade"), .text("source"),
      ],
      rows: ordered.map { line in
        let row = jsonRow(line)
        return [
          row.funder, row.funderKind, row.funded, row.fundedKind, row.relation,
          row.onPath ? "true" : "false", row.amount ?? "", row.year ?? "", row.start ?? "",
          row.end ?? "", row.id ?? "", row.grade ?? "", row.sources.joined(separator: " "),
        ]
      }
    ) { text in
      let cells = GraphCells(context)
      let lines = ordered
      let path = ReadyCells(["false", "true"])
      text.rows(lines.count) { range, text in
        for place in range {
          if place % GraphCells.ahead == 0 || place == range.lowerBound {
            let next = lines[place..<min(place + GraphCells.ahead, range.upperBound)]
            cells.prefetch(next.lazy.map(\.relationship))
            for line in next { cells.prefetch(line.funded) }
          }
          let line = lines[place]
          let row = line.relationship
          cells.id(line.funder, to: &text)
          cells.kind(line.funder, to: &text)
          cells.id(line.funded, to: &text)
          cells.kind(line.funded, to: &text)
          cells.kind(row, to: &text)
          text.cell(line.isOnPath ? 1 : 0, of: path)
          cells.amount(row, to: &text)
          cells.year(row, to: &text)
          cells.dates(row, to: &text)
          cells.ownID(row, to: &text)
          cells.gradeAndSource(row, to: &text)
          text.endRow()
        }
      }
    }
  }

  private func jsonRow(_ line: FundingLine) -> JSON.Row {
    let row = context.graph[line.relationship]
    return JSON.Row(
      funder: context.id(line.funder), funderKind: context.kindID(line.funder),
      funded: context.id(line.funded), fundedKind: context.kindID(line.funded),
      relation: context.graph.relationshipKinds[row.kind].id, onPath: line.isOnPath,
      amount: row.amount?.description, year: row.year, start: row.period.start?.description,
      end: row.period.end?.description, id: row.id, grade: row.evidence.grade?.word,
      sources: row.evidence.sources, statedOfKind: row.statement != nil)
  }
}
