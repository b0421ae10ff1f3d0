import Foundation
import GraphFiles

/// A folder of a test's own, removed with everything in it when the value goes.
final class TemporaryFolder {
  let path: String

  init() throws {
    let name = "remit-test-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.path + "/" + name
    try TextFile.makeFolder(path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, in a folder inside this one where its name says so.
  func write(_ bytes: [UInt8], to name: String) throws {
    let file = path + "/" + name
    if name.contains("/") {
      try TextFile.makeFolder((file as NSString).deletingLastPathComponent)
    }
    try TextFile.write(bytes: bytes, to: file)
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }
}
