import GovernanceModel
import GraphFiles
import Testing

/// CSV by RFC 4180, read and written.
struct CSVTableTests {
  private func table(_ text: String, hasHeader: Bool = true) throws -> CSVTable {
    let folder = try TemporaryFolder()
    try folder.write(MarkedText(text).bytes, to: "table.csv")
    return try CSVTable.read(path: folder.path + "/table.csv", hasHeader: hasHeader)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["1", "2"]]),
    ("a,b\n1,2", [["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["1", "2"]]),
    ("a,b\r\n1,2\n3,4", [["1", "2"], ["3", "4"]]),
    ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
    ("a,b\n1,\n,2\n,\n", [["1", ""], ["", "2"], ["", ""]]),
    ("a,b\n\"1\",\"\"\n", [["1", ""]]),
    ("a,b\n\"1,5\",\"two\nlines\"\n", [["1,5", "two\nlines"]]),
    ("a,b\n\"two\r\nlines\",\"a\rb\"\r\n", [["two\r\nlines", "a\rb"]]),
    ("a,b\n\"a \"\"b\"\" c\",\"\"\"\"\n", [["a \"b\" c", "\""]]),
    ("a,b\n\"\"\"\"\"\",\"\"\",\"\"\"\n", [["\"\"", "\",\""]]),
    ("a,b\n 1 ,\t2\n", [[" 1 ", "\t2"]]),
    ("a,b\n\n1,2\n\r\n\n3,4\n\n", [["1", "2"], ["3", "4"]]),
    ("a\n\"\"\nx\n", [[""], ["x"]]),
    ("a,b\né,🏥\n", [["é", "🏥"]]),
    ("a,b\n", []),
    ("a,b", []),
  ])
  func readsRows(text: String, rows: [[String]]) throws {
    #expect(try table(text).rows == rows)
  }

  @Test func readsAFileWithoutAHeader() throws {
    let table = try table("1,2\n3\n", hasHeader: false)
    #expect(table.columns == [] && table.rows == [["1", "2"], ["3"]])
    #expect(try self.table("").rows == [])
  }

  @Test(arguments: [
    ("a,b\n1\n1,2,3\n", ["2:1 ragged-row", "3:1 ragged-row"]),
    ("a,b\nx\"y,2\n\"3\" ,4\n", ["2:2 quote-in-cell", "3:4 text-after-quote"]),
    ("a,b\n1,\"2\n3,4\n", ["2:3 unterminated-quote"]),
    ("a,b\n1,⟨FF⟩\n⟨00⟩,2\n", ["2:3 broken-utf8", "3:1 nul-byte"]),
  ])
  func reportsEveryFault(text: String, faults: [String]) throws {
    let error = try #require(throws: FileError.self) { try table(text) }
    #expect(
      error.diagnostics.map { "\($0.position.line):\($0.position.column) \($0.id)" } == faults)
    #expect(error.description.split(separator: "\n").count == faults.count)
  }

  @Test(arguments: [
    ([["plain", "with space"]], "plain,with space\n"),
    ([["a,b", "a\"b"], ["a\nb", "a\rb"]], "\"a,b\",\"a\"\"b\"\n\"a\nb\",\"a\rb\"\n"),
    ([["", ""]], ",\n"), ([["=1+1", " x "]], "=1+1, x \n"),
    // A quote with an accent is one character, but a quote all the same.
    ([["\"\u{301}", ""]], "\"\"\"\u{301}\",\n"),
  ])
  func quotesOnlyWhatNeedsIt(rows: [[String]], text: String) {
    #expect(
      Array(CSVText.text(columns: ["a", "b"], rows: rows).utf8) == Array("a,b\n\(text)".utf8))
  }

  @Test func writesARowOfOneEmptyCellSoThatItIsOne() throws {
    let text = CSVText.text(columns: ["a"], rows: [[""], ["x"], [""]])
    #expect(text == "a\n\"\"\nx\n\"\"\n")
    #expect(try table(text).rows == [[""], ["x"], [""]])
  }

  @Test(arguments: 0..<200)
  func readsWhatItWrites(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["a", "\"", ",", "\n", "\r", "\r\n", " ", "é", "\u{301}", "🏥", "\"\"", "x,y"]
    let columns = Int.random(in: 1...4, using: &generator)
    let rows = (0..<Int.random(in: 0..<8, using: &generator)).map { _ in
      (0..<columns).map { _ in
        (0..<Int.random(in: 0..<5, using: &generator)).map { _ in
          pieces.randomElement(using: &generator)!
        }.joined()
      }
    }
    let header = (0..<columns).map { "column \($0)" }
    let read = try table(CSVText.text(columns: header, rows: rows))
    #expect(read.columns == header)
    #expect(read.rows.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
  }
}
