import GovernanceAnalysis
import GovernanceModel
import Testing

/// Measures of footprints, against the definitions tried out member by member on small random
/// regions.
struct Measures {
  /// A random region as plain values, which the definitions are read from.
  struct Drawn {
    struct Incentive {
      let holder: String
      let metric: String
      let sign: Int
      let strength: Int
      let year: Int
    }

    static let regions = ["r0", "r1"]
    let bodies = (0..<6).map { "b\($0)" }
    var kinds: [String: String] = [:]
    var memberships: [(member: String, region: String)] = []
    var lines: [(from: String, to: String, kind: String, basis: String)] = []
    var incentives: [Incentive] = []
    var incomes: [String: Int] = [:]
    var sellersAreTrusts = false

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      for body in bodies { kinds[body] = random.pick(["trust", "group", "council"]) }
      for body in bodies {
        for region in Self.regions where random.chance(percent: 60) {
          memberships.append((body, region))
        }
      }
      let ends = bodies + ["top", "l0", "l1"]
      for _ in 0..<9 {
        let line = (
          random.pick(bodies + ["top"]), random.pick(ends),
          random.pick(["accountable-to", "accountable-to", "oversees", "commissions"]),
          random.pick(["statutory", "voluntary", "financial", "contractual", ""])
        )
        if line.0 != line.1 { lines.append(line) }
      }
      sellersAreTrusts = random.chance(percent: 50)
      for _ in 0..<8 {
        incentives.append(
          Incentive(
            holder: random.pick(["every trust", "every group", "every council", "b0"]),
            metric: random.pick(["work", "surplus", "balance", "space"]),
            sign: random.pick([1, 1, -1, 0]), strength: 1 + random.below(3),
            year: random.pick([2016, 2016, 2015])))
      }
      for body in bodies where random.chance(percent: 85) {
        incomes[body] = 1 + random.below(9)
      }
    }

    func measures() throws -> ([FootprintMeasures], GovernanceGraph) {
      let graph = try makeGraph { tables in
        for kind in ["region", "trust", "group", "council", "office"] {
          tables.append(["id": kind, "of": "organisation"], to: .kinds)
        }
        tables.append(["id": "post", "of": "post"], to: .kinds)
        for id in Self.regions {
          tables.append(["id": id, "name": id, "kind": "region"], to: .organisations)
        }
        tables.append(["id": "top", "name": "top", "kind": "office"], to: .organisations)
        for id in bodies {
          tables.append(["id": id, "name": id, "kind": kinds[id]!], to: .organisations)
        }
        for (number, region) in Self.regions.enumerated() {
          tables.append(
            ["id": "l\(number)", "name": "Lead", "kind": "post", "owner": region], to: .posts)
          tables.append(
            ["from": "l\(number)", "to": region, "kind": "leads"], to: .relationships)
        }
        for (member, region) in memberships {
          tables.append(["from": member, "to": region, "kind": "member-of"], to: .relationships)
        }
        for line in lines {
          tables.append(
            ["from": line.from, "to": line.to, "kind": line.kind, "basis": line.basis],
            to: .relationships)
        }
        if sellersAreTrusts {
          tables.append(
            [
              "id": "buys", "from": "every group", "to": "every trust", "kind": "commissions",
              "pairing": "unstated",
            ], to: .relationships)
        }
        tables.append(["id": "work", "name": "work"], to: .metrics)
        tables.append(["id": "income", "name": "income"], to: .metrics)
        tables.append(["id": "balance", "name": "balance"], to: .metrics)
        tables.append(["id": "space", "name": "space", "nature": "rivalrous"], to: .metrics)
        tables.append(
          [
            "id": "surplus", "name": "surplus", "nature": "rivalrous",
            "rivalrous_across": "commissions", "system_metric": "balance",
          ], to: .metrics)
        for (number, incentive) in incentives.enumerated() {
          tables.append(
            [
              "id": "i\(number)", "holder": incentive.holder, "instrument": "i\(number)",
              "set_by": "top", "metric": incentive.metric,
              "direction": ["minimise", "none", "maximise"][incentive.sign + 1],
              "strength": ["weak", "moderate", "strong"][incentive.strength - 1],
              "start": "\(incentive.year)-04-01", "end": "\(incentive.year + 1)-04-01",
            ], to: .incentives)
        }
        for (body, income) in incomes.sorted(by: { $0.key < $1.key }) {
          tables.append(
            [
              "holder": body, "metric": "income", "stage": "outturn", "figure": "\(income)",
              "year": "2016/17",
            ], to: .measurements)
        }
      }
      return (Inspection(graph, at: try date("2016-10-01")).measures(), graph)
    }

