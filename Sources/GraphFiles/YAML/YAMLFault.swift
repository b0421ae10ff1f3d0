import CYAML
import GovernanceModel

/// What is wrong with a YAML text, with its place.
struct YAMLFault: Error {
  private var id = "bad-yaml"
  private let summary: String
  private var cure = "check indentation, quotes and brackets at this place"
  private var mark: YAMLMark?
  /// The byte at which the library stopped reading, where it gives no mark.
  private var offset: Int?

  init(_ problem: String, at mark: YAMLMark? = nil) {
    summary = "the YAML cannot be read: \(problem)"
    self.mark = mark
  }

  /// What a parser stopped at.
  init(_ parser: yaml_parser_t) {
    self.init(parser.problem.map { String(cString: $0) } ?? "it is not YAML")
    if parser.error == YAML_READER_ERROR {
      offset = Int(parser.problem_offset)
    } else {
      mark = YAMLMark(parser.problem_mark)
    }
  }

  private init(id: String, summary: String, cure: String, at mark: YAMLMark) {
    (self.id, self.summary, self.cure, self.mark) = (id, summary, cure, mark)
  }

  static func tooDeep(at mark: YAMLMark) -> YAMLFault {
    YAMLFault(
      id: "too-deep", summary: "values are nested more than \(YAMLDocument.deepest) deep",
      cure: "a graph is a mapping of tables, each a list of rows: write it flat", at: mark)
  }

  func diagnostic(path: String, bytes: ByteText) -> Diagnostic {
    Diagnostic(
      id: id, position: position(path: path, bytes: bytes), summary: summary, cure: cure)
  }

  private func position(path: String, bytes: ByteText) -> SourcePosition {
    if let mark { return SourcePosition(path: path, line: mark.line, column: mark.column) }
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset ?? 0) {
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return SourcePosition(path: path, line: line, column: column)
  }
}
