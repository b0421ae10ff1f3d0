extension HTMLLabel {
  /// Writes the label as a DOT value: angle brackets around it, or an empty string for an empty
  /// label.
  func write(to output: inout [UInt8]) {
    output.append(UInt8(ascii: "<"))
    let start = output.count
    writeMarkup(to: &output)
    if output.count == start {
      output.removeLast()
      output += #""""#.utf8
    } else {
      output.append(UInt8(ascii: ">"))
    }
  }

  /// What stands between the angle brackets.
  var markup: String { DotQuoting.text(writeMarkup) }

  fileprivate func writeMarkup(to output: inout [UInt8]) {
    switch content {
    case .text(let text): for part in text { part.write(to: &output) }
    case .table(let table): table.write(to: &output)
    }
  }

  /// Text in an HTML-like label: XML, and an escString as well.
  static func escaped(_ text: String) -> String {
    if text.isPlain(without: isMark) { return text }
    var result = ""
    for scalar in DotQuoting.shownScalars(text) {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\\": result += #"\\"#
      case "\n": result += "<BR/>"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "\\"):
      true
    default: false
    }
  }
}

extension HTMLLabel {
  /// Text in an attribute of an HTML-like label, on one line.
  static func escapedAttribute(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return escaped(line)
  }
}

extension HTMLText {
  fileprivate func write(to output: inout [UInt8]) {
    switch self {
    case .text(let text): output += HTMLLabel.escaped(text).utf8
    case .lineBreak(.center): output += "<BR/>".utf8
    case .lineBreak(let alignment): output += "<BR ALIGN=\"\(alignment.rawValue)\"/>".utf8
    case .bold(let text): Self.wrap(text, in: "B", to: &output)
    case .italic(let text): Self.wrap(text, in: "I", to: &output)
    case .underline(let text): Self.wrap(text, in: "U", to: &output)
    case .font(let font, let text): Self.wrap(text, in: "FONT", font.markup, to: &output)
    }
  }

  /// Graphviz rejects an element around nothing.
  private static func wrap(
    _ text: [HTMLText], in element: String, _ attributes: String = "", to output: inout [UInt8]
  ) {
    let start = output.count
    output += "<\(element)\(attributes)>".utf8
    let opened = output.count
    for part in text { part.write(to: &output) }
    if output.count == opened {
      output.removeSubrange(start...)
    } else {
      output += "</\(element)>".utf8
    }
  }
}

extension HTMLFont {
  fileprivate var markup: String {
    var attributes = ""
    if let color { attributes += " COLOR=\"\(color.text)\"" }
    if let name { attributes += " FACE=\(DotAttribute.fontname(name).value.text)" }
    if let size { attributes += " POINT-SIZE=\(DotAttribute.fontsize(size).value.text)" }
    return attributes
  }
}

extension HTMLAnchor {
  /// Without a target, Graphviz would not take notice of a title.
  fileprivate var markup: String {
    let name = DotValue.word(id, punctuation: "-_.").text
    return " ID=\(name) TARGET=\"_self\" TITLE=\"\(HTMLLabel.escapedAttribute(tooltip))\""
  }
}

extension HTMLSize {
  fileprivate var markup: String {
    " FIXEDSIZE=\"TRUE\" HEIGHT=\"\(height)\" WIDTH=\"\(width)\""
  }
}

extension HTMLTable {
  fileprivate func write(to output: inout [UInt8]) {
    output += "<TABLE".utf8
    if let bgcolor { output += " BGCOLOR=\"\(bgcolor.text)\"".utf8 }
    let points = [
      ("BORDER", border), ("CELLBORDER", cellBorder), ("CELLPADDING", cellPadding),
      ("CELLSPACING", cellSpacing),
    ]
    for (name, value) in points {
      output += " \(name)=\"\(min(max(value, 0), 127))\"".utf8  // Graphviz refuses more.
    }
    if let color { output += " COLOR=\"\(color.text)\"".utf8 }
    if let size { output += size.markup.utf8 }
    if isRounded { output += " STYLE=\"ROUNDED\"".utf8 }
    output += ">".utf8
    for row in rows.isEmpty ? [HTMLRow([])] : rows { row.write(to: &output) }
    output += "</TABLE>".utf8
  }
}

extension HTMLRow {
  fileprivate func write(to output: inout [UInt8]) {
    output += "<TR>".utf8
    for cell in cells.isEmpty ? [HTMLCell("")] : cells { cell.write(to: &output) }
    output += "</TR>".utf8
  }
}

extension HTMLCell {
  fileprivate func write(to output: inout [UInt8]) {
    output += "<TD".utf8
    if alignment != .center { output += " ALIGN=\"\(alignment.rawValue)\"".utf8 }
    if let bgcolor { output += " BGCOLOR=\"\(bgcolor.text)\"".utf8 }
    if let anchor { output += anchor.markup.utf8 }
    if let size { output += size.markup.utf8 }
    if columnSpan > 1 { output += " COLSPAN=\"\(columnSpan)\"".utf8 }
    if let port { output += " PORT=\(DotAttribute.headport(port).value.text)".utf8 }
    if rowSpan > 1 { output += " ROWSPAN=\"\(rowSpan)\"".utf8 }
    output += ">".utf8
    content.writeMarkup(to: &output)
    output += "</TD>".utf8
  }
}
