/// A sum of money in hundredths of the graph's currency, so that sums are exact.
public struct Amount: Hashable, Comparable, Sendable {
  /// Pence, cents: hundredths of the unit.
  public let hundredths: Int64

  public init(hundredths: Int64) { self.hundredths = hundredths }

  /// Reads a plain number with at most two decimals, such as `71853000000` or `-12.50`; nil for
  /// anything else and for sums beyond 92 thousand million million.
  public init?(_ text: some StringProtocol) {
    var copy = String(text)
    guard let amount = copy.withUTF8({ Amount(bytes: $0) }) else { return nil }
    self = amount
  }

  package init?(bytes: UnsafeBufferPointer<UInt8>) {
    // Up to fifteen digits cannot overflow, and most sums have fewer.
    if bytes.count <= 15, let small = Self.small(bytes) {
      hundredths = small
      return
    }
    var index = 0
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { index = 1 }
    var value: Int64 = 0
    var digits = 0
    var decimals = -1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: ".") {
        guard decimals < 0, digits > 0 else { return nil }
        decimals = 0
        continue
      }
      let digit = byte &- 0x30
      guard digit < 10 else { return nil }
      let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = product.addingReportingOverflow(Int64(digit))
      guard !tooLarge, !overflow else { return nil }
      value = sum
      digits += 1
      if decimals >= 0 {
        decimals += 1
        guard decimals <= 2 else { return nil }
      }
    }
    guard digits > 0, decimals != 0 else { return nil }
    for _ in max(0, decimals)..<2 {
      let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
      guard !tooLarge else { return nil }
      value = product
    }
    hundredths = negative ? -value : value
  }

  /// Reads digits, with a point and two decimals or without; nil for anything else.
  @inline(__always)
  private static func small(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    let hasDecimals = bytes.count >= 4 && bytes[bytes.count - 3] == UInt8(ascii: ".")
    let whole = hasDecimals ? bytes.count - 3 : bytes.count
    guard whole > 0 else { return nil }
    var value: Int64 = 0
    for index in 0..<bytes.count where index != whole {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int64(digit)
    }
    return hasDecimals ? value : value &* 100
  }

  public static func < (left: Amount, right: Amount) -> Bool { left.hundredths < right.hundredths }

  /// The sum, or nil when it is too large to hold.
  public func adding(_ other: Amount) -> Amount? {
    let (sum, overflow) = hundredths.addingReportingOverflow(other.hundredths)
    return overflow ? nil : Amount(hundredths: sum)
  }
}

extension Amount: CustomStringConvertible {
  /// The plain number that is read back as the same amount: `1021543.64`, `394000000`.
  public var description: String {
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    guard part != 0 else { return sign + String(whole) }
    return sign + String(whole) + "." + (part < 10 ? "0" : "") + String(part)
  }
}
