import GovernanceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A YAML file of settings beside a graph, such as its views: values with their places, of which
/// whoever knows the settings makes sense.
public enum SettingsFile {
  /// Reads a file; nil for one without any value.
  ///
  /// - Throws: ``FileError`` for a file that cannot be opened or is not YAML, with line and column;
  ///   for keys that are not text, values nested too deep, and anchors that multiply.
  /// - Complexity: O(bytes).
  public static func read(path: String) throws(FileError) -> PlacedValue? {
    let file = try FileBytes(path: path)
    guard let root = try YAMLText.root(of: file) else { return nil }
    var reader = Reader(path: path, left: file.count + 1024)
    return try reader.value(root, depth: 0)
  }

  /// The path of a graph's settings of a name: `NAME.yaml` in its folder, or `GRAPH.NAME.yaml`
  /// beside a graph that is a single file; nil where there is none.
  public static func path(of name: String, ofGraphAt path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    var found = path
    if status.st_mode & S_IFMT == S_IFDIR {
      while found.count > 1, found.hasSuffix("/") { found.removeLast() }
      found += "/\(name).yaml"
    } else {
      for ending in [".yaml", ".yml"] where found.hasSuffix(ending) {
        found.removeLast(ending.count)
      }
      found += ".\(name).yaml"
    }
    return access(found, F_OK) == 0 ? found : nil
  }

  /// Whether there is a file at a path.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Turns nodes into values, no more of them than the text can hold.
  private struct Reader {
    let path: String
    var left: Int

    mutating func value(_ node: YAMLNode, depth: Int) throws(FileError) -> PlacedValue {
      let place = node.position(in: path)
      left -= 1
      guard left >= 0, depth <= YAMLDocument.deepest else {
        throw FileError([
          Diagnostic(
            id: "exploding-anchors", position: place,
            summary: "anchors and aliases make the file larger than its own text",
            cure: "write the values out")
        ])
      }
      switch node.content {
      case .scalar(let text):
        guard !text.utf8.contains(0) else {
          throw FileError([
            Diagnostic(
              id: "nul-byte", position: place, summary: "the value holds a NUL",
              cure: "remove the escape")
          ])
        }
        return PlacedValue(.text(text), at: place)
      case .sequence(let sequence):
        var items: [PlacedValue] = []
        for item in sequence { items.append(try value(item, depth: depth + 1)) }
        return PlacedValue(.list(items), at: place)
      case .mapping(let mapping):
        var entries: [PlacedEntry] = []
        for (key, item) in mapping {
          guard let name = key.text, !name.utf8.contains(0) else {
            throw FileError([
              Diagnostic(
                id: "complex-key", position: key.position(in: path),
                summary: "a key is not plain text",
                cure: "write the name of the setting out")
            ])
          }
          let entry = PlacedEntry(
            key: name, at: key.position(in: path), value: try value(item, depth: depth + 1))
          entries.append(entry)
        }
        return PlacedValue(.mapping(entries), at: place)
      }
    }
  }
}
