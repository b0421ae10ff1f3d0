import GovernanceModel

/// An open body that stands for all of its kind, or for itself alone where a row about incentives
/// names it.
///
/// What is said of kinds and of single bodies is decided by these: there are as many as kinds, and not
/// as many as bodies.
struct Representative: Sendable {
  let body: BodyIndex
  /// How many bodies it stands for.
  let count: Int

  /// Those of some bodies, by id; of a kind the one with the first id.
  ///
  /// Complexity: O(V).
  static func all(
    in graph: GovernanceGraph, open: [BodyIndex], kinds: [UInt16]
  ) -> [Representative] {
    // Nothing is said of kinds then that anybody would ask about.
    guard !graph.incentives.isEmpty else { return [] }
    let named = Set(graph.namedHolders)
    typealias Entry = (id: String, body: BodyIndex, count: Int)
    var first: [UInt16: Entry] = [:]
    var single: [Entry] = []
    var counts = [Int](repeating: 0, count: graph.bodyKinds.kinds.count)
    for body in open {
      if named.contains(body) {
        single.append((graph.id(of: body), body, 1))
        continue
      }
      let kind = kinds[body.position]
      counts[Int(kind)] += 1
      let id = graph.id(of: body)
      if let known = first[kind], known.id < id { continue }
      first[kind] = (id, body, 0)
    }
    let ofKinds = first.map { kind, found -> Entry in
      (found.id, found.body, counts[Int(kind)])
    }
    return (single + ofKinds).sorted { $0.id < $1.id }.map {
      Representative(body: $0.body, count: $0.count)
    }
  }
}

extension GovernanceGraph {
  /// The single bodies that rows about incentives name.
  fileprivate var namedHolders: [BodyIndex] {
    let holders =
      incentives.flatMap { [$0.holder] + $0.setBy } + metrics.flatMap(\.producedBy)
      + effects.flatMap { ($0.holder.map { [$0] } ?? []) + $0.borneBy }
    return holders.compactMap { holder in
      if case .body(let body) = holder { body } else { nil }
    }
  }
}
