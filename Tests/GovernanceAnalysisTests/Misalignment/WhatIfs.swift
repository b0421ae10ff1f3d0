import GovernanceAnalysis
import Testing

/// Instruments ranked by the misalignment that goes with them.
struct WhatIfs {
  @Test func ranksTheInstrumentThatClearsMost() throws {
    var region = MadeRegion()
    region.incentive("pay", on: "every trust", "work", "maximise")
    region.incentive("cap", on: "every group", "work", "minimise", by: "regulator")
    region.incentive("law", on: "every council", "work", "minimise", by: "minister")
    region.incentive("nobody", on: "every council", "balance", "minimise", by: nil)
    let moment = try date(MadeRegion.date)
    let all = WhatIf(Inspection(try region.graph(), at: moment)).changes
    let changes = all.filter { $0.way == .removed }
    #expect(changes.map(\.instrument) == ["Rule pay", "Rule cap", "Rule law"])
    #expect(changes[0].cleared.count == 2)
    #expect(changes[0].relief == 18)
    #expect(changes[1].cleared == ["opposed-incentives/work/every+trust/every+group"])
    #expect(changes[1].footprints.count == 1)
    #expect(changes.allSatisfy { $0.raised.isEmpty })
    // Turned round, pay agrees with both; the cap then stands against the law.
    let turned = all.filter { $0.way == .reversed }
    #expect(turned.map(\.instrument) == ["Rule pay", "Rule cap", "Rule law"])
    #expect(turned[0].cleared.count == 2 && turned[0].raised.isEmpty)
    #expect(turned[1].raised == ["opposed-incentives/work/every+group/every+council"])
    #expect(all.map(\.relief) == all.map(\.relief).sorted(by: >))
  }

  /// What is said to go and to come when an instrument is turned round is what a graph with its
  /// directions the other way says.
  @Test func saysWhatAGraphTurnedRoundWouldSay() throws {
    func region(_ direction: String) -> MadeRegion {
      var region = MadeRegion()
      region.incentive("pay", on: "every trust", "work", "maximise")
      region.incentive("own", on: "every trust", "surplus", "maximise")
      region.incentive("law", on: "every council", "work", "minimise", by: "minister")
      region.incentive("cap", on: "every group", "work", direction, by: "regulator")
      return region
    }
    let moment = try date(MadeRegion.date)
    let ids = { (rules: [GovernanceAnalysis.Finding]) in
      Set(rules.map(\.id).filter { !$0.hasPrefix("too-many") })
    }
    let before = ids(try region("minimise").check().findings)
    let after = ids(try region("maximise").check().findings)
    let change = try #require(
      WhatIf(Inspection(try region("minimise").graph(), at: moment)).changes.first {
        $0.instrument == "Rule cap" && $0.way == .reversed
      })
    #expect(Set(change.cleared) == before.subtracting(after))
    #expect(Set(change.raised) == after.subtracting(before))
  }

  /// What is said to go is what a graph without the rows no longer has.
  @Test func saysWhatAGraphWithoutTheRowsWouldSay() throws {
    var region = MadeRegion()
    region.incentive("pay", on: "every trust", "work", "maximise")
    let without = region
    region.incentive("cap", on: "every group", "work", "minimise", by: "regulator")
    let moment = try date(MadeRegion.date)
    let change = try #require(
      WhatIf(Inspection(try region.graph(), at: moment)).changes.first {
        $0.instrument == "Rule cap" && $0.way == .removed
      })
    let left = Set(try without.check().findings.map(\.id))
    let before = try region.check().findings.map(\.id)
    #expect(change.cleared == before.filter { !left.contains($0) }.sorted())
  }
}
