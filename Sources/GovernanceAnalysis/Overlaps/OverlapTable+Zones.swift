import GovernanceModel

extension OverlapTable {
  /// How the units of two geographies lie on each other by the people of small areas.
  ///
  /// - Parameters:
  ///   - names: the names of units, by id; the id where there is none.
  ///   - population: the people of each zone; nil where none are known.
  /// - Complexity: O(zones + pairs · log pairs), and O(units of `from` · units of `to`) where that
  ///   is below four million.
  package init(
    _ from: ZoneAssignment, _ to: ZoneAssignment, population: [UInt32]?, quantity: Quantity,
    measure: Measure = .amount, vintage: String? = nil, notes: [String] = [],
    names: (from: (String) -> String, to: (String) -> String) = ({ $0 }, { $0 }),
    workers: Int = Parallel.workers
  ) {
    let cells = ZoneCount(from, to, population: population, workers: workers).cells
    var sums = (
      from: [UnitSums](repeating: UnitSums(), count: from.units.count),
      to: [UnitSums](repeating: UnitSums(), count: to.units.count)
    )
    var doubts = (
      from: [Extent](repeating: .nothing, count: from.doubts.count),
      to: [Extent](repeating: .nothing, count: to.doubts.count)
    )
    var pairs: [Pair] = []
    for cell in cells {
      let places = (Place(cell.from, of: from), Place(cell.to, of: to))
      if case .unit(let unit) = places.0 {
        sums.from[unit].note(cell.extent, other: places.1)
        if case .unit(let other) = places.1 {
          pairs.append(Pair(from: unit, to: other, common: cell.extent))
        }
      }
      if case .unit(let unit) = places.1 { sums.to[unit].note(cell.extent, other: places.0) }
      if case .doubt(let doubt) = places.0 { doubts.from[doubt] += cell.extent }
      if case .doubt(let doubt) = places.1 { doubts.to[doubt] += cell.extent }
    }
    func undetermined(
      _ side: Side, _ assignment: ZoneAssignment, _ extents: [Extent]
    ) -> [Undetermined] {
      zip(assignment.doubts, extents).filter { $0.1.zones > 0 }.map { doubt, extent in
        Undetermined(
          side: side, candidates: doubt.candidates, through: doubt.through, extent: extent)
      }
    }
    func layer(
      _ assignment: ZoneAssignment, _ sums: [UnitSums], _ name: (String) -> String
    ) -> Layer {
      Layer(
        name: assignment.geography,
        units: zip(assignment.units, sums).map { id, sums in
          Unit(
            id: id, name: name(id), total: sums.total, outside: sums.outside,
            undetermined: sums.undetermined)
        })
    }
    self.init(
      from: layer(from, sums.from, names.from), to: layer(to, sums.to, names.to), pairs: pairs,
      undetermined: undetermined(.from, from, doubts.from) + undetermined(.to, to, doubts.to),
      quantity: quantity, measure: measure, vintage: vintage, notes: notes)
  }

  /// What a place of a zone stands for.
  private enum Place {
    case unit(Int)
    case doubt(Int)
    case none

    init(_ place: Int, of assignment: ZoneAssignment) {
      if place < assignment.units.count {
        self = .unit(place)
      } else if place < assignment.units.count + assignment.doubts.count {
        self = .doubt(place - assignment.units.count)
      } else {
        self = .none
      }
    }
  }

  private struct UnitSums {
    var total = Extent.nothing
    var outside = Extent.nothing
    var undetermined = Extent.nothing

    mutating func note(_ extent: Extent, other: Place) {
      total += extent
      switch other {
      case .unit: break
      case .doubt: undetermined += extent
      case .none: outside += extent
      }
    }
  }
}
