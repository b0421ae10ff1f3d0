import GovernanceModel

/// Findings that somebody has accepted, each with a reason, a name and a day on which it ends.
///
///     let acceptance = baseline.applied(to: check, at: moment)
///     acceptance.open      // what nobody has accepted, and what is wrong with the baseline
///     acceptance.accepted  // the others, each with its entry
public struct Baseline: Sendable {
  public struct Entry: Hashable, Sendable {
    /// The id of the finding.
    public let finding: String
    public let reason: String
    /// Who answers for it that the finding stands.
    public let owner: String
    /// The first day on which it is no longer accepted; nil: it does not end.
    public let expires: PartialDate?
    public let position: SourcePosition

    public init(
      finding: String, reason: String, owner: String, expires: PartialDate?,
      position: SourcePosition
    ) {
      self.finding = finding
      self.reason = reason
      self.owner = owner
      self.expires = expires
      self.position = position
    }

    /// Whether it still holds; regardless of dates every entry does.
    func holds(at moment: Moment) -> Bool { Period(end: expires).holds(at: moment) }

    /// The rule of the finding, by its id.
    var rule: String { String(finding.prefix { $0 != "/" }) }
  }

  /// What a baseline leaves of some findings.
  public struct Acceptance: Sendable {
    /// Findings that no entry accepts, and those about the baseline itself, in the order of all.
    public let open: [Finding]
    /// Findings that an entry accepts, in the order of all.
    public let accepted: [(finding: Finding, entry: Entry)]
    /// Where the entries stand that findings about the baseline name, by the findings' ids.
    public let places: [String: SourcePosition]
  }

  /// One for each finding, in the order of the file.
  public let entries: [Entry]

  public init(_ entries: [Entry]) { self.entries = entries }

  /// Takes accepted findings out, and finds what is wrong with the baseline: entries for what is no
  /// longer found, and entries whose day has come. A finding whose entry has expired is open again.
  ///
  /// Entries of rules that were not asked are left alone.
  ///
  /// - Complexity: O(findings + entries).
  public func applied(to check: Check, at moment: Moment) -> Acceptance {
    let asked = Set(check.outcomes.map(\.rule.id))
    let known = Set(RuleCatalogue.descriptions.map(\.id))
    let found = Set(check.findings.map(\.id))
    let holding = Dictionary(
      entries.filter { $0.holds(at: moment) }.map { ($0.finding, $0) }, uniquingKeysWith: { $1 })
    var own: [Finding] = []
    var places: [String: SourcePosition] = [:]
    for entry in entries where asked.contains(entry.rule) || !known.contains(entry.rule) {
      guard !found.contains(entry.finding) || !entry.holds(at: moment) else { continue }
      let finding =
        found.contains(entry.finding) ? entry.expired() : entry.stale(isKnown: known)
      own.append(finding)
      places[finding.id] = entry.position
    }
    return Acceptance(
      open: (check.findings.filter { holding[$0.id] == nil } + own).sorted(by: Finding.isBefore),
      accepted: check.findings.compactMap { finding in
        holding[finding.id].map { (finding, $0) }
      }, places: places)
  }
}
