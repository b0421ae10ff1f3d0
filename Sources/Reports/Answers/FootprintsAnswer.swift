import GovernanceAnalysis
import GovernanceModel

/// `footprints`: every footprint and area that a body lies in.
public struct FootprintsAnswer {
  private struct JSON: Encodable, Sendable {
    struct Membership: Encodable, Sendable {
      let id: String
      let name: String
      let kind: String
      let relation: String
      let start: String?
      let end: String?
      let grade: String?
      let sources: [String]
    }
    struct Part: Encodable, Sendable {
      let id: String
      let name: String
      let zones: Int?
      let population: Int?
      let share: Double
    }
    struct Area: Encodable, Sendable {
      let areaOf: String
      let geography: String
      let parts: [Part]
      /// A share that is in none, or in one that nobody can say.
      let outside: Double
      let undetermined: Double
    }
    struct Catchment: Encodable, Sendable {
      let geography: String
      let parts: [Part]
      let grade: String
    }
    let body: BodyJSON
    let asOf: String?
    let vintage: String?
    let population: String?
    let memberships: [Membership]
    let areas: [Area]
    let catchment: [Catchment]
    let notRecorded: [String]
  }

  private let body: BodyIndex
  /// Nil where no borders hold on the day.
  private let book: AreaBook?
  /// The days whose borders are nearest, where none hold.
  private let nearest: String?
  private let context: AnswerContext
  private let memberships: [Relationship]
  private let areas: [(own: String, table: OverlapTable, unit: Int)]
  private let catchments: [CatchmentShares]

  public static func report(on body: BodyIndex, in book: AreaBook) -> Report {
    FootprintsAnswer(body, AnswerContext(book.graph, book.moment), book, nearest: nil).report
  }

  /// The answer for a day of which no borders are recorded: memberships alone.
  ///
  /// - Parameter nearest: the borders whose days are nearest, in words; nil where there are none.
  public static func report(
    on body: BodyIndex, in graph: GovernanceGraph, at moment: Moment, nearest: String?
  ) -> Report {
    FootprintsAnswer(body, AnswerContext(graph, moment), nil, nearest: nearest).report
  }

  private init(_ body: BodyIndex, _ context: AnswerContext, _ book: AreaBook?, nearest: String?) {
    self.body = body
    self.book = book
    self.nearest = nearest
    let graph = context.graph
    self.context = context
    memberships = [RelationshipKind.memberOf, .partOf].flatMap { kind in
      context.ordered(graph.relationships(from: body, kind: kind, at: context.moment)) { $0.to }
    }
    guard let book else {
      (areas, catchments) = ([], [])
      return
    }
    let geographies = book.geographies
    areas = geographies.flatMap { own -> [(own: String, table: OverlapTable, unit: Int)] in
      let units = book.joinedZones(own)?.assignment.units ?? []
      guard let unit = units.firstIndex(where: { book.body(of: $0, in: own) == body }) else {
        return []
      }
      return geographies.filter { $0 != own }.compactMap { other in
        (try? book.overlap(from: own, to: other)).map { (own, $0, unit) }
      }
    }
    catchments = geographies.filter { book.tables.geography($0)?.kind != nil }.compactMap {
      book.catchments(by: $0)[graph.id(of: body)]
    }
  }

  private var report: Report {
    Report(
      title: "Footprints and areas of \(context.title(body))",
      preface: context.opening(body)
        + (book.map {
          ["Borders of \($0.vintage.title); counted: \(counted ?? ""). No sliver is left out."]
        } ?? []),
      sections: [membershipSection] + areaSections + catchmentSections, coverage: coverage,
      citations: context.citations(
        memberships.map(\.evidence) + (book.map { [$0.vintage.evidence] } ?? [])
          + catchments.flatMap(\.evidence)),
      csv: csv,
      json: JSON(
        body: BodyJSON(body, context), asOf: context.asOf, vintage: book?.vintage.title,
        population: counted,
        memberships: memberships.map { row in
          JSON.Membership(
            id: context.id(row.to), name: context.name(row.to), kind: context.kindID(row.to),
            relation: context.graph.relationshipKinds[row.kind].id,
            start: row.period.start?.description, end: row.period.end?.description,
            grade: row.evidence.grade?.word, sources: row.evidence.sources)
        },
        areas: areas.map { area in
          let unit = area.table.from.units[area.unit]
          let all = area.table.size(unit.total)
          return JSON.Area(
            areaOf: area.own, geography: area.table.to.name,
            parts: parts(area).map { pair in
              let other = area.table.to.units[pair.to]
              return JSON.Part(
                id: other.id, name: other.name, zones: pair.common.zones,
                population: Int(pair.common.amount), share: area.table.share(pair, of: .from))
            }, outside: all > 0 ? area.table.size(unit.outside) / all : 0,
            undetermined: all > 0 ? area.table.size(unit.undetermined) / all : 0)
        },
        catchment: catchments.map { catchment in
          JSON.Catchment(
            geography: catchment.geography,
            parts: catchment.parts.map {
              JSON.Part(
                id: $0.unit, name: name(of: $0.unit, in: catchment.geography), zones: nil,
                population: nil, share: $0.share)
            }, grade: EvidenceGrade.estimated.word)
        }, notRecorded: coverage))
  }

