/// A value of a settings file with the place where it stands, so that what is wrong with it can be
/// told where a person wrote it.
public struct PlacedValue: Hashable, Sendable {
  /// What a value is: everything that is not a list or a mapping is text as it was written.
  public indirect enum Content: Hashable, Sendable {
    case text(String)
    case list([PlacedValue])
    case mapping([PlacedEntry])
  }

  public let content: Content
  public let position: SourcePosition

  public init(_ content: Content, at position: SourcePosition) {
    self.content = content
    self.position = position
  }

  /// The text of a value that is one.
  public var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// The entries of a mapping, in the order of the file; each key stands once.
  public var entries: [PlacedEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }
}

/// One key of a mapping, where it stands, and its value.
public struct PlacedEntry: Hashable, Sendable {
  public let key: String
  public let keyPosition: SourcePosition
  public let value: PlacedValue

  public init(key: String, at position: SourcePosition, value: PlacedValue) {
    self.key = key
    keyPosition = position
    self.value = value
  }
}
