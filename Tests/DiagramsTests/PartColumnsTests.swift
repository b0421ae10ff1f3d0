import Testing

@testable import Diagrams

@Suite("Columns of parts that are not joined")
struct PartColumnsTests {
  /// home – lead – footprint twice, and lead – footprint once.
  private let chains = PartColumns(
    kinds: ["trust", "lead", "footprint", "council", "lead", "footprint", "lead", "footprint"],
    lines: [(0, 1), (1, 2), (3, 4), (4, 5), (6, 7)])

  @Test("count from the end at which parts are alike")
  func countFromTheAlikeEnd() {
    #expect(chains.count == 3)
    #expect(chains.isAlikeAtEnd)
    #expect(chains.columns == [2, 1, 0, 2, 1, 0, 1, 0])
  }

  @Test("count from the left where the left ends are alike")
  func countFromTheLeft() {
    let parts = PartColumns(kinds: ["a", "b", "a", "c"], lines: [(0, 1), (2, 3)])
    #expect(!parts.isAlikeAtEnd)
    #expect(parts.columns == [0, 1, 0, 1])
  }

  @Test("take the longest way where there are several")
  func takeTheLongestWay() {
    let parts = PartColumns(kinds: ["a", "b", "c"], lines: [(0, 1), (1, 2), (0, 2)])
    #expect(parts.count == 1)
    #expect(parts.columns == [0, 1, 2])
  }

  @Test("leave circles, and what hangs on them, to the layout")
  func leaveCirclesAlone() {
    let parts = PartColumns(
      kinds: ["a", "b", "c", "d"], lines: [(0, 1), (1, 2), (2, 1), (2, 3), (3, 3)])
    #expect(parts.columns == [0, nil, nil, nil])
  }

  @Test("end soon for a hundred thousand bodies in a chain")
  func endSoonInALongChain() {
    let count = 100_000
    let parts = PartColumns(
      kinds: Array(repeating: 0, count: count), lines: (1..<count).map { ($0 - 1, $0) })
    #expect(parts.count == 1)
    #expect(parts.columns.last == count - 1)
  }
}
