import GovernanceModel

/// The incentives in force at a moment, and on which kinds each bears: decided once for each kind,
/// never expanded to bodies.
///
/// What is said of a class whose members are not recorded bears on nobody here.
///
/// Complexity: O(incentives · kinds · words of an expression) to make; O(1) to ask.
public struct IncentiveIndex: Sendable {
  private let graph: GovernanceGraph
  /// Positions in ``GovernanceGraph/incentives``, by id.
  public let inForce: [Int]
  /// For each incentive in force, whether it bears on bodies of each kind; empty for one body's.
  private let kinds: [Int: [Bool]]

  /// - Parameter leftOut: positions of incentives to do without, for "what if".
  init(_ graph: GovernanceGraph, at moment: Moment, without leftOut: Set<Int> = []) {
    self.graph = graph
    inForce = graph.incentives.indices
      .filter { graph.incentives[$0].period.holds(at: moment) && !leftOut.contains($0) }
      .sorted { graph.incentives[$0].id < graph.incentives[$1].id }
    var kinds: [Int: [Bool]] = [:]
    for position in inForce {
      guard let expression = graph.expression(of: graph.incentives[position].holder) else {
        continue
      }
      kinds[position] = graph.bodyKinds.kinds.indices.map {
        expression.matches(KindIndex($0), in: graph.bodyKinds)
      }
    }
    self.kinds = kinds
  }

  /// Whether an incentive in force bears on a body of a kind.
  func bears(_ incentive: Int, on body: BodyIndex, kind: UInt16) -> Bool {
    if let kinds = kinds[incentive] { return kinds[Int(kind)] }
    return graph.incentives[incentive].holder == .body(body)
  }

  /// The incentives in force on a metric with a sign, at least as strong as asked, by id.
  func on(metric: Int, sign: Int, atLeast strength: Incentive.Strength) -> [Int] {
    inForce.filter { position in
      let incentive = graph.incentives[position]
      return incentive.metric == metric && incentive.direction.sign == sign
        && (incentive.strength ?? .weak) >= strength
    }
  }

  /// Incentives by whom they bear on, in the order of the holders' texts.
  func byHolder(_ incentives: [Int]) -> [(holder: IncentiveHolder, incentives: [Int])] {
    Dictionary(grouping: incentives) { graph.text(of: graph.incentives[$0].holder) }
      .sorted { $0.key < $1.key }
      .map { (graph.incentives[$0.value[0]].holder, $0.value) }
  }
}

extension GovernanceGraph {
  /// How hard an incentive pulls: 1 to 3; one whose strength is not recorded counts as weak.
  func weight(_ incentive: Int) -> Int { (incentives[incentive].strength ?? .weak).weight }

  /// Whether two incentives are in force on a common day.
  func coincide(_ one: Int, _ other: Int) -> Bool {
    incentives[one].period.intersection(incentives[other].period) != nil
  }

  /// Metrics in the order of their ids.
  var metricsByID: [Int] { metrics.indices.sorted { metrics[$0].id < metrics[$1].id } }
}
