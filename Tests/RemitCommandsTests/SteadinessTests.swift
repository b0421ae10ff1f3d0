import Foundation
import RemitCommands
import Testing

/// The same picture whatever was drawn before it in the same process: layouts draw lots, and one compares
/// addresses.
@Suite(.serialized) struct SteadinessTests {
  static let engines = [
    "dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage", "patchwork",
  ]

  private func drawn(_ view: String, by engine: String, _ folder: URL) throws -> Data {
    let file = folder.appending(path: "v.svg")
    let outcome = Remit.run(
      ["render", view, "-o", file.path, "--engine", engine, "--graph", Graphs.england],
      in: Surroundings())
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try Data(contentsOf: file)
  }

  @Test(arguments: engines)
  func drawsTheSameWhateverWasDrawnBefore(engine: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let view = "cambridgeshire-and-peterborough"
    let first = try drawn(view, by: engine, folder)
    for (other, its) in [("regulators", engine), ("money", "sfdp")] {
      _ = try drawn(other, by: its, folder)
      #expect(try drawn(view, by: engine, folder) == first, "after \(other)")
    }
  }
}
