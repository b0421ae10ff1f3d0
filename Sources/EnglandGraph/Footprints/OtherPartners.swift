import GovernanceModel

/// Members of footprints that are neither NHS trusts nor councils: social enterprises, hospices,
/// federations of practices, local Healthwatch, committees of doctors.
struct OtherPartners {
  private struct Partner {
    let id: String
    let name: String
    let kind: String
    let owner: String?
    let odsCode: String?
  }

  let rows: [NamedCells]
  let councils: Councils

  /// Entries that say what sort of body it is and not which one.
  private static let unnamed: Set<String> = ["Local Medical Committee"]
  /// Two rows name one company in a form of their own.
  private static let otherForms = [
    "IC24 (CQC Name: Integrated Care 24 Limited - Head Office)": "Integrated Care 24"
  ]
  /// What its name says of its kind, where it is no provider of care.
  private static let kindsByWord = [
    ("GP Federation", "gp-federation"), ("Medical Committee", "association"),
    ("LMCs", "association"), ("Partners in Care", "association"),
    ("Independent Care", "association"), ("Voluntary Impact", "association"),
  ]
  /// Footprints for which the log says that their partners of this sort were added in July 2018.
  private static let addedLater: Set<String> = ["E54000012", "E54000014"]

  func add(to tables: inout EnglandTables) {
    var made: Set<String> = []
    for row in rows where row["member_type"] == "other" {
      guard !Self.unnamed.contains(row["member"]) else {
        tables.leaveOut("\(row["member"]) in \(row["stp_ons_code_2016"]): which one is not said")
        continue
      }
      guard let partner = partner(row) else {
        tables.leaveOut("\(row["member"]): no council of that name for its local Healthwatch")
        continue
      }
      if made.insert(partner.id).inserted {
        tables.organisation(
          .partners, id: partner.id, name: partner.name, kind: partner.kind,
          legalForm: Self.isCompany(partner.name) ? "company" : nil, owner: partner.owner,
          codes: [("code_ods", partner.odsCode)],
          Evidence(
            ["wbk"], partner.kind == "independent-provider" ? .inferred : .verified,
            note: partner.kind == "independent-provider" ? "Its kind is inferred." : nil))
      }
      let footprint = row["stp_ons_code_2016"]
      let isAdded =
        Self.addedLater.contains(footprint) || row["member"].hasPrefix("Wymondham Medical")
      tables.relationship(
        .partnerMembership, partner.id, .memberOf, footprint, basis: .voluntary,
        during: Period(start: isAdded ? day("2018-07-16") : Footprints.announced),
        Evidence(
          ["wbk"], .inferred,
          note: isAdded
            ? "Partners of this sort were added to the list on this day."
            : row["as_of"].hasPrefix("2017/18")
              ? "From a list of 2017/18." : "From the list of April 2019, a later edition."))
    }
  }

  private func partner(_ row: NamedCells) -> Partner? {
    let name = Self.otherForms[row["member"]] ?? row["member"]
    if name.hasPrefix("Healthwatch ") {
      guard let council = councils.resolve(String(name.dropFirst(12))) else { return nil }
      return Partner(
        id: council + ".local-healthwatch", name: name, kind: "local-healthwatch", owner: council,
        odsCode: nil)
    }
    let kind = Self.kindsByWord.first { name.contains($0.0) }?.1
    let isForeign = name.contains("Local Health Board")
    return Partner(
      id: Self.slug(name), name: name,
      kind: isForeign ? "nhs-body" : kind ?? "independent-provider", owner: nil,
      odsCode: rows.filter { $0["member"] == name }.compactMap { Self.odsCode($0["ods_code"]) }
        .first)
  }

  private static func isCompany(_ name: String) -> Bool {
    ["C.I.C", "CIC", "Ltd", "Limited"].contains { name.contains($0) }
  }

  /// The cell holds an ODS code, a registration of the Care Quality Commission, both, or a mark.
  private static func odsCode(_ cell: String) -> String? {
    let first = cell.split(separator: " ").first.map(String.init) ?? ""
    let isCode = (3...6).contains(first.count) && first.allSatisfy { $0.isLetter || $0.isNumber }
    return isCode && first != "CQC" ? first : nil
  }

  static func slug(_ name: String) -> String {
    let plain = name.lowercased().replacing("'", with: "").replacing("’", with: "")
      .replacing("&", with: " and ").replacing("c.i.c", with: "cic")
    return plain.split { !$0.isASCII || (!$0.isLetter && !$0.isNumber) }.joined(separator: "-")
  }
}
