import RemitCommands
import Testing

/// How bodies and kinds are named on the command line, and what is said of names that do not fit.
@Suite struct NamingTests {
  @Test(arguments: [
    "trust", "RAA", "raa", "St Mary's NHS Foundation Trust", "st marys nhs foundation trust",
    "ST MARYS FT", "St Mary’s",
  ])
  func findsABodyByIdCodeOrName(name: String) throws {
    let answer = try Graphs.withFolder {
      try json("reports-to", name, "--as-of", "2016-10-01", on: $0)
    }
    #expect(answer.object("organisation")["id"] as? String == "trust")
  }

  @Test func listsTheCandidatesOfAnAmbiguousName() throws {
    let outcome = try Graphs.withFolder { remit("show", "Mill Lane", on: $0) }
    #expect(outcome.code == ExitCodes.misuse)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        remit: 'Mill Lane' may be any of these; name one by its id:
          clinic   Mill Lane Clinic
          council  Mill Lane Council

        """)
  }

  @Test func suggestsWhatIsNearToAMissedName() throws {
    let outcome = try Graphs.withFolder { remit("show", "Natoinal Board", on: $0) }
    #expect(outcome.code == ExitCodes.misuse)
    #expect(outcome.errors.hasPrefix("remit: no body is called 'Natoinal Board'; did you mean"))
    #expect(outcome.errors.contains("  board  National Board\n"))
  }

  @Test func namesEachCandidateOnce() throws {
    let outcome = remit("show", "Parliment", on: Graphs.england)
    #expect(outcome.code == ExitCodes.misuse)
    #expect(outcome.errors.split(separator: "\n").count { $0.hasPrefix("  parliament ") } == 1)
  }

  @Test(arguments: ["", " ", "NHS", "the", "&", "'", "no such body at all", "\u{1B}[2J"])
  func refusesNamesThatSayNothing(name: String) throws {
    let outcome = try Graphs.withFolder { remit("show", name, on: $0) }
    #expect(outcome.code == ExitCodes.misuse)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("remit: "))
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test func repeatsAnEndlessNameOnlyInPart() throws {
    let outcome = try Graphs.withFolder {
      remit("show", String(repeating: "a", count: 100_000), on: $0)
    }
    #expect(outcome.code == ExitCodes.misuse)
    #expect(outcome.errors.utf8.count < 400)
  }

  @Test func suggestsCommandsKindsAndBases() throws {
    #expect(remit("shwo").errors == "remit: there is no command 'shwo'; did you mean 'show'?\n")
    try Graphs.withFolder { graph in
      let kind = remit("list", "--kind", "trsut", on: graph)
      #expect(kind.errors == "remit: no kind is called 'trsut'; did you mean 'trust'?\n")
      let basis = remit("span", "--basis", "statuory", on: graph)
      #expect(basis.errors == "remit: 'statuory' is not a basis; did you mean 'statutory'?\n")
      for outcome in [kind, basis] { #expect(outcome.code == ExitCodes.misuse) }
    }
  }

  @Test(arguments: [
    ("06H", "06H"), ("06h", "06H"), ("E54000021", "E54000021"), ("Monitor", "monitor"),
    ("NHSE", "nhs-england"), ("DH", "department-of-health"),
    ("department of health", "department-of-health"), ("guys & st thomas", "RJ1"),
    ("kings college hospital", "RJZ"), ("St George's", "RJ7"), ("TDA", "tda"),
    ("Cambridge University Hospitals", "RGT"), ("PARLIAMENT", "parliament"),
  ])
  func understandsWhatPeopleTypeOfEngland(name: String, id: String) throws {
    let answer = try json("reports-to", name, "--as-of", "2016-10-01", on: Graphs.england)
    #expect(answer.object("organisation")["id"] as? String == id)
  }

  @Test(arguments: [("2016-10-01", "E54000021"), ("2022-07-01", "QUE")])
  func looksUpACodeForTheDate(date: String, id: String) throws {
    let answer = try json("show", "QUE", "--as-of", date, on: Graphs.england)
    #expect(answer.object("organisation")["id"] as? String == id)
  }

  @Test(arguments: ["Leeds", "Hull", "Oxford"])
  func asksWhichBodyOfAPlaceIsMeant(place: String) {
    let outcome = remit("reports-to", place, "--as-of", "2016-10-01", on: Graphs.england)
    #expect(outcome.code == ExitCodes.misuse)
    #expect(outcome.errors.contains("may be any of these"))
    #expect(outcome.errors.split(separator: "\n").count > 2)
  }
}
