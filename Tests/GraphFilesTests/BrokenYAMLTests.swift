import Testing

/// YAML files with something wrong in them.
struct BrokenYAMLTests {
  private static let organisations = """
    organisations:
      - {id: board, name: The Board, kind: national-body}
      - {id: group, name: A Group, kind: ccg}

    """
  private static func relationships(_ rows: String) -> String {
    organisations + "relationships:\n" + rows
  }
  private static func also(_ text: String) -> String {
    organisations + "relationships: []\n" + text
  }

  @Test(arguments: [
    BrokenGraph(
      yaml: "an unknown body",
      relationships("  - {from: group, to: ⟦1⟧bord, kind: funds}\n"), "unknown-reference",
      cure: "did you mean 'board'?"),
    BrokenGraph(
      yaml: "two faults in one row",
      relationships("  - from: ⟦1⟧gruop\n    to: board\n    kind: funds\n    start: ⟦2⟧2016-13\n"),
      "unknown-reference", "impossible-date"),
    BrokenGraph(
      yaml: "a missing cell",
      relationships("  - ⟦1⟧{from: group, kind: funds}\n  - ⟦2⟧⟦3⟧{to: board}\n"),
      "unknown-reference", "unknown-reference", "missing-value"),
    BrokenGraph(
      yaml: "a column in no row", relationships("  ⟦1⟧- {from: group, to: board}\n"),
      "missing-column"),
    BrokenGraph(
      yaml: "a column with nearly a name that is known",
      relationships("  - {from: group, to: board, kind: funds, ⟦1⟧sources: act}\n"), "near-column"),
    BrokenGraph(
      yaml: "a column twice, once behind a space",
      relationships("  - {from: group, to: board, kind: funds, ⟦1⟧\" kind\": oversees}\n"),
      "repeated-column"),
    BrokenGraph(
      yaml: "an unknown basis in a list",
      relationships("  - {from: group, to: board, kind: funds, basis: ⟦1⟧[legal, managerial]}\n"),
      "unknown-basis"),
    BrokenGraph(
      yaml: "a mapping as a cell",
      relationships("  - {from: group, to: board, kind: ⟦1⟧{a: b}}\n"), "not-a-cell"),
    BrokenGraph(
      yaml: "a list of lists as a cell",
      relationships("  - {from: group, to: board, kind: ⟦1⟧[[funds]]}\n"), "not-a-cell"),
    BrokenGraph(
      yaml: "a row that is text", relationships("  - ⟦1⟧group funds board\n"), "not-a-row"),
    BrokenGraph(
      yaml: "a row that is a list", relationships("  - ⟦1⟧[group, board, funds]\n"), "not-a-row"),
    BrokenGraph(
      yaml: "a row that repeats another",
      relationships("  - {from: group, to: board, kind: funds, id: a}\n")
        + "  - {from: board, to: group, kind: oversees, id: ⟦1⟧a}\n", "duplicate-id"),
    BrokenGraph(
      yaml: "a NUL written as an escape",
      relationships("  - {from: group, to: board, kind: funds, note: ⟦1⟧\"a\\0b\"}\n"), "nul-byte"),
  ])
  func areReportedInTheirRows(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    BrokenGraph(yaml: "an empty file", "⟦1⟧", "empty-file"),
    BrokenGraph(yaml: "a comment alone", "⟦1⟧# nothing\n", "empty-file"),
    BrokenGraph(yaml: "a text", "⟦1⟧organisations\n", "not-a-graph", cure: "'organisations:'"),
    BrokenGraph(yaml: "a list", "⟦1⟧- organisations\n", "not-a-graph"),
    BrokenGraph(yaml: "no relationships", "⟦1⟧" + organisations, "missing-table"),
    BrokenGraph(
      yaml: "no tables at all", "⟦1⟧⟦2⟧title: Nothing\n", "missing-table", "missing-table"),
    BrokenGraph(
      yaml: "a table that is a mapping", also("posts: ⟦1⟧{id: chair}\n"), "not-a-table",
      cure: "write each row"),
    BrokenGraph(yaml: "a table that is text", also("posts: ⟦1⟧none\n"), "not-a-table"),
    BrokenGraph(
      yaml: "an unknown table", also("⟦1⟧organisation: []\n"), "unknown-table",
      cure: "did you mean 'organisations'?"),
    BrokenGraph(yaml: "an impossible as_of", also("as_of: ⟦1⟧2016-02-30\n"), "impossible-date"),
    BrokenGraph(yaml: "an as_of that is a list", also("as_of: ⟦1⟧[2016]\n"), "impossible-date"),
  ])
  func areReportedWhereTheFileIsNoGraph(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    BrokenGraph(
      yaml: "a bracket that is not closed", also("posts: [{id: a⟦1⟧]}\n"), "bad-yaml"),
    BrokenGraph(yaml: "a tab", also("posts:\n⟦1⟧\t- {id: a}\n"), "bad-yaml"),
    BrokenGraph(
      yaml: "a quote that is not closed", also("title: \"a\n⟦1⟧"), "bad-yaml",
      cure: "indentation, quotes and brackets"),
    BrokenGraph(yaml: "a colon in plain text", also("title: a⟦1⟧: b\n"), "bad-yaml"),
    BrokenGraph(yaml: "an unknown alias", also("title: ⟦1⟧*missing\n"), "bad-yaml"),
    BrokenGraph(
      yaml: "a key twice in a row", also("posts:\n  - {id: a, name: A, ⟦1⟧id: b}\n"), "bad-yaml",
      summary: "'id' stands twice"),
    BrokenGraph(yaml: "a table twice", also("posts: []\n⟦1⟧posts: []\n"), "bad-yaml"),
    BrokenGraph(yaml: "two documents", also("⟦1⟧---\ntitle: b\n"), "bad-yaml"),
    BrokenGraph(yaml: "a control character", also("title: \"a⟦1⟧\u{1}b\"\n"), "bad-yaml"),
    BrokenGraph(yaml: "an unknown escape", also("title: \"a⟦1⟧\\qb\"\n"), "bad-yaml"),
    BrokenGraph(yaml: "a broken byte", also("title: caf⟦1⟧⟨E9⟩\n"), "broken-utf8"),
    BrokenGraph(yaml: "a NUL", also("title: a⟦1⟧⟨00⟩\n"), "nul-byte"),
    BrokenGraph(
      yaml: "a byte-order mark and a broken byte", "\u{FEFF}title: caf⟦1⟧⟨E9⟩\n", "broken-utf8"),
  ])
  func areReportedWhereTheSyntaxIsWrong(graph: BrokenGraph) throws { try graph.check() }

  /// Ten anchors, each with ten aliases of the one before it.
  private static let explosion = (1...9).reduce("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n") {
    let list = repeatElement("*a\($1 - 1)", count: 10).joined(separator: ", ")
    return $0 + "a\($1): &a\($1) [\(list)]\n"
  }
  private static let deep = String(repeating: "[", count: 64)

  @Test(arguments: [
    BrokenGraph(yaml: "values nested deep", also("title: \(deep)⟦1⟧[\n"), "too-deep"),
    BrokenGraph(
      yaml: "mappings nested deep",
      also("title: " + String(repeating: "{a: ", count: 64) + "⟦1⟧{}\n"), "too-deep"),
    BrokenGraph(
      yaml: "lists nested deep without brackets",
      also("title:\n " + String(repeating: "- ", count: 64) + "⟦1⟧- a\n"), "too-deep"),
    BrokenGraph(
      yaml: "an alias of a list as a key", also("x: ⟦1⟧&a [b]\n*a : c\n"), "complex-key"),
    BrokenGraph(
      yaml: "an alias of a list as a key in a row", also("x: ⟦1⟧&a [b]\ny: {*a : c}\n"),
      "complex-key"),
    BrokenGraph(yaml: "a key after a question mark", also("? ⟦1⟧[a, b]\n: c\n"), "complex-key"),
    BrokenGraph(
      yaml: "a list of aliases as a key", explosion + "x: {⟦1⟧[*a9]: b}\n", "complex-key"),
    BrokenGraph(
      yaml: "a list of several aliases as a key", explosion + "x: {⟦1⟧[*a9, *a9]: b}\n",
      "complex-key"),
    BrokenGraph(
      yaml: "a list of aliases as a key on a line", explosion + "⟦1⟧[*a9] : b\n", "complex-key"),
    BrokenGraph(
      yaml: "a mapping of aliases as a key", explosion + "x: {⟦1⟧{a: *a9}: b}\n", "complex-key"),
    BrokenGraph(
      yaml: "aliases as a key after a question mark", explosion + "x: {? ⟦1⟧[*a9] : b}\n",
      "complex-key"),
  ])
  func areRefusedWhereTheyWouldExhaustTheReader(graph: BrokenGraph) throws { try graph.check() }

  @Test func areRefusedWhereAnchorsMultiply() throws {
    let folder = try TemporaryFolder()
    let words = repeatElement("statutory", count: 500).joined(separator: ", ")
    let rows = repeatElement("  - {from: group, to: board, kind: funds, basis: *b}\n", count: 500)
    try folder.write(
      "x: &b [\(words)]\n" + Self.relationships(rows.joined()), to: "graph.yaml")
    let diagnostics = BrokenGraph.diagnostics(of: folder.path + "/graph.yaml")
    #expect(diagnostics.map(\.id) == ["exploding-anchors"])
    #expect(diagnostics.first?.position.line == 1)
    #expect(diagnostics.first?.cure == "write the values out")
  }

  /// Brackets in quotes and comments do not count as closed.
  @Test(arguments: ["[\"]\", ", "[ # ]\n ", "{a: \"}\", b: ", "[a: "])
  func areRefusedWhereTheyHideTheirDepth(opening: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("x: " + String(repeating: opening, count: 200_000), to: "graph.yaml")
    let diagnostics = BrokenGraph.diagnostics(of: folder.path + "/graph.yaml")
    #expect(diagnostics.map(\.id) == ["too-deep"])
  }

  @Test(arguments: [
    BrokenGraph(yaml: "anchors", also("title: &a T\ncurrency: *a\n")),
    BrokenGraph(yaml: "an alias of a text as a key", also("title: &a currency\n*a : GBP\n")),
    BrokenGraph(yaml: "a key after a question mark", also("? title\n: T\n")),
    BrokenGraph(yaml: "empty tables", also("posts:\nduties: []\nholders: ''\n")),
    BrokenGraph(
      yaml: "lists",
      relationships("  - {from: group, to: board, kind: funds, basis: [statutory]}\n")),
    BrokenGraph(
      yaml: "text with brackets that are never closed",
      relationships(
        repeatElement("  - {from: group, to: board, kind: funds, note: \"[{ \"}\n", count: 100)
          .joined())),
    BrokenGraph(
      yaml: "text with stars and questions",
      relationships("  - {from: group, to: board, kind: funds, note: \"*why* ? [R&D]: *a\"}\n")),
    BrokenGraph(yaml: "a byte-order mark", "\u{FEFF}" + also("")),
    BrokenGraph(yaml: "carriage returns", also("").replacing("\n", with: "\r\n")),
  ])
  func arePassedOverWhereNothingIsWrong(graph: BrokenGraph) throws { try graph.check() }
}
