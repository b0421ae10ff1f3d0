import Testing

@testable import Diagrams

/// Texts in lines: plain ones are taken byte by byte, and must come out as if character by character.
@Suite struct WrappingTests {
  @Test func breaksAtSpacesAndWithinWordsThatAreMuchTooLong() {
    #expect("North  East Trust".wrapped(at: 10) == ["North East", "Trust"])
    #expect("".wrapped(at: 10) == [""])
    #expect("a\n\nb".wrapped(at: 10) == ["a", "", "b"])
    #expect("abcdefghijkl mn".wrapped(at: 6) == ["abcdefghi", "jkl mn"])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func wrapsAsIfCharacterByCharacter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let plain = ["a", "bc", "defghij", " ", "  ", "-", "k"]
    let any = plain + ["é", "e\u{301}", "👩‍👧", "\n", "\r\n", "\u{2028}", "\t", "ﷺ"]
    let pieces = seed % 2 == 0 ? plain : any
    let count = Int.random(in: 0..<60, using: &random)
    let text = (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
    for width in [1, 2, 5, 24] { #expect(text.wrapped(at: width) == lines(of: text, at: width)) }
    for length in 1...20 {
      let isShort = text.count <= length
      #expect(text.shortened(to: length) == (isShort ? text : text.prefix(length - 1) + "…"))
    }
  }

  private func lines(of text: String, at width: Int) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line in
      var lines = [""]
      for word in line.split(separator: " ") {
        var rest = Array(word)
        while !rest.isEmpty {
          // A word is broken where it is half as long again as a line.
          let piece = String(rest.prefix(max(width * 3 / 2, 1)))
          rest.removeFirst(piece.count)
          if lines.last == "" {
            lines[lines.count - 1] = piece
          } else if lines.last!.count + 1 + piece.count <= width {
            lines[lines.count - 1] += " " + piece
          } else {
            lines.append(piece)
          }
        }
      }
      return lines
    }
  }
}
