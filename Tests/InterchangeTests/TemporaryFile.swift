import Foundation
import GraphFiles
import Testing

/// Writes a file, hands its path to `body`, and removes it.
func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
  try withFile(bytes: Array(text.utf8), body)
}

/// Writes a file, hands its path to `body`, and removes it.
func withFile<Result>(bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url.path(percentEncoded: false))
}

/// What reading a faulty file reports: the id of each problem with its line.
func problems(in text: String, reading read: (String) throws -> some Any) throws -> [String] {
  try withFile(text) { path in
    do {
      _ = try read(path)
      return []
    } catch let error as FileError {
      for diagnostic in error.diagnostics {
        #expect(diagnostic.position.path == path)
        #expect(!diagnostic.cure.isEmpty)
      }
      return error.diagnostics.map { "\($0.id) at \($0.position.line)" }
    }
  }
}
