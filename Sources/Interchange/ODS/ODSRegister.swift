import GovernanceModel
import GraphFiles

/// A register of the NHS Organisation Data Service: `eccg`, `etr` and the other files of 27 columns
/// without a header.
///
///     let register = try ODSRegister.read(path: "etr.csv")
///     register["RGT"]?.name  // "CAMBRIDGE UNIVERSITY HOSPITALS NHS FOUNDATION TRUST"
///
/// The service's parent codes say where a body is filed, never to whom it reports, so nothing here
/// becomes a relationship.
public struct ODSRegister: Sendable {
  public let path: String
  /// In the order of the file.
  public let records: [ODSRecord]
  private let positions: [String: Int]

  /// The number of columns in every file of the family.
  public static let columnCount = 27

  /// The record of a code, or nil.
  public subscript(code: String) -> ODSRecord? { positions[code].map { records[$0] } }

  /// Reads a register.
  ///
  /// - Throws: `FileError` with every row that has other than 27 cells, no code, a code met
  ///   before, an impossible date, or a close date before its open date.
  /// - Complexity: O(rows).
  public static func read(path: String) throws(FileError) -> ODSRegister {
    let table = try CSVTable.read(path: path, hasHeader: false)
    var reader = ODSRowReader(path: path)
    var records: [ODSRecord] = []
    var positions: [String: Int] = [:]
    for (line, cells) in table.numberedRows {
      guard let record = reader.record(cells, line: line) else { continue }
      guard positions[record.code] == nil else {
        reader.problems.add(
          "duplicate-code", line: line, "the code \"\(record.code)\" stands here a second time",
          cure: "remove one of the two rows")
        continue
      }
      positions[record.code] = records.count
      records.append(record)
    }
    try reader.problems.check()
    return ODSRegister(path: path, records: records, positions: positions)
  }
}

/// Reads one row after another and notes what is wrong with them.
private struct ODSRowReader {
  var problems: ImportProblems

  init(path: String) { problems = ImportProblems(path: path) }

  mutating func record(_ cells: [String], line: Int) -> ODSRecord? {
    guard cells.count == ODSRegister.columnCount else {
      problems.add(
        "not-an-ods-row", line: line,
        "the row has \(cells.count) cells, where an ODS register has \(ODSRegister.columnCount)",
        cure: "use the file as the service publishes it, all columns and no header")
      return nil
    }
    guard !cells[0].isEmpty else {
      problems.add(
        "missing-code", line: line, "the row has no organisation code",
        cure: "put the code in the first cell, or remove the row")
      return nil
    }
    let opened = date(cells[10], "open", line: line)
    let lastOpenDay = date(cells[11], "close", line: line)
    if let opened, let lastOpenDay, lastOpenDay.firstDay < opened.firstDay {
      problems.add(
        "close-before-open", line: line,
        "\"\(cells[0])\" closes on \(lastOpenDay), before it opens on \(opened)",
        cure: "exchange or correct the dates in columns 11 and 12")
      return nil
    }
    return ODSRecord(
      code: cells[0], name: cells[1], regionAtPublication: cells[2].nonEmpty,
      parentAtPublication: cells[3].nonEmpty, addressLines: cells[4...8].filter { !$0.isEmpty },
      postcode: cells[9].nonEmpty, opened: opened, lastOpenDay: lastOpenDay,
      subtype: cells[13].nonEmpty)
  }

  private mutating func date(_ text: String, _ what: String, line: Int) -> PartialDate? {
    switch ODSDate.cell(text) {
    case .date(let date): return date
    case .notRecorded: return nil
    case .impossible:
      problems.add(
        "impossible-date", line: line, "\"\(text)\" is no \(what) date",
        cure: "write a day that exists, as 20130401, or leave the cell empty")
      return nil
    }
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
