/// Something wrong, or worth saying, about a graph's files, with its place and its cure.
///
/// A diagnostic is data: how it looks on a terminal or in a tool is decided where it is shown.
public struct Diagnostic: Hashable, Sendable {
  /// How grave it is: a row with an error is left out of the graph.
  public enum Severity: UInt8, Hashable, Comparable, Sendable {
    case note, warning, error

    public static func < (left: Severity, right: Severity) -> Bool {
      left.rawValue < right.rawValue
    }
    /// The word that lists show.
    public var word: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  /// A stable name for this sort of problem, such as `unknown-reference`.
  public let id: String
  /// How grave it is.
  public let severity: Severity
  /// Where it is, in the file as a person counts.
  public let position: SourcePosition
  /// One line, lower case, no full stop, names quoted.
  public let summary: String
  /// What to do about it, in one line.
  public let cure: String

  public init(
    id: String, severity: Severity = .error, position: SourcePosition, summary: String,
    cure: String
  ) {
    self.id = id
    self.severity = severity
    self.position = position
    self.summary = summary
    self.cure = cure
  }
}

/// A place in a file, counted from 1.
public struct SourcePosition: Hashable, Comparable, Sendable {
  public let path: String
  public let line: Int
  public let column: Int

  public init(path: String, line: Int = 1, column: Int = 1) {
    self.path = path
    self.line = line
    self.column = column
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.path, left.line, left.column) < (right.path, right.line, right.column)
  }
}

extension Diagnostic: Comparable {
  /// By file, position, then id and wording, so that a list has one order.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.position != right.position { return left.position < right.position }
    return (left.id, left.summary) < (right.id, right.summary)
  }
}
