import GovernanceAnalysis
import GovernanceModel

/// `mismatches`: the bodies whose people live elsewhere than where they are accountable.
public struct MismatchesAnswer {
  private struct JSON: Encodable, Sendable {
    struct Part: Encodable, Sendable {
      let id: String
      let name: String
      let share: Double
      let people: Int?
    }
    struct Body: Encodable, Sendable {
      let rank: Int
      let id: String
      let name: String
      let kind: String
      /// `patients` or `residents`.
      let people: String
      let accountableIn: [Part]
      let livesElsewhere: [Part]
      let shareElsewhere: Double
      let peopleElsewhere: Int?
      let undetermined: Double
      let nowhere: Double
      /// `estimated` or `computed`.
      let grade: String
      /// What its ties to the areas in which it is accountable are graded.
      let tieGrades: [String]
      let sources: [String]
    }
    struct Untied: Encodable, Sendable {
      let id: String
      let name: String
      let people: String
      /// The area in which most of its people live.
      let mostIn: Part?
      let leastShareElsewhere: Double
      let grade: String
    }
    let asOf: String?
    let geography: String
    let vintage: String
    let population: String
    let formula: String
    let bodies: [Body]
    let withoutArea: [Untied]
    let notRecorded: [String]
  }

  private static let formula =
    "the share of a body's people who live outside the areas whose bodies it is a member or part of, "
    + "answers to or is overseen by"

  private let book: AreaBook
  private let mismatches: Mismatches
  private let context: AnswerContext
  /// A share up to which a mismatch is not told.
  private let sliver: SliverTolerance

  /// - Parameters:
  ///   - geography: that of the areas in which bodies are accountable.
  ///   - sliver: bodies with no larger a share of their people elsewhere are left out.
  public static func report(
    in geography: String, of book: AreaBook, sliver: SliverTolerance
  ) -> Report {
    MismatchesAnswer(
      book: book, mismatches: book.mismatches(in: geography),
      context: AnswerContext(book.graph, book.moment), sliver: sliver
    ).report
  }

  private var told: [Mismatch] { mismatches.all.filter { $0.share > sliver.share } }

  private var geography: (one: String, several: String) {
    book.tables.geography(mismatches.geography).map { ($0.name, $0.plural) }
      ?? (mismatches.geography, mismatches.geography)
  }

  private var report: Report {
    let told = told
    return Report(
      title: "Where bodies are accountable, and where their people live",
      preface: [
        context.asOfLine + " Borders of \(book.vintage.title); residents counted: \(counted).",
        "Ranked by \(Self.formula): here \(geography.several). "
          + (sliver.share == 0
            ? "Nobody is left out."
            : "Bodies with up to \(OverlapWords.percent(sliver.share)) elsewhere are left out."),
      ],
      sections: [
        section(
          told.filter { $0.people == .patients }, "Bodies by their patients (estimated)",
          of: mismatches.all.count { $0.people == .patients }),
        section(
          told.filter { $0.people != .patients }, "Bodies by the residents of their area",
          of: mismatches.all.count { $0.people != .patients }),
      ] + untiedSections, coverage: coverage,
      citations: context.citations(
        (told + untied).flatMap(\.evidence) + told.flatMap { $0.rows.map(\.evidence) }
          + [book.vintage.evidence]),
      csv: csv(told),
      json: JSON(
        asOf: context.asOf, geography: mismatches.geography, vintage: book.vintage.title,
        population: counted, formula: Self.formula,
        bodies: told.enumerated().map { json($0.element, rank: $0.offset + 1) },
        withoutArea: mismatches.untied.map { json(withoutArea: $0) },
        notRecorded: coverage))
  }

  private var counted: String {
    switch book.quantity {
    case .people(let counted, let year): "\(counted) of \(year)"
    case .squareMetres, .nothing: "none, only zones"
    }
  }

  private func name(_ unit: String) -> String { book.name(of: unit, in: mismatches.geography) }

