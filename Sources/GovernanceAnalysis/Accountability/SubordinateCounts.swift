import GovernanceModel

/// How many distinct bodies there are at and below each rank.
///
/// Whoever has one direct superior adds what is at and below it to that one, and is then done with.
/// Only those with several, where two ways up may meet again, are followed to the top, each with the
/// bodies that it stands for: by walking, or where walks are long by passing sets of 512 of them up
/// together.
struct SubordinateCounts {
  private let upper: UpperBodies
  private let principals: Neighbours
  private let workers: Int
  /// For each rank how many bodies it stands for: itself, its circle, and those that only lead to it.
  private var weights: [UInt32]
  /// Whoever has several direct superiors: the first of them at `items[offsets[i]]`.
  private var forks = Neighbours(offsets: [0], items: [])
  private var forkWeights: [UInt32] = []

  /// - Parameters:
  ///   - budget: how many steps walking may take before sets are passed up instead.
  ///   - workers: how many threads work at most.
  static func ofRanks(
    _ upper: UpperBodies, _ principals: Neighbours, budget: Int, workers: Int = Parallel.workers
  ) -> [UInt32] {
    var counting = SubordinateCounts(upper, principals, workers)
    counting.weigh()
    let above = counting.aboveForksByWalking(budget) ?? counting.aboveForksBySets()
    return zip(counting.weights, above).map { $0 + $1 }
  }

  private init(_ upper: UpperBodies, _ principals: Neighbours, _ workers: Int) {
    self.upper = upper
    self.principals = principals
    self.workers = workers
    weights = upper.sizes
  }

  /// Finds what each rank stands for, and who has several superiors.
  private mutating func weigh() {
    var offsets: [UInt32] = [0]
    var items: [UInt32] = []
    for body in upper.rank.indices where upper.rank[body] == UpperBodies.noRank {
      let range = principals.range(of: UInt32(truncatingIfNeeded: body))
      if range.count == 1 {
        weights[Int(upper.steps[range.lowerBound])] += 1
      } else if range.count > 1 {
        let start = items.count
        upper.appendDirect(range, to: &items)
        if items.count - start == 1 {
          weights[Int(items[start])] += 1
          items.removeLast()
        } else {
          offsets.append(UInt32(truncatingIfNeeded: items.count))
        }
      }
    }
    forkWeights = [UInt32](repeating: 1, count: offsets.count - 1)
    for rank in (0..<upper.sizes.count).reversed() {
      let range = upper.above.range(of: UInt32(truncatingIfNeeded: rank))
      if range.count == 1 {
        weights[Int(upper.above.items[range.lowerBound])] += weights[rank]
      } else if range.count > 1 {
        items += upper.above.items[range]
        offsets.append(UInt32(truncatingIfNeeded: items.count))
        forkWeights.append(weights[rank])
      }
    }
    forks = Neighbours(offsets: offsets, items: items)
  }

  /// Adds the weight of each fork to every rank above it; nil when that takes too many steps.
  private func aboveForksByWalking(_ budget: Int) -> [UInt32]? {
    let runs = runs(of: forks.count, workers: workers)
    let share = budget / max(1, runs.count)
    var sums: [UInt32]? = [UInt32](repeating: 0, count: weights.count)
    Parallel.inOrder(runs.count, workers: workers) { piece -> [UInt32]? in
      var counts = [UInt32](repeating: 0, count: weights.count)
      var walk = RankWalk(count: weights.count)
      var left = share
      for fork in runs[piece] {
        let reached = walk.reached(from: forks.items[forks.range(of: UInt32(fork))], in: upper)
        left -= reached
        guard left > 0 else { return nil }
        let weight = forkWeights[fork]
        for index in 0..<reached { counts[Int(walk.ranks[index])] += weight }
      }
      return counts
    } consume: { _, counts in
      guard let counts, sums != nil else {
        sums = nil
        return
      }
      for rank in counts.indices { sums![rank] += counts[rank] }
    }
    return sums
  }

