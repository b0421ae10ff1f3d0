import GovernanceAnalysis
import GovernanceModel
import Testing

/// Every rule where it must fire and where it must not, and laws that hold for all.
struct EveryRule {
  private static func region(_ change: RuleCase.Change) -> MadeRegion {
    var region = MadeRegion()
    change(&region)
    return region
  }

  @Test(arguments: RuleCase.all)
  func firesWhereItMust(test: RuleCase) throws {
    let region = Self.region(test.fires)
    #expect(try region.found(test.rule) == ["\(test.rule)/\(test.finds)"])
    let finding = try region.finding("\(test.rule)/\(test.finds)")
    #expect(finding.message.last == ".")
    #expect(finding.explanation.last == ".")
    #expect(!finding.clearedBy.isEmpty)
    #expect(finding.score >= 0)
  }

  @Test(arguments: RuleCase.all)
  func isSilentWhereItMustBe(test: RuleCase) throws {
    #expect(try !Self.region(test.silent).found(test.rule).contains("\(test.rule)/\(test.finds)"))
  }

  /// Neither the order of rows nor rows about others change a finding.
  @Test(arguments: RuleCase.all)
  func doesNotDependOnOrderOrOthers(test: RuleCase) throws {
    let region = Self.region(test.fires)
    let finding = try region.finding("\(test.rule)/\(test.finds)")
    var reversed = region
    for name in [
      TableName.organisations, .relationships, .incentives, .metrics, .measurements, .reallocations,
    ] where !reversed.tables[name].rows.isEmpty {
      reversed.tables[name].rows.reverse()
    }
    let again = try reversed.finding(finding.id)
    #expect(again.message == finding.message)
    #expect(again.explanation == finding.explanation)
    #expect(again.score == finding.score)
    #expect(again.provisional == finding.provisional)
    var more = region
    more.add(.organisations, ["id": "a-stranger", "name": "Stranger", "kind": "club"])
    more.add(.organisations, ["id": "another", "name": "Another", "kind": "club"])
    more.add(.kinds, ["id": "club", "of": "organisation"])
    more.line("a-stranger", "advises", "another")
    #expect(try more.finding(finding.id).message == finding.message)
  }

  /// What a finding rests on holds at the moment, and its dates cover it.
  @Test(arguments: RuleCase.all)
  func holdsAtTheMoment(test: RuleCase) throws {
    let region = Self.region(test.fires)
    let graph = try region.graph()
    let moment = try date(MadeRegion.date)
    let finding = try region.finding("\(test.rule)/\(test.finds)")
    #expect(finding.period.holds(at: moment))
    for row in finding.witness.relationships {
      // What is wrong with a membership of a closed body is that only its own dates hold.
      let holds =
        test.rule == "closed-membership"
        ? graph.period(of: row).holds(at: moment) : graph.holds(row, at: moment)
      #expect(holds)
    }
    for position in finding.witness.incentives {
      #expect(graph.incentives[position].period.holds(at: moment))
    }
  }

  @Test func saysThatItHadNoDataInAnEmptyGraph() throws {
    let graph = try makeGraph {
      $0.append(["id": "a", "name": "a", "kind": "b"], to: .organisations)
    }
    let check = Check(Inspection(graph, at: .anyTime))
    #expect(check.findings.isEmpty)
    #expect(check.outcomes.count == RuleCatalogue.all.count)
    #expect(check.outcomes.allSatisfy { $0.noData != nil })
  }

  @Test func hasAMadeGraphForEachRuleOfAPattern() {
    let tested = Set(RuleCase.all.map(\.rule))
      .union(["opposed-incentives", "rivalrous-contract", "lead-without-authority"])
      // Those about areas are tried on England's.
      .union(["crosses-region", "catchment-elsewhere"])
    let rules = RuleCatalogue.all.map(\.about).filter { !$0.patterns.isEmpty }
    #expect(Set(rules.map(\.id)).subtracting(tested).isEmpty)
    #expect(Set(rules.flatMap(\.patterns)) == Set((1...28).map { $0 < 10 ? "P0\($0)" : "P\($0)" }))
  }
}
