import Testing

@testable import GovernanceModel

/// Periods against an oracle that looks at every day, in a calendar of four years.
struct PeriodTests {
  /// Every day from 2015 to 2018, and one before and after all of them.
  static let days: [PartialDate] = {
    var days = [PartialDate(year: 2014, month: 12, day: 31)!]
    while days[days.count - 1].year < 2019 { days.append(days[days.count - 1].dayAfter!) }
    return days
  }()

  private static func heldDays(_ periods: [Period]) -> [PartialDate] {
    days.filter { day in periods.contains { $0.holds(at: .date(day)) } }
  }

  private static func period(_ generator: inout SeededGenerator) -> Period {
    func limit() -> PartialDate? {
      let day = days.randomElement(using: &generator)!
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: return nil
      case 1: return PartialDate(year: day.year)
      case 2: return PartialDate(year: day.year, month: day.month!)
      default: return day
      }
    }
    return Period(start: limit(), end: limit())
  }

  @Test func holdsFromItsStartAndNoLongerOnItsEnd() {
    let period = Period(start: PartialDate("2016-04-01"), end: PartialDate("2017-04-01"))
    #expect(!period.holds(at: date("2016-03-31")))
    #expect(period.holds(at: date("2016-04-01")))
    #expect(period.holds(at: date("2017-03-31")))
    #expect(!period.holds(at: date("2017-04-01")))
  }

  @Test func isReadAtItsWidestWhereADayIsNotKnown() {
    let period = Period(start: PartialDate("2016"), end: PartialDate("2017-03"))
    #expect(!period.holds(at: date("2015-12-31")))
    #expect(period.holds(at: date("2016-01-01")))
    #expect(period.holds(at: date("2017-03-31")))
    #expect(!period.holds(at: date("2017-04-01")))
  }

  @Test func holdsAtAnyTimeAndWithoutLimits() {
    let past = Period(start: PartialDate("1974"), end: PartialDate("1982"))
    #expect(past.holds(at: .anyTime))
    #expect(!past.holds(at: date("2016")))
    #expect(Period.unlimited.holds(at: date("0001-01-01")))
    #expect(Period.unlimited.holds(at: date("9999-12-31")))
  }

  @Test(arguments: 0..<300)
  func intersectsDayByDay(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let left = Self.period(&generator)
    let right = Self.period(&generator)
    let both = Set(Self.heldDays([left])).intersection(Self.heldDays([right]))
    let found = left.intersection(right)
    #expect(Set(Self.heldDays(found.map { [$0] } ?? [])) == both, "\(left) and \(right)")
    #expect(found.map { !$0.isEmpty } ?? true)
    // The limits stay as they were written.
    if let found {
      #expect([left.start, right.start].contains(found.start))
      #expect([left.end, right.end].contains(found.end))
    }
    let mirrored = right.intersection(left)
    #expect(found?.firstDay == mirrored?.firstDay && found?.endDay == mirrored?.endDay)
  }

  @Test(arguments: 0..<300)
  func subtractsDayByDay(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let left = Self.period(&generator)
    let right = Self.period(&generator)
    let rest = left.subtracting(right)
    let expected = Set(Self.heldDays([left])).subtracting(Self.heldDays([right]))
    #expect(Set(Self.heldDays(rest)) == expected, "\(left) without \(right) is \(rest)")
    #expect(rest.allSatisfy { !$0.isEmpty })
    // What is left and what was taken together are the whole, and share no day.
    let taken = left.intersection(right).map { [$0] } ?? []
    #expect(Self.heldDays(rest + taken) == Self.heldDays([left]))
    let parts = (rest + taken).map { Self.heldDays([$0]).count }
    #expect(parts.reduce(0, +) == Self.heldDays([left]).count)
  }

  @Test func leavesTwoPartsWhereTheMiddleIsTaken() {
    let year = Period(start: PartialDate("2016"), end: PartialDate("2016"))
    let summer = Period(start: PartialDate("2016-06"), end: PartialDate("2016-08"))
    let rest = year.subtracting(summer)
    #expect(
      rest == [
        Period(start: PartialDate("2016"), end: PartialDate("2016-06-01")),
        Period(start: PartialDate("2016-09-01"), end: PartialDate("2016")),
      ])
  }

  @Test func leavesNothingOfAnEmptyPeriod() {
    let empty = Period(start: PartialDate("2017"), end: PartialDate("2016-12-01"))
    #expect(empty.isEmpty)
    #expect(empty.subtracting(.unlimited) == [])
    #expect(Period.unlimited.subtracting(empty) == [.unlimited])
    #expect(Period.unlimited.subtracting(.unlimited) == [])
  }
}
