/// How far two answers about the same geographies agree, such as one by area and one by people.
public struct OverlapDifference: Hashable, Sendable {
  /// How two units lie on each other, as one answer has it.
  public struct Part: Hashable, Sendable {
    /// What the pair has of each unit; 0 where the answer has no such pair.
    public let shareOfFrom: Double
    public let shareOfTo: Double
    public let relation: OverlapRelation

    /// Nothing in common.
    static let nothing = Part(shareOfFrom: 0, shareOfTo: 0, relation: .disjoint)
  }

  /// Two units that both answers know, and what each says of them.
  public struct Pair: Hashable, Sendable {
    /// The ids of the units.
    public let from: String
    public let to: String
    public let here: Part
    public let there: Part

    /// The greater of the differences of both shares.
    public var gap: Double {
      max(
        abs(here.shareOfFrom - there.shareOfFrom), abs(here.shareOfTo - there.shareOfTo))
    }

    /// Whether each answer says that the units have more than a sliver in common.
    public var isBoth: Bool { here.relation != .disjoint && there.relation != .disjoint }
    public var isOnlyHere: Bool { here.relation != .disjoint && there.relation == .disjoint }
    public var isOnlyThere: Bool { here.relation == .disjoint && there.relation != .disjoint }
  }

  /// A unit that one answer alone knows.
  public struct Unmatched: Hashable, Sendable {
    public let side: OverlapTable.Side
    public let id: String
    /// Whether it is this answer that knows it.
    public let isHere: Bool
  }

  /// Every pair of known units that either answer has, by the ids of both.
  public let pairs: [Pair]
  /// By side, then by id.
  public let unmatched: [Unmatched]

  /// Pairs that overlap by either answer.
  public var common: [Pair] { pairs.filter(\.isBoth) }
  public var onlyHere: [Pair] { pairs.filter(\.isOnlyHere) }
  public var onlyThere: [Pair] { pairs.filter(\.isOnlyThere) }
  /// Pairs that overlap by either, each in another way.
  public var otherRelation: [Pair] {
    pairs.filter { $0.isBoth && $0.here.relation != $0.there.relation }
  }

  /// The pairs whose shares differ, those that differ most first.
  public var byGap: [Pair] {
    pairs.enumerated().filter { $0.element.gap > 0 }
      .sorted { ($1.element.gap, $0.offset) < ($0.element.gap, $1.offset) }.map(\.element)
  }

  /// What it says of pairs with any of some units; all of it for none.
  public func concerning(_ units: Set<String>) -> OverlapDifference {
    guard !units.isEmpty else { return self }
    return OverlapDifference(
      pairs: pairs.filter { units.contains($0.from) || units.contains($0.to) },
      unmatched: unmatched.filter { units.contains($0.id) })
  }
}

extension OverlapTable {
  /// How far another answer about the same geographies agrees with this one; units are the same when
  /// their ids are.
  ///
  /// ```swift
  /// let difference = byArea.difference(from: byPeople, sliver: .usual)
  /// difference.byGap.first  // West Yorkshire in North Yorkshire
  /// ```
  ///
  /// - Parameter sliver: what relations are judged by, in both.
  /// - Complexity: O(units + pairs · log pairs).
  public func difference(
    from other: OverlapTable, sliver: SliverTolerance
  ) -> OverlapDifference {
    let known = Side.allCases.map { ids($0).intersection(other.ids($0)) }
    let (own, others) = (parts(known, sliver), other.parts(known, sliver))
    let all = Set(own.keys).union(others.keys).sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    return OverlapDifference(
      pairs: all.map { ends in
        OverlapDifference.Pair(
          from: ends.from, to: ends.to, here: own[ends] ?? .nothing, there: others[ends] ?? .nothing
        )
      },
      unmatched: zip(Side.allCases, known).flatMap { side, known in
        ids(side).union(other.ids(side)).subtracting(known).sorted().map { id in
          OverlapDifference.Unmatched(side: side, id: id, isHere: ids(side).contains(id))
        }
      })
  }

  private struct Ends: Hashable {
    let from: String
    let to: String
  }

  private func ids(_ side: Side) -> Set<String> { Set(layer(side).units.map(\.id)) }

  /// The pairs of known units.
  private func parts(
    _ known: [Set<String>], _ sliver: SliverTolerance
  ) -> [Ends: OverlapDifference.Part] {
    var parts: [Ends: OverlapDifference.Part] = [:]
    for pair in pairs {
      let ends = Ends(from: from.units[pair.from].id, to: to.units[pair.to].id)
      guard known[0].contains(ends.from), known[1].contains(ends.to) else { continue }
      parts[ends] = OverlapDifference.Part(
        shareOfFrom: share(pair, of: .from), shareOfTo: share(pair, of: .to),
        relation: relation(pair, sliver: sliver))
    }
    return parts
  }
}