  /// The same, 512 forks at a time: their set is passed up from rank to rank.
  private func aboveForksBySets() -> [UInt32] {
    // Those of like weight together, so that few binary digits have to be told apart.
    let order = forkWeights.indices.sorted {
      (forkWeights[$0], $0) < (forkWeights[$1], $1)
    }
    let blocks = (order.count + 511) / 512
    let runs =
      blocks == 0 ? [] : (0..<workers).map { $0 * blocks / workers..<($0 + 1) * blocks / workers }
    var sums = [UInt32](repeating: 0, count: weights.count)
    Parallel.inOrder(runs.count, workers: workers) { piece in
      var counts = [UInt32](repeating: 0, count: weights.count)
      var sets = [SIMD8<UInt64>](repeating: .zero, count: weights.count)
      for block in runs[piece] {
        add(order[block * 512..<min(block * 512 + 512, order.count)], to: &counts, &sets)
      }
      return counts
    } consume: { _, counts in
      for rank in counts.indices { sums[rank] += counts[rank] }
    }
    return sums
  }

  /// - Parameter sets: all empty before and after.
  private func add(
    _ block: ArraySlice<Int>, to counts: inout [UInt32], _ sets: inout [SIMD8<UInt64>]
  ) {
    // For each binary digit of a weight, the forks whose weight has it.
    var digits: [(value: UInt32, forks: SIMD8<UInt64>)] = []
    for (place, fork) in block.enumerated() {
      let lane = place / 64
      let bit: UInt64 = 1 << UInt64(place % 64)
      for index in forks.range(of: UInt32(fork)) {
        sets[Int(forks.items[index])][lane] |= bit
      }
      var weight = forkWeights[fork]
      while weight != 0 {
        let value = weight & ~(weight - 1)
        weight -= value
        if let known = digits.firstIndex(where: { $0.value == value }) {
          digits[known].forks[lane] |= bit
        } else {
          var forks = SIMD8<UInt64>.zero
          forks[lane] = bit
          digits.append((value, forks))
        }
      }
    }
    for rank in (0..<sets.count).reversed() where sets[rank] != .zero {
      let set = sets[rank]
      sets[rank] = .zero
      for index in upper.above.range(of: UInt32(truncatingIfNeeded: rank)) {
        sets[Int(upper.above.items[index])] |= set
      }
      for digit in digits {
        let both = set & digit.forks
        var count = 0
        for lane in 0..<8 { count += both[lane].nonzeroBitCount }
        counts[rank] += UInt32(truncatingIfNeeded: count) * digit.value
      }
    }
  }
}

/// A walk upwards over ranks, whose marks are kept from one walk to the next.
struct RankWalk {
  /// The ranks of the last walk, as many as it says.
  private(set) var ranks: [UInt32]
  private var stamps: [UInt32]
  private var stamp: UInt32 = 0

  init(count: Int) {
    ranks = Array(repeating: 0, count: count)
    stamps = Array(repeating: 0, count: count)
  }

  /// Finds some ranks and all above them, and says how many they are.
  @inline(__always)
  mutating func reached(from start: ArraySlice<UInt32>, in upper: UpperBodies) -> Int {
    stamp &+= 1
    if stamp == 0 {
      stamps = Array(repeating: 0, count: stamps.count)
      stamp = 1
    }
    var count = 0
    for rank in start where stamps[Int(rank)] != stamp {
      stamps[Int(rank)] = stamp
      ranks[count] = rank
      count += 1
    }
    var next = 0
    while next < count {
      for index in upper.above.range(of: ranks[next]) {
        let rank = upper.above.items[index]
        if stamps[Int(rank)] != stamp {
          stamps[Int(rank)] = stamp
          ranks[count] = rank
          count += 1
        }
      }
      next += 1
    }
    return count
  }
}
