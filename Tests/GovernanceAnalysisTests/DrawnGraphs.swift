import GovernanceAnalysis
import GovernanceModel
import Testing

/// Small graphs drawn by hand, each with the answers that can be read off the drawing.
struct DrawnGraphs {
  /// The shape in which one body has two principals that share one.
  ///
  ///            ┌─▶ left ──┐
  ///     bottom ┤          ├▶ top
  ///            └─▶ right ─┘
  @Test func answersForADiamond() throws {
    let network = try drawn(
      """
      bottom ─▶ left ─▶ top
      bottom ─▶ right ─▶ top
      """)
    #expect(try network.superiors(of: "bottom") == ["left", "right", "top"])
    #expect(try network.subordinates(of: "top") == ["bottom", "left", "right"])
    #expect(
      try network.routesToTop(from: "bottom") == [
        ["bottom", "left", "top"], ["bottom", "right", "top"],
      ])
    #expect(try network.shortestRoutes(from: "bottom", to: "top").count == 2)
    #expect(try network.shortestRoutes(from: "top", to: "bottom").isEmpty)
    #expect(network.spanLines() == ["bottom 0 0 2", "left 1 1 1", "right 1 1 1", "top 2 3 0"])
    // Neither side alone stands on every route.
    #expect(try network.chokepointLines() == ["bottom top", "left top", "right top", "top -"])
    #expect(try network.chokepointLines(root: "left") == ["bottom left"])
    #expect(try network.commonPrincipals(of: ["left", "right"]) == ["top"])
    #expect(try network.commonPrincipals(of: ["bottom"]) == ["left", "right"])
    #expect(try network.commonPrincipals(of: ["bottom", "left"]) == ["top"])
    #expect(network.cycles.isEmpty)
  }

  /// A trust with three principals, of which two are tops; one line skips a level.
  ///
  ///     trust ─┬▶ regulator ─▶ department ─▶ parliament
  ///            ├▶ governors
  ///            └▶ department
  @Test func answersForSeveralPrincipals() throws {
    let network = try drawn(
      """
      trust ─▶ regulator ─▶ department ─▶ parliament
      trust ─▶ governors
      trust ─▶ department
      """)
    #expect(
      try network.routesToTop(from: "trust") == [
        ["trust", "governors"],
        ["trust", "department", "parliament"],
        ["trust", "regulator", "department", "parliament"],
      ])
    #expect(
      try network.shortestRoutes(from: "trust", to: "parliament") == [
        ["trust", "department", "parliament"]
      ])
    #expect(
      network.spanLines() == [
        "department 2 2 1", "governors 1 1 0", "parliament 1 3 0", "regulator 1 1 2", "trust 0 0 1",
      ])
    // Through parliament or through the governors: no single body.
    #expect(
      try network.chokepointLines() == [
        "department parliament", "governors -", "parliament -", "regulator department", "trust -",
      ])
    #expect(
      try network.chokepointLines(root: "parliament") == [
        "department parliament", "regulator department", "trust department",
      ])
    #expect(try network.commonPrincipals(of: ["trust", "regulator"]) == ["department"])
    #expect(try network.commonPrincipals(of: ["trust", "governors"]).isEmpty)
  }

  /// Two bodies at the top that answer to each other: nobody is without a principal.
  ///
  ///     agent ─▶ board ⇄ committee
  @Test func answersForACycleAtTheTop() throws {
    let network = try drawn(
      """
      agent ─▶ board ─▶ committee
      committee ─▶ board
      """)
    #expect(network.cycleIDs() == [["board", "committee"]])
    #expect(try network.superiors(of: "agent") == ["board", "committee"])
    #expect(try network.superiors(of: "board") == ["committee"])
    #expect(try network.routesToTop(from: "agent").isEmpty)
    #expect(network.spanLines() == ["agent 0 0 -", "board 2 2 -", "committee 1 2 -"])
    #expect(try network.chokepointLines().isEmpty)
    #expect(try network.chokepointLines(root: "committee") == ["agent board", "board committee"])
    #expect(try network.commonPrincipals(of: ["agent", "board"]) == ["committee"])
    // Each of the two is below the other: both are as low.
    #expect(try network.commonPrincipals(of: ["agent"]) == ["board", "committee"])
  }

  /// A circle of three below a top, entered from below at one body and left at another.
  ///
  ///     agent ─▶ x ─▶ y ─▶ top
  ///              ▲    │
  ///              └ z ◀┘
  @Test func answersForACycleBelow() throws {
    let network = try drawn(
      """
      agent ─▶ x ─▶ y ─▶ top
      y ─▶ z ─▶ x
      """)
    #expect(network.cycleIDs() == [["x", "y", "z"]])
    #expect(try network.superiors(of: "x") == ["top", "y", "z"])
    #expect(try network.routesToTop(from: "agent") == [["agent", "x", "y", "top"]])
    #expect(try network.routesToTop(from: "z") == [["z", "x", "y", "top"]])
    #expect(
      network.spanLines() == ["agent 0 0 3", "top 1 4 0", "x 2 3 2", "y 1 3 1", "z 1 3 3"])
    #expect(try network.chokepointLines() == ["agent x", "top -", "x y", "y top", "z x"])
    #expect(try network.commonPrincipals(of: ["x", "z"]) == ["y"])
  }

  /// One top over 5,000 bodies, and one body that nobody is tied to.
  @Test func answersForAStar() throws {
    let graph = try makeGraph { tables in
      tables[.organisations] = GraphTables.Table(
        columns: ["id", "name", "kind"],
        rows: ["top", "alone"].map { [$0, $0, "body"] }
          + (0..<5000).map { ["s\($0)", "", "body"] }
          .map { [$0[0], $0[0], $0[2]] })
      tables[.relationships] = GraphTables.Table(
        columns: ["from", "to", "kind"],
        rows: (0..<5000).map { ["s\($0)", "top", "accountable-to"] })
    }
    let network = AccountabilityNetwork(graph, at: .anyTime)
    let spans = network.spanLines()
    #expect(spans.contains("top 5000 5000 0"))
    #expect(spans.contains("alone 0 0 0"))
    #expect(spans.contains("s4999 0 0 1"))
    #expect(network.layers(below: try network.body("top")).map(\.count) == [5000])
    #expect(try network.commonPrincipals(of: ["s1", "s2", "s4999"]) == ["top"])
    #expect(try network.chokepointLines().contains("alone -"))
  }

  /// A hundred thousand bodies, each accountable to the one before: nothing recurses, and counting
  /// is not left to walks that take as many steps as there are pairs.
  @Test(.timeLimit(.minutes(1)))
  func answersForALongChain() throws {
    let count = 100_000
    let graph = try makeGraph { tables in
      tables[.organisations] = GraphTables.Table(
        columns: ["id", "name", "kind"], rows: (0..<count).map { ["c\($0)", "Link", "body"] })
      tables[.relationships] = GraphTables.Table(
        columns: ["from", "to", "kind"],
        rows: (1..<count).map { ["c\($0)", "c\($0 - 1)", "accountable-to"] })
    }
    let network = AccountabilityNetwork(graph, at: .anyTime)
    let last = try network.body("c\(count - 1)")
    #expect(network.superiors(of: last).count == count - 1)
    #expect(network.subordinates(of: try network.body("c0")).count == count - 1)
    #expect(network.layersFromTop() == (0..<count).map { Int32($0) })
    #expect(network.cycles.isEmpty)
    #expect(
      network.chokepoints().allSatisfy { $0.immediate?.position ?? -1 == $0.body.position - 1 })
    let routes = network.routesToTop(from: last)
    #expect(routes.routes.map(\.count) == [count])
    #expect(network.shortestRoutes(from: last, to: try network.body("c0")).routes == routes.routes)
  }

  /// The same for counting, which costs the product of bodies and lines on a chain.
  @Test func countsBelowAChain() throws {
    let count = 4000
    let network = try drawn((0..<count).reversed().map { "c\($0)" }.joined(separator: " ─▶ "))
    let counts = network.subordinateCounts(budget: 1000)
    for body in network.graph.allBodies {
      #expect(counts[body.position] == UInt32(body.position == 0 ? 0 : body.position))
    }
  }

  /// A circle of a hundred thousand: every body is above and below every other.
  @Test(.timeLimit(.minutes(1)))
  func answersForALongCircle() throws {
    let count = 100_000
    let graph = try makeGraph { tables in
      tables[.organisations] = GraphTables.Table(
        columns: ["id", "name", "kind"], rows: (0..<count).map { ["c\($0)", "Link", "body"] })
      tables[.relationships] = GraphTables.Table(
        columns: ["from", "to", "kind"],
        rows: (0..<count).map { ["c\($0)", "c\(($0 + 1) % count)", "accountable-to"] })
    }
    let network = AccountabilityNetwork(graph, at: .anyTime)
    #expect(network.cycles.map(\.count) == [count])
    #expect(network.superiors(of: BodyIndex(5)).count == count - 1)
    #expect(network.routesToTop(from: BodyIndex(5)).routes.isEmpty)
    #expect(network.chokepoints().isEmpty)
    #expect(network.chokepoints(root: BodyIndex(0)).count == count - 1)
  }

  /// Twenty diamonds on top of each other have a million routes: the list is cut short and says so.
  @Test func cutsShortWhatIsTooMany() throws {
    let network = try drawn(
      (0..<20).map { "d\($0) ─▶ l\($0) ─▶ d\($0 + 1)\nd\($0) ─▶ r\($0) ─▶ d\($0 + 1)" }
        .joined(separator: "\n"))
    let found = network.routesToTop(from: try network.body("d0"), limit: 100)
    #expect(found.isCutShort)
    #expect(found.routes.count == 100)
    let shortest = network.shortestRoutes(
      from: try network.body("d0"), to: try network.body("d20"), limit: 100)
    #expect(shortest.isCutShort)
    #expect(shortest.routes.count == 100)
    let all = network.routesToTop(from: try network.body("d14"), limit: 64)
    #expect(all.routes.count == 64)
    #expect(!all.isCutShort)
  }

  /// Every body accountable to every other: the search for a way to the top ends all the same.
  @Test(.timeLimit(.minutes(1)))
  func endsWhereEverythingIsACycle() throws {
    let bodies = (0..<30).map { "k\($0)" }
    let lines = bodies.flatMap { from in
      bodies.filter { $0 != from }.map { "\(from) ─▶ \($0)" }
    }
    let network = try drawn((lines + ["k29 ─▶ top"]).joined(separator: "\n"))
    let found = network.routesToTop(from: try network.body("k0"), limit: 10)
    #expect(found.isCutShort)
    #expect(found.routes.allSatisfy { Set($0).count == $0.count })
    #expect(try network.shortestRoutes(from: "k0", to: "top") == [["k0", "k29", "top"]])
    #expect(try network.chokepointLines().contains("k0 k29"))
  }
}
