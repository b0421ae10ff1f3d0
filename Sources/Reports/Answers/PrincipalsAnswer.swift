import GovernanceAnalysis
import GovernanceModel

/// `principals`: whom each body answers to, and which answer to principals of several kinds.
public struct PrincipalsAnswer {
  private struct JSON: Encodable, Sendable {
    struct Row: Encodable, Sendable {
      let id: String
      let name: String
      let kind: String
      let principals: [LineJSON]
    }
    let asOf: String?
    let followed: [String]
    let bodies: [Row]
    let count: Int
    let notRecorded: [String]
  }

  private let network: AccountabilityNetwork
  private let context: AnswerContext
  private let isOfSeveral: Bool
  private let entries: PrincipalLines

  /// The lines of every body that has principals, or only of those with principals of several kinds.
  public static func report(
    ofSeveralKinds isOfSeveral: Bool, in network: AccountabilityNetwork
  ) -> Report {
    PrincipalsAnswer(
      network: network, context: AnswerContext(network.graph, network.moment),
      isOfSeveral: isOfSeveral,
      entries: isOfSeveral ? network.severalPrincipals() : network.principalLines()
    ).report
  }

  private var report: Report {
    Report(
      title: isOfSeveral ? "Bodies with principals of several kinds" : "Principals",
      preface: [context.asOfLine, context.followedLine(network)],
      sections: entries.isEmpty
        ? [
          Report.Section(
            "Bodies (0)",
            lines: [
              isOfSeveral
                ? "no body answers to principals of different kinds, on the bases followed"
                : "no line of accountability is recorded, on the bases followed"
            ])
        ] : [patternSection, widestSection],
      coverage: coverage, citations: [], csv: csv,
      json: json(byID.map(jsonRow)),
      jsonList: JSONList("bodies", in: json([])) { text in
        let cells = GraphCells(context)
        let order = order
        text.objects(order.count) { [entries] place, text in
          Self.write(entries[order[place]], cells, to: &text)
        }
      })
  }

  private func json(_ bodies: [JSON.Row]) -> JSON {
    JSON(
      asOf: context.asOf, followed: network.basis.words, bodies: bodies, count: entries.count,
      notRecorded: coverage)
  }

  /// The positions of the entries by the ids of their bodies.
  private var order: [Int] {
    context.byID(Array(entries.indices)) { [bodies = entries.bodies] in bodies[$0] }
  }

  /// The entries by the ids of their bodies.
  private var byID: [PrincipalLines.Entry] {
    context.byID(Array(entries)) { $0.body }
  }

  private func lines(_ entry: PrincipalLines.Entry) -> LineTable {
    LineTable(entry.lines.map { context.graph[$0] }, context: context) { $0.to }
  }

  // MARK: For people

  /// How many bodies of a kind answer to principals of the same kinds: the pattern behind the rows.
  private var patternSection: Report.Section {
    let kinds = context.graph.kinds(at: network.moment)
    var counts: [[UInt16]: Int] = [:]
    for entry in entries {
      let above = Set(network.principals(of: entry.body).map { kinds[$0.position] }).sorted()
      counts[[kinds[entry.body.position]] + above, default: 0] += 1
    }
    func name(_ kind: UInt16) -> String { context.graph.bodyKinds[KindIndex(raw: kind)].name }
    let rows = counts.map { pattern, count in
      (count, name(pattern[0]), pattern.dropFirst().map(name).sorted().joined(separator: ", "))
    }.sorted { ($1.0, $0.1, $0.2) < ($0.0, $1.1, $1.2) }
    let shown = rows.prefix(Self.limit)
    return Report.Section(
      "By kind (\(counted(entries.count, "body", "bodies")))",
      lines: rows.count > shown.count
        ? ["the \(shown.count) most frequent of \(rows.count) combinations"] : [],
      table: ReportTable(
        [.text("kind"), .number("bodies"), .text("kinds of their principals")],
        rows: shown.map { [$0.1, String($0.0), $0.2] }))
  }

  private static let limit = 20

  /// The bodies with the most principals, by name.
  private var widestSection: Report.Section {
    let counts = network.principals
    let widest = entries.lazy.map(\.body).leading(Self.limit) { left, right in
      let (first, second) = (counts.range(of: left.raw).count, counts.range(of: right.raw).count)
      return first != second ? first > second : context.id(left) < context.id(right)
    }
    return Report.Section(
      "Most principals (\(widest.count) of \(counted(entries.count, "body", "bodies")); CSV and "
        + "JSON give all)",
      table: ReportTable(
        [.text("body"), .text("id"), .number("principals"), .text("which")],
        rows: widest.map { body in
          let names = network.principals(of: body).map(context.name).sorted()
          return [
            context.name(body), context.id(body), String(names.count),
            names.prefix(5).joined(separator: "; ") + (names.count > 5 ? "; and others" : ""),
          ]
        }))
  }

  private var coverage: [String] {
    GapsOfRows(entries.lines, context).sentences("lines of accountability")
      + context.unstatedSentence(.accountableTo)
  }

  // MARK: For programs

  private var csv: ReportTable {
    ReportTable(
      [.text("body"), .text("body_kind")] + LineTable.csvColumns,
      rows: byID.flatMap { entry in
        let cells = [context.id(entry.body), context.kindID(entry.body)]
        return lines(entry).csvRows.map { cells + $0 }
      }
    ) { text in
      let cells = GraphCells(context)
      let order = order
      text.rows(order.count) { [entries] range, text in
        for place in range {
          if place % GraphCells.ahead == 0 || place == range.lowerBound {
            for next in place..<min(place + GraphCells.ahead, range.upperBound) {
              let entry = entries[order[next]]
              cells.prefetch(entry.lines)
              for line in entry.lines { cells.prefetch(cells.principal(of: line), withName: true) }
            }
          }
          Self.write(entries[order[place]], cells, to: &text)
        }
      }
    }
  }

  /// The rows of one body.
  private static func write(
    _ entry: PrincipalLines.Entry, _ cells: GraphCells, to text: inout CSVRowText
  ) {
    for line in cells.ordered(entry.lines) {
      let principal = cells.principal(of: line)
      cells.id(entry.body, to: &text)
      cells.kind(entry.body, to: &text)
      cells.id(principal, to: &text)
      cells.name(principal, to: &text)
      cells.kind(principal, to: &text)
      cells.basis(line, to: &text)
      cells.legalBasis(line, to: &text)
      cells.dates(line, to: &text)
      cells.gradeAndSource(line, to: &text)
      text.endRow()
    }
  }

  /// The members of the object of one body.
  private static func write(
    _ entry: PrincipalLines.Entry, _ cells: GraphCells, to text: inout JSONText
  ) {
    cells.id("id", entry.body, to: &text)
    cells.kind("kind", entry.body, to: &text)
    cells.name("name", entry.body, to: &text)
    text.key("principals")
    text.list { list in
      for line in cells.ordered(entry.lines) {
        list.beginElement()
        list.object { cells.line(line, to: cells.principal(of: line), in: &$0) }
      }
    }
  }

  private func jsonRow(_ entry: PrincipalLines.Entry) -> JSON.Row {
    JSON.Row(
      id: context.id(entry.body), name: context.name(entry.body),
      kind: context.kindID(entry.body), principals: lines(entry).json)
  }
}
