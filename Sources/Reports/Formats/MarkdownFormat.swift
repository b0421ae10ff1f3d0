/// GitHub-flavoured Markdown.
public struct MarkdownFormat: ReportFormat {
  public func text(of report: Report) -> String {
    var lines = ["# " + Self.escaped(report.title), ""]
    for line in report.preface { lines += [Self.escaped(line), ""] }
    for section in report.sections {
      lines += ["## " + Self.escaped(section.heading), ""]
      for line in section.lines { lines.append("- " + Self.escaped(line)) }
      if !section.lines.isEmpty { lines.append("") }
      if let table = section.table { lines += Self.lines(of: table) + [""] }
      for line in section.tree {
        lines.append(String(repeating: "  ", count: line.depth) + "- " + Self.escaped(line.text))
      }
      if !section.tree.isEmpty { lines.append("") }
    }
    if !report.coverage.isEmpty {
      lines += ["## Not recorded, or to be read with care", ""]
      lines += report.coverage.map { "- " + Self.escaped($0) } + [""]
    }
    if !report.citations.isEmpty {
      lines += ["## Sources", ""]
      lines += report.citations.map { "- " + Self.escaped($0.line) } + [""]
    }
    lines.removeLast()
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of table: ReportTable) -> [String] {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    return [
      row(table.columns.map { escaped($0.name) }),
      row(table.columns.map { $0.alignment == .trailing ? "---:" : "---" }),
    ] + table.rows.map { row($0.map(escaped)) }
  }

  /// Text without meaning to Markdown or HTML.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for character in TerminalText.escaped(text) {
      switch character {
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "&": safe += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~": safe += "\\" + String(character)
      default: safe.append(character)
      }
    }
    return safe
  }
}
