import GovernanceModel
import GraphFiles
import Interchange

/// The boards that replaced CCGs in July 2022 and the parts of them that kept the CCGs' codes.
struct IntegratedCareBoards {
  private static let lookupID = "ons-lsoa11-sicbl22-icb22-ltla22"

  private let pairs: [(left: ONSUnit, right: ONSUnit)]
  private let footprints: Footprints
  private let groups: CommissioningGroups

  init(_ sources: SourceFolder, footprints: Footprints, groups: CommissioningGroups)
    throws(FileError)
  {
    self.footprints = footprints
    self.groups = groups
    pairs = try sources.lookup("LSOA11_SICBL22_ICB22_LTLA22")
      .pairs(ONSGeography("SICBL", 2022), ONSGeography("ICB", 2022))
  }

  func add(to tables: inout EnglandTables) {
    let life = Period(start: CommissioningGroups.abolition)
    var made: Set<String> = []
    for (location, board) in pairs {
      guard let boardCode = board.odsCode, let locationCode = location.odsCode else {
        tables.leaveOut("\(location.name): the lookup has no health service code")
        continue
      }
      if made.insert(boardCode).inserted {
        tables.organisation(
          .careBoards, id: boardCode, name: board.name, kind: "icb", legalForm: "statutory-body",
          life: life, codes: [("code_ods", boardCode), ("code_ons", board.code)],
          Evidence([Self.lookupID, "hca-2022"], .verified))
        addFootprint(of: boardCode, to: &tables)
      }
      let id = "\(boardCode)-\(locationCode)"
      tables.organisation(
        .careBoards, id: id, name: location.name, kind: "sub-icb-location",
        legalForm: "part-of-body", life: life, owner: boardCode,
        codes: [("code_ods", locationCode), ("code_ons", location.code)],
        Evidence([Self.lookupID], .verified))
      tables.relationship(
        .careBoardStructure, id, .partOf, boardCode, basis: .managerial,
        Evidence([Self.lookupID], .verified))
      addSuccession(of: locationCode, by: [boardCode, id], to: &tables)
    }
    tables.relationship(
      .careBoardStructure, "every icb", .accountableTo, "nhs-england", basis: .statutory,
      legalBasis: "Health and Care Act 2022", Evidence(["hca-2022"], .recalled))
  }

  private func addFootprint(of board: String, to tables: inout EnglandTables) {
    let same = footprints.footprints.first {
      $0.odsCode == board && $0.life.end == CommissioningGroups.abolition
    }
    guard let same else {
      tables.leaveOut("\(board): no footprint had this code before the board")
      return
    }
    tables.plainRelationship(
      .succession, board, .succeeds, same.id, [], nil, Period(start: CommissioningGroups.abolition),
      Evidence(
        [Self.lookupID, "ons-ccg20-stp20", "wbk"], .inferred, note: "It took over the ODS code."))
  }

  /// The board is the successor in law; the location goes on with the code and, mostly, the area.
  private func addSuccession(of code: String, by ids: [String], to tables: inout EnglandTables) {
    guard groups[code]?.life.end == CommissioningGroups.abolition else {
      tables.leaveOut("\(code): no CCG of that code was open to the end")
      return
    }
    for (id, note) in zip(ids, ["Named by the CCG's code.", "It kept the CCG's ODS code."]) {
      tables.plainRelationship(
        .succession, id, .succeeds, code, .statutory, "Health and Care Act 2022",
        Period(start: CommissioningGroups.abolition),
        Evidence([Self.lookupID, "hca-2022"], .inferred, note: note))
    }
  }
}
