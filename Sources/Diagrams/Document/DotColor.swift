/// A colour: `#rrggbb`, `#rrggbbaa`, or a name Graphviz knows, such as `steelblue` or `gray80`.
///
/// Nothing else can be expressed: an empty colour or a list of colours can crash Graphviz 2.42.
///
/// ```swift
/// let fill: DotColor = "#ddeeff"
/// let line = DotColor(wish) ?? "black"
/// ```
public struct DotColor: Sendable, Hashable {
  let text: String

  /// Takes a colour from a string, or gives nil for what does not look like one.
  ///
  /// A name Graphviz turns out not to know is drawn in black and remarked on.
  public init?(_ text: String) {
    if text.first == "#" {
      guard [7, 9].contains(text.utf8.count) else { return nil }
      guard text.utf8.dropFirst().allSatisfy(Self.isHexDigit) else { return nil }
    } else {
      guard let first = text.utf8.first, Self.isLetter(first) else { return nil }
      guard text.utf8.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) }) else { return nil }
    }
    self.text = text
  }
}

extension DotColor: ExpressibleByStringLiteral {
  /// Makes a colour we wrote ourselves.
  public init(stringLiteral text: String) {
    guard let color = DotColor(text as String) else {
      preconditionFailure("the string '\(text)' is not a colour.")
    }
    self = color
  }
}

extension DotColor {
  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
