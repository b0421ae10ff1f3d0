import GovernanceAnalysis
import GovernanceModel
import Testing

/// Rules about where people live, and about what is open on a day, on small random graphs, against
/// their definitions counted zone by zone and row by row.
struct AreaAndLifeRulesAgainstDefinitions {
  static let seeds: Range<UInt64> = 0..<120

  @Test(arguments: seeds)
  func findsFootprintsUnderSeveralOffices(seed: UInt64) throws {
    let world = DrawnZones(seed: seed)
    var expected: Set<String> = []
    for footprint in DrawnZones.footprints where !world.memberships.isEmpty {
      let own = world.zones.filter { $0.footprint == footprint }
      let people = own.map(\.people).reduce(0, +)
      for level in [\DrawnZones.Zone.region, \.office] {
        let parts = Dictionary(grouping: own.filter { $0[keyPath: level] != nil }) {
          $0[keyPath: level]!
        }.mapValues { $0.map(\.people).reduce(0, +) }
        if parts.values.count(where: { $0 * 200 > people }) > 1 { expected.insert(footprint) }
      }
    }
    #expect(try world.found("crosses-region") == expected)
  }

  @Test(arguments: seeds)
  func findsPatientsThatLiveElsewhere(seed: UInt64) throws {
    let world = DrawnZones(seed: seed)
    func share(of trust: String, in footprint: String) -> Double {
      world.catchments[trust]!.map { district, share in
        let all = world.zones.filter { $0.district == district }
        let within = all.filter { $0.footprint == footprint }
        let people = all.map(\.people).reduce(0, +)
        return people == 0
          ? 0 : share * Double(within.map(\.people).reduce(0, +)) / Double(people)
      }.reduce(0, +)
    }
    var expected: Set<String> = []
    for trust in DrawnZones.trusts {
      let own = Set(world.memberships.filter { $0.trust == trust }.map(\.footprint))
      let inOwn = own.map { share(of: trust, in: $0) }.reduce(0, +)
      let elsewhere =
        DrawnZones.footprints.filter { !own.contains($0) }
        .map { share(of: trust, in: $0) }.max() ?? 0
      // Sums in another order differ in their last digits.
      if !own.isEmpty, elsewhere > inOwn + 1e-12 { expected.insert(trust) }
    }
    #expect(try world.found("catchment-elsewhere") == expected)
  }

  @Test(arguments: seeds)
  func findsMembershipsOfWhatIsClosed(seed: UInt64) throws {
    let world = DrawnLives(seed: seed)
    let expected = world.memberships.filter { row in
      (!row.start.isEmpty || !row.end.isEmpty) && DrawnLives.isNow(row.start, row.end)
        && !(world.isOpen(row.from) && world.isOpen(row.to))
    }
    #expect(try world.found("closed-membership") == Set(expected.map(\.to)))
  }

  @Test(arguments: seeds)
  func findsPostsThatBelongToNobody(seed: UInt64) throws {
    let world = DrawnLives(seed: seed)
    let expected = world.posts.filter { post in
      post.owner.isEmpty ? post.leadsSince != "2015-04-01" : !world.isOpen(post.owner)
    }
    #expect(try world.found("dangling-post") == Set(expected.map(\.id)))
  }

  /// Each of these rules finds something in some of the graphs, and nothing in others.
  @Test(arguments: ["crosses-region", "catchment-elsewhere", "closed-membership", "dangling-post"])
  func drawsBothSorts(rule: String) throws {
    let isOfAreas = rule.contains("region") || rule.contains("catchment")
    var (some, none) = (0, 0)
    for seed in Self.seeds.prefix(60) {
      let found =
        isOfAreas ? try DrawnZones(seed: seed).found(rule) : try DrawnLives(seed: seed).found(rule)
      if found.isEmpty { none += 1 } else { some += 1 }
    }
    #expect(some > 0 && none > 0)
  }
}

/// Zones with people in footprints, offices and districts; trusts that are members of footprints and
/// have patients in districts.
private struct DrawnZones {
  struct Zone {
    let people: Int
    let footprint: String?
    let region: String?
    let office: String?
    let district: String?
  }

