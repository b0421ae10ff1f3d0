import Foundation
import GovernanceAnalysis
import RemitCommands
import Testing

/// What is claimed of England, pattern by pattern, against what `check` finds: the table of
/// Docs/england-findings.md, row by row.
@Suite struct EnglandClaimTests {
  struct Claim: Sendable, CustomTestStringConvertible {
    let pattern: String
    let claim: String
    let date: String
    /// nil: not found.
    let finding: String?
    /// Ids that the finding names; where it is not found, why.
    let rest: String
    var testDescription: String { "\(pattern): \(claim)" }
  }

  static let claims: [Claim] = {
    let path = Graphs.project.appending(path: "Docs/england-findings.md")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "\n").compactMap { line in
      let cells = line.components(separatedBy: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count == 7, cells[1].hasPrefix("P") else { return nil }
      return Claim(
        pattern: cells[1], claim: cells[2], date: cells[3],
        finding: cells[4] == "-" ? nil : cells[4], rest: cells[5])
    }
  }()

  @Test func speaksOfEveryPattern() {
    #expect(Set(Self.claims.map(\.pattern)).count == 28)
    #expect(Self.claims.count { $0.finding != nil } > 50)
  }

  @Test(arguments: claims)
  func isFoundOrSaysWhyNot(claim: Claim) throws {
    guard let id = claim.finding else {
      // A reason is a sentence of some length, no id.
      #expect(claim.rest.split(separator: " ").count > 4)
      return
    }
    let rule = String(id.prefix { $0 != "/" })
    let patterns = RuleCatalogue.rule(id: rule)?.about.patterns ?? []
    #expect(patterns.contains(claim.pattern), "\(rule) is no rule of \(claim.pattern)")
    let found = try EnglandFindings.of(rule, on: claim.date)
    let finding = try #require(
      found.first { $0["id"] as? String == id }, "\(id) is not found on \(claim.date)")
    let words = Self.words(of: finding)
    for name in claim.rest.split(separator: " ") {
      #expect(words.contains(String(name)), "\(id) does not rest on \(name)")
    }
  }

  /// The ids of everything that a finding is about or rests on.
  private static func words(of finding: [String: Any]) -> Set<String> {
    var words = Set(finding.strings("subjects"))
    if let footprint = finding["footprint"] as? String { words.insert(footprint) }
    for place in finding.objects("places") {
      words.formUnion([place["footprint"] as? String ?? ""])
      words.formUnion(place.strings("members"))
    }
    let witness = finding.object("witness")
    for key in ["incentives", "relationships", "others"] { words.formUnion(witness.ids(key)) }
    for row in witness.objects("relationships") + witness.objects("absent") {
      for end in [row["from"], row["to"]].compactMap({ $0 as? String }) {
        // Of a body that belongs to another also what it is: E06000001.local-healthwatch.
        words.formUnion([end, String(end.drop { $0 != "." }.dropFirst())])
      }
    }
    return words
  }

  /// The rules that had nothing to look at are those that the table gives as a reason.
  @Test func saysWhichRulesHadNoData() throws {
    let answer = try EnglandFindings.answer()
    let without = answer.strings("notRecorded").filter { $0.contains("had nothing to look at") }
      .map { String($0.prefix { $0 != " " }) }
    #expect(without == ["inherited-deficit", "missing-actor", "shares-over-hundred"])
    let patterns = Self.claims.filter { $0.finding == nil && $0.rest.hasSuffix("the rule says so") }
    #expect(patterns.map(\.pattern) == ["P13", "P24"])
  }
}
