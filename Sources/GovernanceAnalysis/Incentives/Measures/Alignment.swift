import GovernanceModel

/// How far the signed incentives of a footprint's members cancel on one metric.
///
/// Let S be the incentives in force with a sign, each counted for every member x that it bears on; s
/// its strength (1 weak or not recorded, 2 moderate, 3 strong), σ its sign (+1 more, −1 less), and w
/// the weight of x.
///
///     index  =  | Σ w·s·σ |  ÷  Σ w·s
///
/// Range: 0, all cancels, to 1, all pull one way. One less the index is the index of Grubel and
/// Lloyd (Intra-industry Trade, 1975), which measures the overlap of two opposed flows.
///
/// - Weights: w is x's income over the mean income of those moved, where the graph records the
///   income of all of them (measurements of the metric `income` for the financial year of the date,
///   in money); else 1 for all.
/// - Rivalrous metrics: on a metric that is rivalrous across a kind of relationship, what the one
///   end has the other has not. σ is then turned round for members that stand only on the left of
///   such a relationship, or of a statement about kinds, with another member; members on both sides
///   or on none are left out. A metric that is rivalrous without such a kind has no index: who would
///   lose what another gains is not recorded.
public struct Alignment: Hashable, Sendable {
  /// The position in ``GovernanceGraph/metrics``.
  public let metric: Int
  /// From 0 to 1; nil where the metric is rivalrous among members of unknown sides.
  public let index: Double?
  /// Σ w·s: how much pulls at all.
  public let pull: Double
  /// How many members are moved, and not left out.
  public let members: Int
  public let isWeightedByIncome: Bool
}

extension Inspection {
  /// The alignment on every metric of a matrix, by the metrics' ids.
  ///
  /// Complexity: O(pulls + members² · statements about rivalrous relationships).
  func alignments(_ matrix: IncentiveMatrix) -> [Alignment] {
    let incomes = incomes(of: matrix.members)
    return matrix.metrics.map { metric in
      let sides = sides(on: metric, among: matrix.members)
      let pulls = matrix.pulls.filter { pull in
        pull.metric == metric && (sides.map { $0[pull.member] != nil } ?? true)
      }
      let known = pulls.compactMap { incomes[$0.member] }
      let isWeighted = !pulls.isEmpty && known.count == pulls.count
      let mean = known.reduce(0, +) / Double(max(1, known.count))
      var (net, gross) = (0.0, 0.0)
      for pull in pulls {
        let weight = isWeighted ? incomes[pull.member]! / mean : 1
        net += weight * Double(pull.net * (sides?[pull.member] ?? 1))
        gross += weight * Double(pull.more + pull.less)
      }
      let hasSides = graph.metrics[metric].nature != .rivalrous || sides != nil
      return Alignment(
        metric: metric, index: hasSides && gross > 0 ? abs(net) / gross : nil,
        pull: hasSides ? gross : 0, members: pulls.count, isWeightedByIncome: isWeighted)
    }
  }

  /// The income of each member that has one on record for the year of the moment, in money.
  private func incomes(of members: [BodyIndex]) -> [BodyIndex: Double] {
    let wanted = Set(members)
    var incomes: [BodyIndex: Double] = [:]
    for row in graph.measurements where graph.metrics[row.metric].id == "income" {
      guard case .body(let body) = row.holder, wanted.contains(body), row.shareOf == nil,
        row.figure.hundredths > 0, row.year.map({ FinancialYear.covers($0, moment) }) ?? true,
        row.stage == .outturn || incomes[body] == nil
      else { continue }
      incomes[body] = Double(row.figure.hundredths) / 100
    }
    return incomes
  }

  /// For a metric that is divided between the ends of a kind of relationship: -1 for members on the
  /// left, 1 for those on the right, none for others. Nil for any other metric.
  private func sides(on metric: Int, among members: [BodyIndex]) -> [BodyIndex: Int]? {
    guard let across = graph.metrics[metric].rivalrousAcross else { return nil }
    let kind = RelationshipKind(graph.relationshipKinds[across].id)
    let inside = Set(members)
    var (left, right): (Set<BodyIndex>, Set<BodyIndex>) = ([], [])
    for member in members {
      for line in graph.relationships(from: member, kind: kind, at: moment)
      where inside.contains(line.to) {
        left.insert(member)
        right.insert(line.to)
      }
    }
    for position in statements(of: kind) where !graph.statements[position].statesPairs {
      let row = graph.statements[position]
      let ones = members.filter { means(row.from, $0) }
      let others = members.filter { means(row.to, $0) }
      // A body on both sides buys from others, not from itself.
      guard !ones.isEmpty, !others.isEmpty, Set(ones + others).count > 1 else { continue }
      left.formUnion(ones)
      right.formUnion(others)
    }
    var sides: [BodyIndex: Int] = [:]
    for member in left.subtracting(right) { sides[member] = -1 }
    for member in right.subtracting(left) { sides[member] = 1 }
    return sides
  }
}
