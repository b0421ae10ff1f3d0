import GovernanceModel
import Testing

/// For a rule, a region in which it must find something, and the like in which it must not.
struct RuleCase: Sendable, CustomTestStringConvertible {
  typealias Change = @Sendable (inout MadeRegion) -> Void

  let rule: String
  /// What it finds, the rule's id left out.
  let finds: String
  let fires: Change
  let silent: Change
  var testDescription: String { rule }

  static let all: [RuleCase] = ofIncentives + ofStructure + ofRecords

  static let ofIncentives: [RuleCase] = [
    RuleCase(rule: "conflicting-principals", finds: "work/every+trust") {
      $0.incentive("a", on: "every trust", "work", "maximise", by: "board")
      $0.incentive("b", on: "every trust", "work", "minimise", "moderate", by: "regulator")
    } silent: {
      $0.incentive("a", on: "every trust", "work", "maximise", by: "board")
      $0.incentive("b", on: "every trust", "work", "minimise", "moderate", by: "board")
      $0.incentive("c", on: "every trust", "work", "minimise", by: nil)
      $0.incentive("d", on: "every group", "work", "minimise", by: "regulator")
    },
    RuleCase(rule: "contradictory-instruments", finds: "work/every+trust") {
      $0.incentive("a", on: "every trust", "work", "maximise")
      $0.incentive("b", on: "every trust", "work", "minimise")
    } silent: {
      $0.incentive("a", on: "every trust", "work", "maximise")
      $0.incentive("b", on: "every trust", "work", "minimise", by: "regulator")
    },
    RuleCase(rule: "club-and-country", finds: "surplus/north") {
      $0.incentive("own", on: "every trust", "surplus", "maximise")
      $0.incentive("joint", on: "every trust", "balance", "maximise", "weak")
    } silent: {
      $0.incentive("own", on: "every trust", "surplus", "maximise")
      $0.incentive("joint", on: "every trust", "balance", "maximise")
    },
    RuleCase(rule: "sum-of-totals", finds: "sum") {
      $0.incentive(
        "sum", on: "every region", "balance", "maximise", "moderate", by: "board",
        ["aggregation": "sum-of-members"])
    } silent: {
      $0.incentive(
        "sum", on: "every region", "balance", "maximise", "moderate", by: "board",
        ["aggregation": "joint"])
    },
    RuleCase(rule: "lead-self-interest", finds: "north/north-trust") {
      $0.incentive("a", on: "every trust", "work", "maximise")
      $0.incentive("b", on: "every group", "work", "minimise")
      $0.line("north.lead", "accountable-to", "north-trust", basis: "managerial")
    } silent: {
      $0.incentive("a", on: "every trust", "work", "maximise")
      $0.incentive("b", on: "every group", "work", "minimise")
      $0.line("north.lead", "accountable-to", "town", basis: "managerial")
    },
    RuleCase(rule: "penalty-for-change", finds: "every+trust") {
      $0.incentive("a", on: "every trust", "change", "maximise", "weak")
      $0.incentive(
        "b", on: "every trust", "work", "maximise", "strong", by: "board",
        ["sanction": "money", "horizon": "year"])
    } silent: {
      $0.incentive("a", on: "every trust", "change", "maximise", "weak")
      $0.incentive(
        "b", on: "every trust", "work", "maximise", "strong", by: "board",
        ["sanction": "money", "horizon": "longer"])
    },
    RuleCase(rule: "opposed-duties", finds: "work/change/every+trust") {
      $0.incentive("a", on: "every trust", "work", "maximise", "weak", by: "minister", statutory)
      $0.incentive("b", on: "every trust", "change", "maximise", "weak", by: "minister", statutory)
      $0.add(.effects, ["id": "e", "from": "work", "to": "change", "sign": "negative"])
    } silent: {
      $0.incentive("a", on: "every trust", "work", "maximise", "weak", by: "minister", statutory)
      $0.incentive("b", on: "every trust", "change", "maximise", "weak", by: "minister", statutory)
      $0.add(.effects, ["id": "e", "from": "work", "to": "change", "sign": "positive"])
    },
    RuleCase(rule: "assessed-on-plan", finds: "a") {
      $0.incentive(
        "a", on: "every region", "balance", "maximise", "weak", by: "board",
        ["assessed_on": "plan"])
    } silent: {
      $0.incentive(
        "a", on: "every region", "balance", "maximise", "weak", by: "board",
        ["assessed_on": "plan"])
      $0.incentive(
        "b", on: "every region", "balance", "maximise", "weak", by: "board",
        ["assessed_on": "outturn"])
    },
    RuleCase(rule: "upstream-cut", finds: "e/every+council") {
      $0.incentive("a", on: "every council", "change", "minimise", by: "minister")
      $0.add(
        .effects,
        ["id": "e", "from": "change", "to": "work", "sign": "negative", "borne_by": "every trust"])
    } silent: {
      $0.incentive("a", on: "every council", "change", "minimise", by: "regulator")
      $0.add(
        .effects,
        ["id": "e", "from": "change", "to": "work", "sign": "negative", "borne_by": "every trust"])
    },
    RuleCase(rule: "crowded-out", finds: "e/every+trust") {
      $0.incentive("a", on: "every trust", "work", "maximise")
      $0.incentive("b", on: "every trust", "change", "maximise", "weak")
      $0.add(
        .effects,
        ["id": "e", "from": "work", "to": "change", "sign": "negative", "way": "crowds-out"])
    } silent: {
      $0.incentive("a", on: "every trust", "work", "maximise")
      $0.incentive("b", on: "every trust", "change", "maximise", "moderate")
      $0.add(
        .effects,
        ["id": "e", "from": "work", "to": "change", "sign": "negative", "way": "crowds-out"])
    },
    RuleCase(rule: "crowded-out", finds: "e/every+hub") {
      $0.add(.kinds, ["id": "hub", "of": "organisation", "plural": "hubs"])
      $0.incentive("a", on: "every hub", "work", "maximise")
      $0.add(
        .effects,
        [
          "id": "e", "from": "work", "to": "change", "sign": "negative", "way": "crowds-out",
          "holder": "every hub",
        ])
    } silent: {
      $0.add(.kinds, ["id": "hub", "of": "organisation", "plural": "hubs"])
      $0.incentive("a", on: "every hub", "work", "maximise")
      $0.incentive("b", on: "every hub or trust", "change", "maximise", "moderate")
      $0.add(
        .effects,
        [
          "id": "e", "from": "work", "to": "change", "sign": "negative", "way": "crowds-out",
          "holder": "every hub",
        ])
    },
    RuleCase(rule: "withdrawn-link", finds: "a") {
      $0.incentive(
        "a", on: "every trust", "change", "none", "weak", by: "board", ["withdrawn": "2016-07"])
    } silent: {
      $0.incentive(
        "a", on: "every trust", "change", "none", "weak", by: "board", ["withdrawn": "2016-12"])
    },
  ]

