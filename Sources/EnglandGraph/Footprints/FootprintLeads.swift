import GovernanceModel
import GraphFiles

/// Bodies by their names of 2016, for sources that name a leader's own organisation.
struct HomeOrganisations {
  private var ids: [String: String] = [:]

  init(groups: CommissioningGroups, trusts: Trusts, councils: Councils) {
    for group in groups.groups { ids[ComparableName.key(group.names[0].value)] = group.id }
    for trust in trusts.trusts { ids[ComparableName.key(trust.names[0].value)] = trust.id }
    for council in councils.councils { ids[ComparableName.key(council.name)] = council.id }
  }

  subscript(name: String) -> String? { ids[ComparableName.key(name)] }
}

/// The post of each footprint's lead, who held it where that was read, and whose chief they stayed.
struct FootprintLeads {
  private let footprints: Footprints
  private let homes: HomeOrganisations
  private let rows: [NamedCells]
  /// Those whose name was read only in a later list.
  private let namedLater: [NamedCells]

  init(_ sources: SourceFolder, footprints: Footprints, homes: HomeOrganisations) throws(FileError)
  {
    self.footprints = footprints
    self.homes = homes
    let all = try sources.rows(named: "stps.csv")
    rows = all.filter { $0["lead_status"] == "verified" }
    namedLater = all.filter { $0["lead_status"] == "verified_as_lead_in_later_edition" }
  }

  func add(to tables: inout EnglandTables) {
    for footprint in footprints.footprints {
      var name = footprint.name(on: day("2016-10-01"))
      if name.hasPrefix("The ") { name = String(name.dropFirst(4)) }
      let isAnnounced = footprint.life.start == Footprints.announced
      let id = footprint.id + ".stp-lead"
      tables.noteLife(of: id, footprint.life)
      tables.add(
        [
          ("id", id), ("name", "Lead of the \(name) footprint"),
          ("kind", "stp-lead"), ("owner", footprint.id),
          ("opened", footprint.life.start?.description),
          ("closed", footprint.life.end?.description),
        ]
          + Evidence(
            [isAnnounced ? "nhse-footprints-2016-03" : "wbk"], .inferred,
            note: "Every footprint was to have one."
          )
          .cells, to: .leads)
    }
    for row in rows { addHolder(row, to: &tables) }
    for row in namedLater { addRecalledHome(row, to: &tables) }
  }

  private func addHolder(_ row: NamedCells, to tables: inout EnglandTables) {
    let id = row["ons_code_2016"] + ".stp-lead"
    // Named on the day of publication; of the days after, the source says nothing.
    let published = [
      ("15 Mar 2016", "nhse-footprints-2016-03", day("2016-03-15")),
      ("30 Mar 2016", "hsj-stp-leads-2016-03", day("2016-03-30")),
    ].filter { row["lead_source"].contains($0.0) }
    guard let first = published.first else {
      tables.leaveOut("\(id): the day on which the holder was named is not known")
      return
    }
    let cited = published.map(\.1) + (row["lead_source"].contains("workbook") ? ["wbk"] : [])
    for (_, source, date) in published {
      tables.add(
        [
          ("post", id), ("name", row["lead_name"]), ("start", date.description),
          ("end", date.dayAfter?.description),
        ]
          + Evidence(
            [source], .verified,
            note: "Named on the day of publication; how long the holder stayed is not followed."
          ).cells, to: .leadHolders)
    }
    guard let home = homes[row["lead_home_org"]] else {
      tables.leaveOut("\(id): no body is called \(row["lead_home_org"])")
      return
    }
    let surname = row["lead_name"].split(separator: " ").last.map(String.init) ?? ""
    let isNamedLater = row["lead_in_apr2019_edition"].contains(surname)
    tables.relationship(
      .leadership, id, .accountableTo, home, basis: .managerial,
      during: Period(start: first.2, end: isNamedLater ? day("2019-04-04") : Self.reappointed),
      Evidence(
        ["pq39795"] + (isNamedLater ? [] : ["next"]) + cited, .inferred,
        note: Self.note(row, isNamedLater: isNamedLater)))
  }

  /// The home body of a lead who is named in April 2019 and recalled to have led in 2016 already. No day
  /// is known on which the post was taken up, so that the line begins with the post.
  private func addRecalledHome(_ row: NamedCells, to tables: inout EnglandTables) {
    let id = row["ons_code_2016"] + ".stp-lead"
    for name in Self.homes(row["lead_home_org"]) {
      guard let home = homes[name] else {
        tables.leaveOut("\(id): no body is called \(name)")
        continue
      }
      tables.relationship(
        .leadership, id, .accountableTo, home, basis: .managerial,
        during: Period(end: day("2019-04-04")),
        Evidence(
          ["pq39795", "wbk"], .recalled,
          note:
            "The list of April 2019 names the leader of this body as lead; that it was so in 2016 is "
            + "recalled, and since which day is not recorded."))
    }
  }

  /// The bodies that a cell names, without what it says of them in brackets.
  private static func homes(_ cell: String) -> [String] {
    let name = String(cell.prefix { $0 != "(" })
    return name.replacing(" and NHS ", with: "|NHS ").split(separator: "|").map(String.init)
  }

  /// When the national bodies asked for leads to be appointed, or appointed again.
  private static let reappointed = day("2017-03-31")

  private static func note(_ row: NamedCells, isNamedLater: Bool) -> String {
    if isNamedLater {
      return
        "Leads stayed answerable at home. This one is named in April 2019 too, the last record."
    }
    return row["lead_in_apr2019_edition"].isEmpty
      ? "Leads stayed answerable at home. Followed until leads were to be appointed anew, in March "
        + "2017; the footprint had merged by the next record."
      : "Leads stayed answerable at home. Followed until leads were to be appointed anew, in March "
        + "2017; another lead is named in April 2019."
  }
}
