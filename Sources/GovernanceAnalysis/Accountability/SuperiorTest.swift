import GovernanceModel

/// Tells of pairs of bodies whether the second stands above the first, for millions of pairs.
///
/// Most are settled at a look: the second has nobody below it, or is a principal of the first, or
/// stands above one in the tree of the deepest superiors. Others are searched upwards, from
/// fork to fork and never above the rank that is sought; where that takes too long the sets of those
/// above are passed down for 512 of them together.
struct SuperiorTest: Sendable {
  private let upper: UpperBodies
  private let principals: Neighbours
  /// For each rank, the first at or above it in the tree that has several direct superiors; `noRank`
  /// where there is none.
  private let fork: [UInt32]

  init(_ upper: UpperBodies, _ principals: Neighbours) {
    self.upper = upper
    self.principals = principals
    var fork = [UInt32](repeating: UpperBodies.noRank, count: upper.sizes.count)
    for rank in fork.indices {
      let range = upper.above.range(of: UInt32(truncatingIfNeeded: rank))
      if range.count > 1 {
        fork[rank] = UInt32(truncatingIfNeeded: rank)
      } else if range.count == 1 {
        fork[rank] = fork[Int(upper.above.items[range.lowerBound])]
      }
    }
    self.fork = fork
  }

  /// Whether each superior stands above the body beside it, which is another; nil where the search
  /// was given up.
  ///
  /// What a register knows of a body lies scattered: the looks for a batch are made together, so that
  /// none waits for the one before.
  @inline(__always)
  func forEach(
    _ pairs: Pairs, _ scratch: inout Scratch, _ visit: (_ index: Int, _ isAbove: Bool?) -> Void
  ) {
    let size = 256
    var sought = [UInt32](repeating: 0, count: size)
    var starts = sought
    var ends = sought
    var deepest = sought
    for batch in stride(from: 0, to: pairs.from.count, by: size) {
      let count = min(size, pairs.from.count - batch)
      for index in 0..<count {
        let body = Int(pairs.to[batch + index])
        sought[index] = upper.rank[Int(pairs.from[batch + index])]
        starts[index] = principals.offsets[body]
        ends[index] = principals.offsets[body + 1]
      }
      for index in 0..<count {
        deepest[index] = starts[index] < ends[index] ? upper.steps[Int(starts[index])] : 0
      }
      for index in 0..<count {
        let range = Int(starts[index])..<Int(ends[index])
        let isFirst = !range.isEmpty && deepest[index] == sought[index]
        visit(batch + index, isFirst ? true : isAbove(sought[index], range, &scratch))
      }
    }
  }

  /// What a search needs and what it may still spend; one for each thread.
  struct Scratch {
    fileprivate var stamps: [UInt32]
    fileprivate var stamp: UInt32 = 0
    fileprivate var waiting: [UInt32] = []
    /// How many steps may still be taken; below 0 when a search was given up.
    var budget: Int
  }

  func scratch(budget: Int) -> Scratch {
    Scratch(stamps: Array(repeating: 0, count: fork.count), budget: budget)
  }

  /// Whether a body of the rank that is sought stands above another body; nil when the search was
  /// given up. Members of a circle share a rank, so that each stands above the others.
  ///
  /// - Parameter range: the principals of the other body.
  @inline(__always)
  func isAbove(_ sought: UInt32, _ range: Range<Int>, _ scratch: inout Scratch) -> Bool? {
    if sought == UpperBodies.noRank { return false }
    for index in range where upper.tree.isAtOrAbove(sought, upper.steps[index]) { return true }
    return search(sought, from: range, &scratch)
  }

  @inline(__always)
  private func search(
    _ sought: UInt32, from starts: Range<Int>, _ scratch: inout Scratch
  ) -> Bool? {
    scratch.stamp &+= 1
    if scratch.stamp == 0 {
      scratch.stamps = Array(repeating: 0, count: scratch.stamps.count)
      scratch.stamp = 1
    }
    scratch.waiting.removeAll(keepingCapacity: true)
    for index in starts { wait(at: upper.steps[index], sought, &scratch) }
    while let rank = scratch.waiting.popLast() {
      let range = upper.above.range(of: rank)
      scratch.budget -= range.count
      guard scratch.budget >= 0 else { return nil }
      for index in range {
        let next = upper.above.items[index]
        if upper.tree.isAtOrAbove(sought, next) { return true }
        wait(at: next, sought, &scratch)
      }
    }
    return false
  }

  /// Goes on from the first fork at or above a rank, unless it was there or is above what is sought.
  @inline(__always)
  private func wait(at rank: UInt32, _ sought: UInt32, _ scratch: inout Scratch) {
    let fork = fork[Int(rank)]
    guard fork != UpperBodies.noRank, fork > sought, scratch.stamps[Int(fork)] != scratch.stamp
    else { return }
    scratch.stamps[Int(fork)] = scratch.stamp
    scratch.waiting.append(fork)
  }

  /// For each of some pairs, whether the superior stands above the body: 512 superiors at a time,
  /// what is above is passed down from rank to rank.
  ///
  /// - Complexity: O(superiors · E / 512).
  func areAbove(_ pairs: [(superior: UInt32, body: UInt32)]) -> [Bool] {
    var answers = [Bool](repeating: false, count: pairs.count)
    let order = pairs.indices.filter { upper.rank[Int(pairs[$0].superior)] != UpperBodies.noRank }
      .sorted { upper.rank[Int(pairs[$0].superior)] < upper.rank[Int(pairs[$1].superior)] }
    var sets = [SIMD8<UInt64>](repeating: .zero, count: fork.count)
    var next = 0
    while next < order.count {
      // The pairs of the next 512 ranks that are sought, each with the bit of its rank.
      var block: [(pair: Int, bit: Int)] = []
      var bit = -1
      var last = UpperBodies.noRank
      while next < order.count {
        let rank = upper.rank[Int(pairs[order[next]].superior)]
        if rank != last {
          if bit == 511 { break }
          bit += 1
          last = rank
          sets[Int(rank)][bit / 64] |= 1 << UInt64(bit % 64)
        }
        block.append((order[next], bit))
        next += 1
      }
      for rank in sets.indices {
        for index in upper.above.range(of: UInt32(truncatingIfNeeded: rank)) {
          sets[rank] |= sets[Int(upper.above.items[index])]
        }
      }
      for (pair, bit) in block {
        let (superior, body) = pairs[pair]
        let isAbove = principals.range(of: body).contains {
          sets[Int(upper.steps[$0])][bit / 64] & (1 << UInt64(bit % 64)) != 0
        }
        answers[pair] = isAbove && superior != body
      }
      for rank in sets.indices { sets[rank] = .zero }
    }
    return answers
  }
}
