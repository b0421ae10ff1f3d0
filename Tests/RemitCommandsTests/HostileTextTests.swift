import Foundation
import RemitCommands
import Testing

/// Names made to move the cursor, to run in a spreadsheet or to become a link stay text.
@Suite struct HostileTextTests {
  /// `evil` answers to `top`; every text about it is hostile.
  static let tables: [String: String] = [
    "organisations.csv": """
    id,name,kind,code_ods,source,note,homepage
    top,"=HYPERLINK(""http://x"",""y"")",office,,act,,
    evil,"\u{1B}[31mRed\u{1B}]0;title\u{7}\u{202E}txet\u{8}\u{9B}2J",<b>kind</b>|,@SUM(1),act,"| a | b |
    # heading",[link](javascript:alert)
    plus,+1+1,office,-2+3,act,,
    """,
    "relationships.csv": """
    from,to,kind,basis,legal_basis,source,note
    evil,top,accountable-to,statutory,\u{1B}[2J`code` *s.1*,act,\u{1B}c
    plus,top,accountable-to,,@now,act,
    """,
    "sources.csv": """
    id,title,url
    act,<script>alert(1)</script> [x](y) \u{1B}[1m,http://example.org/\u{7}
    """,
  ]

  static let questions: [[String]] = [
    ["info"], ["list", "--kind", "office"], ["show", "evil"], ["show", "top"],
    ["reports-to", "evil", "--all"], ["reports", "top"], ["reports", "top", "--all"],
    ["path", "evil", "top"], ["path", "evil", "plus"], ["common", "evil", "plus"],
    ["funding", "evil"], ["span"], ["chokepoints"], ["check"], ["incentives", "--rank"],
  ]

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && (scalar.properties.generalCategory == .control || scalar == "\u{202E}")
  }

  @Test(arguments: questions)
  func writesNoControlCharacters(question: [String]) throws {
    try Graphs.withFolder(Self.tables) { graph in
      for format in ["text", "markdown"] {
        let outcome = Question.ask(question, "--format", format, on: graph)
        #expect(outcome.code == ExitCodes.clean, "\(outcome.errors)")
        #expect(!outcome.output.unicodeScalars.contains(where: isControl))
        #expect(!outcome.errors.unicodeScalars.contains(where: isControl))
      }
    }
  }

  @Test func coloursOnlyWithItsOwnCodes() throws {
    try Graphs.withFolder(Self.tables) { graph in
      for question in Self.questions {
        let outcome = Remit.run(
          question + ["--graph", graph], in: Surroundings(isTerminal: true))
        let plain = ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m"].reduce(outcome.output) {
          $0.replacingOccurrences(of: $1, with: "")
        }
        #expect(!plain.unicodeScalars.contains(where: isControl), "\(question)")
      }
    }
  }

  @Test(arguments: questions)
  func writesCellsThatNoSpreadsheetRuns(question: [String]) throws {
    let text = try Graphs.withFolder(Self.tables) {
      Question.ask(question, "--format", "csv", on: $0).output
    }
    for line in text.split(separator: "\n") {
      for cell in line.split(separator: ",", omittingEmptySubsequences: false) {
        let cell = cell.drop { $0 == "\"" }
        let isNumber = Double(cell) != nil
        #expect(isNumber || !["=", "+", "-", "@"].contains(cell.first), "\(line)")
      }
    }
  }

  @Test(arguments: questions)
  func writesMarkdownWithoutMarkupFromNames(question: [String]) throws {
    let text = try Graphs.withFolder(Self.tables) {
      Question.ask(question, "--format", "markdown", on: $0).output
    }
    for mark in ["<b>", "<script", "[link](", "[x](", " `code`", "*s.1*", "\n# heading"] {
      #expect(!text.contains(mark), "\(mark)")
    }
    // Every row of a table has the cells of its header: no name adds a column.
    var width: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("| ") else {
        width = nil
        continue
      }
      let bars = line.replacingOccurrences(of: "\\\\", with: "")
        .replacingOccurrences(of: "\\|", with: "").count { $0 == "|" }
      #expect(width == nil || width == bars, "\(line)")
      width = bars
    }
  }

  @Test(arguments: questions)
  func writesJSONThatReadsBack(question: [String]) throws {
    let text = try Graphs.withFolder(Self.tables) {
      Question.ask(question, "--format", "json", on: $0).output
    }
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
  }
}
