import GovernanceAnalysis
import GovernanceModel

/// `coterminous`: how far geographies share their borders, pair by pair and over time, and which
/// units share them least.
public struct CoterminousAnswer {
  private struct JSON: Encodable, Sendable {
    struct Vintage: Encodable, Sendable {
      let vintage: String
      let asOf: String?
      let population: String
    }
    struct Pair: Encodable, Sendable {
      let first: String
      let second: String
      let vintage: String
      let index: Double?
      let firstIndex: Double?
      let secondIndex: Double?
      let vMeasure: Double?
      let homogeneity: Double?
      let completeness: Double?
      /// How many zones could be put in no unit, since the membership is not a function.
      let undeterminedZones: Int
    }
    struct Unit: Encodable, Sendable {
      let geography: String
      let against: String
      let id: String
      let name: String
      let misfit: Double
      let index: Double
      let likeness: Double
      let mostLike: String
      let certain: Bool
    }
    let asOf: String?
    let formula: String
    let vintages: [Vintage]
    let pairs: [Pair]
    let league: [Unit]
    let notRecorded: [String]
  }

  private struct Result {
    let first: String
    let second: String
    let book: AreaBook
    let table: OverlapTable
    let index: Coterminosity
  }

  static let formula =
    "index = 1 less the share of people who would have to change sides for no border of the one to "
    + "cross an area of the other: of each area the fewer of those outside its largest part and "
    + "those that would make it of whole areas (after van Dongen 2000); V-measure by Rosenberg and "
    + "Hirschberg 2007, for maps Nowosad and Stepinski 2018"

  private let books: [AreaBook]
  /// Geographies that are compared only when they are named.
  private let leftOut: [String]
  private let results: [Result]
  /// The table of the league, of the first book.
  private let league: Result?

  /// - Parameters:
  ///   - books: the vintages, that of the date first.
  ///   - pair: the two geographies of the league; nil for all pairs, and the league of the least
  ///     coterminous one.
  public static func report(_ books: [AreaBook], pair: (String, String)?) -> Report {
    CoterminousAnswer(books, pair: pair).report
  }

  private init(_ books: [AreaBook], pair: (String, String)?) {
    self.books = books
    var results: [Result] = []
    let all = books[0].tables.geographies.map(\.id)
    let known = all.filter { geography in books.contains { $0.isMostlyCovered(by: geography) } }
    leftOut = pair == nil ? all.filter { !known.contains($0) } : []
    let pairs =
      pair.map { [$0] }
      ?? known.indices.flatMap { first in
        known[(first + 1)...].map { (known[first], $0) }
      }
    for (first, second) in pairs {
      for book in books {
        guard let table = try? book.overlap(from: first, to: second) else { continue }
        results.append(
          Result(
            first: first, second: second, book: book, table: table, index: table.coterminosity))
      }
    }
    self.results = results
    let now = results.filter { $0.book.vintage == books[0].vintage && $0.index.index != nil }
    league =
      pair != nil
      ? now.first
      : now.enumerated().min { left, right in
        (left.element.index.index!, left.offset) < (right.element.index.index!, right.offset)
      }?.element
  }

  /// The vintages by time.
  private var ordered: [AreaBook] {
    books.sorted { $0.vintage.period.firstDay < $1.vintage.period.firstDay }
  }

  private var report: Report {
    let context = AnswerContext(books[0].graph, books[0].moment)
    return Report(
      title: "Coterminosity", preface: [context.asOfLine + " " + populationLine, Self.formula],
      sections: [pairSection, leagueSection], coverage: coverage,
      citations: context.citations(ordered.map(\.vintage.evidence)), csv: csv,
      json: JSON(
        asOf: context.asOf, formula: Self.formula,
        vintages: ordered.map {
          JSON.Vintage(
            vintage: $0.vintage.title, asOf: $0.moment.date?.description,
            population: Self.population($0))
        },
        pairs: results.map { result in
          JSON.Pair(
            first: result.first, second: result.second, vintage: result.book.vintage.title,
            index: result.index.index, firstIndex: result.index.fromIndex,
            secondIndex: result.index.toIndex, vMeasure: result.index.vMeasure,
            homogeneity: result.index.homogeneity, completeness: result.index.completeness,
            undeterminedZones: result.table.undetermined.reduce(0) { $0 + $1.extent.zones })
        }, league: leagueRows.map(\.json), notRecorded: coverage))
  }

  private static func population(_ book: AreaBook) -> String {
    switch book.quantity {
    case .people(let counted, let year): "\(counted), \(year)"
    case .squareMetres, .nothing: "zones"
    }
  }

