/// A table set in columns, with long cells wrapped so that it keeps to a width.
struct TextTable {
  let lines: [String]

  init(_ table: ReportTable, width: Int) {
    let rows = table.rows.map { $0.map(TerminalText.escaped) }
    let header = table.columns.map { $0.name.uppercased() }
    let widths = Self.widths(header: header, rows: rows, total: width)
    lines = ([header] + rows).flatMap { Self.lines(of: $0, widths: widths, table.columns) }
  }

  private static let gap = 2

  /// Each column as wide as its longest cell; where that is too wide in all, the widest columns
  /// give way, first only as far as their longest word, then further where they must.
  private static func widths(header: [String], rows: [[String]], total: Int) -> [Int] {
    var widths = header.map(\.count)
    var longestWords = widths
    for row in rows {
      for (column, cell) in row.enumerated() where cell.count > longestWords[column] {
        widths[column] = max(widths[column], cell.count)
        let longest = cell.split(separator: " ").map(\.count).max() ?? 0
        longestWords[column] = max(longestWords[column], longest)
      }
    }
    var excess = widths.reduce(0, +) + gap * max(0, widths.count - 1) - total
    for minimums in [longestWords.map { min($0, 48) }, longestWords.map { min($0, 12) }] {
      while excess > 0 {
        let shrinkable = widths.indices.filter { widths[$0] > minimums[$0] }
        guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
        excess -= 1
      }
    }
    return widths
  }

  private static func lines(of row: [String], widths: [Int], _ columns: [ReportTable.Column])
    -> [String]
  {
    let cells = row.enumerated().map { wrapped($0.element, width: widths[$0.offset]) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      cells.enumerated().map { column, parts in
        let text = line < parts.count ? parts[line] : ""
        let padding = String(repeating: " ", count: max(0, widths[column] - text.count))
        return columns[column].alignment == .trailing ? padding + text : text + padding
      }.joined(separator: String(repeating: " ", count: gap))
    }
  }

  /// A text broken at spaces into lines of at most a width; a longer word is broken after a hyphen
  /// or slash, or where it must be.
  ///
  /// - Parameter keepsLinks: whether a link is left whole on a line of its own, so that it can
  ///   still be followed.
  static func wrapped(_ text: String, width: Int, keepsLinks: Bool = false) -> [String] {
    guard text.count > width else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      var word = word
      if !line.isEmpty, line.count + 1 + word.count <= width {
        line += " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while word.count > width, !(keepsLinks && word.contains("://")) {
        let start = word.prefix(width)
        let end = start.lastIndex { $0 == "-" || $0 == "/" }.map(start.index(after:))
        let part = end.map { start[..<$0] } ?? start
        lines.append(String(part))
        word = word[part.endIndex...]
      }
      line = String(word)
    }
    if !line.isEmpty { lines.append(line) }
    return lines.isEmpty ? [""] : lines
  }
}