  private static let statutory: KeyValuePairs<String, String?> = ["basis": "statutory"]

  static let ofStructure: [RuleCase] = [
    RuleCase(rule: "divided-oversight", finds: "branch/north") {
      $0.branches()
      $0.line("east", "oversees", "north-trust")
      $0.line("west", "oversees", "north-group")
    } silent: {
      $0.branches()
      // One office for both; the other looks after a member that the first does too.
      $0.line("east", "oversees", "north-trust")
      $0.line("east", "oversees", "north-group")
      $0.line("west", "oversees", "north-group")
    },
    RuleCase(rule: "diverted-money", finds: "moved") {
      $0.reallocation("moved", "60", of: "100", "2016/17")
    } silent: {
      $0.reallocation("little", "40", of: "100", "2016/17")
      $0.reallocation("before", "60", of: "100", "2015/16")
    },
    RuleCase(rule: "balance-on-one-offs", finds: "total") {
      $0.reallocation("moved", "60", of: "100", "2016/17")
      $0.measure("total", "every trust", "balance", "10")
    } silent: {
      $0.reallocation("moved", "60", of: "100", "2016/17")
      $0.measure("total", "every trust", "balance", "90")
    },
    RuleCase(rule: "inherited-deficit", finds: "north/2016/17") {
      $0.shares(of: "north-trust", deficit: "70", income: "50")
      $0.shares(of: "north-group", deficit: "30", income: "50")
    } silent: {
      $0.shares(of: "north-trust", deficit: "70", income: "70")
      $0.shares(of: "north-group", deficit: "30", income: "30")
    },
    RuleCase(rule: "missing-actor", finds: "work/minister/north") {
      $0.measure("share", "minister", "work", "20", of: "north")
    } silent: {
      $0.measure("share", "minister", "work", "9", of: "north")
      $0.measure("theirs", "north-trust", "work", "50", of: "north")
    },
    RuleCase(rule: "bypassed-authority", finds: "plan") {
      $0.add(
        .decisions,
        [
          "id": "plan", "subject": "Plan", "decider": "town", "part": "decides",
          "duty_of": "every group",
        ])
    } silent: {
      $0.add(
        .decisions,
        [
          "id": "plan", "subject": "Plan", "decider": "town", "part": "decides",
          "duty_of": "every group",
        ])
      $0.line("town", "accountable-to", "board", basis: "financial")
    },
    RuleCase(rule: "split-by-boundary", finds: "town") {
      $0.secondRegion()
      $0.line("town", "member-of", "south")
    } silent: {
      $0.secondRegion()
      $0.line("town", "member-of", "south", end: "2016-04-01")
    },
    RuleCase(rule: "in-many-footprints", finds: "north-trust") {
      $0.secondRegion()
      $0.line("north-trust", "member-of", "south")
    } silent: {
      $0.secondRegion()
      $0.line("north-trust", "member-of", "south", end: "2016-04-01")
    },
    RuleCase(rule: "no-common-principal", finds: "waits") {
      $0.add(
        .metrics, ["id": "waits", "name": "waits", "produced_by": "every trust every council"])
    } silent: {
      $0.add(
        .metrics, ["id": "waits", "name": "waits", "produced_by": "every trust every council"])
      $0.line("town", "accountable-to", "regulator", basis: "managerial")
    },
    RuleCase(rule: "scrutiny-gap", finds: "north") {
      $0.line("town", "scrutinises", "north-trust")
    } silent: {
      $0.line("town", "scrutinises", "north.lead")
    },
    RuleCase(rule: "funder-off-path", finds: "minister/every+council") {
      $0.line("minister", "funds", "town")
      $0.line("minister", "funds", "north-trust")
    } silent: {
      $0.line("minister", "funds", "north-trust")
      $0.line("minister", "funds", "north")
    },
    RuleCase(rule: "separate-allocator", finds: "regulator/minister/north-trust") {
      $0.add(.kinds, ["id": "allocates", "of": "relationship", "broader": "funds"])
      $0.line("minister", "funds", "north-trust")
      $0.line("regulator", "allocates", "north-trust")
    } silent: {
      $0.add(.kinds, ["id": "allocates", "of": "relationship", "broader": "funds"])
      $0.line("minister", "funds", "north-trust")
      $0.line("minister", "allocates", "north-trust")
    },
    RuleCase(rule: "unfunded-mandate", finds: "north") {
      $0.line("board", "oversees", "north")
    } silent: {
      $0.line("board", "oversees", "north")
      $0.line("board", "funds", "north")
    },
    RuleCase(rule: "watchdog-paid-by-watched", finds: "office/trust") {
      $0.line("regulator", "oversees", "north-trust")
      $0.line("north-trust", "funds", "regulator")
    } silent: {
      $0.line("regulator", "oversees", "north-trust")
      $0.line("north-group", "funds", "regulator")
    },
    RuleCase(rule: "watchdog-paid-by-watched", finds: "society/council") {
      // Nobody is recorded as watching anybody: it speaks for the public by its kind.
      $0.add(.kinds, ["id": "watchdog", "of": "organisation"])
      $0.add(.kinds, ["id": "society", "of": "organisation", "broader": "watchdog"])
      $0.add(.organisations, ["id": "friends", "name": "friends", "kind": "society"])
      $0.line("town", "commissions", "friends")
    } silent: {
      $0.add(.kinds, ["id": "watchdog", "of": "organisation"])
      $0.add(.kinds, ["id": "society", "of": "organisation"])
      $0.add(.organisations, ["id": "friends", "name": "friends", "kind": "society"])
      $0.line("town", "commissions", "friends")
    },
    RuleCase(rule: "regulator-on-board", finds: "regulator/north") {
      $0.line("regulator", "member-of", "north")
      $0.line("regulator", "oversees", "north-trust")
    } silent: {
      $0.line("regulator", "member-of", "north")
      $0.line("regulator", "oversees", "minister")
    },
    RuleCase(rule: "unaccountable-body", finds: "north") {
      $0.line("north.lead", "accountable-to", "town")
    } silent: {
      $0.line("north.lead", "accountable-to", "town")
      $0.line("north", "accountable-to", "board", basis: "voluntary")
    },
    RuleCase(rule: "too-many-principals", finds: "trust") {
      for other in ["board", "minister", "town"] { $0.line("north-trust", "accountable-to", other) }
    } silent: {
      for other in ["board", "minister"] { $0.line("north-trust", "accountable-to", other) }
    },
    RuleCase(rule: "accountability-cycle", finds: "board") {
      $0.line("minister", "accountable-to", "board", basis: "managerial")
    } silent: {
      $0.line("minister", "accountable-to", "board", basis: "financial")
    },
    RuleCase(rule: "overlapping-programmes", finds: "north/deal") {
      $0.programme()
      $0.line("town", "member-of", "deal", basis: "statutory")
    } silent: {
      $0.programme()
      $0.line("town", "member-of", "deal", basis: "voluntary")
    },
    RuleCase(rule: "overlapping-programmes", finds: "north/deal") {
      $0.programme()
      $0.add(.organisations, ["id": "pact", "name": "pact", "kind": "office"])
      $0.line("town", "member-of", "deal", basis: "statutory")
      $0.add(
        .relationships,
        ["from": "pact", "to": "every voters", "kind": "accountable-to", "pairing": "unstated"])
      $0.line("town", "member-of", "pact", basis: "voluntary")
    } silent: {
      // Nobody is said to be answered to.
      $0.add(.organisations, ["id": "deal", "name": "deal", "kind": "office"])
      $0.line("town", "member-of", "deal", basis: "statutory")
    },
    RuleCase(rule: "overlapping-programmes", finds: "north/pact") {
      $0.add(.organisations, ["id": "pact", "name": "pact", "kind": "office"])
      $0.line("town", "member-of", "pact", basis: "statutory")
      $0.add(
        .relationships,
        ["from": "pact", "to": "every voters", "kind": "accountable-to", "pairing": "unstated"])
    } silent: {
      $0.add(.organisations, ["id": "pact", "name": "pact", "kind": "office"])
      $0.line("town", "member-of", "pact", basis: "statutory")
    },
    RuleCase(rule: "single-broker", finds: "board") {
      $0.secondRegion()
      for region in ["north", "south"] {
        for part in ["funds", "oversees", "appoints"] { $0.line("board", part, region) }
      }
    } silent: {
      $0.secondRegion()
      for part in ["funds", "oversees", "appoints"] { $0.line("minister", part, "town.voters") }
      for part in ["funds", "oversees"] { $0.line("minister", part, "south") }
    },
  ]
}

