import GovernanceModel

/// How each member of a footprint is moved on each metric.
///
///     matrix.pull(of: trust, on: metric)?.more   // 3: something strong wants more of it
public struct IncentiveMatrix: Sendable {
  /// What moves one member on one metric.
  public struct Pull: Hashable, Sendable {
    public let member: BodyIndex
    /// The position in ``GovernanceGraph/metrics``.
    public let metric: Int
    /// The incentives that want more of it, and those that want less: positions in
    /// ``GovernanceGraph/incentives``, by id.
    public let wantingMore: [Int]
    public let wantingLess: [Int]
    /// The strengths of each side added up, 1 to 3 for each incentive.
    public let more: Int
    public let less: Int
    /// Whether any of them was inferred, estimated or recalled, or has a direction that was reasoned.
    public let isProvisional: Bool

    public var incentives: [Int] { wantingMore + wantingLess }
    /// More less less; from -∞ to ∞, and 0 also where both sides are as strong.
    public var net: Int { more - less }
  }

  public let footprint: BodyIndex
  /// By id.
  public let members: [BodyIndex]
  /// Metrics on which any member is moved, by id.
  public let metrics: [Int]
  /// By member, then by metric; none where a member is not moved.
  public let pulls: [Pull]
  private let positions: [[Int]: Int]

  /// Complexity: O(members · incentives in force).
  init(_ footprint: Footprint, _ inspection: Inspection) {
    let graph = inspection.graph
    self.footprint = footprint.body
    members = footprint.bodies
    let signed = inspection.incentives.inForce.filter {
      graph.incentives[$0].direction.sign != 0
    }
    let byMetric = Dictionary(grouping: signed) { graph.incentives[$0].metric }
    var pulls: [Pull] = []
    for member in footprint.bodies {
      for metric in graph.metricsByID {
        let bearing = (byMetric[metric] ?? []).filter { inspection.bears($0, on: member) }
        if !bearing.isEmpty { pulls.append(Pull(member, metric, bearing, graph)) }
      }
    }
    self.pulls = pulls
    let moved = Set(pulls.map(\.metric))
    metrics = graph.metricsByID.filter(moved.contains)
    positions = Dictionary(
      uniqueKeysWithValues: pulls.enumerated().map { ([$1.member.position, $1.metric], $0) })
  }

  /// What moves a member on a metric, or nil.
  public func pull(of member: BodyIndex, on metric: Int) -> Pull? {
    positions[[member.position, metric]].map { pulls[$0] }
  }
}

extension IncentiveMatrix.Pull {
  fileprivate init(
    _ member: BodyIndex, _ metric: Int, _ incentives: [Int], _ graph: GovernanceGraph
  ) {
    self.member = member
    self.metric = metric
    wantingMore = incentives.filter { graph.incentives[$0].direction.sign > 0 }
    wantingLess = incentives.filter { graph.incentives[$0].direction.sign < 0 }
    more = wantingMore.reduce(0) { $0 + graph.weight($1) }
    less = wantingLess.reduce(0) { $0 + graph.weight($1) }
    let unsure: Set<EvidenceGrade?> = [.inferred, .estimated, .recalled]
    isProvisional = incentives.contains {
      graph.incentives[$0].reading == .economic
        || unsure.contains(graph.incentives[$0].evidence.grade)
    }
  }
}
