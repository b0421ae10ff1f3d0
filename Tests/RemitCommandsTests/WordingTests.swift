import Foundation
import GovernanceModel
import GraphFiles
import Testing

/// The graphs say things in the project's own words.
///
/// The tables that their rows were written from belong to others. Where REMIT_SOURCES names the
/// folder that holds them, no text of a graph may share a run of eight words with them.
@Suite struct WordingTests {
  private static let runLength = 8

  static let sources = ProcessInfo.processInfo.environment["REMIT_SOURCES"].flatMap {
    $0.isEmpty ? nil : URL(filePath: $0)
  }

  /// The tables of text, wherever in the folder they stand.
  private static func isTable(_ name: String) -> Bool {
    [
      "relationships.csv", "incentives.csv", "evidence.csv", "stps.csv", "stp_members.csv",
      "stp_changes.csv",
    ].contains(name) || (name.hasPrefix("local-") && name.hasSuffix(".csv"))
  }

  /// Columns that cite a publication: its title is nobody's own words.
  private static let citing: Set<String> = [
    "source", "source_file", "lead_source", "population_source",
  ]

  /// Columns of a graph that hold its own words.
  private static let written: Set<String> = [
    "note", "legal_basis", "definition", "subject", "statement", "reason", "instrument", "target",
    "unit", "respondents", "purpose", "spent_on",
  ]

  @Test(
    .enabled(
      if: sources != nil,
      "REMIT_SOURCES names no folder of source tables, so there is nothing to compare with"))
  func sharesNoRunOfEightWordsWithItsSources() throws {
    let folder = try #require(Self.sources)
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let tables = (files?.compactMap { $0 as? URL } ?? []).filter {
      Self.isTable($0.lastPathComponent)
    }
    try #require(!tables.isEmpty, "no source tables in \(folder.path)")
    var known: [[String]: String] = [:]
    for file in tables {
      let table = try CSVTable.read(path: file.path(percentEncoded: false))
      for row in table.rows {
        for (column, cell) in zip(table.columns, row) where !Self.citing.contains(column) {
          for run in Self.runs(of: cell) {
            known[run] = "\(file.lastPathComponent), \(column)"
          }
        }
      }
    }
    try #require(known.count > 1_000)

    var compared = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: Graphs.folder).sorted() {
      let graph = try GraphReader.read(path: Graphs.folder + "/" + name).graph
      for (table, rows) in graph.tables.tables.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        for (position, column) in rows.columns.enumerated()
        where Self.written.contains(column) {
          for row in rows.rows where position < row.count {
            compared += 1
            let shared = Self.runs(of: row[position]).first { known[$0] != nil }
            #expect(
              shared == nil,
              """
              \(name), \(table.rawValue), \(column): '\(shared?.joined(separator: " ") ?? "")' \
              stands in \(shared.flatMap { known[$0] } ?? "")
              """)
          }
        }
      }
    }
    #expect(compared > 1_000)
  }

  @Test func findsRunsWhateverTheirPunctuation() {
    let text = "One, two; three (four) FIVE six-seven eight nine."
    #expect(
      Self.runs(of: text) == [
        ["one", "two", "three", "four", "five", "six", "seven", "eight"],
        ["two", "three", "four", "five", "six", "seven", "eight", "nine"],
      ])
    #expect(Self.runs(of: "too short to hold a run").isEmpty)
  }

  /// Every run of eight words in a text, in small letters.
  private static func runs(of text: String) -> [[String]] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.count >= runLength else { return [] }
    return (0...(words.count - runLength)).map { Array(words[$0..<($0 + runLength)]) }
  }
}
