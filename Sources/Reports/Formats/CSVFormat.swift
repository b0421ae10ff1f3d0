import GovernanceModel

/// The rows of the answer as CSV, by RFC 4180.
public struct CSVFormat: ReportFormat {
  public func text(of report: Report) -> String {
    CSVText.text(
      columns: report.csv.columns.map(\.name), rows: report.csv.rows.lazy.map { $0.map(Self.inert) }
    )
  }

  /// A cell that no spreadsheet takes for a formula: one that begins like a formula, and is not a
  /// number, gets an apostrophe before it.
  static func inert(_ cell: String) -> String {
    switch cell.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
      UInt8(ascii: "\r"):
      return "'" + cell
    case UInt8(ascii: "-") where Amount(cell) == nil:
      return "'" + cell
    default:
      return cell
    }
  }
}
