import GovernanceModel
import GraphFiles
import Interchange

/// NHS England's local offices: 14 until 2018, and those that replaced the South's four.
///
/// Their ids are the codes of the Organisation Data Service. Only the list of April 2018 gives code
/// and name together; the South's four are matched by the CCGs that stood under them. The register
/// of February 2016 still has one code, Q73, for what were two offices by then: there, the CCG list
/// of 2015/16, which names the office, decides.
struct LocalOffices {
  private struct Office {
    let id: String
    let name: String
    let onsCode: String
    var region: String
  }

  private let groups: CommissioningGroups
  private var offices2017: [Office] = []
  private var offices2018: [Office] = []
  /// By CCG: the office in each list.
  private var sightings: [String: [Sighting<String>]] = [:]
  private var disagreements: [String] = []

  init(_ sources: SourceFolder, groups: CommissioningGroups) throws(FileError) {
    self.groups = groups
    let later = try sources.lookup("CCG18_NHSRLO18_NHSER18")
    let office18 = ONSGeography("NHSRLO", 2018)
    for (office, region) in later.pairs(office18, ONSGeography("NHSER", 2018)) {
      offices2018.append(
        Office(
          id: office.odsCode ?? "", name: office.name, onsCode: office.code,
          region: region.odsCode ?? ""))
    }
    let names17 = try sources.lookup("CCG17_NHSRLO17_NHSER17")
    let office17 = ONSGeography("NHSRLO", 2017)
    let codes17 = try sources.lookup("CCG17_STP17")
    let odsCodes = Dictionary(
      codes17.units(of: ONSGeography("CCG", 2017)).map { ($0.code, $0.odsCode ?? "") },
      uniquingKeysWith: { first, _ in first })
    let pairs17 = names17.pairs(ONSGeography("CCG", 2017), office17)

    // The code of an office of 2017: that of 2018, or the one under which most of its CCGs stood.
    for office in names17.units(of: office17) {
      let stood = pairs17.filter { $0.right.code == office.code }
        .compactMap { groups.earlierRegister[odsCodes[$0.left.code] ?? ""]?.parentAtPublication }
      let kept = offices2018.first { $0.onsCode == office.code }
      let id = kept?.id ?? Self.mostFrequent(stood)
      offices2017.append(
        Office(id: id, name: office.name, onsCode: office.code, region: kept?.region ?? "Y57"))
    }
    let ids = Dictionary(
      offices2017.map { ($0.onsCode, $0.id) }, uniquingKeysWith: { first, _ in first })

    try addSightings2016(sources)
    for (group, office) in pairs17 {
      sightings[odsCodes[group.code] ?? "", default: []].append(
        Sighting(
          date: day("2017-04-01"), source: "ons-ccg17-nhsrlo17-nhser17",
          value: ids[office.code] ?? ""))
    }
    for (group, office) in later.pairs(ONSGeography("CCG", 2018), office18) {
      sightings[group.odsCode ?? "", default: []].append(
        Sighting(
          date: day("2018-04-01"), source: "ons-ccg18-nhsrlo18-nhser18", value: office.odsCode ?? ""
        ))
    }
  }

  private mutating func addSightings2016(_ sources: SourceFolder) throws(FileError) {
    for row in try sources.rows("ods/bodies-2015-16.csv") where row["type"].hasSuffix("Group") {
      let area = row["nhs_england_area"]
      // "Lancashire" became "Lancashire and South Cumbria"; the other names did not change.
      let named = offices2017.first { office in
        office.name == area
          || (area.hasSuffix(")") && office.name.hasPrefix(area.dropLast() + " and"))
      }
      guard let named else {
        disagreements.append("\(row["code"]): no office of 2017 is called \(area)")
        continue
      }
      let filed = groups.earlierRegister[row["code"]]?.parentAtPublication
      if filed != named.id, filed != "Q73" {
        disagreements.append("\(row["code"]): filed under \(filed ?? "nothing"), listed in \(area)")
      }
      sightings[row["code"], default: []].append(
        Sighting(date: day("2015-04-01"), source: "sdu-bodies-2015-16", value: named.id))
    }
  }

  private static func mostFrequent(_ values: [String]) -> String {
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
  }
}

extension LocalOffices {
  func add(to tables: inout EnglandTables) {
    for problem in disagreements { tables.leaveOut(problem) }
    let kept = Set(offices2018.map(\.id))
    let earlier = Set(offices2017.map(\.id))
    for office in offices2017 + offices2018.filter({ !earlier.contains($0.id) }) {
      add(
        office, isKept: kept.contains(office.id), isNew: !earlier.contains(office.id), to: &tables)
    }
    tables.history(
      .regionHistory, of: "Q84", "name", "NHS England North (Lancashire)",
      Period(end: day("2017-04-01")),
      Evidence(
        ["sdu-bodies-2015-16", "ons-nhsrlo17-nhser17"], .inferred,
        note: "The list of April 2017 is the first with the longer name."))
    addOversight(to: &tables)
  }

  private func add(
    _ office: Office, isKept: Bool, isNew: Bool, to tables: inout EnglandTables
  ) {
    let changed = day("2018-04-01")
    let sources =
      isKept
      ? ["ons-ccg18-nhsrlo18-nhser18"]
      : ["ods-eccg-2016-02", "ons-nhsrlo17-nhser17", "ons-ccg18-nhsrlo18-nhser18"]
    let note =
      isKept
      ? "Last listed in April 2018; the day it closed is not recorded."
      : "Matched to its code by its CCGs; gone from the list of April 2018."
    tables.organisation(
      .regions, id: office.id, name: office.name, kind: "nhs-england-local-office",
      legalForm: "part-of-body",
      life: Period(start: isNew ? changed : nil, end: isKept ? nil : changed),
      codes: [("code_ods", office.id), ("code_ons", office.onsCode)],
      Evidence(sources, isKept ? .verified : .inferred, note: note))
    for whole in [office.region, "nhs-england"] {
      tables.relationship(
        .structure, office.id, .partOf, whole, basis: .managerial, Evidence(sources, .inferred))
    }
  }

  /// From the lists of three years: each speaks for the year that follows it.
  private func addOversight(to tables: inout EnglandTables) {
    for group in groups.groups {
      for run in Run.runs(sightings[group.id] ?? []) {
        var sources = run.sources
        if sources.first == "sdu-bodies-2015-16" { sources.insert("ods-eccg-2016-02", at: 0) }
        tables.relationship(
          .structure, run.value, .oversees, group.id, basis: .managerial,
          during: Period(start: run.start ?? day("2015-04-01"), end: run.end ?? day("2019-04-01")),
          Evidence(
            sources, .inferred,
            note: run.end == nil ? "The last list of offices is that of April 2018." : nil))
      }
    }
  }
}
