#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far the units of two geographies share their borders.
public struct Coterminosity: Hashable, Sendable {
  /// How far one unit does.
  public struct UnitIndex: Hashable, Sendable {
    /// The position among the units of its side.
    public let unit: Int
    /// The people, or the area, that would have to change sides for the unit to lie in one unit of
    /// the other geography or to be made of whole ones.
    public let misfit: Double
    /// 1 less the misfit's share of the unit: 1 where no border of the other geography crosses the
    /// unit's.
    public let index: Double
    /// Jaccard's index with the unit of the other side that is most like it: 1 where they are the
    /// same area.
    public let likeness: Double
    /// The unit that is most like it.
    public let mostLike: Int
  }

  /// The units of each side that have anything in common with the other, in their order.
  public let from: [UnitIndex]
  public let to: [UnitIndex]
  /// 1 less the misfit's share of the side.
  public let fromIndex: Double?
  public let toIndex: Double?
  /// The same of both sides together: the index of the pair of geographies.
  public let index: Double?
  /// How much knowing the unit of `from` says of the unit of `to`: 1 where each unit of `from` lies
  /// in one of `to`.
  public let homogeneity: Double?
  /// The same the other way: 1 where each unit of `to` lies in one of `from`.
  public let completeness: Double?
  /// Their harmonic mean: 1 where both geographies are the same.
  public let vMeasure: Double?
}

extension OverlapTable {
  /// The index of coterminosity of every unit and of both geographies.
  ///
  /// With |u| what a unit has less what is undetermined, and |uv| what two have in common:
  ///
  ///     misfit(u) = min( |u| − max over v of |uv|,                  to lie in one v
  ///                      sum over v of min(|uv|, |v| − |uv|) )      to be made of whole ones
  ///     index(u)  = 1 − misfit(u) / |u|
  ///     index     = 1 − sum of misfit / sum of |u|, over the units that have anything in common
  ///
  /// The first is a unit's part of van Dongen's projection distance between partitions, the second
  /// its part of the one from the other side as far as it concerns the unit's border (S. van Dongen,
  /// Performance criteria for graph clustering and Markov cluster experiments, CWI, 2000).
  /// Homogeneity, completeness and the V-measure are those of A. Rosenberg and J. Hirschberg
  /// (V-measure, EMNLP-CoNLL 2007), which J. Nowosad and T. F. Stepinski brought to maps (Spatial
  /// association between regionalizations using the information-theoretical V-measure, IJGIS 32,
  /// 2018), over what lies in units of both. Likeness is Jaccard's index |uv| / (|u| + |v| − |uv|).
  ///
  /// - Complexity: O(pairs · log pairs).
  public var coterminosity: Coterminosity {
    let from = unitIndices(.from)
    let to = unitIndices(.to)
    func sums(_ side: Side, _ units: [Coterminosity.UnitIndex]) -> (misfit: Double, all: Double) {
      units.reduce(into: (0, 0)) { sums, unit in
        sums.misfit += unit.misfit
        sums.all += determined(unit.unit, side)
      }
    }
    func index(_ sums: (misfit: Double, all: Double)) -> Double? {
      sums.all > 0 ? 1 - sums.misfit / sums.all : nil
    }
    let (fromSums, toSums) = (sums(.from, from), sums(.to, to))
    let association = association()
    return Coterminosity(
      from: from, to: to, fromIndex: index(fromSums), toIndex: index(toSums),
      index: index((fromSums.misfit + toSums.misfit, fromSums.all + toSums.all)),
      homogeneity: association?.homogeneity, completeness: association?.completeness,
      vMeasure: association.map { association in
        let sum = association.homogeneity + association.completeness
        return sum > 0 ? 2 * association.homogeneity * association.completeness / sum : 0
      })
  }

  private func unitIndices(_ side: Side) -> [Coterminosity.UnitIndex] {
    parts(of: side).enumerated().compactMap { unit, parts in
      let all = determined(unit, side)
      guard all > 0, let largest = parts.first, size(largest.common) > 0 else { return nil }
      var toBeWhole = 0.0
      var best = (likeness: -1.0, unit: 0)
      for pair in parts {
        let other = determined(pair.unit(on: side.opposite), side.opposite)
        let common = size(pair.common)
        toBeWhole += min(common, other - common)
        let likeness = common / (all + other - common)
        if likeness > best.likeness { best = (likeness, pair.unit(on: side.opposite)) }
      }
      let misfit = min(all - size(largest.common), toBeWhole)
      return Coterminosity.UnitIndex(
        unit: unit, misfit: misfit, index: 1 - misfit / all, likeness: best.likeness,
        mostLike: best.unit)
    }
  }

  /// What each side says of the other, in shares of what can be said; nil where nothing is common.
  private func association() -> (homogeneity: Double, completeness: Double)? {
    var common = (
      from: [Double](repeating: 0, count: from.units.count),
      to: [Double](repeating: 0, count: to.units.count)
    )
    var all = 0.0
    for pair in pairs {
      let size = size(pair.common)
      common.from[pair.from] += size
      common.to[pair.to] += size
      all += size
    }
    guard all > 0 else { return nil }
    func entropy(_ parts: [Double]) -> Double {
      parts.reduce(0) { $1 > 0 ? $0 - $1 / all * log($1 / all) : $0 }
    }
    // H(to | from) and H(from | to).
    var given = (from: 0.0, to: 0.0)
    for pair in pairs {
      let size = size(pair.common)
      guard size > 0 else { continue }
      given.from -= size / all * log(size / common.from[pair.from])
      given.to -= size / all * log(size / common.to[pair.to])
    }
    let entropies = (from: entropy(common.from), to: entropy(common.to))
    return (
      entropies.to > 0 ? 1 - given.from / entropies.to : 1,
      entropies.from > 0 ? 1 - given.to / entropies.from : 1
    )
  }
}
