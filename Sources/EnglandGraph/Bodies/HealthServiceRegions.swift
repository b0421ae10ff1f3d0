import GovernanceModel
import GraphFiles
import Interchange

/// NHS England's regions and local offices, and which office looked after which CCG.
///
/// Two registers and three lists each know a part: the registers the codes, the lists of April 2017
/// and 2018 the names and regions, and only the list of 2018 both.
struct HealthServiceRegions {
  private let offices: LocalOffices
  private let groups: CommissioningGroups

  init(_ sources: SourceFolder, groups: CommissioningGroups) throws(FileError) {
    offices = try LocalOffices(sources, groups: groups)
    self.groups = groups
  }

  /// The regions: names and codes of the lists; those of 2019 from the partner workbook's log.
  private static let regions:
    [(id: String, name: String, ons: String?, opened: String?, closed: String?, source: String)] = [
      ("Y54", "North of England", "E40000001", nil, "2019-04-01", "ons-ccg18-nhsrlo18-nhser18 wbk"),
      (
        "Y55", "Midlands and East of England", "E40000002", nil, "2019-04-01",
        "ons-ccg18-nhsrlo18-nhser18 wbk"
      ),
      ("Y56", "London", "E40000003", nil, nil, "ons-ccg18-nhsrlo18-nhser18"),
      (
        "Y57", "South of England", "E40000004", nil, "2018-04-01",
        "ods-eccg-2016-02 ons-nhsrlo17-nhser17 ons-ccg18-nhsrlo18-nhser18"
      ),
      ("Y58", "South West", "E40000006", "2018-04-01", nil, "ons-ccg18-nhsrlo18-nhser18"),
      ("Y59", "South East", "E40000005", "2018-04-01", nil, "ons-ccg18-nhsrlo18-nhser18"),
      ("Y60", "Midlands", nil, "2019-04-01", nil, "wbk"),
      ("Y61", "East of England", nil, "2019-04-01", nil, "wbk"),
      ("Y62", "North West", nil, "2019-04-01", nil, "wbk"),
      ("Y63", "North East and Yorkshire", nil, "2019-04-01", nil, "wbk"),
    ]

  private static let notes = [
    "Y57": "Gone from the list of April 2018; the partner workbook changed its own rows in July.",
    "Y54": "Split in April 2019; the day is that of the new financial year.",
    "Y55": "Split in April 2019; the day is that of the new financial year.",
  ]

  private static let successions = [
    ("Y58", "Y57"), ("Y59", "Y57"), ("Y60", "Y55"), ("Y61", "Y55"), ("Y62", "Y54"), ("Y63", "Y54"),
  ]

  func add(to tables: inout EnglandTables) {
    for region in Self.regions {
      let life = Period(start: region.opened.map(day), end: region.closed.map(day))
      let sources = region.source.split(separator: " ").map(String.init)
      tables.organisation(
        .regions, id: region.id, name: "NHS England region: \(region.name)",
        kind: "nhs-england-region", legalForm: "part-of-body", life: life,
        codes: [("code_ods", region.id), ("code_ons", region.ons)],
        Evidence(sources, .verified, note: Self.notes[region.id]))
      tables.relationship(
        .structure, region.id, .partOf, "nhs-england", basis: .managerial,
        Evidence(sources, .inferred))
    }
    for (successor, predecessor) in Self.successions {
      tables.plainRelationship(
        .succession, successor, .succeeds, predecessor, [], nil,
        Period(start: tables.lives[successor]?.start),
        Evidence(["wbk"], .verified, note: "The region was split in two."))
    }
    offices.add(to: &tables)
  }
}
