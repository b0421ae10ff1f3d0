import GovernanceAnalysis
import GovernanceModel
import Testing

/// How the rows of a register bear on the answers.
struct RowLaws {
  /// Every answer that a network gives, in ids.
  struct Answers: Hashable {
    let superiors: [String: [String]]
    let spans: [String]
    let chokepoints: [String]
    let cycles: [[String]]
    let routes: [String: [[String]]]
    let shortest: [String: [[String]]]
    let common: [String]
    let connections: [String]

    init(_ network: AccountabilityNetwork, of ids: [String], limit: Int = 1000) throws {
      var superiors: [String: [String]] = [:]
      var routes: [String: [[String]]] = [:]
      var shortest: [String: [[String]]] = [:]
      var connections: [String] = []
      let graph = network.graph
      for id in ids { superiors[id] = try network.superiors(of: id) }
      for id in ids.prefix(12) {
        routes[id] = try network.routesToTop(from: id, limit: limit)
      }
      for from in ids.prefix(4) {
        for to in ids.prefix(4) where to != from {
          let found = network.shortestRoutes(
            from: try network.body(from), to: try network.body(to), limit: limit)
          shortest[from + " " + to] = found.routes.map { network.ids($0) }
          guard
            case .other(let steps) = network.connection(
              from: try network.body(from), to: try network.body(to))
          else { continue }
          connections += steps.map { step in
            let kind = graph.relationshipKinds[step.kind].id
            return "\(graph.id(of: step.from)) \(kind) \(step.isReversed) \(graph.id(of: step.to))"
          }
        }
      }
      self.superiors = superiors
      self.routes = routes
      self.shortest = shortest
      self.connections = connections
      spans = network.spanLines()
      chokepoints = try network.chokepointLines()
      cycles = network.cycleIDs()
      common = try network.commonPrincipals(of: Array(ids.prefix(2)))
    }
  }

  @Test(arguments: AccountabilityLaws.all)
  func reorderingRowsChangesNoAnswer(seed: UInt64) throws {
    let register = AccountabilityLaws.register(seed: seed)
    let ids = register.bodies.map(\.id)
    let moment = try date("2013-06-15")
    for limit in [2, 20] {
      let answers = try Answers(
        AccountabilityNetwork(register.graph(), at: moment), of: ids, limit: limit)
      let again = try Answers(
        AccountabilityNetwork(register.reordered(seed: seed + 1).graph(), at: moment), of: ids,
        limit: limit)
      #expect(answers == again)
    }
  }

  @Test(arguments: AccountabilityLaws.all)
  func aMomentLeavesOutTheRowsThatDoNotHold(seed: UInt64) throws {
    let register = AccountabilityLaws.register(seed: seed)
    let days = ["2010-01-01", "2012-06-30", "2014-12-31", "2018-01-01"]
    for day in seed < 1000 ? days : [days[Int(seed) % days.count]] {
      func holds(_ start: String, _ end: String) -> Bool {
        (start.isEmpty || Oracle.firstDay(start) <= day)
          && (end.isEmpty || day < Oracle.endDay(end))
      }
      var kept = register
      kept.bodies.removeAll { !holds($0.opened, $0.closed) }
      let open = Set(kept.bodies.map(\.id))
      kept.lines.removeAll {
        !holds($0.start, $0.end) || !open.contains($0.from) || !open.contains($0.to)
      }
      let ids = kept.bodies.map(\.id)
      #expect(
        try Answers(AccountabilityNetwork(register.graph(), at: date(day)), of: ids)
          == Answers(AccountabilityNetwork(kept.graph(), at: .anyTime), of: ids))
    }
  }

  @Test(arguments: AccountabilityLaws.all)
  func aBasisLeavesOutTheRowsThatRestOnOthers(seed: UInt64) throws {
    let register = AccountabilityLaws.register(seed: seed)
    let ids = register.bodies.map(\.id)
    for (basis, words) in [
      (Basis.followedByDefault, ["statutory", "managerial", "political"]),
      ([.financial], ["financial"]), ([.contractual, .voluntary], ["contractual", "voluntary"]),
    ] {
      var kept = register
      kept.lines.removeAll { line in
        let stated = line.basis.split(separator: " ").map(String.init)
        return ["accountable-to", "manages"].contains(line.kind) && !stated.isEmpty
          && !stated.contains { words.contains($0) }
      }
      let filtered = AccountabilityNetwork(try register.graph(), at: .anyTime, basis: basis)
      let byHand = AccountabilityNetwork(try kept.graph(), at: .anyTime, basis: .all)
      for id in ids {
        #expect(try filtered.superiors(of: id) == byHand.superiors(of: id))
      }
      #expect(filtered.spanLines() == byHand.spanLines())
      #expect(try filtered.chokepointLines() == byHand.chokepointLines())
    }
  }

  @Test func aLineWithoutBasisAlwaysCounts() throws {
    let graph = try makeGraph { tables in
      for id in ["agent", "one", "two"] {
        tables.append(["id": id, "name": id, "kind": "body"], to: .organisations)
      }
      tables.append(["from": "agent", "to": "one", "kind": "accountable-to"], to: .relationships)
      tables.append(
        ["from": "agent", "to": "two", "kind": "accountable-to", "basis": "contractual financial"],
        to: .relationships)
    }
    func principals(_ basis: Basis) throws -> [String] {
      try AccountabilityNetwork(graph, at: .anyTime, basis: basis).superiors(of: "agent")
    }
    #expect(try principals([]) == ["one"])
    #expect(try principals(.followedByDefault) == ["one"])
    #expect(try principals(.financial) == ["one", "two"])
    #expect(try principals(.all) == ["one", "two"])
  }
}
