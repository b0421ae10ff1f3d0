import Testing

/// The JSON keys and CSV headers that other programs read.
@Suite struct AnswerKeyTests {
  @Test func givesInfoByKindAndGrade() throws {
    let info = try Graphs.withFolder { try json("info", "--as-of", "2016-10-01", on: $0) }
    #expect(info["asOf"] as? String == "2016-10-01")
    #expect(info.counts("organisations")["trust"] == 1)
    #expect(info.counts("organisations")["office"] == 4)
    #expect(info.counts("relationships")["accountable-to"] == 8)
    #expect(info["stated"] as? Int == 14)
    #expect(info["sourced"] as? Double == 1)
    #expect(info.counts("grades")["recalled"] == 1)
    #expect(info.counts("grades")["verified"] == 11)
    #expect(info["incentivesInForce"] as? Int == 4)
    #expect(
      info.counts("tables") == [
        "incentives": 5, "metrics": 2, "effects": 1, "evidence": 1, "classes": 2, "decisions": 0,
        "reallocations": 0, "measurements": 0,
      ])
  }

  @Test func givesPrincipalsWithWhatTheyRestOn() throws {
    let answer = try Graphs.withFolder {
      try json("reports-to", "trust", "--all", "--as-of", "2016-10-01", on: $0)
    }
    #expect(answer["asOf"] as? String == "2016-10-01")
    let organisation = answer.object("organisation")
    #expect(organisation["id"] as? String == "trust")
    #expect(organisation["name"] as? String == "St Mary's NHS Foundation Trust")
    #expect(organisation["kind"] as? String == "trust")
    let principal = try #require(answer.objects("principals").first)
    #expect(answer.ids("principals") == ["board"])
    #expect(principal["name"] as? String == "National Board")
    #expect(principal["kind"] as? String == "national-body")
    #expect(principal.strings("basis") == ["statutory", "managerial"])
    #expect(principal["grade"] as? String == "recalled")
    #expect(principal.strings("sources") == ["act"])
    #expect(answer.ids("contractual") == ["minister"])
    #expect(answer.ids("overseenBy") == ["inspector"])
    #expect(answer.strings("superiors") == ["board", "minister"])
    #expect(answer["routes"] as? [[String]] == [["trust", "board", "minister"]])
  }

  @Test func givesReportsAndSubordinates() throws {
    try Graphs.withFolder { graph in
      let direct = try json("reports", "board", "--as-of", "2016-10-01", on: graph)
      #expect(direct.ids("reports").sorted() == ["north", "trust"])
      #expect(direct["count"] as? Int == 2)
      let all = try json("reports", "board", "--all", "--as-of", "2016-10-01", on: graph)
      #expect(all.strings("subordinates") == ["clinic", "north", "trust"])
      #expect(all["count"] as? Int == 3)
    }
  }

  @Test func givesCommonPrincipals() throws {
    let answer = try Graphs.withFolder {
      try json("common", "clinic", "trust", "--as-of", "2016-10-01", on: $0)
    }
    #expect(answer.ids("common") == ["board"])
    #expect(answer.ids("organisations") == ["clinic", "trust"])
  }

  @Test func givesRoutesOrOtherSteps() throws {
    try Graphs.withFolder { graph in
      let up = try json("path", "clinic", "minister", "--as-of", "2016-10-01", on: graph)
      #expect(up["connection"] as? String == "accountability")
      #expect(up["routes"] as? [[String]] == [["clinic", "north", "board", "minister"]])
      let down = try json("path", "minister", "clinic", "--as-of", "2016-10-01", on: graph)
      #expect(down["connection"] as? String == "reverse-accountability")
      let other = try json("path", "inspector", "council", "--as-of", "2016-10-01", on: graph)
      #expect(other["connection"] as? String == "other")
      #expect(other.objects("steps").first?["kind"] as? String == "oversees")
      let none = try json("path", "clinic", "loop-a", "--as-of", "2016-10-01", on: graph)
      #expect(none["connection"] as? String == "none")
    }
  }

  @Test func givesMoneyWithAlternativesApart() throws {
    let answer = try Graphs.withFolder { try json("funding", "board", on: $0) }
    let total = try #require(answer.objects("totals").first { $0["direction"] as? String == "in" })
    #expect(total["amount"] as? String == "1000000")
    let standings = answer.objects("flows").compactMap { $0["standing"] as? String }
    #expect(standings.sorted() == ["alternative", "component", "main", "main"])
  }

  @Test(arguments: [
    (["span"], "id,direct,total,layer"), (["chokepoints"], "id,immediate"),
    (["chokepoints", "--root", "board"], "id,immediate"),
  ])
  func keepsTheColumnsOfTables(question: [String], header: String) throws {
    try Graphs.withFolder { graph in
      let outcome = Question.ask(question, "--format", "csv", on: graph)
      #expect(outcome.output.hasPrefix(header + "\n"))
    }
  }

  @Test func givesTheSuperiorsOfManyBodies() throws {
    try Graphs.withFolder { graph in
      try Graphs.withFile("clinic\ntrust\nminister") { file in
        let lines = try csv(
          "reports-to", "--all", "--ids-from", file, "--as-of", "2016-10-01", on: graph)
        #expect(
          lines == [
            "id,superiors", "clinic,board minister north", "trust,board minister", "minister,",
          ])
      }
    }
  }

  @Test func givesTheIncentivesOfABody() throws {
    let answer = try Graphs.withFolder {
      try json("incentives", "trust", "--as-of", "2016-10-01", on: $0)
    }
    #expect(answer.object("organisation")["id"] as? String == "trust")
    // By bearing, then by metric, then from strong to weak.
    #expect(answer.ids("incentives") == ["tariff", "duty", "bonus"])
    #expect(
      answer.objects("incentives").compactMap { $0["bearing"] as? String } == [
        "all", "all", "not-recorded",
      ])
    let tariff = try #require(answer.objects("incentives").first)
    #expect(tariff["holder"] as? String == "class providers")
    #expect(tariff.strings("setBy") == ["board", "every office"])
    #expect(tariff["metric"] as? String == "surplus")
    #expect(tariff["nature"] as? String == "rivalrous")
    #expect(tariff["direction"] as? String == "maximise")
    #expect(tariff["strength"] as? String == "strong")
    #expect(tariff["reading"] as? String == "economic")
    #expect(tariff["amount"] as? String == "5.50")
    #expect(tariff["grade"] as? String == "verified")
    #expect(answer.strings("notRecorded").contains("who the chosen few are is not recorded"))
  }

  @Test func givesTheIncentivesOfAKindAndOfADate() throws {
    try Graphs.withFolder { graph in
      let clinics = try json(
        "incentives", "--kind", "clinic", "--as-of", "2016-10-01", on: graph)
      #expect(clinics["kind"] as? String == "clinic")
      #expect(clinics.ids("incentives") == ["tariff"])
      let all = try json("incentives", "--as-of", "2016-10-01", on: graph)
      #expect(Set(all.ids("incentives")) == ["tariff", "duty", "bonus", "rule"])
      let later = try json("incentives", "trust", "--as-of", "2017-05-01", on: graph)
      #expect(later.ids("incentives") == ["duty", "bonus"])
      let any = try csv("incentives", "--as-of", "any", on: graph)
      #expect(any.count == 6)
      #expect(any.contains { $0.hasPrefix("all,old,every council,waits,none,") })
      let none = try json("incentives", "inspector", on: graph)
      #expect(none.ids("incentives") == [])
    }
  }

  @Test func givesSpansAndLayers() throws {
    let lines = try Graphs.withFolder { try csv("span", "--as-of", "2016-10-01", on: $0) }
    #expect(lines.contains("minister,2,5,0"))
    #expect(lines.contains("board,2,3,1"))
    #expect(lines.contains("clinic,0,0,3"))
    #expect(lines.contains("loop-a,1,1,"))
    #expect(!lines.contains { $0.hasPrefix("later,") })
  }

  @Test func givesPrincipalsOfSeveralKinds() throws {
    try Graphs.withFolder { graph in
      let followed = try csv("principals", "--several", "--as-of", "2016-10-01", on: graph)
      #expect(followed.count == 1)
      let all = try json(
        "principals", "--several", "--basis", "all", "--as-of", "2016-10-01", on: graph)
      #expect(all.ids("bodies") == ["trust"])
      let lines = all.objects("bodies")[0].objects("principals")
      #expect(lines.map { $0["id"] as? String } == ["board", "minister"])
      #expect(lines.map { $0.strings("basis") } == [["statutory", "managerial"], ["contractual"]])
      #expect(try csv("principals", "--as-of", "2016-10-01", on: graph).count == 1 + 7)
    }
  }

  @Test func givesFundersOffThePath() throws {
    let table = """
      from,to,kind,amount
      minister,clinic,funds,7
      inspector,clinic,funds,8
      """
    try Graphs.withFolder(Graphs.small.merging(["relationships-more.csv": table]) { $1 }) { graph in
      let off = try csv("funders", "--off-path", "--as-of", "2016-10-01", on: graph)
      #expect(off.dropFirst() == ["inspector,regulator,clinic,clinic,funds,false,8,,,,,,"])
      let all = try json("funders", "--as-of", "2016-10-01", on: graph)
      #expect(all["count"] as? Int == 6)
      #expect(all.objects("funding").count { $0["onPath"] as? Bool == true } == 5)
    }
  }

  @Test func givesChokepoints() throws {
    let lines = try Graphs.withFolder { try csv("chokepoints", "--as-of", "2016-10-01", on: $0) }
    #expect(lines.contains("clinic,north"))
    #expect(lines.contains("board,minister"))
    #expect(lines.contains("minister,"))
    #expect(!lines.contains { $0.hasPrefix("loop-a,") })
  }
}
