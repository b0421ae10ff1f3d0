import Foundation
import GovernanceModel
import GraphFiles
import Interchange

/// The folder of published files from which the tables are made, each read where it is needed.
struct SourceFolder {
  let path: String

  func register(_ name: String) throws(FileError) -> ODSRegister {
    try ODSRegister.read(path: "\(path)/ods/\(name).csv")
  }

  func lookup(_ name: String) throws(FileError) -> ONSLookup {
    try ONSLookup.read(path: "\(path)/ons/\(name).csv")
  }

  func succession() throws(FileError) -> ODSSuccession {
    try ODSSuccession.read(path: "\(path)/ods/succession.csv")
  }

  /// Any other file with a header, its cells by the names of their columns.
  func rows(_ file: String) throws(FileError) -> [NamedCells] {
    let table = try CSVTable.read(path: "\(path)/\(file)", hasHeader: true)
    let places = Dictionary(
      zip(table.columns, table.columns.indices), uniquingKeysWith: { first, _ in first })
    return table.rows.map { NamedCells(places: places, cells: $0) }
  }

  /// The rows of the file of that name, in whichever of the folders it stands.
  func rows(named name: String) throws(FileError) -> [NamedCells] {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let found = folders.sorted().map { "\($0)/\(name)" }.first {
      FileManager.default.fileExists(atPath: "\(path)/\($0)")
    }
    guard let found else {
      throw FileError([
        Diagnostic(
          id: "missing-source", position: SourcePosition(path: path),
          summary: "no folder in it holds \"\(name)\"", cure: "name the folder of all source files")
      ])
    }
    return try rows(found)
  }
}

/// One row of a file with a header.
struct NamedCells {
  fileprivate let places: [String: Int]
  fileprivate let cells: [String]

  /// The cell in a column; empty when the file has no such column.
  subscript(column: String) -> String { places[column].map { cells[$0] } ?? "" }
}

/// A day written in this tool; a slip of the pen stops it.
func day(_ text: String) -> PartialDate {
  guard let date = PartialDate(text) else { preconditionFailure("\(text) is no date.") }
  return date
}
