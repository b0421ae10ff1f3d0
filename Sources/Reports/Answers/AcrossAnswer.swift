import GovernanceAnalysis
import GovernanceModel

/// `across`: who stands in several areas of a geography, what its borders cut and what cuts them.
public struct AcrossAnswer {
  private struct JSON: Encodable, Sendable {
    struct Named: Encodable, Sendable {
      let id: String
      let name: String
    }
    struct Body: Encodable, Sendable {
      let id: String
      let name: String
      let kind: String
      let areas: [Named]
      let grades: [String]
      let sources: [String]
    }
    struct Unit: Encodable, Sendable {
      let id: String
      let name: String
      /// In how many areas of the other geography it lies.
      let areas: Int
      /// Those of its people who live outside its largest part.
      let people: Int?
      let share: Double
    }
    struct Crossing: Encodable, Sendable {
      let geography: String
      let units: Int
      let cut: [Unit]
      let otherUnits: Int
      let otherCut: [Unit]
    }
    struct Group: Encodable, Sendable {
      let id: String
      let name: String
      let kind: String
      let members: Int
      let areas: [Named]
      let membersWithoutArea: Int
    }
    struct Unrecorded: Encodable, Sendable {
      let kind: String
      let bodies: Int
    }
    let asOf: String?
    let geography: String
    let vintage: String
    let population: String
    let sliver: Double
    let bodies: [Body]
    let crossings: [Crossing]
    let groups: [Group]
    let withoutMembers: [Unrecorded]
    let notRecorded: [String]
  }

  /// How the areas lie across those of another geography.
  private struct Crossing {
    let geography: String
    let table: OverlapTable
    let cut: [SplitUnit]
    let otherCut: [SplitUnit]

    /// Whether it covers most of what the areas do.
    var coversMost: Bool {
      let outside = table.from.units.reduce(0) { $0 + table.size($1.outside) }
      return 2 * outside <= table.from.units.reduce(0) { $0 + table.size($1.total) }
    }
  }

  private let book: AreaBook
  private let geography: String
  private let sliver: SliverTolerance
  private let context: AnswerContext
  private let bodies: [SpanningBody]
  private let groups: [SpanningGroup]
  private let crossings: [Crossing]

  /// - Parameters:
  ///   - geography: that of the areas.
  ///   - sliver: parts that do not count as parts of an area.
  public static func report(
    _ geography: String, of book: AreaBook, sliver: SliverTolerance
  ) -> Report {
    AcrossAnswer(geography, book, sliver).report
  }

  private init(_ geography: String, _ book: AreaBook, _ sliver: SliverTolerance) {
    self.book = book
    self.geography = geography
    self.sliver = sliver
    context = AnswerContext(book.graph, book.moment)
    bodies = book.bodiesAcross(geography)
    groups = book.groupsAcross(geography)
    crossings = book.geographies.filter { $0 != geography }.compactMap { other in
      guard let found = try? book.overlap(from: geography, to: other) else { return nil }
      let table = found.quantity == .nothing ? found.measured(by: .zones) : found
      return Crossing(
        geography: other, table: table, cut: table.crossed(.from, sliver: sliver),
        otherCut: table.crossed(.to, sliver: sliver))
    }
  }

  private var words: (one: String, several: String) { words(geography) }

  private func words(_ geography: String) -> (one: String, several: String) {
    book.tables.geography(geography).map { ($0.name, $0.plural) } ?? (geography, geography)
  }

  private var counted: String {
    switch book.quantity {
    case .people(let counted, let year): "\(counted) of \(year)"
    case .squareMetres, .nothing: "zones"
    }
  }

  private var report: Report {
    Report(
      title: "Across the borders of \(words.several)",
      preface: [
        context.asOfLine + " Borders of \(book.vintage.title); counted: \(counted).",
        OverlapWords.sliver(sliver),
      ], sections: [bodySection, crossingSection] + cutSections + [groupSection],
      coverage: coverage,
      citations: context.citations(
        bodies.flatMap { $0.ties.flatMap(\.rows) }.map(\.evidence) + [book.vintage.evidence]),
      csv: csv, json: json)
  }

  // MARK: For people

  private static let limit = 20

  private func more(_ all: Int) -> [String] {
    all > Self.limit ? ["the first \(Self.limit); CSV and JSON give all"] : []
  }

