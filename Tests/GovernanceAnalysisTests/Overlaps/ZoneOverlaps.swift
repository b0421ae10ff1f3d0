import GovernanceAnalysis
import GovernanceModel
import OverlapConformance
import Testing

/// A world of cells as a table of zones, a cell a zone.
private struct GridZones: OverlapSource {
  let world: GridWorld
  var workers = 1
  let geographies = ["a", "b"]

  func overlap(from: String, to: String) -> OverlapTable {
    OverlapTable(
      assignment(from), assignment(to),
      population: [UInt32](repeating: 1, count: world.a.count),
      quantity: .people(counted: "residents", year: "2017"), workers: workers)
  }

  private func assignment(_ layer: String) -> ZoneAssignment {
    let units = world.ids(layer)
    return ZoneAssignment(
      geography: layer, units: units,
      places: (layer == "a" ? world.a : world.b).map { unit in
        unit.map { UInt32(units.firstIndex(of: GridWorld.id(layer, $0))!) } ?? ZoneTable.none
      })
  }
}

@Suite struct ZoneOverlaps {
  @Test func passTheSuiteOfEverySource() {
    #expect(OverlapConformance.failures(tolerance: 1e-12) { GridZones(world: $0) } == [])
  }
}

/// Random zones with people, some in no unit and some in doubt.
private struct RandomZones {
  var people: [UInt32] = []
  var first: [UInt32] = []
  var second: [UInt32] = []
  let units: Int
  let doubts: Int

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    units = 1 + generator.below(9)
    doubts = generator.below(3)
    for _ in 0..<generator.below(121) {
      people.append(UInt32(generator.below(31)))
      first.append(place(units, 0, &generator))
      second.append(place(units, doubts, &generator))
    }
  }

  private func place(
    _ units: Int, _ doubts: Int, _ generator: inout SplitMix64
  ) -> UInt32 {
    let place = generator.below(units + doubts + 1)
    return place == units + doubts ? ZoneTable.none : UInt32(place)
  }

  func assignment(_ places: [UInt32], _ name: String, doubts: Int) -> ZoneAssignment {
    ZoneAssignment(
      geography: name, units: (0..<units).map { "\(name)\($0)" },
      doubts: (0..<doubts).map {
        ZoneAssignment.Doubt(candidates: [0, units - 1], through: "doubt \($0)")
      }, places: places)
  }

  var table: OverlapTable {
    OverlapTable(
      assignment(first, "a", doubts: 0), assignment(second, "b", doubts: doubts),
      population: people, quantity: .people(counted: "residents", year: "2017"))
  }
}

/// What holds of every table, against counts that go through the zones one by one.
@Suite struct ZoneOverlapLaws {
  @Test(arguments: UInt64(0)..<60)
  func agreeWithCountingZoneByZone(seed: UInt64) {
    let zones = RandomZones(seed: seed)
    let table = zones.table
    var pairs = 0
    for a in 0..<zones.units {
      let inA = zones.first.indices.filter { zones.first[$0] == UInt32(a) }
      func extent(_ zonesOfIt: [Int]) -> OverlapTable.Extent {
        OverlapTable.Extent(
          zones: zonesOfIt.count, amount: zonesOfIt.reduce(0) { $0 + Double(zones.people[$1]) })
      }
      let unit = table.from.units[a]
      #expect(unit.total == extent(inA))
      #expect(unit.outside == extent(inA.filter { zones.second[$0] == ZoneTable.none }))
      let inDoubt = inA.filter {
        zones.second[$0] >= zones.units && zones.second[$0] != ZoneTable.none
      }
      #expect(unit.undetermined == extent(inDoubt))
      for b in 0..<zones.units {
        let both = inA.filter { zones.second[$0] == UInt32(b) }
        #expect(table.pair(from: a, to: b)?.common ?? .nothing == extent(both))
        pairs += both.isEmpty ? 0 : 1
      }
    }
    #expect(table.pairs.count == pairs)
    let doubtful = zones.second.indices.filter {
      zones.second[$0] >= zones.units && zones.second[$0] != ZoneTable.none
    }
    #expect(table.undetermined.reduce(0) { $0 + $1.extent.zones } == doubtful.count)
  }

