import Foundation
import RemitCommands
import Testing

/// Docs/answers.md has every JSON key and every CSV header that the answers give.
@Suite struct AnswerDocumentTests {
  private static func document() throws -> String {
    try String(
      contentsOf: Graphs.project.appending(path: "Docs/answers.md"), encoding: .utf8)
  }

  /// Objects whose keys are data: kinds, grades, schemes, ids, columns.
  private static let open: Set<String> = [
    "organisations", "relationships", "grades", "codes", "attributes", "distances", "tables",
    "summary", "wholeUnits",
  ]

  /// Answers in which, taken together, every key has a value.
  private static let questions: [(question: [String], graph: String?)] =
    Question.all.map { ($0, nil) }
    + [
      ["info"], ["show", "RGT"], ["show", "06H"], ["show", "RGT.ft-board"],
      ["show", "E54000021.stp-lead"], ["show", "department-of-health"],
      ["funding", "department-of-health"], ["funding", "06H"], ["path", "RGT", "06H"],
      ["reports-to", "RGT", "--all"], ["incentives"], ["incentives", "--as-of", "2017-05-01"],
      ["check"], ["incentives", "--what-if"], ["incentives", "--rank"],
      ["incentives", "E54000021"], ["overlaps", "stp", "utla"],
      ["overlaps", "utla", "cauth"], ["coterminous", "stp", "utla"], ["footprints", "RGT"],
      ["footprints", "01H"], ["mismatches"], ["across"],
      ["overlaps", "stp", "utla", "--by", "area", "--borders"],
      ["explain", "lead-without-authority/E54000021/E54000021.stp-lead"], ["check"],
      ["explain", "lead-without-authority/E54000021/E54000021.stp-lead"],
    ].map { ($0 + ["--as-of", "2016-10-01"], Graphs.england) }

  @Test func listsEveryKey() throws {
    let document = try Self.document()
    try Graphs.withFolder { small in
      for (question, graph) in Self.questions {
        let answer = try json(arguments: question, on: graph ?? small)
        let section = try Self.section(of: question[0], in: document)
        for key in Self.keys(of: answer) {
          #expect(
            section.contains("`\(key)`"),
            "describe the key '\(key)' of '\(question[0])' in Docs/answers.md")
        }
      }
    }
  }

  @Test func listsEveryHeader() throws {
    let document = try Self.document()
    try Graphs.withFolder { small in
      for question in Question.all {
        let outcome = Question.ask(question, "--format", "csv", on: small)
        let header = outcome.output.prefix { $0 != "\n" }
        let section = try Self.section(of: question[0], in: document)
        #expect(
          section.contains("`\(header)`"),
          "describe the columns '\(header)' of '\(question[0])' in Docs/answers.md")
      }
    }
  }

  @Test func describesEveryCommand() throws {
    let document = try Self.document()
    for command in Set(Question.all.map { $0[0] }) {
      #expect(document.contains("\n## `\(command)`\n"))
    }
  }

  /// What the document says of a command, with what it says of every answer.
  private static func section(of command: String, in document: String) throws -> String {
    let parts = document.components(separatedBy: "\n## ")
    let own = try #require(parts.first { $0.hasPrefix("`\(command)`\n") })
    let shared = try #require(parts.first { $0.hasPrefix("In every answer\n") })
    // What an answer gives "as in" another is described there.
    let others = parts.filter { part in
      let name = part.prefix { $0 != "\n" }
      return own.contains("as in \(name)") || (command == "explain" && name == "`incentives`")
    }
    return shared + own + others.joined()
  }

  private static func keys(of value: Any) -> Set<String> {
    if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(keys(of: $1)) } }
    guard let object = value as? [String: Any] else { return [] }
    return object.reduce(into: []) { found, entry in
      found.insert(entry.key)
      if !(open.contains(entry.key) && entry.value is [String: Any]) {
        found.formUnion(keys(of: entry.value))
      }
    }
  }
}
