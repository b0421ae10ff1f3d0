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
    let changes = WhatIf(Inspection(try region.graph(), at: moment)).changes
    #expect(changes.map(\.instrument) == ["Rule pay", "Rule cap", "Rule law"])
    #expect(changes[0].cleared.count == 2)
    #expect(changes[0].relief == 18)
    #expect(changes[1].cleared == ["opposed-incentives/work/every+trust/every+group"])
    #expect(changes[1].footprints.count == 1)
    #expect(changes.allSatisfy { $0.raised.isEmpty })
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
        $0.instrument == "Rule cap"
      })
    let left = Set(try without.check().findings.map(\.id))
    let before = try region.check().findings.map(\.id)
    #expect(change.cleared == before.filter { !left.contains($0) }.sorted())
  }
}
