import GovernanceModel
import Testing

/// A kind on one side of a row: one relationship for each of its members, in their dates.
///
///     every ccg ── accountable-to ──▶ board
struct OneSidedStatementTests {
  private let bodies = """
    id,name,kind,opened,closed
    board,The Board,national-body,,
    north,North,ccg,2013-04-01,
    south,South,ccg,2013-04-01,2017-04-01
    city,City,federated-ccg,2015,
    trust,Trust,nhs-trust,,
    """
  private let kinds = "id,broader \n national-body, \n ccg, \n federated-ccg,ccg \n nhs-trust,"

  @Test func standsForEachMember() {
    let graph = graph([
      .kinds: kinds, .organisations: bodies,
      .relationships: "from,to,kind \n every ccg,board,accountable-to",
    ])
    #expect(
      lines(graph) == [
        // The day on which a body opened is not when the relationship began.
        "north > board .. *", "south > board .. *", "city > board .. *",
      ])
    #expect(graph.statements.map(\.expandedCount) == [3])
    #expect(graph.statedCount == 1 && graph.explicitCount == 0)
  }

  @Test func holdsOnlyWhileTheMemberIsOpen() throws {
    let graph = graph([
      .kinds: kinds, .organisations: bodies,
      .relationships: "from,to,kind \n every ccg,board,accountable-to",
    ])
    func agents(_ date: String) throws -> [String] {
      let board = try #require(graph.body(id: "board"))
      let moment = Moment.date(try #require(PartialDate(date)))
      return graph.relationships(to: board, at: moment).map { graph.id(of: $0.from) }
    }
    #expect(try agents("2013-03-31") == [])
    #expect(try agents("2014-12-31") == ["north", "south"])
    #expect(try agents("2017-03-31") == ["north", "south", "city"])
    #expect(try agents("2017-04-01") == ["north", "city"])
  }

  @Test func standsForEachMemberOnTheRight() {
    let graph = graph([
      .kinds: kinds, .organisations: bodies,
      .relationships: "from,to,kind,start,end \n board,every ccg,funds,2014-04-01,2016-04-01",
    ])
    #expect(
      lines(graph) == [
        "board > north 2014-04-01..2016-04-01 *", "board > south 2014-04-01..2016-04-01 *",
        "board > city 2015..2016-04-01 *",
      ])
  }

  @Test func leavesOutMembersThatAreNotOpenInItsDates() {
    let graph = graph([
      .kinds: kinds, .organisations: bodies,
      .relationships: "from,to,kind,start,end \n every ccg,board,accountable-to,2017-04-01,",
    ])
    #expect(lines(graph) == ["north > board 2017-04-01.. *", "city > board 2017-04-01.. *"])
  }

  @Test func doesNotRelateABodyToItself() {
    let graph = graph([
      .organisations: bodies, .relationships: "from,to,kind \n every ccg,north,cooperates-with",
    ])
    #expect(lines(graph) == ["south > north .. *"])
  }

  @Test func followsTheHistoryOfAKind() {
    let graph = graph([
      .organisations: "id,name,kind,opened,closed \n m,M,monitor,, \n a,A,foundation-trust,2004,",
      .history: "organisation,field,value,start,end \n a,kind,nhs-trust,1994,2008-04-01",
      .relationships: """
      from,to,kind
      m,every foundation-trust,oversees
      m,every nhs-trust,appoints
      """,
    ])
    #expect(lines(graph) == ["m > a 2008-04-01.. *", "m > a 2004..2008-04-01 *"])
  }

  @Test func splitsAMemberThatWasOfAnotherKindForATime() {
    let graph = graph([
      .organisations: "id,name,kind,opened,closed \n b,B,board,, \n a,A,ccg,2010,2020",
      .history: "organisation,field,value,start,end \n a,kind,pilot,2013-01-01,2014-01-01",
      .relationships: "from,to,kind \n every ccg,b,accountable-to",
    ])
    #expect(lines(graph) == ["a > b ..2013-01-01 *", "a > b 2014-01-01.. *"])
  }

  @Test func neverRepeatsItsAmount() {
    let graph = graph([
      .organisations: bodies,
      .relationships:
        "from,to,kind,amount,year,basis \n board,every ccg,funds,100,2016/17,financial",
    ])
    let rows = graph.allRelationships.map { graph[$0] }
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0.amount == nil && $0.year == "2016/17" && $0.basis == .financial })
    #expect(graph.statements.first?.amount == Amount("100"))
  }

  @Test(arguments: ["unstated", "overlapping"])
  func isNeverExpandedWhereItDoesNotSayWhich(pairing: String) {
    let graph = graph([
      .organisations: bodies,
      .relationships: """
      from,to,kind,pairing
      every nhs-trust,every ccg,accountable-to,\(pairing)
      board,every ccg,oversees,\(pairing)
      """,
    ])
    #expect(lines(graph) == [])
    #expect(graph.statements.count == 2)
    #expect(graph.statements.allSatisfy { !$0.statesPairs && $0.expandedCount == 0 })
  }
}
