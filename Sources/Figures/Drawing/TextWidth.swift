/// How wide texts are, in the typeface of the figures.
///
/// The widths of Helvetica's letters, which Arial and Liberation Sans share, so that a label has room
/// whichever of them is there.
enum TextWidth {
  static let typeface = "Arial, Helvetica, 'Liberation Sans', sans-serif"

  /// In thousandths of the size, from the space to the tilde.
  private static let widths: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  /// The width of a text in points; letters beyond ASCII count as wide ones.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let thousandths = text.unicodeScalars.reduce(0) { sum, scalar in
      let place = Int(scalar.value) - 32
      return sum
        + (widths.indices.contains(place) ? widths[place] : scalar.value < 0x2000 ? 722 : 1000)
    }
    return Double(thousandths) / 1000 * size * (isBold ? 1.08 : 1)
  }

  /// The text, cut with an ellipsis where it would be wider than there is room for.
  static func fitted(_ text: String, _ room: Double, size: Double, isBold: Bool = false) -> String {
    guard of(text, size: size, isBold: isBold) > room else { return text }
    var kept = ""
    for character in text {
      guard of(kept + String(character) + "…", size: size, isBold: isBold) <= room else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text in lines of at most a width, broken at spaces.
  static func wrapped(_ text: String, _ room: Double, size: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if !line.isEmpty, of(longer, size: size) > room {
        lines.append(line)
        line = fitted(String(word), room, size: size)
      } else {
        line = fitted(longer, room, size: size)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
