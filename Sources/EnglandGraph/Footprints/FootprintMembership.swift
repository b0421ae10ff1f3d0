import GovernanceModel
import GraphFiles
import Interchange

/// Which CCG was a member of which footprint: the first list of 2016, then each April's.
struct FootprintMembership {
  private let footprints: Footprints
  private let groups: CommissioningGroups
  /// The dates of the lists, the first being the day on which the footprints were announced.
  private let dates: [PartialDate]
  private let sources: [String]
  /// By CCG: its footprints in each list.
  private var members: [String: [Int: Set<String>]] = [:]
  private let moves: [(group: String, from: String, to: String, date: PartialDate)]

  init(
    _ sources: SourceFolder, footprints: Footprints, groups: CommissioningGroups,
    lists: CommissioningLists
  ) throws(FileError) {
    self.footprints = footprints
    self.groups = groups
    let later = lists.lists.filter { !$0.lookup.units(of: $0.footprints).isEmpty }
    dates = [Footprints.announced] + later.map(\.date)
    self.sources = ["wbk"] + later.map(\.source)
    for row in try sources.rows(named: "stp_members.csv") where row["member_type"] == "ccg" {
      members[row["ods_code"], default: [:]][0, default: []].insert(row["stp_ons_code_2016"])
    }
    for (index, list) in later.enumerated() {
      for (group, footprint) in list.lookup.pairs(list.groups, list.footprints) {
        guard let code = group.odsCode, let id = footprints[footprint.code]?.id else { continue }
        members[code, default: [:]][index + 1, default: []].insert(id)
      }
    }
    moves = try FootprintChanges(sources).moves.map { move in
      let code = groups.groups.first { $0.names.contains { $0.value == "NHS " + move.group } }?.id
      return (code ?? move.group, move.from, move.to, move.date)
    }
  }

  /// By CCG and footprint.
  private static let notes = [
    ["01H", "E54000002"]: "The north of the CCG; its south stood in another footprint.",
    ["01H", "E54000004"]: "The south of the CCG; its north stood in another footprint.",
    ["02Q", "E54000009"]: "It was a partner of the Nottinghamshire footprint besides.",
    ["00J", "E54000003"]: "It moved in December 2016; the day is not recorded.",
    ["00J", "E54000001"]: "It moved in December 2016; the day is not recorded.",
    ["99M", "E54000034"]: "A list of NHS England puts it in Hampshire and the Isle of Wight too.",
  ]

  func add(to tables: inout EnglandTables) {
    for (group, lists) in members.sorted(by: { $0.key < $1.key }) {
      let ids = Set(lists.values.joined()).sorted()
      for id in ids {
        var index = 0
        while index < dates.count {
          guard lists[index]?.contains(id) ?? false else {
            index += 1
            continue
          }
          var last = index
          while lists[last + 1]?.contains(id) ?? false { last += 1 }
          addMembership(of: group, in: id, lists: index...last, to: &tables)
          index = last + 1
        }
      }
    }
    tables.relationship(
      .groupMembership, "02Q", .cooperatesWith, "E54000014", basis: .voluntary,
      during: Period(start: Footprints.announced),
      Evidence(["wbk"], .inferred, note: "A partner; its membership is of the other footprint."))
  }

  private func addMembership(
    of group: String, in id: String, lists: ClosedRange<Int>, to tables: inout EnglandTables
  ) {
    let joined = moves.first { $0.group == group && $0.to == id && lists.lowerBound == 1 }
    let left = moves.first { $0.group == group && $0.from == id && lists.upperBound == 0 }
    let next = lists.upperBound + 1
    var cited = lists.map { sources[$0] }
    if joined != nil || left != nil { cited.append("ons-stp-2017-02") }
    // A CCG or footprint that closed ends the membership first; otherwise the next list does.
    let end = left?.date ?? (next < dates.count ? dates[next] : nil)
    tables.relationship(
      .groupMembership, group, .memberOf, id, basis: .voluntary,
      during: Period(start: joined?.date ?? dates[lists.lowerBound], end: end),
      Evidence(
        cited, .verified, note: lists.contains(0) || joined != nil ? Self.notes[[group, id]] : nil))
  }
}
