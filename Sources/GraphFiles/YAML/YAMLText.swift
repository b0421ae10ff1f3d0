import GovernanceModel
import Yams

/// The text of a YAML file as nodes with their places.
enum YAMLText {
  /// The root of a file; nil for one that holds nothing.
  ///
  /// - Throws: ``FileError`` when it is no UTF-8, no YAML, or made to exhaust a reader.
  static func root(of file: FileBytes) throws(FileError) -> Node? {
    let faults = file.withBytes { bytes in
      TextFault.diagnostics(of: textFaults(in: bytes), in: bytes, path: file.path)
        + (YAMLGuard.diagnostic(for: bytes, path: file.path).map { [$0] } ?? [])
    }
    guard faults.isEmpty else { throw FileError(faults) }
    var text = file.string
    // The library would take a byte-order mark for the first character of a key.
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw FileError([YAMLFault(error).diagnostic(path: file.path, text: text)])
    } catch {
      throw FileError([
        Diagnostic(
          id: "bad-yaml", position: SourcePosition(path: file.path),
          summary: "the YAML cannot be read", cure: "check its syntax")
      ])
    }
  }
}
