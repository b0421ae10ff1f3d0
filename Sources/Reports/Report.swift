/// One answer, ready to be shown in any format.
///
/// A report says what was asked, what was followed and as of when; its sections give the answer,
/// its coverage what is not recorded, its citations where it was read. How that looks is decided by
/// a ``ReportFormat``.
public struct Report: Sendable {
  /// One part of an answer under a heading.
  public struct Section: Sendable {
    public var heading: String
    /// Lines before the table.
    public var lines: [String]
    public var table: ReportTable?

    public init(_ heading: String, lines: [String] = [], table: ReportTable? = nil) {
      self.heading = heading
      self.lines = lines
      self.table = table
    }
  }

  public var title: String
  /// As of when, and what was followed.
  public var preface: [String]
  public var sections: [Section]
  /// What is not recorded, so that nobody takes silence for "none".
  public var coverage: [String]
  /// The sources that the answer cites.
  public var citations: [Citation]
  /// The rows that the CSV format gives.
  public var csv: ReportTable
  /// What the JSON format gives.
  public var json: any Encodable & Sendable
}

/// A source as an answer lists it.
public struct Citation: Hashable, Encodable, Sendable {
  public let id: String
  public let title: String?
  public let publisher: String?
  public let date: String?
  public let url: String?
}

/// Rows of text under named columns.
public struct ReportTable: Sendable {
  public struct Column: Sendable {
    public enum Alignment: Sendable { case leading, trailing }
    public let name: String
    public let alignment: Alignment

    public static func text(_ name: String) -> Column { Column(name: name, alignment: .leading) }
    public static func number(_ name: String) -> Column { Column(name: name, alignment: .trailing) }
  }

  public var columns: [Column]
  public var rows: [[String]]

  public init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }
}
