import Foundation
import RemitCommands
import Testing

/// What is said of graphs and files that cannot be used, and with which exit code.
@Suite struct FaultTests {
  private static func small(_ table: String, adding row: String) -> [String: String] {
    Graphs.small.merging([table: Graphs.small[table]! + "\n" + row]) { $1 }
  }

  /// Broken in one way each, with the place that the first problem must name.
  static let broken: [(tables: [String: String], place: String)] = [
    (small("relationships.csv", adding: ",trust,nobody,accountable-to,,,,,,,act,,,"), ":16:8:"),
    (small("relationships.csv", adding: ",trust,trust,accountable-to,,,,,,,act,,,"), ":16:"),
    (small("organisations.csv", adding: "board,Twice,office,,,,act,"), ":12:1:"),
    (small("organisations.csv", adding: "late,Late,office,,2017,2015,act,"), ":12:"),
    (small("organisations.csv", adding: "odd,Odd,office,,2016-13,,act,"), ":12:17:"),
    (small("organisations.csv", adding: "short,Short"), ":12:1:"),
    (small("organisations.csv", adding: "open,\"Open,office,,,,,"), ":12:6:"),
    (small("relationships.csv", adding: ",trust,board,funds,,,much,,,,act,,,"), ":16:"),
    (["organisations.csv": "id,name,kind\na,A,x"], ":1:1:"),
    (["organisations.csv": "", "relationships.csv": "from,to,kind"], ":1:1:"),
    (["organisations.csv": "id,name\na,A", "relationships.csv": "from,to,kind"], ":1:1:"),
    ([:], ":1:1:"),
  ]

  @Test(arguments: broken.indices)
  func namesThePlaceOfEveryProblem(number: Int) throws {
    let (tables, place) = Self.broken[number]
    try Graphs.withFolder(tables) { graph in
      let outcome = remit("info", on: graph)
      #expect(outcome.code == ExitCodes.unreadable)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix(graph), "\(outcome.errors)")
      #expect(outcome.errors.contains(place), "\(outcome.errors)")
      expectPlaces(outcome.errors)
    }
  }

  @Test func goesOnWithWhatIsSound() throws {
    let tables = Self.small(
      "relationships.csv", adding: ",trust,nobody,accountable-to,,,,,,,act,,,")
    try Graphs.withFolder(tables) { graph in
      for question in Question.all {
        let strict = Question.ask(question, on: graph)
        #expect(strict.code == ExitCodes.unreadable)
        #expect(strict.errors.hasSuffix("go on without those rows with --lenient\n"))
        let lenient = Question.ask(question, "--lenient", on: graph)
        #expect(lenient.code == ExitCodes.clean)
        #expect(!lenient.output.isEmpty)
        #expect(lenient.errors.contains("relationships.csv:16:8: error: "))
        expectPlaces(lenient.errors)
      }
      let lenient = try json("info", "--lenient", on: graph)
      #expect(lenient["stated"] as? Int == 14)
    }
  }

  @Test(arguments: [
    "/nonexistent", "/dev/null", Graphs.project.path(percentEncoded: false) + "Package.swift",
  ])
  func refusesWhatIsNoGraph(path: String) {
    let outcome = remit("info", on: path)
    #expect(outcome.code == ExitCodes.unreadable)
    #expect(outcome.errors.hasPrefix(path + ":1:1: error: "))
    expectPlaces(outcome.errors)
  }

  @Test func refusesAnEmptyYAMLFile() throws {
    try Graphs.withFile("", named: "graph.yaml") { file in
      let outcome = remit("info", on: file)
      #expect(outcome.code == ExitCodes.unreadable)
      expectPlaces(outcome.errors)
    }
  }

  @Test func readsAFileOfIdsAsItComes() throws {
    try Graphs.withFolder { graph in
      // Windows line ends, a byte-order mark, spaces and blank lines are no part of an id.
      try Graphs.withFile("\u{FEFF}clinic\r\n\r\n  trust \r\nclinic") { file in
        let lines = try csv(
          "reports-to", "--all", "--ids-from", file, "--as-of", "2016-10-01", on: graph)
        #expect(
          lines == [
            "id,superiors", "clinic,board minister north", "trust,board minister",
            "clinic,board minister north",
          ])
      }
    }
  }

  @Test func namesTheLinesOfUnknownIds() throws {
    try Graphs.withFolder { graph in
      try Graphs.withFile("clinic\nnobody\n\u{1B}[31m") { file in
        let strict = remit("reports-to", "--all", "--ids-from", file, on: graph)
        #expect(strict.code == ExitCodes.misuse)
        #expect(strict.errors.contains(file + ":2:1: error: no organisation or post has the id"))
        expectPlaces(strict.errors)
        let lenient = remit("reports-to", "--all", "--ids-from", file, "--lenient", on: graph)
        #expect(lenient.code == ExitCodes.clean)
        #expect(lenient.errors == strict.errors)
        #expect(lenient.output.contains("clinic"))
      }
      let missing = remit("reports-to", "--all", "--ids-from", "/nonexistent", on: graph)
      #expect(missing.code == ExitCodes.unreadable)
      expectPlaces(missing.errors)
    }
  }

  /// Expects every problem line to begin with its place, and no control characters.
  private func expectPlaces(
    _ errors: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for line in errors.split(separator: "\n") where !line.hasPrefix("remit: ") {
      #expect(
        line.contains(/^.+:[0-9]+:[0-9]+: (error|warning): .+; .+$/), "\(line)",
        sourceLocation: sourceLocation)
      #expect(!line.contains("\u{1B}"), sourceLocation: sourceLocation)
    }
  }
}
