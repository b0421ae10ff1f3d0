import RemitCommands
import Testing

/// Rules that an analyst declares beside a graph, through the program.
@Suite struct DeclaredRuleTests {
  private static let rules = """
    rules:
      - id: paid-by-its-board
        says: forbidden
        from: board
        kind: funds
        to: every trust
        severity: critical
        message: "{from} pays {to}"
      - id: has-a-superior
        says: required
        from: every office
        kind: accountable-to
        message: "{from} answers to nobody"
    """

  private static func withRules<Result>(
    _ rules: String = rules, _ body: (String) throws -> Result
  ) throws -> Result {
    try Graphs.withFolder(Graphs.small.merging(["rules.yaml": rules]) { $1 }, body)
  }

  @Test func findsWhatTheyForbidAndRequire() throws {
    try Self.withRules { graph in
      let answer = try json("check", "--as-of", "2016-10-01", on: graph)
      #expect(answer.ids("findings").contains("paid-by-its-board/board"))
      #expect(answer.ids("findings").contains("has-a-superior/minister"))
      #expect(answer.counts("summary")["has-a-superior"] == 1)
      let one = try json("check", "--rule", "paid-by-its-board", on: graph)
      #expect(one.ids("findings") == ["paid-by-its-board/board"])
      #expect(
        one.objects("findings")[0]["message"] as? String
          == "National Board pays St Mary's NHS Foundation Trust.")
      let failing = remit(
        "check", "--rule", "paid-by-its-board", "--fail-on", "critical", on: graph)
      #expect(failing.code == ExitCodes.findings)
    }
  }

  @Test func explainsListsAndExportsThem() throws {
    try Self.withRules { graph in
      let story = remit("explain", "paid-by-its-board/board", on: graph)
      #expect(story.code == ExitCodes.clean, "\(story.errors)")
      #expect(story.output.contains("rules.yaml, line 2"))
      let rules = remit("rules", "--graph", graph)
      #expect(rules.output.contains("paid-by-its-board\n"))
      #expect(!remit("rules").output.contains("paid-by-its-board"))
      let one = remit("rules", "has-a-superior", "--graph", graph)
      #expect(one.output.hasPrefix("has-a-superior\n"))
      let sarif = remit("check", "--format", "sarif", on: graph)
      #expect(sarif.output.contains("\"id\" : \"paid-by-its-board\""))
      let near = remit("check", "--rule", "has-superior", on: graph)
      #expect(near.code == ExitCodes.misuse)
      #expect(near.errors.contains("did you mean 'has-a-superior'?"))
    }
  }

  @Test func refusesFaultsUnlessLenient() throws {
    let broken = Self.rules.replacing("kind: funds", with: "kind: fund")
    try Self.withRules(broken) { graph in
      let strict = remit("check", on: graph)
      #expect(strict.code == ExitCodes.unreadable && strict.output.isEmpty)
      #expect(strict.errors.contains("rules.yaml:5:11: error: no kind of relationship"))
      #expect(strict.errors.contains("did you mean 'funds'?"))
      let lenient = try json("check", "--lenient", on: graph)
      #expect(lenient.counts("summary")["has-a-superior"] == 1)
      #expect(lenient.counts("summary")["paid-by-its-board"] == nil)
      // Questions that ask no rule do not read them.
      #expect(remit("info", on: graph).code == ExitCodes.clean)
    }
  }
}