  private var bodySection: Report.Section {
    Report.Section(
      "Bodies in several \(words.several) (\(bodies.count))", lines: more(bodies.count),
      table: bodies.isEmpty
        ? nil
        : ReportTable(
          [.text("body"), .text("id"), .text("kind"), .number("in"), .text(words.several)],
          rows: bodies.prefix(Self.limit).map { body in
            [
              context.name(body.body), context.id(body.body), context.kindName(body.body),
              String(body.ties.count),
              body.ties.map { book.name(of: $0.unit, in: geography) }.joined(separator: "; "),
            ]
          }))
  }

  private var crossingSection: Report.Section {
    Report.Section(
      "Borders of other geographies that cross those of \(words.several)",
      lines: ["crossed: has a part in an area of the other, and each a part that is not"],
      table: ReportTable(
        [
          .text("geography"), .number(words.several + " crossed"), .number("of"),
          .number("its areas crossed"), .number("of"), .number("people outside the largest part"),
        ],
        rows: crossings.map { crossing in
          [
            words(crossing.geography).several, String(crossing.cut.count),
            String(crossing.table.from.units.count), String(crossing.otherCut.count),
            String(crossing.table.to.units.count),
            OverlapWords.grouped(
              Int(crossing.otherCut.reduce(0) { $0 + behind($1, crossing.table) })),
          ]
        }))
  }

  /// The areas that the borders of a larger geography cross.
  private var cutSections: [Report.Section] {
    crossings.filter { !$0.cut.isEmpty && $0.table.to.units.count <= $0.table.from.units.count }
      .map { crossing in
        let ordered = crossing.cut.sorted {
          let people = (behind($0, crossing.table), behind($1, crossing.table))
          return people.0 != people.1 ? people.0 > people.1 : $0.unit < $1.unit
        }
        return Report.Section(
          "\(words.several.capitalisedFirst) across the borders of "
            + "\(words(crossing.geography).several) (\(crossing.cut.count))",
          lines: more(crossing.cut.count),
          table: ReportTable(
            [.text(words.one), .text("id"), .text("has in")],
            rows: ordered.prefix(Self.limit).map { cells(of: $0, crossing.table) }))
      }
  }

  private func cells(of split: SplitUnit, _ table: OverlapTable) -> [String] {
    let unit = table.from.units[split.unit]
    var parts = split.parts.map { pair in
      "\(table.to.units[pair.to].name) \(OverlapWords.grouped(Int(table.size(pair.common))))"
    }
    if table.size(split.outside) > 0 {
      parts.append("in none \(OverlapWords.grouped(Int(table.size(split.outside))))")
    }
    return [unit.name, unit.id, parts.joined(separator: "; ")]
  }

  private var groupSection: Report.Section {
    let several = groups.filter { $0.areas.count > 1 }
    let one = groups.count { $0.areas.count == 1 }
    let none = groups.count { $0.areas.isEmpty }
    return Report.Section(
      "Bodies with members in several \(words.several) (\(several.count))",
      lines: [
        "the members of \(one) others are in one, as far as recorded; of those of \(none) none is "
          + "recorded to be in any"
      ] + more(several.count),
      table: several.isEmpty
        ? nil
        : ReportTable(
          [
            .text("body"), .text("kind"), .number("members"), .number("in"),
            .text(words.several), .number("members in none"),
          ],
          rows: several.prefix(Self.limit).map { group in
            [
              context.name(group.body), context.kindName(group.body),
              String(group.members.count), String(group.areas.count),
              group.areas.map { book.name(of: $0.unit, in: geography) }.joined(separator: "; "),
              String(group.untied.count),
            ]
          }))
  }

  /// What a unit has outside its largest part.
  private func behind(_ split: SplitUnit, _ table: OverlapTable) -> Double {
    split.parts.dropFirst().reduce(0) { $0 + table.size($1.common) }
  }

  /// The kinds of partnerships of whose members nothing is recorded: nobody can say where these are.
  private var withoutMembers: [(kind: String, name: String, plural: String, bodies: Int)] {
    let graph = book.graph
    let grouped = Set(groups.map(\.body))
    var counts: [String: (name: String, plural: String, bodies: Int)] = [:]
    for body in graph.allBodies
    where graph.isOpen(body, at: book.moment) && !grouped.contains(body)
      && graph.legalForm(of: body, at: book.moment) == .partnership
      && graph.relationships(to: body, kind: .memberOf, at: book.moment).isEmpty
    {
      let kind = graph.bodyKinds[graph.kind(of: body, at: book.moment)]
      counts[kind.id, default: (kind.name, kind.plural, 0)].bodies += 1
    }
    return counts.sorted { $0.key < $1.key }.map {
      ($0.key, $0.value.name, $0.value.plural, $0.value.bodies)
    }
  }

