import GovernanceAnalysis
import GovernanceModel

/// How overlaps are written: numbers of people, shares, tolerances.
enum OverlapWords {
  /// That on the day no area has members like a footprint's, where that is so: a combined authority's
  /// are the areas that it is made of.
  static func membersNotRecorded(in book: AreaBook) -> [String] {
    book.usualFootprints == nil
      ? [
        "on the date no area has members on record but those that it is made of: only what follows from "
          + "borders and from parts is told"
      ] : []
  }

  /// A number with thousands apart: `55,619,430`.
  static func grouped(_ number: Int) -> String {
    var text = ""
    let digits = String(number)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0, digit != "-" { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A share as percent with two decimals, never rounded up to all or down to nothing.
  static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    if hundredths == 0, share > 0 { return "under 0.01 %" }
    if hundredths == 10_000, share < 1 { return "over 99.99 %" }
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
  }

  /// An index with three decimals.
  static func index(_ index: Double?) -> String {
    guard let index else { return "none" }
    // Down: only what is whole is shown as whole.
    let thousandths = Int((index * 1000).rounded(.down))
    let digits = String(1000 + thousandths % 1000).dropFirst()
    return "\(thousandths / 1000).\(digits)"
  }

  static func amount(_ amount: Double, _ quantity: OverlapTable.Quantity) -> String {
    switch quantity {
    case .squareMetres:
      let hectares = (amount / 10_000).rounded()
      return grouped(Int(hectares)) + " ha"
    case .people, .nothing: return grouped(Int(amount))
    }
  }

  /// What the amounts are, as the heading of a column.
  static func heading(_ quantity: OverlapTable.Quantity) -> String {
    switch quantity {
    case .people(let counted, _): counted
    case .squareMetres: "area"
    case .nothing: "people"
    }
  }

  static func sliver(_ sliver: SliverTolerance) -> String {
    sliver.share == 0
      ? "No sliver is left out: the tolerance is 0 %."
      : "Slivers are left out: what is no more than \(percent(sliver.share)) of a unit does not "
        + "count."
  }
}
