import GovernanceModel

extension RuleDescription {
  /// An accepted finding that is no longer found.
  static let staleAcceptance = RuleDescription(
    "stale-acceptance",
    finds: "A finding is accepted in the baseline and is no longer found.",
    definition: """
      An entry of the baseline whose rule was asked, and whose id no finding has on the date; also an \
      entry that names no rule at all.
      """,
    score: "1. Low.",
    limits: """
      Only with --baseline. A finding may be gone because it was remedied, because the graph lost a \
      row, or because the date is another.
      """)

  /// An acceptance that has come to its end.
  static let expiredAcceptance = RuleDescription(
    "expired-acceptance",
    finds: "A finding was accepted up to a day that has come, and is still found.",
    definition: """
      An entry of the baseline whose finding is found, and which 'expires' on or before the date that \
      is asked for. The finding itself is listed again beside it.
      """,
    score: "1. Medium.",
    limits: "Only with --baseline, and never regardless of dates: no clock is looked at.")
}

extension Baseline.Entry {
  func stale(isKnown rules: Set<String>) -> Finding {
    Finding(
      .staleAcceptance, accepted: finding, severity: .low,
      message: "\(owner) accepted \(finding), which is no longer found.",
      explanation: (rules.contains(rule)
        ? "Either it was remedied, or the graph no longer holds what it rested on."
        : "No rule is called '\(rule)'.")
        + " It was accepted because: \(reason.endingSentence)",
      clearedBy: "the entry is taken out of the baseline")
  }

  func expired() -> Finding {
    Finding(
      .expiredAcceptance, accepted: finding, severity: .medium,
      message: "\(owner) accepted \(finding) until \(expires!), and it is still found.",
      explanation: "It was accepted because: \(reason.endingSentence)",
      clearedBy: "the finding is remedied, or accepted anew with a later day")
  }
}

extension Finding {
  /// A finding about an entry of a baseline.
  fileprivate init(
    _ rule: RuleDescription, accepted: String, severity: Severity, message: String,
    explanation: String, clearedBy: String
  ) {
    self.init(
      id: rule.id + "/" + accepted, rule: rule.id, severity: severity, score: 1, subjects: [],
      footprint: nil, places: [], period: .unlimited, message: message, explanation: explanation,
      witness: Witness(), remedies: [], money: [], evidence: [], clearedBy: clearedBy,
      provisional: [])
  }
}

extension String {
  /// The text with a full stop, unless it ends in one.
  var endingSentence: String { hasSuffix(".") ? self : self + "." }
}
