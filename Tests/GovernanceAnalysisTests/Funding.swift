import GovernanceAnalysis
import GovernanceModel
import Testing

/// Money in and out of one body, with nothing added twice.
struct Funding {
  /// A graph of bodies and `funds` rows, each row by column names.
  private func graph(
    bodies: [(id: String, kind: String)] = [
      ("dh", "department"), ("england", "national"), ("ccg", "ccg"), ("ccg2", "ccg"),
      ("trust", "trust"), ("trust2", "trust"),
    ], _ rows: [KeyValuePairs<String, String?>], pairs: [KeyValuePairs<String, String?>] = []
  ) throws -> GovernanceGraph {
    try makeGraph { tables in
      tables[.kinds] = GraphTables.Table(
        columns: ["id", "of", "broader"],
        rows: [
          ["department", "", ""], ["national", "", ""], ["ccg", "", ""], ["provider", "", ""],
          ["trust", "", "provider"], ["grants", "relationship", "funds"],
        ])
      for body in bodies {
        tables.append(["id": body.id, "name": body.id, "kind": body.kind], to: .organisations)
      }
      for row in rows {
        let kind = row.contains { $0.key == "kind" } ? [] : [("kind", "funds" as String?)]
        tables.append(kind + row.map { ($0.key, $0.value) }, to: .relationships)
      }
      for pair in pairs { tables.append(pair, to: .pairs) }
    }
  }

  private func analysis(_ id: String, _ graph: GovernanceGraph, on day: String? = nil) throws
    -> FundingAnalysis
  {
    FundingAnalysis(
      of: try #require(graph.body(id: id)), in: graph, at: try day.map { try date($0) } ?? .anyTime)
  }

  /// `in 2016/17 105 (2 counted, 1 without)` for each total.
  private func totals(_ analysis: FundingAnalysis) -> [String] {
    analysis.totals.map { total in
      "\(total.direction.rawValue) \(total.year ?? "-") \(total.amount?.description ?? "-") "
        + "(\(total.rowsCounted) counted, \(total.rowsWithoutAmount) without)"
    }
  }

  private func ids(_ analysis: FundingAnalysis) -> [String] { analysis.flows.map { $0.id ?? "-" } }

  @Test func addsByYearAndDirection() throws {
    let graph = try graph([
      ["from": "dh", "to": "england", "amount": "100", "year": "2016/17"],
      ["from": "england", "to": "ccg", "amount": "60.50", "year": "2016/17"],
      ["from": "england", "to": "ccg2", "amount": "30", "year": "2016/17", "kind": "grants"],
      ["from": "england", "to": "trust", "year": "2016/17"],
      ["from": "england", "to": "ccg", "amount": "50", "year": "2015/16"],
      ["from": "england", "to": "ccg", "amount": "1"],
      ["from": "england", "to": "ccg", "kind": "oversees"],
    ])
    #expect(
      totals(try analysis("england", graph)) == [
        "in 2016/17 100 (1 counted, 0 without)", "out - 1 (1 counted, 0 without)",
        "out 2015/16 50 (1 counted, 0 without)", "out 2016/17 90.50 (2 counted, 1 without)",
      ])
  }

