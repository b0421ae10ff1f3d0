import GovernanceModel
import GraphFiles
import Interchange

/// The combined authorities of March 2017 with the councils whose areas they were made of.
///
/// The lookup has areas and no dates. The days are those of the orders that set the authorities up:
/// recalled, and the orders would confirm them. Without them, two that began in 2017 would seem to
/// have been there in 2016.
struct CombinedAuthorities {
  private static let opened = [
    "E47000001": day("2011-04-01"), "E47000002": day("2014-04-01"),
    "E47000003": day("2014-04-01"), "E47000004": day("2014-04-01"),
    "E47000005": day("2014-04-15"), "E47000006": day("2016-04-01"),
    "E47000007": day("2016-06-17"), "E47000008": day("2017-03-03"),
    "E47000009": day("2017-02-09"),
  ]

  private let pairs: [(left: ONSUnit, right: ONSUnit)]
  private let authorities: [ONSUnit]

  init(_ sources: SourceFolder) throws(FileError) {
    let lookup = try sources.lookup("LAD17_CAUTH17")
    let authority = ONSGeography("CAUTH", 2017)
    pairs = lookup.pairs(ONSGeography("LAD", 2017), authority)
    authorities = lookup.units(of: authority)
  }

  func add(to tables: inout EnglandTables) {
    for authority in authorities {
      let note = "The opening day is recalled, from the order that set it up."
      tables.organisation(
        .councils, id: authority.code, name: authority.name + " Combined Authority",
        kind: "combined-authority", legalForm: "statutory-body",
        life: Period(start: Self.opened[authority.code]),
        codes: [("code_ons", authority.code)],
        Evidence(["ons-lad17-cauth17", "combined-authority-orders"], .verified, note: note))
    }
    for (council, authority) in pairs {
      tables.relationship(
        .combinedAuthorities, council.code, .memberOf, authority.code, basis: .statutory,
        Evidence(
          ["ons-lad17-cauth17"], .inferred,
          note: "The areas of March 2017; since when, and until when, is not recorded."))
    }
  }
}
