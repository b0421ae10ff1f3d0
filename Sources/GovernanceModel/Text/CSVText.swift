/// Rows of cells as CSV text, by RFC 4180 with line feeds.
public enum CSVText {
  /// The header and rows as text. A cell is put in quotes only where it needs them; the same cells
  /// always give the same bytes.
  public static func text(columns: [String], rows: some Sequence<[String]>) -> String {
    var text = ""
    append(columns, to: &text)
    for row in rows { append(row, to: &text) }
    return text
  }

  private static func append(_ row: [String], to text: inout String) {
    // A row of one empty cell would be a blank line, which readers pass over.
    if row.count == 1, row[0].isEmpty {
      text += "\"\"\n"
      return
    }
    for (index, cell) in row.enumerated() {
      if index > 0 { text += "," }
      if needsQuotes(cell) {
        text.unicodeScalars.append("\"")
        for scalar in cell.unicodeScalars {
          text.unicodeScalars.append(scalar)
          if scalar == "\"" { text.unicodeScalars.append(scalar) }
        }
        text.unicodeScalars.append("\"")
      } else {
        text += cell
      }
    }
    text += "\n"
  }

  private static func needsQuotes(_ cell: String) -> Bool {
    // The marks are looked for as bytes: in a string "\r\n" is one character, and so is a quote with
    // an accent after it.
    cell.utf8.contains { byte in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
  }
}
