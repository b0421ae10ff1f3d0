import RemitCommands
import Testing

/// Every command in every format: the same bytes for the same graph, and text that fits.
@Suite struct FormatTests {
  @Test(arguments: Question.all)
  func givesTheSameBytesAgain(question: [String]) throws {
    try Graphs.withFolder { graph in
      for format in Question.formats {
        let first = Question.ask(question, "--format", format, on: graph)
        #expect(first.code == ExitCodes.clean, "\(first.errors)")
        #expect(first.output.hasSuffix("\n") && !first.output.hasSuffix("\n\n"))
        #expect(first == Question.ask(question, "--format", format, on: graph))
      }
    }
  }

  /// Rows between the same bodies, which only their cells can put in order.
  static let tied = Graphs.small.merging([
    "relationships-more.csv": """
    from,to,kind,basis,legal_basis,amount,year,start,source,grade,note
    inspector,trust,oversees,financial,Act s.9,,,2011-04-01,act,verified,b
    inspector,trust,oversees,financial,Act s.9,,,2011-04-01,act,verified,a
    inspector,trust,oversees,,,,,,act,recalled,
    trust,board,accountable-to,political,,,,2012-01-01,act,inferred,
    board,trust,funds,,,5,2015/16,,act,verified,
    board,trust,funds,,,7,2015/16,,act,verified,
    """,
    "duties.csv": """
    holder,type,subject,legal_basis,source
    trust,duty,Keep within budget,Act s.3,act
    every trust,power,Borrow,Act s.4,act
    trust,duty,Publish accounts,Act s.2,act
    """,
    "history.csv": """
    organisation,field,value,start,end,source
    trust,name,Old St Mary's,2010-04-01,2012-04-01,act
    trust,code_ods,RZZ,2010-04-01,2013-04-01,act
    trust,name,Older St Mary's,2009-04-01,2010-04-01,act
    """,
  ]) { $1 }

  @Test(arguments: Question.all)
  func givesTheSameBytesForReorderedRows(question: [String]) throws {
    func reversed(_ text: String) -> String {
      let lines = text.split(separator: "\n")
      return ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    }
    for format in Question.formats {
      let first = try Graphs.withFolder(Self.tied) {
        Question.ask(question, "--format", format, on: $0)
      }
      let second = try Graphs.withFolder(Self.tied.mapValues(reversed)) {
        Question.ask(question, "--format", format, on: $0)
      }
      #expect(first.code == ExitCodes.clean, "\(first.errors)")
      #expect(first == second, "\(format)")
    }
  }

  static let ofEngland: [[String]] = [
    ["info"], ["list", "--kind", "vanguard"], ["show", "RGT"], ["show", "E54000021"],
    ["reports-to", "RGT", "--all"], ["reports", "nhs-england"], ["reports", "parliament", "--all"],
    ["path", "RGT", "06H"], ["common", "RGT", "06H", "R1F"], ["funding", "nhs-england"], ["span"],
    ["chokepoints"], ["principals", "--several"], ["funders", "--off-path"], ["funders"],
  ]

  @Test(arguments: ofEngland)
  func fitsAHundredColumns(question: [String]) {
    let outcome = Question.ask(question, "--as-of", "2016-10-01", on: Graphs.england)
    #expect(outcome.code == ExitCodes.clean, "\(outcome.errors)")
    for line in outcome.output.split(separator: "\n") where line.count > 100 {
      // A link stays whole, alone on its line, so that it can be followed.
      let words = line.split(separator: " ")
      #expect(words.count == 1 && words[0].contains("://"), "\(line)")
    }
    #expect(!outcome.output.contains(" \n"))
  }

  @Test(arguments: [["info"], ["show", "E54000021"], ["reports-to", "RGT", "--all"]])
  func givesTheSameBytesOfEnglandAgain(question: [String]) {
    func ask() -> Outcome {
      Question.ask(question, "--as-of", "2016-10-01", "--format", "json", on: Graphs.england)
    }
    #expect(ask() == ask())
  }

  @Test func saysWhatIsNotRecorded() throws {
    try Graphs.withFolder { graph in
      let text = remit("reports-to", "minister", on: graph).output
      #expect(text.contains("\nNot recorded, or to be read with care\n"))
      #expect(text.contains("which does not mean that there is none"))
      let money = remit("funding", "clinic", on: graph).output
      #expect(money.contains("that no flow is recorded does not mean there is none"))
      for question in Question.all {
        let answer = try json(arguments: question, on: graph)
        #expect(answer["notRecorded"] is [String], "\(question)")
      }
    }
  }
}