  // MARK: For people

  private static let limit = 20

  private func section(_ bodies: [Mismatch], _ heading: String, of all: Int) -> Report.Section {
    guard all > 0 else { return Report.Section(heading, lines: ["none is known on this date"]) }
    var columns: [ReportTable.Column] = [
      .text("body"), .text("id"), .text("accountable in"), .number("live there"),
      .number("elsewhere"), .text("most of them in"), .number("share"),
    ]
    let hasPeople = bodies.contains { $0.peopleElsewhere != nil }
    if hasPeople { columns.insert(.number("people elsewhere"), at: 5) }
    return Report.Section(
      "\(heading): \(bodies.count) of \(all) live partly elsewhere",
      lines: bodies.count > Self.limit ? ["the first \(Self.limit); CSV and JSON give all"] : [],
      table: bodies.isEmpty
        ? nil
        : ReportTable(columns, rows: bodies.prefix(Self.limit).map { cells($0, hasPeople) }))
  }

  private func cells(_ body: Mismatch, _ hasPeople: Bool) -> [String] {
    let most = body.elsewhere[0]
    var cells = [
      context.name(body.body), context.id(body.body), own(body),
      OverlapWords.percent(body.ownShare), OverlapWords.percent(body.share), name(most.unit),
      OverlapWords.percent(most.share),
    ]
    if hasPeople {
      cells.insert(body.peopleElsewhere.map { OverlapWords.grouped(Int($0)) } ?? "", at: 5)
    }
    return cells
  }

  /// Those of whom no area is recorded and who cannot have all of their people in one, most first.
  private var untied: [Mismatch] {
    mismatches.untied.map { ($0, $0.leastShare) }.filter { $0.1 > sliver.share && $0.1 > 1e-9 }
      .enumerated().sorted {
        ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
      }.map(\.element.0)
  }

  private var untiedSections: [Report.Section] {
    guard !mismatches.untied.isEmpty else { return [] }
    let untied = untied
    var lines = [
      "to which they belong is not recorded; whichever it is, at least this share of their people "
        + "lives elsewhere"
    ]
    if untied.count > Self.limit { lines.append("the first \(Self.limit); JSON gives all") }
    return [
      Report.Section(
        "Bodies on record in no \(geography.one) (\(mismatches.untied.count)): \(untied.count) with "
          + "people in several",
        lines: lines,
        table: untied.isEmpty
          ? nil
          : ReportTable(
            [
              .text("body"), .text("id"), .text("people"), .text("most of them in"),
              .number("share"), .number("elsewhere at least"),
            ],
            rows: untied.prefix(Self.limit).map { body in
              [
                context.name(body.body), context.id(body.body), kind(body.people).word,
                name(body.elsewhere[0].unit), OverlapWords.percent(body.elsewhere[0].share),
                OverlapWords.percent(body.leastShare),
              ]
            }))
    ]
  }

  /// The names of a body's own areas, many of them as a number.
  private func own(_ body: Mismatch) -> String {
    body.own.count > 2
      ? "\(body.own.count) \(geography.several)"
      : body.own.map { name($0.unit) }.joined(separator: "; ")
  }

