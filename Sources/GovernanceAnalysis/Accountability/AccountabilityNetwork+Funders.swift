import GovernanceModel

/// One row by which a body pays another, and whether the payer is among those whom the payee
/// answers to.
public struct FundingLine: Hashable, Sendable {
  public let relationship: RelationshipIndex
  public let funder: BodyIndex
  public let funded: BodyIndex
  /// Whether the funded body answers to the funder, directly or through others.
  public internal(set) var isOnPath: Bool
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
  /// - Complexity: O(V + E), and for each row that is not settled at a look the forks above the
  ///   funded body; where that is too much, O(funders · E / 512).
  public func fundingLines() -> [FundingLine] { fundingLines(withThoseOnPath: true) }

  /// The funding relationships whose funder is not among the superiors of the funded body, in the
  /// order of the graph: money that comes with no line of accountability behind it.
  ///
  /// - Complexity: that of ``fundingLines()``.
  public func fundingOffPath() -> [FundingLine] { fundingLines(withThoseOnPath: false) }

  /// - Parameters:
  ///   - budget: how many steps searches may take before they are left to be settled together.
  ///   - workers: how many threads work at most.
  package func fundingLines(
    withThoseOnPath: Bool, budget: Int? = nil, workers: Int = Parallel.workers
  ) -> [FundingLine] {
    let rows = HeldRows(of: .funds, in: graph, at: moment, open: isOpen, basis: nil)
    let test = SuperiorTest(upperBodies, principals)
    let budget = budget ?? 64 * (graph.bodyCount + rows.count) + 1_000_000
    let runs = rows.inRuns(workers: workers) { range in
      var lines: [FundingLine] = []
      // The places in `lines` of those whose search was given up.
      var open: [Int] = []
      var scratch = test.scratch(budget: budget / workers)
      var numbers: [UInt32] = []
      var pairs = Pairs()
      // Room for more than there may be: memory that is not written to costs nothing.
      numbers.reserveCapacity(range.count)
      pairs.from.reserveCapacity(range.count)
      pairs.to.reserveCapacity(range.count)
      rows.forEach(in: range) { row, funder, funded in
        numbers.append(UInt32(truncatingIfNeeded: row))
        pairs.from.append(funder)
        pairs.to.append(funded)
      }
      lines.reserveCapacity(numbers.count)
      test.forEach(pairs, &scratch) { index, isAbove in
        let isOnPath = pairs.from[index] == pairs.to[index] ? true : isAbove
        if isOnPath == true, !withThoseOnPath { return }
        if isOnPath == nil { open.append(lines.count) }
        lines.append(
          FundingLine(
            relationship: RelationshipIndex(raw: numbers[index]),
            funder: BodyIndex(raw: pairs.from[index]), funded: BodyIndex(raw: pairs.to[index]),
            isOnPath: isOnPath ?? false))
      }
      return (lines: lines, open: open)
    }
    var lines: [FundingLine] = []
    var open: [Int] = []
    for run in runs {
      open += run.open.map { $0 + lines.count }
      if lines.isEmpty { lines = run.lines } else { lines += run.lines }
    }
    guard !open.isEmpty else { return lines }
    let answers = test.areAbove(open.map { (lines[$0].funder.raw, lines[$0].funded.raw) })
    for (place, isOnPath) in zip(open, answers) { lines[place].isOnPath = isOnPath }
    return withThoseOnPath ? lines : lines.filter { !$0.isOnPath }
  }
}
