import GovernanceModel

/// The lines by which some bodies are accountable, grouped by body: a collection of bodies
/// ascending, each with its rows.
///
/// It is kept in three flat columns, so that an answer about a million bodies costs no memory of its
/// own for each.
public struct PrincipalLines: RandomAccessCollection, Sendable {
  /// A body and the rows by which it answers to its principals.
  public struct Entry: Hashable, Sendable {
    public let body: BodyIndex
    /// The rows that were followed, ascending; several may name the same principal.
    public let lines: ArraySlice<RelationshipIndex>
  }

  package let bodies: [BodyIndex]
  /// The lines of `bodies[i]` are `lines[offsets[i]..<offsets[i + 1]]`.
  let offsets: [UInt32]
  /// All the rows, body by body.
  public let lines: [RelationshipIndex]

  public var startIndex: Int { 0 }
  public var endIndex: Int { bodies.count }
  /// A body with its lines. Complexity: O(1).
  public subscript(position: Int) -> Entry {
    Entry(
      body: bodies[position],
      lines: lines[Int(offsets[position])..<Int(offsets[position + 1])])
  }
}

extension AccountabilityNetwork {
  /// Every body that has a principal, with the rows that say so.
  ///
  /// - Complexity: O(V + E).
  public func principalLines() -> PrincipalLines {
    lines(of: bodies { !principals.range(of: $0).isEmpty })
  }

  /// The bodies that answer to two principals or more of different kinds, with the rows that say
  /// so.
  ///
  ///     trust ─┬▶ regulator        two kinds: listed
  ///            └▶ governors
  ///     ccg ───┬▶ region           one kind twice: not listed
  ///            └▶ region
  ///
  /// Kinds are those of the network's moment, and differ when their ids do: a kind and one that is
  /// narrower count as two.
  ///
  /// - Returns: the bodies ascending, each with all its lines, also those to principals of one kind.
  /// - Complexity: O(V + E).
  public func severalPrincipals() -> PrincipalLines { lines(of: bodiesOfSeveralPrincipals()) }

  /// The same bodies without their rows, for whoever only asks which they are.
  ///
  /// - Complexity: O(V + E).
  public func bodiesOfSeveralPrincipals() -> [BodyIndex] {
    bodiesOfSeveralPrincipals(workers: Parallel.workers)
  }

  package func bodiesOfSeveralPrincipals(workers: Int) -> [BodyIndex] {
    let kinds = graph.kinds(at: moment)
    return bodies(workers: workers) { body in
      let range = principals.range(of: body)
      guard range.count > 1 else { return false }
      let first = kinds[Int(principals.items[range.lowerBound])]
      return range.dropFirst().contains { kinds[Int(principals.items[$0])] != first }
    }
  }

  /// The bodies that are wanted, ascending.
  @inline(__always)
  private func bodies(
    workers: Int = Parallel.workers, where isWanted: @Sendable (UInt32) -> Bool
  ) -> [BodyIndex] {
    let runs = runs(of: graph.bodyCount, workers: workers)
    var bodies: [BodyIndex] = []
    Parallel.inOrder(runs.count, workers: workers) { piece in
      var found: [BodyIndex] = []
      for body in runs[piece] where isWanted(UInt32(truncatingIfNeeded: body)) {
        found.append(BodyIndex(body))
      }
      return found
    } consume: { _, found in
      if bodies.isEmpty { bodies = found } else { bodies += found }
    }
    return bodies
  }

  /// The lines of some bodies, by counting.
  ///
  /// - Parameter bodies: ascending.
  private func lines(of bodies: [BodyIndex]) -> PrincipalLines {
    var place = [UInt32](repeating: .max, count: graph.bodyCount)
    for (index, body) in bodies.enumerated() {
      place[body.position] = UInt32(truncatingIfNeeded: index)
    }
    let rows = followedRows
    // A byte for each body tells most rows apart: the places would not fit in the cache.
    let isListed = place.map { $0 != .max }
    let runs = rows.inRuns { [place] range in
      var found = Pairs()
      rows.forEach(in: range) { row, from, _ in
        guard isListed[Int(from)] else { return }
        found.from.append(place[Int(from)])
        found.to.append(UInt32(truncatingIfNeeded: row))
      }
      return found
    }
    var offsets = [UInt32](repeating: 0, count: bodies.count + 1)
    for run in runs { for place in run.from { offsets[Int(place) + 1] += 1 } }
    for index in bodies.indices { offsets[index + 1] += offsets[index] }
    var next = offsets
    var lines = [RelationshipIndex](
      repeating: RelationshipIndex(0), count: Int(offsets[bodies.count]))
    for run in runs {
      for (place, row) in zip(run.from, run.to) {
        lines[Int(next[Int(place)])] = RelationshipIndex(raw: row)
        next[Int(place)] += 1
      }
    }
    return PrincipalLines(bodies: bodies, offsets: offsets, lines: lines)
  }
}

extension GovernanceGraph {
  /// The kind of every body at a moment. Complexity: O(V + history).
  package func kinds(at moment: Moment) -> [UInt16] {
    var kinds = bodies.kind
    guard moment.date != nil else { return kinds }
    for entry in history where entry.field == "kind" {
      kinds[entry.body.position] = kind(of: entry.body, at: moment).raw
    }
    return kinds
  }
}
