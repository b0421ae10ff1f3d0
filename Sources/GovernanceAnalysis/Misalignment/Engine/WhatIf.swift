import GovernanceModel

/// How much misalignment would go were one instrument removed or turned round, for each instrument.
///
/// An instrument is the rows that share its name and those who set it. It is taken away, and then
/// turned round, so that it pays for less where it paid for more; each time the rules are asked
/// again, and what went and what came is counted. Nothing else is changed, so that effects on
/// behaviour beyond the rules are not guessed.
///
/// Complexity: two checks for each instrument, of the rules that read incentives.
public struct WhatIf: Sendable {
  /// What is done to the instrument.
  public enum Way: String, CaseIterable, Hashable, Sendable {
    case removed
    /// Its signs are turned round; not tried for one without any.
    case reversed
  }

  public struct Change: Sendable {
    public let instrument: String
    public let setBy: [IncentiveHolder]
    public let way: Way
    /// Positions of the rows changed.
    public let incentives: [Int]
    /// Ids of findings that go.
    public let cleared: [String]
    /// Ids of findings that come.
    public let raised: [String]
    /// The scores before less those after: what is misaligned because of the instrument.
    public let relief: Double
    /// The footprints in which a finding goes.
    public let footprints: [BodyIndex]
  }

  /// The most relief first, then by instrument, removed before reversed.
  public let changes: [Change]

  /// The rules whose findings are about incentives, and whose scores can be added.
  static let rules: [any Rule] = [
    OpposedIncentives(), ClubAndCountry(), LeadSelfInterest(), ConflictingPrincipals(),
    ContradictoryInstruments(), RivalrousContract(), UpstreamCut(), CrowdedOut(),
  ]

  public init(_ inspection: Inspection) {
    let graph = inspection.graph
    let before = Check(inspection, rules: Self.rules).findings
    let groups = Dictionary(grouping: inspection.incentives.inForce) { position in
      let incentive = graph.incentives[position]
      return [incentive.instrument] + incentive.setBy.map { graph.text(of: $0) }.sorted()
    }
    changes = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { _, rows in
      // What nobody set nobody can change.
      guard !graph.incentives[rows[0]].setBy.isEmpty else { return [Change]() }
      var changes = [Self.change(.removed, rows, of: inspection, before)]
      if rows.contains(where: { graph.incentives[$0].direction.sign != 0 }) {
        changes.append(Self.change(.reversed, rows, of: inspection, before))
      }
      return changes
    }.enumerated().sorted {
      ($1.element.relief, $0.offset) < ($0.element.relief, $1.offset)
    }.map(\.element)
  }

  private static func change(
    _ way: Way, _ rows: [Int], of inspection: Inspection, _ before: [Finding]
  ) -> Change {
    let changed =
      switch way {
      case .removed: inspection.without(Set(rows))
      case .reversed: inspection.turningRound(Set(rows))
      }
    let after = Check(changed, rules: Self.rules).findings
    let (known, left) = (Set(before.map(\.id)), Set(after.map(\.id)))
    let cleared = before.filter { !left.contains($0.id) }
    let places = Set(
      cleared.flatMap { $0.places.map(\.footprint) + ($0.footprint.map { [$0] } ?? []) })
    let first = inspection.graph.incentives[rows[0]]
    return Change(
      instrument: first.instrument, setBy: first.setBy, way: way, incentives: rows,
      cleared: cleared.map(\.id).sorted(),
      raised: after.map(\.id).filter { !known.contains($0) }.sorted(),
      relief: before.reduce(0) { $0 + $1.score } - after.reduce(0) { $0 + $1.score },
      footprints: inspection.byID(places))
  }
}