  @Test func neverAddsAlternativesOrComponents() throws {
    let graph = try graph([
      ["id": "part1", "from": "dh", "to": "england", "amount": "70", "part_of": "whole"],
      ["id": "other", "from": "dh", "to": "england", "amount": "103", "alternative_of": "whole"],
      ["id": "whole", "from": "dh", "to": "england", "amount": "100"],
      ["id": "part2", "from": "dh", "to": "england", "amount": "20", "part_of": "whole"],
      ["id": "subpart", "from": "dh", "to": "england", "amount": "5", "part_of": "part1"],
    ])
    let found = try analysis("england", graph)
    #expect(totals(found) == ["in - 100 (1 counted, 0 without)"])
    // Each under what it belongs to, the largest first.
    #expect(ids(found) == ["whole", "other", "part1", "subpart", "part2"])
    #expect(
      found.reconciliations.map {
        "\($0.total.id!) \($0.sum) \($0.difference?.description ?? "-") \($0.components.count)"
      } == ["whole 90 10 2", "part1 5 65 1"])
    #expect(totals(try analysis("dh", graph)) == ["out - 100 (1 counted, 0 without)"])
  }

  @Test func aComponentCountsWhereItsWholeIsElsewhere() throws {
    // England's own total is between other bodies; the ccg only sees its share of it.
    let graph = try graph([
      ["id": "whole", "from": "dh", "to": "england", "amount": "100"],
      ["id": "share", "from": "england", "to": "ccg", "amount": "40", "part_of": "whole"],
    ])
    #expect(totals(try analysis("ccg", graph)) == ["in - 40 (1 counted, 0 without)"])
    // What comes in and what goes out are two flows, though one is a part of the other.
    #expect(
      totals(try analysis("england", graph)) == [
        "in - 100 (1 counted, 0 without)", "out - 40 (1 counted, 0 without)",
      ])
  }

  @Test func listsEveryRowWhateverTheReferences() throws {
    // Two that name each other, one that names itself, and a long line of components.
    var rows: [KeyValuePairs<String, String?>] = [
      ["id": "a", "from": "dh", "to": "england", "amount": "1", "alternative_of": "b"],
      ["id": "b", "from": "dh", "to": "england", "amount": "2", "alternative_of": "a"],
      ["id": "self", "from": "dh", "to": "england", "amount": "3", "part_of": "self"],
      ["id": "c0", "from": "dh", "to": "england", "amount": "50"],
    ]
    for step in 1...20 {
      rows.append([
        "id": "c\(step)", "from": "dh", "to": "england", "amount": "\(50 - step)",
        "part_of": "c\(step - 1)",
      ])
    }
    let found = try analysis("england", graph(rows))
    #expect(ids(found).sorted() == rows.map { $0.first { $0.key == "id" }!.value! }.sorted())
    #expect(found.flows.prefix(21).map(\.id) == (0...20).map { "c\($0)" })
  }

  @Test func aClassTotalIsNeverOneBodys() throws {
    let graph = try graph([
      [
        "id": "all", "from": "england", "to": "every ccg", "amount": "71853000000",
        "year": "2016/17",
      ]
    ])
    let ccg = try analysis("ccg", graph)
    #expect(totals(ccg) == ["in 2016/17 - (0 counted, 1 without)"])
    #expect(ccg.flows.map(\.amount) == [nil])
    #expect(ccg.flows.map { $0.classTotal?.description } == ["71853000000"])
    let england = try analysis("england", graph)
    #expect(totals(england) == ["out 2016/17 71853000000 (1 counted, 0 without)"])
    #expect(england.flows.map(\.classTotal) == [nil])
    #expect(england.flows.count == 1)
    #expect(try analysis("trust", graph).flows.isEmpty)
  }

  @Test func aListedPairHasItsOwnAmount() throws {
    let graph = try graph(
      [
        [
          "id": "listed", "from": "every ccg", "to": "every provider", "amount": "100",
          "year": "2016/17", "pairing": "listed",
        ]
      ],
      pairs: [["statement": "listed", "from": "ccg", "to": "trust", "amount": "40"]])
    #expect(totals(try analysis("trust", graph)) == ["in 2016/17 40 (1 counted, 0 without)"])
    #expect(totals(try analysis("ccg", graph)) == ["out 2016/17 40 (1 counted, 0 without)"])
    // The list does not name the other two.
    #expect(try analysis("trust2", graph).flows.isEmpty)
    #expect(try analysis("ccg2", graph).flows.isEmpty)
  }

  @Test func listedPairsAreComponentsOfTheirTotal() throws {
    func graph(total: String?) throws -> GovernanceGraph {
      try self.graph(
        [
          [
            "id": "listed", "from": "england", "to": "every ccg", "amount": total,
            "pairing": "listed",
          ]
        ],
        pairs: [
          ["statement": "listed", "from": "england", "to": "ccg", "amount": "60"],
          ["statement": "listed", "from": "england", "to": "ccg2", "amount": "30"],
        ])
    }
    let england = try analysis("england", graph(total: "100"))
    #expect(totals(england) == ["out - 100 (1 counted, 0 without)"])
    #expect(england.reconciliations.map(\.difference?.description) == ["10"])
    // Without a total the pairs are all there is.
    let other = try analysis("england", graph(total: nil))
    #expect(totals(other) == ["out - 90 (2 counted, 0 without)"])
    #expect(other.flows.count == 2)
    #expect(totals(try analysis("ccg", graph(total: "100"))) == ["in - 60 (1 counted, 0 without)"])
  }

  @Test func anotherFigureForAClassIsAnAlternative() throws {
    let graph = try graph([
      ["id": "main", "from": "england", "to": "every ccg", "amount": "100"],
      [
        "id": "other", "from": "england", "to": "every ccg", "amount": "110",
        "alternative_of": "main",
      ],
    ])
    #expect(ids(try analysis("ccg", graph)) == ["main", "other"])
    #expect(totals(try analysis("ccg", graph)) == ["in - - (0 counted, 1 without)"])
    #expect(ids(try analysis("england", graph)) == ["main", "other"])
    #expect(totals(try analysis("england", graph)) == ["out - 100 (1 counted, 0 without)"])
  }

  @Test func anotherFigureForListedPairsIsAnAlternative() throws {
    let graph = try graph(
      [
        ["id": "main", "from": "england", "to": "ccg", "amount": "50"],
        [
          "id": "listed", "from": "every national", "to": "every ccg", "pairing": "listed",
          "alternative_of": "main",
        ],
      ],
      pairs: [["statement": "listed", "from": "england", "to": "ccg", "amount": "60"]])
    #expect(totals(try analysis("ccg", graph)) == ["in - 50 (1 counted, 0 without)"])
    #expect(ids(try analysis("ccg", graph)) == ["main", "listed"])
    #expect(try analysis("ccg2", graph).flows.isEmpty)
  }

  @Test func aRowOfItsOwnStandsForTheStatement() throws {
    let graph = try graph([
      ["from": "england", "to": "every ccg", "amount": "100"],
      ["from": "england", "to": "ccg", "amount": "60"],
    ])
    #expect(totals(try analysis("ccg", graph)) == ["in - 60 (1 counted, 0 without)"])
    #expect(totals(try analysis("ccg2", graph)) == ["in - - (0 counted, 1 without)"])
  }

  @Test func anUnstatedStatementIsShownAsOne() throws {
    let graph = try graph([
      [
        "from": "every ccg", "to": "every trust", "amount": "100", "pairing": "unstated",
      ]
    ])
    let trust = try analysis("trust", graph)
    #expect(trust.flows.map(\.isUnstated) == [true])
    #expect(totals(trust) == ["in - - (0 counted, 1 without)"])
  }

  @Test func reconcilesTheSharesOfAClassTotal() throws {
    let graph = try graph([
      ["id": "all", "from": "england", "to": "every ccg", "amount": "100", "year": "2016/17"],
      ["from": "england", "to": "ccg", "amount": "60", "year": "2016/17", "part_of": "all"],
      ["from": "england", "to": "ccg2", "amount": "39.99", "year": "2016/17", "part_of": "all"],
    ])
    let england = try analysis("england", graph)
    #expect(totals(england) == ["out 2016/17 100 (1 counted, 0 without)"])
    #expect(england.reconciliations.map { $0.difference?.description } == ["0.01"])
  }

  @Test func leavesOutWhatDoesNotHold() throws {
    let graph = try graph([
      ["from": "dh", "to": "england", "amount": "1", "end": "2016-10-01"],
      ["from": "dh", "to": "england", "amount": "2", "start": "2016-10-01"],
      ["from": "dh", "to": "england", "amount": "4", "start": "2016-10-02"],
      ["from": "ccg", "to": "every national", "amount": "8", "end": "2016-09"],
      ["from": "ccg", "to": "every national", "amount": "16", "end": "2016-10"],
    ])
    #expect(
      totals(try analysis("england", graph, on: "2016-10-01")) == [
        "in - 2 (1 counted, 1 without)"
      ])
    #expect(
      totals(try analysis("ccg", graph, on: "2016-10-01")) == ["out - 16 (1 counted, 0 without)"])
  }

  @Test func doesNotOverflow() throws {
    let most = "92233720368547758.07"
    let graph = try graph([
      ["id": "whole", "from": "dh", "to": "england", "amount": "-" + most],
      ["from": "dh", "to": "england", "amount": "1", "part_of": "whole"],
      ["from": "england", "to": "ccg", "amount": most, "year": "2016/17"],
      ["from": "england", "to": "ccg", "amount": "0.01", "year": "2016/17"],
      ["id": "two", "from": "england", "to": "ccg", "amount": "1", "year": "2017/18"],
      ["from": "england", "to": "ccg", "amount": most, "year": "2017/18", "part_of": "two"],
      ["from": "england", "to": "ccg", "amount": most, "year": "2017/18", "part_of": "two"],
    ])
    let england = try analysis("england", graph)
    #expect(
      totals(england) == [
        "in - -92233720368547758.07 (1 counted, 0 without)",
        "out 2016/17 - (2 counted, 0 without)", "out 2017/18 1 (1 counted, 0 without)",
      ])
    #expect(england.reconciliations.first { $0.total.id == "whole" }?.difference == nil)
  }

  @Test(arguments: UInt64(0)..<40)
  func reorderingRowsChangesNoTotal(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let names = ["dh", "england", "ccg", "ccg2", "trust"]
    var rows: [KeyValuePairs<String, String?>] = []
    for row in 0..<12 {
      let from = random.below(names.count)
      let reference = row > 0 && random.chance(percent: 50) ? "r\(random.below(row))" : nil
      let isPart = random.chance(percent: 50)
      rows.append([
        "id": "r\(row)", "from": names[from], "to": names[(from + 1 + random.below(4)) % 5],
        "amount": random.chance(percent: 80) ? "\(random.below(100))" : nil,
        "year": random.pick(["2015/16", "2016/17", nil]), "part_of": isPart ? reference : nil,
        "alternative_of": isPart ? nil : reference,
      ])
    }
    let (one, other) = (try graph(rows), try graph(random.shuffled(rows)))
    for name in names {
      let (left, right) = (try analysis(name, one), try analysis(name, other))
      #expect(totals(left) == totals(right))
      #expect(ids(left) == ids(right))
      #expect(left.reconciliations.map(\.sum) == right.reconciliations.map(\.sum))
      // Every row of the body is told once in each direction.
      let expected = rows.filter { row in
        row.contains { ($0.key == "from" || $0.key == "to") && $0.value == name }
      }
      #expect(left.flows.count == expected.count)
      #expect(Set(ids(left)).count == expected.count)
    }
  }
}