  @Test(arguments: UInt64(0)..<60)
  func sumToOneLessGapsAndDoubts(seed: UInt64) {
    let table = RandomZones(seed: seed).table
    for side in OverlapTable.Side.allCases {
      for (unit, parts) in zip(table.layer(side).units, table.parts(of: side))
      where unit.total.amount > 0 {
        let shares = parts.reduce(0) { $0 + table.share($1, of: side) }
        let rest = (unit.outside.amount + unit.undetermined.amount) / unit.total.amount
        #expect(abs(shares + rest - 1) < 1e-12)
      }
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func mirrorWhenTheSidesAreExchanged(seed: UInt64) {
    let zones = RandomZones(seed: seed)
    let mirrored = OverlapTable(
      zones.assignment(zones.second, "b", doubts: zones.doubts),
      zones.assignment(zones.first, "a", doubts: 0), population: zones.people,
      quantity: .people(counted: "residents", year: "2017"))
    let table = zones.table
    #expect(table.mirrored == mirrored)
    #expect(table.mirrored.mirrored == table)
    for pair in table.pairs {
      let other = mirrored.pair(from: pair.to, to: pair.from)!
      #expect(table.relation(pair).mirrored == mirrored.relation(other))
    }
    let (index, back) = (table.coterminosity, mirrored.coterminosity)
    #expect(index.from == back.to && index.index == back.index)
    #expect(abs((index.homogeneity ?? 0) - (back.completeness ?? 0)) < 1e-12)
  }

  /// A zone cut in two, its people shared out, is as if it had not been cut.
  @Test(arguments: UInt64(0)..<40)
  func stayTheSameWhenZonesAreCutSmaller(seed: UInt64) {
    let zones = RandomZones(seed: seed)
    var finer = zones
    for zone in zones.people.indices where zone % 2 == 0 {
      let half = zones.people[zone] / 2
      finer.people[zone] -= half
      finer.people.append(half)
      finer.first.append(zones.first[zone])
      finer.second.append(zones.second[zone])
    }
    let (coarse, fine) = (zones.table, finer.table)
    #expect(coarse.pairs.map(\.common.amount) == fine.pairs.map(\.common.amount))
    #expect(coarse.coterminosity == fine.coterminosity)
    for side in OverlapTable.Side.allCases {
      #expect(coarse.split(side).map(\.unit) == fine.split(side).map(\.unit))
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func doNotDependOnTheOrderOfZones(seed: UInt64) {
    let zones = RandomZones(seed: seed)
    var generator = SplitMix64(seed: seed &+ 1000)
    let order = generator.shuffled(Array(zones.people.indices))
    var shuffled = zones
    shuffled.people = order.map { zones.people[$0] }
    shuffled.first = order.map { zones.first[$0] }
    shuffled.second = order.map { zones.second[$0] }
    #expect(shuffled.table == zones.table)
  }

  /// Many zones are counted on several threads, many units without a place for every pair.
  @Test func doNotDependOnHowTheyAreCounted() {
    let count = 600_000
    let people = (0..<count).map { UInt32($0 % 7) }
    func assignment(_ name: String, _ units: Int, _ step: Int) -> ZoneAssignment {
      ZoneAssignment(
        geography: name, units: (0..<units).map { "\(name)\(10_000 + $0)" },
        places: (0..<count).map { UInt32($0 / step % units) })
    }
    func table(_ units: Int, workers: Int) -> OverlapTable {
      OverlapTable(
        assignment("a", units, 300), assignment("b", units, 7), population: people,
        quantity: .people(counted: "residents", year: "2017"), workers: workers)
    }
    #expect(table(40, workers: 1) == table(40, workers: 3))
    let sparse = table(2_100, workers: 1)
    #expect(sparse.from.units.reduce(0) { $0 + $1.total.zones } == count)
    #expect(
      sparse.pairs.reduce(0) { $0 + $1.common.amount } == people.reduce(0) { $0 + Double($1) })
  }
}

@Suite struct OverlapRelations {
  /// A table of two units a side with these numbers of people in common.
  private static func table(_ common: [[Double]], outside: [Double] = [0, 0]) -> OverlapTable {
    let columns = common[0].indices
    func unit(_ name: String, _ total: Double, _ outside: Double = 0) -> OverlapTable.Unit {
      OverlapTable.Unit(
        id: name, name: name, total: OverlapTable.Extent(zones: 1, amount: total),
        outside: OverlapTable.Extent(amount: outside))
    }
    return OverlapTable(
      from: OverlapTable.Layer(
        name: "a",
        units: common.indices.map {
          unit("a\($0)", common[$0].reduce(outside[$0], +), outside[$0])
        }),
      to: OverlapTable.Layer(
        name: "b",
        units: columns.map { column in
          unit("b\(column)", common.reduce(0) { $0 + $1[column] })
        }),
      pairs: common.indices.flatMap { row in
        columns.filter { common[row][$0] > 0 }.map {
          OverlapTable.Pair(
            from: row, to: $0, common: OverlapTable.Extent(zones: 1, amount: common[row][$0]))
        }
      }, quantity: .people(counted: "residents", year: "2017"))
  }

  @Test func areNamed() {
    #expect(Self.table([[5, 0], [0, 5]]).relation(from: 0, to: 0) == .identical)
    #expect(Self.table([[5, 0], [0, 5]]).relation(from: 0, to: 1) == .disjoint)
    #expect(Self.table([[5, 0], [3, 5]]).relation(from: 0, to: 0) == .inside)
    #expect(Self.table([[5, 4], [0, 5]]).relation(from: 0, to: 0) == .contains)
    #expect(Self.table([[5, 4], [3, 5]]).relation(from: 0, to: 0) == .overlaps)
    // A part outside every unit keeps a unit from lying inside one.
    #expect(Self.table([[5, 0], [0, 5]], outside: [1, 0]).relation(from: 0, to: 0) == .contains)
  }

  /// A tenth of a per cent is a sliver; a sliver of the larger that is most of the smaller is none.
  @Test func leaveSliversOut() throws {
    let sliver = try #require(SliverTolerance(share: 0.01))
    let slivered = Self.table([[999, 1], [0, 500]])
    #expect(slivered.relation(from: 0, to: 0) == .contains)
    #expect(slivered.relation(from: 0, to: 0, sliver: sliver) == .identical)
    #expect(slivered.relation(from: 0, to: 1) == .overlaps)
    #expect(slivered.relation(from: 0, to: 1, sliver: sliver) == .disjoint)
    #expect(slivered.split(.from).map(\.unit) == [0])
    #expect(slivered.split(.from, sliver: sliver).isEmpty)
    let small = Self.table([[9_990, 6], [0, 4]])
    #expect(small.relation(from: 0, to: 1, sliver: sliver) == .overlaps)
    #expect(small.split(.from, sliver: sliver).isEmpty)
    #expect(small.split(.to, sliver: sliver).map(\.unit) == [1])
    #expect(SliverTolerance(share: 0.5) == nil && SliverTolerance(share: -0.1) == nil)
  }

  /// By hand: a0 has 6 of its 8 in b0, of which 2 are in a1; to lie in b0 it gives up 2, to be made
  /// of whole ones it gives up 2 of b1 and takes 2 of b0.
  @Test func measureWhoWouldChangeSides() {
    let index = Self.table([[6, 2], [2, 10]]).coterminosity
    #expect(index.from.map(\.misfit) == [2, 2])
    #expect(index.from[0].index == 0.75)
    #expect(index.from[0].likeness == 0.6)
    #expect(abs(index.index! - 0.8) < 1e-12)
    let nested = Self.table([[3, 4], [0, 0]]).coterminosity
    #expect(nested.index == 1 && nested.completeness == 1)
    #expect(Self.table([[3, 0], [0, 4]]).coterminosity.vMeasure == 1)
    // Knowing the one says nothing of the other.
    #expect(abs(Self.table([[5, 5], [5, 5]]).coterminosity.vMeasure!) < 1e-12)
  }
}
