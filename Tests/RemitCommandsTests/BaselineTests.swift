import Foundation
import RemitCommands
import Testing

/// Findings that somebody has accepted, and what is wrong with such a list.
@Suite struct BaselineTests {
  private static let header = "id,reason,owner,expires"

  /// The findings of one rule on England, with a baseline of some rows.
  private static func check(
    _ rows: String..., on date: String = "2016-10-01", more: [String] = []
  ) throws -> [String: Any] {
    try Graphs.withFile(([header] + rows).joined(separator: "\n"), named: "accepted.csv") { file in
      try json(
        arguments: ["check", "--rule", "unfunded-mandate", "--as-of", date, "--baseline", file]
          + more, on: Graphs.england)
    }
  }

  private static let one = "unfunded-mandate/E54000021"

  @Test func leavesOutWhatIsAccepted() throws {
    let answer = try Self.check("\(Self.one),Members lend the staff,The board,2017-04-01")
    #expect(answer.counts("summary") == ["unfunded-mandate": 43])
    #expect(!answer.ids("findings").contains(Self.one))
    let accepted = try #require(answer.objects("accepted").first)
    #expect(accepted["id"] as? String == Self.one)
    #expect(accepted["owner"] as? String == "The board")
    #expect(accepted["reason"] as? String == "Members lend the staff")
    #expect(accepted["expires"] as? String == "2017-04-01")
  }

  /// On the day itself it is no longer accepted: the finding is back, and another beside it.
  @Test(arguments: ["2016-10-01", "2016-09-30", "2016"])
  func findsWhatHasExpired(day: String) throws {
    let accepted = try Self.check("\(Self.one),Why,Who,\(day)", on: "2017-01-01")
    #expect(accepted.ids("findings").contains(Self.one))
    #expect(accepted.ids("findings").contains("expired-acceptance/" + Self.one))
    #expect(accepted.objects("accepted").isEmpty)
  }

  @Test func acceptsUpToTheDayBefore() throws {
    let accepted = try Self.check("\(Self.one),Why,Who,2016-10-02")
    #expect(!accepted.ids("findings").contains(Self.one))
    let never = try Self.check("\(Self.one),Why,Who,never", on: "2017-01-01")
    #expect(never.counts("summary") == ["unfunded-mandate": 43])
  }

  /// Of a rule that was not asked nothing is known; of no rule at all nothing can be found.
  @Test func findsWhatIsNoLongerFound() throws {
    let answer = try Self.check(
      "unfunded-mandate/gone,Why,Who,never", "scrutiny-gap/gone,Why,Who,never",
      "no-rule/gone,Why,Who,never")
    #expect(
      answer.ids("findings").filter { $0.hasPrefix("stale") } == [
        "stale-acceptance/no-rule/gone", "stale-acceptance/unfunded-mandate/gone",
      ])
  }

  @Test func asksOnlyAboutTheFootprintThatIsAsked() throws {
    let answer = try Self.check(
      "\(Self.one),Why,Who,2016-01-01", "unfunded-mandate/E54000022,Why,Who,2016-01-01",
      "unfunded-mandate/gone,Why,Who,never", more: ["--in", "E54000021"])
    #expect(answer.ids("findings") == [Self.one, "expired-acceptance/" + Self.one])
  }

  @Test func failsOnlyOnWhatIsNotAccepted() throws {
    let rule = ["check", "--rule", "no-common-principal", "--fail-on", "high"]
    let found = Remit.run(rule + ["--graph", Graphs.england], in: Surroundings())
    #expect(found.code == ExitCodes.findings)
    let row = "no-common-principal/delayed-transfers,Known,The board,never"
    try Graphs.withFile(Self.header + "\n" + row, named: "accepted.csv") { file in
      let accepted = Remit.run(
        rule + ["--graph", Graphs.england, "--baseline", file], in: Surroundings())
      #expect(accepted.code == ExitCodes.clean)
      #expect(accepted.output.contains("no rule finds anything that is not accepted"))
      #expect(accepted.output.contains("Accepted in the baseline (1)"))
    }
  }

  /// Rows of the answer's own CSV, with three columns more, are a baseline.
  @Test func readsItsOwnAnswer() throws {
    let lines = try csv("check", "--rule", "no-common-principal", on: Graphs.england)
    let more = ["," + "reason,owner,expires"] + lines.dropFirst().map { _ in ",Known,Us,never" }
    let text = zip(lines, more).map { $0 + $1 }.joined(separator: "\n")
    try Graphs.withFile(text, named: "accepted.csv") { file in
      let answer = try json(
        "check", "--rule", "no-common-principal", "--baseline", file, on: Graphs.england)
      #expect(answer.objects("findings").isEmpty)
      #expect(answer.objects("accepted").count == 1)
    }
  }

  /// Each broken in one way, with the place that the first problem names.
  static let broken: [(text: String, place: String)] = [
    ("id,reason,owner\na,b,c", ":1:1: error: the baseline has no column 'expires'"),
    ("id,reason,ownr,expires\na,b,c,never", "did you mean it by 'ownr'?"),
    (header + "\n,b,c,never", ":2:1: error: "),
    (header + "\na,,c,never", ":2:3: error: "),
    (header + "\na,b, ,never", ":2:5: error: "),
    (header + "\na,b,c,", ":2:7: error: "),
    (header + "\na,b,c,2016-02-30", ":2:7: error: '2016-02-30' is not a date"),
    (header + "\na,b,c,never\na,d,e,never", ":3:1: error: 'a' is already accepted in line 2"),
    (header + "\na,b,c", ":2:1: error: the row has 3 cells"),
    (header + "\na,\"b,c,never", ":2:3: error: "),
    (header + "\n\u{0},b,c,never", ":2:1: error: "),
    ("", ":1:1: error: the baseline has no column 'id'"),
  ]

  @Test(arguments: broken.indices)
  func namesThePlaceOfEveryProblem(number: Int) throws {
    let (text, place) = Self.broken[number]
    try Graphs.withFile(text, named: "accepted.csv") { file in
      let outcome = remit("check", "--baseline", file, on: Graphs.england)
      #expect(outcome.code == ExitCodes.unreadable)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(place), "\(outcome.errors)")
      for line in outcome.errors.split(separator: "\n") {
        #expect(line.hasPrefix(file + ":") && line.contains("; "), "\(line)")
      }
    }
  }

  @Test func goesOnWithWhatIsSound() throws {
    let rows = "no-common-principal/delayed-transfers,Known,Us,never\na,,c,never"
    try Graphs.withFile(Self.header + "\n" + rows, named: "accepted.csv") { file in
      let outcome = remit(
        "check", "--rule", "no-common-principal", "--baseline", file, "--lenient",
        on: Graphs.england)
      #expect(outcome.code == ExitCodes.clean)
      #expect(outcome.errors.contains(":3:3: error: "))
      #expect(outcome.output.contains("Accepted in the baseline (1)"))
    }
  }
}
