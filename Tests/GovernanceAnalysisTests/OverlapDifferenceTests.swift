import Testing

@testable import GovernanceAnalysis

@Suite struct OverlapDifferenceTests {
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

  @Test func comparesTheSharesOfUnitsThatBothKnow() {
    let here = table(["a1", "a2", "a3"], ["b1", "b2"], [[6, 4], [10, 0], [1, 1]])
    let there = table(["a1", "a2", "a4"], ["b1", "b2"], [[90, 10], [97, 3], [5, 5]])
    let difference = here.difference(from: there, sliver: .none)
    #expect(difference.common == 3)
    #expect(difference.onlyHere == [])
    #expect(difference.onlyThere == [.init(from: "a2", to: "b2", share: 0, otherShare: 0.03)])
    #expect(difference.unmatched == 2)
    #expect(difference.greatest?.from == "a1")
    #expect(abs((difference.greatest?.share ?? 0) - (difference.greatest?.otherShare ?? 0)) > 0.29)
    let tolerant = here.difference(from: there, sliver: SliverTolerance(share: 0.05)!)
    #expect(tolerant.onlyThere == [])
  }

  @Test func findsNothingBetweenAnAnswerAndItself() {
    let table = table(["a1"], ["b1", "b2"], [[1, 2]])
    let difference = table.difference(from: table, sliver: .none)
    #expect(difference.common == 2)
    #expect(difference.greatest == nil)
    #expect(difference.unmatched == 0)
  }
}
