import GovernanceModel
import Testing

/// Kinds on both sides of a row: each body with its own counterpart, or with those listed.
///
///     council a ◀── owner ── a-scrutiny        council b: its committee is made
struct PairedStatementTests {
  private let kinds = """
    id,of,owned_by,name
    council,,,council
    electorate,,council,local electorate
    scrutiny,,council,scrutiny committee
    nation,,,
    """
  private let bodies = """
    id,name,kind,opened,closed,owner
    a,Ayton,council,1974-04-01,,
    b,Beeton,council,2009,2020,
    a-voters,Voters of Ayton,electorate,,2021,a
    """

  @Test(arguments: [
    (
      "every council", "every electorate",
      ["a > a-voters .. *", "b > b.electorate .. *"]
    ),
    (
      "every electorate", "every council",
      ["a-voters > a .. *", "b.electorate > b .. *"]
    ),
  ])
  func pairsEachBodyWithItsOwn(from: String, to: String, expected: [String]) {
    let graph = graph([
      .kinds: kinds, .organisations: bodies,
      .relationships: "from,to,kind,pairing,start \n \(from),\(to),accountable-to,own,",
    ])
    #expect(lines(graph) == expected)
  }

  @Test func makesCounterpartsThatTheGraphDoesNotList() throws {
    let graph = graph([
      .kinds: kinds, .organisations: bodies,
      .relationships: "from,to,kind,pairing \n every council,every electorate,accountable-to,own",
    ])
    #expect(graph.bodyCount == 4)
    let made = try #require(graph.body(id: "b.electorate"))
    #expect(graph.isMade(made))
    #expect(graph.owner(of: made) == graph.body(id: "b"))
    #expect(graph.name(of: made, at: .anyTime) == "Local electorate of Beeton")
    #expect(graph.bodyKinds[graph.kind(of: made, at: .anyTime)].id == "electorate")
    #expect(graph.life(of: made) == Period(start: PartialDate("2009"), end: PartialDate("2020")))
    #expect(graph.evidence(of: made).grade == .inferred)
    // The one that is listed is not made again.
    #expect(graph.body(id: "a.electorate") == nil)
    #expect(graph.tables[.organisations].rows.count == 3)
  }

  @Test func pairsTwoKindsOfTheSameOwner() {
    let graph = graph([
      .kinds: kinds, .organisations: bodies,
      .relationships: "from,to,kind,pairing \n every electorate,every scrutiny,appoints,own",
    ])
    #expect(
      lines(graph) == [
        "a-voters > a.scrutiny .. *", "b.electorate > b.scrutiny .. *",
      ])
  }

  @Test func makesOneCounterpartForAnOwnerThatWasOfAnotherKindForATime() throws {
    let graph = graph([
      .kinds: kinds, .organisations: "id,name,kind,opened,closed \n a,Ayton,council,2000,2020",
      .history: "organisation,field,value,start,end \n a,kind,nation,2005-01-01,2010-01-01",
      .relationships: "from,to,kind,pairing \n every council,every electorate,accountable-to,own",
    ])
    #expect(
      lines(graph) == [
        "a > a.electorate ..2005-01-01 *", "a > a.electorate 2010-01-01.. *",
      ])
    let made = try #require(graph.body(id: "a.electorate"))
    #expect(graph.life(of: made) == Period(start: PartialDate("2000"), end: PartialDate("2020")))
  }

  @Test func reportsKindsOfWhichNeitherIsTheOthersOwn() {
    #expect(
      problems([
        .kinds: kinds, .organisations: bodies,
        .relationships: "from,to,kind,pairing \n every nation,every council,oversees,own",
      ]) == ["relationships:2:1 unowned-kinds"])
  }

  @Test func standsForTheListedPairs() throws {
    let graph = graph([
      .organisations: "id,name,kind \n a,A,council \n b,B,council \n n,N,nation \n m,M,nation",
      .relationships: """
      id,from,to,kind,pairing,start,end,basis,year,source,grade,note
      grants,every nation,every council,funds,listed,2015-04-01,2018-04-01,financial,2016/17,s,recalled,x
      """,
      .pairs: """
      statement,from,to,start,end,amount,year,source,grade,note
      grants,n,a,,,12.50,,,,
      grants,m,b,2016-04-01,2017-04-01,,2015/16,t,verified,y
      """,
    ])
    #expect(lines(graph) == ["n > a 2015-04-01..2018-04-01 *", "m > b 2016-04-01..2017-04-01 *"])
    let rows = graph.allRelationships.map { graph[$0] }
    try #require(rows.count == 2)
    #expect(rows[0].amount == Amount("12.5") && rows[1].amount == nil)
    #expect(rows.map(\.year) == ["2016/17", "2015/16"])
    #expect(rows.map(\.evidence.grade) == [.recalled, .verified])
    #expect(rows.map(\.evidence.sources) == [["s"], ["t"]])
    #expect(rows.map(\.evidence.note) == ["x", "y"])
    #expect(rows.allSatisfy { $0.basis == .financial })
    #expect(graph.statements.map(\.expandedCount) == [2])
  }

  @Test func listsNoPairsWhereNoneAreGiven() {
    let graph = graph([
      .organisations: "id,name,kind \n a,A,council \n n,N,nation",
      .relationships: "id,from,to,kind,pairing \n x,every nation,every council,funds,listed",
    ])
    #expect(lines(graph) == [])
  }
}
