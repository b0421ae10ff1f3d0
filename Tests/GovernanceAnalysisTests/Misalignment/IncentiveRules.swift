import GovernanceAnalysis
import GovernanceModel
import Testing

/// Rules about incentives, each where it must fire and where it must not.
struct IncentiveRules {
  private static func opposed(
    _ change: (inout MadeRegion) -> Void = { _ in }
  ) -> MadeRegion {
    var region = MadeRegion()
    region.incentive("pay", on: "every trust", "work", "maximise")
    change(&region)
    return region
  }

  @Test func findsOpposedIncentives() throws {
    let region = Self.opposed {
      $0.incentive("cap", on: "every group", "work", "minimise", "moderate", by: "regulator")
    }
    #expect(
      try region.found("opposed-incentives") == ["opposed-incentives/work/every+trust/every+group"])
    let finding = try region.finding("opposed-incentives/work/every+trust/every+group")
    #expect(finding.severity == .high)
    #expect(finding.score == 6)
    #expect(finding.provisional.isEmpty)
    #expect(finding.places.map(\.members.count) == [2])
    #expect(finding.remedies.map(\.instrument) == ["Rule cap", "Rule pay"])
  }

  @Test(arguments: ["weak", "other year", "same holder", "not a member", "members not recorded"])
  func leavesOutWhatIsNoOpposition(reason: String) throws {
    let region = Self.opposed { region in
      switch reason {
      case "weak": region.incentive("cap", on: "every group", "work", "minimise", "weak")
      case "other year":
        region.incentive(
          "cap", on: "every group", "work", "minimise", "strong", by: nil,
          ["start": "2017-04-01", "end": "2018-04-01"])
      case "same holder": region.incentive("cap", on: "every trust", "work", "minimise")
      case "not a member": region.incentive("cap", on: "minister", "work", "minimise")
      default:
        region.add(.classes, ["id": "some", "name": "some", "within": "group"])
        region.incentive("cap", on: "class some", "work", "minimise")
      }
    }
    #expect(try region.found("opposed-incentives").isEmpty)
    #expect(try region.found("opposed-incentives", asOf: "2018-10-01").isEmpty)
  }

  /// A cap on a surplus and a wish for one agree: what the one gives up the other has.
  @Test func takesOppositeSignsOnARivalrousMetricAsAgreement() throws {
    var region = MadeRegion()
    region.incentive("keep", on: "every trust", "surplus", "maximise")
    region.incentive("fence", on: "every group", "surplus", "minimise")
    #expect(try region.found("opposed-incentives").isEmpty)
    #expect(try region.found("rivalrous-contract").isEmpty)
  }

  @Test func findsRivalrousContracts() throws {
    var region = MadeRegion()
    region.incentive("keep", on: "every trust", "surplus", "maximise")
    region.incentive("save", on: "every group", "surplus", "maximise", "moderate")
    #expect(try region.found("rivalrous-contract").isEmpty)
    var lined = region
    lined.line("north-group", "commissions", "north-trust")
    #expect(try lined.found("rivalrous-contract") == ["rivalrous-contract/surplus/group/trust"])
    #expect(try lined.finding("rivalrous-contract/surplus/group/trust").provisional.isEmpty)
    region.add(
      .relationships,
      [
        "id": "buys", "from": "every group", "to": "every trust", "kind": "commissions",
        "pairing": "unstated", "grade": "verified",
      ])
    let finding = try region.finding("rivalrous-contract/surplus/buys")
    #expect(finding.score == 6)
    #expect(finding.places.map(\.members.count) == [2])
    #expect(finding.provisional.count == 1)
  }

  /// A finding goes with any of the rows that make it, and its id stays whatever else changes.
  @Test func dependsOnItsWitnessAlone() throws {
    let region = Self.opposed {
      $0.incentive("cap", on: "every group", "work", "minimise")
      $0.incentive("old", on: "every council", "change", "minimise", "weak")
      $0.line("board", "oversees", "north")
    }
    #expect(try region.found("opposed-incentives").count == 1)
    var reversed = region
    for name in [TableName.incentives, .relationships, .organisations] {
      reversed.tables[name].rows.reverse()
    }
    let (first, second) = (try region.check(), try reversed.check())
    #expect(first.findings.map(\.id) == second.findings.map(\.id))
    #expect(first.findings.map(\.message) == second.findings.map(\.message))
    #expect(first.findings.map(\.provisional) == second.findings.map(\.provisional))
  }
}
