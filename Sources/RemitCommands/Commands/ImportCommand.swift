import ArgumentParser
import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import Interchange
import Reports

/// `remit import`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring published files into a graph.",
    subcommands: [ImportONSCommand.self])
}

/// `remit import ons LOOKUP.csv`
struct ImportONSCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "ons",
    abstract: "The borders of a time: a lookup from small areas, as the ONS publishes it.",
    discussion: """
      The graph gets files of its own for the vintage, named after its first day; nothing that \
      stands there is changed. The answer says what joined and what did not.
      """)

  @Argument(help: "The lookup, with headers such as LSOA11CD, CCG18CDH, STP18CD, LAD18CD.")
  var lookup: String

  @Option(help: "The population of the small areas: a code and a number in each row.")
  var population: String?

  @Option(help: "The column that holds it, where it is not called population.")
  var populationColumn: String?

  @Option(help: "Whom it counts: residents, registered patients.")
  var counting: String?

  @Option(help: "The time that the population is of: mid-2018.")
  var populationYear: String?

  @Option(help: "The first day on which the borders hold.")
  var from: String

  @Option(help: "The first day on which they no longer hold.")
  var until: String?

  @Option(help: "What the borders are called (else their first day).")
  var title: String?

  @Option(help: "The id of the source in the graph's table of sources.")
  var source: String?

  @Option(help: "The folder of the graph that they are added to.")
  var into: String

  @Option(help: "text, json, csv or markdown.")
  var format: AnswerFormat = .text

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let period = Period(start: try Self.day(from), end: try until.map(Self.day))
    guard !period.isEmpty else {
      throw Refusal.misuse("--until '\(until ?? "")' is not after --from '\(from)'")
    }
    var place = SourceOptions()
    place.graph = into
    place.asOf = from
    place.lenient = false
    let session = try Session(place, format, surroundings)
    if let source, !session.graph.sources.isEmpty, session.graph.source(id: source) == nil {
      throw Refusal.misuse(
        "no source is called '\(TerminalText.escaped(source))'; add it to sources.csv first")
    }
    do throws(FileError) {
      let tables = try AreaReader.read(path: session.path).tables
      guard !tables.vintages.contains(where: { $0.id == from }),
        !TextFile.exists("\(session.path)/zones-\(from).csv")
      else {
        return Refusal.misuse(
          "the graph has borders of \(from) already; remove zones-\(from).csv and what belongs "
            + "to it first"
        ).outcome
      }
      let found = try ZoneImport(
        lookup: lookup, population: population, populationColumn: populationColumn,
        into: session.graph, tables,
        ZoneImport.Request(
          id: from, title: title ?? from, period: period, populationKind: counting,
          populationYear: populationYear, source: source))
      let written = try found.write(into: session.path)
      return session.outcome(ImportONSAnswer.report(on: found, written: written))
    } catch {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
  }

  private static func day(_ text: String) throws -> PartialDate {
    guard let date = PartialDate(text), date.isWhole else {
      throw Refusal.misuse(
        "'\(TerminalText.escaped(text))' is not a day; write it as 2018-04-01")
    }
    return date
  }
}

/// `import ons`: what joined and what did not.
enum ImportONSAnswer {
  private struct JSON: Encodable, Sendable {
    struct Column: Encodable, Sendable {
      let column: String
      let geography: String
      let areas: Int
      let unknown: [String]
    }
    struct Population: Encodable, Sendable {
      let people: Int
      let zonesWithout: Int
      let lostZones: Int
      let lostPeople: Int
    }
    let vintage: String
    let zoneKind: String
    let zones: Int
    let columns: [Column]
    let population: Population?
    /// Columns of an earlier year than another of their sort.
    let leftOut: [String]
    let written: [String]
  }

  static func report(on found: ZoneImport, written: [String]) -> Report {
    let rows = found.ties.map { tie in
      [
        tie.column, tie.geography, String(tie.areas),
        tie.isOfBodies
          ? "\(tie.areas - tie.unknown.count) are bodies of the graph"
          : (tie.isNew ? "a new geography" : "areas of the graph"),
      ]
    }
    let unknown = found.ties.filter { !$0.unknown.isEmpty }.map { tie in
      "\(tie.unknown.count) of \(tie.geography) are no bodies of the graph on that day: "
        + tie.unknown.prefix(5).joined(separator: ", ")
        + (tie.unknown.count > 5 ? " and \(tie.unknown.count - 5) more" : "")
    }
    return Report(
      title: "Borders of \(found.request.title)",
      preface: [
        "\(found.zones) zones (\(found.zoneColumn)). Written: \(written.joined(separator: ", "))."
      ],
      sections: [
        Report.Section(
          "Geographies (\(found.ties.count))",
          table: ReportTable(
            [.text("column"), .text("geography"), .number("areas"), .text("joined")], rows: rows)),
        Report.Section("Population", lines: [populationLine(found)]),
      ],
      coverage: unknown
        + (found.leftOut.isEmpty
          ? []
          : [
            "left out, since the file has columns of the same sort of a later year: "
              + found.leftOut.joined(separator: ", ")
          ]),
      citations: [],
      csv: ReportTable(
        [.text("column"), .text("geography"), .number("areas"), .text("unknown")],
        rows: found.ties.map {
          [$0.column, $0.geography, String($0.areas), $0.unknown.joined(separator: " ")]
        }),
      json: JSON(
        vintage: found.request.id, zoneKind: found.zoneColumn, zones: found.zones,
        columns: found.ties.map {
          JSON.Column(
            column: $0.column, geography: $0.geography, areas: $0.areas, unknown: $0.unknown)
        },
        population: found.population.map {
          JSON.Population(
            people: $0.people, zonesWithout: $0.without, lostZones: $0.lostZones,
            lostPeople: $0.lostPeople)
        }, leftOut: found.leftOut, written: written))
  }

  private static func populationLine(_ found: ZoneImport) -> String {
    guard let population = found.population else {
      return "none was given: only zones can be counted"
    }
    var line = "\(population.people) people joined"
    if population.lostZones > 0 {
      line +=
        "; \(population.lostPeople) people of \(population.lostZones) zones are lost, since the "
        + "lookup does not have them"
    }
    if population.without > 0 {
      line += "; \(population.without) zones have no population and count as 0"
    }
    return line
  }
}
