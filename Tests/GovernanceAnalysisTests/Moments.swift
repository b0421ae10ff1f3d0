import GovernanceAnalysis
import GovernanceModel
import Testing

/// Which lines hold on which day: the first day counts, the day of the end no longer does.
struct Moments {
  /// A trust with one line, both with dates as a test gives them.
  ///
  ///     trust ─▶ authority
  private func superiors(
    on day: String, opened: String = "", closed: String = "", start: String = "", end: String = ""
  ) throws -> [String]? {
    let graph = try makeGraph { tables in
      tables.append(
        ["id": "trust", "name": "T", "kind": "body", "opened": opened, "closed": closed],
        to: .organisations)
      tables.append(["id": "authority", "name": "A", "kind": "body"], to: .organisations)
      tables.append(
        ["from": "trust", "to": "authority", "kind": "accountable-to", "start": start, "end": end],
        to: .relationships)
    }
    let network = AccountabilityNetwork(graph, at: try date(day))
    let trust = try network.body("trust")
    guard network.openBodies.contains(trust) else { return nil }
    return network.ids(network.superiors(of: trust))
  }

  @Test(arguments: [
    ("2013-03-31", false), ("2013-04-01", true), ("2016-09-30", true), ("2016-10-01", false),
  ])
  func aBodyIsNotOpenOnTheDayItCloses(day: String, isOpen: Bool) throws {
    let found = try superiors(on: day, opened: "2013-04-01", closed: "2016-10-01")
    #expect(found == (isOpen ? ["authority"] : nil))
  }

  @Test(arguments: [
    ("2013-03-31", false), ("2013-04-01", true), ("2016-09-30", true), ("2016-10-01", false),
  ])
  func aLineDoesNotHoldOnTheDayItEnds(day: String, holds: Bool) throws {
    let found = try superiors(on: day, start: "2013-04-01", end: "2016-10-01")
    #expect(found == (holds ? ["authority"] : []))
  }

  @Test(arguments: [
    ("2012-12-31", false), ("2013-01-01", true), ("2016-12-31", true), ("2017-01-01", false),
  ])
  func aYearIsReadAtItsWidest(day: String, holds: Bool) throws {
    #expect(try superiors(on: day, start: "2013", end: "2016") == (holds ? ["authority"] : []))
    #expect(try superiors(on: day, opened: "2013", closed: "2016") == (holds ? ["authority"] : nil))
  }

  @Test(arguments: [
    ("2013-03-31", false), ("2013-04-01", true), ("2016-02-29", true), ("2016-03-01", false),
  ])
  func aMonthIsReadAtItsWidest(day: String, holds: Bool) throws {
    #expect(
      try superiors(on: day, start: "2013-04", end: "2016-02") == (holds ? ["authority"] : []))
  }

  @Test(arguments: [("2015-12-31", true), ("2016-01-01", false)])
  func aMonthOfDecemberEndsWithTheYear(day: String, holds: Bool) throws {
    #expect(try superiors(on: day, end: "2015-12") == (holds ? ["authority"] : []))
  }

  @Test(arguments: [("2016", false), ("2016-02", true), ("2016-01-02", true)])
  func aMomentKnownToTheYearIsItsFirstDay(day: String, holds: Bool) throws {
    #expect(try superiors(on: day, start: "2016-01-02") == (holds ? ["authority"] : []))
  }

  /// A statement about a kind holds for a member while both do.
  ///
  ///     every ccg ─▶ board, from 2014; the ccg until 2016-04-01
  @Test(arguments: [
    ("2013-12-31", 0), ("2014-01-01", 1), ("2016-03-31", 1), ("2016-04-01", 0),
  ])
  func aStatementHoldsForAMemberWhileBothDo(day: String, count: Int) throws {
    let graph = try makeGraph { tables in
      tables.append(
        ["id": "c", "name": "C", "kind": "ccg", "closed": "2016-04-01"], to: .organisations)
      tables.append(["id": "board", "name": "B", "kind": "board"], to: .organisations)
      tables.append(
        ["from": "every ccg", "to": "board", "kind": "accountable-to", "start": "2014"],
        to: .relationships)
    }
    let network = AccountabilityNetwork(graph, at: try date(day))
    #expect(try network.subordinates(of: "board").count == count)
  }

  /// What is not recorded is never followed.
  @Test func anUnstatedPairingIsNotFollowed() throws {
    let graph = try makeGraph { tables in
      tables.append(["id": "c", "name": "C", "kind": "ccg"], to: .organisations)
      tables.append(["id": "t", "name": "T", "kind": "trust"], to: .organisations)
      tables.append(
        [
          "from": "every trust", "to": "every ccg", "kind": "accountable-to",
          "pairing": "unstated",
        ], to: .relationships)
    }
    let network = AccountabilityNetwork(graph, at: .anyTime)
    #expect(try network.superiors(of: "t").isEmpty)
    let (t, c) = (try network.body("t"), try network.body("c"))
    #expect(network.connection(from: t, to: c) == .none)
  }
}
