/// An answer as lines of text, in the one form in which the answers of all tools are compared.
struct Lines {
  private(set) var text = ""

  mutating func append(_ words: [String]) {
    for (place, word) in words.enumerated() {
      if place > 0 { text += " " }
      text += word
    }
    text += "\n"
  }

  mutating func append(_ word: String, _ number: some BinaryInteger) {
    append([word, "\(number)"])
  }
}