  private var coverage: [String] {
    var lines = OverlapWords.membersNotRecorded(in: book)
    if !mismatches.untied.isEmpty {
      let shown = mismatches.untied.prefix(5).map { context.title($0.body) }.joined(separator: "; ")
      lines.append(
        "\(counted(mismatches.untied.count, "open body has people", "open bodies have people")) and "
          + "no \(geography.one) on record in which to be accountable, so only the least share that "
          + "lives elsewhere is told of \(mismatches.untied.count == 1 ? "it" : "them"): \(shown)"
          + (mismatches.untied.count > 5 ? " and \(mismatches.untied.count - 5) more" : ""))
    }
    if !mismatches.notOpen.isEmpty {
      lines.append(
        "\(counted(mismatches.notOpen.count, "body", "bodies")) with a catchment "
          + "\(mismatches.notOpen.count == 1 ? "is" : "are") not open on the date: "
          + mismatches.notOpen.prefix(5).map(context.id).joined(separator: ", ")
          + (mismatches.notOpen.count > 5 ? " and \(mismatches.notOpen.count - 5) more" : ""))
    }
    if (mismatches.all + mismatches.untied).contains(where: { $0.people == .patients }) {
      lines.append(
        "catchments are modelled, of several years together, and spread over districts as their "
          + "inhabitants are; they give shares, and not how many patients these are")
    }
    let unsure = mismatches.all.count { tieGrades($0) != [EvidenceGrade.verified.word] }
    if unsure > 0 {
      lines.append(
        "where it is accountable is not verified of \(unsure) of \(mismatches.all.count) bodies: CSV "
          + "and JSON give the grade of each")
    }
    if mismatches.all.contains(where: { $0.undetermined > 0 }) {
      lines.append("people whose area is undetermined count neither there nor elsewhere")
    }
    return lines + (book.vintage.evidence.note.map { [$0] } ?? [])
  }

  private func counted(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }

  // MARK: For programs

  private func kind(_ people: Mismatch.People) -> (word: String, grade: EvidenceGrade) {
    people == .patients ? ("patients", .estimated) : ("residents", .computed)
  }

  private func tieGrades(_ body: Mismatch) -> [String] {
    Set(body.rows.map { $0.evidence.grade?.word ?? "not recorded" }).sorted()
  }

  private func json(_ body: Mismatch, rank: Int) -> JSON.Body {
    return JSON.Body(
      rank: rank, id: context.id(body.body), name: context.name(body.body),
      kind: context.kindID(body.body), people: kind(body.people).word,
      accountableIn: body.own.map(part), livesElsewhere: body.elsewhere.map(part),
      shareElsewhere: body.share, peopleElsewhere: body.peopleElsewhere.map { Int($0) },
      undetermined: body.undetermined, nowhere: body.nowhere,
      grade: kind(body.people).grade.word, tieGrades: tieGrades(body),
      sources: Set((body.evidence + body.rows.map(\.evidence)).flatMap(\.sources)).sorted())
  }

  private func json(withoutArea body: Mismatch) -> JSON.Untied {
    JSON.Untied(
      id: context.id(body.body), name: context.name(body.body), people: kind(body.people).word,
      mostIn: body.elsewhere.first.map(part), leastShareElsewhere: body.leastShare,
      grade: kind(body.people).grade.word)
  }

  private func part(_ part: Mismatch.Part) -> JSON.Part {
    JSON.Part(
      id: part.unit, name: name(part.unit), share: part.share, people: part.people.map { Int($0) })
  }

  private func csv(_ told: [Mismatch]) -> ReportTable {
    ReportTable(
      [
        .number("rank"), .text("id"), .text("name"), .text("kind"), .text("people"),
        .text("geography"), .text("accountable_in"), .number("share_there"),
        .number("share_elsewhere"), .number("people_elsewhere"), .text("most_in"),
        .number("share_most"), .number("undetermined"), .number("nowhere"), .text("grade"),
        .text("tie_grades"),
        .text("vintage"), .text("counted"),
      ],
      rows: told.enumerated().map { rank, body in
        [
          String(rank + 1), context.id(body.body), context.name(body.body),
          context.kindID(body.body), kind(body.people).word, mismatches.geography,
          body.own.map(\.unit).joined(separator: " "), "\(body.ownShare)", "\(body.share)",
          body.peopleElsewhere.map { String(Int($0)) } ?? "", body.elsewhere[0].unit,
          "\(body.elsewhere[0].share)", "\(body.undetermined)", "\(body.nowhere)",
          kind(body.people).grade.word, tieGrades(body).joined(separator: " "), book.vintage.title,
          body.people == .patients ? "" : counted,
        ]
      })
  }
}
