import GovernanceModel
import GraphFiles
import Interchange

/// The councils of England: those of April 2016, and those that replaced some of them until 2021.
struct Councils {
  struct Council {
    let id: String
    let name: String
    /// The area of which it is the council.
    let area: String
    let kind: String
    var life: Period
    let county: String?
    let region: String?
    let evidence: Evidence

    var isUpperTier: Bool { kind != "district-council" }
  }

  private(set) var councils: [Council] = []
  /// By area, as ``CouncilNames/area(_:)`` has it.
  private var ids: [String: String] = [:]
  /// Area names of 2016 that later lists changed.
  private var earlierNames: [(id: String, name: String)] = []

  init(_ sources: SourceFolder) throws(FileError) {
    let names = CouncilNames(members: try sources.rows(named: "stp_members.csv"))
    let tiers = try sources.lookup("LTLA18_UTLA18")
    let regions = try sources.lookup("LAD16_RGN16")
    let counties = try sources.lookup("LAD16_CTY16")
    let lower = ONSGeography("LTLA", 2018)
    let upper = ONSGeography("UTLA", 2018)
    let area16 = ONSGeography("LAD", 2016)

    let region = Dictionary(
      regions.pairs(area16, ONSGeography("RGN", 2016)).map { ($0.left.code, $0.right.name) },
      uniquingKeysWith: { first, _ in first })
    // Metropolitan counties and the like have codes but no council.
    let county = Dictionary(
      counties.pairs(area16, ONSGeography("CTY", 2016)).filter { $0.right.code.hasPrefix("E10") }
        .map { ($0.left.code, $0.right.code) }, uniquingKeysWith: { first, _ in first })
    let countyRegion = Dictionary(
      county.compactMap { area, county in region[area].map { (county, $0) } },
      uniquingKeysWith: { first, _ in first })

    let units = Set(tiers.units(of: lower) + tiers.units(of: upper))
      .filter { $0.code.hasPrefix("E") }.sorted { $0.code < $1.code }
    for unit in units {
      add(
        unit, names: names, county: county[unit.code],
        region: region[unit.code] ?? countyRegion[unit.code],
        life: CouncilReorganisation.life(of: unit.code),
        sources: ["ons-ltla18-utla18", "ons-lad16-rgn16"])
      if let name = regions.unit(unit.code, of: area16)?.name, name != unit.name {
        earlierNames.append((unit.code, names.name(code: unit.code, area: name).name))
      }
    }
    let later = try sources.lookup("LTLA21_UTLA21")
    let known = Set(units.map(\.code))
    let later21 = Set(
      later.units(of: ONSGeography("LTLA", 2021)) + later.units(of: ONSGeography("UTLA", 2021)))
    for unit in later21.sorted(by: { $0.code < $1.code })
    where unit.code.hasPrefix("E") && !known.contains(unit.code) {
      add(
        unit, names: names, county: nil, region: nil,
        life: CouncilReorganisation.life(of: unit.code), sources: ["ons-ltla21-utla21"])
    }
  }

  private mutating func add(
    _ unit: ONSUnit, names: CouncilNames, county: String?, region: String?, life: Period,
    sources: [String]
  ) {
    let kinds = [
      "E06": "unitary-authority", "E07": "district-council", "E08": "metropolitan-borough",
      "E09": "london-borough", "E10": "county-council",
    ]
    guard let kind = kinds[String(unit.code.prefix(3))] else {
      preconditionFailure("No kind of council has codes like \(unit.code).")
    }
    let isReorganised = life != .unlimited
    let (name, isFromList) = names.name(
      code: unit.code, area: unit.name, isListed: life.start == nil)
    let sources =
      sources + (isFromList ? ["wbk"] : []) + (county == nil ? [] : ["ons-lad16-cty16"])
      + (isReorganised ? [CouncilReorganisation.source] : [])
    councils.append(
      Council(
        id: unit.code, name: name, area: CouncilNames.plain(unit.name), kind: kind, life: life,
        county: county, region: region,
        evidence: Evidence(
          sources, .verified,
          note: isReorganised ? CouncilReorganisation.note(of: unit.code) : nil)))
    // The first council of an area keeps its name in the lists of partners.
    let area = CouncilNames.area(unit.name)
    if ids[area] == nil { ids[area] = unit.code }
  }

  /// The id of a council of the time of the lists, whatever form of its name they use.
  func resolve(_ name: String) -> String? { ids[CouncilNames.area(name)] }

  func add(to tables: inout EnglandTables) {
    for council in councils {
      tables.organisation(
        .councils, id: council.id, name: council.name, kind: council.kind,
        legalForm: "statutory-body", life: council.life,
        codes: [
          ("code_ons", council.id), ("county", council.county), ("region", council.region),
        ], council.evidence)
      if council.isUpperTier { addBoards(of: council, to: &tables) }
    }
    for (id, name) in earlierNames {
      tables.history(
        .councilHistory, of: id, "name", name, Period(end: day("2018-12")),
        Evidence(
          ["ons-lad16-rgn16", "ons-ltla18-utla18"], .inferred,
          note: "The list of December 2018 has the later name; the day it changed is not recorded.")
      )
    }
    CouncilReorganisation.addSuccession(to: &tables)
  }

  /// Each has a board and a scrutiny function of its own by law; that none shares one is inferred.
  private func addBoards(of council: Council, to tables: inout EnglandTables) {
    let start = council.life.start ?? day("2013-04-01")
    let area = council.area.replacing("St. ", with: "St ")
    tables.organisation(
      .boards, id: council.id + ".health-and-wellbeing-board",
      name: area + " Health and Wellbeing Board", kind: "health-and-wellbeing-board",
      legalForm: "part-of-body", life: Period(start: start, end: council.life.end),
      owner: council.id, Evidence(["l194"], .inferred, note: "Two councils may share a board."))
    tables.organisation(
      .boards, id: council.id + ".health-scrutiny-committee",
      name: area + " health scrutiny function", kind: "health-scrutiny-committee",
      legalForm: "part-of-body", life: council.life, owner: council.id,
      Evidence(["l244"], .inferred, note: "Councils may scrutinise jointly."))
  }
}
