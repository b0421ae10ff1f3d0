import GovernanceModel
import GraphFiles

/// Which code took over from which, from the service's succession files (`succ`, `succarc`).
///
/// The file has a header of three columns: the old code, the new code and the date. A body split in
/// two has two successors; not every closed body has one.
public struct ODSSuccession: Sendable {
  public struct Entry: Hashable, Sendable {
    public let predecessor: String
    public let successor: String
    /// As published: mostly the first day of the new order, in some rows the last of the old.
    public let date: PartialDate?
    public let line: Int
  }

  /// In the order of the file.
  public let entries: [Entry]

  public func successors(of code: String) -> [Entry] {
    entries.filter { $0.predecessor == code }
  }

  public func predecessors(of code: String) -> [Entry] {
    entries.filter { $0.successor == code }
  }

  /// Reads a succession file.
  ///
  /// - Throws: `FileError` with every row that lacks a code, gives a body itself as successor, or
  ///   has an impossible date.
  public static func read(path: String) throws(FileError) -> ODSSuccession {
    let table = try CSVTable.read(path: path, hasHeader: true)
    var problems = ImportProblems(path: path)
    guard table.columns.count == 3 else {
      problems.add(
        "not-a-succession-file", line: 1,
        "the header has \(table.columns.count) columns, where a succession file has 3",
        cure: "keep the old code, the new code and the date, in this order")
      throw FileError(problems.diagnostics)
    }
    var entries: [Entry] = []
    for (line, cells) in table.numberedRows {
      guard !cells[0].isEmpty, !cells[1].isEmpty, cells[0] != cells[1] else {
        problems.add(
          "bad-succession", line: line, "\"\(cells[0])\" is succeeded by \"\(cells[1])\"",
          cure: "give two different codes, or remove the row")
        continue
      }
      switch ODSDate.cell(cells[2]) {
      case .impossible:
        problems.add(
          "impossible-date", line: line, "\"\(cells[2])\" is no date",
          cure: "write a day that exists, as 2016-04-01, or leave the cell empty")
      case .notRecorded:
        entries.append(Entry(predecessor: cells[0], successor: cells[1], date: nil, line: line))
      case .date(let date):
        entries.append(Entry(predecessor: cells[0], successor: cells[1], date: date, line: line))
      }
    }
    try problems.check()
    return ODSSuccession(entries: entries)
  }
}
