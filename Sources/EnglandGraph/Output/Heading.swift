import GovernanceModel
import GraphFiles

extension DataPackage {
  /// What `datapackage.json` says of England's graph as a whole; its tables are described from the
  /// files that stand beside it, made and hand-written.
  static var england: DataPackage {
    DataPackage(
      name: "england-health-and-care", title: "England's health and care system, 2013 to today",
      description:
        "Who is accountable to whom, who funds, oversees, commissions, appoints and scrutinises "
        + "whom, with dates, amounts, legal basis and sources; fullest for 1 October 2016. "
        + "Contains public sector information licensed under the Open Government Licence v3.0.",
      licenses: [
        Licence(
          name: "OGL-UK-3.0",
          path: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
          title: "Open Government Licence v3.0")
      ],
      sources: [
        Origin(
          title: "Office for National Statistics, Open Geography Portal",
          path: "https://geoportal.statistics.gov.uk"),
        Origin(
          title: "NHS Digital, Organisation Data Service",
          path: "https://digital.nhs.uk/services/organisation-data-service"),
        Origin(
          title: "NHS Digital, Estates Returns Information Collection",
          path: "https://digital.nhs.uk/data-and-information/publications"),
        Origin(
          title: "Acts, reports and articles, row by row in the tables of sources",
          path: "https://www.legislation.gov.uk"),
      ],
      asOf: PartialDate(year: 2016, month: 10, day: 1), currency: "GBP")
  }
}
