import Testing

/// What Graphs/england holds on the days for which the numbers are published.
@Suite struct EnglandCountTests {
  @Test(arguments: [
    ("2013-04-01", 211), ("2014-04-01", 211), ("2015-04-01", 209), ("2016-04-01", 209),
    ("2017-04-01", 207), ("2018-04-01", 195), ("2019-04-01", 191), ("2020-04-01", 135),
    ("2021-04-01", 106), ("2022-07-01", 0),
  ])
  func holdsTheCommissioningGroupsOfTheDay(date: String, count: Int) throws {
    let info = try json("info", "--as-of", date, on: Graphs.england)
    #expect(info.counts("organisations")["ccg"] ?? 0 == count)
    let list = try json("list", "--kind", "ccg", "--as-of", date, on: Graphs.england)
    #expect(list["count"] as? Int == count)
    #expect(Set(list.ids("organisations")).count == count)
  }

  static let of2016 = [
    "ccg": 209, "stp-footprint": 44, "nhs-england-region": 4, "nhs-england-local-office": 14,
    "upper-tier-council": 152, "district-council": 201, "health-and-wellbeing-board": 152,
    "health-scrutiny-committee": 152, "vanguard": 50, "stp-lead": 44,
  ]

  @Test func holdsEveryKindOfOctober2016() throws {
    let counts = try json("info", "--as-of", "2016-10-01", on: Graphs.england)
      .counts("organisations")
    for (kind, count) in Self.of2016 { #expect(counts[kind] == count, "\(kind)") }
    #expect(counts["icb"] ?? 0 == 0)
    #expect(counts["nhs-trust"] ?? 0 > 0)
    #expect(counts["foundation-trust"] ?? 0 > 0)
    #expect(counts["combined-authority"] ?? 0 > 0)
    // Broader kinds include narrower ones, and a trust may be a care trust besides.
    #expect(counts["nhs-provider"]! >= counts["nhs-trust"]! + counts["foundation-trust"]!)
  }

  @Test func holdsTheBoardsThatTookOverInJuly2022() throws {
    let counts = try json("info", "--as-of", "2022-07-01", on: Graphs.england)
      .counts("organisations")
    #expect(counts["icb"] == 42)
    #expect(counts["sub-icb-location"] == 106)
    #expect(counts["ccg"] ?? 0 == 0)
    let before = try json("info", "--as-of", "2022-06-30", on: Graphs.england)
      .counts("organisations")
    #expect(before["icb"] ?? 0 == 0)
    #expect(before["ccg"] == 106)
  }

  @Test(arguments: ["any", "2013-04-01", "2016-10-01", "2022-07-01"])
  func givesEveryRelationshipASourceAndAGrade(date: String) throws {
    let info = try json("info", "--as-of", date, on: Graphs.england)
    #expect(info["sourced"] as? Double == 1)
    #expect(info.counts("grades")["not-recorded"] == 0)
    let counted = info.counts("relationships").values.reduce(0, +)
    #expect(info.counts("grades").values.reduce(0, +) == counted)
    #expect(info["relationshipCount"] as? Int == counted)
  }

  @Test func answersForTheGroupsOfTheDay() throws {
    let answer = try json("reports-to", "06H", "--as-of", "2016-10-01", "--all", on: Graphs.england)
    #expect(answer["asOf"] as? String == "2016-10-01")
    #expect(answer.object("organisation")["kind"] as? String == "ccg")
    #expect(answer.ids("principals") == ["nhs-england"])
    #expect(answer.ids("overseenBy").contains("Q79"))
    #expect(answer.strings("superiors").contains("parliament"))
    let routes = answer["routes"] as? [[String]] ?? []
    #expect(!routes.isEmpty)
    for route in routes { #expect(route.first == "06H" && route.last == "parliament") }
  }
}
