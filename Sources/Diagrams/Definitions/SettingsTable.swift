import GovernanceModel

/// The entries of one mapping of settings: what is asked for is taken out with its type, and what is
/// left over at the end is reported with the name that may be meant.
struct SettingsTable {
  private var left: [PlacedEntry]
  private(set) var known: [String] = []
  /// What the mapping is, in messages: "the view 'money'".
  let what: String
  var diagnostics: [Diagnostic] = []

  /// Where the first of them stands.
  let start: SourcePosition?

  init(_ entries: [PlacedEntry], of what: String) {
    left = entries
    start = entries.first?.keyPosition
    self.what = what
  }

  /// The value of a key; nil where it is not there or empty.
  mutating func take(_ key: String) -> PlacedValue? {
    known.append(key)
    guard let index = left.firstIndex(where: { $0.key == key }) else { return nil }
    let value = left.remove(at: index).value
    return value.text == "" ? nil : value
  }

  /// A value that is text.
  mutating func text(_ key: String) -> (text: String, place: SourcePosition)? {
    guard let value = take(key) else { return nil }
    guard let text = value.text else {
      report(value.position, "'\(key)' is not text", "write it on one line, in quotes if need be")
      return nil
    }
    return (text, value.position)
  }

  /// A value that is text or a list of texts.
  mutating func texts(_ key: String) -> [(text: String, place: SourcePosition)] {
    guard let value = take(key) else { return [] }
    let items =
      switch value.content {
      case .list(let items): items
      default: [value]
      }
    return items.compactMap { item in
      guard let text = item.text else {
        report(item.position, "'\(key)' is not a list of texts", "write it as [one, two]")
        return nil
      }
      return (text, item.position)
    }
  }

  /// Words: a list, or texts with spaces or commas between.
  mutating func words(_ key: String) -> [(text: String, place: SourcePosition)] {
    texts(key).flatMap { item in
      item.text.split { $0 == "," || $0 == " " }.map { (String($0), item.place) }
    }
  }

  /// A value that is one of some words.
  mutating func word<Value>(_ key: String, _ words: [(String, Value)]) -> Value? {
    guard let (text, place) = text(key) else { return nil }
    if let match = words.first(where: { $0.0 == text }) { return match.1 }
    let known = words.map(\.0)
    report(
      place, "'\(text.shortened(to: 60))' is no value of '\(key)'",
      Suggestion.nearest(to: text, in: known).map { "did you mean '\($0)'?" }
        ?? "use one of \(known.joined(separator: ", "))")
    return nil
  }

  mutating func word<Value: RawRepresentable & CaseIterable>(
    _ key: String, of type: Value.Type
  ) -> Value? where Value.RawValue == String {
    word(key, Value.allCases.map { ($0.rawValue, $0) })
  }

  /// A value that is a whole number within limits.
  mutating func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let (text, place) = text(key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      report(
        place, "'\(text.shortened(to: 60))' is no number for '\(key)'",
        "write a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// A value that is yes or no.
  mutating func flag(_ key: String) -> Bool? {
    word(key, [("yes", true), ("no", false), ("true", true), ("false", false)])
  }

  /// Reports what nobody asked for.
  mutating func finish() {
    for entry in left {
      let near = Suggestion.nearest(to: entry.key, in: known)
      report(
        entry.keyPosition, "\(what) has no setting '\(entry.key.shortened(to: 60))'",
        near.map { "did you mean '\($0)'?" } ?? "the settings are \(known.joined(separator: ", "))")
    }
    left = []
  }

  mutating func report(_ place: SourcePosition, _ summary: String, _ cure: String) {
    diagnostics.append(
      Diagnostic(id: "bad-view", position: place, summary: summary, cure: cure))
  }
}
