import GovernanceAnalysis
import GovernanceModel
import Testing

/// A rule of 2017/18 never stands against one of 2016/17, whatever day is asked for.
struct InstrumentsOfTwoYears {
  /// Rules that set one instrument against another, each with a region in which it finds such a pair.
  static let pairing: [RuleCase] =
    RuleCase.ofIncentives.filter {
      [
        "lead-self-interest", "conflicting-principals", "contradictory-instruments",
        "penalty-for-change", "opposed-duties",
      ].contains($0.rule) || $0.rule == "crowded-out" && $0.finds == "e/every+trust"
    } + [
      RuleCase(rule: "opposed-incentives", finds: "work/every+trust/every+group") {
        $0.incentive("a", on: "every trust", "work", "maximise")
        $0.incentive("b", on: "every group", "work", "minimise", by: "regulator")
      } silent: { _ in
      },
      RuleCase(rule: "rivalrous-contract", finds: "surplus/group/trust") {
        $0.line("north-group", "commissions", "north-trust")
        $0.incentive("a", on: "every group", "surplus", "maximise")
        $0.incentive("b", on: "every trust", "surplus", "maximise")
      } silent: { _ in
      },
    ]

  /// The region with one of its two instruments in 2016/17, the other in the year after.
  private static func region(_ test: RuleCase, later: String) throws -> MadeRegion {
    var region = MadeRegion()
    test.fires(&region)
    let rows = region.tables[.incentives]
    let id = try #require(rows.columns.firstIndex(of: "id"))
    try #require(rows.rows.count == 2)
    region.tables[.incentives].rows = []
    for row in rows.rows {
      let isLater = row[id] == later
      let cells: [(String, String?)] = zip(rows.columns, row).map { ($0, $1) }
      region.tables.append(
        cells + [
          ("start", isLater ? "2017-04-01" : "2016-04-01"),
          ("end", isLater ? "2018-04-01" : "2017-04-01"),
        ], to: .incentives)
    }
    return region
  }

  @Test(arguments: pairing, ["a", "b"])
  func neverMeet(test: RuleCase, later: String) throws {
    let region = try Self.region(test, later: later)
    let graph = try region.graph()
    for moment in [try date("2016-10-01"), try date("2017-10-01"), .anyTime] {
      let found = Check(Inspection(graph, at: moment)).findings.filter { $0.rule == test.rule }
      #expect(!found.contains { $0.id == "\(test.rule)/\(test.finds)" }, "\(moment)")
    }
  }

  /// The same two of one year do meet, on its days and regardless of dates.
  @Test(arguments: pairing)
  func meetWithinAYear(test: RuleCase) throws {
    let graph = try Self.region(test, later: "neither").graph()
    for (day, isFound) in [("2016-10-01", true), ("2017-10-01", false)] {
      let check = Check(Inspection(graph, at: try date(day)))
      #expect((check.finding(id: "\(test.rule)/\(test.finds)") != nil) == isFound, "\(day)")
    }
    let always = Check(Inspection(graph, at: .anyTime))
    #expect(always.finding(id: "\(test.rule)/\(test.finds)") != nil)
  }

  /// What is of two years does not outweigh either: the totals of the next year leave this year's
  /// members to their own.
  @Test func weighAgainstEachOtherWithinAYearOnly() throws {
    var region = MadeRegion()
    region.incentive(
      "own", on: "every trust", "surplus", "maximise", "strong", by: "board",
      ["start": "2016-04-01", "end": "2017-04-01"])
    region.incentive(
      "joint", on: "every trust", "balance", "maximise", "strong", by: "board",
      ["start": "2017-04-01", "end": "2018-04-01"])
    #expect(try region.found("club-and-country") == ["club-and-country/surplus/north"])
    #expect(try region.found("club-and-country", asOf: "2017-10-01").isEmpty)
    var plan = MadeRegion()
    plan.incentive(
      "plan", on: "every region", "balance", "maximise", "weak", by: "board",
      ["assessed_on": "plan", "start": "2016-04-01", "end": "2017-04-01"])
    plan.incentive(
      "outturn", on: "every region", "balance", "maximise", "weak", by: "board",
      ["assessed_on": "outturn", "start": "2017-04-01", "end": "2018-04-01"])
    #expect(try plan.found("assessed-on-plan") == ["assessed-on-plan/plan"])
  }
}

/// What looks like a conflict and is none, as the literature warns.
struct WhatIsNoConflict {
  /// A ring-fence takes surplus from a commissioner; a trust's wish for one does not oppose that.
  @Test(arguments: ["opposed-incentives", "conflicting-principals", "lead-self-interest"])
  func aCapOnASurplusIsNone(rule: String) throws {
    var region = MadeRegion()
    region.incentive("keep", on: "every trust", "surplus", "maximise")
    region.incentive("fence", on: "every group", "surplus", "minimise", by: "regulator")
    region.incentive("cap", on: "every trust", "surplus", "minimise", by: "regulator")
    region.line("north.lead", "accountable-to", "north-trust", basis: "managerial")
    #expect(try region.found(rule).isEmpty)
  }

  /// The rule that does look at surpluses wants both ends to keep more.
  @Test func aCapAcrossAContractIsNone() throws {
    var region = MadeRegion()
    region.line("north-group", "commissions", "north-trust")
    region.incentive("keep", on: "every trust", "surplus", "maximise")
    region.incentive("fence", on: "every group", "surplus", "minimise")
    #expect(try region.found("rivalrous-contract").isEmpty)
  }

  /// Members of a class that nobody has listed are not taken to be opposed to anybody.
  @Test(arguments: ["opposed-incentives", "conflicting-principals", "crowded-out"])
  func whatIsSaidOfAnUnlistedClassIsNone(rule: String) throws {
    var region = MadeRegion()
    region.add(.classes, ["id": "some", "name": "some", "within": "trust"])
    region.incentive("pay", on: "every trust", "work", "maximise")
    region.incentive("cap", on: "class some", "work", "minimise", by: "regulator")
    region.incentive("law", on: "class some", "change", "maximise", "weak", by: "regulator")
    region.add(
      .effects,
      ["id": "e", "from": "work", "to": "change", "sign": "negative", "way": "crowds-out"])
    #expect(try region.found(rule).isEmpty)
  }
}
