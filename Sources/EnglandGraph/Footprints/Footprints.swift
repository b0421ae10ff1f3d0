import GovernanceModel
import GraphFiles
import Interchange

/// The footprints of sustainability and transformation plans, later partnerships and integrated
/// care systems, from March 2016 until integrated care boards took over.
///
/// A footprint is the same body as long as it keeps its code of the Organisation Data Service: the
/// Office for National Statistics gives a new code whenever a border moves.
struct Footprints {
  static let announced = day("2016-03-15")

  struct Footprint {
    /// The code of 2016 of the Office for National Statistics, or its first code if it is later.
    let id: String
    let odsCode: String?
    var life: Period
    var names: [Sighting<String>]
    var codes: [Sighting<String>]

    /// The name on a day, or the first one before it had any.
    func name(on date: PartialDate) -> String {
      (names.last { $0.date.endDay <= date.firstDay || $0.date == date } ?? names[0]).value
    }
  }

  private(set) var footprints: [Footprint] = []
  /// The footprint's place by each of its codes of the Office for National Statistics.
  private var places: [String: Int] = [:]

  subscript(code: String) -> Footprint? { places[code].map { footprints[$0] } }

  init(_ sources: SourceFolder, lists: CommissioningLists) throws(FileError) {
    let changes = try FootprintChanges(sources)
    for row in try sources.rows(named: "stps.csv") { addFirst(row, changes: changes) }
    let codes2020 = try sources.lookup("CCG20_STP20").units(of: ONSGeography("STP", 2020))
    for list in lists.lists {
      for unit in list.lookup.units(of: list.footprints) {
        let odsCode = codes2020.first { $0.code == unit.code }?.odsCode
        add(unit, odsCode: odsCode ?? changes.pairedCodes[unit.code], list: list, changes: changes)
      }
    }
    // The three of the North East that no later list shows closed when the list shows their merger.
    for index in footprints.indices {
      let last = footprints[index].names[footprints[index].names.count - 1].date
      let isGone = last.firstDay < day("2021-04-01").firstDay
      footprints[index].life.end = isGone ? day("2018-04-01") : CommissioningGroups.abolition
    }
  }

  private mutating func addFirst(_ row: NamedCells, changes: FootprintChanges) {
    let id = row["ons_code_2016"]
    let name = row["name_2016"]
    let closed = changes.closedCodes.first { $0.name.prefix(10) == name.prefix(10) }?.code
    places[id] = footprints.count
    places[row["ons_code_feb2017"]] = footprints.count
    footprints.append(
      Footprint(
        id: id, odsCode: row["ods_code"].isEmpty ? closed : row["ods_code"],
        life: Period(start: Self.announced),
        names: [Sighting(date: Self.announced, source: "wbk", value: name)],
        codes: [Sighting(date: Self.announced, source: "wbk", value: id)]))
  }

  private mutating func add(
    _ unit: ONSUnit, odsCode: String?, list: CommissioningLists.List, changes: FootprintChanges
  ) {
    var place = places[unit.code]
    if place == nil, let odsCode { place = footprints.firstIndex { $0.odsCode == odsCode } }
    let index = place ?? footprints.count
    if place == nil {
      footprints.append(
        Footprint(
          id: unit.code, odsCode: odsCode, life: Period(start: list.date), names: [], codes: []))
    }
    places[unit.code] = index
    // A log gives the month of the changes before April 2017; later ones are dated by the lists.
    let coded = changes.codeDates[unit.code]
    let corrected = footprints[index].names.last.flatMap { changes.nameCorrections[$0.value] }
    let known = list.date == day("2017-04-01") ? coded ?? corrected : nil
    let source = known == nil ? list.source : "ons-stp-2017-02"
    footprints[index].codes.append(
      Sighting(
        date: coded != nil ? known ?? list.date : list.date,
        source: coded != nil ? source : list.source, value: unit.code))
    footprints[index].names.append(
      Sighting(date: known ?? list.date, source: source, value: unit.name))
  }

  func add(to tables: inout EnglandTables) {
    for footprint in footprints {
      let names = Run.runs(footprint.names)
      let codes = Run.runs(footprint.codes)
      let isMerger = footprint.life.start != Self.announced
      tables.organisation(
        .footprints, id: footprint.id, name: names[names.count - 1].value, kind: "stp-footprint",
        legalForm: "partnership", life: footprint.life,
        codes: [("code_ods", footprint.odsCode), ("code_ons", codes[codes.count - 1].value)],
        Evidence(
          isMerger ? ["ons-ccg18-stp18", "wbk"] : ["nhse-footprints-2016-03", "wbk"], .verified,
          note: Self.note(footprint, isMerger: isMerger)))
      tables.history(.footprintHistory, of: footprint.id, "name", names, grade: .verified)
      tables.history(.footprintHistory, of: footprint.id, "code_ons", codes, grade: .verified)
    }
    addSuccession(to: &tables)
  }

  private static func note(_ footprint: Footprint, isMerger: Bool) -> String? {
    if isMerger {
      return "First listed in April 2018; its ODS code dates from June and was kept when the North "
        + "Yorkshire part left in 2020."
    }
    return footprint.life.end == day("2018-04-01")
      ? "Merged: gone from the list of April 2018, its ODS code closed on 7 June." : nil
  }

  private func addSuccession(to tables: inout EnglandTables) {
    for successor in footprints where successor.life.start != Self.announced {
      for predecessor in footprints where predecessor.life.end == successor.life.start {
        tables.plainRelationship(
          .succession, successor.id, .succeeds, predecessor.id, [], nil,
          Period(start: successor.life.start),
          Evidence(["ons-ccg18-stp18", "wbk"], .verified, note: "A merger of three."))
      }
    }
  }
}
