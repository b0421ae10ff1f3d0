/// How far two answers about the same geographies agree, such as one by people and one by area.
public struct OverlapDifference: Hashable, Sendable {
  /// Two units as both answers have them, with the share of the first that each gives.
  public struct Shares: Hashable, Sendable {
    public let from: String
    public let to: String
    public let share: Double
    public let otherShare: Double
  }

  /// Pairs that both have.
  public let common: Int
  /// Pairs of units that both know, of which one answer alone says that they overlap.
  public let onlyHere: [Shares]
  public let onlyThere: [Shares]
  /// The units that only one of them knows.
  public let unmatched: Int
  /// Of all pairs that with the greatest difference of the first unit's share.
  public let greatest: Shares?
}

extension OverlapTable {
  /// How far another answer about the same geographies agrees with this one; units are the same when
  /// their ids are.
  ///
  /// - Parameter sliver: parts that are no larger in either do not count.
  /// - Complexity: O(pairs + units).
  public func difference(
    from other: OverlapTable, sliver: SliverTolerance
  ) -> OverlapDifference {
    let known = (ids(from, in: other.from), ids(to, in: other.to))
    let (own, others) = (shares(known), other.shares(known))
    var (onlyHere, onlyThere): ([OverlapDifference.Shares], [OverlapDifference.Shares]) = ([], [])
    var greatest: OverlapDifference.Shares?
    var common = 0
    let all = Set(own.keys).union(others.keys)
    for ends in all.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
      let (here, there) = (own[ends] ?? 0, others[ends] ?? 0)
      let shares = OverlapDifference.Shares(
        from: ends.from, to: ends.to, share: here, otherShare: there)
      switch (here > sliver.share, there > sliver.share) {
      case (true, true): common += 1
      case (true, false): onlyHere.append(shares)
      case (false, true): onlyThere.append(shares)
      case (false, false): break
      }
      if abs(here - there) > greatest.map({ abs($0.share - $0.otherShare) }) ?? 0 {
        greatest = shares
      }
    }
    let units = [(from, other.from, known.0), (to, other.to, known.1)]
    return OverlapDifference(
      common: common, onlyHere: onlyHere, onlyThere: onlyThere,
      unmatched: units.reduce(0) { $0 + $1.0.units.count + $1.1.units.count - 2 * $1.2.count },
      greatest: greatest)
  }

  private struct Ends: Hashable {
    let from: String
    let to: String
  }

  private func ids(_ layer: Layer, in other: Layer) -> Set<String> {
    Set(layer.units.map(\.id)).intersection(other.units.map(\.id))
  }

  /// The shares of the first units, of pairs of known units.
  private func shares(_ known: (Set<String>, Set<String>)) -> [Ends: Double] {
    var shares: [Ends: Double] = [:]
    for pair in pairs {
      let ends = Ends(from: from.units[pair.from].id, to: to.units[pair.to].id)
      if known.0.contains(ends.from), known.1.contains(ends.to) {
        shares[ends] = share(pair, of: .from)
      }
    }
    return shares
  }
}
