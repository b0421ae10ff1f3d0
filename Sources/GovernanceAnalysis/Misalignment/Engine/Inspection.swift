import GovernanceModel

/// A graph at one moment, made ready for rules: who answers to whom, who plans together, which
/// incentives are in force.
///
/// Made once and handed to every rule. Complexity: O(V + E) and the making of ``IncentiveIndex``.
///
/// A class, so that the closures of rules do not copy a graph's worth of columns for each body.
public final class Inspection: Sendable {
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
  /// Which bodies are footprints.
  let isFootprint: Set<BodyIndex>
  /// The kind of every body at the moment.
  let kinds: [UInt16]
  /// The open bodies that belong to each body: its board, its electorate, its posts.
  let owned: [BodyIndex: [BodyIndex]]
  /// Who stands for the open bodies where only kinds matter.
  let representatives: [Representative]
  /// What is known of areas on the day; nil where the graph has no small areas for it.
  let areas: AreaBook?

  public init(_ graph: GovernanceGraph, at moment: Moment, areas: AreaBook? = nil) {
    self.graph = graph
    self.areas = areas
    self.moment = moment
    network = AccountabilityNetwork(graph, at: moment)
    enforceable = AccountabilityNetwork(
      graph, at: moment, basis: [.statutory, .contractual, .managerial])
    everyLine = AccountabilityNetwork(graph, at: moment, basis: .all)
    incentives = IncentiveIndex(graph, at: moment)
    footprints = graph.footprints(at: moment, isOpen: network.isOpen)
    isFootprint = Set(footprints.map(\.body))
    kinds = graph.kinds(at: moment)
    owned = Dictionary(
      grouping: network.openBodies.filter { graph.owner(of: $0) != nil },
      by: { graph.owner(of: $0)! })
    representatives = Representative.all(in: graph, open: network.openBodies, kinds: kinds)
  }

  private init(
    _ other: Inspection, of graph: GovernanceGraph, without leftOut: Set<Int> = []
  ) {
    self.graph = graph
    moment = other.moment
    network = other.network
    enforceable = other.enforceable
    everyLine = other.everyLine
    incentives = IncentiveIndex(graph, at: other.moment, without: leftOut)
    footprints = other.footprints
    isFootprint = other.isFootprint
    kinds = other.kinds
    owned = other.owned
    representatives = other.representatives
    areas = other.areas
  }

  /// The same without some incentives. Complexity: that of ``IncentiveIndex``.
  func without(_ leftOut: Set<Int>) -> Inspection {
    Inspection(self, of: graph, without: leftOut)
  }

  /// The same with some incentives turned round: what paid for more pays for less, and the other way.
  /// Those without a sign stay. Complexity: O(incentives) and that of ``IncentiveIndex``.
  func turningRound(_ turned: Set<Int>) -> Inspection {
    var graph = graph
    for position in turned {
      switch graph.incentives[position].direction {
      case .maximise: graph.incentiveRecords.incentives[position].direction = .minimise
      case .minimise: graph.incentiveRecords.incentives[position].direction = .maximise
      case .target, .none: break
      }
    }
    return Inspection(self, of: graph)
  }

  var isOpen: [Bool] { network.isOpen }

  func id(_ body: BodyIndex) -> String { graph.id(of: body) }
  func name(_ body: BodyIndex) -> String { graph.name(of: body, at: moment) }
  func kind(_ body: BodyIndex) -> KindHierarchy.Kind {
    graph.bodyKinds[KindIndex(raw: kinds[body.position])]
  }

  func byID(_ bodies: some Sequence<BodyIndex>) -> [BodyIndex] {
    bodies.map { (id($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Of the open bodies that satisfy a condition the one with the first id: an example that does not
  /// depend on the order of rows.
  ///
  /// - Parameter isMeant: depends on a body by its kind alone, or by its being one that a row about
  ///   incentives names.
  /// - Complexity: O(kinds + bodies named).
  func firstOpen(where isMeant: (BodyIndex) -> Bool) -> BodyIndex? {
    representatives.first { isMeant($0.body) }?.body
  }

  /// How many open bodies satisfy such a condition. Complexity: O(kinds + bodies named).
  func countOpen(where isMeant: (BodyIndex) -> Bool) -> Int {
    representatives.reduce(0) { isMeant($1.body) ? $0 + $1.count : $0 }
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
