import Foundation
import GovernanceModel
import GraphFiles
import Testing

@testable import Diagrams

/// A file of views read against the made graph.
enum MadeViews {
  static func file(_ text: String, of graph: GovernanceGraph? = nil) throws -> ViewFile {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("remit-\(UUID().uuidString).yaml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let value = try #require(try SettingsFile.read(path: path))
    return ViewFile(value, in: try graph ?? MadeGraph.tables(MadeGraph.health))
  }

  /// One view of the settings given, which must be sound.
  static func view(_ settings: String, of graph: GovernanceGraph? = nil) throws -> ViewDefinition {
    let lines = settings.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    let file = try file("views:\n  made:\n\(lines)\n", of: graph)
    #expect(file.diagnostics.isEmpty, "\(file.diagnostics)")
    return try #require(file.view(named: "made"))
  }
}

@Suite struct ViewFileTests {
  @Test func readsEverySetting() throws {
    let view = try MadeViews.view(
      """
      title: T
      about: A
      caption: [one, two]
      draw: around
      body: t1
      distance: 3
      as_of: [2015-01-01, 2016-10-01]
      bodies: trust and not (id = t3 or name ~ "Trust 4")
      within: partnership
      with: [regulator]
      without: [c1]
      relationships: [accountable-to, funds]
      basis: [statutory, managerial]
      group: trust
      stack: 4
      untied: yes
      ranks: lines
      remarks: [kind, id, opened]
      direction: right
      concentrate: yes
      bundle: 5
      width: amount
      grade: opacity
      findings: high
      overlap: trust
      theme: dark
      page: a4 landscape
      engine: twopi
      """)
    #expect(view.title == "T" && view.about == "A" && view.caption == ["one", "two"])
    #expect(view.arrangement == .around && view.distance == 3)
    #expect(view.moment == PartialDate("2016-10-01").map(Moment.date))
    #expect(view.earlier == PartialDate("2015-01-01").map(Moment.date))
    #expect(view.selection.relationships?.count == 2)
    #expect(view.selection.basis == [.statutory, .managerial])
    #expect(view.stacksAbove == 4 && view.drawsUntied && view.ranksByLines)
    #expect(view.direction == .leftToRight && view.concentrates && view.hasWidthByAmount)
    #expect(view.bundlesFrom == 5)
    #expect(view.gradeMark == .opacity && view.findings == "high")
    #expect(view.overlap != nil && view.overlap == view.group)
    #expect(view.theme == .dark && view.page == Page(.a4, isLandscape: true))
    #expect(view.engine == .twopi)
  }

  /// Each with the line and column of what is wrong, and words of the cure.
  @Test(arguments: [
    ("titel: T", 3, 5, "did you mean 'title'?"),
    ("draw: sistem", 3, 11, "did you mean 'system'?"),
    ("draw: [system]", 3, 11, "write it on one line"),
    ("bodies: trusst", 3, 13, "did you mean 'trust'?"),
    ("bodies: trust and", 3, 13, "write it as"),
    ("bodies: trust council", 3, 13, "write it as"),
    ("bodies: (trust", 3, 13, "close it"),
    ("bodies: nam = x", 3, 13, "did you mean 'name'?"),
    ("bodies: name =", 3, 13, "write a value after it"),
    ("bodies: name = \"x", 3, 13, "close it"),
    ("relationships: [fund]", 3, 21, "did you mean 'funds'?"),
    ("basis: [statutry]", 3, 13, "did you mean 'statutory'?"),
    ("as_of: 2016-13-01", 3, 12, "write it as 2016-10-01"),
    ("draw: members", 3, 5, "add 'body: ID'"),
    ("body: nobody", 3, 11, "name it by its id"),
    ("within: nobody", 3, 13, "name it by its id"),
    ("stack: many", 3, 12, "never"),
    ("distance: 99", 3, 15, "from 1 to 10"),
    ("group: trusts", 3, 12, "did you mean 'trust'?"),
    ("remarks: [knid]", 3, 15, "did you mean 'kind'?"),
    ("theme: drak", 3, 12, "did you mean 'dark'?"),
    ("page: a9", 3, 11, "the sizes are"),
    ("engine: dott", 3, 13, "did you mean 'dot'?"),
    ("findings: grave", 3, 15, "use one of low, medium, high, critical"),
    ("overlap: trusts", 3, 14, "did you mean 'trust'?"),
    ("finding: isolated-bodi", 3, 14, "did you mean 'isolated-body'?"),
    ("untied: perhaps", 3, 13, "use one of yes, no"),
    ("title: {a: b}", 3, 12, "write it on one line"),
  ])
  func saysWhatIsWrongWhereAndWhatToDo(
    setting: String, line: Int, column: Int, cure: String
  ) throws {
    let file = try MadeViews.file("views:\n  made:\n    \(setting)\n")
    #expect(file.views.isEmpty && file.broken == ["made"])
    let found = file.diagnostics
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.position.line == line && found.first?.position.column == column)
    #expect(found.first?.cure.contains(cure) ?? false, "\(found)")
  }

  @Test func keepsTheSoundViewsBesideBrokenOnes() throws {
    let file = try MadeViews.file("views:\n  a: {draw: x}\n  b: {draw: system}\n  C: {}\n")
    #expect(file.views.map(\.name) == ["b"])
    #expect(file.diagnostics.count == 2)
  }

  @Test(arguments: [
    ("[]", "not a mapping"), ("views: x", "not a mapping"), ("veiws: {}", "no setting"),
    ("views: {a: x}", "not a mapping"), ("looks: x", "not a mapping"),
    ("looks: {trust: x}", "not a mapping"), ("looks: {trust: {shape: box}}", "lacks"),
    ("looks: {trusst: {shape: box, fill: blue}}", "no kind"),
    ("looks: {trust: {shape: bocks, fill: blue}}", "no value"),
    (
      "looks: {trust: {shape: box, fill: blue}, council: {shape: box, fill: blue}}",
      "same shape and fill"
    ),
  ])
  func refusesWhatIsNotAFileOfViews(text: String, summary: String) throws {
    let file = try MadeViews.file(text)
    #expect(file.diagnostics.count == 1)
    #expect(file.diagnostics.first?.summary.contains(summary) ?? false, "\(file.diagnostics)")
  }

  @Test func takesHostileNamesAndTextsAsText() throws {
    for text in Hostile.texts where !text.unicodeScalars.contains("\0") && text.count < 90 {
      let quoted =
        "\"" + text.unicodeScalars.map { "\\U\(hex($0.value))" }.joined() + "\""
      let file = try MadeViews.file(
        "views:\n  made: {title: \(quoted), bodies: \(quoted), theme: \(quoted)}\n  \(quoted): {}\n"
      )
      #expect(file.view(named: "made") == nil)
      #expect(file.diagnostics.allSatisfy { $0.summary.count < 300 })
    }
  }

  private func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