  private var populationLine: String {
    "Counted: "
      + ordered.map { "\(Self.population($0)) in the borders of \($0.vintage.title)" }
      .joined(separator: "; ") + ". No sliver is left out."
  }

  private var pairSection: Report.Section {
    let columns = ordered.map { ReportTable.Column.number($0.vintage.title) }
    var keys: [[String]] = []
    for result in results where !keys.contains([result.first, result.second]) {
      keys.append([result.first, result.second])
    }
    let rows = keys.map { key -> (cells: [String], least: Double) in
      let found = ordered.map { book in
        results.first {
          [$0.first, $0.second] == key && $0.book.vintage == book.vintage
        }
      }
      let indices = found.compactMap { $0?.index.index }
      return (
        key + found.map { $0.map { OverlapWords.index($0.index.index) } ?? "" },
        indices.min() ?? 2
      )
    }
    let sorted = rows.enumerated().sorted {
      ($0.element.least, $0.offset) < ($1.element.least, $1.offset)
    }
    return Report.Section(
      "Index by pair of geographies and vintage (\(keys.count))",
      lines: ["empty: no zones of that vintage are joined to both"]
        + (leftOut.isEmpty
          ? []
          : [
            "compared only when named, since most zones are in none: "
              + leftOut.joined(separator: ", ")
          ]),
      table: ReportTable(
        [.text("first"), .text("second")] + columns, rows: sorted.map(\.element.cells)))
  }

  // MARK: The league

  private struct LeagueRow {
    let json: JSON.Unit
    let cells: [String]
  }

  /// The units of both geographies of the league, those with the lowest index first.
  private var leagueRows: [LeagueRow] {
    guard let league else { return [] }
    let table = league.table
    return OverlapTable.Side.allCases.flatMap { side in
      (side == .from ? league.index.from : league.index.to).map { unit -> LeagueRow in
        let own = table.layer(side).units[unit.unit]
        let other = table.layer(side.opposite).units[unit.mostLike]
        return LeagueRow(
          json: JSON.Unit(
            geography: table.layer(side).name, against: table.layer(side.opposite).name,
            id: own.id, name: own.name, misfit: unit.misfit, index: unit.index,
            likeness: unit.likeness, mostLike: other.id,
            certain: !table.isInDoubt(unit.unit, side)),
          cells: [
            own.name, own.id, table.layer(side).name, OverlapWords.index(unit.index),
            OverlapWords.amount(unit.misfit, table.quantity), other.name,
            OverlapWords.index(unit.likeness),
          ])
      }
    }.sorted { left, right in
      (left.json.index, -left.json.misfit, left.json.geography, left.json.id)
        < (right.json.index, -right.json.misfit, right.json.geography, right.json.id)
    }
  }

  private static let limit = 25

  private var leagueSection: Report.Section {
    guard let league else {
      return Report.Section("League table", lines: ["no two geographies can be compared"])
    }
    let rows = leagueRows
    let crossed = rows.filter { $0.json.index < 1 }
    return Report.Section(
      "Least coterminous of \(league.first) and \(league.second), \(league.book.vintage.title) "
        + "(\(crossed.count) of \(rows.count) are crossed by a border of the other)",
      lines: crossed.count > Self.limit
        ? ["the first \(Self.limit); CSV and JSON give all"] : [],
      table: ReportTable(
        [
          .text("area"), .text("id"), .text("of"), .number("index"), .number("would change sides"),
          .text("most like"), .number("likeness"),
        ], rows: crossed.prefix(Self.limit).map(\.cells)))
  }

  private var csv: ReportTable {
    ReportTable(
      [
        .text("geography"), .text("against"), .text("id"), .text("name"), .number("index"),
        .number("misfit"), .number("likeness"), .text("most_like"), .text("certain"),
        .text("vintage"), .text("counted"),
      ],
      rows: leagueRows.map { row in
        let unit = row.json
        return [
          unit.geography, unit.against, unit.id, unit.name, "\(unit.index)",
          String(Int(unit.misfit)), "\(unit.likeness)", unit.mostLike,
          unit.certain ? "true" : "false", league!.book.vintage.title,
          Self.population(league!.book),
        ]
      })
  }

  private var coverage: [String] {
    var lines: [String] = []
    for result in results {
      let zones = result.table.undetermined.reduce(0) { $0 + $1.extent.zones }
      if zones > 0 {
        lines.append(
          "\(result.first) and \(result.second), \(result.book.vintage.title): "
            + "\(OverlapWords.grouped(zones)) zones are undetermined and not in the index")
      }
    }
    for book in ordered {
      if let note = book.vintage.evidence.note { lines.append("\(book.vintage.title): \(note)") }
    }
    return lines
  }
}
