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
  /// The picture, to be laid out by ``engine``.
  public let document: DotDocument
  /// What lays it out.
  public let engine: EngineName
  /// How many nodes and lines the layout has to place.
  public var size: (nodes: Int, lines: Int) { (nodeCount, counts.lines) }
  private let nodeCount: Int
  /// The sheet that it is drawn on; nil for one of its own size.
  public let page: Page?
  // What ``contents`` is made of.
  let scene: Scene
  let context: SceneContext
  let legend: Legend
  let bundles: [LineBundle]
  /// The elements of its lines, in their order.
  let lineElements: [String]
  let families: KindFamilies
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
    self.init(ViewDefinition(view), of: graph, at: moment, basis: basis)
  }

  /// Draws a view that a graph's file describes.
  ///
  /// - Parameters:
  ///   - definition: what to show; its own moment and basis count before the ones given here.
  ///   - looks: the looks of kinds, the same in every picture of the graph.
  public init(
    _ definition: ViewDefinition, of graph: GovernanceGraph, at moment: Moment,
    basis: Basis = .followedByDefault, looks: KindLooks = KindLooks()
  ) {
    let moment = definition.moment ?? moment
    let context = SceneContext(graph, at: moment, basis: basis, selection: definition.selection)
    var scene = Self.scene(definition, context)
    if let earlier = definition.earlier {
      let before = SceneContext(graph, at: earlier, basis: basis, selection: definition.selection)
      scene = Self.comparison(definition, before, context)
    }
    scene.addRemarks(definition.remarks, context)
    // Rows that are given cost Graphviz a hundred times what rows cost that it finds.
    if definition.ranksByLines || scene.nodes.count > Self.mostInGivenRows { scene.forgetRows() }
    if definition.mergesParallel { scene.mergeParallel(context) }
    scene.markFindings(definition, context)
    scene.markOverlaps(definition, context)
    engine = EngineChoice.engine(for: scene, definition)
    var style = PictureStyle(definition)
    style.engine = engine
    style.overlap = definition.overlap.map(context.plural)
    let caption = Caption(
      scene, context, definition,
      width: SceneDrawing.drawsLegend(scene, style)
        ? Legend.charactersInLine
        : min(max(scene.widestRow * 26, scene.nodes.count * 7, Legend.charactersInLine), 200))
    let title = definition.title ?? scene.title
    self.title = title.replacing("\n", with: " ")
    asOf = Self.dates(definition, moment)
    self.caption = caption.lines
    counts = caption.counts
    leftOut = scene.leftOut
    page = definition.page
    nodeCount = scene.nodes.count
    let heading = Heading(
      title: title.split(separator: "\n").map(String.init), asOf: asOf, of: scene)
    families = KindFamilies(looks, context)
    lineElements = scene.lines.map { ElementID.line($0, context) }
    (document, legend, bundles) =
      definition.arrangement == .chart
      ? ChartDrawing.document(
        of: scene, heading: heading, caption: caption.paragraphs, families, context, style)
      : SceneDrawing.document(
        of: scene, lineElements, heading: heading, caption: caption.lines, families, context, style)
    self.scene = scene
    self.context = context
    paragraphs = caption.paragraphs
  }

  /// The most nodes that are held in rows by the tiers of their kinds.
  static let mostInGivenRows = 150

  private static func scene(_ definition: ViewDefinition, _ context: SceneContext) -> Scene {
    if let finding = definition.finding { return FindingScene.scene(of: finding, context) }
    switch (definition.arrangement, definition.body) {
    case (.members, let body?): return FootprintScene.scene(of: body, context)
    case (.around, let body?):
      return AroundScene.scene(of: body, depth: definition.distance, context)
    case (.chart, _): return ChartScene.scene(by: definition.group ?? .kind, context)
    default: return NationalScene.scene(context, options(definition))
    }
  }

  private static func options(_ definition: ViewDefinition) -> NationalScene.Options {
    var options = NationalScene.Options()
    options.drawsUntied = definition.drawsUntied
    options.group = definition.group
    options.mostInRow = definition.nodesAcross
    if let most = definition.stacksAbove { options.stacksAbove = most }
    if definition.engine == .patchwork { options.lists = false }
    if definition.arrangement == .bodies {
      if definition.stacksAbove == nil { options.stacksAbove = .max }
      options.simplifies = false
      options.drawsUnpriced = true
      options.lists = false
      options.mostNodes = .max
    }
    return options
  }

  /// One scene of two dates: each is made without simplifying, so that the same is drawn in the
  /// same way in both.
  private static func comparison(
    _ definition: ViewDefinition, _ before: SceneContext, _ after: SceneContext
  ) -> Scene {
    guard definition.arrangement == .system || definition.arrangement == .bodies else {
      return Scene.comparison(
        of: scene(definition, before), with: scene(definition, after), after, simplifies: false)
    }
    var options = options(definition)
    let simplifies = options.simplifies
    options.lists = false
    let kinds = after.choice?.kinds ?? NationalScene.kinds
    options.large = NationalScene.large(before, options).union(NationalScene.large(after, options))
    return Scene.comparison(
      of: NationalScene.scene(before, of: kinds, options),
      with: NationalScene.scene(after, of: kinds, options), after, simplifies: simplifies)
  }

  private static func dates(_ definition: ViewDefinition, _ moment: Moment) -> String {
    func words(_ moment: Moment) -> String {
      moment.date.map { "\($0)" } ?? "any date"
    }
    if let earlier = definition.earlier {
      return "\(words(earlier)) compared with \(words(moment))"
    }
    return moment.date.map { "As of \($0)" } ?? "Regardless of dates"
  }
}

extension ViewDefinition {
  /// A view that every graph has.
  public init(_ view: DiagramView) {
    switch view {
    case .national: self.init("national")
    case .footprint(let body):
      self.init("footprint")
      arrangement = .members
      self.body = body
    case .around(let body, let depth):
      self.init("around")
      arrangement = .around
      self.body = body
      distance = depth
    case .finding(let finding):
      self.init("finding")
      self.finding = finding
    }
  }

  /// How many bodies stand side by side on one level: fewer on a sheet that is upright.
  var nodesAcross: Int {
    let across: Int =
      switch page?.size {
      case .a0: 24
      case .a1: 18
      case .a2: 14
      case .a3, .tabloid: 11
      default: 9
      }
    return page.map { $0.isLandscape ? across : max(5, across * 2 / 3) } ?? 9
  }
}
