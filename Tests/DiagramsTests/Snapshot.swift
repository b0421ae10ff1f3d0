import Foundation
import Testing

/// Compares text with a file beside the tests; with `REMIT_RECORD_SNAPSHOTS` set, writes the file
/// and fails, so that a recording run never passes.
func expectSnapshot(
  _ text: String, _ name: String, file: String = #filePath,
  location: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let path = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["REMIT_RECORD_SNAPSHOTS"] != nil {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: path, atomically: true, encoding: .utf8)
    Issue.record(
      "recorded \(name): run again without REMIT_RECORD_SNAPSHOTS", sourceLocation: location)
    return
  }
  let expected = try? String(contentsOf: path, encoding: .utf8)
  #expect(
    text == expected, "see what changed with REMIT_RECORD_SNAPSHOTS=1 and git diff",
    sourceLocation: location)
}
