import GovernanceAnalysis
import GovernanceModel
import Testing

/// Rules about who leads a footprint.
struct LeadershipRules {
  @Test func findsLeadsWithoutAuthority() throws {
    var region = MadeRegion()
    let id = "lead-without-authority/north/north.lead"
    #expect(try region.found("lead-without-authority") == [id])
    let finding = try region.finding(id)
    #expect(finding.score == 1)
    #expect(finding.severity == .critical)
    #expect(finding.witness.absent.count == 3)
    region.line("north-trust", "accountable-to", "north.lead", basis: "voluntary")
    #expect(try region.finding(id).score == 1)
    region.line("north-trust", "accountable-to", "north.lead", basis: "managerial")
    #expect(try region.finding(id).witness.absent.count == 2)
    region.line("board", "accountable-to", "north.lead", basis: "contractual")
    #expect(try region.found("lead-without-authority").isEmpty)
  }
}
