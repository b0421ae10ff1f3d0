import GovernanceModel
import Yams

/// What the YAML library found wrong, with its place.
struct YAMLFault {
  private let problem: String
  private let mark: Mark?

  init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.problem = problem
      self.mark = mark
    case .reader(let problem, _, _, _):
      self.problem = problem
      mark = nil
    case .duplicatedKeysInMapping(let duplicates, let context):
      problem = "the key '\(duplicates.first ?? "")' stands twice in one mapping"
      mark = context.mark
    default:
      problem = "it is not YAML"
      mark = nil
    }
  }

  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(
      id: "bad-yaml",
      position: SourcePosition(path: path, line: mark?.line ?? 1, column: mark?.column ?? 1),
      summary: "the YAML cannot be read: \(problem)",
      cure: "check indentation, quotes and brackets at this place")
  }
}
