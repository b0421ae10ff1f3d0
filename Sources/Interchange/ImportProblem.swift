import GovernanceModel
import GraphFiles

/// Collects what is wrong in a foreign file, so that all of it is reported and not only the first.
struct ImportProblems {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  mutating func add(_ id: String, line: Int, _ summary: String, cure: String) {
    diagnostics.append(
      Diagnostic(
        id: id, position: SourcePosition(path: path, line: line), summary: summary, cure: cure))
  }

  /// Throws everything that was collected, or returns when there is nothing.
  func check() throws(FileError) {
    if !diagnostics.isEmpty { throw FileError(diagnostics) }
  }
}

extension CSVTable {
  /// The rows with the line on which each begins, counted from 1.
  ///
  /// Line breaks inside cells are counted; blank lines, which readers pass over, are not.
  var numberedRows: [(line: Int, cells: [String])] {
    var line = columns.isEmpty ? 1 : 2
    return rows.map { cells in
      defer { line += 1 + cells.reduce(0) { $0 + $1.utf8.count { $0 == UInt8(ascii: "\n") } } }
      return (line, cells)
    }
  }
}
