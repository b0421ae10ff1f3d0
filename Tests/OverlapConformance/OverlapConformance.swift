import GovernanceAnalysis

/// The checks that every ``OverlapSource`` passes, whatever it compares geographies by.
public enum OverlapConformance {
  /// What is wrong with the answers of a source, a sentence each; empty: nothing.
  ///
  /// - Parameters:
  ///   - tolerance: how far a share may be from the true one.
  ///   - make: a source with the geographies `a` and `b` of a world, whose units have the ids of
  ///     ``GridWorld/id(_:_:)``.
  public static func failures<Source: OverlapSource>(
    tolerance: Double, of make: (GridWorld) throws -> Source
  ) rethrows -> [String] {
    var failures: [String] = []
    for world in GridWorld.all {
      let source = try make(world)
      var check = WorldCheck(world: world, tolerance: tolerance)
      if source.geographies != ["a", "b"] {
        check.fail("its geographies are \(source.geographies)")
      }
      let answers = ["a", "b"].flatMap { from in ["a", "b"].map { (from, $0) } }
      for (from, to) in answers {
        do {
          let table = try source.overlap(from: from, to: to)
          check.check(table, from: from, to: to)
          check.checkDifference(of: table, from: from, to: to)
          check.checkMirror(of: table, in: try source.overlap(from: to, to: from))
        } catch {
          check.fail("no answer for \(from) and \(to): \(error)")
        }
      }
      failures += check.failures
    }
    return failures
  }
}

/// One world's answers against counts of its cells.
private struct WorldCheck {
  let world: GridWorld
  let tolerance: Double
  var failures: [String] = []

  init(world: GridWorld, tolerance: Double) {
    self.world = world
    self.tolerance = tolerance
  }

  mutating func fail(_ what: String) { failures.append("\(world.name): \(what)") }

  private mutating func expect(_ is: Double, _ should: Double, _ what: @autoclosure () -> String) {
    if abs(`is` - should) > tolerance { fail("\(what()) is \(`is`), not \(should)") }
  }

  mutating func check(_ table: OverlapTable, from: String, to: String) {
    let sides = [(OverlapTable.Side.from, from), (.to, to)]
    for (side, layer) in sides {
      let ids = table.layer(side).units.map(\.id)
      if table.layer(side).name != layer { fail("\(side) is called \(table.layer(side).name)") }
      if ids != world.ids(layer) { return fail("the units of \(layer) are \(ids)") }
      checkSums(table, side, layer)
    }
    for (position, unit) in table.from.units.enumerated() {
      for (otherPosition, other) in table.to.units.enumerated() {
        let cells = common(from, unit.id, to, other.id)
        let pair = table.pair(from: position, to: otherPosition)
        if cells.both == 0 {
          if pair != nil { fail("\(unit.id) and \(other.id) have nothing in common, but a pair") }
          continue
        }
        guard let pair else {
          fail("\(unit.id) and \(other.id) have no pair")
          continue
        }
        expect(
          table.share(pair, of: .from), Double(cells.both) / Double(cells.from),
          "the share of \(unit.id) in \(other.id)")
        expect(
          table.share(pair, of: .to), Double(cells.both) / Double(cells.to),
          "the share of \(other.id) in \(unit.id)")
        let relation: OverlapRelation =
          switch (cells.both == cells.from, cells.both == cells.to) {
          case (true, true): .identical
          case (true, false): .inside
          case (false, true): .contains
          case (false, false): .overlaps
          }
        // No unit of a small world has so small a part.
        let found = table.relation(pair, sliver: SliverTolerance(share: 1e-6)!)
        if found != relation { fail("\(unit.id) \(found) \(other.id), not \(relation)") }
      }
    }
    for (side, layer) in sides { checkSplit(table, side, layer, side == .from ? to : from) }
  }

  /// Shares sum to 1 less the gaps.
  private mutating func checkSums(_ table: OverlapTable, _ side: OverlapTable.Side, _ layer: String)
  {
    for (position, parts) in table.parts(of: side).enumerated() {
      let unit = table.layer(side).units[position]
      let shares = parts.reduce(0) { $0 + table.share($1, of: side) }
      let gap = (table.size(unit.outside) + table.size(unit.undetermined)) / table.size(unit.total)
      expect(shares, 1 - gap, "the sum of the shares and gaps of \(unit.id)")
    }
  }

  private mutating func checkSplit(
    _ table: OverlapTable, _ side: OverlapTable.Side, _ layer: String, _ other: String
  ) {
    let split = table.split(side, sliver: SliverTolerance(share: 1e-6)!).map {
      table.layer(side).units[$0.unit].id
    }
    let expected = world.ids(layer).filter { id in
      world.ids(other).count { common(layer, id, other, $0).both > 0 } > 1
    }
    if split != expected { fail("split of \(layer) by \(other): \(split), not \(expected)") }
    let crossed = table.crossed(side, sliver: SliverTolerance(share: 1e-6)!).map {
      table.layer(side).units[$0.unit].id
    }
    let meeting = world.ids(layer).filter { id in
      world.ids(other).contains {
        let cells = common(layer, id, other, $0)
        return cells.both > 0 && cells.both < cells.from && cells.both < cells.to
      }
    }
    if crossed != meeting { fail("crossed of \(layer) by \(other): \(crossed), not \(meeting)") }
  }

  /// Two answers about the same geographies differ by nothing, whatever they are of.
  mutating func checkDifference(of table: OverlapTable, from: String, to: String) {
    let difference = table.difference(
      from: world.table(from: from, to: to), sliver: SliverTolerance(share: 1e-6)!)
    for unit in difference.unmatched {
      fail("\(unit.id) is known to \(unit.isHere ? "it" : "the count of cells") only")
    }
    for pair in difference.onlyHere + difference.onlyThere + difference.otherRelation {
      fail(
        "\(pair.from) \(pair.here.relation) \(pair.to), but \(pair.there.relation) by the count of "
          + "cells")
    }
    for pair in difference.byGap where pair.gap > tolerance {
      fail("the shares of \(pair.from) and \(pair.to) are \(pair.gap) from those of the cells")
    }
  }

  mutating func checkMirror(of table: OverlapTable, in other: OverlapTable) {
    guard table.pairs.count == other.pairs.count else {
      return fail("the other way round there are other pairs")
    }
    for (pair, mirror) in zip(table.pairs, other.mirrored.pairs) {
      guard (pair.from, pair.to) == (mirror.from, mirror.to) else {
        return fail("the other way round there are other pairs")
      }
      expect(
        table.share(pair, of: .from), other.mirrored.share(mirror, of: .from),
        "a share the other way round")
    }
  }

  private func common(_ from: String, _ id: String, _ to: String, _ otherID: String)
    -> (both: Int, from: Int, to: Int)
  {
    let cells = [from, to].map { $0 == "a" ? world.a : world.b }
    var counts = (both: 0, from: 0, to: 0)
    for cell in cells[0].indices {
      let isFrom = cells[0][cell].map { GridWorld.id(from, $0) } == id
      let isTo = cells[1][cell].map { GridWorld.id(to, $0) } == otherID
      counts.both += isFrom && isTo ? 1 : 0
      counts.from += isFrom ? 1 : 0
      counts.to += isTo ? 1 : 0
    }
    return counts
  }
}
