/// The name of a way to lay a picture out, as views and options give it.
public enum EngineName: String, Sendable, Hashable, CaseIterable {
  /// Chosen by what the picture holds.
  case auto
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
  /// A map of squares.
  case patchwork
}
