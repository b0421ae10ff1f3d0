import Testing

@testable import GraphvizEngine

/// What lies near a place of a drawing.
@Suite struct BoxGridTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func findsAllThatOverlapsAndNothingThatWasTakenOut(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func box() -> Box {
      Box(
        x: .random(in: -50...650, using: &random), y: .random(in: -50...450, using: &random),
        width: .random(in: 0...200, using: &random), height: .random(in: 0...90, using: &random))
    }
    var boxes = (0..<Int.random(in: 0..<80, using: &random)).map { _ in box() }
    var grid = BoxGrid(over: Box(left: 0, bottom: 0, right: 600, top: 400), count: boxes.count)
    for (number, box) in boxes.enumerated() { grid.insert(number, box) }
    // Some move, some leave.
    var isIn = boxes.map { _ in true }
    for number in boxes.indices where number % 3 > 0 {
      grid.remove(number, boxes[number])
      boxes[number] = box()
      isIn[number] = number % 3 == 1
      if isIn[number] { grid.insert(number, boxes[number]) }
    }
    for _ in 0..<40 {
      let area = box()
      var met: Set<Int> = []
      grid.visit(area) {
        met.insert($0)
        return true
      }
      for number in boxes.indices {
        if isIn[number], boxes[number].overlaps(area) { #expect(met.contains(number)) }
        if !isIn[number] { #expect(!met.contains(number)) }
      }
    }
  }

  /// A line meets a box when one of many points on it lies in it.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func tellsWhetherALineRunsThroughABox(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func point() -> Point {
      Point(
        x: Double(Int.random(in: -20...20, using: &random)),
        y: Double(Int.random(in: -20...20, using: &random)))
    }
    let (start, end) = (point(), point())
    let area = Box(left: -7, bottom: -5, right: 9, top: 6)
    let isMet = (0...10_000).contains { step in
      let share = Double(step) / 10_000
      let (x, y) = (start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
      return x > area.left && x < area.right && y > area.bottom && y < area.top
    }
    // What only touches it may count.
    if isMet { #expect(Track.crosses(start, end, area)) }
    if !isMet { #expect(!Track.crosses(start, end, area.grown(by: -0.1))) }
  }
}
