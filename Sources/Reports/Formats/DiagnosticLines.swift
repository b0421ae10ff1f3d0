import GovernanceModel

/// Diagnostics for people and tools: one line each, `path:line:column: severity: what; cure`.
public enum DiagnosticLines {
  /// A line for each, in their order.
  public static func text(of diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.map { line(of: $0) + "\n" }.joined()
  }

  /// One line, safe to print: nothing in it moves a cursor.
  public static func line(of diagnostic: Diagnostic) -> String {
    let position = diagnostic.position
    return TerminalText.escaped(
      "\(position.path):\(position.line):\(position.column): \(diagnostic.severity.word): "
        + "\(diagnostic.summary); \(diagnostic.cure)")
  }
}
