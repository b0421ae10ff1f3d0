import RemitCommands
import Testing

/// The options that every command takes.
@Suite struct OptionTests {
  @Test func answersForADateOrRegardlessOfDates() throws {
    try Graphs.withFolder { graph in
      let dated = remit("info", "--as-of", "2016-10-01", on: graph)
      #expect(dated.output.contains("\nAs of 2016-10-01.\n"))
      for word in ["any", "ANY"] {
        let undated = remit("info", "--as-of", word, on: graph)
        #expect(undated.output.contains("\nRegardless of dates"))
      }
      #expect(remit("info", on: graph).output.contains("\nRegardless of dates"))
      let month = remit("info", "--as-of", "2016-10", on: graph)
      #expect(month.output.contains("\nAs of 2016-10, read as its first day, 2016-10-01.\n"))
    }
  }

  @Test(arguments: [
    "", "today", "2016-13", "2016-02-30", "01/10/2016", "0000", "2016-10-01T00:00", "\u{1B}[31m",
  ])
  func refusesWhatIsNoDate(text: String) throws {
    let outcome = try Graphs.withFolder { remit("info", "--as-of", text, on: $0) }
    #expect(outcome.code == ExitCodes.misuse)
    #expect(outcome.errors.hasSuffix("write it as 2016-10-01, 2016-10 or 2016, or 'any'\n"))
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test(arguments: ["1900-01-01", "2012-12-31", "2030-01-01", "9999-12-31"])
  func answersEverythingOnFarDates(date: String) throws {
    try Graphs.withFolder { graph in
      for question in Question.all {
        let outcome = Question.ask(question, "--as-of", date, on: graph)
        #expect(outcome.code == ExitCodes.clean, "\(question): \(outcome.errors)")
      }
    }
  }

  @Test func saysWhenABodyIsNotOpen() throws {
    try Graphs.withFolder { graph in
      let before = remit("reports-to", "later", "--as-of", "2016-10-01", on: graph)
      #expect(
        before.output.contains(
          "\nLater Body is not open on that date: it opened on 2022-07-01.\n"))
      let after = remit("show", "north", "--as-of", "2021-01-01", on: graph)
      #expect(
        after.output.contains("\nNorth Office is not open on that date: it closed on 2020-04-01.\n")
      )
      let closed = try json("show", "north", "--as-of", "2021-01-01", on: graph)
      #expect(closed.object("organisation")["open"] as? Bool == false)
    }
    let heir = remit("reports-to", "00C", "--as-of", "2021-01-01", on: Graphs.england)
    let words = heir.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("and was succeeded by NHS Tees Valley CCG (16C)."))
  }

  @Test func followsTheBasesAskedFor() throws {
    try Graphs.withFolder { graph in
      func principals(_ basis: String) throws -> [String] {
        try json("reports-to", "trust", "--basis", basis, on: graph).ids("principals")
      }
      #expect(try principals("contractual") == ["minister"])
      #expect(try principals("all") == ["board", "minister"])
      #expect(try principals("statutory,contractual") == ["board", "minister"])
      #expect(try principals("political") == [])
      // A line whose basis is not recorded is always followed.
      let clinic = try json("reports-to", "clinic", "--basis", "political", on: graph)
      #expect(clinic.ids("principals") == ["north"])
      let text = remit("reports-to", "trust", "--basis", "political", on: graph).output
      #expect(text.contains("\nFollowed: political lines of accountability, and those whose basis"))
      for basis in ["", ",", "legal"] {
        #expect(remit("span", "--basis", basis, on: graph).code == ExitCodes.misuse)
      }
    }
  }

  @Test func showsContractsApart() throws {
    let text = try Graphs.withFolder {
      remit("reports-to", "trust", "--as-of", "2016-10-01", on: $0).output
    }
    #expect(text.contains("\nAccountable by contract (shown apart, not followed)\n"))
  }

  @Test func takesTheGraphFromTheSurroundings() throws {
    try Graphs.withFolder { graph in
      let outcome = remit("info", environment: ["REMIT_GRAPH": graph])
      #expect(outcome.code == ExitCodes.clean)
      let other = remit("info", on: Graphs.england, environment: ["REMIT_GRAPH": graph])
      #expect(other.output.contains("ccg"))
    }
    #expect(remit("info", on: "").code == ExitCodes.misuse)
  }

  @Test func coloursOnlyATerminalThatWantsIt() throws {
    try Graphs.withFolder { graph in
      func isColoured(_ environment: [String: String], isTerminal: Bool) -> Bool {
        remit("info", on: graph, environment: environment, isTerminal: isTerminal).output
          .contains("\u{1B}[")
      }
      #expect(isColoured([:], isTerminal: true))
      #expect(isColoured(["NO_COLOR": ""], isTerminal: true))
      #expect(!isColoured([:], isTerminal: false))
      #expect(!isColoured(["NO_COLOR": "1"], isTerminal: true))
      #expect(!isColoured(["TERM": "dumb"], isTerminal: true))
      for format in ["json", "csv", "markdown"] {
        let outcome = remit("info", "--format", format, on: graph, isTerminal: true)
        #expect(!outcome.output.contains("\u{1B}"))
      }
    }
  }

  @Test(arguments: [
    ["reports-to"], ["reports-to", "trust", "clinic"], ["common", "trust"],
    ["path", "trust", "trust"], ["list"], ["info", "--format", "xml"], ["nonsense"], ["--nonsense"],
    ["reports-to", "--ids-from", "ids.txt"], ["reports-to", "trust", "--ids-from", "ids.txt"],
  ])
  func refusesMisuse(arguments: [String]) throws {
    let outcome = try Graphs.withFolder { Question.ask(arguments, on: $0) }
    #expect(outcome.code == ExitCodes.misuse)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }

  @Test(arguments: [["--help"], ["help"], ["info", "--help"], ["--version"], []])
  func helps(arguments: [String]) {
    let outcome = Remit.run(arguments, in: Surroundings())
    #expect(outcome.code == ExitCodes.clean)
    #expect(!outcome.output.isEmpty && outcome.errors.isEmpty)
  }
}
