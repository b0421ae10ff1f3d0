import GovernanceModel
import Yams

/// What the YAML library found wrong, with its place.
struct YAMLFault {
  private let problem: String
  private let mark: Mark?
  /// The byte at which the library stopped reading, where it gives no mark.
  private var offset: Int?

  init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.problem = problem
      self.mark = mark
    case .reader(let problem, let offset, _, _):
      self.problem = problem
      self.offset = offset
      mark = nil
    case .duplicatedKeysInMapping(let duplicates, let context):
      problem = "the key '\(duplicates.first ?? "")' stands twice in one mapping"
      mark = context.mark
    default:
      problem = "it is not YAML"
      mark = nil
    }
  }

  func diagnostic(path: String, text: String) -> Diagnostic {
    Diagnostic(
      id: "bad-yaml", position: position(path: path, text: text),
      summary: "the YAML cannot be read: \(problem)",
      cure: "check indentation, quotes and brackets at this place")
  }

  private func position(path: String, text: String) -> SourcePosition {
    if let mark { return SourcePosition(path: path, line: mark.line, column: mark.column) }
    let before = text.utf8.prefix(offset ?? 0)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map(before.index(after:))
    let characters = before[(lineStart ?? before.startIndex)...].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(path: path, line: line, column: characters + 1)
  }
}
