import GovernanceModel
import GraphFiles
import Interchange

/// The clinical commissioning groups of 2013 to 2022.
///
/// The register gives codes and dates. Names are those of the yearly lists: the register's own are
/// today's, and CCGs of the last years stand there under the name of their board.
struct CommissioningGroups {
  /// Named here, because the register keeps the codes of the last 106 open for their successors.
  static let abolition = day("2022-07-01")

  struct Group {
    let id: String
    let life: Period
    let names: [Run<String>]
    let codes: [Run<String>]
    let evidence: Evidence
  }

  let groups: [Group]
  /// The register of February 2016, in which each CCG still stands under its office of the day.
  let earlierRegister: ODSRegister

  init(_ sources: SourceFolder, lists: CommissioningLists) throws(FileError) {
    let register = try sources.register("eccg")
    let earlier = try sources.register("eccg-2016-02")
    earlierRegister = earlier
    groups = register.records.filter(Self.isGroup).map { record in
      Self.group(record, earlier: earlier[record.code], sightings: lists.sightings(of: record.code))
    }
  }

  /// The register also holds commissioning hubs and reporting entities, which are no CCGs. The
  /// CCGs of the last years are recognised by the board in their name.
  static func isGroup(_ record: ODSRecord) -> Bool {
    (record.name.contains("CCG") || record.name.contains("ICB - "))
      && record.period.firstDay < abolition.firstDay
  }

  subscript(id: String) -> Group? { groups.first { $0.id == id } }

  func isOpen(_ id: String, on date: PartialDate) -> Bool {
    self[id]?.life.holds(at: .date(date)) ?? false
  }

  private static func group(
    _ record: ODSRecord, earlier: ODSRecord?, sightings: [Sighting<ONSUnit>]
  ) -> Group {
    var names = sightings.map { Sighting(date: $0.date, source: $0.source, value: $0.value.name) }
    if names.isEmpty, let earlier {
      names = [
        Sighting(
          date: day("2016-02"), source: "ods-eccg-2016-02",
          value: CapitalsToName.name(earlier.name))
      ]
    }
    precondition(!names.isEmpty, "No list names the CCG \(record.code).")
    let outlivesTheAct = record.closed == nil
    var sources = ["ods-eccg", names[names.count - 1].source]
    if outlivesTheAct { sources.append("hca-2022") }
    return Group(
      id: record.code, life: Period(start: record.opened, end: record.closed ?? abolition),
      names: Run.runs(names),
      codes: Run.runs(
        sightings.map { Sighting(date: $0.date, source: $0.source, value: $0.value.code) }),
      evidence: Evidence(
        sources, .verified,
        note: outlivesTheAct ? "The closing day is the Act's and is recalled." : nil))
  }

  func add(to tables: inout EnglandTables) {
    for group in groups {
      tables.organisation(
        .groups, id: group.id, name: group.names[group.names.count - 1].value, kind: "ccg",
        legalForm: "statutory-body", life: group.life,
        codes: [("code_ods", group.id), ("code_ons", group.codes.last?.value)], group.evidence)
      tables.history(.groupHistory, of: group.id, "name", group.names, grade: .verified)
      tables.history(.groupHistory, of: group.id, "code_ons", group.codes, grade: .verified)
    }
  }
}
