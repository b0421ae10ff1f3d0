/// A name reduced to what people remember of it: case, accents, punctuation, "NHS" and the usual
/// abbreviations do not matter.
///
///     "CAMBRIDGE UNIVERSITY HOSPITALS NHS FT"  ──▶  [cambridge, university, hospitals, foundation, trust]
package struct NameForm: Hashable, Sendable {
  package let words: [String]

  private static let expansions: [String: [String]] = [
    "ft": ["foundation", "trust"], "ccg": ["clinical", "commissioning", "group"],
    "ccgs": ["clinical", "commissioning", "groups"], "stp": [], "uh": ["university", "hospital"],
    "hosp": ["hospital"], "hosps": ["hospitals"], "univ": ["university"], "dept": ["department"],
    "icb": ["integrated", "care", "board"], "bc": ["borough", "council"],
    "cc": ["county", "council"], "mbc": ["metropolitan", "borough", "council"],
    "dh": ["department", "of", "health"], "nhse": ["england"], "nhsi": ["improvement"],
  ]
  private static let ignored: Set<String> = ["nhs", "the", "and"]

  package init(_ name: String) {
    var words: [String] = []
    var word = ""
    func end() {
      guard !word.isEmpty else { return }
      if let expansion = Self.expansions[word] {
        words += expansion
      } else if !Self.ignored.contains(word) {
        words.append(word)
      }
      word = ""
    }
    for scalar in name.unicodeScalars {
      if scalar == "'" || scalar == "\u{2019}" || scalar == "." { continue }
      switch scalar {
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      case "A"..."Z": word += scalar.properties.lowercaseMapping
      case _ where scalar.isASCII: end()
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        word += Self.folded(scalar)
      // A combining accent belongs to the letter before.
      case _ where scalar.properties.canonicalCombiningClass == .notReordered: end()
      default: break
      }
    }
    end()
    self.words = words
  }

  /// A letter in lower case and without its accent.
  private static func folded(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.lowercaseMapping {
    case "à", "á", "â", "ã", "ä", "å": return "a"
    case "ç": return "c"
    case "è", "é", "ê", "ë", "ŵ": return scalar.value == 0x175 || scalar.value == 0x174 ? "w" : "e"
    case "ì", "í", "î", "ï": return "i"
    case "ñ": return "n"
    case "ò", "ó", "ô", "õ", "ö", "ø": return "o"
    case "ù", "ú", "û", "ü": return "u"
    case "ý", "ÿ", "ŷ": return "y"
    case let other: return other
    }
  }

  /// Whether the name begins with the words of another, the last of which may be cut short.
  package func begins(with other: NameForm) -> Bool {
    guard !other.words.isEmpty, other.words.count <= words.count else { return false }
    let last = other.words.count - 1
    return words[..<last].elementsEqual(other.words[..<last])
      && words[last].hasPrefix(other.words[last])
  }

  /// Whether the name's words begin with the letters of an acronym: UCLH, CUH.
  package func hasInitials(_ acronym: String) -> Bool {
    let letters = acronym.lowercased()
    guard (3...8).contains(letters.count), letters.allSatisfy({ $0.isASCII && $0.isLetter }) else {
      return false
    }
    return String(words.compactMap(\.first)).hasPrefix(letters)
  }

  /// Whether the name holds every word of another.
  package func holds(_ other: NameForm) -> Bool {
    !other.words.isEmpty && other.words.allSatisfy { word in words.contains { $0.hasPrefix(word) } }
  }
}
