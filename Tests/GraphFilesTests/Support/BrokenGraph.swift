import Foundation
import GovernanceModel
import GraphFiles
import Testing

/// A graph with something wrong in it, marked where it should be reported.
struct BrokenGraph: CustomTestStringConvertible, Sendable {
  let name: String
  /// The files by name, marked; those of ``soundFiles`` are added unless they are given. The empty
  /// name is the folder itself.
  let files: [String: String]
  /// The ids of the problems, in the order of the marks' numbers.
  let problems: [String]
  /// What the cure of the first problem should say.
  let cure: String?
  /// What the summary of the first problem should say.
  let summary: String?

  static let soundFiles = [
    "organisations.csv": "id,name,kind\nboard,The Board,national-body\ngroup,A Group,ccg\n",
    "relationships.csv": "from,to,kind\ngroup,board,accountable-to\n",
  ]
  static let kinds = "id,of,broader,owned_by,tier\nnational-body,,,,0\nccg,,,,1\n"

  init(
    _ name: String, _ files: [String: String], _ problems: String..., cure: String? = nil,
    summary: String? = nil
  ) {
    self.name = name
    self.files = files
    self.problems = problems
    self.cure = cure
    self.summary = summary
  }

  /// A graph in one YAML file: the tables and whatever else is given.
  init(
    yaml name: String, _ text: String, _ problems: String..., cure: String? = nil,
    summary: String? = nil
  ) {
    self.name = name
    files = ["graph.yaml": text]
    self.problems = problems
    self.cure = cure
    self.summary = summary
  }

  var testDescription: String { name }

  /// Reads the graph and checks that exactly the marked problems are reported, each with its cure.
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = try TemporaryFolder()
    let isYAML = files.keys.contains("graph.yaml")
    var expected: [String] = []
    for (file, text) in isYAML ? files : Self.soundFiles.merging(files, uniquingKeysWith: { $1 }) {
      let marked = MarkedText(text)
      for (number, place) in marked.marks {
        expected.append("\(file):\(place.line):\(place.column) \(problems[number - 1])")
      }
      if !file.isEmpty, ![Self.absent, Self.unwritten].contains(text) {
        try folder.write(marked.bytes, to: file)
      }
    }
    try #require(expected.count == problems.count, "each problem has a mark")

    let diagnostics = Self.diagnostics(of: folder.path + (isYAML ? "/graph.yaml" : ""))
    let found = diagnostics.map { diagnostic in
      let position = diagnostic.position
      let file = position.path.dropFirst(folder.path.count).drop { $0 == "/" }
      return "\(file):\(position.line):\(position.column) \(diagnostic.id)"
    }
    #expect(found == found.sorted(by: Self.isBefore), sourceLocation: sourceLocation)
    #expect(found.sorted() == expected.sorted(), sourceLocation: sourceLocation)
    for diagnostic in diagnostics { Self.checkWords(of: diagnostic, sourceLocation) }
    if let cure {
      #expect(diagnostics.first?.cure.contains(cure) ?? false, "\(diagnostics)")
    }
    if let summary {
      #expect(diagnostics.first?.summary.contains(summary) ?? false, "\(diagnostics)")
    }
  }

  /// A file that is not written: one whose absence is marked, and one whose absence is not.
  static let absent = "⟦1⟧(absent)"
  static let unwritten = "(absent)"

  static func diagnostics(of path: String) -> [Diagnostic] {
    do throws(FileError) {
      let reading = try GraphReader.read(path: path)
      let plain = try GraphReader.read(path: path, settings: .rowByRow)
      #expect(difference(reading, plain) == nil)
      return reading.diagnostics
    } catch {
      return error.diagnostics
    }
  }

  /// Messages are one line, lower case, without a full stop.
  private static func checkWords(of diagnostic: Diagnostic, _ sourceLocation: SourceLocation) {
    for words in [diagnostic.summary, diagnostic.cure] {
      #expect(!words.isEmpty, "\(diagnostic)", sourceLocation: sourceLocation)
      #expect(!words.hasSuffix(".") && !words.contains("\n"), sourceLocation: sourceLocation)
    }
  }

  private static func isBefore(_ left: String, _ right: String) -> Bool {
    func key(_ text: String) -> (Substring, Int, Int) {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      let column = parts[2].prefix { $0 != " " }
      return (parts[0], Int(parts[1]) ?? 0, Int(column) ?? 0)
    }
    return key(left) < key(right)
  }
}
