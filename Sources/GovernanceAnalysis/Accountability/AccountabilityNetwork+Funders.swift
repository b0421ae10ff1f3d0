import GovernanceModel

/// One row by which a body pays another, and whether the payer is among those whom the payee
/// answers to.
public struct FundingLine: Hashable, Sendable {
  public let relationship: RelationshipIndex
  public let funder: BodyIndex
  public let funded: BodyIndex
  /// Whether the funded body answers to the funder, directly or through others.
  public let isOnPath: Bool
}

extension AccountabilityNetwork {
  /// Every funding relationship that holds at the network's moment, in the order of the graph, with
  /// whether the funded body answers to its funder.
  ///
  ///     department ◀── board ◀── trust
  ///         └─── funds ───────────▶│          on the path: the trust answers to the department
  ///     charity ──── funds ───────▶┘          off the path
  ///
  /// Rows of the kind `funds` or a narrower one count, whatever they rest on; the path is made of
  /// the network's lines of accountability. In a circle each body answers to every other, so that
  /// money between them is on the path. A body that funds itself is on the path: its money never
  /// leaves it.
  ///
  /// - Complexity: O(E), and for each body that is funded from elsewhere than its principals what
  ///   lies above it.
  public func fundingLines() -> [FundingLine] {
    var lines: [FundingLine] = []
    var walk = ReachWalk(count: graph.bodyCount)
    graph.forEachLine(of: .funds, at: moment, open: isOpen) { row, funder, funded in
      let isOnPath =
        funder == funded || principals[funded].contains(funder)
        || walk.reached(from: funded, over: principals).contains(funder)
      lines.append(
        FundingLine(
          relationship: RelationshipIndex(row), funder: BodyIndex(raw: funder),
          funded: BodyIndex(raw: funded), isOnPath: isOnPath))
    }
    return lines
  }

  /// The funding relationships whose funder is not among the superiors of the funded body, in the
  /// order of the graph: money that comes with no line of accountability behind it.
  ///
  /// - Complexity: that of ``fundingLines()``.
  public func fundingOffPath() -> [FundingLine] { fundingLines().filter { !$0.isOnPath } }
}
