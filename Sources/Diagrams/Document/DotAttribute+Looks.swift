// Shapes, lines and colours.
extension DotAttribute {
  static func color(_ name: String, _ color: DotColor) -> Self {
    Self(name, .literal(color.text))
  }

  /// The shape of a node.
  public static func shape(_ shape: DotShape) -> Self { Self("shape", .literal(shape.rawValue)) }
  /// How a node, edge or cluster is drawn.
  public static func style(_ styles: DotStyle...) -> Self {
    Self("style", .literal(styles.map(\.rawValue).joined(separator: ",")))
  }
  /// The colour of lines.
  public static func color(_ color: DotColor) -> Self { .color("color", color) }
  /// The colour inside a node, cluster or arrowhead drawn with ``DotStyle/filled``.
  public static func fillcolor(_ color: DotColor) -> Self { .color("fillcolor", color) }
  /// The colour behind the graph or a cluster.
  public static func bgcolor(_ color: DotColor) -> Self { .color("bgcolor", color) }
  /// The width of lines, in points.
  public static func penwidth(_ points: Double) -> Self { Self("penwidth", number: points) }
  /// How many outlines a node or cluster has.
  public static func peripheries(_ count: Int) -> Self {
    Self("peripheries", number: Double(count))
  }

  /// The least width of a node, in inches.
  public static func width(_ inches: Double) -> Self { Self("width", number: inches) }
  /// The least height of a node, in inches.
  public static func height(_ inches: Double) -> Self { Self("height", number: inches) }
  /// Whether width and height hold even if the label is larger.
  public static func fixedsize(_ flag: Bool) -> Self { Self("fixedsize", flag: flag) }
  /// The space around a label (inches), around the drawing (inches) or in a cluster (points).
  public static func margin(_ space: Double) -> Self { Self("margin", number: space) }
  /// The size of a node in a `patchwork` layout, relative to the others.
  public static func area(_ area: Double) -> Self { Self("area", number: area) }

  /// The arrow at the end of an edge.
  public static func arrowhead(_ arrow: DotArrow) -> Self {
    Self("arrowhead", .literal(arrow.rawValue))
  }
  /// The arrow at the start of an edge.
  public static func arrowtail(_ arrow: DotArrow) -> Self {
    Self("arrowtail", .literal(arrow.rawValue))
  }
  /// The size of arrows, as a multiple of the usual.
  public static func arrowsize(_ factor: Double) -> Self { Self("arrowsize", number: factor) }
  /// Which ends of an edge have arrows.
  public static func dir(_ ends: DotEdgeEnds) -> Self { Self("dir", .literal(ends.rawValue)) }
}
