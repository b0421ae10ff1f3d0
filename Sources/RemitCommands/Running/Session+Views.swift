import Diagrams
import GovernanceModel
import GraphFiles
import Reports

extension Session {
  /// The views of the graph's file; none where it has no such file.
  ///
  /// Refuses a file with errors, unless what is sound was asked for.
  ///
  /// - Parameter drawn: the names of those that will be drawn, nil for any.
  func viewFile(_ options: GraphOptions, drawing drawn: Set<String>? = nil) throws -> ViewFile {
    guard let path = SettingsFile.path(of: "views", ofGraphAt: path) else { return ViewFile() }
    do {
      guard let value = try SettingsFile.read(path: path) else { return ViewFile() }
      let file = ViewFile(value, in: graph, drawing: drawn)
      guard !options.lenient, !file.diagnostics.isEmpty else { return file }
      throw Refusal.unreadable(
        remarks + DiagnosticLines.text(of: file.diagnostics)
          + "remit: mend the views, or go on without those with --lenient\n")
    } catch let error as FileError {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
  }
}
