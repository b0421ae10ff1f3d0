import GovernanceModel
import GraphFiles

/// Trusts, councils and others that were members of footprints.
///
/// The list is of April 2019, on the pattern of one from the winter of 2016: for 2016 its rows are
/// inferred. A membership is taken to last as long as both bodies, and never beyond.
struct FootprintPartners {
  private struct Member {
    let file: OutputFile
    let id: String
    let footprint: String
    let note: String
  }

  private let footprints: Footprints
  private let trusts: Trusts
  private let councils: Councils
  private let rows: [NamedCells]
  private let successors: [(predecessor: String, successor: String)]

  init(
    _ sources: SourceFolder, footprints: Footprints, trusts: Trusts, councils: Councils
  ) throws(FileError) {
    self.footprints = footprints
    self.trusts = trusts
    self.councils = councils
    rows = try sources.rows(named: "stp_members.csv").filter { $0["member_type"] != "ccg" }
    successors = try sources.succession().entries.map { ($0.predecessor, $0.successor) }
  }

  func add(to tables: inout EnglandTables) {
    var members: [Member] = []
    for row in rows {
      let footprint = row["stp_ons_code_2016"]
      switch row["member_type"] {
      case "trust":
        guard !row["note"].hasPrefix("SUSPECT") else {
          tables.leaveOut("\(row["ods_code"]) in \(footprint): the list is probably wrong")
          continue
        }
        members.append(
          Member(
            file: .trustMembership, id: row["ods_code"], footprint: footprint, note: Self.note(row))
        )
      case "la":
        guard let council = councils.resolve(row["member"]) else {
          tables.leaveOut("\(row["member"]) in \(footprint): no one council")
          continue
        }
        members.append(
          Member(
            file: .councilMembership, id: council, footprint: footprint, note: Self.note(row)))
      default:
        break
      }
    }
    for member in members {
      addMembership(member.file, member.id, member.footprint, note: member.note, to: &tables)
    }
    addPredecessors(of: members, to: &tables)
    addToMerger(members, to: &tables)
    addSuccessors(of: members, to: &tables)
    OtherPartners(rows: rows, councils: councils).add(to: &tables)
  }

  private static func note(_ row: NamedCells) -> String {
    switch row["as_of"].prefix(7) {
    case "2017/18": "From a list of 2017/18."
    case "2016/17": "Gone from the list of April 2019; restored from its log of changes."
    default: "From the list of April 2019, a later edition."
    }
  }

  private func addMembership(
    _ file: OutputFile, _ id: String, _ footprint: String, sources: [String] = ["wbk"],
    start: PartialDate? = Footprints.announced, note: String, to tables: inout EnglandTables
  ) {
    tables.relationship(
      file, id, .memberOf, footprint, basis: .voluntary, during: Period(start: start),
      Evidence(sources, .inferred, note: note))
  }

  /// Trusts that had gone by 2019 and are not in the log: members where the one trust that took
  /// over is a member of one footprint.
  private func addPredecessors(
    of members: [Member], to tables: inout EnglandTables
  ) {
    let listed = Set(members.map(\.id))
    for trust in trusts.trusts where !listed.contains(trust.id) {
      let heirs = successors.filter { $0.predecessor == trust.id }.map(\.successor)
      let joined = Set(members.filter { heirs.contains($0.id) }.map(\.footprint))
      guard heirs.count == 1, joined.count == 1, let footprint = joined.first,
        trust.life.endDay > Footprints.announced.firstDay
      else { continue }
      addMembership(
        .trustMembership, trust.id, footprint, sources: ["wbk", "ods-succession"],
        note: "The list of April 2019 has the trust that took over from it.", to: &tables)
    }
  }

  /// Trusts and councils that opened after the list: members where all that they took over from
  /// were members of one and the same footprint.
  private func addSuccessors(of members: [Member], to tables: inout EnglandTables) {
    let listed = Set(members.map(\.id))
    let councils = CouncilReorganisation.successions.map {
      (predecessor: $0.predecessor, successor: $0.successor, source: CouncilReorganisation.source)
    }
    let trusts = successors.map {
      (predecessor: $0.predecessor, successor: $0.successor, source: "ods-succession")
    }
    let all = councils + trusts
    for successor in Set(all.map(\.successor)).subtracting(listed).sorted() {
      let before = all.filter { $0.successor == successor }
      let known = before.filter { listed.contains($0.predecessor) }
      // A county's footprint is that of the council that follows it; a district may be in another.
      guard known.count == before.count || !successor.hasPrefix("E07") else { continue }
      let joined = known.map { entry in
        Set(members.filter { $0.id == entry.predecessor }.map(\.footprint))
      }
      guard let footprints = joined.first, footprints.count == 1, Set(joined).count == 1,
        let footprint = footprints.first,
        let file = members.first(where: { $0.id == known[0].predecessor })?.file,
        let opened = opening(of: successor), opened.firstDay > day("2018-06-01").firstDay,
        self.footprints.footprints.contains(where: {
          $0.id == footprint && $0.life.endDay > opened.firstDay
        })
      else { continue }
      addMembership(
        file, successor, footprint, sources: ["wbk", known[0].source], start: opened,
        note: "It took over from members of this footprint.", to: &tables)
    }
  }

  private func opening(of id: String) -> PartialDate? {
    trusts.trusts.first { $0.id == id }?.life.start ?? CouncilReorganisation.life(of: id).start
  }

  /// The log says that the partners of the three footprints of the North East were merged.
  private func addToMerger(
    _ members: [Member], to tables: inout EnglandTables
  ) {
    for merged in footprints.footprints where merged.life.start != Footprints.announced {
      let before = footprints.footprints.filter { $0.life.end == merged.life.start }.map(\.id)
      let joined = members.filter { before.contains($0.footprint) }
      for id in Set(joined.map(\.id)).sorted() {
        guard let file = joined.first(where: { $0.id == id })?.file else { continue }
        addMembership(
          file, id, merged.id, start: merged.life.start,
          note: "A partner of a footprint that was merged into this one.", to: &tables)
      }
      let heirs = successors.filter { entry in joined.contains { $0.id == entry.predecessor } }
        .map(\.successor)
      for id in Set(heirs).sorted() where !joined.contains(where: { $0.id == id }) {
        addMembership(
          .trustMembership, id, merged.id, sources: ["wbk", "ods-succession"],
          start: merged.life.start, note: "It took over from partners of this footprint.",
          to: &tables)
      }
    }
  }
}
