/// How the units of two geographies lie on each other: how much of every unit is in every other.
///
/// The one answer of both ways to compare geographies: counting the people of small areas, and
/// overlaying polygons. What a unit has in no unit of the other geography, and what cannot be said
/// to be in one, stands with the unit, so that nothing is lost or counted twice:
///
///     total of a unit = its part of every pair + outside + undetermined
///
/// Shares, relations, split units and the index of coterminosity are read off it in extensions.
public struct OverlapTable: Hashable, Sendable {
  /// One of the two geographies that are compared.
  public enum Side: String, Hashable, Sendable, CaseIterable {
    case from, to

    public var opposite: Side { self == .from ? .to : .from }
  }

  /// So much of something: the small areas, and the people or square metres in them.
  public struct Extent: Hashable, Sendable {
    /// Small areas; 0 where none are counted, as between polygons.
    public var zones: Int
    /// People, exact, or square metres: see ``OverlapTable/quantity``.
    public var amount: Double

    public init(zones: Int = 0, amount: Double = 0) {
      self.zones = zones
      self.amount = amount
    }

    public static let nothing = Extent()
    public static func + (left: Extent, right: Extent) -> Extent {
      Extent(zones: left.zones + right.zones, amount: left.amount + right.amount)
    }
    public static func += (left: inout Extent, right: Extent) { left = left + right }
  }

  /// One area of a geography.
  public struct Unit: Hashable, Sendable {
    /// Its code.
    public let id: String
    /// The name of the vintage; the code where none is recorded.
    public let name: String
    /// All of it.
    public let total: Extent
    /// What is in no unit of the other geography: a gap.
    public let outside: Extent
    /// What is in one of several units of the other geography, and nobody says in which.
    public let undetermined: Extent

    public init(
      id: String, name: String, total: Extent, outside: Extent = .nothing,
      undetermined: Extent = .nothing
    ) {
      self.id = id
      self.name = name
      self.total = total
      self.outside = outside
      self.undetermined = undetermined
    }
  }

  /// A geography and its areas.
  public struct Layer: Hashable, Sendable {
    /// As it is asked for: `stp`, or the name of a file.
    public let name: String
    /// By id, each once.
    public let units: [Unit]

    public init(name: String, units: [Unit]) {
      self.name = name
      self.units = units
    }
  }

  /// What two units have in common. Units that have nothing in common make no pair.
  public struct Pair: Hashable, Sendable {
    /// The position in the units of `from`.
    public let from: Int
    /// The position in the units of `to`.
    public let to: Int
    public let common: Extent

    public init(from: Int, to: Int, common: Extent) {
      self.from = from
      self.to = to
      self.common = common
    }

    /// The position on a side.
    public func unit(on side: Side) -> Int { side == .from ? from : to }
  }

  /// Areas that belong to one of several units, which one is not said by what is recorded.
  public struct Undetermined: Hashable, Sendable {
    /// The side on which nobody can say the unit.
    public let side: Side
    /// The positions of the units on that side that may be meant.
    public let candidates: [Int]
    /// What stands in several: "CCG 01H NHS Cumbria CCG".
    public let through: String
    public let extent: Extent

    public init(side: Side, candidates: [Int], through: String, extent: Extent) {
      self.side = side
      self.candidates = candidates
      self.through = through
      self.extent = extent
    }
  }

  /// What ``Extent/amount`` counts.
  public enum Quantity: Hashable, Sendable {
    /// People: "residents" or "registered patients", of "mid-2017".
    case people(counted: String, year: String)
    case squareMetres
    /// Nothing but zones is known.
    case nothing
  }

  /// What shares are shares of.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// Of people or of square metres.
    case amount
    case zones
  }

  public let from: Layer
  public let to: Layer
  /// By `from`, then by `to`.
  public let pairs: [Pair]
  public let undetermined: [Undetermined]
  public let quantity: Quantity
  public let measure: Measure
  /// The time that the borders are of, in words: "April 2017"; nil where it is not recorded.
  public let vintage: String?
  /// What a reader has to know of how it came about, a sentence each.
  public let notes: [String]
  /// Where the pairs of each unit of `from` begin, and one more.
  let starts: [Int]
  /// The units that have something undetermined, or may have it: see ``isInDoubt(_:_:)``.
  private let doubtful: [Side: Set<Int>]

  /// - Parameter pairs: each pair of units once, in any order.
  /// - Complexity: O(pairs · log pairs).
  public init(
    from: Layer, to: Layer, pairs: [Pair], undetermined: [Undetermined] = [], quantity: Quantity,
    measure: Measure = .amount, vintage: String? = nil, notes: [String] = []
  ) {
    self.from = from
    self.to = to
    self.undetermined = undetermined
    self.quantity = quantity
    self.measure = measure
    self.vintage = vintage
    self.notes = notes
    let sorted = pairs.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    var starts = [Int](repeating: 0, count: from.units.count + 1)
    for (position, pair) in sorted.enumerated() {
      precondition(
        from.units.indices.contains(pair.from) && to.units.indices.contains(pair.to),
        "A pair names a unit that is not there.")
      if position > 0 {
        let before = sorted[position - 1]
        precondition(
          (before.from, before.to) < (pair.from, pair.to), "Two units are paired twice.")
      }
      starts[pair.from + 1] += 1
    }
    for unit in from.units.indices { starts[unit + 1] += starts[unit] }
    self.pairs = sorted
    self.starts = starts
    var doubtful: [Side: Set<Int>] = [:]
    for side in Side.allCases {
      let units = (side == .from ? from : to).units
      doubtful[side] = Set(units.indices.filter { units[$0].undetermined != .nothing })
      for doubt in undetermined where doubt.side == side {
        doubtful[side]!.formUnion(doubt.candidates)
      }
    }
    self.doubtful = doubtful
  }

  /// Whether something undetermined concerns a unit: it has it, or may have it.
  public func isInDoubt(_ unit: Int, _ side: Side) -> Bool { doubtful[side]!.contains(unit) }

  /// Everything in a unit of either geography, the undetermined too.
  public var total: Extent {
    undetermined.filter { $0.side == .from }.reduce(.nothing) { $0 + $1.extent }
      + from.units.reduce(.nothing) { $0 + $1.total }
      + to.units.reduce(.nothing) { $0 + $1.outside }
  }

  /// The geography on a side.
  public func layer(_ side: Side) -> Layer { side == .from ? from : to }

  /// The same with the sides exchanged.
  ///
  /// - Complexity: O(pairs · log pairs).
  public var mirrored: OverlapTable {
    OverlapTable(
      from: to, to: from,
      pairs: pairs.map { Pair(from: $0.to, to: $0.from, common: $0.common) },
      undetermined: undetermined.map {
        Undetermined(
          side: $0.side.opposite, candidates: $0.candidates, through: $0.through,
          extent: $0.extent)
      }, quantity: quantity, measure: measure, vintage: vintage, notes: notes)
  }

  /// The same with shares of something else.
  public func measured(by measure: Measure) -> OverlapTable {
    OverlapTable(
      from: from, to: to, pairs: pairs, undetermined: undetermined, quantity: quantity,
      measure: measure, vintage: vintage, notes: notes)
  }

  /// So much of what is measured.
  public func size(_ extent: Extent) -> Double {
    measure == .zones ? Double(extent.zones) : extent.amount
  }
}
