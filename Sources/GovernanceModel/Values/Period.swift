/// A half-open interval of dates: it holds from `start` on and no longer on `end`.
///
/// A nil `start` means that the start is not recorded, and the period counts as having always
/// held; a nil `end`, that no end is recorded.
public struct Period: Hashable, Sendable {
  /// The first day on which it holds; nil: not recorded, counts as always.
  public var start: PartialDate?
  /// The first day on which it no longer holds; nil: no end is recorded.
  public var end: PartialDate?

  public init(start: PartialDate? = nil, end: PartialDate? = nil) {
    self.start = start
    self.end = end
  }

  /// The period without any recorded limit.
  public static let unlimited = Period()

  /// The first day, as `yyyymmdd`; 0 when it is not recorded.
  package var firstDay: Int32 { start?.firstDay ?? 0 }
  /// The first day on which it no longer holds; the largest number when no end is recorded.
  package var endDay: Int32 { end?.endDay ?? .max }

  /// Whether the period covers at least one day.
  public var isEmpty: Bool { firstDay >= endDay }

  /// Whether it holds at the moment; every period holds at ``Moment/anyTime``.
  public func holds(at moment: Moment) -> Bool {
    guard case .date(let date) = moment else { return true }
    return firstDay <= date.firstDay && date.firstDay < endDay
  }

  /// The days that both periods cover, keeping the limits as they were written; nil when none.
  public func intersection(_ other: Period) -> Period? {
    let both = Period(
      start: firstDay >= other.firstDay ? start : other.start,
      end: endDay <= other.endDay ? end : other.end)
    return both.isEmpty ? nil : both
  }

  /// What is left of the period without the days of another: no part, one or two.
  ///
  /// Where a part ends or begins at a limit of the other that is known only to the month or year,
  /// the limit is made a whole day: as an end, `2016-06` would be read to the last of June.
  public func subtracting(_ other: Period) -> [Period] {
    guard !isEmpty else { return [] }
    guard intersection(other) != nil else { return [self] }
    var parts: [Period] = []
    if firstDay < other.firstDay {
      parts.append(Period(start: start, end: PartialDate(packed: other.firstDay)))
    }
    if other.endDay < endDay, other.endDay <= PartialDate.lastDay {
      parts.append(Period(start: PartialDate(packed: other.endDay), end: end))
    }
    return parts
  }
}

/// The moment that a question is asked for.
public enum Moment: Hashable, Sendable {
  /// One day. A date known only to the month or year stands for its first day.
  case date(PartialDate)
  /// Regardless of dates: whatever held at any time.
  case anyTime

  /// The moment as an answer states it: the date, or nil.
  public var date: PartialDate? {
    if case .date(let date) = self { date } else { nil }
  }
}
