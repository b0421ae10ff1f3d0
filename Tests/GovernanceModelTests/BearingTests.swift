import GovernanceModel
import Testing

/// On whom a row about incentives bears, by the kinds of bodies on the date.
struct BearingTests {
  private let graph = GovernanceGraph.reading(
    tables([
      .kinds: "id,broader \n provider, \n acute,provider \n ft,provider \n acute-ft,acute ft",
      .organisations: """
      id,name,kind,opened,closed
      a,A,acute-ft,2000,
      b,B,acute,2000,2015
      c,C,provider,,
      """,
      .history: "organisation,field,value,start,end \n a,kind,acute,,2008-04-01",
      .classes: """
      id,name,members,within
      plain,plain trusts,acute and not ft,
      some,some trusts,,acute
      lost,lost trusts,,
      """,
      .metrics: "id,name \n m,M",
      .incentives: """
      id,holder,instrument,metric,direction
      body,a,R,m,maximise
      kind,every acute,R,m,maximise
      words,every provider and not (acute or ft),R,m,maximise
      class,class plain,R,m,maximise
      within,class some,R,m,maximise
      nobody,class lost,R,m,maximise
      """,
    ])
  ).graph

  @Test(arguments: [
    ("a", "2008-03-31", ["body", "kind", "class", "within?"]),
    ("a", "2008-04-01", ["body", "kind", "within?"]),
    ("b", "2008-04-01", ["kind", "class", "within?"]), ("c", "2008-04-01", ["words"]),
  ])
  func goesByTheKindOfTheDate(id: String, day: String, bearing: [String]) throws {
    let body = try #require(graph.body(id: id))
    let found = graph.incentives.compactMap { incentive -> String? in
      switch graph.bearing(of: incentive.holder, on: body, at: date(day)) {
      case .bears: incentive.id
      case .mayBear: incentive.id + "?"
      case .doesNotBear: nil
      }
    }
    #expect(found == bearing)
  }

  @Test func givesTheOpenBodiesThatAreMeant() {
    func meant(_ id: String, _ day: String) -> [String]? {
      let holder = graph.incentives.first { $0.id == id }!.holder
      return graph.bodies(meantBy: holder, at: date(day))?.map { graph.id(of: $0) }
    }
    #expect(meant("class", "2005-01-01") == ["a", "b"])
    #expect(meant("class", "2010-01-01") == ["b"])
    #expect(meant("class", "2016-01-01") == [])
    #expect(meant("kind", "2016-01-01") == ["a"])
    #expect(meant("within", "2010-01-01") == nil)
    #expect(meant("nobody", "2010-01-01") == nil)
  }
}
