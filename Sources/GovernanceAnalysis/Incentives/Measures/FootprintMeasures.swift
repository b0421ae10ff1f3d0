import GovernanceModel

/// What can be counted of how a footprint is governed at a moment.
///
/// Every measure is of what the graph records: a line or an incentive that is missing from it is
/// missing here too.
public struct FootprintMeasures: Sendable {
  public let footprint: BodyIndex
  /// How many members it has.
  public let members: Int

  /// How far the members' incentives cancel, metric by metric, by the metrics' ids.
  public let alignments: [Alignment]

  /// How far they cancel over all metrics: the sum of |Σ w·s·σ| over the metrics that have an index,
  /// divided by the sum of their Σ w·s (see ``Alignment``): the mean of the indices, each weighing as
  /// much as there pulls on it.
  ///
  /// Range: 0 to 1; nil where nothing pulls.
  public var alignment: Double? {
    let measured = alignments.compactMap { part in part.index.map { (part.pull, $0) } }
    let gross = measured.reduce(0) { $0 + $1.0 }
    return gross > 0 ? measured.reduce(0) { $0 + $1.0 * $1.1 } / gross : nil
  }

  /// Club and country: the share of members to whom their own result counts for more than that of
  /// the whole. Those x for which on some metric with a system metric s1 − s2 ≥ 1, with s1 the
  /// strongest incentive on x to have more of the metric and s2 the strongest, in force on a common
  /// day, to have more of the system's (0 for none).
  ///
  /// Range: 0 to 1; nil where no metric has a counterpart for the system. As the rule
  /// `club-and-country`, which takes one metric at a time; after the survey of finance directors by
  /// HFMA, NHS Financial Temperature Check, 2016.
  public let clubAndCountry: Double?

  /// The leadership authority gap: the share of members other than the lead from which no route of
  /// statutory, contractual or managerial lines, or lines of unrecorded basis, leads to the lead; the
  /// smallest of several leads'.
  ///
  /// Range: 0, all answer to the lead, to 1, none does; nil where nobody leads. That authority should
  /// match responsibility is Fayol's principle (Administration industrielle et générale, 1916).
  public let authorityGap: Double?

  /// The distinct principals of members: all to whom one of them answers directly, on whatever basis,
  /// by id. What is said of a kind without its pairs is not counted.
  ///
  ///     |{ p : a line of accountability leads from a member x to p }|
  ///
  /// Range: from 0; each principal above the first is one more to satisfy, as in Bernheim and Whinston,
  /// Common Agency, Econometrica 54(4), 1986.
  public let principals: [BodyIndex]

  /// The distinct regulators of members: all who oversee one of them by a row in force, by id.
  ///
  ///     |{ r : r oversees a member x }|
  ///
  /// Range: from 0. After the counts of overseers in Hood and others, Regulation inside Government,
  /// 1999.
  public let regulators: [BodyIndex]

  /// Boundary load: the number of footprints that a member belongs to, on the average.
  ///
  ///     Σ over members x of |{ S : x is a member of S }|  ÷  number of members
  ///
  /// Range: from 1, no member is shared; nil without members. That bodies plan together more easily
  /// whose borders agree is the argument of Exworthy and Peckham, The contribution of coterminosity to
  /// joint purchasing in health and social care, Health & Place 4(3), 1998.
  public let boundaryLoad: Double?

  /// For each pair of members the way to the first principal that they have in common, by their ids;
  /// nil in a footprint of more than ``mostPairedMembers`` members.
  public let pairs: [CommonPath]?

  /// The mean length of ``pairs`` that have one; nil where none has.
  ///
  ///     Σ over pairs x, y of (lines from x to p + lines from y to p)  ÷  number of such pairs
  ///
  /// with p their first principal in common (see ``CommonPath``). Range: from 1, where each second
  /// member answers to another. The lowest common ancestor of Aho, Hopcroft and Ullman (1973), in
  /// graphs that need not be trees.
  public var meanSteps: Double? {
    let steps = (pairs ?? []).compactMap(\.steps)
    return steps.isEmpty ? nil : Double(steps.reduce(0, +)) / Double(steps.count)
  }

  /// How many of ``pairs`` have no principal in common at all.
  public var pairsApart: Int { (pairs ?? []).count { $0.steps == nil } }

  /// How many members a footprint may have for its pairs to be told: they grow with the square.
  public static let mostPairedMembers = 500
}

extension Inspection {
  /// The measures of every footprint, by id.
  ///
  /// Complexity: O(members · (incentives + superiors + members)) for each.
  public func measures() -> [FootprintMeasures] {
    let loads = boundaryLoads()
    return footprints.map { measures(of: $0, loads) }
  }

  /// The measures of one footprint; nil for a body that is none.
  public func measures(of footprint: BodyIndex) -> FootprintMeasures? {
    footprints.first { $0.body == footprint }.map { measures(of: $0, boundaryLoads()) }
  }

  /// What moves the members of a footprint; nil for a body that is none.
  public func matrix(of footprint: BodyIndex) -> IncentiveMatrix? {
    footprints.first { $0.body == footprint }.map { IncentiveMatrix($0, self) }
  }

  private func measures(
    of footprint: Footprint, _ loads: [BodyIndex: Int]
  ) -> FootprintMeasures {
    let members = footprint.bodies
    let loadSum = members.reduce(0) { $0 + loads[$1]! }
    return FootprintMeasures(
      footprint: footprint.body, members: members.count,
      alignments: alignments(IncentiveMatrix(footprint, self)),
      clubAndCountry: clubAndCountry(members),
      authorityGap: authorityGap(of: footprint),
      principals: byID(Set(members.flatMap { everyLine.principals(of: $0) })),
      regulators: byID(
        Set(
          members.flatMap { member in
            graph.relationships(to: member, kind: .oversees, at: moment).map(\.from)
          })),
      boundaryLoad: members.isEmpty ? nil : Double(loadSum) / Double(members.count),
      pairs: members.count > FootprintMeasures.mostPairedMembers ? nil : commonPaths(of: members))
  }

  private func boundaryLoads() -> [BodyIndex: Int] {
    footprints.reduce(into: [:]) { loads, footprint in
      for member in footprint.bodies { loads[member, default: 0] += 1 }
    }
  }

  private func clubAndCountry(_ members: [BodyIndex]) -> Double? {
    let metrics = graph.metricsByID.filter { graph.metrics[$0].systemMetric != nil }
    guard !metrics.isEmpty, !members.isEmpty else { return nil }
    let flagged = members.count { member in
      metrics.contains { selfInterest(of: member, in: $0) != nil }
    }
    return Double(flagged) / Double(members.count)
  }

  private func authorityGap(of footprint: Footprint) -> Double? {
    graph.relationships(to: footprint.body, kind: .leads, at: moment).compactMap { line in
      gap(of: line.from, in: footprint).map { gap in
        Double(gap.outside.count) / Double(gap.members)
      }
    }.min()
  }
}
