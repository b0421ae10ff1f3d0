import GovernanceModel
import GraphFiles
import Interchange

/// Which CCG or trust took over from which.
struct Successions {
  private let entries: [ODSSuccession.Entry]

  init(_ sources: SourceFolder) throws(FileError) {
    entries = try sources.succession().entries
  }

  func add(to tables: inout EnglandTables) {
    for entry in entries {
      // The file also has commissioning hubs, and trusts that closed before 2013.
      guard tables.lives[entry.predecessor] != nil, tables.lives[entry.successor] != nil else {
        continue
      }
      let isLastDay = tables.lives[entry.predecessor]?.end == entry.date?.dayAfter
      tables.plainRelationship(
        .succession, entry.successor, .succeeds, entry.predecessor, .statutory, nil,
        Period(start: entry.date),
        Evidence(
          ["ods-succession"], .verified,
          note: isLastDay ? "The published day, the last on which the predecessor was open." : nil))
    }
    tables.plainRelationship(
      .succession, "RXV", .succeeds, "TAE", .statutory, nil, Period(start: day("2017-01-01")),
      Evidence(["wbk"], .verified, note: "The day is recalled."))
  }
}
