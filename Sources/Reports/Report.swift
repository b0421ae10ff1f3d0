/// One answer, ready to be shown in any format.
///
/// A report says what was asked, what was followed and as of when; its sections give the answer,
/// its coverage what is not recorded, its citations where it was read. How that looks is decided by
/// a ``ReportFormat``.
public struct Report {
  /// One part of an answer under a heading.
  public struct Section {
    public var heading: String
    /// Lines before the table.
    public var lines: [String]
    public var table: ReportTable?
    /// Lines that hang together as a tree, after the others.
    public var tree: [TreeLine]

    public init(
      _ heading: String, lines: [String] = [], table: ReportTable? = nil, tree: [TreeLine] = []
    ) {
      self.heading = heading
      self.lines = lines
      self.table = table
      self.tree = tree
    }
  }

  /// What was asked.
  public var title: String
  /// As of when, and what was followed.
  public var preface: [String]
  /// The parts of the answer, in order. Made when a format asks for them.
  public var sections: [Section] {
    get { makeSections() }
    set { makeSections = { newValue } }
  }
  /// What is not recorded, so that nobody takes silence for "none". Made when a format asks for it.
  public var coverage: [String] {
    get { makeCoverage() }
    set { makeCoverage = { newValue } }
  }
  /// The sources that the answer cites.
  public var citations: [Citation]
  /// The rows that the CSV format gives.
  public var csv: ReportTable
  private var makeSections: () -> [Section]
  private var makeCoverage: () -> [String]
  private let makeJSON: () -> any Encodable & Sendable
  /// The long list of the JSON format, where it may have a million elements; nil where it is short.
  let jsonList: JSONList?

  /// - Parameter json: made only for the JSON format.
  public init(
    title: String, preface: [String], sections: @autoclosure @escaping () -> [Section],
    coverage: @autoclosure @escaping () -> [String],
    citations: [Citation], csv: ReportTable,
    json: @autoclosure @escaping () -> any Encodable & Sendable
  ) {
    self.init(
      title: title, preface: preface, sections: sections(), coverage: coverage(),
      citations: citations, csv: csv, json: json(), jsonList: nil)
  }

  /// - Parameter jsonList: writes one list of `json` at once.
  init(
    title: String, preface: [String], sections: @autoclosure @escaping () -> [Section],
    coverage: @autoclosure @escaping () -> [String],
    citations: [Citation], csv: ReportTable,
    json: @autoclosure @escaping () -> any Encodable & Sendable, jsonList: JSONList?
  ) {
    self.title = title
    self.preface = preface
    makeSections = sections
    makeCoverage = coverage
    self.citations = citations
    self.csv = csv
    makeJSON = json
    self.jsonList = jsonList
  }

  /// What the JSON format gives.
  public var json: any Encodable & Sendable { makeJSON() }
}

/// One line of a tree.
public struct TreeLine: Hashable, Sendable {
  /// How far from the root it stands; 0 is a root.
  public let depth: Int
  /// What is drawn before it, and before what comes after it when it takes several lines.
  public let lead: String
  public let hanging: String
  public let text: String
}

/// One list of an answer in JSON that is written straight into bytes.
struct JSONList {
  /// Under which key of the answer it stands.
  let key: String
  private let makeRest: () -> any Encodable & Sendable
  /// Writes the elements, the same as the encoder would.
  let write: (inout JSONText) -> Void

  /// - Parameter rest: the answer with the list empty.
  init(
    _ key: String, in rest: @autoclosure @escaping () -> any Encodable & Sendable,
    write: @escaping (inout JSONText) -> Void
  ) {
    self.key = key
    makeRest = rest
    self.write = write
  }

  var rest: any Encodable & Sendable { makeRest() }
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
///
/// The rows are made when a format asks for them: an answer about a large graph has a row for each
/// of its bodies in one format and none in another.
public struct ReportTable {
  public struct Column: Sendable {
    public enum Alignment: Sendable { case leading, trailing }
    public let name: String
    public let alignment: Alignment

    public static func text(_ name: String) -> Column { Column(name: name, alignment: .leading) }
    public static func number(_ name: String) -> Column { Column(name: name, alignment: .trailing) }
  }

  public let columns: [Column]
  private let makeRows: () -> [[String]]
  /// Writes the rows as CSV at once, where there may be millions; nil where they are few.
  let writeCSV: ((inout CSVRowText) -> Void)?

  public init(_ columns: [Column], rows: @autoclosure @escaping () -> [[String]] = []) {
    self.columns = columns
    makeRows = rows
    writeCSV = nil
  }

  /// - Parameter csv: writes the same rows as CSV, cell by cell.
  init(
    _ columns: [Column], rows: @autoclosure @escaping () -> [[String]],
    csv: @escaping (inout CSVRowText) -> Void
  ) {
    self.columns = columns
    makeRows = rows
    writeCSV = csv
  }

  /// The rows, made anew each time.
  public var rows: [[String]] { makeRows() }
}
