/// A sheet of paper, upright unless it is turned.
public struct Page: Sendable, Hashable {
  /// The sizes of ISO 216 and two of North America.
  public enum Size: String, Sendable, Hashable, CaseIterable {
    case a0, a1, a2, a3, a4, a5, letter, tabloid

    /// Width and height of the upright sheet, in inches.
    var inches: (width: Double, height: Double) {
      func millimetres(_ width: Double, _ height: Double) -> (Double, Double) {
        (width / 25.4, height / 25.4)
      }
      return switch self {
      case .a0: millimetres(841, 1189)
      case .a1: millimetres(594, 841)
      case .a2: millimetres(420, 594)
      case .a3: millimetres(297, 420)
      case .a4: millimetres(210, 297)
      case .a5: millimetres(148, 210)
      case .letter: (8.5, 11)
      case .tabloid: (11, 17)
      }
    }
  }

  public var size: Size
  public var isLandscape: Bool
  /// The space left free on every side, in inches.
  public var margin: Double

  public init(_ size: Size, isLandscape: Bool = false, margin: Double = 0.4) {
    self.size = size
    self.isLandscape = isLandscape
    self.margin = margin
  }

  /// In inches.
  public var width: Double { isLandscape ? size.inches.height : size.inches.width }
  /// In inches.
  public var height: Double { isLandscape ? size.inches.width : size.inches.height }

  /// The size and how it lies, of words such as "a3 landscape"; nil for others.
  public init?(words: String) {
    let words = words.lowercased().split(separator: " ")
    guard let first = words.first, let size = Size(rawValue: String(first)), words.count < 3,
      words.count == 1 || ["landscape", "portrait"].contains(words[1])
    else { return nil }
    self.init(size, isLandscape: words.last == "landscape")
  }
}
