import GovernanceModel
import GraphFiles

/// The vanguards of 2015 and the first accountable care systems of June 2017.
struct Programmes {
  private let vanguards: [NamedCells]
  private let systems: [NamedCells]

  private static let kinds = [
    "PACS": "vanguard-pacs", "MCP": "vanguard-mcp", "EHCH": "vanguard-ehch", "UEC": "vanguard-uec",
    "ACC": "vanguard-acc",
  ]

  init(_ sources: SourceFolder) throws(FileError) {
    vanguards = try sources.rows("programmes/vanguards.csv")
    systems = try sources.rows("programmes/accountable-care-systems-2017-06.csv")
  }

  func add(to tables: inout EnglandTables) {
    for row in vanguards {
      guard let kind = Self.kinds[row["care_model"]] else {
        tables.leaveOut("\(row["name"]): no kind of vanguard is called \(row["care_model"])")
        continue
      }
      tables.organisation(
        .programmes, id: "vanguard-" + OtherPartners.slug(row["name"]),
        // Several are called like the body that leads them: "Royal Free London", "Moorfields".
        name: row["name"] + " vanguard", kind: kind, legalForm: "partnership",
        life: Period(start: PartialDate(row["announced"])),
        Evidence(
          ["nhse-vanguards"], .verified,
          note: "Opened in the month of its announcement; its end is not recorded."))
    }
    for row in systems {
      let area = row["acs"]
      let short = area.prefix { $0 != "(" && $0 != "," }.split(separator: " ").joined(
        separator: " ")
      tables.organisation(
        .programmes, id: "accountable-care-system-" + OtherPartners.slug(short),
        name: area.prefix { $0 != "(" }.split(separator: " ").joined(separator: " ")
          + " accountable care system", kind: "integrated-care-system",
        legalForm: "partnership", life: Period(start: day("2017-06")),
        Evidence(
          ["mj-accountable-care-systems"], .verified,
          note: area == short ? nil : "As listed: \(area)."))
    }
  }
}
