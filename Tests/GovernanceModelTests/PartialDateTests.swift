import Testing

@testable import GovernanceModel

struct PartialDateTests {
  @Test(arguments: [
    "2016-10-01", "2016-10", "2016", "0001-01-01", "0987", "9999-12-31", "2000-02-29",
  ])
  func keepsTheFormItWasWrittenIn(text: String) {
    #expect(PartialDate(text)?.description == text)
  }

  @Test(arguments: [
    "2015-02-29", "1900-02-29", "2016-04-31", "2016-00-01", "2016-13-01", "2016-10-00",
    "2016-10-32", "2016-00", "2016-13", "0000", "0000-01-01",
  ])
  func refusesDaysThatDoNotExist(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(arguments: [
    "", "16", "201", "20161", "2016-1", "2016-1-1", "2016-1-01", "2016/10/01", "2016-10-01 ",
    " 2016", "2016-10-1a", "01-10-2016", "2016-10-", "2016-", "-016", "+016", "２０１６", "2016–10",
  ])
  func refusesEveryOtherForm(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func refusesADayWithoutAMonth() {
    #expect(PartialDate(year: 2016, day: 1) == nil)
    #expect(PartialDate(year: 10_000) == nil)
    #expect(PartialDate(year: 0) == nil)
  }

  @Test func tellsItsParts() throws {
    let month = try #require(PartialDate("2016-10"))
    #expect(month.year == 2016 && month.month == 10 && month.day == nil && !month.isWhole)
    let day = try #require(PartialDate("2016-10-07"))
    #expect(day.year == 2016 && day.month == 10 && day.day == 7 && day.isWhole)
  }

  /// A start counts from the first day of the period, an end from the first day after it.
  @Test(arguments: [
    ("2016-10-07", 2016_10_07, 2016_10_07), ("2016-10", 2016_10_01, 2016_11_01),
    ("2016-12", 2016_12_01, 2017_01_01), ("2016", 2016_01_01, 2017_01_01),
    ("2016-02", 2016_02_01, 2016_03_01),
  ])
  func isReadAtItsWidest(text: String, firstDay: Int, endDay: Int) throws {
    let date = try #require(PartialDate(text))
    #expect(Int(date.firstDay) == firstDay)
    #expect(Int(date.endDay) == endDay)
  }

  @Test(arguments: [
    ("2016-10-07", "2016-10-08"), ("2016-10-31", "2016-11-01"), ("2016-12-31", "2017-01-01"),
    ("2016-02-28", "2016-02-29"), ("2015-02-28", "2015-03-01"), ("2016-02-29", "2016-03-01"),
    ("2016-04-30", "2016-05-01"),
  ])
  func knowsTheDayAfter(text: String, next: String) throws {
    #expect(try #require(PartialDate(text)).dayAfter == PartialDate(next))
  }

  @Test(arguments: ["2016", "2016-10", "9999-12-31"])
  func hasNoDayAfterWhereThereIsNone(text: String) throws {
    #expect(try #require(PartialDate(text)).dayAfter == nil)
  }

  /// Four centuries of the Gregorian calendar have 146,097 days, whatever century they begin in.
  @Test func countsTheDaysOfFourCenturies() throws {
    var day = try #require(PartialDate("1600-01-01"))
    var count = 0
    while day.year < 2000 {
      let next = try #require(day.dayAfter)
      try #require(PartialDate(next.description) == next && next.packed > day.packed)
      day = next
      count += 1
    }
    #expect(count == 146_097)
  }
}
