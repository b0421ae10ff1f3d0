import GovernanceAnalysis

/// What the rules find about a body, as its node shows it: how many findings, and the gravest.
struct FindingMark: Hashable {
  let count: Int
  let severity: Finding.Severity

  /// A sign for the severity, so that it is not told by colour: one to four triangles.
  var sign: String {
    String(repeating: "▲", count: 1 + Finding.Severity.allCases.firstIndex(of: severity)!)
  }

  var words: String {
    "\(sign) \(count.grouped) \(count == 1 ? "finding" : "findings"), "
      + (count == 1 ? severity.rawValue : "the gravest \(severity.rawValue)")
  }
}
