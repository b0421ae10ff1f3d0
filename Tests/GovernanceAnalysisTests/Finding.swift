import GovernanceAnalysis
import GovernanceModel
import Testing

/// What a person may type, and the body that is meant.
struct Finding {
  static let organisations:
    [(id: String, name: String, kind: String, ods: String, closed: String)] = [
      ("RGT", "Cambridge University Hospitals NHS Foundation Trust", "acute-trust", "RGT", ""),
      ("R2", "Royal Papworth Hospital NHS Foundation Trust", "acute-trust", "RGM", ""),
      ("C1", "NHS Cambridgeshire and Peterborough CCG", "ccg", "06H", ""),
      ("C2", "NHS Bristol CCG", "ccg", "11H", "2018-04-01"),
      ("C3", "NHS Bristol, North Somerset and South Gloucestershire CCG", "ccg", "15C", ""),
      ("F1", "Cambridgeshire and Peterborough", "footprint", "", ""),
      ("L1", "Bristol, City of", "council", "", ""),
      ("L2", "St. Mary’s Council", "council", "", ""),
      ("L3", "Ynys Môn – Isle of Anglesey", "council", "", ""),
      ("nhs-england", "NHS England", "national", "X24", ""),
      (
        "T1", "Heatherwood and Wexham Park Hospitals NHS Foundation Trust", "acute-trust", "RD7",
        "2014-10-01"
      ),
      ("T2", "Frimley Health NHS Foundation Trust", "acute-trust", "RDU", ""),
      ("N1", "Norfolk Trust", "acute-trust", "", ""),
      ("N2", "Norfolk Trust", "acute-trust", "", ""),
      ("N3", "Norfolk Trust", "acute-trust", "", "2014-01-01"),
      ("S1", "The Springfield Trust", "acute-trust", "", ""),
      ("S2", "SPRINGFIELD TRUST", "acute-trust", "", ""),
    ]

  static func graph() throws -> GovernanceGraph {
    try makeGraph { tables in
      tables[.kinds] = GraphTables.Table(
        columns: ["id", "name", "plural", "broader"],
        rows: [
          ["trust", "NHS trust", "NHS trusts", ""], ["acute-trust", "", "", "trust"],
          ["ccg", "clinical commissioning group", "clinical commissioning groups", ""],
          ["footprint", "", "", ""], ["council", "", "", ""], ["national", "", "", ""],
        ])
      tables[.organisations] = GraphTables.Table(
        columns: ["id", "name", "kind", "code_ods", "opened", "closed"],
        rows: organisations.map {
          [$0.id, $0.name, $0.kind, $0.ods, $0.id == "T2" ? "2014-10-01" : "", $0.closed]
        })
      // The code RXX belonged to one body and then to another; R2 was not always Royal.
      tables[.history] = GraphTables.Table(
        columns: ["organisation", "field", "value", "start", "end"],
        rows: [
          ["T1", "code_ods", "RXX", "2010-01-01", "2013-01-01"],
          ["T2", "code_ods", "RXX", "2013-01-01", "2015-01-01"],
          ["F1", "code_ods", "T1", "2016", "2018"],
          ["R2", "name", "Papworth Hospital NHS Foundation Trust", "2004-07-01", "2018-01-12"],
          ["T1", "name", "Heatherwood Hospital", "2000", "2005"],
          ["T2", "name", "Frimley in Shadow", "2013", "2014-09"],
        ])
    }
  }

