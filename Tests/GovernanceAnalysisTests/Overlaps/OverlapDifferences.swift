import Testing

@testable import GovernanceAnalysis

@Suite struct OverlapDifferences {
  private func table(_ from: [String], _ to: [String], _ commons: [[Double]]) -> OverlapTable {
    func units(_ ids: [String], _ totals: [Double]) -> [OverlapTable.Unit] {
      zip(ids, totals).map { OverlapTable.Unit(id: $0, name: $0, total: .init(amount: $1)) }
    }
    let columns = to.indices.map { column in commons.reduce(0) { $0 + $1[column] } }
    return OverlapTable(
      from: .init(name: "a", units: units(from, commons.map { $0.reduce(0, +) })),
      to: .init(name: "b", units: units(to, columns)),
      pairs: commons.enumerated().flatMap { row, shares in
        shares.enumerated().filter { $0.element > 0 }.map {
          OverlapTable.Pair(from: row, to: $0.offset, common: .init(amount: $0.element))
        }
      }, quantity: .squareMetres)
  }

  @Test func compareTheSharesOfUnitsThatBothKnow() throws {
    let here = table(["a1", "a2", "a3"], ["b1", "b2"], [[6, 4], [10, 0], [1, 1]])
    let there = table(["a1", "a2", "a4"], ["b1", "b2"], [[90, 10], [97, 3], [5, 5]])
    let difference = here.difference(from: there, sliver: .none)
    #expect(difference.common.map { $0.from + $0.to } == ["a1b1", "a1b2", "a2b1"])
    #expect(difference.onlyHere.isEmpty)
    let missing = try #require(difference.onlyThere.first)
    #expect(difference.onlyThere.count == 1)
    #expect((missing.from, missing.to) == ("a2", "b2"))
    #expect(missing.here == .nothing)
    #expect(missing.there.shareOfFrom == 0.03)
    // All of a2 is in b1 by the one, a part of it elsewhere by the other.
    #expect(difference.otherRelation.map { $0.from + $0.to } == ["a2b1"])
    #expect(
      difference.unmatched.map(\.id) == ["a3", "a4"]
        && difference.unmatched.map(\.isHere) == [true, false])
    // b2 has 4 of its 5 in a1 here, 10 of its 18 there.
    let greatest = try #require(difference.byGap.first)
    #expect((greatest.from, greatest.to) == ("a1", "b1") || greatest.gap >= 0.3 - 1e-12)
    for pair in difference.pairs { #expect(pair.gap <= greatest.gap) }
    #expect(difference.concerning(["a2"]).pairs.map(\.to) == ["b1", "b2"])
    #expect(difference.concerning(["a4"]).unmatched.map(\.id) == ["a4"])

    let tolerant = here.difference(from: there, sliver: SliverTolerance(share: 0.2)!)
    #expect(tolerant.onlyThere.isEmpty)
  }

  @Test func findNothingBetweenAnAnswerAndItself() {
    let table = table(["a1"], ["b1", "b2"], [[1, 2]])
    let difference = table.difference(from: table, sliver: .none)
    #expect(difference.common.count == 2)
    #expect(difference.byGap.isEmpty && difference.unmatched.isEmpty)
    #expect(difference.otherRelation.isEmpty)
  }
}