  private var counted: String? {
    switch book?.quantity {
    case .people(let counted, let year): "\(counted) of \(year)"
    case .squareMetres, .nothing: "zones"
    case nil: nil
    }
  }

  private func name(of unit: String, in geography: String) -> String {
    book?.name(of: unit, in: geography) ?? unit
  }

  private func parts(
    _ area: (own: String, table: OverlapTable, unit: Int)
  ) -> [OverlapTable.Pair] {
    area.table.parts(of: .from)[area.unit]
  }

  private var membershipSection: Report.Section {
    Report.Section(
      "Member or part of (\(memberships.count))",
      lines: memberships.isEmpty ? ["no membership is recorded on the date"] : [],
      table: memberships.isEmpty
        ? nil
        : ReportTable(
          [.text("body"), .text("id"), .text("kind"), .text("since"), .text("grade")],
          rows: memberships.map { row in
            [
              context.name(row.to), context.id(row.to), context.kindName(row.to),
              context.start(row.period), context.grade(row.evidence.grade),
            ]
          }))
  }

  private static let limit = 10
  /// The least share of patients that is told to people.
  private static let least = SliverTolerance.ofEstimates

  private var areaSections: [Report.Section] {
    guard !areas.isEmpty else { return [] }
    return [
      Report.Section(
        "Its area, by the people who live there",
        table: ReportTable(
          [
            .text("geography"), .text("area"), .text("id"),
            .number(book.map { OverlapWords.heading($0.quantity) } ?? "people"), .number("share"),
          ],
          rows: areas.flatMap { area in
            let parts = parts(area)
            let rest = parts.count - Self.limit
            return parts.prefix(Self.limit).enumerated().map { index, pair in
              let other = area.table.to.units[pair.to]
              return [
                index == 0 ? area.table.to.name : "", other.name, other.id,
                OverlapWords.grouped(Int(pair.common.amount)),
                OverlapWords.percent(area.table.share(pair, of: .from)),
              ]
            } + (rest > 0 ? [["", "and \(rest) more", "", "", ""]] : [])
          }))
    ]
  }

  private var catchmentSections: [Report.Section] {
    catchments.filter { ($0.parts.first?.share ?? 0) >= Self.least.share }.map { catchment in
      Report.Section(
        "Where its patients live, by \(catchment.geography) (estimated; from "
          + "\(OverlapWords.percent(Self.least.share)) up)",
        table: ReportTable(
          [.text("area"), .text("id"), .number("share of its patients")],
          rows: catchment.parts.filter { $0.share >= Self.least.share }.prefix(Self.limit).map {
            part in
            [
              name(of: part.unit, in: catchment.geography), part.unit,
              OverlapWords.percent(part.share),
            ]
          }))
    }
  }

  private var coverage: [String] {
    guard let book else {
      guard context.moment != .anyTime else {
        return ["borders are of one day: --as-of gives its area and its patients too"]
      }
      return [
        "no borders are recorded for the date, so its area and its patients are left out"
          + (nearest.map { "; the nearest are those of \($0)" } ?? "")
      ]
    }
    var lines: [String] = []
    if areas.isEmpty { lines.append("it is the body of no area, so nobody is counted") }
    if catchments.isEmpty {
      lines.append("no catchment of it is recorded: those of acute trusts are, as modelled")
    } else {
      lines.append(
        "its catchment is modelled, of several years together, and spread over districts as their "
          + "inhabitants are; shares under \(OverlapWords.percent(Self.least.share)) are in CSV and JSON "
          + "only")
    }
    for area in areas {
      let unit = area.table.from.units[area.unit]
      guard unit.undetermined != .nothing else { continue }
      lines.append(
        "in which \(area.table.to.name) \(OverlapWords.grouped(Int(unit.undetermined.amount))) of "
          + "its people live is undetermined")
    }
    return lines + (book.vintage.evidence.note.map { [$0] } ?? [])
  }

  private var csv: ReportTable {
    ReportTable(
      [
        .text("by"), .text("geography"), .text("id"), .text("name"), .number("amount"),
        .number("share"), .text("grade"), .text("vintage"),
      ],
      rows: memberships.map { row in
        [
          "membership", context.kindID(row.to), context.id(row.to), context.name(row.to), "", "",
          row.evidence.grade?.word ?? "", "",
        ]
      }
        + areas.flatMap { area in
          parts(area).map { pair in
            let other = area.table.to.units[pair.to]
            return [
              "area", area.table.to.name, other.id, other.name, String(Int(pair.common.amount)),
              "\(area.table.share(pair, of: .from))", EvidenceGrade.computed.word,
              book?.vintage.title ?? "",
            ]
          }
        }
        + catchments.flatMap { catchment in
          catchment.parts.map { part in
            [
              "catchment", catchment.geography, part.unit,
              name(of: part.unit, in: catchment.geography), "", "\(part.share)",
              EvidenceGrade.estimated.word, book?.vintage.title ?? "",
            ]
          }
        })
  }
}
