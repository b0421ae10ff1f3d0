// Where things go.
extension DotAttribute {
  /// The direction in which edges run.
  public static func rankdir(_ direction: DotDirection) -> Self {
    Self("rankdir", .literal(direction.rawValue))
  }
  /// How edges are drawn.
  public static func splines(_ splines: DotSplines) -> Self {
    Self("splines", .literal(splines.rawValue))
  }
  /// The least space between nodes of one rank, in inches.
  public static func nodesep(_ inches: Double) -> Self { Self("nodesep", number: inches) }
  /// The least space between ranks, in inches.
  public static func ranksep(_ inches: Double) -> Self { Self("ranksep", number: inches) }
  /// Whether ranks are worked out across clusters.
  public static func newrank(_ flag: Bool) -> Self { Self("newrank", flag: flag) }
  /// Whether edges may end at clusters.
  public static func compound(_ flag: Bool) -> Self { Self("compound", flag: flag) }
  /// Whether edges that run together are merged.
  public static func concentrate(_ flag: Bool) -> Self { Self("concentrate", flag: flag) }
  /// Whether edges keep the order in which they were added.
  public static func ordering(_ ordering: DotOrdering) -> Self {
    Self("ordering", .literal(ordering.rawValue))
  }
  /// What layouts other than `dot` do with nodes that overlap.
  public static func overlap(_ overlap: DotOverlap) -> Self {
    Self("overlap", .literal(overlap.rawValue))
  }
  /// The space kept around nodes when overlaps are removed, in points.
  public static func sep(_ points: Double) -> Self { Self("sep", .literal("+\(points)")) }
  /// The space that edges keep to nodes where they are led around them, in points: less than
  /// ``sep(_:)``.
  public static func esep(_ points: Double) -> Self { Self("esep", .literal("+\(points)")) }
  /// The least space between nodes in `circo`, in inches.
  public static func mindist(_ inches: Double) -> Self { Self("mindist", number: inches) }
  /// The ideal length of edges in `fdp` and `sfdp`, in inches.
  public static func springLength(_ inches: Double) -> Self { Self("K", number: inches) }
  /// The seed of layouts that start from random places.
  public static func start(seed: Int) -> Self { Self("start", number: Double(seed)) }
  /// The node at the centre of a `twopi` or `circo` layout.
  public static func root(_ id: String) -> Self { Self("root", .identifier(id)) }
  /// The greatest size of the drawing, in inches; larger drawings are scaled down.
  public static func size(width: Double, height: Double) -> Self {
    Self("size", .literal("\(width),\(height)"))
  }
  /// The space around the drawing, in inches.
  public static func pad(_ inches: Double) -> Self { Self("pad", number: inches) }
  /// Pixels per inch of PNG.
  public static func dpi(_ dots: Double) -> Self { Self("dpi", number: dots) }
  /// Whether nodes or edges are drawn on top.
  public static func outputorder(_ order: DotOutputOrder) -> Self {
    Self("outputorder", .literal(order.rawValue))
  }

  /// Whether an edge counts when nodes are ranked.
  public static func constraint(_ flag: Bool) -> Self { Self("constraint", flag: flag) }
  /// How strongly an edge is kept short and straight.
  public static func weight(_ weight: Double) -> Self { Self("weight", number: weight) }
  /// The least number of ranks an edge spans.
  public static func minlen(_ ranks: Int) -> Self { Self("minlen", number: Double(ranks)) }
  /// The ideal length of an edge in `neato`, in inches.
  public static func len(_ inches: Double) -> Self { Self("len", number: inches) }
  /// Where an edge ends: a compass point (`n`, `se`), or the port of a table cell.
  public static func headport(_ port: String) -> Self { .port("headport", port) }
  /// Where an edge starts: a compass point (`n`, `se`), or the port of a table cell.
  public static func tailport(_ port: String) -> Self { .port("tailport", port) }
  /// The cluster at whose frame an edge ends; needs ``compound(_:)``.
  public static func lhead(cluster id: String) -> Self { Self("lhead", .cluster(id)) }
  /// The cluster at whose frame an edge starts; needs ``compound(_:)``.
  public static func ltail(cluster id: String) -> Self { Self("ltail", .cluster(id)) }
  /// Nodes of one group are kept in line.
  public static func group(_ id: String) -> Self { Self("group", .identifier(id)) }

  private static func port(_ name: String, _ port: String) -> Self {
    Self(name, .word(port, punctuation: "-_:"))
  }
}

// How parts that are not joined are packed.
extension DotAttribute {
  /// Rows of so many columns, in the order of ``sortv(_:)``, aligned at the top or the bottom.
  public static func packmode(columns: Int, alignedAt place: DotVerticalPlace = .top) -> Self {
    Self("packmode", .literal("array_\(place.rawValue)u\(max(1, columns))"))
  }
  /// The space between parts, in points.
  public static func pack(points: Int) -> Self { Self("pack", number: Double(points)) }
  /// The place of a node or cluster among those that are packed.
  public static func sortv(_ place: Int) -> Self { Self("sortv", number: Double(place)) }
}

// Where things stand already.
extension DotAttribute {
  /// The centre of a node, in points.
  public static func position(x: Double, y: Double) -> Self {
    Self("pos", .literal("\(x),\(y)!"))
  }
  /// The frame of a cluster whose nodes have positions, in points.
  public static func box(left: Double, bottom: Double, right: Double, top: Double) -> Self {
    Self("bb", .literal("\(left),\(bottom),\(right),\(top)"))
  }
}
