/// How much of a unit is too little to count: borders drawn at different times and scales leave
/// slivers, which no one would call an overlap.
public struct SliverTolerance: Hashable, Sendable {
  /// A share of the unit, from 0 to less than a half.
  public let share: Double

  /// Everything counts.
  public static let none = SliverTolerance(unchecked: 0)

  /// Half a percent: more than borders of one sort differ by that were drawn at different scales,
  /// less than anybody would call a part of an area.
  public static let usual = SliverTolerance(unchecked: 0.005)

  /// What tables for people leave out of shares that are only estimated; CSV and JSON have them all.
  public static let ofEstimates = usual

  private init(unchecked share: Double) { self.share = share }

  /// Nil for a share that is not from 0 to less than a half.
  public init?(share: Double) {
    guard share >= 0, share < 0.5 else { return nil }
    self.share = share
  }
}

/// How two units lie on each other.
public enum OverlapRelation: String, Hashable, Sendable, CaseIterable {
  /// Each is all of the other.
  case identical
  /// The one of `from` is all in the one of `to`.
  case inside
  /// The one of `to` is all in the one of `from`.
  case contains
  /// Each has a part in the other and a part that is not.
  case overlaps
  /// They have nothing in common.
  case disjoint

  /// Seen from the other side.
  public var mirrored: OverlapRelation {
    switch self {
    case .inside: .contains
    case .contains: .inside
    default: self
    }
  }
}

extension OverlapTable {
  /// A unit's position and what all of its pairs and gaps come to, less what is undetermined: what
  /// relations are judged by.
  func determined(_ unit: Int, _ side: Side) -> Double {
    let unit = layer(side).units[unit]
    return size(unit.total) - size(unit.undetermined)
  }

  /// How much of the unit on a side the pair holds, from 0 to 1.
  ///
  /// The shares of a unit sum to 1 less what is outside or undetermined.
  public func share(_ pair: Pair, of side: Side) -> Double {
    let total = size(layer(side).units[pair.unit(on: side)].total)
    // Areas are rounded: what two have in common may come to a hair more than one of them.
    return total > 0 ? min(1, size(pair.common) / total) : 0
  }

  /// How the two units of a pair lie on each other.
  ///
  /// What is a sliver of both does not make them meet; what is a sliver of a unit does not keep it
  /// from lying inside the other. A sliver of the larger may be half of the smaller, and counts.
  /// What is undetermined of a unit is not regarded: see ``isCertain(_:)``.
  public func relation(_ pair: Pair, sliver: SliverTolerance = .none) -> OverlapRelation {
    let common = size(pair.common)
    let all = (determined(pair.from, .from), determined(pair.to, .to))
    guard common > sliver.share * min(all.0, all.1), common > 0 else { return .disjoint }
    let isWhole = (
      all.0 - common <= sliver.share * all.0, all.1 - common <= sliver.share * all.1
    )
    switch isWhole {
    case (true, true): return .identical
    case (true, false): return .inside
    case (false, true): return .contains
    case (false, false): return .overlaps
    }
  }

  /// How any two units lie on each other.
  ///
  /// - Complexity: O(log pairs).
  public func relation(
    from: Int, to: Int, sliver: SliverTolerance = .none
  ) -> OverlapRelation {
    pair(from: from, to: to).map { relation($0, sliver: sliver) } ?? .disjoint
  }

  /// The pair of two units; nil when they have nothing in common.
  ///
  /// - Complexity: O(log pairs).
  public func pair(from: Int, to: Int) -> Pair? {
    var range = starts[from]..<starts[from + 1]
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if pairs[middle].to == to { return pairs[middle] }
      range =
        pairs[middle].to < to ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// Whether nothing undetermined could change the relation of a pair.
  public func isCertain(_ pair: Pair) -> Bool {
    !isInDoubt(pair.from, .from) && !isInDoubt(pair.to, .to)
  }
}
