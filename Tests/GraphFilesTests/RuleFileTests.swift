import Foundation
import GovernanceModel
import GraphFiles
import Testing

/// Rules that an analyst writes beside a graph, and everything that can be wrong with them.
struct RuleFileTests {
  private static let sound = """
    rules:
      - id: paid-inspectors
        says: forbidden
        from: every national-body
        kind: funds
        to: group
        reach: route
        basis: [statutory, managerial]
        start: 2016-04-01
        end: 2017-04
        severity: high
        message: "{from}
          pays {to}"
        remedy: another payer
      - {id: top, says: required, from: every ccg, kind: accountable-to, message: it has no top}
    """

  private static func read(
    _ bytes: [UInt8]
  ) throws -> (rules: [RuleDeclaration], diagnostics: [Diagnostic]) {
    let folder = try TemporaryFolder()
    for (file, text) in BrokenGraph.soundFiles { try folder.write(text, to: file) }
    try folder.write(bytes, to: "rules.yaml")
    let graph = try GraphReader.read(path: folder.path).graph
    do {
      return try RuleFile.read(beside: graph, at: folder.path, taken: ["scrutiny-gap"])
    } catch {
      return ([], error.diagnostics)
    }
  }

  @Test func readsEveryPartOfARule() throws {
    let (rules, diagnostics) = try Self.read(Array(Self.sound.utf8))
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    try #require(rules.map(\.id) == ["paid-inspectors", "top"])
    let rule = rules[0]
    #expect(rule.demand == .forbidden && rule.reach == .route && rule.severity == .high)
    #expect(rule.basis == [.statutory, .managerial])
    #expect(rule.period.start?.description == "2016-04-01")
    #expect(rule.period.end?.description == "2017-04")
    #expect(rule.message == "{from} pays {to}")
    #expect(rule.remedy == "another payer")
    #expect(rule.position.line == 2)
    #expect(rules[1].demand == .required && rules[1].to == nil && rules[1].reach == .line)
    #expect(rules[1].severity == .medium && rules[1].basis.isEmpty)
  }

  @Test func readsTheRulesOfAYAMLGraph() throws {
    let folder = try TemporaryFolder()
    let text = """
      organisations: [{id: a, name: A, kind: office}]
      relationships: []
      rules:
        - {id: top, says: required, from: a, kind: accountable-to, message: no top}
      """
    try folder.write(text, to: "graph.yaml")
    let path = folder.path + "/graph.yaml"
    let reading = try GraphReader.read(path: path)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let (rules, diagnostics) = try RuleFile.read(beside: reading.graph, at: path, taken: [])
    #expect(diagnostics.isEmpty && rules.map(\.id) == ["top"])
  }

  @Test func hasNoRulesWhereThereIsNoFile() throws {
    let folder = try TemporaryFolder()
    for (file, text) in BrokenGraph.soundFiles { try folder.write(text, to: file) }
    let graph = try GraphReader.read(path: folder.path).graph
    let (rules, diagnostics) = try RuleFile.read(beside: graph, at: folder.path + "/", taken: [])
    #expect(rules.isEmpty && diagnostics.isEmpty)
  }

  private static func rule(_ change: String) -> String {
    let cells = [
      "id": "a", "says": "forbidden", "from": "every ccg", "kind": "funds", "message": "m",
    ]
    let name = String(change.prefix { $0 != ":" }).trimmingCharacters(in: .letters.inverted)
    let kept = cells.filter { $0.key != name }.map { "\($0.key): \($0.value)" }.sorted()
    return "rules:\n  - " + (kept + [change]).joined(separator: "\n    ") + "\n"
  }

