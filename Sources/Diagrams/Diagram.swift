import GovernanceModel

/// A picture of a governance graph: who is accountable to whom, who oversees and funds whom, on a
/// date, with a legend of what is drawn, its sources, and what was left out.
///
/// ```swift
/// let diagram = Diagram(.national, of: graph, at: graph.defaultMoment)
/// let svg = try diagram.written(as: .svg)
/// ```
///
/// The same graph gives the same document, whatever the order of its rows.
public struct Diagram: Sendable {
  /// How much a picture shows.
  public struct Counts: Sendable, Equatable {
    /// Bodies drawn or listed one by one.
    public let bodies: Int
    /// Bodies drawn as a part of their kind.
    public let bodiesInStacks: Int
    public let lines: Int
    /// Relationships that the lines stand for.
    public let relationships: Int
  }

  /// What it is of: "Around Monitor".
  public let title: String
  /// "As of 2016-10-01", or "Regardless of dates".
  public let asOf: String
  /// What stands below the picture, line by line.
  public let caption: [String]
  public let counts: Counts
  public let leftOut: LeftOut
  /// The picture, to be laid out by the `dot` engine.
  public let document: DotDocument
  // What ``contents`` is made of.
  let scene: Scene
  let context: SceneContext
  let legend: Legend
  let paragraphs: [String]

  /// Draws a view of a graph: first what is in it, then how it is grouped and simplified, then
  /// looks, legend and title.
  ///
  /// - Parameters:
  ///   - view: what to show.
  ///   - moment: when; bodies must be open and relationships hold then.
  ///   - basis: lines of accountability are drawn when they rest on any of these, or when their
  ///     basis is not recorded.
  /// - Complexity: O(V + E) for the whole graph; in proportion to what is reached for a
  ///   neighbourhood.
  public init(
    _ view: DiagramView, of graph: GovernanceGraph, at moment: Moment,
    basis: Basis = .followedByDefault
  ) {
    let context = SceneContext(graph, at: moment, basis: basis)
    let scene =
      switch view {
      case .national: NationalScene.scene(context)
      case .footprint(let body): FootprintScene.scene(of: body, context)
      case .around(let body, let depth): AroundScene.scene(of: body, depth: depth, context)
      }
    let caption = Caption(
      scene, context, width: min(max(scene.widestRow * 26, scene.nodes.count * 7, 110), 300))
    title = scene.title
    asOf = moment.date.map { "As of \($0)" } ?? "Regardless of dates"
    self.caption = caption.lines
    counts = caption.counts
    leftOut = scene.leftOut
    (document, legend) = SceneDrawing.document(
      of: scene, heading: [title, asOf], caption: caption.lines, context)
    self.scene = scene
    self.context = context
    paragraphs = caption.paragraphs
  }
}