    // MARK: The definitions, word for word

    func members(of region: String) -> [String] {
      memberships.filter { $0.region == region }.map(\.member).sorted()
    }

    /// The incentives with a sign that bear on a body, of the year.
    func bearing(on body: String) -> [Incentive] {
      incentives.filter {
        $0.year == 2016 && $0.sign != 0
          && ($0.holder == body || $0.holder == "every \(kinds[body]!)")
      }
    }

    /// -1 for who buys from another member, 1 for who sells to one, nothing for both and neither.
    func side(of body: String, in region: String) -> Int? {
      let others = members(of: region).filter { $0 != body }
      var (buys, sells) = (false, false)
      for line in lines where line.kind == "commissions" {
        if line.from == body, others.contains(line.to) { buys = true }
        if line.to == body, others.contains(line.from) { sells = true }
      }
      if sellersAreTrusts {
        if kinds[body] == "group", others.contains(where: { kinds[$0] == "trust" }) { buys = true }
        if kinds[body] == "trust", others.contains(where: { kinds[$0] == "group" }) { sells = true }
      }
      return buys == sells ? nil : buys ? -1 : 1
    }

    /// Net and gross pull on a metric; nil where it has no sides.
    func pull(on metric: String, in region: String) -> (net: Double, gross: Double)? {
      if metric == "space" { return nil }
      var rows: [(body: String, signed: Int, strength: Int)] = []
      for body in members(of: region) {
        let turn = metric == "surplus" ? side(of: body, in: region) : 1
        guard let turn else { continue }
        for incentive in bearing(on: body) where incentive.metric == metric {
          rows.append((body, incentive.sign * incentive.strength * turn, incentive.strength))
        }
      }
      let moved = Set(rows.map(\.body))
      let known = moved.compactMap { incomes[$0] }
      let isKnown = known.count == moved.count
      let mean = Double(known.reduce(0, +)) / Double(max(1, known.count))
      func weight(_ body: String) -> Double { isKnown ? Double(incomes[body]!) / mean : 1 }
      return (
        rows.reduce(0) { $0 + weight($1.body) * Double($1.signed) },
        rows.reduce(0) { $0 + weight($1.body) * Double($1.strength) }
      )
    }

    /// Steps up from a body along followed lines, by trying out lengths.
    func steps(from body: String) -> [String: Int] {
      var steps = [body: 0]
      for length in 1...10 {
        for line in lines
        where line.kind == "accountable-to" && ["statutory", ""].contains(line.basis)
          && steps[line.from] == length - 1 && steps[line.to] == nil
        {
          steps[line.to] = length
        }
      }
      return steps
    }

