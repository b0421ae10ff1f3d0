import GovernanceAnalysis

/// What a figure of an overlap calls things.
public struct FigureWords: Sendable {
  /// A unit of each side: `footprint`, `footprints`.
  public var from: (one: String, several: String)
  public var to: (one: String, several: String)
  /// When and by what measure: "As of 2017-04-01. Shares of residents, mid-2017."
  public var preface: [String]
  /// Whose data it is, as their licence asks.
  public var attribution: [String]

  public init(
    from: (one: String, several: String), to: (one: String, several: String), preface: [String],
    attribution: [String]
  ) {
    self.from = from
    self.to = to
    self.preface = preface
    self.attribution = attribution
  }

  func names(_ side: OverlapTable.Side) -> (one: String, several: String) {
    side == .from ? from : to
  }
}

/// A share as percent without decimals, never rounded up to all or down to nothing.
func percent(_ share: Double) -> String {
  let whole = Int((share * 100).rounded())
  if whole == 0, share > 0 { return "under 1 %" }
  if whole == 100, share < 1 - 1e-9 { return "over 99 %" }
  return "\(whole) %"
}
