import GovernanceModel

/// The rules that an analyst writes beside a graph: `rules.yaml` in its folder, or `rules` in its
/// YAML file.
///
///     rules:
///       - id: trusts-are-inspected
///         says: required
///         from: every regulator
///         kind: oversees
///         to: every nhs-trust
///         message: "{from} inspects no trust on record"
public enum RuleFile {
  /// The rules of a graph, with everything that is wrong with their file; none where it has none. A
  /// rule with a fault is left out.
  ///
  /// - Parameters:
  ///   - path: of the graph.
  ///   - taken: ids that a rule of the file may not have.
  /// - Throws: ``FileError`` when the file cannot be read at all.
  /// - Complexity: O(bytes).
  public static func read(
    beside graph: GovernanceGraph, at path: String, taken: Set<String>
  ) throws(FileError) -> (rules: [RuleDeclaration], diagnostics: [Diagnostic]) {
    let isFile = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
    let file = isFile ? path : path + (path.hasSuffix("/") ? "" : "/") + "rules.yaml"
    guard SettingsFile.exists(file), let root = try SettingsFile.read(path: file) else {
      return ([], [])
    }
    var reader = RuleReader(graph: graph, taken: taken)
    reader.read(root, isOwnFile: !isFile)
    return (reader.rules, reader.diagnostics.sorted())
  }
}
