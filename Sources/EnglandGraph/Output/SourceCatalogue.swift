/// The published files from which rows were made, under the ids by which rows cite them.
enum SourceCatalogue {
  private struct Entry {
    let id: String
    let title: String
    let publisher: String
    let date: String
    let url: String
    var licence = openGovernment
    var note: String?
  }

  private static let openGovernment = "Open Government Licence v3.0"
  private static let ons = "Office for National Statistics, Open Geography Portal"
  private static let ods = "NHS Organisation Data Service"
  private static let geography = "https://geoportal.statistics.gov.uk"
  private static let organisations =
    "https://digital.nhs.uk/services/organisation-data-service"

  /// Documents that the hand-written `sources.csv` lists.
  private static let listedByHand: Set<String> = [
    "hca-2022", "l194", "l244", "next", "pq39795", "wbk",
  ]

  private static func lookup(_ id: String, _ title: String, _ date: String) -> Entry {
    Entry(
      id: "ons-" + id, title: title + " lookup", publisher: ons, date: date, url: geography)
  }

  private static let entries: [Entry] =
    [
      lookup("lsoa11-ccg16-lad16", "LSOA 2011 to CCG to district, April 2016", "2016-04"),
      lookup(
        "lsoa11-ccg17-stp17-lad17", "LSOA 2011 to CCG to STP to district, April 2017", "2017-04"),
      lookup("ccg17-stp17", "CCG to STP, April 2017", "2017-04"),
      lookup("ccg18-stp18", "CCG to STP, April 2018", "2018-04"),
      lookup("ccg19-stp19", "CCG to STP, April 2019", "2019-04"),
      lookup("ccg20-stp20", "CCG to STP, April 2020", "2020-04"),
      lookup("ccg21-stp21", "LSOA 2011 to CCG to STP to district, April 2021", "2021-04"),
      lookup(
        "ccg17-nhsrlo17-nhser17", "CCG to NHS England local office to region, April 2017", "2017-04"
      ),
      lookup("nhsrlo17-nhser17", "NHS England local office to region, April 2017", "2017-04"),
      lookup(
        "ccg18-nhsrlo18-nhser18", "CCG to NHS England local office to region, April 2018", "2018-04"
      ),
      lookup(
        "lsoa11-sicbl22-icb22-ltla22",
        "LSOA 2011 to sub-ICB location to ICB to district, July 2022", "2022-07"),
      lookup("lad16-rgn16", "District to region, December 2016", "2016-12"),
      lookup("lad16-cty16", "District to county, December 2016", "2016-12"),
      lookup("ltla18-utla18", "Lower to upper tier authority, December 2018", "2018-12"),
      lookup("ltla21-utla21", "Lower to upper tier authority, April 2021", "2021-04"),
      lookup("lad17-cauth17", "District to combined authority, March 2017", "2017-03"),
      Entry(
        id: Zones.population, title: "LSOA 2011 population estimates, mid-2017: totals",
        publisher: "Office for National Statistics", date: "2018", url: "https://www.ons.gov.uk"),
      Entry(
        id: Catchments.source,
        title: "NHS acute trust catchment populations, as shares by district",
        publisher: "Public Health England, as reworked in the geographr package", date: "2022",
        url: "https://github.com/humaniverse/geographr",
        licence: "MIT (code), Open Government Licence v3.0 (data)",
        note: "Modelled; several years may be pooled."),
      Entry(
        id: "ons-stp-2017-02", title: "STP boundaries, February 2017: description of the changes",
        publisher: ons, date: "2017-02", url: geography),
      Entry(
        id: "ods-eccg", title: "eccg: clinical commissioning groups", publisher: ods, date: "2025",
        url: organisations, note: "The date is approximate."),
      Entry(
        id: "ods-eccg-2016-02", title: "eccg: clinical commissioning groups, February 2016",
        publisher: ods, date: "2016-02", url: organisations),
      Entry(
        id: "ods-etr", title: "etr: NHS trusts", publisher: ods, date: "2025", url: organisations,
        note: "The date is approximate."),
      Entry(
        id: "ods-etr-2015-16", title: "etr: NHS trusts, 2015/16", publisher: ods, date: "2016",
        url: organisations),
      Entry(
        id: "ods-succession", title: "succ and succarc: successors of organisations",
        publisher: ods, date: "2022-04", url: organisations),
      Entry(
        id: "sdu-bodies-2015-16", title: "Sustainability returns 2015/16: list of organisations",
        publisher: "Sustainable Development Unit", date: "2016",
        url: "https://www.england.nhs.uk/greenernhs"),
      Entry(
        id: "eric-2016-17", title: "Estates Returns Information Collection 2016/17: trust profile",
        publisher: "NHS Digital", date: "2017-10",
        url: "https://digital.nhs.uk/data-and-information/publications/statistical/"
          + "estates-returns-information-collection"),
      Entry(
        id: "acute-trust-stp-2017-18", title: "Acute trusts by STP, 2017/18",
        publisher: "Health Foundation analytics lab", date: "2018",
        url: "https://github.com/HFAnalyticsLab/Winter_pressures", licence: "MIT"),
      Entry(
        id: "trust-hq-2022", title: "Trust headquarters, 2022",
        publisher: "NHS Organisation Data Service, as reworked in the geographr package",
        date: "2022", url: "https://github.com/humaniverse/geographr",
        licence: "MIT (code), Open Government Licence v3.0 (data)"),
      Entry(
        id: "nhse-footprints-2016-03",
        title: "Health and care bodies reveal the map that will transform healthcare in England",
        publisher: "NHS England", date: "2016-03-15",
        url: "https://www.england.nhs.uk/2016/03/footprint-areas/"),
      Entry(
        id: "hsj-stp-leads-2016-03",
        title: "Revealed: the leaders chosen for 41 of England's STPs",
        publisher: "Health Service Journal", date: "2016-03-30",
        url: "https://www.hsj.co.uk/commissioning/"
          + "revealed-the-leaders-chosen-for-41-of-englands-stps-/7003640.article",
        licence: "all rights reserved: facts only"),
      Entry(
        id: "nhse-vanguards", title: "New care models: vanguards", publisher: "NHS England",
        date: "2015", url: "https://www.england.nhs.uk/ourwork/new-care-models/vanguards"),
      Entry(
        id: "mj-accountable-care-systems", title: "Surrey Heartlands: GM-style health devo deal",
        publisher: "The MJ", date: "2017-06",
        url: "https://www.themj.co.uk/surrey-heartlands-gm-style-health-devo-deal",
        licence: "all rights reserved: facts only", note: "Its exact title was not read."),
      Entry(
        id: "combined-authority-orders",
        title: "Orders establishing combined authorities, 2011 to 2017",
        publisher: "legislation.gov.uk", date: "2017", url: "https://www.legislation.gov.uk",
        note: "would confirm; not read"),
      Entry(
        id: CouncilReorganisation.source,
        title: "Structural changes and local government changes orders, 2018 to 2020",
        publisher: "legislation.gov.uk", date: "2020", url: "https://www.legislation.gov.uk",
        note: "would confirm; not read"),
    ]

  /// Adds those that a row cites.
  static func add(to tables: inout EnglandTables) {
    let cited = Set(
      tables.values(inColumn: "source").flatMap { $0.split(separator: " ").map(String.init) })
    let unknown = cited.subtracting(entries.map(\.id)).subtracting(listedByHand)
    precondition(unknown.isEmpty, "No source is called \(unknown.sorted()).")
    for entry in entries where cited.contains(entry.id) {
      tables.add(
        [
          ("id", entry.id), ("title", entry.title), ("publisher", entry.publisher),
          ("date", entry.date), ("url", entry.url), ("licence", entry.licence),
          ("note", entry.note),
        ], to: .sources)
    }
  }
}
