/// Names that a register writes in capitals, as people write them.
///
///     CapitalsToName.name("ST GEORGE'S UNIVERSITY HOSPITALS NHS FOUNDATION TRUST")
///     // "St George's University Hospitals NHS Foundation Trust"
///
/// It cannot know what capitals have lost: `MACCLESFIELD` stays `Macclesfield`, and only the
/// prefixes that are sure are raised.
public enum CapitalsToName {
  private static let small: Set<String> = [
    "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "under", "upon", "with",
  ]
  private static let capitals: Set<String> = [
    "CCG", "CIC", "CSU", "GP", "ICB", "ICS", "LLP", "NHS", "PCT", "UK",
  ]

  /// The name, or the text unchanged when it has small letters already.
  public static func name(_ text: String) -> String {
    guard text == text.uppercased() else { return text }
    let words = text.split(separator: " ")
    return words.enumerated().map { index, word in
      self.word(String(word), isFirst: index == 0)
    }.joined(separator: " ")
  }

  private static func word(_ word: String, isFirst: Bool) -> String {
    if word.contains("-") {
      return word.split(separator: "-", omittingEmptySubsequences: false).enumerated()
        .map { index, part in self.word(String(part), isFirst: isFirst && index == 0) }
        .joined(separator: "-")
    }
    let letters = word.filter { $0.isLetter }
    if capitals.contains(letters) || isInitials(word) { return word }
    let lower = word.lowercased()
    if small.contains(lower), !isFirst { return lower }
    return raised(lower)
  }

  /// Whether it is letters each with a full stop, such as `C.I.C.`.
  private static func isInitials(_ word: String) -> Bool {
    let parts = word.split(separator: ".")
    return word.contains(".") && parts.count > 1 && parts.allSatisfy { $0.count == 1 }
  }

  /// The word with a capital first letter, and the second of names such as McIndoe and O'Brien.
  /// After a digit nothing is raised: `2gether`.
  private static func raised(_ lower: String) -> String {
    var result = ""
    var raises = true
    for (index, letter) in lower.enumerated() {
      let isSecondCapital =
        (index == 2 && lower.hasPrefix("mc") && lower.count > 4)
        || (index == 2 && lower.hasPrefix("o'") && lower.count > 3)
      result +=
        (raises && letter.isLetter) || isSecondCapital ? letter.uppercased() : String(letter)
      if letter.isLetter || letter.isNumber { raises = false }
    }
    return result
  }
}
