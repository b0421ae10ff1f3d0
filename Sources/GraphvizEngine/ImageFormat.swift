import Diagrams

/// What a drawing is written as.
public enum ImageFormat: String, Sendable, CaseIterable {
  /// For pages; text stays text.
  case svg
  /// Pixels.
  case png
  /// For print.
  case pdf
  /// The document itself, before any layout.
  case dot
}

/// How Graphviz decides where things go.
public enum LayoutEngine: String, Sendable, CaseIterable {
  /// Ranks: hierarchies, flows.
  case dot
  /// Springs, for some dozens of nodes.
  case neato
  /// Springs, with clusters.
  case fdp
  /// Springs, for thousands of nodes.
  case sfdp
  /// Rings around a centre.
  case twopi
  /// Circles.
  case circo
  /// Boxes packed by cluster.
  case osage
  /// A map of squares sized by `area`.
  case patchwork
  /// Nodes stay where their document says; only lines are drawn.
  case pinned = "nop"

  /// Those that lay a picture out.
  public static let allCases: [LayoutEngine] = [
    .dot, .neato, .fdp, .sfdp, .twopi, .circo, .osage, .patchwork,
  ]
}

extension LayoutEngine {
  /// The engine of a name; `dot` where it is left to us.
  public init(_ name: EngineName) { self = LayoutEngine(rawValue: name.rawValue) ?? .dot }
}
