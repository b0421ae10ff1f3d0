import GovernanceModel

/// Numbers and dates as every format writes them, without a string for each.
extension [UInt8] {
  mutating func append(number: UInt) {
    let begin = count
    var rest = number
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    self[begin...].reverse()
  }

  /// A date as it was written: to the day, the month or the year.
  mutating func append(date: PartialDate) {
    let (year, month, day) = (date.year, date.month, date.day)
    // Safe: of the ten bytes those are appended that were written.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { text in
      text.put(twoDigits: year / 100, at: 0)
      text.put(twoDigits: year % 100, at: 2)
      var count = 4
      if let month {
        text[4] = UInt8(ascii: "-")
        text.put(twoDigits: month, at: 5)
        count = 7
      }
      if let day {
        text[7] = UInt8(ascii: "-")
        text.put(twoDigits: day, at: 8)
        count = 10
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: text[..<count]))
    }
  }

  mutating func append(twoDigits number: Int) {
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  fileprivate func put(twoDigits number: Int, at place: Int) {
    self[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
    self[place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
  }
}
