import GovernanceAnalysis

extension CheckAnswer {
  /// The findings as a JUnit report: a suite for each rule, a case for each finding.
  ///
  /// A finding fails its case; one that is accepted, or less severe than what is to fail, does not.
  /// A rule that finds nothing has one case that passes, and one that had nothing to look at one that
  /// was skipped.
  ///
  /// - Parameter severity: the least severe that fails.
  public func junit(failingOn severity: Finding.Severity = .low) -> String {
    let byRule = Dictionary(grouping: findings, by: \.rule)
    let acceptedByRule = Dictionary(grouping: accepted ?? [], by: \.finding.rule)
    let asked = check.outcomes.map(\.rule.id)
    let rules = asked + byRule.keys.filter { !asked.contains($0) }.sorted()
    var suites: [String] = []
    var totals = Tally()
    for rule in rules {
      var tally = Tally()
      var cases: [String] = []
      for finding in byRule[rule] ?? [] {
        cases.append(
          testCase(rule, finding.id, tally.count(finding.severity >= severity), of: finding))
      }
      for (finding, entry) in acceptedByRule[rule] ?? [] {
        tally.tests += 1
        tally.skipped += 1
        let until = entry.expires.map { " until \($0)" } ?? ""
        cases.append(
          testCase(
            rule, finding.id,
            skipped: "accepted by \(entry.owner)\(until): \(entry.reason)"))
      }
      if cases.isEmpty {
        tally.tests += 1
        let noData = check.outcomes.first { $0.rule.id == rule }?.noData
        if noData != nil { tally.skipped += 1 }
        cases.append(
          testCase(rule, rule, skipped: noData.map { "nothing to look at: \($0)" }))
      }
      suites.append(
        "  <testsuite name=\"\(XMLText.escaped(rule))\" \(tally.attributes) errors=\"0\">\n"
          + cases.joined() + "  </testsuite>\n")
      totals.add(tally)
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"remit check\" \(totals.attributes) errors=\"0\">\n" + suites.joined()
      + "</testsuites>\n"
  }

  private struct Tally {
    var tests = 0
    var failures = 0
    var skipped = 0

    var attributes: String {
      "tests=\"\(tests)\" failures=\"\(failures)\" skipped=\"\(skipped)\""
    }

    mutating func count(_ isFailure: Bool) -> Bool {
      tests += 1
      failures += isFailure ? 1 : 0
      return isFailure
    }

    mutating func add(_ other: Tally) {
      tests += other.tests
      failures += other.failures
      skipped += other.skipped
    }
  }

  private func opening(_ rule: String, _ name: String) -> String {
    "    <testcase classname=\"\(XMLText.escaped(rule))\" name=\"\(XMLText.escaped(name))\""
  }

  private func testCase(_ rule: String, _ name: String, skipped: String?) -> String {
    guard let skipped else { return opening(rule, name) + "/>\n" }
    return opening(rule, name) + ">\n      <skipped message=\"\(XMLText.escaped(skipped))\"/>\n"
      + "    </testcase>\n"
  }

  private func testCase(
    _ rule: String, _ name: String, _ isFailure: Bool, of finding: Finding
  ) -> String {
    let lines =
      [finding.explanation, "What would clear it: \(finding.clearedBy)."]
      + finding.provisional.map { "Provisional: \($0)." }
    let text = lines.map(XMLText.escaped).joined(separator: "\n")
    let message = XMLText.escaped(finding.message)
    return opening(rule, name) + ">\n"
      + (isFailure
        ? "      <failure type=\"\(finding.severity.rawValue)\" message=\"\(message)\">\(text)"
          + "</failure>\n"
        : "      <system-out>\(finding.severity.rawValue): \(message)\n\(text)</system-out>\n")
      + "    </testcase>\n"
  }
}