  static func find(_ text: String, kind: String? = nil, on day: String? = "2016-10-01") throws
    -> String
  {
    let graph = try graph()
    let finder = OrganisationFinder(graph, at: try day.map { try date($0) } ?? .anyTime)
    let kind = try kind.map { try #require(finder.kind($0)) }
    func ids(_ bodies: [BodyIndex]) -> String {
      bodies.map { graph.id(of: $0) }.joined(separator: " ")
    }
    return switch finder.find(text, kind: kind) {
    case .found(let body): graph.id(of: body)
    case .ambiguous(let bodies): "one of " + ids(bodies)
    case .notFound(let bodies): bodies.isEmpty ? "nothing" : "near " + ids(bodies)
    }
  }

  @Test func suggestsBodiesByTheirInitials() throws {
    #expect(try Self.find("CUH") == "near RGT")
    #expect(try Self.find("cuhx") == "nothing")
  }

  @Test func takesTheExactNameOfAKindBeforeOneThatSoundsLikeIt() throws {
    var tables = GraphTables()
    for (id, name) in [("trust", "trust"), ("nhs-trust", "NHS trust")] {
      tables.append(["id": id, "name": name], to: .kinds)
    }
    let graph = GovernanceGraph.reading(tables).graph
    let finder = OrganisationFinder(graph, at: .anyTime)
    #expect(finder.kind("Trust").map { graph.bodyKinds[$0].id } == "trust")
    #expect(finder.kind("NHS trust").map { graph.bodyKinds[$0].id } == "nhs-trust")
  }

  @Test(arguments: [
    ("RGT", "RGT"), ("rgt", "RGT"), ("nhs-england", "nhs-england"), ("NHS-England", "nhs-england"),
    ("06H", "C1"), ("06h", "C1"), ("X24", "nhs-england"),
    // Closed, but the only one that it can be.
    ("RD7", "T1"), ("11H", "C2"),
  ])
  func findsByIDAndCode(text: String, id: String) throws {
    #expect(try Self.find(text) == id)
  }

  @Test(arguments: [("2012-06-01", "T1"), ("2013-01-01", "T2"), ("2014-12-31", "T2")])
  func aCodeIsThatOfTheDay(day: String, id: String) throws {
    #expect(try Self.find("RXX", on: day) == id)
  }

  @Test func theCodeOfAnOpenBodyBeatsTheIDOfAClosedOne() throws {
    // T1 is closed since 2014-10-01, and its id was the footprint's code later.
    #expect(try Self.find("T1", on: "2014-09-30") == "T1")
    #expect(try Self.find("T1", on: "2014-10-01") == "T1")
    #expect(try Self.find("T1", on: "2016-10-01") == "F1")
    #expect(try Self.find("T1", on: nil) == "T1")
    #expect(try Self.find("T1", kind: "acute-trust") == "T1")
  }

  @Test func aCodeOfAnotherDayIsNoCode() throws {
    #expect(try Self.find("RXX", on: "2015-01-01") == "nothing")
    #expect(try Self.find("RDU", on: "2014-01-01") == "nothing")
  }

  @Test func regardlessOfDatesACodeMayMeanSeveral() throws {
    #expect(try Self.find("RXX", on: nil) == "one of T2 T1")
  }

  @Test(arguments: [
    ("Cambridge University Hospitals NHS Foundation Trust", "RGT"),
    ("cambridge university hospitals nhs ft", "RGT"), ("Cambridge University Hospitals", "RGT"),
    ("CAMBRIDGE UNI", "RGT"), ("Cambridge University Hospital", "RGT"),
    ("NHS Cambridgeshire & Peterborough CCG", "C1"),
    ("Cambridgeshire and Peterborough clinical commissioning group", "C1"),
    ("bristol city of", "L1"), ("St Marys Council", "L2"), ("st mary's council", "L2"),
    ("Ynys Mon - Isle of Anglesey", "L3"), ("YNYS MO\u{302}N Isle of Anglesey", "L3"),
    ("England", "nhs-england"), ("NHSE", "nhs-england"),
  ])
  func findsByNameWithoutRegardToSpelling(text: String, id: String) throws {
    #expect(try Self.find(text) == id)
  }

  @Test func anExactNameBeatsOneThatSoundsLikeIt() throws {
    #expect(try Self.find("The Springfield Trust") == "S1")
    #expect(try Self.find("SPRINGFIELD TRUST") == "S2")
    #expect(try Self.find("Springfield Trust") == "one of S2 S1")
    #expect(try Self.find("Cambridgeshire and Peterborough") == "F1")
  }

  @Test func aNameIsThatOfTheDay() throws {
    #expect(try Self.find("Papworth Hospital NHS FT", on: "2016-10-01") == "R2")
    #expect(try Self.find("Royal Papworth Hospital NHS FT", on: "2018-01-12") == "R2")
    #expect(try Self.find("Royal Papworth Hospital NHS FT", on: "2018-01-11") == "near R2")
  }

  @Test func aClosedBodyIsFoundByAnyNameItHad() throws {
    #expect(try Self.find("Heatherwood Hospital") == "T1")
    #expect(try Self.find("Heatherwood and Wexham Park Hospitals NHS FT") == "T1")
    // Before it opened, under the name of its preparations.
    #expect(try Self.find("Frimley Health", on: "2014-01-01") == "T2")
    #expect(try Self.find("Frimley in Shadow", on: "2014-01-01") == "T2")
    #expect(try Self.find("Papworth Hospital NHS FT", on: nil) == "R2")
    #expect(try Self.find("Royal Papworth Hospital NHS FT", on: nil) == "R2")
  }

  @Test func listsCandidatesByNameAndOpenOnesOnly() throws {
    #expect(try Self.find("Norfolk Trust") == "one of N1 N2")
    #expect(try Self.find("Norfolk Trust", on: "2013-01-01") == "one of N1 N2 N3")
    #expect(try Self.find("Bristol") == "one of L1 C2 C3")
    #expect(try Self.find("Bristol", on: "2018-04-01") == "one of L1 C3")
    #expect(try Self.find("Bristol CCG") == "C2")
  }

  @Test func aKindNarrowsWhatIsMeant() throws {
    #expect(try Self.find("Cambridgeshire and Peterborough", kind: "ccg") == "C1")
    #expect(try Self.find("Cambridgeshire & Peterborough", kind: "footprint") == "F1")
    #expect(try Self.find("RGT", kind: "trust") == "RGT")
    #expect(try Self.find("RGT", kind: "NHS trusts") == "RGT")
    #expect(try Self.find("RGT", kind: "ccg") == "nothing")
    #expect(try Self.find("Bristol", kind: "clinical commissioning groups") == "one of C2 C3")
  }

  @Test(arguments: [
    ("Cambrige University Hospitals NHS FT", "near RGT"), ("Firmley Health NHS FT", "near T2"),
    ("nhs-englnd", "near nhs-england"), ("Peterborough", "near F1 C1"),
    ("Somerset Gloucestershire", "near C3"), ("completely different", "nothing"), ("", "nothing"),
    ("&", "nothing"), ("NHS", "nothing"), ("\u{0}", "nothing"),
  ])
  func suggestsWhatIsNear(text: String, finding: String) throws {
    #expect(try Self.find(text) == finding)
  }

  @Test func findsKindsByIDNameAndPlural() throws {
    let graph = try Self.graph()
    let finder = OrganisationFinder(graph, at: .anyTime)
    func kind(_ text: String) -> String? { finder.kind(text).map { graph.bodyKinds[$0].id } }
    #expect(kind("ccg") == "ccg")
    #expect(kind("CCGs") == "ccg")
    #expect(kind("Clinical Commissioning Group") == "ccg")
    #expect(kind("NHS trusts") == "trust")
    #expect(kind("acute trust") == "acute-trust")
    #expect(kind("submarine") == nil)
    #expect(kind("") == nil)
  }

  @Test(arguments: [
    ("NHS Bristol CCG", "bristol clinical commissioning group"), ("The Trust", "trust"),
    ("A&E", "a e"), ("King’s Lynn", "kings lynn"), ("King's Lynn", "kings lynn"),
    ("Ŵyre  Forest", "wyre forest"), ("Cafe\u{301}", "cafe"), ("Café", "cafe"),
    ("N.H.S. England", "england"), ("Guy's/St Thomas'", "guys st thomas"), ("", ""),
    ("Trust 2", "trust 2"), ("Ñandú", "nandu"), ("東京", "東京"),
  ])
  func reducesNamesToTheirWords(name: String, words: String) {
    #expect(NameForm(name).words.joined(separator: " ") == words)
  }

  @Test func beginsAndHolds() {
    let name = NameForm("Cambridge University Hospitals NHS Foundation Trust")
    #expect(name.begins(with: NameForm("cambridge univ")))
    #expect(name.begins(with: NameForm("Cambridge University Hosp")))
    #expect(!name.begins(with: NameForm("University")))
    #expect(!name.begins(with: NameForm("")))
    #expect(name.holds(NameForm("hospitals cambridge")))
    #expect(!name.holds(NameForm("oxford hospitals")))
    #expect(!name.holds(NameForm("NHS")))
  }
}
