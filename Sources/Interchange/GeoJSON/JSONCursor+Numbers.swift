import GovernanceModel

extension JSONCursor {
  /// Powers of ten that a double holds exactly.
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }

  /// Reads a number, correctly rounded; infinite where it is beyond a double.
  ///
  /// Up to 2^53 and 22 decimals both parts of the quotient are exact, so that one division rounds
  /// once (W. D. Clinger, How to read floating point numbers accurately, PLDI 1990). Others go
  /// through the standard library.
  @inline(__always)
  mutating func number() throws(Fault) -> Double {
    let start = offset
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    let isNegative = next == UInt8(ascii: "-")
    if isNegative { advance() }
    let whole = offset
    while let digit = digit {
      mantissa = mantissa &* 10 &+ digit
      digits += 1
      advance()
    }
    guard digits > 0, digits == 1 || byte(at: whole) != UInt8(ascii: "0") else {
      throw numberFault(from: start)
    }
    if next == UInt8(ascii: ".") {
      advance()
      let first = digits
      while let digit = digit {
        mantissa = mantissa &* 10 &+ digit
        digits += 1
        advance()
      }
      decimals = digits - first
      guard decimals > 0 else { throw numberFault(from: start) }
    }
    if next | 0x20 == UInt8(ascii: "e") {
      advance()
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { advance() }
      guard digit != nil else { throw numberFault(from: start) }
      while digit != nil { advance() }
    } else if digits <= 18, mantissa <= 1 << 53, decimals <= 22 {
      let value = Double(mantissa) / Self.powers[decimals]
      return isNegative ? -value : value
    }
    return Double(raw(start..<offset)) ?? .infinity
  }

  private func numberFault(from start: Int) -> Fault {
    if next == 0 { return fault("a number is missing") }
    return Fault(offset: start, summary: "a value is missing, or a number is not as in JSON")
  }

  /// The next byte as a digit.
  private var digit: UInt64? {
    @inline(__always) get {
      let value = next &- UInt8(ascii: "0")
      return value < 10 ? UInt64(value) : nil
    }
  }
}
