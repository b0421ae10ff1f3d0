/// Aligned text that reads well at a hundred columns, coloured only when asked.
public struct TextFormat: ReportFormat {
  let width: Int
  let isColoured: Bool

  public func text(of report: Report) -> String {
    var lines = wrapped(report.title, indent: "").map(bold)
    lines += report.preface.flatMap { wrapped($0, indent: "") }
    for section in report.sections {
      lines += [""] + wrapped(section.heading, indent: "").map(bold)
      lines += section.lines.flatMap { wrapped($0, indent: "  ") }
      if let table = section.table {
        lines += TextTable(table, width: width - 2).lines.enumerated()
          .map { "  " + ($0.offset == 0 ? faint($0.element) : $0.element) }
      }
      lines += section.tree.flatMap {
        wrapped($0.text, indent: "  " + $0.lead, hanging: "  " + $0.hanging)
      }
    }
    if !report.coverage.isEmpty {
      lines += ["", bold("Not recorded, or to be read with care")]
      lines += report.coverage.flatMap { wrapped("- " + $0, indent: "  ", hanging: "    ") }
    }
    if !report.citations.isEmpty {
      lines += ["", bold("Sources")]
      lines += report.citations.flatMap { citation in
        wrapped(citation.line, indent: "  ", hanging: "    ")
      }
    }
    return lines.map(Self.withoutTrailingSpaces).joined(separator: "\n") + "\n"
  }

  private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func faint(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  private func wrapped(_ text: String, indent: String, hanging: String? = nil) -> [String] {
    let hanging = hanging ?? indent
    let parts = TextTable.wrapped(
      TerminalText.escaped(text), width: max(20, width - hanging.count), keepsLinks: true)
    return parts.enumerated().map { ($0.offset == 0 ? indent : hanging) + $0.element }
  }

  private static func withoutTrailingSpaces(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

extension Citation {
  /// The citation as one line: `hsca-2012: Health and Social Care Act 2012. Parliament, 2012. URL`.
  var line: String {
    let published = [publisher, date].compactMap { $0 }.joined(separator: ", ")
    let parts = [title, published.isEmpty ? nil : published, url].compactMap { $0 }
    return parts.isEmpty ? id : id + ": " + parts.joined(separator: ". ")
  }
}
