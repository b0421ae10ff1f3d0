extension String {
  /// The text in lines of about a width, broken at spaces, and within a word only when it is much
  /// longer; breaks that are there stay.
  func wrapped(at width: Int) -> [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line in
      var lines: [String] = []
      var current = ""
      for word in line.split(separator: " ") {
        for piece in String(word).pieces(of: width * 3 / 2) {
          if current.isEmpty {
            current = piece
          } else if current.count + 1 + piece.count <= width {
            current += " " + piece
          } else {
            lines.append(current)
            current = piece
          }
        }
      }
      return lines + [current]
    }
  }

  private func pieces(of length: Int) -> [String] {
    guard utf8.count > length, count > length else { return [self] }
    var pieces: [String] = []
    var rest = self[...]
    while !rest.isEmpty {
      pieces.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return pieces
  }

  /// The text, cut after a number of characters with an ellipsis.
  func shortened(to length: Int) -> String {
    count <= length ? self : String(prefix(length - 1)) + "…"
  }
}
