import RemitCommands
import Testing

/// The figures that any correct count of England's small areas of April 2017 comes to.
@Suite struct EnglandOverlapTests {
  private static func overlaps(_ arguments: String..., on date: String = "2017-04-01") throws
    -> [String: Any]
  {
    try json(arguments: ["overlaps"] + arguments + ["--as-of", date], on: Graphs.england)
  }

  private static func split(_ answer: [String: Any], _ geography: String) -> [String] {
    answer.objects("split").filter { $0["geography"] as? String == geography }
      .compactMap { $0["name"] as? String }
  }

  @Test func findFourteenCouncilsInSeveralFootprints() throws {
    let answer = try Self.overlaps("stp", "utla")
    #expect(
      Self.split(answer, "utla").sorted() == [
        "Birmingham", "Buckinghamshire", "County Durham", "Cumbria", "Derbyshire", "Essex",
        "Hampshire", "Hertfordshire", "North Yorkshire", "Northamptonshire", "Nottinghamshire",
        "Oxfordshire", "Suffolk", "Surrey",
      ])
    #expect(answer.counts("wholeUnits")["stp"] == 19)
    #expect(answer["zones"] as? Int == 32_844)
    #expect(answer.object("population")["total"] as? Int == 55_619_430)
    #expect(answer.object("population")["counted"] as? String == "residents")
    #expect(answer.object("population")["year"] as? String == "mid-2017")
    #expect(answer["vintage"] as? String == "April 2017")
    #expect(answer.objects("undetermined").isEmpty)
    let utlas = Set(answer.objects("pairs").compactMap { $0["to"] as? String })
    #expect(utlas.count == 152)
    // The other way to compare is there too.
    let drawn = try #require(answer["drawnBorders"] as? String)
    #expect(drawn.hasPrefix("STP footprints of April 2017, upper-tier authority areas of "))
  }

  @Test func findNoCommissionerAndNoRegionCut() throws {
    #expect(Self.split(try Self.overlaps("ccg", "stp"), "ccg").isEmpty)
    #expect(Self.split(try Self.overlaps("stp", "region"), "stp").isEmpty)
    #expect(Self.split(try Self.overlaps("ccg", "utla"), "ccg").count == 28)
  }

  @Test func findDistrictsCut() throws {
    let footprints = try Self.overlaps("ltla", "stp")
    #expect(Self.split(footprints, "ltla").count == 17)
    #expect(footprints["drawnBorders"] == nil)
    #expect(Set(footprints.objects("pairs").compactMap { $0["from"] as? String }).count == 326)
    #expect(Self.split(try Self.overlaps("ltla", "ccg"), "ltla").count == 69)
  }

  /// In October 2016 NHS Cumbria stood in two footprints; which of its people in which is said by
  /// the list of the next year only.
  @Test func countNobodyTwiceWhereMembershipIsNoFunction() throws {
    let answer = try Self.overlaps("stp", "utla", on: "2016-10-01")
    let doubt = try #require(answer.objects("undetermined").first)
    #expect(doubt["zones"] as? Int == 324)
    #expect(doubt["population"] as? Int == 504_475)
    #expect(doubt.strings("candidates") == ["E54000002", "E54000004"])
    #expect(answer.object("population")["total"] as? Int == 55_619_430)
    let counted = answer.objects("pairs").reduce(0) { $0 + ($1["population"] as? Int ?? 0) }
    #expect(counted == 55_619_430 - 504_475)
    #expect(!Self.split(answer, "utla").contains("Cumbria"))

    let inferred = try Self.overlaps("stp", "utla", "--infer", on: "2016-10-01")
    #expect(inferred.objects("undetermined").isEmpty)
    #expect(Self.split(inferred, "utla").contains("Cumbria"))
    #expect(inferred.strings("notRecorded").contains { $0.hasPrefix("inferred: 324 zones") })
  }

  @Test func takeTheBordersOfTheDate() throws {
    let boards = try Self.overlaps("icb", "utla", on: "2022-07-01")
    #expect(boards["vintage"] as? String == "July 2022")
    #expect(Set(boards.objects("pairs").compactMap { $0["from"] as? String }).count == 42)
    let groups = try Self.overlaps("ccg", "ltla", on: "2016-10-01")
    #expect(Set(groups.objects("pairs").compactMap { $0["from"] as? String }).count == 209)
    let between = remit("overlaps", "stp", "utla", "--as-of", "2019-01-01", on: Graphs.england)
    #expect(between.code == 64)
    #expect(between.errors.contains("April 2017, from 2017-04-01 until 2018-04-01"))
  }

  @Test func answerAboutOneArea() throws {
    for word in ["E10000006", "Cumbria County Council", "cumbria"] {
      let pairs = try Self.overlaps("utla", "stp", "--of", word).objects("pairs")
      #expect(pairs.map { $0["to"] as? String } == ["E54000002", "E54000004"], "\(word)")
      #expect(pairs.map { $0["population"] as? Int } == [318_291, 180_084])
      #expect(pairs.map { $0["relation"] as? String } == ["contains", "overlaps"])
    }
  }

  @Test func leaveSliversOutAndSayso() throws {
    let answer = try Self.overlaps("utla", "stp", "--sliver", "2%")
    // Without the parts of Buckinghamshire, Hertfordshire and Oxfordshire of less than a fiftieth.
    #expect(Self.split(answer, "utla").count == 11)
    #expect(answer["sliver"] as? Double == 0.02)
    let text = remit(
      "overlaps", "utla", "stp", "--sliver", "2%", "--as-of", "2017-04-01", on: Graphs.england)
    #expect(text.output.contains("what is no more than 2.00 % of a unit does not count"))
  }

  @Test(arguments: [
    ["overlaps", "stpp", "utla"], ["overlaps", "stp", "icb"], ["overlaps", "stp"],
    ["overlaps", "stp", "utla", "--sliver", "60%"], ["overlaps", "cauth", "utla", "--by", "area"],
    ["overlaps", "stp", "utla", "--of", "Atlantis"], ["coterminous", "stp"],
    ["overlaps", "stp", "utla", "--as-of", "any"],
  ])
  func refuseWhatTheyDoNotUnderstand(question: [String]) {
    let outcome = Question.ask(question, on: Graphs.england)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
  }

  @Test func showAPairOfGeographiesOverTime() throws {
    let answer = try json("coterminous", "stp", "utla", on: Graphs.england)
    let indices = answer.objects("pairs").map { $0["index"] as? Double ?? 0 }
    #expect(
      answer.objects("pairs").map { $0["vintage"] as? String ?? "" } == [
        "April 2016", "April 2017",
      ])
    #expect(indices.allSatisfy { (0.9..<1).contains($0) })
    #expect(answer.objects("league").first?["id"] as? String == "E10000023")
    let all = try json("coterminous", on: Graphs.england).objects("pairs")
    #expect(all.contains { $0["vintage"] as? String == "July 2022" })
    // What is made of each other's whole units has the index 1.
    for pair in all where pair["first"] as? String == "ltla" && pair["second"] as? String == "utla"
    {
      #expect(pair["index"] as? Double == 1)
    }
  }
}