  /// One fault each, marked where it is to be reported.
  static let broken: [(text: String, id: String, cure: String?)] = [
    (
      rule("frm: ⟦1⟧x").replacing("⟦1⟧", with: "").replacing("frm", with: "⟦1⟧frm"),
      "unknown-key", "did you mean 'from'?"
    ),
    (rule("says: ⟦1⟧forbiden"), "unknown-says", "did you mean 'forbidden'?"),
    (rule("from: ⟦1⟧bord"), "unknown-reference", "did you mean 'board'?"),
    (rule("from: ⟦1⟧ccg"), "unknown-reference", "every ccg"),
    (rule("from: ⟦1⟧every cgg"), "unknown-kind", "did you mean 'ccg'?"),
    (rule("from: ⟦1⟧every ccg and"), "bad-expression", nil),
    (rule("from: ⟦1⟧every (ccg"), "bad-expression", nil),
    (rule("from: ⟦1⟧class x"), "unknown-reference", nil),
    (rule("from: ⟦1⟧[a, b]"), "not-a-text", nil),
    (rule("kind: ⟦1⟧fund"), "unknown-kind", "did you mean 'funds'?"),
    (rule("id: ⟦1⟧A b"), "bad-id", nil), (rule("id: ⟦1⟧scrutiny-gap"), "duplicate-id", nil),
    (rule("id: ⟦1⟧''"), "missing-key", nil),
    (rule("reach: ⟦1⟧far"), "unknown-reach", "line, route"),
    (rule("basis: [statutory, ⟦1⟧statutry]"), "unknown-basis", "did you mean 'statutory'?"),
    (
      rule("basis: {⟦1⟧a: b}").replacing("⟦1⟧", with: "").replacing("{a", with: "⟦1⟧{a"),
      "unknown-basis", nil
    ),
    (rule("start: ⟦1⟧2016-02-30"), "impossible-date", nil),
    (rule("start: 2017-01-01\n    end: ⟦1⟧2016-01-01"), "empty-period", nil),
    (rule("severity: ⟦1⟧grave"), "unknown-severity", nil),
    (rule("message: ⟦1⟧\"{form} pays\""), "unknown-placeholder", "{from}"),
    (rule("message: ⟦1⟧\"{from\""), "unknown-placeholder", nil),
    (rule("message: ⟦1⟧\"a\\0b\""), "nul-byte", nil),
    (
      "rules:\n  - ⟦1⟧{id: a, says: forbidden, kind: funds, message: m}", "missing-key", "from whom"
    ),
    (
      "rules:\n  - ⟦1⟧{id: a, says: required, to: board, kind: funds, message: m}", "missing-key",
      nil
    ),
    (
      "rules:\n  - ⟦1⟧{id: a, says: allowed, from: board, kind: funds, message: m}", "missing-key",
      nil
    ),
    (
      "rules:\n  - {id: a, says: allowed, to: board, kind: funds, message: m, reach: ⟦1⟧route}",
      "unknown-reach", nil
    ),
    ("rules:\n  - ⟦1⟧words", "not-a-rule", nil), ("rules: ⟦1⟧{a: b}", "not-rules", nil),
    ("⟦1⟧- a", "not-rules", nil), ("⟦1⟧rule: []", "unknown-key", nil),
    ("rules:\n  - id: [⟦1⟧", "bad-yaml", nil), ("rules: ⟦1⟧⟨FF⟩", "broken-utf8", nil),
    ("rules:\n" + String(repeating: "  - [", count: 1), "bad-yaml", nil),
  ]

  @Test(arguments: broken.indices)
  func saysWhatIsWrongAndWhere(number: Int) throws {
    let (text, id, cure) = Self.broken[number]
    let marked = MarkedText(text)
    let (rules, diagnostics) = try Self.read(marked.bytes)
    #expect(rules.isEmpty)
    let first = try #require(diagnostics.first, "\(text)")
    #expect(diagnostics.contains { $0.id == id }, "\(text): \(diagnostics)")
    if let mark = marked.marks[1], id != "bad-yaml" {
      #expect(
        diagnostics.contains {
          $0.id == id && $0.position.line == mark.line && $0.position.column == mark.column
        }, "\(text): \(diagnostics)")
    }
    if let cure { #expect(diagnostics.contains { $0.cure.contains(cure) }, "\(diagnostics)") }
    #expect(first.position.path.hasSuffix("/rules.yaml"))
    for words in diagnostics.flatMap({ [$0.summary, $0.cure] }) {
      #expect(!words.hasSuffix(".") && !words.contains("\n"), "\(words)")
    }
  }

  @Test func keepsWhatIsSound() throws {
    let text =
      Self.sound + "\n  - {id: bad}\n  - {id: last, says: forbidden, to: board, kind: funds, "
      + "message: m}\n"
    let (rules, diagnostics) = try Self.read(Array(text.utf8))
    #expect(rules.map(\.id) == ["paid-inspectors", "top", "last"])
    #expect(Set(diagnostics.map(\.id)) == ["missing-key"])
  }

  /// Spoiled files are refused or read; nothing traps or hangs.
  @Test(arguments: 0..<400)
  func survivesSpoiledBytes(seed: Int) throws {
    var mutation = Mutation(seed: seed)
    let bytes = mutation.mutate(Array(Self.sound.utf8), donor: Array(ReaderFuzz.yaml.utf8))
    let (rules, diagnostics) = try Self.read(bytes)
    #expect(Set(rules.map(\.id)).count == rules.count)
    #expect(diagnostics == diagnostics.sorted())
  }

  @Test func refusesAliasesThatMultiply() throws {
    var text = "rules:\n  - &a {id: x, says: required, from: &b [x, x, x, x], kind: funds}\n"
    for _ in 0..<1000 { text += "  - *a\n" }
    let (rules, diagnostics) = try Self.read(Array(text.utf8))
    #expect(rules.isEmpty && diagnostics.map(\.id) == ["exploding-anchors"])
  }
}
