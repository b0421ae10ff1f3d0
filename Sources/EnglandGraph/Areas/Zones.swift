import GovernanceModel
import GraphFiles
import Interchange

/// The small areas of England in three vintages, with the residents of mid-2017 in all of them: no
/// estimate for mid-2016 was found, and the areas are the same.
///
/// Each zone has the commissioner of the day and the district; everything larger is joined to these.
/// Units have the ids that bodies and areas have: CCGs their health service codes, districts their
/// statistical ones.
struct Zones {
  struct Vintage: Sendable {
    let id: String
    let title: String
    let period: Period
    let file: String
    let source: String
    /// The geography of its commissioners, and the columns of which their ids are made.
    let commissioner: String
    let commissionerColumns: [String]
    let zone: String
    let district: String
  }

  static let population = "ons-lsoa11-population-mid2017"

  private static let vintages = [
    Vintage(
      id: "2016-04", title: "April 2016",
      period: Period(start: day("2016-04-01"), end: day("2017-04-01")),
      file: "LSOA11_CCG16_LAD16", source: "ons-lsoa11-ccg16-lad16", commissioner: "ccg",
      commissionerColumns: ["CCG16CDH"], zone: "LSOA11CD", district: "LAD16CD"),
    Vintage(
      id: "2017-04", title: "April 2017",
      period: Period(start: day("2017-04-01"), end: day("2018-04-01")),
      file: "LSOA11_CCG17_STP17_LAD17", source: "ons-lsoa11-ccg17-stp17-lad17",
      commissioner: "ccg", commissionerColumns: ["CCG17CDH"], zone: "LSOA11CD",
      district: "LAD17CD"),
    Vintage(
      id: "2022-07", title: "July 2022",
      period: Period(start: CommissioningGroups.abolition),
      file: "LSOA11_SICBL22_ICB22_LTLA22", source: "ons-lsoa11-sicbl22-icb22-ltla22",
      commissioner: "sub-icb",
      commissionerColumns: ["icb22_code_h", "sicbl22_code_h"], zone: "lsoa11_code",
      district: "ltla22_code"),
  ]

  /// A vintage with its zones: code, commissioner and district, by code.
  struct Table {
    let vintage: Vintage
    let zones: [(code: String, commissioner: String, district: String)]
  }

  let tables: [Table]
  private let people: [String: String]

  init(_ sources: SourceFolder) throws(FileError) {
    var people: [String: String] = [:]
    for row in try sources.rows("population/LSOA11-population-mid2017.csv") {
      people[row["LSOA11CD"]] = row["population"]
    }
    self.people = people
    var tables: [Table] = []
    for vintage in Self.vintages {
      let zones = try sources.rows("ons/\(vintage.file).csv").map { row in
        (
          code: row[vintage.zone],
          commissioner: vintage.commissionerColumns.map { row[$0] }.joined(separator: "-"),
          district: row[vintage.district]
        )
      }
      tables.append(Table(vintage: vintage, zones: zones.sorted { $0.code < $1.code }))
    }
    self.tables = tables
  }

  func add(to tables: inout EnglandTables) {
    for table in self.tables {
      let vintage = table.vintage
      tables.addArea(
        [
          ("id", vintage.id), ("title", vintage.title),
          ("start", vintage.period.start?.description ?? ""),
          ("end", vintage.period.end?.description ?? ""), ("zone_kind", "LSOA 2011"),
          ("population_kind", "residents"), ("population_year", "mid-2017"),
          ("source", "\(vintage.source) \(Self.population)"), ("grade", "verified"),
          ("note", Self.note(vintage)),
        ], to: .vintages)
      for zone in table.zones {
        guard let people = people[zone.code] else {
          tables.leaveOut("\(zone.code): no population, so no zone of \(vintage.title)")
          continue
        }
        tables.addArea(
          [
            ("zone", zone.code), ("population", people), (vintage.commissioner, zone.commissioner),
            ("ltla", zone.district),
          ], to: .zones(vintage.id))
      }
    }
  }

  private static func note(_ vintage: Vintage) -> String {
    switch vintage.id {
    case "2017-04": ""
    case "2016-04": "The population is of a year later; no estimate for mid-2016 was found."
    default: "The population is of five years earlier."
    }
  }
}
