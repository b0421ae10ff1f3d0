import GovernanceModel
import GraphFiles
import Interchange

/// The lists of CCGs that the Office for National Statistics made each April, from 2016 to 2021.
struct CommissioningLists {
  struct List {
    let date: PartialDate
    let source: String
    let lookup: ONSLookup
    let groups: ONSGeography
    let footprints: ONSGeography
  }

  /// By date.
  let lists: [List]

  init(_ sources: SourceFolder) throws(FileError) {
    var lists: [List] = []
    for year in 2016...2021 {
      let short = year - 2000
      // The list of 2016 has no footprints, which were a month old.
      let file = year == 2016 ? "LSOA11_CCG16_LAD16" : "CCG\(short)_STP\(short)"
      let source = year == 2016 ? "ons-lsoa11-ccg16-lad16" : "ons-ccg\(short)-stp\(short)"
      lists.append(
        List(
          date: day("\(year)-04-01"), source: source, lookup: try sources.lookup(file),
          groups: ONSGeography("CCG", year), footprints: ONSGeography("STP", year)))
    }
    self.lists = lists
  }

  /// How each list shows the CCG with an ODS code, by date.
  func sightings(of code: String) -> [Sighting<ONSUnit>] {
    lists.flatMap { list in
      list.lookup.units(of: list.groups).filter { $0.odsCode == code }
        .map { Sighting(date: list.date, source: list.source, value: $0) }
    }
  }
}
