import GovernanceModel

/// A graph at one moment, made ready for rules: who answers to whom, who plans together, which
/// incentives are in force.
///
/// Made once and handed to every rule. Complexity: O(V + E) and the making of ``IncentiveIndex``.
public struct Inspection: Sendable {
  public let graph: GovernanceGraph
  public let moment: Moment
  /// The lines by which a superior can direct or dismiss: statutory, managerial and political.
  let network: AccountabilityNetwork
  /// The lines that can be enforced: statutory, contractual and managerial.
  let enforceable: AccountabilityNetwork
  /// Every line, whatever it rests on.
  let everyLine: AccountabilityNetwork
  let incentives: IncentiveIndex
  /// By id.
  let footprints: [Footprint]
  /// The kind of every body at the moment.
  let kinds: [UInt16]
  /// What is known of areas on the day; nil where the graph has no small areas for it.
  let areas: AreaBook?

  public init(_ graph: GovernanceGraph, at moment: Moment, areas: AreaBook? = nil) {
    self.init(graph, at: moment, without: [], areas: areas)
  }

  /// - Parameter leftOut: positions of incentives to do without.
  init(
    _ graph: GovernanceGraph, at moment: Moment, without leftOut: Set<Int>,
    areas: AreaBook? = nil
  ) {
    self.graph = graph
    self.areas = areas
    self.moment = moment
    network = AccountabilityNetwork(graph, at: moment)
    enforceable = AccountabilityNetwork(
      graph, at: moment, basis: [.statutory, .contractual, .managerial])
    everyLine = AccountabilityNetwork(graph, at: moment, basis: .all)
    incentives = IncentiveIndex(graph, at: moment, without: leftOut)
    footprints = graph.footprints(at: moment, isOpen: network.isOpen)
    kinds = graph.kinds(at: moment)
  }

  private init(_ other: Inspection, without leftOut: Set<Int>) {
    graph = other.graph
    moment = other.moment
    network = other.network
    enforceable = other.enforceable
    everyLine = other.everyLine
    incentives = IncentiveIndex(other.graph, at: other.moment, without: leftOut)
    footprints = other.footprints
    kinds = other.kinds
    areas = other.areas
  }

  /// The same without some incentives. Complexity: that of ``IncentiveIndex``.
  func without(_ leftOut: Set<Int>) -> Inspection { Inspection(self, without: leftOut) }

  var isOpen: [Bool] { network.isOpen }

  func id(_ body: BodyIndex) -> String { graph.id(of: body) }
  func name(_ body: BodyIndex) -> String { graph.name(of: body, at: moment) }
  func kind(_ body: BodyIndex) -> KindHierarchy.Kind {
    graph.bodyKinds[KindIndex(raw: kinds[body.position])]
  }

  func byID(_ bodies: some Sequence<BodyIndex>) -> [BodyIndex] {
    bodies.map { (id($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  func bears(_ incentive: Int, on body: BodyIndex) -> Bool {
    incentives.bears(incentive, on: body, kind: kinds[body.position])
  }

  /// Whether a row about whom incentives and decisions mean is about a body.
  func means(_ holder: IncentiveHolder, _ body: BodyIndex) -> Bool {
    graph.bearing(of: holder, on: body, at: moment) == .bears
  }

  /// Whether a side of a statement means a body.
  func means(_ party: Party, _ body: BodyIndex) -> Bool {
    switch party {
    case .body(let other): other == body
    case .every(let kind):
      graph.bodyKinds.kind(KindIndex(raw: kinds[body.position]), isA: kind)
    }
  }

  /// The positions of the statements of a kind that hold at the moment.
  func statements(of kind: RelationshipKind) -> [Int] {
    let wanted = Set(graph.positions(of: kind))
    return graph.statements.indices.filter {
      wanted.contains(graph.statements[$0].kind.position)
        && graph.statements[$0].period.holds(at: moment)
    }
  }

  /// The rows of a kind that hold at the moment between open bodies.
  func lines(of kind: RelationshipKind) -> [RelationshipIndex] {
    var lines: [RelationshipIndex] = []
    graph.forEachLine(of: kind, at: moment, open: isOpen) { row, _, _ in
      lines.append(RelationshipIndex(row))
    }
    return lines
  }
}