    /// Whether a body reaches another by lines that can be enforced.
    func answers(_ body: String, to lead: String) -> Bool {
      var reached: Set<String> = [body]
      for _ in 0..<10 {
        for line in lines
        where line.kind == "accountable-to" && reached.contains(line.from)
          && ["statutory", "contractual", ""].contains(line.basis)
        {
          reached.insert(line.to)
        }
      }
      return reached.contains(lead)
    }
  }

  private func isClose(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) < 1e-9
  }

  @Test(arguments: 0..<150)
  func followsItsDefinitions(seed: UInt64) throws {
    let drawn = Drawn(seed: seed)
    let (all, graph) = try drawn.measures()
    let metrics = ["balance", "space", "surplus", "work"]
    for (number, region) in Drawn.regions.enumerated() {
      let members = drawn.members(of: region)
      guard let found = all.first(where: { graph.id(of: $0.footprint) == region }) else {
        #expect(members.isEmpty)
        continue
      }
      #expect(found.members == members.count)

      var (net, gross) = (0.0, 0.0)
      for metric in metrics {
        let part = found.alignments.first { graph.metrics[$0.metric].id == metric }
        let expected = drawn.pull(on: metric, in: region)
        guard let part else {
          #expect(!members.contains { drawn.bearing(on: $0).contains { $0.metric == metric } })
          continue
        }
        let index = expected.flatMap { $0.gross > 0 ? abs($0.net) / $0.gross : nil }
        #expect(isClose(part.index, index), "\(metric)")
        if let index { #expect(index >= 0 && index <= 1 + 1e-9) }
        net += expected.map { abs($0.net) } ?? 0
        gross += expected?.gross ?? 0
      }
      #expect(isClose(found.alignment, gross > 0 ? net / gross : nil))

      func strongest(_ body: String, _ metric: String) -> Int {
        drawn.bearing(on: body).filter { $0.metric == metric && $0.sign > 0 }
          .map(\.strength).max() ?? 0
      }
      let selfish = members.count {
        strongest($0, "surplus") > 0 && strongest($0, "surplus") - strongest($0, "balance") >= 1
      }
      #expect(
        isClose(
          found.clubAndCountry, members.isEmpty ? nil : Double(selfish) / Double(members.count)))
      let outside = members.count { !drawn.answers($0, to: "l\(number)") }
      #expect(
        isClose(
          found.authorityGap, members.isEmpty ? nil : Double(outside) / Double(members.count)))

      let principals = Set(
        drawn.lines.filter { $0.kind == "accountable-to" && members.contains($0.from) }.map(\.to))
      #expect(Set(found.principals.map { graph.id(of: $0) }) == principals)
      let regulators = Set(
        drawn.lines.filter { $0.kind == "oversees" && members.contains($0.to) }.map(\.from))
      #expect(Set(found.regulators.map { graph.id(of: $0) }) == regulators)
      let load = drawn.memberships.count { members.contains($0.member) }
      #expect(
        isClose(found.boundaryLoad, members.isEmpty ? nil : Double(load) / Double(members.count)))
      try expectPaths(found, drawn, members, graph)
    }
  }

  private func expectPaths(
    _ found: FootprintMeasures, _ drawn: Drawn, _ members: [String], _ graph: GovernanceGraph
  ) throws {
    let pairs = try #require(found.pairs)
    #expect(pairs.count == members.count * max(0, members.count - 1) / 2)
    for pair in pairs {
      let (first, second) = (graph.id(of: pair.first), graph.id(of: pair.second))
      let (one, other) = (drawn.steps(from: first), drawn.steps(from: second))
      let least = one.keys.compactMap { key in other[key].map { one[key]! + $0 } }.min()
      #expect(pair.steps == least, "\(first) \(second)")
      if let principal = pair.principal {
        let id = graph.id(of: principal)
        #expect(one[id] == pair.stepsFromFirst && other[id] == pair.stepsFromSecond)
      }
    }
    let lengths = pairs.compactMap(\.steps)
    #expect(
      isClose(
        found.meanSteps,
        lengths.isEmpty ? nil : Double(lengths.reduce(0, +)) / Double(lengths.count)))
    #expect(found.pairsApart == pairs.count - lengths.count)
  }

  /// Where the income of all who are moved is on record for the year, those with more of it count for
  /// more; else all count the same.
  @Test(arguments: [
    (["north-trust": "300", "north-group": "100"], "2016/17", 0.5, true),
    (["north-trust": "100", "north-group": "100"], "2016/17", 0, true),
    (["north-trust": "300"], "2016/17", 0, false),
    (["north-trust": "300", "north-group": "100"], "2015/16", 0, false),
    (["north-trust": "300", "north-group": "-100"], "2016/17", 0, false),
  ])
  func weighsByIncome(
    incomes: [String: String], year: String, index: Double, isWeighted: Bool
  ) throws {
    var region = MadeRegion()
    region.incentive("more", on: "every trust", "work", "maximise")
    region.incentive("less", on: "every group", "work", "minimise")
    region.add(.metrics, ["id": "income", "name": "income"])
    for (holder, figure) in incomes.sorted(by: { $0.key < $1.key }) {
      region.add(
        .measurements,
        [
          "holder": holder, "metric": "income", "stage": "outturn", "figure": figure, "year": year,
        ])
    }
    let graph = try region.graph()
    let inspection = Inspection(graph, at: try date(MadeRegion.date))
    let measures = try #require(inspection.measures().first)
    let work = try #require(
      measures.alignments.first { graph.metrics[$0.metric].id == "work" })
    #expect(isClose(work.index, index))
    #expect(work.isWeightedByIncome == isWeighted)
    #expect(isClose(measures.alignment, index))
  }

  /// All incentives turned round cancel as much as before.
  @Test(arguments: 0..<20)
  func doesNotDependOnTheSense(seed: UInt64) throws {
    var drawn = Drawn(seed: seed)
    let before = try drawn.measures().0.map(\.alignment)
    drawn.incentives = drawn.incentives.map {
      Drawn.Incentive(
        holder: $0.holder, metric: $0.metric, sign: -$0.sign, strength: $0.strength, year: $0.year)
    }
    let after = try drawn.measures().0.map(\.alignment)
    for (one, other) in zip(before, after) { #expect(isClose(one, other)) }
  }
}