extension RuleCase {
  /// Rules about the graph itself.
  static let ofRecords: [RuleCase] = [
    RuleCase(rule: "isolated-body", finds: "office") {
      $0.add(.organisations, ["id": "hermit", "name": "Hermit", "kind": "office"])
    } silent: {
      $0.add(.organisations, ["id": "hermit", "name": "Hermit", "kind": "office"])
      $0.line("hermit", "advises", "town", start: "2016-10-01")
    },
    RuleCase(rule: "dangling-post", finds: "clerk") {
      $0.add(.posts, ["id": "clerk", "name": "Clerk", "kind": "post"])
    } silent: {
      $0.add(.posts, ["id": "clerk", "name": "Clerk", "kind": "post", "owner": "town"])
    },
    RuleCase(rule: "closed-membership", finds: "north") {
      $0.add(.organisations, ["id": "old", "name": "Old", "kind": "trust", "closed": "2016-04-01"])
      $0.line("old", "member-of", "north", start: "2016-03-01", end: "2017-03-01")
    } silent: {
      $0.add(.organisations, ["id": "old", "name": "Old", "kind": "trust", "closed": "2016-04-01"])
      $0.line("old", "member-of", "north", start: "2016-03-01", end: "2016-04-01")
    },
    RuleCase(rule: "unsourced-relationship", finds: "advises") {
      $0.add(.relationships, ["from": "board", "to": "town", "kind": "advises"])
    } silent: {
      $0.line("board", "advises", "town")
    },
    RuleCase(rule: "shares-over-hundred", finds: "north/work/outturn/2016/17") {
      $0.measure("a", "north-trust", "work", "60", of: "north")
      $0.measure("b", "north-group", "work", "50", of: "north")
    } silent: {
      $0.measure("a", "north-trust", "work", "60", of: "north")
      $0.measure("b", "north-group", "work", "40", of: "north")
    },
  ]
}

