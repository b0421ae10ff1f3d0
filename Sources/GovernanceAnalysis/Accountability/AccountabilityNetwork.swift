import GovernanceModel

/// The lines of accountability that a question follows: those that hold at one moment and rest on
/// one of the wanted bases, each pair of bodies once.
///
///     ccg ──▶ nhs-england ──▶ secretary-of-state ──▶ parliament
///                    └──────────────────────────────▶ parliament
///
/// It is made once and asked many times; families of questions are extensions in files of their
/// own. Complexity of making one: O(V + E).
public struct AccountabilityNetwork: Sendable {
  public let graph: GovernanceGraph
  public let moment: Moment
  public let basis: Basis

  /// For each body, its principals, ascending.
  package let principals: Neighbours
  /// For each body, those that report to it, ascending.
  package let reports: Neighbours
  /// Whether each body is open at the moment.
  package let isOpen: [Bool]

  /// - Parameters:
  ///   - moment: when the lines must hold; both ends must be open then.
  ///   - basis: a line counts when it rests on any of these, or when its basis is not recorded.
  public init(_ graph: GovernanceGraph, at moment: Moment, basis: Basis = .followedByDefault) {
    self.graph = graph
    self.moment = moment
    self.basis = basis
    let isOpen = graph.openBodies(at: moment)
    self.isOpen = isOpen
    var agents: [UInt32] = []
    var superiors: [UInt32] = []
    graph.forEachLine(of: .accountableTo, at: moment, open: isOpen, basis: basis) { _, from, to in
      agents.append(from)
      superiors.append(to)
    }
    principals = Neighbours(from: agents, to: superiors, count: graph.bodyCount)
    reports = principals.reversed
  }

  /// The bodies that a body is directly accountable to.
  public func principals(of body: BodyIndex) -> [BodyIndex] {
    principals[body.raw].map(BodyIndex.init(raw:))
  }

  /// The bodies that are directly accountable to a body.
  public func reports(of body: BodyIndex) -> [BodyIndex] {
    reports[body.raw].map(BodyIndex.init(raw:))
  }

  /// Visits the rows that the network was made of, ascending.
  func forEachFollowedLine(_ visit: (_ row: Int, _ from: UInt32, _ to: UInt32) -> Void) {
    graph.forEachLine(of: .accountableTo, at: moment, open: isOpen, basis: basis, visit)
  }

  /// Every body that is open at the moment.
  public var openBodies: [BodyIndex] {
    isOpen.indices.filter { isOpen[$0] }.map { BodyIndex($0) }
  }

  /// Every open body without principals, ascending.
  package var tops: [UInt32] {
    (0..<UInt32(truncatingIfNeeded: isOpen.count))
      .filter { isOpen[Int($0)] && principals.range(of: $0).isEmpty }
  }
}

extension GovernanceGraph {
  /// Visits those of the lines of a kind that rest on one of some bases, or on none recorded.
  fileprivate func forEachLine(
    of kind: RelationshipKind, at moment: Moment, open: [Bool], basis: Basis,
    _ visit: (_ row: Int, _ from: UInt32, _ to: UInt32) -> Void
  ) {
    forEachLine(of: kind, at: moment, open: open) { row, from, to in
      if self.basis(ofRow: row).isFollowed(by: basis) { visit(row, from, to) }
    }
  }
}

/// The neighbours of each of a number of nodes, in compressed form: ascending and without repeats.
package struct Neighbours: Sendable {
  package let offsets: [UInt32]
  package let items: [UInt32]

  /// Groups pairs by their first part. Complexity: O(V + E) and the sorting of each group.
  package init(from: [UInt32], to: [UInt32], count: Int) {
    var starts = [UInt32](repeating: 0, count: count + 1)
    for node in from { starts[Int(node) + 1] += 1 }
    for node in 0..<count { starts[node + 1] += starts[node] }
    var next = starts
    var grouped = [UInt32](repeating: 0, count: from.count)
    for (index, node) in from.enumerated() {
      grouped[Int(next[Int(node)])] = to[index]
      next[Int(node)] += 1
    }
    var kept = 0
    var offsets = [UInt32](repeating: 0, count: count + 1)
    for node in 0..<count {
      let range = Int(starts[node])..<Int(starts[node + 1])
      if range.count > 1 { grouped[range].sort() }
      let first = kept
      for index in range where kept == first || grouped[kept - 1] != grouped[index] {
        grouped[kept] = grouped[index]
        kept += 1
      }
      offsets[node + 1] = UInt32(truncatingIfNeeded: kept)
    }
    grouped.removeLast(grouped.count - kept)
    self.offsets = offsets
    items = grouped
  }

  private init(offsets: [UInt32], items: [UInt32]) {
    self.offsets = offsets
    self.items = items
  }

  /// The same pairs the other way round. Complexity: O(V + E), without sorting.
  package var reversed: Neighbours {
    var offsets = [UInt32](repeating: 0, count: count + 1)
    for node in items { offsets[Int(node) + 1] += 1 }
    for node in 0..<count { offsets[node + 1] += offsets[node] }
    var next = offsets
    var reversed = [UInt32](repeating: 0, count: items.count)
    for node in 0..<UInt32(truncatingIfNeeded: count) {
      for index in range(of: node) {
        let other = Int(items[index])
        reversed[Int(next[other])] = node
        next[other] += 1
      }
    }
    return Neighbours(offsets: offsets, items: reversed)
  }

  package subscript(node: UInt32) -> ArraySlice<UInt32> { items[range(of: node)] }

  @inline(__always)
  package func range(of node: UInt32) -> Range<Int> {
    Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])
  }

  package var count: Int { offsets.count - 1 }
}
