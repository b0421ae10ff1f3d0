/// A figure of a piece of evidence as people write it: `72%`, `£800 million`, `1 of 99 leaders`.
///
/// A row may hold several figures with a unit each, `52 / 21` of `percent of trusts / percent of
/// CCGs`: they become `52% of trusts; 21% of CCGs`. What is no number is left as it is.
enum EvidenceFigure {
  /// - Parameters:
  ///   - unit: begins with `percent`, with the name of a currency (`pounds`), with the code of the
  ///     graph's currency, or with anything else, which is set after the number.
  ///   - currency: the code of the graph's currency, such as `GBP`.
  static func text(_ figure: String, unit: String?, currency: String) -> String {
    let figures = parts(figure)
    guard let unit else { return figures.map(grouped).joined(separator: " / ") }
    let units = parts(unit)
    guard units.count == figures.count else {
      return figures.map(grouped).joined(separator: " / ") + " " + unit
    }
    return zip(figures, units).map { one($0, unit: $1, currency) }.joined(separator: "; ")
  }

  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var words: [Substring] = []
    for word in text.split(separator: " ") {
      if word == "/" {
        parts.append(words.joined(separator: " "))
        words = []
      } else {
        words.append(word)
      }
    }
    return parts + [words.joined(separator: " ")]
  }

  private static func one(_ figure: String, unit: String, _ currency: String) -> String {
    let word = unit.prefix { $0 != " " && $0 != "," }
    let rest = unit.dropFirst(word.count)
    guard number(figure) != nil else { return figure + " " + unit }
    if word == "percent" { return figure + "%" + rest }
    if let symbol = symbol(of: word, currency) { return money(figure, symbol) + rest }
    return grouped(figure) + " " + unit
  }

  /// What stands before an amount; nil for a word that is no currency.
  private static func symbol(of word: Substring, _ currency: String) -> String? {
    switch word {
    case "pounds", "pound": return "£"
    case "euros", "euro": return "€"
    case "dollars", "dollar": return "$"
    default: return word == currency ? (currency == "GBP" ? "£" : currency + " ") : nil
    }
  }

  /// Sign, whole digits and the rest with its point; nil for anything else.
  private static func number(
    _ text: String
  ) -> (sign: String, whole: Substring, rest: Substring)? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let whole = digits.prefix(while: isDigit)
    let rest = digits.dropFirst(whole.count)
    guard !whole.isEmpty,
      rest.isEmpty || (rest.first == "." && rest.count > 1 && rest.dropFirst().allSatisfy(isDigit))
    else { return nil }
    return (text.hasPrefix("-") ? "-" : "", whole, rest)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// With thousands apart: `280,540`.
  private static func grouped(_ text: String) -> String {
    guard let (sign, whole, rest) = number(text) else { return text }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return sign + grouped + rest
  }

  /// In millions or billions where no digit is lost by it: `£1.848 billion`, `£280,540`.
  private static func money(_ text: String, _ symbol: String) -> String {
    guard let (sign, whole, rest) = number(text) else { return text }
    if rest.isEmpty {
      for (word, zeros) in [("billion", 9), ("million", 6)] where whole.count > zeros {
        let decimals = whole.suffix(zeros)
        guard decimals.dropFirst(3).allSatisfy({ $0 == "0" }) else { continue }
        var shown = String(decimals.prefix(3))
        while shown.hasSuffix("0") { shown.removeLast() }
        let units = grouped(String(whole.dropLast(zeros)))
        return sign + symbol + units + (shown.isEmpty ? "" : "." + shown) + " " + word
      }
    }
    return sign + symbol + grouped(String(whole)) + rest
  }
}
