import GovernanceModel

/// The text of a YAML file as nodes with their places.
enum YAMLText {
  private static let largest = 64 << 20

  /// The root of a file; nil for one that holds nothing.
  ///
  /// - Throws: ``FileError`` when it is no UTF-8, no YAML, too large or nested too deep, or has a
  ///   key that is not text or stands twice.
  static func root(of file: FileBytes) throws(FileError) -> YAMLNode? {
    let result = file.withBytes { bytes -> Result<YAMLNode?, FileError> in
      var faults = TextFault.diagnostics(of: textFaults(in: bytes), in: bytes, path: file.path)
      if bytes.count > largest { faults.append(tooLarge(file.path)) }
      guard faults.isEmpty else { return .failure(FileError(faults)) }
      // The library would take a byte-order mark for the first character of a key.
      let text = bytes.starts(with: byteOrderMark) ? ByteText(rebasing: bytes.dropFirst(3)) : bytes
      do throws(YAMLFault) {
        let root = try YAMLComposer.root(of: text)
        if let fault = root.flatMap({ keyFault(in: $0.document, path: file.path) }) {
          return .failure(FileError([fault]))
        }
        return .success(root)
      } catch {
        return .failure(FileError([error.diagnostic(path: file.path, bytes: text)]))
      }
    }
    return try result.get()
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func tooLarge(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "too-large", position: SourcePosition(path: path),
      summary: "the YAML file is larger than \(largest >> 20) MiB",
      cure: "write the graph as a folder of CSV tables")
  }

  /// The first key that is a list or a mapping, or stands twice in its mapping.
  private static func keyFault(in document: YAMLDocument, path: String) -> Diagnostic? {
    for node in document.nodes {
      guard case .mapping(let entries) = node.content else { continue }
      var known: Set<String> = []
      for (key, _) in entries {
        guard let text = key.text else {
          return Diagnostic(
            id: "complex-key", position: key.position(in: path),
            summary: "a key is not plain text", cure: "write the name of the column out")
        }
        guard known.insert(text).inserted else {
          return Diagnostic(
            id: "bad-yaml", position: key.position(in: path),
            summary: "the YAML cannot be read: the key '\(text)' stands twice in one mapping",
            cure: "keep one of the two")
        }
      }
    }
    return nil
  }
}
