import Testing

/// Cells that say what cannot be: ids, dates, numbers and words.
struct BrokenValueTests {
  private static func organisation(_ header: String, _ row: String) -> [String: String] {
    [
      "organisations.csv": BrokenGraph.soundFiles["organisations.csv"]!,
      "posts.csv": "\(header)\n\(row)\n",
    ]
  }
  private static func relationship(_ header: String, _ row: String) -> [String: String] {
    ["relationships.csv": "\(header)\n\(row)\n"]
  }
  private static func dated(_ start: String, _ end: String) -> [String: String] {
    relationship("from,to,kind,start,end", "group,board,funds,\(start),\(end)")
  }
  private static func amount(_ text: String) -> [String: String] {
    relationship("from,to,amount,kind", "group,board,⟦1⟧\(text),funds")
  }

  @Test(arguments: [
    BrokenGraph(
      "an id twice", organisation("id,name", "chair,Chair\n⟦1⟧chair,Chair again"), "duplicate-id"),
    BrokenGraph(
      "an id of an organisation and a post", organisation("name,id", "Board,⟦1⟧board"),
      "duplicate-id", summary: "'board' is used twice"),
    BrokenGraph("an id with a space", organisation("id,name", "⟦1⟧the chair,Chair"), "bad-id"),
    BrokenGraph("an id with a tab", organisation("id,name", "⟦1⟧the\tchair,Chair"), "bad-id"),
    BrokenGraph("no id", organisation("id,name", "⟦1⟧,Chair"), "bad-id", summary: "no id"),
    BrokenGraph("no name", organisation("id,name", "chair,⟦1⟧"), "missing-value"),
    BrokenGraph(
      "no kind", ["organisations.csv": "id,name,kind\nboard,B,b\ngroup,G,c\nx,X,⟦1⟧\n"],
      "missing-value"),
    BrokenGraph(
      "no kind of relationship", relationship("from,to,kind", "group,board,⟦1⟧"), "missing-value"),
    BrokenGraph(
      "the id of a relationship twice",
      relationship("id,from,to,kind", "a,group,board,funds\n⟦1⟧a,board,group,oversees"),
      "duplicate-id"),
    BrokenGraph(
      "related to itself", relationship("from,to,kind", "group,⟦1⟧group,funds"),
      "self-relationship", cure: "correct one side"),
    BrokenGraph(
      "a source twice", ["sources.csv": "id,title\nact,The Act\n⟦1⟧act,The Act\n"], "duplicate-id"),
  ])
  func areReportedWithTheirRow(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    BrokenGraph("29 February of a common year", dated("⟦1⟧2015-02-29", ""), "impossible-date"),
    BrokenGraph("31 April", dated("", "⟦1⟧2016-04-31"), "impossible-date"),
    BrokenGraph("month 13", dated("⟦1⟧2016-13", ""), "impossible-date"),
    BrokenGraph("month 0", dated("⟦1⟧2016-00-10", ""), "impossible-date"),
    BrokenGraph("day 0", dated("⟦1⟧2016-10-00", ""), "impossible-date"),
    BrokenGraph("year 0", dated("⟦1⟧0000", ""), "impossible-date"),
    BrokenGraph("a date in words", dated("⟦1⟧1 April 2016", ""), "impossible-date"),
    BrokenGraph("a date with slashes", dated("⟦1⟧01/04/2016", ""), "impossible-date"),
    BrokenGraph("a date with a time", dated("⟦1⟧2016-04-01T00:00", ""), "impossible-date"),
    BrokenGraph("a date with a space", dated("⟦1⟧ 2016-04-01", ""), "impossible-date"),
    BrokenGraph("a financial year", dated("⟦1⟧2016/17", ""), "impossible-date"),
    BrokenGraph(
      "two dates", dated("⟦1⟧2016-4-1", "⟦2⟧2016-9-1"), "impossible-date", "impossible-date"),
    BrokenGraph(
      "a date of opening", organisation("id,name,opened", "chair,Chair,⟦1⟧soon"), "impossible-date",
      cure: "2016-10-01, 2016-10 or 2016"),
    BrokenGraph(
      "a date of closing", organisation("id,name,closed", "chair,Chair,⟦1⟧2016-02-30"),
      "impossible-date"),
  ])
  func areReportedWhereADateIsImpossible(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    BrokenGraph("days", dated("2016-04-02", "⟦1⟧2016-04-01"), "end-before-start"),
    BrokenGraph("one day", dated("2016-04-01", "⟦1⟧2016-04-01"), "end-before-start"),
    BrokenGraph("months", dated("2016-11", "⟦1⟧2016-10"), "end-before-start"),
    BrokenGraph("years", dated("2017", "⟦1⟧2016"), "end-before-start"),
    BrokenGraph("a day after a month", dated("2016-11-01", "⟦1⟧2016-10"), "end-before-start"),
    BrokenGraph(
      "a life", organisation("id,name,opened,closed", "chair,Chair,2016,⟦1⟧2012-01-01"),
      "end-before-start", cure: "swap or correct the dates"),
  ])
  func areReportedWhereAnEndIsNotAfterTheStart(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    ("2016", "2016"), ("2016-10", "2016"), ("2016-12-31", "2016"), ("2016", "2016-01-02"),
  ])
  func mayBeginAndEndInTheSamePeriod(start: String, end: String) throws {
    try BrokenGraph("sound", Self.dated(start, end)).check()
  }

  @Test(arguments: [
    BrokenGraph("separators", amount("\"1,000\""), "bad-number"),
    BrokenGraph("a currency", amount("£5"), "bad-number"),
    BrokenGraph("three decimals", amount("1.005"), "bad-number", cure: "at most two decimals"),
    BrokenGraph("a unit", amount("5m"), "bad-number"),
    BrokenGraph("an exponent", amount("1e9"), "bad-number"),
    BrokenGraph("more than can be held", amount("99999999999999999999"), "bad-number"),
    BrokenGraph(
      "a tier below the top", ["kinds.csv": BrokenGraph.kinds + "x,,,,⟦1⟧-1\n"], "bad-number"),
    BrokenGraph(
      "half a tier", ["kinds.csv": BrokenGraph.kinds + "x,,,,⟦1⟧2.5\n"], "bad-number",
      cure: "whole number"),
    BrokenGraph(
      "a tier far down", ["kinds.csv": BrokenGraph.kinds + "x,,,,⟦1⟧1001\n"], "bad-number"),
  ])
  func areReportedWhereANumberIsBad(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    BrokenGraph(
      "a grade, nearly", relationship("from,to,kind,grade", "group,board,funds,⟦1⟧verifed"),
      "unknown-grade", cure: "did you mean 'verified'?"),
    BrokenGraph(
      "a grade", relationship("from,to,kind,grade", "group,board,funds,⟦1⟧A"), "unknown-grade",
      cure: "verified, computed, inferred"),
    BrokenGraph(
      "a basis, nearly", relationship("from,to,kind,basis", "group,board,funds,⟦1⟧statuary"),
      "unknown-basis", cure: "did you mean 'statutory'?"),
    BrokenGraph(
      "the second basis",
      relationship("from,to,kind,basis", "group,board,funds,⟦1⟧statutory legal"), "unknown-basis",
      summary: "'legal'"),
    BrokenGraph(
      "a type of duty", ["duties.csv": "holder,type,subject\nboard,⟦1⟧right,Plan\n"],
      "unknown-type", cure: "duty or power"),
    BrokenGraph(
      "no subject of a duty", ["duties.csv": "holder,type,subject\nboard,duty,⟦1⟧\n"],
      "missing-value"),
    BrokenGraph(
      "a column without a history",
      ["history.csv": "organisation,field,value\nboard,⟦1⟧names,The Old Board\n"], "unknown-field",
      cure: "did you mean 'name'?"),
    BrokenGraph(
      "no value in the history", ["history.csv": "organisation,field,value\nboard,name,⟦1⟧\n"],
      "missing-value"),
    BrokenGraph(
      "two names at once",
      ["history.csv": "organisation,field,value\nboard,name,A\n⟦1⟧board,name,B\n"],
      "overlapping-history", cure: "end one before the other starts"),
    BrokenGraph(
      "no name of a holder",
      ["posts.csv": "id,name\nchair,Chair\n", "holders.csv": "post,name\nchair,⟦1⟧\n"],
      "missing-value"),
  ])
  func areReportedWhereAWordIsUnknown(graph: BrokenGraph) throws { try graph.check() }
}
