import GovernanceModel

/// The superiors of each of some bodies, in the order in which the bodies were given.
///
/// All sets lie in one column, so that ten thousand of them cost no memory of their own for each.
public struct SuperiorSets: RandomAccessCollection, Sendable {
  private let ends: [Int]
  private let items: [BodyIndex]

  fileprivate init(ends: [Int], items: [BodyIndex]) {
    self.ends = ends
    self.items = items
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { ends.count }
  /// The superiors of one body, ascending by number. Complexity: O(1).
  public subscript(position: Int) -> ArraySlice<BodyIndex> {
    items[(position == 0 ? 0 : ends[position - 1])..<ends[position]]
  }
}

extension AccountabilityNetwork {
  /// The superiors of many bodies, in their order, shared out among threads.
  ///
  /// - Complexity: in proportion to what is reached, and the sorting of each set.
  public func superiorSets(of bodies: [BodyIndex]) -> SuperiorSets {
    superiorSets(of: bodies, workers: Parallel.workers)
  }

  package func superiorSets(of bodies: [BodyIndex], workers: Int) -> SuperiorSets {
    let pieces = bodies.count < 512 ? 1 : workers
    let runs = (0..<pieces).map { piece in
      bodies.count * piece / pieces..<bodies.count * (piece + 1) / pieces
    }
    var ends: [Int] = []
    ends.reserveCapacity(bodies.count)
    var items: [BodyIndex] = []
    Parallel.inOrder(runs.count, workers: workers) { piece in
      var gathering = Gathering(principals)
      gathering.add(bodies[runs[piece]])
      return gathering
    } consume: { _, gathering in
      let before = items.count
      if before == 0 { items = gathering.items } else { items += gathering.items }
      for end in gathering.ends { ends.append(before + end) }
    }
    return SuperiorSets(ends: ends, items: items)
  }
}

/// Sets of superiors, one after the other. What was met is known by looking through the set while
/// that is small, as most are, and by marks when it grows.
private struct Gathering: Sendable {
  var ends: [Int] = []
  var items: [BodyIndex] = []
  private let principals: Neighbours
  private var marks: [UInt32] = []
  private var mark: UInt32 = 0
  private static let few = 24

  init(_ principals: Neighbours) { self.principals = principals }

  mutating func add(_ bodies: ArraySlice<BodyIndex>) {
    ends.reserveCapacity(bodies.count)
    items.reserveCapacity(bodies.count * 8)
    for body in bodies {
      let start = items.count
      var isMarked = false
      meet(from: body, start, body, &isMarked)
      var next = start
      while next < items.count {
        meet(from: items[next], start, body, &isMarked)
        next += 1
      }
      if isMarked, items.count - start > marks.count / 16 {
        putMarked(from: start, without: body)
      } else if items.count - start > 1 {
        items.sort(start..<items.count)
      }
      ends.append(items.count)
    }
  }

  /// Puts a large set in order by going through the marks, which takes less than sorting it.
  private mutating func putMarked(from start: Int, without first: BodyIndex) {
    var place = start
    for index in marks.indices where marks[index] == mark && index != first.position {
      items[place] = BodyIndex(index)
      place += 1
    }
  }

  /// Adds the principals of a body that were not met before.
  @inline(__always)
  private mutating func meet(
    from body: BodyIndex, _ start: Int, _ first: BodyIndex, _ isMarked: inout Bool
  ) {
    for index in principals.range(of: body.raw) {
      let principal = BodyIndex(raw: principals.items[index])
      if !isMarked {
        if principal == first || items[start...].contains(principal) { continue }
        items.append(principal)
        if items.count - start == Self.few {
          isMarked = true
          beginMarks(start, first)
        }
      } else if marks[principal.position] != mark {
        marks[principal.position] = mark
        items.append(principal)
      }
    }
  }

  private mutating func beginMarks(_ start: Int, _ first: BodyIndex) {
    if marks.isEmpty { marks = Array(repeating: 0, count: principals.count) }
    mark &+= 1
    if mark == 0 {
      marks = Array(repeating: 0, count: marks.count)
      mark = 1
    }
    marks[first.position] = mark
    for index in start..<items.count { marks[items[index].position] = mark }
  }
}
