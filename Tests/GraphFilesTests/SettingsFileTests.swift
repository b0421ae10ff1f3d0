import Foundation
import GovernanceModel
import Testing

@testable import GraphFiles

@Suite struct SettingsFileTests {
  private func read(_ text: String) throws -> PlacedValue? {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("remit-\(UUID().uuidString).yaml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try SettingsFile.read(path: path)
  }

  private func fault(_ text: String) throws -> Diagnostic {
    do {
      _ = try read(text)
    } catch let error as FileError {
      return try #require(error.diagnostics.first)
    }
    throw Unrefused()
  }

  private struct Unrefused: Error {}

  @Test func keepsWhereEveryValueStands() throws {
    let value = try #require(try read("views:\n  one:\n    title: A\n    kinds: [x, y]\n"))
    let view = try #require(value.entries?.first?.value.entries?.first)
    #expect(view.key == "one")
    #expect(view.keyPosition.line == 2 && view.keyPosition.column == 3)
    let kinds = try #require(view.value.entries?.last)
    guard case .list(let items) = kinds.value.content else { throw Unrefused() }
    #expect(items.map(\.text) == ["x", "y"])
    #expect(items[1].position.line == 4 && items[1].position.column == 16)
  }

  @Test(arguments: ["", "# nothing\n", "---\n"])
  func readsNothingFromAFileWithoutValues(text: String) throws {
    let value = try read(text)
    #expect(value == nil || value?.text == "")
  }

  @Test func refusesAnchorsThatMultiply() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    #expect(try fault(text).id == "exploding-anchors")
  }

  @Test func refusesValuesNestedTooDeep() throws {
    #expect(try fault("a: " + String(repeating: "[", count: 5000)).id == "too-deep")
    let steps = (0..<2000).map { String(repeating: " ", count: $0) + "a:" }
    #expect(try fault(steps.joined(separator: "\n")).id == "too-deep")
  }

  @Test(arguments: [
    ("views: [a\n", 2), ("views:\n  a: 'open\n", 3), ("a: 1\na: 2\n", 2), ("a: \u{1}\n", 1),
    ("a:\n\t- b\n", 2),
  ])
  func saysWhereAFileIsNotYAML(text: String, line: Int) throws {
    let fault = try fault(text)
    #expect(fault.position.line <= line)
    #expect(!fault.cure.isEmpty)
  }

  @Test func refusesKeysThatAreNotText() throws {
    #expect(try fault("? [a, b]\n: c\n").id == "complex-key")
    #expect(try fault("\"a\\0b\": c\n").id == "complex-key")
    #expect(try fault("a: \"b\\0c\"\n").id == "nul-byte")
  }

  @Test func findsTheSettingsOfAFolderAndOfAFile() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("remit-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(SettingsFile.path(of: "views", ofGraphAt: folder) == nil)
    for name in ["views.yaml", "graph.yaml", "graph.views.yaml"] {
      try Data("a: b\n".utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    #expect(SettingsFile.path(of: "views", ofGraphAt: folder + "/") == folder + "/views.yaml")
    #expect(
      SettingsFile.path(of: "views", ofGraphAt: folder + "/graph.yaml")
        == folder + "/graph.views.yaml")
  }
}
