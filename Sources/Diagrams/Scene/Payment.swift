import GovernanceModel

/// An amount and its year, as a line is labelled with it.
struct Payment: Hashable {
  let amount: Amount
  let year: String?

  /// "£105.7bn 2016/17" for each year; several payments of one year are summed and counted.
  static func labels(_ payments: [Payment], currency: String) -> [String] {
    if payments.isEmpty { return [] }
    let years = Set(payments.map { $0.year ?? "" }).sorted()
    return years.map { year in
      let ofYear = payments.filter { ($0.year ?? "") == year }
      let suffix =
        (year.isEmpty ? "" : " \(year)") + (ofYear.count > 1 ? " (\(ofYear.count.grouped))" : "")
      let sum = ofYear.reduce(Amount(hundredths: 0) as Amount?) { $0?.adding($1.amount) }
      guard let sum else { return "too much to add up" + suffix }
      return sum.short(currency) + suffix
    }
  }
}

extension Payment {
  /// The sum of the payments of the latest year, in hundredths; nil for none, or too much.
  static func latestSum(_ payments: [Payment]) -> Int64? {
    guard let year = payments.map({ $0.year ?? "" }).max() else { return nil }
    return payments.filter { ($0.year ?? "") == year }
      .reduce(Amount(hundredths: 0) as Amount?) { $0?.adding($1.amount) }?.hundredths
  }
}

extension Amount {
  /// The amount to the last unit, and hundredths where it has them: `£105,702,000,000`, `£12.50`.
  func whole(_ currency: String) -> String {
    let rest = hundredths.magnitude % 100
    return (hundredths < 0 ? "-" : "") + Self.symbol(currency)
      + Int(hundredths.magnitude / 100).grouped
      + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")
  }

  private static func symbol(_ currency: String) -> String {
    switch currency {
    case "GBP": "£"
    case "EUR": "€"
    case "USD": "$"
    default: currency + " "
    }
  }

  /// The amount to about three figures: `£105.7bn`, `£394m`, `-£1.2bn`, `£950`.
  func short(_ currency: String) -> String {
    let symbol = Self.symbol(currency)
    let sign = hundredths < 0 ? "-" : ""
    let whole = hundredths.magnitude / 100
    for (unit, word) in [(1_000_000_000, "bn"), (1_000_000, "m"), (1_000, "k")]
      as [(UInt64, String)]
    where whole >= unit - unit / 2_000 {
      let tenths = (whole + unit / 20) / (unit / 10)
      let part = tenths % 10
      return "\(sign)\(symbol)\(Int(tenths / 10).grouped)\(part == 0 ? "" : ".\(part)")\(word)"
    }
    return sign + symbol + String(whole)
  }
}