  private var coverage: [String] {
    var lines = OverlapWords.membersNotRecorded(in: book)
    let without = withoutMembers.map {
      "\($0.bodies) \($0.bodies == 1 ? $0.name : $0.plural)"
    }
    if !without.isEmpty {
      lines.append(
        "no members are recorded of \(without.joined(separator: ", ")), so nobody can say in which "
          + "\(words.several) these are")
    }
    let partial = crossings.filter { !$0.coversMost }.map { words($0.geography).several }
    if !partial.isEmpty {
      lines.append(
        "most people live in none of the \(partial.joined(separator: ", in none of the "))")
    }
    let doubts = crossings.reduce(0) { most, crossing in
      max(most, crossing.table.undetermined.reduce(0) { $0 + $1.extent.zones })
    }
    if doubts > 0 {
      lines.append("\(OverlapWords.grouped(doubts)) zones are undetermined and cross no border")
    }
    for crossing in crossings {
      for note in book.joinedZones(crossing.geography)?.notes ?? [] where note.contains("inferred")
      {
        lines.append(note)
      }
    }
    return lines + (book.vintage.evidence.note.map { [$0] } ?? [])
  }

  // MARK: For programs

  private func named(_ units: [String]) -> [JSON.Named] {
    units.map { JSON.Named(id: $0, name: book.name(of: $0, in: geography)) }
  }

  private func units(
    _ cut: [SplitUnit], _ side: OverlapTable.Side, _ table: OverlapTable
  ) -> [JSON.Unit] {
    cut.map { split in
      let unit = table.layer(side).units[split.unit]
      let behind = behind(split, table)
      return JSON.Unit(
        id: unit.id, name: unit.name, areas: split.parts.count,
        people: table.quantity == .nothing ? nil : Int(behind),
        share: behind / table.size(unit.total))
    }
  }

  private var json: JSON {
    JSON(
      asOf: context.asOf, geography: geography, vintage: book.vintage.title, population: counted,
      sliver: sliver.share,
      bodies: bodies.map { body in
        let evidence = body.ties.flatMap(\.rows).map(\.evidence)
        return JSON.Body(
          id: context.id(body.body), name: context.name(body.body),
          kind: context.kindID(body.body), areas: named(body.ties.map(\.unit)),
          grades: Set(evidence.compactMap { $0.grade?.word }).sorted(),
          sources: Set(evidence.flatMap(\.sources)).sorted())
      },
      crossings: crossings.map { crossing in
        JSON.Crossing(
          geography: crossing.geography, units: crossing.table.from.units.count,
          cut: units(crossing.cut, .from, crossing.table),
          otherUnits: crossing.table.to.units.count,
          otherCut: units(crossing.otherCut, .to, crossing.table))
      },
      groups: groups.map { group in
        JSON.Group(
          id: context.id(group.body), name: context.name(group.body),
          kind: context.kindID(group.body), members: group.members.count,
          areas: named(group.areas.map(\.unit)), membersWithoutArea: group.untied.count)
      },
      withoutMembers: withoutMembers.map { JSON.Unrecorded(kind: $0.kind, bodies: $0.bodies) },
      notRecorded: coverage)
  }

  private var csv: ReportTable {
    let columns: [ReportTable.Column] = [
      .text("across"), .text("id"), .text("name"), .text("kind"), .text("geography"),
      .number("areas"), .text("area_ids"), .number("people_outside_largest"), .text("vintage"),
    ]
    let title = book.vintage.title
    func rows(_ crossing: Crossing, _ side: OverlapTable.Side) -> [[String]] {
      let table = crossing.table
      let (own, other) = (table.layer(side), table.layer(side.opposite))
      return (side == .from ? crossing.cut : crossing.otherCut).map { split in
        [
          "area", own.units[split.unit].id, own.units[split.unit].name, own.name, other.name,
          String(split.parts.count),
          split.parts.map { other.units[$0.unit(on: side.opposite)].id }.joined(separator: " "),
          table.quantity == .nothing ? "" : String(Int(behind(split, table))), title,
        ]
      }
    }
    return ReportTable(
      columns,
      rows: bodies.map { body in
        [
          "body", context.id(body.body), context.name(body.body), context.kindID(body.body),
          geography, String(body.ties.count), body.ties.map(\.unit).joined(separator: " "), "", "",
        ]
      } + crossings.flatMap { rows($0, .from) + rows($0, .to) }
        + groups.map { group in
          [
            "group", context.id(group.body), context.name(group.body),
            context.kindID(group.body), geography, String(group.areas.count),
            group.areas.map(\.unit).joined(separator: " "), "", "",
          ]
        })
  }
}
