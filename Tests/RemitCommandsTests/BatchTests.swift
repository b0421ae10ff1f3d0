import Foundation
import RemitCommands
import Testing

/// `batch`: the answers of one reading are those of as many runs.
@Suite struct BatchTests {
  /// Runs a batch beside a copy of the small graph and hands over what it came to, and the folder of
  /// its answers.
  private func batch(
    _ questions: String, _ more: String..., tables: [String: String] = Graphs.small,
    check: (_ outcome: Outcome, _ graph: String, _ answers: String) throws -> Void
  ) throws {
    try Graphs.withFolder(tables) { graph in
      try Graphs.withFile(questions, named: "questions") { file in
        let answers = String(file.dropLast("questions".count)) + "made/answers"
        try check(
          Remit.run(
            ["batch", file, "--into", answers, "--graph", graph] + more, in: Surroundings()),
          graph, answers)
      }
    }
  }

  private func text(_ file: String, in folder: String) throws -> String {
    try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
  }

  @Test func answersEveryQuestionAsIfAskedAlone() throws {
    let endings = ["text": "txt", "json": "json", "csv": "csv", "markdown": "md"]
    var lines = ""
    for (place, question) in Question.all.enumerated() {
      for format in Question.formats {
        lines += "\(place).\(endings[format]!)  \(question.joined(separator: " "))\n"
      }
    }
    try batch(lines) { outcome, graph, answers in
      #expect(outcome.code == ExitCodes.clean, "\(outcome.errors)")
      #expect(outcome.output.split(separator: "\n").count == Question.all.count * 4)
      #expect(outcome.output.hasPrefix("\(answers)/0.txt\n\(answers)/0.json\n"))
      for (place, question) in Question.all.enumerated() {
        for format in Question.formats {
          let alone = Question.ask(question, "--format", format, on: graph)
          let answer = try text("\(place).\(endings[format]!)", in: answers)
          #expect(answer == alone.output, "\(question)")
        }
      }
    }
  }

  @Test func passesOverRemarksAndTakesWordsInQuotes() throws {
    try batch(
      """
      # Everyone above the clinic

        clinic.csv\treports-to  "Mill Lane Clinic" --as-of 2016-10-01
      'two words.csv'  reports-to 'Mill Lane Clinic' --as-of any
      dated.csv        reports-to clinic
      """, "--as-of", "2021-01-01"
    ) { outcome, graph, answers in
      #expect(outcome.code == ExitCodes.clean, "\(outcome.errors)")
      for (file, date) in [
        ("clinic.csv", "2016-10-01"), ("two words.csv", "any"), ("dated.csv", "2021-01-01"),
      ] {
        let alone = remit(
          "reports-to", "clinic", "--as-of", date, "--format", "csv", on: graph)
        let answer = try text(file, in: answers)
        #expect(answer == alone.output)
      }
    }
  }

  @Test(arguments: [
    ("a.csv  spam", "there is no command 'spam'; did you mean 'span'?"),
    ("a.csv", "the line asks nothing; write a question after the file"),
    ("span", "'span' does not end in .txt, .json, .csv or .md; begin the line with the file"),
    ("a.xlsx span", "'a.xlsx' does not end in .txt, .json, .csv or .md"),
    ("../a.csv span", "'../a.csv' leads out of the folder of the answers; name a file in it"),
    ("/tmp/a.csv span", "'/tmp/a.csv' leads out of the folder"),
    ("a.csv show \"Mill Lane", "a quote is not closed; close it"),
    ("a.csv span --graph x", "'--graph' in a line; leave it out: give it once, to batch"),
    ("a.csv span --format=json", "'--format' in a line; leave it out: the ending of the file"),
    ("a.csv batch questions", "the line asks nothing"),
    ("a.csv render national", "the line asks nothing"),
    ("a.csv span --deep", "Unknown option '--deep'"),
    ("b.csv info\na.csv span\na.csv info", "line 2 writes 'a.csv' already; name another file"),
    ("# nothing", "the file asks nothing; write lines such as 'spans.csv  span'"),
  ])
  func refusesWhatItCannotAsk(questions: String, message: String) throws {
    try batch(questions) { outcome, _, answers in
      #expect(outcome.code == ExitCodes.misuse)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
      let line = questions.hasPrefix("#") ? 1 : questions.split(separator: "\n").count
      #expect(outcome.errors.contains("questions:\(line):1: error: "), "\(outcome.errors)")
      // Nothing is asked where a line is wrong.
      #expect(!FileManager.default.fileExists(atPath: answers))
    }
  }

  @Test func goesOnAfterAQuestionThatHasNoAnswer() throws {
    try batch("a.csv show nobody\nb.csv span\nc.txt check --fail-on low") {
      outcome, graph, answers in
      #expect(outcome.code == ExitCodes.misuse)
      #expect(outcome.output == "\(answers)/b.csv\n\(answers)/c.txt\n")
      #expect(outcome.errors.contains("questions:1:1: error: no body is called 'nobody'"))
      let answer = try text("b.csv", in: answers)
      #expect(answer == remit("span", "--format", "csv", on: graph).output)
      #expect(!FileManager.default.fileExists(atPath: answers + "/a.csv"))
    }
    try batch("c.txt check --fail-on low") { outcome, _, _ in
      #expect(outcome.code == ExitCodes.findings)
    }
  }

  @Test func saysOnceWhatIsWrongWithTheGraph() throws {
    var tables = Graphs.small
    tables["relationships.csv", default: ""] += "\n,nobody,board,funds,,,,,,,act,verified,,"
    try batch("a.csv span\nb.csv info", tables: tables) { outcome, _, _ in
      #expect(outcome.code == ExitCodes.unreadable)
    }
    try batch("a.csv span\nb.csv info", "--lenient", tables: tables) { outcome, _, _ in
      #expect(outcome.code == ExitCodes.clean)
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
  }
}
