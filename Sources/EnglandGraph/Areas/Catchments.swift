import GovernanceModel
import GraphFiles

/// Where the patients of each acute trust come from, as a model of trusts' catchments has it.
///
/// The shares are of several years together and of the districts of 2021; the trusts are those of
/// 2022. Shares that round to nothing at six decimals are left out.
struct Catchments {
  static let source = "phe-trust-catchments"
  private let rows: [NamedCells]

  init(_ sources: SourceFolder) throws(FileError) {
    rows = try sources.rows("trusts/trust-catchment-shares-by-ltla.csv")
  }

  func add(to tables: inout EnglandTables) {
    var cells: [(trust: String, district: String, share: String)] = []
    for row in rows {
      let (trust, district) = (row["nhs_trust22_code"], row["ltla21_code"])
      guard let share = Double(row["proportion_trust_came_from_ltla"]), (0...1).contains(share)
      else {
        tables.leaveOut("\(trust) \(district): no share of its catchment")
        continue
      }
      let millionths = Int((share * 1_000_000).rounded())
      guard millionths > 0 else { continue }
      guard tables.lives[trust] != nil else {
        tables.leaveOut("\(trust) \(district): no trust has this code")
        continue
      }
      cells.append((trust, district, Self.decimal(millionths)))
    }
    for row in cells.sorted(by: { ($0.trust, $0.district) < ($1.trust, $1.district) }) {
      tables.addArea(
        [
          ("organisation", row.trust), ("geography", "ltla"), ("area", row.district),
          ("share", row.share), ("source", Self.source), ("grade", "estimated"),
        ], to: .catchments)
    }
  }

  /// Millionths as a decimal, without zeros at its end.
  private static func decimal(_ millionths: Int) -> String {
    if millionths == 1_000_000 { return "1" }
    var digits = String(1_000_000 + millionths).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return "0." + digits
  }
}