  static let footprints = ["s0", "s1", "s2"]
  static let regions = ["r0", "r1"]
  static let offices = ["o0", "o1", "o2"]
  static let districts = ["d0", "d1", "d2", "d3"]
  static let trusts = ["t0", "t1", "t2"]
  var zones: [Zone] = []
  var memberships: [(trust: String, footprint: String)] = []
  /// By trust, then by district; together 1.
  var catchments: [String: [String: Double]] = [:]

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // In some graphs borders mostly agree.
    let strays = random.pick([0, 5, 40])
    for _ in 0..<(1 + random.below(30)) {
      let place = random.below(3)
      func near(_ units: [String]) -> String? {
        random.chance(percent: 5)
          ? nil : random.chance(percent: strays) ? random.pick(units) : units[place % units.count]
      }
      zones.append(
        Zone(
          people: random.pick([1, 2, 300, 700]), footprint: near(Self.footprints),
          region: near(Self.regions), office: near(Self.offices), district: near(Self.districts)))
    }
    for trust in Self.trusts {
      for footprint in Self.footprints where random.chance(percent: 40) {
        memberships.append((trust, footprint))
      }
      let weights = Self.districts.map { _ in random.below(4) == 0 ? 0 : 1 + random.below(97) }
      let whole = weights.reduce(0, +)
      catchments[trust] = Dictionary(
        uniqueKeysWithValues: zip(Self.districts, weights).map {
          ($0, whole == 0 ? 0.25 : Double($1) / Double(whole))
        })
    }
  }

  private func graph() throws -> GovernanceGraph {
    try makeGraph { tables in
      for kind in ["footprint", "region", "office", "trust"] {
        tables.append(["id": kind, "of": "organisation"], to: .kinds)
      }
      tables.append(["id": "post", "of": "post"], to: .kinds)
      let bodies = [
        ("footprint", Self.footprints), ("region", Self.regions), ("office", Self.offices),
        ("trust", Self.trusts),
      ]
      for (kind, ids) in bodies {
        for id in ids { tables.append(["id": id, "name": id, "kind": kind], to: .organisations) }
      }
      for id in Self.footprints {
        tables.append(
          ["id": "l\(id)", "name": "l\(id)", "kind": "post", "owner": id], to: .posts)
        tables.append(["from": "l\(id)", "to": id, "kind": "leads"], to: .relationships)
      }
      for row in memberships {
        tables.append(
          ["from": row.trust, "to": row.footprint, "kind": "member-of"], to: .relationships)
      }
    }
  }

  private func column(
    _ geography: String, _ units: [String], _ unit: (Zone) -> String?
  ) -> ZoneTable.Column {
    ZoneTable.Column(
      geography: geography, units: units,
      unitOfZone: zones.map { zone in
        unit(zone).map { UInt32(units.firstIndex(of: $0)!) } ?? ZoneTable.none
      })
  }

  func found(_ rule: String) throws -> Set<String> {
    let graph = try graph()
    var tables = AreaTables()
    tables.geographies = [
      .init(id: "stp", name: "footprint", kind: "footprint"),
      .init(id: "region", name: "region", kind: "region"),
      .init(id: "local-office", name: "office", kind: "office"),
      .init(id: "ltla", name: "district"),
    ]
    let evidence = Evidence(sources: [], grade: nil, note: nil)
    tables.vintages = [
      .init(
        id: "one", title: "One", period: .unlimited, zoneKind: nil,
        populationKind: "residents",
        populationYear: "2016", evidence: evidence)
    ]
    for trust in Self.trusts {
      for district in Self.districts where catchments[trust]![district]! > 0 {
        tables.catchments.append(
          .init(
            organisation: trust, geography: "ltla", area: district,
            share: catchments[trust]![district]!, evidence: evidence))
      }
    }
    let moment = try date("2016-10-01")
    let book = AreaBook(
      graph, tables, vintage: tables.vintages[0],
      zones: ZoneTable(
        count: zones.count, population: zones.map { UInt32($0.people) },
        columns: [
          column("stp", Self.footprints, \.footprint), column("region", Self.regions, \.region),
          column("local-office", Self.offices, \.office),
          column("ltla", Self.districts, \.district),
        ]),
      at: moment)
    return try ids(of: rule, Inspection(graph, at: moment, areas: book))
  }
}

/// Bodies that open and close, their members and their posts.
private struct DrawnLives {
  let bodies = (0..<5).map { "b\($0)" }
  var closed: [String: String] = [:]
  var memberships: [(from: String, to: String, start: String, end: String)] = []
  /// `leadsSince` is a day, or empty for a post that leads nobody.
  var posts: [(id: String, owner: String, leadsSince: String)] = []

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for body in bodies { closed[body] = random.pick(["", "", "", "2016-01-01", "2017-01-01"]) }
    for _ in 0..<random.below(9) {
      let (from, to) = (random.pick(bodies), random.pick(bodies))
      let (start, end) = random.pick([
        ("", ""), ("2015-04-01", ""), ("2015-04-01", "2016-06-01"), ("", "2018-04-01"),
        ("2016-12-01", ""),
      ])
      let isNew = !memberships.contains { $0.from == from && $0.to == to }
      if from != to, isNew { memberships.append((from, to, start, end)) }
    }
    for number in 0..<random.below(4) {
      posts.append(
        (
          "p\(number)", random.pick(bodies + ["", ""]),
          random.pick(["", "2015-04-01", "2016-12-01"])
        ))
    }
  }

  /// Whether a period has 1 October 2016.
  static func isNow(_ start: String, _ end: String) -> Bool {
    start <= "2016-10-01" && (end.isEmpty || end > "2016-10-01")
  }

  func isOpen(_ body: String) -> Bool { Self.isNow("", closed[body]!) }

  func found(_ rule: String) throws -> Set<String> {
    let graph = try makeGraph { tables in
      tables.append(["id": "body", "of": "organisation"], to: .kinds)
      tables.append(["id": "post", "of": "post"], to: .kinds)
      tables.append(["id": "top", "name": "top", "kind": "body"], to: .organisations)
      for body in bodies {
        tables.append(
          ["id": body, "name": body, "kind": "body", "closed": closed[body]!], to: .organisations)
      }
      for post in posts {
        tables.append(
          ["id": post.id, "name": post.id, "kind": "post", "owner": post.owner], to: .posts)
        if !post.leadsSince.isEmpty {
          tables.append(
            ["from": post.id, "to": "top", "kind": "leads", "start": post.leadsSince],
            to: .relationships)
        }
      }
      for row in memberships {
        tables.append(
          [
            "from": row.from, "to": row.to, "kind": "member-of", "start": row.start,
            "end": row.end,
          ], to: .relationships)
      }
    }
    return try ids(of: rule, Inspection(graph, at: date("2016-10-01")))
  }
}

/// What a rule finds, ids without the rule's.
private func ids(of rule: String, _ inspection: Inspection) throws -> Set<String> {
  let check = Check(inspection, rules: RuleCatalogue.all.filter { $0.about.id == rule })
  return Set(check.findings.map { String($0.id.dropFirst(rule.count + 1)) })
}
