import GraphFiles
import Testing

/// Files that are not the tables they should be: headers, rows, quotes, bytes.
struct BrokenTableTests {
  private static func table(_ text: String) -> [String: String] { ["relationships.csv": text] }
  private static let row = "group,board,funds\n"

  @Test(arguments: [
    BrokenGraph("a missing column", table("⟦1⟧from,to\ngroup,board\n"), "missing-column"),
    BrokenGraph(
      "a missing column, nearly", ["posts.csv": "⟦1⟧id,nmae\nchair,Chair\n"], "missing-column",
      cure: "did you mean it by 'nmae'?"),
    BrokenGraph(
      "a repeated column", table("from,to,kind,⟦1⟧to\ngroup,board,funds,board\n"),
      "repeated-column"),
    BrokenGraph(
      "a repeated column behind spaces", table("from,to,kind,⟦1⟧ to \ngroup,board,funds,board\n"),
      "repeated-column"),
    BrokenGraph(
      "a column without a name", table("from,to,kind,⟦1⟧\ngroup,board,funds,\n"),
      "nameless-column", cure: "name it"),
    BrokenGraph(
      "a column with nearly a name that is known",
      table("from,to,kind,⟦1⟧sources\ngroup,board,funds,act\n"), "near-column",
      cure: "did you mean 'source'?"),
    BrokenGraph(
      "a row that is too short", table("from,to,kind\n⟦1⟧group,board\n"), "ragged-row",
      cure: "missing commas", summary: "2 cells, the header 3"),
    BrokenGraph(
      "a row that is too long", table("from,to,kind\n\(row)⟦1⟧group,board,funds,\n"), "ragged-row",
      cure: "in quotes"),
    BrokenGraph(
      "a row that is too long after a cell of two lines",
      table("from,to,kind,note\ngroup,board,funds,\"a\nb\"\n⟦1⟧group,board,funds,,\n"),
      "ragged-row"),
    BrokenGraph("an empty file", table("⟦1⟧"), "empty-file", cure: "write a header"),
    BrokenGraph("a byte-order mark alone", table("⟦1⟧\u{FEFF}"), "empty-file"),
    BrokenGraph("blank lines alone", table("⟦1⟧\n\r\n\n"), "empty-file"),
  ])
  func areReportedWhereColumnsDoNotFit(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    BrokenGraph(
      "a byte of Latin-1", table("from,to,kind,note\ngroup,board,funds,caf⟦1⟧⟨E9⟩\n"),
      "broken-utf8", cure: "UTF-8", summary: "byte 39 is not valid"),
    BrokenGraph(
      "a character cut short at the end", table("from,to,kind,note\ngroup,board,funds,⟦1⟧⟨F0⟩⟨9F⟩"),
      "broken-utf8"),
    BrokenGraph(
      "an overlong character", table("from,to,kind,note\ngroup,board,funds,é⟦1⟧⟨C0⟩⟨AF⟩\n"),
      "broken-utf8"),
    BrokenGraph(
      "half a surrogate pair", table("from,to,kind,note\ngroup,board,funds,⟦1⟧⟨ED⟩⟨A0⟩⟨80⟩\n"),
      "broken-utf8"),
    BrokenGraph(
      "a broken byte in the header", table("\u{FEFF}from,to,kind,caf⟦1⟧⟨E9⟩\n\(row)"),
      "broken-utf8", summary: "byte 19"),
    BrokenGraph(
      "a NUL", table("from,to,kind,note\ngroup,board,funds,a⟦1⟧⟨00⟩b\n"), "nul-byte",
      summary: "byte 37 is NUL"),
    BrokenGraph(
      "broken bytes in two rows",
      table("from,to,kind\n⟦1⟧⟨FF⟩,board,funds\n\(row)group,⟦2⟧⟨80⟩,⟨80⟩\n"), "broken-utf8",
      "broken-utf8"),
  ])
  func areReportedWhereBytesAreNoText(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    BrokenGraph(
      "a quote that never ends", table("from,to,kind\ngroup,board,⟦1⟧\"funds\n\(row)"),
      "unterminated-quote", cure: "close it"),
    BrokenGraph(
      "a quote that opens the last byte", table("from,to,kind\ngroup,board,⟦1⟧\""),
      "unterminated-quote"),
    BrokenGraph(
      "text after a quote", table("from,to,kind,note\ngroup,board,funds,\"a\"⟦1⟧b\n"),
      "text-after-quote", cure: "double the quotes"),
    BrokenGraph(
      "a space after a quote", table("from,to,kind\n\"group\"⟦1⟧ ,board,funds\n"),
      "text-after-quote"),
    BrokenGraph(
      "a quote inside a cell", table("from,to,kind,note\ngroup,board,funds,5⟦1⟧\" pipe\n"),
      "quote-in-cell"),
    BrokenGraph(
      "a space before a quote", table("from,to,kind,note\ngroup,board,funds, ⟦1⟧\"a\"\n"),
      "quote-in-cell"),
    BrokenGraph(
      "a lone carriage return", table("from,to,kind,note\ngroup,board,funds,a⟦1⟧\rb\n"),
      "lone-carriage-return"),
    BrokenGraph(
      "a fault in the header", table("from,to,kind,\"a\"⟦1⟧b\n\(row)"), "text-after-quote"),
    BrokenGraph(
      "a fault on the second line of a cell",
      table("from,to,kind,note,x\ngroup,board,funds,\"one\ntwo\"⟦1⟧!,\n"), "text-after-quote"),
    BrokenGraph(
      "faults in two rows",
      table("from,to,kind\ngroup,board,f⟦1⟧\"unds\n\(row)group,\"board\"⟦2⟧s,funds\n"),
      "quote-in-cell", "text-after-quote"),
  ])
  func areReportedWhereQuotesAreWrong(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    BrokenGraph("a header alone", table("from,to,kind\n")),
    BrokenGraph("a header without a line break", table("from,to,kind")),
    BrokenGraph("a last row without a line break", table("from,to,kind\ngroup,board,funds")),
    BrokenGraph("a byte-order mark", table("\u{FEFF}from,to,kind\r\ngroup,board,funds\r\n")),
    BrokenGraph("blank lines", table("\nfrom,to,kind\n\n\r\ngroup,board,funds\n\n")),
    BrokenGraph(
      "everything in quotes", table("\"from\",\"to\",\"kind\"\n\"group\",\"board\",\"funds\"")),
    BrokenGraph("spaces around column names", table("from , to,kind\t\n\(row)")),
  ])
  func arePassedOverWhereNothingIsWrong(graph: BrokenGraph) throws { try graph.check() }

  @Test func areAllReportedAndLeaveTheSoundRows() throws {
    let folder = try TemporaryFolder()
    for (name, text) in BrokenGraph.soundFiles { try folder.write(text, to: name) }
    let text = MarkedText(
      """
      from,to,kind,start,note
      group,board,funds,2016,sound
      ⟦1⟧gruop,board,funds,⟦2⟧2016-13,
      ⟦3⟧group,board
      group,board,f⟦4⟧"unds,,
      group,board,oversees,,⟦5⟧⟨FF⟩
      board,group,oversees,2016-10-01,"sound, too"
      """)
    try folder.write(text.bytes, to: "relationships.csv")
    let reading = try GraphReader.read(path: folder.path)
    #expect(
      reading.diagnostics.map(\.id) == [
        "unknown-reference", "impossible-date", "ragged-row", "quote-in-cell", "broken-utf8",
      ])
    for (number, diagnostic) in reading.diagnostics.enumerated() {
      let mark = try #require(text.marks[number + 1])
      #expect(diagnostic.position.line == mark.line && diagnostic.position.column == mark.column)
    }
    #expect(reading.hasErrors)
    let notes = reading.graph.allRelationships.map { reading.graph[$0].evidence.note }
    #expect(notes == ["sound", "sound, too"])
    #expect(reading.graph.bodyCount == 2)
  }
}
