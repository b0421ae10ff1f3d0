import GovernanceModel
import Testing

/// A row that names both bodies replaces the expanded one in its own dates.
struct ReplacedStatementTests {
  private let bodies = "id,name,kind,opened,closed \n b,B,board,, \n g,G,ccg,2013,2020"

  private func lines(explicit: [String], statement: String = "every ccg,b,accountable-to,,")
    -> [String]
  {
    let rows = (["from,to,kind,start,end"] + explicit + [statement]).joined(separator: "\n")
    return GovernanceModelTests.lines(graph([.organisations: bodies, .relationships: rows]))
  }

  @Test(arguments: [
    // Wholly, on one side, on the other, and in the middle.
    ("g,b,accountable-to,,", ["g > b .."]),
    ("g,b,accountable-to,2013,2020", ["g > b 2013..2020"]),
    ("g,b,accountable-to,,2015-06-01", ["g > b ..2015-06-01", "g > b 2015-06-01.. *"]),
    ("g,b,accountable-to,2015-06-01,", ["g > b 2015-06-01..", "g > b ..2015-06-01 *"]),
    (
      "g,b,accountable-to,2015-06-01,2016-06-01",
      ["g > b 2015-06-01..2016-06-01", "g > b ..2015-06-01 *", "g > b 2016-06-01.. *"]
    ),
    // Months count from their first day to their last.
    (
      "g,b,accountable-to,2015-06,2016-05",
      ["g > b 2015-06..2016-05", "g > b ..2015-06-01 *", "g > b 2016-06-01.. *"]
    ),
  ])
  func replacesTheExpandedOneInItsDates(row: String, expected: [String]) {
    #expect(lines(explicit: [row]) == expected)
  }

  @Test func takesOutEachOfSeveralRows() {
    #expect(
      lines(explicit: [
        "g,b,accountable-to,2014-01-01,2015-01-01", "g,b,accountable-to,2017-01-01,2018-01-01",
      ]) == [
        "g > b 2014-01-01..2015-01-01", "g > b 2017-01-01..2018-01-01",
        "g > b ..2014-01-01 *", "g > b 2015-01-01..2017-01-01 *", "g > b 2018-01-01.. *",
      ])
  }

  @Test(arguments: ["b,g,accountable-to,,", "g,b,oversees,,"])
  func leavesOtherRelationshipsAlone(row: String) {
    #expect(lines(explicit: [row]).last == "g > b .. *")
    #expect(lines(explicit: [row]).count == 2)
  }

  @Test func replacesAListedPairAsWell() throws {
    let graph = graph([
      .organisations: "id,name,kind \n a,A,council \n n,N,nation",
      .relationships: """
      id,from,to,kind,pairing,start,end
      ,n,a,funds,,2016-04-01,2017-04-01
      x,every nation,every council,funds,listed,,
      """,
      .pairs: "statement,from,to,start,end,amount \n x,n,a,2015-04-01,2018-04-01,300",
    ])
    #expect(
      GovernanceModelTests.lines(graph) == [
        "n > a 2016-04-01..2017-04-01", "n > a 2015-04-01..2016-04-01 *",
        "n > a 2017-04-01..2018-04-01 *",
      ])
    // The amount of the pair is given once, whatever parts are left of it.
    #expect(graph.allRelationships.map { graph[$0].amount } == [nil, Amount("300"), nil])
  }
}
