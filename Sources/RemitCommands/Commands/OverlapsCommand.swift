import ArgumentParser
import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import Reports

/// `remit overlaps FROM TO`
struct OverlapsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "overlaps",
    abstract: "How the areas of two geographies lie on each other: who is cut by which border.",
    discussion: """
      Geographies are named as in national statistics: ccg, stp, ltla, utla, region, local-office, \
      cauth, icb, sub-icb. Counted by the people of small areas, whose borders are those of the \
      date. With --by area the polygons of the graph's folder are overlaid, and the answer says how \
      far areas and people differ. FROM and TO may also be two files of polygons (GeoJSON); no graph \
      is read then.
      """)

  @Argument(help: "The geography whose areas are looked at, such as stp.")
  var from: String

  @Argument(help: "The geography that they are compared with, such as utla.")
  var to: String

  @Option(name: .customLong("of"), help: "Only this area of either: an id, a code or a name.")
  var unit: String?

  @Flag(help: "Only areas of FROM that lie in several of TO.")
  var splitOnly = false

  @Option(
    help: "Parts up to this share of an area do not count: 0.5%, 0.005 (else 0%; 0.5% of polygons)."
  )
  var sliver: SliverTolerance?

  @Option(
    help: "What shares are of: population (else), zones, or area, by the graph's own polygons.")
  var by: OverlapBasis?

  @Flag(help: "Put zones in doubt where the next vintage has them, marked as inferred.")
  var infer = false

  @Flag(
    help:
      "Of polygons, also the neighbours in each file and the border they share; in CSV only these.")
  var borders = false

  @OptionGroup var polygons: PolygonOptions
  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    if PolygonOverlaps.areAsked([from, to]) {
      if let by, by != .area {
        throw Refusal.misuse("polygons are compared by area: --by \(by.rawValue) needs geographies")
      }
      return try PolygonOverlaps(
        paths: [from, to], options: polygons, findsBorders: borders,
        sliver: sliver ?? .usual, isSplitOnly: splitOnly, unit: unit, format: options
      ).outcome(in: surroundings)
    }
    let session = try Session(options, surroundings)
    if by == .area { return try byArea(session, surroundings) }
    guard !borders else { throw Refusal.misuse("--borders is of polygons: add --by area") }
    let areas = try session.areas(infersDoubts: infer)
    let book = areas.book
    let names = try [from, to].map { try Self.geography($0, in: book) }
    var table = try book.overlap(from: names[0], to: names[1])
    if by == .zones || table.quantity == .nothing { table = table.measured(by: .zones) }
    var question = OverlapsAnswer.Question()
    question.sliver = sliver ?? .none
    question.isSplitOnly = splitOnly
    if let unit { question.units = try session.units(unit, of: table, book.tables) }
    var heading = OverlapsAnswer.Heading(book, from: names[0], to: names[1])
    // Their files are only looked for, not read.
    if let boundaries = try? OwnBoundaries(names, of: session, book.tables) {
      heading.drawnBorders = boundaries.times
      heading.coverage.append(
        "the borders of both are drawn too (\(boundaries.times)): --by area compares them, and says "
          + "how far areas and people differ")
    }
    return session.outcome(
      OverlapsAnswer.report(on: table, question, heading: heading), leavingOut: areas.problems)
  }

  /// The answer from the graph's own polygons, compared with the one from its small areas.
  private func byArea(_ session: Session, _ surroundings: Surroundings) throws -> Outcome {
    guard !infer else {
      throw Refusal.misuse("--infer is of small areas: leave it out, or leave out --by area")
    }
    let reading = try session.areaTables()
    let boundaries = try OwnBoundaries([from, to], of: session, reading.tables)
    // Like is compared with like: people are counted in the borders of the polygons' own time.
    let book = try session.book(at: boundaries.day ?? session.moment, reading)
    var overlaps = PolygonOverlaps(
      paths: boundaries.paths, options: polygons, findsBorders: borders, sliver: sliver ?? .usual,
      isSplitOnly: splitOnly, unit: unit, format: options)
    overlaps.own = PolygonOverlaps.Own(
      boundaries: boundaries, asOf: session.moment.date?.description,
      units: { word, table in try session.units(word, of: table, reading.tables) },
      ofPeople: book.flatMap { try? $0.overlap(from: boundaries.names[0], to: boundaries.names[1]) }
    )
    let outcome = try overlaps.outcome(in: surroundings)
    return Outcome(
      output: outcome.output, errors: session.remarks + outcome.errors, code: outcome.code)
  }

  /// The geography that a word names; refuses any other with the nearest one.
  static func geography(_ word: String, in book: AreaBook) throws -> String {
    let known = book.geographies
    if known.contains(word.lowercased()) { return word.lowercased() }
    let shown = TerminalText.escaped(String(word.prefix(100)))
    if let row = book.tables.geography(word.lowercased()) {
      throw Refusal.misuse(
        "no zones of \(book.vintage.title) are joined to \(row.id); there are "
          + known.joined(separator: ", "))
    }
    throw Refusal.misuse(
      "no geography is called '\(shown)'; "
        + (Suggestion.nearest(to: word, in: known).map { "did you mean '\($0)'?" }
          ?? "there are \(known.joined(separator: ", "))"))
  }
}

/// What shares of an overlap are of.
enum OverlapBasis: String, ExpressibleByArgument, CaseIterable {
  case population, zones, area
}

extension SliverTolerance: ExpressibleByArgument {
  /// Reads `0.5%` or `0.005`.
  public init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    let digits = isPercent ? argument.dropLast() : argument[...]
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      let number = Double(digits)
    else { return nil }
    self.init(share: isPercent ? number / 100 : number)
  }

  public var defaultValueDescription: String { "0%" }
}
