/// What a run of the program comes to: text for standard output and standard error, and the exit
/// code.
public struct Outcome: Hashable, Sendable {
  public var output: String
  public var errors: String
  public var code: Int32

  public init(output: String = "", errors: String = "", code: Int32 = ExitCodes.clean) {
    self.output = output
    self.errors = errors
    self.code = code
  }
}

/// The exit codes, which are fixed and never a count.
public enum ExitCodes {
  /// Everything was answered; also after `--lenient`, with the list of what was left out on
  /// standard error.
  public static let clean: Int32 = 0
  /// There are findings at or above the severity asked for.
  public static let findings: Int32 = 1
  /// The graph could not be read, or an answer could not be written.
  public static let unreadable: Int32 = 2
  /// The command was not understood: an unknown option, an ambiguous or unknown name.
  public static let misuse: Int32 = 64
}

/// Ends a run early with something to say.
struct Refusal: Error {
  let outcome: Outcome

  /// The command was not understood: what was wrong, then candidates, a line each.
  static func misuse(_ summary: String, candidates: [String] = []) -> Refusal {
    let lines = ["remit: " + summary] + candidates.map { "  " + $0 }
    return Refusal(
      outcome: Outcome(errors: lines.map { $0 + "\n" }.joined(), code: ExitCodes.misuse))
  }

  /// The world failed.
  static func unreadable(_ text: String) -> Refusal {
    Refusal(outcome: Outcome(errors: text, code: ExitCodes.unreadable))
  }
}
