import GovernanceModel

/// The zones and people in each combination of a place of one geography and one of another.
struct ZoneCount {
  /// One combination that holds any zone.
  struct Cell: Hashable {
    let from: Int
    let to: Int
    var extent: OverlapTable.Extent
  }

  /// By `from`, then `to`.
  let cells: [Cell]

  /// Above so many combinations they are not all held, only those that occur.
  private static let mostHeld = 1 << 22
  /// A thread of its own is worth while for so many zones.
  private static let piece = 1 << 18

  /// - Complexity: O(zones + combinations held).
  init(
    _ from: ZoneAssignment, _ to: ZoneAssignment, population: [UInt32]?,
    workers: Int = Parallel.workers
  ) {
    precondition(
      from.places.count == to.places.count, "Both assignments are of the same zones.")
    let combinations = from.placeCount.multipliedReportingOverflow(by: to.placeCount)
    cells =
      combinations.overflow || combinations.partialValue > Self.mostHeld
      ? Self.sparse(from, to, population) : Self.dense(from, to, population, workers)
  }

  private static func dense(
    _ from: ZoneAssignment, _ to: ZoneAssignment, _ population: [UInt32]?, _ workers: Int
  ) -> [Cell] {
    let width = to.placeCount
    let last = (from: UInt32(from.placeCount - 1), to: UInt32(to.placeCount - 1))
    let combinations = from.placeCount * width
    let zones = from.places.count
    let pieces = max(1, min(workers, zones / piece))
    var sums: [Int] = []
    Parallel.inOrder(pieces, workers: workers) { index in
      var sums = [Int](repeating: 0, count: combinations * 2)
      let range = zones * index / pieces..<zones * (index + 1) / pieces
      // Safe: a place is below the number of places, and every zone has one in each column.
      sums.withUnsafeMutableBufferPointer { sums in
        from.places.withUnsafeBufferPointer { first in
          to.places.withUnsafeBufferPointer { second in
            func count(_ people: (Int) -> Int) {
              for zone in range {
                let row = Int(min(first[zone], last.from)) &* width
                let place = (row &+ Int(min(second[zone], last.to))) &* 2
                sums[place] &+= 1
                sums[place &+ 1] &+= people(zone)
              }
            }
            if let population {
              population.withUnsafeBufferPointer { people in count { Int(people[$0]) } }
            } else {
              count { _ in 0 }
            }
          }
        }
      }
      return sums
    } consume: { index, part in
      if index == 0 {
        sums = part
      } else {
        for place in sums.indices { sums[place] += part[place] }
      }
    }
    var cells: [Cell] = []
    for row in 0..<from.placeCount {
      for column in 0..<width where sums[(row * width + column) * 2] > 0 {
        let place = (row * width + column) * 2
        cells.append(
          Cell(
            from: row, to: column,
            extent: OverlapTable.Extent(zones: sums[place], amount: Double(sums[place + 1]))))
      }
    }
    return cells
  }

  private static func sparse(
    _ from: ZoneAssignment, _ to: ZoneAssignment, _ population: [UInt32]?
  ) -> [Cell] {
    let last = (from: UInt32(from.placeCount - 1), to: UInt32(to.placeCount - 1))
    var sums: [UInt64: (zones: Int, people: Int)] = [:]
    for zone in from.places.indices {
      let key =
        UInt64(min(from.places[zone], last.from)) << 32 | UInt64(min(to.places[zone], last.to))
      sums[key, default: (0, 0)].zones += 1
      if let population { sums[key]!.people += Int(population[zone]) }
    }
    return sums.sorted { $0.key < $1.key }.map { key, sum in
      Cell(
        from: Int(key >> 32), to: Int(key & 0xFFFF_FFFF),
        extent: OverlapTable.Extent(zones: sum.zones, amount: Double(sum.people)))
    }
  }
}
