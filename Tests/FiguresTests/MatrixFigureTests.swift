import GovernanceAnalysis
import Testing

@testable import Figures

@Suite struct MatrixFigureTests {
  private func figure(_ parts: [[Double]], sliver: Double = 0) -> Figure {
    MatrixFigure.figure(
      of: MadeOverlaps.table(parts), MadeOverlaps.words, sliver: SliverTolerance(share: sliver)!)
  }

  @Test func `tells every share`() {
    let figure = figure([[10, 0, 0], [3, 7, 0], [0, 0, 5], [0, 1, 999]])
    let titles = figure.shapes.compactMap(\.title)
    #expect(titles.contains("C number 0 in F number 0: 100 %"))
    #expect(titles.contains("C number 1 in F number 0: 30 %"))
    #expect(titles.contains("C number 1 in F number 1: 70 %"))
    #expect(titles.contains("C number 3 in F number 1: under 1 %"))
    #expect(titles.contains("C number 3 in F number 2: over 99 %"))
    #expect(titles.count == 6)
    #expect(figure.lines.contains("Of 4 councils, 2 lie in several footprints."))
    #expect(figure.lines.contains("C number 1: F number 1 70 %, F number 0 30 %."))
    #expect(figure.lines.contains("Only in F number 0: C number 0."))
    #expect(figure.lines.last == "Source: a test.")
  }

  @Test func `leaves out slivers and says so`() {
    let figure = figure([[10, 0], [1, 999]], sliver: 0.01)
    #expect(figure.shapes.compactMap(\.title).count == 2)
    #expect(figure.lines.contains { $0.contains("0 lie in several") && $0.contains("1 %") })
  }

  @Test(arguments: 1...12 as ClosedRange<Int>)
  func `keeps every word on the page and off the others`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let columns = 1 + next(30)
    let parts = (0..<1 + next(150)).map { _ -> [Double] in
      var row = [Double](repeating: 0, count: columns)
      for _ in 0...next(3) { row[next(columns)] = Double(1 + next(1000)) }
      return row
    }
    let names = (
      from: parts.indices.map {
        "Council \($0) " + String(repeating: "with a long name ", count: $0 % 4)
      },
      to: (0..<columns).map {
        "Footprint \($0) " + String(repeating: "and another ", count: $0 % 5)
      }
    )
    let figure = MatrixFigure.figure(
      of: MadeOverlaps.table(parts, names: names), MadeOverlaps.words, sliver: .none)
    #expect(figure.textFaults == [])
  }

  @Test func `draws the split units alone where there are too many`() {
    let many = (0..<500).map { number in number < 7 ? [1.0, 1] : [1.0, 0] }
    let figure = figure(many)
    #expect(figure.lines.contains { $0.hasPrefix("7 are drawn: there are too many") })
    #expect(figure.shapes.compactMap(\.title).count == 14)
  }

  @Test func `draws an overlap of nothing`() {
    let figure = figure([])
    #expect(figure.textFaults == [])
    #expect(figure.lines.contains("Of 0 councils, 0 lie in several footprints."))
  }
}
