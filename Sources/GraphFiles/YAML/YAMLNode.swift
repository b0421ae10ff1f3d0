import GovernanceModel

/// The values of a YAML text, each once, numbered in the order in which they begin. An alias is one
/// more mention of its anchor's number, so that anchors which multiply take no memory.
final class YAMLDocument {
  /// How deep values may lie in one another. No graph needs more, and whoever makes sense of values
  /// may do so by recursion.
  static let deepest = 64

  fileprivate enum Content {
    case scalar(String)
    case sequence([Int])
    case mapping([(key: Int, value: Int)])
  }

  fileprivate struct Value {
    var content: Content
    let mark: YAMLMark
  }

  private(set) fileprivate var values: [Value] = []

  func add(_ text: String, at mark: YAMLMark) -> Int { add(.scalar(text), at: mark) }
  func addSequence(at mark: YAMLMark) -> Int { add(.sequence([]), at: mark) }
  func addMapping(at mark: YAMLMark) -> Int { add(.mapping([]), at: mark) }

  private func add(_ content: Content, at mark: YAMLMark) -> Int {
    values.append(Value(content: content, mark: mark))
    return values.count - 1
  }

  /// Gives a list or a mapping what it holds; keys and values in turn for a mapping.
  func fill(_ number: Int, with children: [Int]) {
    switch values[number].content {
    case .scalar: break
    case .sequence: values[number].content = .sequence(children)
    case .mapping:
      values[number].content = .mapping(
        stride(from: 0, to: children.count - 1, by: 2).map { (children[$0], children[$0 + 1]) })
    }
  }

  func node(_ number: Int) -> YAMLNode { YAMLNode(document: self, number: number) }

  /// Every value once.
  var nodes: some Sequence<YAMLNode> { values.indices.lazy.map { self.node($0) } }
}

/// A place in a text, counted from one; columns in characters.
struct YAMLMark {
  let line: Int
  let column: Int
}

/// A value of a YAML text, with its place.
struct YAMLNode {
  enum Content {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  let document: YAMLDocument
  let number: Int

  /// What it holds. An alias holds what its anchor does.
  ///
  /// - Complexity: O(children).
  var content: Content {
    switch document.values[number].content {
    case .scalar(let text): .scalar(text)
    case .sequence(let items): .sequence(items.map(document.node))
    case .mapping(let entries):
      .mapping(entries.map { (document.node($0.key), document.node($0.value)) })
    }
  }

  /// The text of a scalar, as it is written; nil for anything else.
  var text: String? {
    guard case .scalar(let text) = document.values[number].content else { return nil }
    return text
  }

  var isMapping: Bool {
    guard case .mapping = document.values[number].content else { return false }
    return true
  }

  /// Where it begins; for an alias, where its anchor does.
  func position(in path: String) -> SourcePosition {
    let mark = document.values[number].mark
    return SourcePosition(path: path, line: mark.line, column: mark.column)
  }
}
