/// A calendar date that may be known only to the month or the year, such as `2016-10-01`,
/// `2016-10` or `2016`.
///
/// A partial date stays partial: it is never completed with a day that no source gives. Where a
/// whole day is needed, it is read at its widest: from the first day of its month or year to the last.
public struct PartialDate: Hashable, Sendable {
  /// `yyyymmdd` as a number, with zeros for the parts that are not known.
  package let packed: Int32

  package init(packed: Int32) { self.packed = packed }

  /// The last day of the calendar, as `yyyymmdd`.
  package static let lastDay: Int32 = 9999_12_31

  /// A date from its parts, or nil when there is no such day (`2015-02-29`).
  ///
  /// Years run from 1 to 9999 in the proleptic Gregorian calendar.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    guard let month else {
      guard day == nil else { return nil }
      packed = Int32(year * 10_000)
      return
    }
    guard (1...12).contains(month) else { return nil }
    if let day, !(1...Self.days(inMonth: month, of: year)).contains(day) { return nil }
    packed = Int32(year * 10_000 + month * 100 + (day ?? 0))
  }

  /// Reads `yyyy`, `yyyy-mm` or `yyyy-mm-dd`; nil for anything else and for days that do not exist.
  public init?(_ text: some StringProtocol) {
    var copy = String(text)
    guard let date = copy.withUTF8({ PartialDate(bytes: $0) }) else { return nil }
    self = date
  }

  package init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10 else {
      self.init(part: bytes)
      return
    }
    // A whole date, eight bytes at a time: each digit less its zero, each dash as nothing.
    let raw = UnsafeRawBufferPointer(bytes)
    let head = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) ^ 0x2D30_302D_3030_3030
    let tail =
      UInt64(UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self))) ^ 0x3030
    // Adding 118 to a digit leaves the top bit of its byte clear; a dash must leave nothing at all.
    let notDigits = (head | head &+ 0x0076_7600_7676_7676) | (tail | tail &+ 0x7676)
    guard notDigits & 0x8080_8080_8080_8080 == 0, head & 0xFF00_00FF_0000_0000 == 0 else {
      return nil
    }
    func digit(_ word: UInt64, _ byte: UInt64) -> Int {
      Int(truncatingIfNeeded: word >> (byte * 8) & 0xFF)
    }
    let century = digit(head, 0) * 10 + digit(head, 1)
    self.init(
      year: century * 100 + digit(head, 2) * 10 + digit(head, 3),
      month: digit(head, 5) * 10 + digit(head, 6), day: digit(tail, 0) * 10 + digit(tail, 1))
  }

  /// Reads `yyyy` or `yyyy-mm`.
  private init?(part bytes: UnsafeBufferPointer<UInt8>) {
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let digit = bytes[index] &- 0x30
        guard digit < 10 else { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard bytes.count == 4 || bytes.count == 7, let year = number(0..<4) else { return nil }
    if bytes.count == 4 {
      self.init(year: year)
      return
    }
    guard bytes[4] == UInt8(ascii: "-"), let month = number(5..<7) else { return nil }
    self.init(year: year, month: month)
  }

  /// The year, always known.
  public var year: Int { Int(packed) / 10_000 }
  /// The month, or nil where only the year is known.
  public var month: Int? { packed / 100 % 100 == 0 ? nil : Int(packed) / 100 % 100 }
  /// The day of the month, or nil where it is not known.
  public var day: Int? { packed % 100 == 0 ? nil : Int(packed) % 100 }
  /// Whether the day is known.
  public var isWhole: Bool { packed % 100 != 0 }

  /// The first day of the year, month or day, as `yyyymmdd`.
  package var firstDay: Int32 {
    if packed % 100 != 0 { return packed }
    return packed / 100 % 100 == 0 ? packed + 101 : packed + 1
  }

  /// The first day on which an interval that ends "in" this date no longer holds, as `yyyymmdd`.
  ///
  /// A whole date ends on its day; a month or a year is read to its last day.
  package var endDay: Int32 {
    if packed % 100 != 0 { return packed }
    if packed / 100 % 100 == 0 { return packed + 10_101 }
    return month == 12 ? packed + 8_901 : packed + 101
  }

  /// The day after, or nil when the day is not known.
  public var dayAfter: PartialDate? {
    guard let month, let day else { return nil }
    if day < Self.days(inMonth: month, of: year) {
      return PartialDate(year: year, month: month, day: day + 1)
    }
    return month == 12
      ? PartialDate(year: year + 1, month: 1, day: 1)
      : PartialDate(year: year, month: month + 1, day: 1)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension PartialDate: CustomStringConvertible {
  /// The form it was written in: `2016`, `2016-10` or `2016-10-01`.
  public var description: String {
    func padded(_ value: Int, to width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, to: 4)
    if let month { text += "-" + padded(month, to: 2) }
    if let day { text += "-" + padded(day, to: 2) }
    return text
  }
}
