extension HTMLLabel {
  /// The label as a DOT value: angle brackets around it, or an empty string for an empty label.
  var dotText: String {
    let markup = self.markup
    return markup.isEmpty ? "\"\"" : "<\(markup)>"
  }

  var markup: String {
    switch content {
    case .text(let text): text.map(\.markup).joined()
    case .table(let table): table.markup
    }
  }

  /// Text in an HTML-like label: XML, and an escString as well.
  static func escaped(_ text: String) -> String {
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
}

extension HTMLLabel {
  /// Text in an attribute of an HTML-like label, on one line.
  static func escapedAttribute(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return escaped(line)
  }
}

extension HTMLText {
  fileprivate var markup: String {
    switch self {
    case .text(let text): HTMLLabel.escaped(text)
    case .lineBreak(.center): "<BR/>"
    case .lineBreak(let alignment): "<BR ALIGN=\"\(alignment.rawValue)\"/>"
    case .bold(let text): Self.wrap(text, in: "B")
    case .italic(let text): Self.wrap(text, in: "I")
    case .underline(let text): Self.wrap(text, in: "U")
    case .font(let font, let text): Self.wrap(text, in: "FONT", font.markup)
    }
  }

  /// Graphviz rejects an element around nothing.
  private static func wrap(
    _ text: [HTMLText], in element: String, _ attributes: String = ""
  ) -> String {
    let inner = text.map(\.markup).joined()
    return inner.isEmpty ? "" : "<\(element)\(attributes)>\(inner)</\(element)>"
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
    let id = DotQuoting.word(id, allowing: "-_.")
    return " ID=\(id) TARGET=\"_self\" TITLE=\"\(HTMLLabel.escapedAttribute(tooltip))\""
  }
}

extension HTMLSize {
  fileprivate var markup: String {
    " FIXEDSIZE=\"TRUE\" HEIGHT=\"\(height)\" WIDTH=\"\(width)\""
  }
}

extension HTMLTable {
  fileprivate var markup: String {
    var attributes = ""
    if let bgcolor { attributes += " BGCOLOR=\"\(bgcolor.text)\"" }
    let points = [
      ("BORDER", border), ("CELLBORDER", cellBorder), ("CELLPADDING", cellPadding),
      ("CELLSPACING", cellSpacing),
    ]
    for (name, value) in points {
      attributes += " \(name)=\"\(min(max(value, 0), 127))\""  // Graphviz refuses more.
    }
    if let color { attributes += " COLOR=\"\(color.text)\"" }
    if let size { attributes += size.markup }
    if isRounded { attributes += " STYLE=\"ROUNDED\"" }
    let rows = rows.isEmpty ? [HTMLRow([])] : rows
    return "<TABLE\(attributes)>\(rows.map(\.markup).joined())</TABLE>"
  }
}

extension HTMLRow {
  fileprivate var markup: String {
    let cells = cells.isEmpty ? [HTMLCell("")] : cells
    return "<TR>\(cells.map(\.markup).joined())</TR>"
  }
}

extension HTMLCell {
  fileprivate var markup: String {
    var attributes = ""
    if alignment != .center { attributes += " ALIGN=\"\(alignment.rawValue)\"" }
    if let bgcolor { attributes += " BGCOLOR=\"\(bgcolor.text)\"" }
    if let anchor { attributes += anchor.markup }
    if let size { attributes += size.markup }
    if columnSpan > 1 { attributes += " COLSPAN=\"\(columnSpan)\"" }
    if let port { attributes += " PORT=\(DotAttribute.headport(port).value.text)" }
    if rowSpan > 1 { attributes += " ROWSPAN=\"\(rowSpan)\"" }
    return "<TD\(attributes)>\(content.markup)</TD>"
  }
}
