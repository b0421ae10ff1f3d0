import GovernanceAnalysis
import GovernanceModel
import Testing

/// How two bodies are connected when accountability alone does not connect them.
struct ShortestConnections {
  ///     practice ─ member-of ─▶ ccg ─ accountable-to ─▶ england ─ accountable-to ─▶ department
  ///     ccg ─ commissions ─▶ trust ─ accountable-to ─▶ regulator
  ///     ccg ─ funds ─▶ trust            regulator ─ part-of ─▶ improvement (until 2015)
  ///     england ─ oversees ─▶ regulator
  ///     island
  private func graph() throws -> GovernanceGraph {
    try makeGraph { tables in
      for id in [
        "practice", "ccg", "england", "department", "trust", "regulator", "improvement", "island",
      ] {
        tables.append(["id": id, "name": id, "kind": "body"], to: .organisations)
      }
      for (from, kind, to, end) in [
        ("practice", "member-of", "ccg", ""), ("ccg", "accountable-to", "england", ""),
        ("england", "accountable-to", "department", ""), ("ccg", "commissions", "trust", ""),
        ("ccg", "funds", "trust", ""), ("trust", "accountable-to", "regulator", ""),
        ("england", "oversees", "regulator", ""), ("regulator", "part-of", "improvement", "2015"),
      ] {
        tables.append(["from": from, "to": to, "kind": kind, "end": end], to: .relationships)
      }
    }
  }

  private func connection(_ from: String, _ to: String, on day: String? = nil) throws -> Connection
  {
    let network = AccountabilityNetwork(try graph(), at: try day.map { try date($0) } ?? .anyTime)
    return network.connection(from: try network.body(from), to: try network.body(to))
  }

  /// Each step as `from kind to`, one that is walked against its reading in brackets.
  private func steps(_ from: String, _ to: String, on day: String? = nil) throws -> [String]? {
    let graph = try graph()
    guard case .other(let steps) = try connection(from, to, on: day) else { return nil }
    return steps.map { step in
      let line =
        "\(graph.id(of: step.from)) \(graph.relationshipKinds[step.kind].id) \(graph.id(of: step.to))"
      let row = graph[step.relationship]
      let isSame =
        step.isReversed
        ? row.from == step.to && row.to == step.from : row.from == step.from && row.to == step.to
      #expect(isSame && row.kind == step.kind)
      return step.isReversed ? "(\(line))" : line
    }
  }

  @Test func givesTheRoutesOfAccountabilityWhereThereAreSome() throws {
    guard case .accountability(let routes) = try connection("ccg", "department") else {
      Issue.record("the ccg answers to the department")
      return
    }
    #expect(routes.routes.map(\.count) == [3])
  }

  @Test func saysWhenTheSecondAnswersToTheFirst() throws {
    guard case .reverseAccountability(let routes) = try connection("department", "ccg") else {
      Issue.record("the ccg answers to the department")
      return
    }
    #expect(routes.routes.map(\.count) == [3])
    #expect(routes.routes[0][0] == (try graph()).body(id: "ccg"))
  }

  @Test func prefersAccountabilityAmongWaysOfOneLength() throws {
    // ccg ─▶ england ─ oversees ─▶ regulator and ccg ─ commissions ─▶ trust ─▶ regulator.
    #expect(
      try steps("ccg", "regulator") == ["ccg accountable-to england", "england oversees regulator"])
  }

  @Test func walksAgainstTheReadingAndSaysSo() throws {
    #expect(
      try steps("regulator", "practice") == [
        "(regulator accountable-to trust)", "(trust funds ccg)", "(ccg member-of practice)",
      ])
  }

  @Test func takesTheFirstKindOfSeveralBetweenTwoBodies() throws {
    // The ccg both commissions and funds the trust.
    #expect(try steps("trust", "ccg")?.count == 1)
    #expect(try steps("ccg", "trust") == ["ccg funds trust"])
  }

  @Test func followsOnlyWhatHolds() throws {
    #expect(try steps("trust", "improvement")?.last == "regulator part-of improvement")
    #expect(try connection("trust", "improvement", on: "2016-10-01") == .none)
  }

  @Test func findsNothingWhereNothingIs() throws {
    #expect(try connection("island", "ccg") == .none)
    #expect(try connection("ccg", "island") == .none)
    #expect(try connection("ccg", "ccg") == .none)
  }

  /// A line whose basis is not followed is still a way to go, as a step that is marked.
  @Test func usesLinesOfOtherBasesAsSteps() throws {
    let graph = try makeGraph { tables in
      for id in ["provider", "buyer"] {
        tables.append(["id": id, "name": id, "kind": "body"], to: .organisations)
      }
      tables.append(
        ["from": "provider", "to": "buyer", "kind": "accountable-to", "basis": "contractual"],
        to: .relationships)
    }
    let network = AccountabilityNetwork(graph, at: .anyTime)
    guard
      case .other(let steps) = network.connection(
        from: try network.body("provider"), to: try network.body("buyer"))
    else {
      Issue.record("the contract connects them")
      return
    }
    #expect(steps.map(\.isReversed) == [false])
  }
}
