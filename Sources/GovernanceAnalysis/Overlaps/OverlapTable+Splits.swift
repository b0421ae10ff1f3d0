/// A unit that lies in several units of the other geography.
public struct SplitUnit: Hashable, Sendable {
  /// The position among the units of its side.
  public let unit: Int
  /// What it has in each, the largest first; slivers are left out.
  public let parts: [OverlapTable.Pair]
  /// What is in no unit of the other geography; zero where that is no more than a sliver.
  public let outside: OverlapTable.Extent
}

extension OverlapTable {
  /// The pairs of every unit of a side, the largest part first, then by the other's id.
  ///
  /// - Complexity: O(pairs · log pairs).
  public func parts(of side: Side) -> [[Pair]] {
    var parts = [[Pair]](repeating: [], count: layer(side).units.count)
    for pair in pairs { parts[pair.unit(on: side)].append(pair) }
    return parts.map { pairs in
      pairs.sorted { left, right in
        let sizes = (size(left.common), size(right.common))
        if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
        return left.unit(on: side.opposite) < right.unit(on: side.opposite)
      }
    }
  }

  /// The units of a side that lie in two or more units of the other, by id: those of which two
  /// parts or more are larger than a sliver of the unit.
  ///
  /// What lies in no unit of the other geography splits nothing: it is a gap, which
  /// ``SplitUnit/outside`` says.
  ///
  /// - Complexity: O(pairs · log pairs).
  public func split(
    _ side: Side, sliver: SliverTolerance = .none
  ) -> [SplitUnit] {
    parts(of: side).enumerated().compactMap { unit, parts in
      let least = sliver.share * determined(unit, side)
      let counted = parts.filter { size($0.common) > least }
      guard counted.count > 1 else { return nil }
      let outside = layer(side).units[unit].outside
      return SplitUnit(
        unit: unit, parts: counted, outside: size(outside) > least ? outside : .nothing)
    }
  }

  /// The units of a side that a border of the other crosses, by id: those that overlap a unit of it of
  /// which neither is all of the other.
  ///
  /// A unit that is made of whole units of the other geography lies in several and is crossed by none.
  ///
  /// - Complexity: O(pairs · log pairs).
  public func crossed(_ side: Side, sliver: SliverTolerance = .none) -> [SplitUnit] {
    parts(of: side).enumerated().compactMap { unit, parts in
      guard parts.contains(where: { relation($0, sliver: sliver) == .overlaps }) else { return nil }
      let least = sliver.share * determined(unit, side)
      let outside = layer(side).units[unit].outside
      return SplitUnit(
        unit: unit, parts: parts.filter { size($0.common) > least },
        outside: size(outside) > least ? outside : .nothing)
    }
  }

  /// The units of a side that are made of whole units of the other: every unit of the other that
  /// has more than a sliver of itself in it has no more than a sliver elsewhere, nothing of it lies
  /// outside, and nothing undetermined concerns any of them.
  ///
  /// - Complexity: O(pairs · log pairs).
  public func madeOfWholeUnits(_ side: Side, sliver: SliverTolerance = .none) -> [Int] {
    parts(of: side).enumerated().compactMap { unit, parts in
      let itself = layer(side).units[unit]
      let all = determined(unit, side)
      guard !parts.isEmpty, !isInDoubt(unit, side),
        size(itself.outside) <= sliver.share * all
      else { return nil }
      let isWhole = parts.allSatisfy { pair in
        let other = determined(pair.unit(on: side.opposite), side.opposite)
        let common = size(pair.common)
        guard !isInDoubt(pair.unit(on: side.opposite), side.opposite) else { return false }
        return other - common <= sliver.share * other || common <= sliver.share * other
      }
      return isWhole ? unit : nil
    }
  }
}
