import GovernanceModel
import GraphFiles

/// The rows of every generated file, and what had to be left out of them.
struct EnglandTables {
  private var files: [OutputFile: GraphTables] = [:]
  /// The days on which each generated body is open, so that nothing is said of it on others.
  private(set) var lives: [String: Period] = [:]
  private(set) var leftOut: [String] = []
  private var areaFiles: [AreaFile: AreaOutput] = [:]

  mutating func add(_ cells: [(String, String?)], to file: OutputFile) {
    files[file, default: GraphTables()].append(cells, to: file.table)
  }

  /// Adds a row of a table about areas; every row of a file has the same columns.
  mutating func addArea(_ cells: [(String, String)], to file: AreaFile) {
    areaFiles[file, default: AreaOutput(columns: cells.map(\.0))].rows.append(cells.map(\.1))
  }

  mutating func noteLife(of id: String, _ life: Period) {
    precondition(lives[id] == nil, "Two bodies have the id \(id).")
    lives[id] = life
  }

  mutating func leaveOut(_ what: String) { leftOut.append(what) }

  /// Every value of a column in every file.
  func values(inColumn name: String) -> Set<String> {
    var values: Set<String> = []
    for (file, tables) in files {
      let table = tables[file.table]
      guard let place = table.columns.firstIndex(of: name) else { continue }
      values.formUnion(table.rows.map { $0[place] })
    }
    for output in areaFiles.values { values.formUnion(output.values(inColumn: name)) }
    return values
  }

  /// A file's table with its columns in the order of the format and its rows in their own.
  func table(of file: OutputFile) -> GraphTables.Table {
    var table = (files[file] ?? GraphTables())[file.table].arranged(for: file.table)
    let places = file.sortColumns.compactMap { table.columns.firstIndex(of: $0) }
    table.rows.sort { left, right in
      for place in places where left[place] != right[place] { return left[place] < right[place] }
      return left.lexicographicallyPrecedes(right)
    }
    return table
  }

  func write(into folder: String) throws(FileError) {
    try TextFile.makeFolder(folder)
    for file in OutputFile.allCases {
      let table = table(of: file)
      try TextFile.write(
        CSVText.text(columns: table.columns, rows: table.rows), to: "\(folder)/\(file.rawValue).csv"
      )
    }
    for (file, output) in areaFiles {
      try TextFile.write(
        CSVText.text(columns: output.columns, rows: output.rows), to: "\(folder)/\(file.name).csv")
    }
  }

  /// The rows of each file, then what was left out and why.
  var summary: String {
    let counts = OutputFile.allCases.map { "\($0.rawValue): \(table(of: $0).rows.count)" }
    let areas = areaFiles.map { "\($0.key.name): \($0.value.rows.count)" }.sorted()
    return (counts + areas + ["left out:"] + leftOut.map { "  \($0)" }).joined(separator: "\n")
  }
}
