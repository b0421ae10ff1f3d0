import GovernanceModel
import GraphFiles
import Interchange

/// The names of trusts: that of the register of 2015/16, then later ones in the order in which
/// dated lists first show them.
///
/// No list gives the day of a renaming. Estates returns and the partner workbook shorten and
/// misspell names, so they only date a name that a register or the workbook's log confirms.
struct TrustNames {
  private let earlier: ODSRegister
  private let later: ODSRegister
  private var dated: [String: [Sighting<String>]] = [:]
  private var confirmed: [String: Set<String>] = [:]

  init(_ sources: SourceFolder, earlier: ODSRegister, later: ODSRegister) throws(FileError) {
    self.earlier = earlier
    self.later = later
    for row in try sources.rows("trusts/trust-types-2016-17.csv") {
      // Only today's name: this list has forms of its own.
      let name = row["name"]
      guard Self.isSame(name, later[row["code"]]?.name) else { continue }
      note(name, of: row["code"], day("2017-04-01"), "eric-2016-17")
    }
    for row in try sources.rows("trusts/acute-trust-stp-2017-18.csv") {
      note(row["Trust"], of: row["code"], day("2018-04-01"), "acute-trust-stp-2017-18")
    }
    for row in try sources.rows(named: "stp_changes.csv") { noteRenaming(row) }
    for row in try sources.rows(named: "stp_members.csv") where row["member_type"] == "trust" {
      guard row["as_of"].hasPrefix("Apr 2019") else { continue }
      note(row["member"], of: row["ods_code"], day("2019-04-03"), "wbk")
    }
    for row in try sources.rows("trusts/trust-hq-points-2022.csv") {
      let code = row["nhs_trust22_code"]
      note(row["nhs_trust22_name"], of: code, day("2022-01-01"), "trust-hq-2022")
      confirmed[code, default: []].insert(ComparableName.key(row["nhs_trust22_name"]))
    }
    for record in later.records {
      note(record.name, of: record.code, day("2025-01-01"), "ods-etr")
      confirmed[record.code, default: []].insert(ComparableName.key(record.name))
    }
  }

  private static func isSame(_ left: String, _ right: String?) -> Bool {
    right.map { ComparableName.key(left) == ComparableName.key($0) } ?? false
  }

  private mutating func note(
    _ name: String, of code: String, _ date: PartialDate, _ source: String
  ) {
    dated[code, default: []].append(Sighting(date: date, source: source, value: name))
  }

  /// Reads entries of the log such as "RGM named updated from … to …" and "RRE renamed …".
  private mutating func noteRenaming(_ row: NamedCells) {
    let detail = row["detail"]
    guard let date = PartialDate(row["date"]) else { return }
    let code: String
    var name: String
    if let updated = detail.firstRange(of: " name updated from ")
      ?? detail.firstRange(of: " named updated from "),
      let to = detail[updated.upperBound...].firstRange(of: " to ")
    {
      code = String(detail[..<updated.lowerBound].suffix(3))
      name = String(detail[to.upperBound...].prefix { $0 != "," })
    } else if let renamed = detail.firstRange(of: " renamed ") {
      code = String(detail[..<renamed.lowerBound].suffix(3))
      name = String(detail[renamed.upperBound...])
    } else {
      return
    }
    while name.hasSuffix(".") || name.hasSuffix(" ") { name.removeLast() }
    note(name, of: code, date, "wbk")
    confirmed[code, default: []].insert(ComparableName.key(name))
  }

  /// The runs of a trust's names; the last is that of the register of about 2025.
  func runs(of code: String) -> [Run<String>] {
    let first = (earlier[code] ?? later[code])?.name ?? ""
    let source = earlier[code] == nil ? "ods-etr" : "ods-etr-2015-16"
    var met = [ComparableName.key(first)]
    var sightings = [Sighting(date: day("2016"), source: source, value: CapitalsToName.name(first))]
    for sighting in dated[code] ?? [] {
      let key = ComparableName.key(sighting.value)
      guard !met.contains(key), confirmed[code]?.contains(key) ?? false else { continue }
      met.append(key)
      sightings.append(
        Sighting(date: sighting.date, source: sighting.source, value: spelling(of: key, code)))
    }
    return Run.runs(sightings)
  }

  /// The workbook's spelling of a name, which has its small letters; else one made from capitals.
  private func spelling(of key: String, _ code: String) -> String {
    let alike = (dated[code] ?? []).filter { ComparableName.key($0.value) == key }
    let spelled = alike.first { $0.source == "wbk" } ?? alike.first { $0.source == "ods-etr" }
    // Other lists have a capital in every word.
    return spelled.map { CapitalsToName.name($0.value) }
      ?? CapitalsToName.name(alike[0].value.uppercased())
  }
}