extension MadeRegion {
  fileprivate mutating func reallocation(
    _ id: String, _ amount: String, of whole: String, _ year: String
  ) {
    add(
      .reallocations,
      [
        "id": id, "purpose": "Change", "spent_on": "Deficits", "amount": amount,
        "of_amount": whole, "year": year,
      ])
  }

  fileprivate mutating func measure(
    _ id: String, _ holder: String, _ metric: String, _ figure: String, of whole: String? = nil
  ) {
    add(
      .measurements,
      [
        "id": id, "holder": holder, "metric": metric, "stage": "outturn", "figure": figure,
        "share_of": whole, "year": "2016/17",
      ])
  }

  fileprivate mutating func shares(of member: String, deficit: String, income: String) {
    if !(tables[.metrics].rows.contains { $0.first == "income" }) {
      add(.metrics, ["id": "income", "name": "income"])
    }
    measure("\(member)-deficit", member, "surplus", deficit, of: "north")
    measure("\(member)-income", member, "income", income, of: "north")
  }

  fileprivate mutating func secondRegion() {
    add(.organisations, ["id": "south", "name": "south", "kind": "region"])
    line("north-group", "member-of", "south", end: "2016-04-01")
    line("minister", "member-of", "south")
  }

  /// Two offices of the board.
  fileprivate mutating func branches() {
    add(.kinds, ["id": "branch", "of": "organisation", "plural": "branches"])
    for id in ["east", "west"] {
      add(.organisations, ["id": id, "name": id, "kind": "branch"])
      line(id, "part-of", "board")
    }
  }

  fileprivate mutating func programme() {
    add(.organisations, ["id": "deal", "name": "deal", "kind": "office"])
    line("deal", "accountable-to", "minister")
  }
}
