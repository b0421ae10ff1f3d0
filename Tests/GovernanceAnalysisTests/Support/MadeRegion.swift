import GovernanceAnalysis
import GovernanceModel
import Testing

/// The tables of a small region, to which each test adds what its rule looks for:
///
///     north-trust ─▶ regulator ─▶ minister        region: led by region.lead;
///     north-group ─▶ board ─────▶ minister        members north-trust, north-group, town
///     town ─▶ town.voters (political)
struct MadeRegion {
  var tables = GraphTables()

  static let date = "2016-10-01"

  init() {
    for (id, broader) in [
      ("region", ""), ("trust", ""), ("group", ""), ("council", ""), ("office", ""), ("voters", ""),
    ] {
      add(.kinds, ["id": id, "of": "organisation", "broader": broader, "plural": id + "s"])
    }
    add(.kinds, ["id": "post", "of": "post"])
    for (id, kind) in [
      ("north", "region"), ("north-trust", "trust"), ("north-group", "group"), ("town", "council"),
      ("regulator", "office"), ("board", "office"), ("minister", "office"),
      ("town.voters", "voters"),
    ] {
      add(.organisations, ["id": id, "name": id, "kind": kind])
    }
    add(.posts, ["id": "north.lead", "name": "Lead", "kind": "post", "owner": "north"])
    line("north.lead", "leads", "north", basis: "voluntary")
    for member in ["north-trust", "north-group", "town"] { line(member, "member-of", "north") }
    line("north-trust", "accountable-to", "regulator", basis: "statutory")
    line("north-group", "accountable-to", "board", basis: "statutory")
    line("regulator", "accountable-to", "minister", basis: "statutory")
    line("board", "accountable-to", "minister", basis: "statutory")
    line("town", "accountable-to", "town.voters", basis: "political")
    add(.metrics, ["id": "work", "name": "work", "purpose": "running"])
    add(
      .metrics,
      [
        "id": "surplus", "name": "surplus", "nature": "rivalrous",
        "rivalrous_across": "commissions",
        "system_metric": "balance",
      ])
    add(.metrics, ["id": "balance", "name": "balance", "nature": "shared"])
    add(.metrics, ["id": "change", "name": "change", "purpose": "transformation"])
  }

  mutating func add(_ table: TableName, _ cells: KeyValuePairs<String, String?>) {
    tables.append(cells.map { ($0.key, $0.value) }, to: table)
  }

  mutating func line(
    _ from: String, _ kind: String, _ to: String, basis: String = "", start: String = "",
    end: String = "", grade: String = "verified"
  ) {
    add(
      .relationships,
      [
        "from": from, "to": to, "kind": kind, "basis": basis, "start": start, "end": end,
        "grade": grade, "source": "a source",
      ])
  }

  mutating func incentive(
    _ id: String, on holder: String, _ metric: String, _ direction: String,
    _ strength: String = "strong", by setter: String? = "board",
    _ more: KeyValuePairs<String, String?> = [:]
  ) {
    tables.append(
      [
        ("id", id), ("holder", holder), ("instrument", "Rule \(id)"), ("set_by", setter),
        ("metric", metric), ("direction", direction), ("strength", strength),
        ("reading", "stated"), ("grade", "verified"), ("source", "a source"),
      ] + more.map { ($0.key, $0.value) }, to: .incentives)
  }

  func graph() throws -> GovernanceGraph { try makeGraph { $0 = tables } }

  func check(asOf day: String = date) throws -> Check {
    Check(Inspection(try graph(), at: try GovernanceAnalysisTests.date(day)))
  }

  /// The ids of what a rule finds.
  func found(_ rule: String, asOf day: String = date) throws -> [String] {
    try check(asOf: day).findings.filter { $0.rule == rule }.map(\.id).sorted()
  }

  func finding(_ id: String) throws -> GovernanceAnalysis.Finding {
    try #require(try check().finding(id: id), "there is no finding \(id)")
  }
}
