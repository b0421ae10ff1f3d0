/// One attribute of a graph, cluster, node or edge.
///
/// The static members are all there are: attributes through which Graphviz would read files or
/// write links (`image`, `shapefile`, `fontpath`, `stylesheet`, `URL`) cannot be expressed.
/// What each one means: <https://graphviz.org/doc/info/attrs.html>.
public struct DotAttribute: Sendable, Equatable {
  /// The name Graphviz knows it by.
  public let name: String
  let value: DotValue

  init(_ name: String, _ value: DotValue) {
    self.name = name
    self.value = value
  }

  init(_ name: String, number: Double) {
    precondition(number.isFinite, "the Graphviz attribute '\(name)' needs a finite number.")
    let whole = Int(exactly: number).map(String.init)
    self.init(name, .literal(whole ?? "\(number)"))
  }

  init(_ name: String, flag: Bool) {
    self.init(name, .literal(flag ? "true" : "false"))
  }
}

/// A label: plain text, shown exactly as it is, or a tree of tables and styled text.
public enum DotLabel: Sendable, Equatable {
  /// Plain text; its lines are centred.
  case text(String)
  /// Tables and styled text.
  case html(HTMLLabel)
}

/// What stands right of the equals sign, each case spelt as its place is read.
enum DotValue: Sendable, Equatable {
  case label(DotLabel)
  case tooltip(String)
  case identifier(String)
  case cluster(String)
  case word(String, punctuation: String)
  /// Our own words, which need no escaping.
  case literal(String)

  var text: String { DotQuoting.text(write) }

  func write(to output: inout [UInt8]) {
    switch self {
    case .label(.text(let text)): DotQuoting.write(escString: text, to: &output)
    case .label(.html(let label)): label.write(to: &output)
    case .tooltip(let text): DotQuoting.write(tooltip: text, to: &output)
    case .identifier(let id): DotQuoting.write(identifier: id, to: &output)
    case .cluster(let id): DotQuoting.write(cluster: id, to: &output)
    case .word(let word, let punctuation):
      DotQuoting.write(word: word, allowing: punctuation, to: &output)
    case .literal(let literal): DotQuoting.write(quoted: literal, to: &output)
    }
  }
}

extension DotAttribute {
  /// What a cluster must not take over from the graph or cluster around it.
  static let ownToEachCluster = [
    "bgcolor", "class", "color", "fillcolor", "id", "label", "labeljust", "labelloc", "margin",
    "penwidth", "style", "tooltip",
  ]

  static func unset(_ name: String) -> DotAttribute {
    DotAttribute(name, .literal(""))
  }
}
