import GovernanceAnalysis
import GovernanceModel
import Testing

/// What a graph holds, of one body, of a kind and as a whole.
struct Profiles {
  ///     old ◀─ succeeds ─ trust ─ accountable-to ─▶ regulator ─ oversees ─▶ trust
  ///     every trust ─ member-of ─▶ every footprint (unstated)      trust.board (owner: trust)
  static func graph() throws -> GovernanceGraph {
    try makeGraph { tables in
      tables[.kinds] = GraphTables.Table(
        columns: ["id", "of", "broader"],
        rows: [
          ["provider", "", ""], ["trust", "", "provider"], ["acute", "", "trust"],
          ["foundation", "", "trust"], ["acute-foundation", "", "acute foundation"],
          ["footprint", "", ""], ["national", "", ""], ["board", "", ""], ["chair", "post", ""],
        ])
      tables[.sources] = GraphTables.Table(columns: ["id", "title"], rows: [["act", "The Act"]])
      tables[.organisations] = GraphTables.Table(
        columns: ["id", "name", "kind", "opened", "closed", "owner"],
        rows: [
          ["trust", "The Trust", "acute-foundation", "2010", "", ""],
          ["old", "The Old Trust", "acute", "", "2010-01-01", ""],
          ["new", "A New Trust", "foundation", "2020-01-01", "", ""],
          ["regulator", "The Regulator", "national", "", "", ""],
          ["fp", "The Footprint", "footprint", "2016", "", ""],
          ["trust.board", "Its Board", "board", "", "", "trust"],
          ["trust.old-board", "Its Old Board", "board", "", "2012", "trust"],
        ])
      tables[.posts] = GraphTables.Table(
        columns: ["id", "name", "kind", "owner"], rows: [["chair", "Chair", "chair", "trust"]])
      tables[.holders] = GraphTables.Table(
        columns: ["post", "name", "start", "end"],
        rows: [["chair", "A", "2010", "2015"], ["chair", "B", "2016-01-01", ""]])
      tables[.relationships] = GraphTables.Table(
        columns: ["from", "to", "kind", "start", "pairing", "source", "grade"],
        rows: [
          ["trust", "old", "succeeds", "2010", "", "act", "verified"],
          ["new", "trust", "succeeds", "2020", "", "", ""],
          ["trust", "regulator", "accountable-to", "2010", "", "act", "verified"],
          ["regulator", "trust", "oversees", "", "", "", "inferred"],
          ["chair", "trust", "leads", "", "", "act", ""],
          ["every trust", "every footprint", "member-of", "2016", "unstated", "", ""],
          ["every footprint", "regulator", "accountable-to", "", "", "act", "recalled"],
        ])
      tables[.duties] = GraphTables.Table(
        columns: ["holder", "type", "subject", "end"],
        rows: [
          ["trust", "duty", "keep accounts", ""], ["every provider", "duty", "be licensed", ""],
          ["every provider", "power", "that is gone", "2015"],
          ["every footprint", "duty", "plan", ""],
        ])
    }
  }

  @Test func aProfileHoldsWhatHoldsOnTheDate() throws {
    let graph = try Self.graph()
    let trust = try #require(graph.body(id: "trust"))
    let profile = OrganisationProfile(of: trust, in: graph, at: try date("2016-10-01"))
    func lines(_ rows: [Relationship]) -> [String] {
      rows.map {
        "\(graph.id(of: $0.from)) \(graph.relationshipKinds[$0.kind].id) \(graph.id(of: $0.to))"
      }
    }
    #expect(lines(profile.outgoing) == ["trust accountable-to regulator"])
    #expect(lines(profile.incoming) == ["regulator oversees trust", "chair leads trust"])
    // Succession is told whenever it was: what came before is closed, what comes after not open.
    #expect(lines(profile.predecessors) == ["trust succeeds old"])
    #expect(lines(profile.successors) == ["new succeeds trust"])
    #expect(profile.holders.isEmpty)
    #expect(profile.ownBodies.map { graph.id(of: $0) } == ["trust.board", "chair"])
    #expect(profile.duties.map(\.subject) == ["keep accounts", "be licensed"])
    #expect(
      Set(profile.kinds.map { graph.bodyKinds[$0].id })
        == ["acute-foundation", "acute", "foundation", "trust", "provider"])
    #expect(profile.unstated.count == 1)
    let before = OrganisationProfile(of: trust, in: graph, at: try date("2012-12-31"))
    #expect(before.unstated.isEmpty)
    #expect(before.duties.map(\.subject) == ["keep accounts", "be licensed", "that is gone"])
  }

  @Test func aPostHasTheHolderOfTheDay() throws {
    let graph = try Self.graph()
    let chair = try #require(graph.body(id: "chair"))
    func holders(_ moment: Moment) -> [String] {
      OrganisationProfile(of: chair, in: graph, at: moment).holders.map(\.name)
    }
    #expect(holders(try date("2012-12-31")) == ["A"])
    // "Until 2015" is read to the end of the year.
    #expect(holders(try date("2015-12-31")) == ["A"])
    #expect(holders(try date("2016-01-01")) == ["B"])
    #expect(holders(.anyTime) == ["A", "B"])
  }

  @Test func aSummaryCountsBroaderKinds() throws {
    let summary = GraphSummary(try Self.graph(), at: try date("2016-10-01"))
    func counts(_ counts: [GraphSummary.Count]) -> [String] {
      counts.map { "\($0.kind) \($0.count)" }
    }
    // One trust, though two of its kinds are trusts.
    #expect(
      counts(summary.organisations) == [
        "acute 1", "acute-foundation 1", "board 1", "chair 1", "footprint 1", "foundation 1",
        "national 1", "post 1", "provider 1", "trust 1",
      ])
    #expect(summary.bodyCount == 5)
    #expect(summary.postCount == 1)
    #expect(counts(summary.relationships) == ["accountable-to 2", "leads 1", "oversees 1"])
    #expect(summary.relationshipCount == 4)
    #expect(summary.stated == 7)
    #expect(summary.unstated == 1)
    #expect(summary.sourced == 0.75)
    #expect(
      counts(summary.grades) == [
        "verified 1", "computed 0", "inferred 1", "estimated 0", "recalled 1", "not-recorded 1",
      ])
    // That the footprint opened in 2016 is not when its line began.
    #expect(summary.withoutStart == 3)
  }

  @Test func aSummaryRegardlessOfDatesCountsEverything() throws {
    let summary = GraphSummary(try Self.graph(), at: .anyTime)
    #expect(summary.bodyCount == 8)
    #expect(summary.organisations.first { $0.kind == "trust" }?.count == 3)
    #expect(summary.relationshipCount == 6)
  }

  @Test func anEmptyGraphHasNoShare() throws {
    let summary = GraphSummary(
      try makeGraph { $0[.organisations] = GraphTables.Table(columns: ["id", "name", "kind"]) },
      at: .anyTime)
    #expect(summary.bodyCount == 0)
    #expect(summary.sourced == nil)
    #expect(summary.organisations.isEmpty)
  }

  @Test func aListHoldsTheNarrowerKindsThatAreOpen() throws {
    let graph = try Self.graph()
    let kind = try #require(graph.bodyKinds.index(of: "trust"))
    func ids(on day: String) throws -> [String] {
      OrganisationList(of: kind, in: graph, at: try date(day)).entries.map { graph.id(of: $0.body) }
    }
    #expect(try ids(on: "2009-12-31") == ["old"])
    #expect(try ids(on: "2010-01-01") == ["trust"])
    #expect(try ids(on: "2020-01-01") == ["new", "trust"])
  }
}
