import GovernanceModel

/// How much misalignment would go were one instrument removed, for each instrument.
///
/// An instrument is the rows that share its name and those who set it. It is taken away, the rules
/// are asked again, and what went and what came is counted; nothing else is changed, so that effects
/// on behaviour beyond the rules are not guessed.
///
/// Complexity: one check for each instrument, of the rules that read incentives.
public struct WhatIf: Sendable {
  public struct Change: Sendable {
    public let instrument: String
    public let setBy: [IncentiveHolder]
    /// Positions of the rows taken away.
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

  /// The most relief first, then by instrument.
  public let changes: [Change]

  /// The rules whose findings are about incentives, and whose scores can be added.
  static let rules: [any Rule] = [
    OpposedIncentives(), ClubAndCountry(), LeadSelfInterest(), ConflictingPrincipals(),
    ContradictoryInstruments(), RivalrousContract(), UpstreamCut(), CrowdedOut(),
  ]

  public init(_ inspection: Inspection) {
    let graph = inspection.graph
    let before = Check(inspection, rules: Self.rules).findings
    let scores = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0.score) })
    let sum = before.reduce(0) { $0 + $1.score }
    let groups = Dictionary(grouping: inspection.incentives.inForce) { position in
      let incentive = graph.incentives[position]
      return [incentive.instrument] + incentive.setBy.map { graph.text(of: $0) }.sorted()
    }
    changes = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { _, rows in
      // What nobody set nobody can take away.
      guard !graph.incentives[rows[0]].setBy.isEmpty else { return nil }
      let after = Check(inspection.without(Set(rows)), rules: Self.rules).findings
      let left = Set(after.map(\.id))
      let cleared = before.filter { !left.contains($0.id) }
      let places = Set(
        cleared.flatMap { $0.places.map(\.footprint) + ($0.footprint.map { [$0] } ?? []) })
      return Change(
        instrument: graph.incentives[rows[0]].instrument, setBy: graph.incentives[rows[0]].setBy,
        incentives: rows, cleared: cleared.map(\.id).sorted(),
        raised: after.map(\.id).filter { scores[$0] == nil }.sorted(),
        relief: sum - after.reduce(0) { $0 + $1.score }, footprints: inspection.byID(places))
    }.enumerated().sorted {
      ($1.element.relief, $0.offset) < ($0.element.relief, $1.offset)
    }.map(\.element)
  }
}
