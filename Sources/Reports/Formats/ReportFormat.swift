/// A way to show a report: `report.formatted(as: .markdown)`.
public protocol ReportFormat: Sendable {
  /// The report as text, ending in a line feed. The same report gives the same bytes.
  func text(of report: Report) -> String
}

extension Report {
  /// The report as text in a format.
  public func formatted(as format: any ReportFormat) -> String { format.text(of: self) }
}

extension ReportFormat where Self == TextFormat {
  /// Aligned text for a terminal or a file.
  public static func text(width: Int = 100, isColoured: Bool = false) -> TextFormat {
    TextFormat(width: width, isColoured: isColoured)
  }
}

extension ReportFormat where Self == MarkdownFormat {
  /// GitHub-flavoured Markdown.
  public static var markdown: MarkdownFormat { MarkdownFormat() }
}

extension ReportFormat where Self == CSVFormat {
  /// The rows of the answer, for spreadsheets and scripts.
  public static var csv: CSVFormat { CSVFormat() }
}

extension ReportFormat where Self == JSONFormat {
  /// The answer with its documented keys, in order.
  public static var json: JSONFormat { JSONFormat() }
}
