import GovernanceModel
import Testing

/// Names, kinds, forms and codes as of a date.
struct HistoryTests {
  private let written: KeyValuePairs<TableName, String> = [
    .organisations: """
    id,name,kind,legal_form,code_ods,code_ons
    a,Ayton Foundation Trust,foundation-trust,statutory-body,RAA,E1
    b,Beeton Trust,nhs-trust,,RBB,
    """,
    .history: """
    organisation,field,value,start,end
    a,name,Ayton Hospitals,,2004
    a,name,Ayton Trust,2005-01-01,2008-04-01
    a,kind,nhs-trust,,2008-04-01
    a,legal_form,part-of-body,1990,1994
    a,code_ods,RZZ,1994,2008-04-01
    b,code_ods,RZZ,2010-04-01,
    b,code_ods,RBX,2010-04-01,2012-04-01
    b,code_old,77,1990,2000
    """,
  ]

  @Test(arguments: [
    ("2003-01-01", "Ayton Hospitals", "nhs-trust"), ("2004-12-31", "Ayton Hospitals", "nhs-trust"),
    ("2005-01-01", "Ayton Trust", "nhs-trust"), ("2008-03-31", "Ayton Trust", "nhs-trust"),
    ("2008-04-01", "Ayton Foundation Trust", "foundation-trust"),
  ])
  func givesTheNameAndKindOfTheDate(on day: String, name: String, kind: String) throws {
    let graph = graph(written)
    let body = try #require(graph.body(id: "a"))
    #expect(graph.name(of: body, at: date(day)) == name)
    #expect(graph.bodyKinds[graph.kind(of: body, at: date(day))].id == kind)
  }

  @Test func givesTheMainTableRegardlessOfDates() throws {
    let graph = graph(written)
    let body = try #require(graph.body(id: "a"))
    #expect(graph.name(of: body, at: .anyTime) == "Ayton Foundation Trust")
    #expect(graph.bodyKinds[graph.kind(of: body, at: .anyTime)].id == "foundation-trust")
    #expect(graph.legalForm(of: body, at: .anyTime) == .statutoryBody)
    #expect(graph.legalForm(of: body, at: date("1992")) == .partOfBody)
    #expect(graph.legalForm(of: body, at: date("1995")) == .statutoryBody)
  }

  @Test(arguments: [
    ("a", "2000", "ods=RZZ ons=E1"), ("a", "2009", "ods=RAA ons=E1"), ("b", "2009", "ods=RBB"),
    // Two codes of one scheme may hold at once.
    ("b", "2011", "ods=RBX ods=RZZ"), ("b", "2013", "ods=RZZ"), ("b", "1995", "ods=RBB old=77"),
  ])
  func givesTheCodesOfTheDate(id: String, on day: String, expected: String) throws {
    let graph = graph(written)
    let codes = graph.codes(of: try #require(graph.body(id: id)), at: date(day))
    #expect(codes.map { "\($0.scheme)=\($0.code)" }.joined(separator: " ") == expected)
  }

  @Test func givesEveryCodeRegardlessOfDates() throws {
    let graph = graph(written)
    let codes = graph.codes(of: try #require(graph.body(id: "b")), at: .anyTime)
    #expect(codes.map { "\($0.scheme)=\($0.code)" } == ["ods=RBB", "ods=RBX", "ods=RZZ", "old=77"])
  }

  /// The code RZZ was the one body's until 2008 and is the other's from 2010.
  @Test(arguments: [("2007", ["a"]), ("2009", []), ("2011", ["b"])])
  func givesACodeToEachBodyInTurn(on day: String, holders: [String]) {
    let graph = graph(written)
    let found = graph.allBodies.filter { body in
      graph.codes(of: body, at: date(day)).contains { $0.code == "RZZ" }
    }
    #expect(found.map { graph.id(of: $0) } == holders)
  }

  @Test func warnsOfTwoNamesOnOneDay() {
    let organisations = "id,name,kind \n a,A,ccg \n b,B,ccg"
    func warnings(_ rows: String) -> [String] {
      problems([
        .organisations: organisations, .history: "organisation,field,value,start,end\n" + rows,
      ])
    }
    #expect(
      warnings("a,name,X,2010-01-01,2012-01-01 \n a,name,Y,2011-12-31,2013-01-01") == [
        "history:3:1 overlapping-history"
      ])
    #expect(warnings("a,name,X,,2012-01-01 \n a,name,Y,2012-01-01,") == [])
    #expect(warnings("a,name,X,,2012-01-01 \n b,name,Y,2011-01-01,") == [])
    #expect(warnings("a,name,X,,2012-01-01 \n a,kind,ccg,2011-01-01,") == [])
    #expect(warnings("a,code_x,X,,2012-01-01 \n a,code_x,Y,2011-01-01,") == [])
    // A long one overlaps every other, not only the next.
    #expect(
      warnings(
        """
        a,name,X,2010-01-01,2016-01-01
        a,name,Y,2011-01-01,2012-01-01
        a,name,Z,2013-01-01,2014-01-01
        """) == ["history:3:1 overlapping-history", "history:4:1 overlapping-history"])
  }

  @Test func isOpenInItsDates() throws {
    let graph = graph([.organisations: "id,name,kind,opened,closed \n a,A,ccg,2013-04,2020"])
    let body = try #require(graph.body(id: "a"))
    #expect(!graph.isOpen(body, at: date("2013-03-31")))
    #expect(graph.isOpen(body, at: date("2013-04-01")))
    #expect(graph.isOpen(body, at: date("2020-12-31")))
    #expect(!graph.isOpen(body, at: date("2021-01-01")))
    #expect(graph.isOpen(body, at: .anyTime))
  }
}
