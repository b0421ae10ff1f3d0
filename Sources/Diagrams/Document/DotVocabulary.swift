// The words Graphviz accepts for an attribute. Closed lists, since another word would be an error
// to Graphviz or, for a shape, the name of a file to read.

/// The shape of a node.
public enum DotShape: String, Sendable, CaseIterable {
  case box, square, circle, ellipse, oval, point, egg, triangle, plaintext, plain, none, underline
  case diamond, trapezium, parallelogram, house, pentagon, hexagon, septagon, octagon, star
  case doublecircle, doubleoctagon, tripleoctagon, invtriangle, invtrapezium, invhouse
  case note, tab, folder, box3d, component, cylinder
}

/// How a node, edge or cluster is drawn.
public enum DotStyle: String, Sendable, CaseIterable {
  case solid, dashed, dotted, bold
  case invisible = "invis"
  case filled, rounded, diagonals, striped, wedged, radial, tapered
}

/// An arrow.
public enum DotArrow: String, Sendable, CaseIterable {
  case none, normal, vee, crow, tee, dot, box, diamond, curve
  case inverted = "inv"
  case open = "onormal"
  case openInverted = "oinv"
  case openDot = "odot"
  case openBox = "obox"
  case openDiamond = "odiamond"
}

/// Which ends of an edge have arrows.
public enum DotEdgeEnds: String, Sendable, CaseIterable {
  case forward, back, both, none
}

/// What a rank group asks for.
public enum DotRank: String, Sendable, CaseIterable {
  case same, min, max, source, sink
}

/// The direction in which edges run.
public enum DotDirection: String, Sendable, CaseIterable {
  case topToBottom = "TB"
  case leftToRight = "LR"
  case bottomToTop = "BT"
  case rightToLeft = "RL"
}

/// How edges are drawn.
public enum DotSplines: String, Sendable, CaseIterable {
  case none, line, polyline, curved, spline
  /// Understood by the `dot` layout; to the others the same as `polyline`.
  case orthogonal = "ortho"
}

/// Whether edges keep the order in which they were added.
public enum DotOrdering: String, Sendable, CaseIterable {
  case outgoing = "out"
  case incoming = "in"
}

/// What layouts other than `dot` do with nodes that overlap.
public enum DotOverlap: String, Sendable, CaseIterable {
  case allowed = "true"
  case removed = "false"
  /// Removed but for the few that ten rounds leave: the rest takes thousands of nodes minutes.
  case nearlyRemoved = "prism10"
  case scaled = "scale"
}

/// Whether nodes or edges are drawn on top.
public enum DotOutputOrder: String, Sendable, CaseIterable {
  case asVisited = "breadthfirst"
  case edgesOnTop = "nodesfirst"
  case nodesOnTop = "edgesfirst"
}

/// Where a label stands, from top to bottom.
public enum DotVerticalPlace: String, Sendable, CaseIterable {
  case top = "t"
  case centre = "c"
  case bottom = "b"
}

/// Where a label stands, from left to right.
public enum DotHorizontalPlace: String, Sendable, CaseIterable {
  case left = "l"
  case centre = "c"
  case right = "r"
}
