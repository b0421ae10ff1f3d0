import Testing

/// Tables of incentives that name what is not there, contradict themselves, or say whom they mean
/// in words that cannot be read.
struct BrokenIncentiveTests {
  private static let metrics = "id,name\nsurplus,Surplus\nwaits,Waits\n"
  private static let classes = "id,name,members\nbuyers,Buyers,ccg\n"

  private static func graph(_ files: [String: String]) -> [String: String] {
    ["metrics.csv": metrics, "classes.csv": classes].merging(files) { $1 }
  }
  private static func incentive(_ header: String, _ cells: String) -> [String: String] {
    graph([
      "incentives.csv":
        "id,instrument,metric,direction,holder\(header)\na,Rule,surplus,maximise,\(cells)\n"
    ])
  }
  private static func members(_ expression: String) -> [String: String] {
    ["classes.csv": "id,name,members\nx,X,⟦1⟧\(expression)\n"]
  }

  @Test(arguments: [
    BrokenGraph("a holder", incentive("", "⟦1⟧bord"), "unknown-reference", cure: "'board'"),
    BrokenGraph("no holder", incentive("", "⟦1⟧"), "missing-value", summary: "no holder"),
    BrokenGraph(
      "a class, nearly", incentive("", "⟦1⟧class buyer"), "unknown-reference", cure: "'buyers'"),
    BrokenGraph(
      "a class", incentive("", "⟦1⟧class everyone"), "unknown-reference",
      cure: "table of classes"),
    BrokenGraph("a kind of holders", incentive("", "⟦1⟧every cgc"), "unknown-kind", cure: "'ccg'"),
    BrokenGraph(
      "who set it", incentive(",set_by", "group,⟦1⟧board bord"), "unknown-reference",
      cure: "'board'"),
    BrokenGraph(
      "a kind that set it", incentive(",set_by", "group,⟦1⟧board every cgc"), "unknown-kind"),
    BrokenGraph(
      "a class that set it", incentive(",set_by", "group,⟦1⟧class x board"), "unknown-reference"),
    BrokenGraph(
      "'every' without a kind", incentive(",set_by", "group,⟦1⟧board every"),
      "unknown-reference", summary: "'every'"),
    BrokenGraph(
      "a metric, nearly",
      graph([
        "incentives.csv":
          "id,holder,instrument,direction,metric\na,group,Rule,maximise,⟦1⟧surpuls\n"
      ]), "unknown-reference", cure: "did you mean 'surplus'?"),
    BrokenGraph(
      "a system metric", ["metrics.csv": "id,name,system_metric\na,A,⟦1⟧everything\n"],
      "unknown-reference", cure: "for the whole system"),
    BrokenGraph(
      "a metric as its own system metric",
      ["metrics.csv": "id,name,system_metric\nsurplus,A,⟦1⟧surplus\n"], "unknown-reference",
      summary: "its own"),
    BrokenGraph(
      "a kind of relationship",
      ["metrics.csv": "id,name,nature,rivalrous_across\na,A,rivalrous,⟦1⟧comissions\n"],
      "unknown-kind", cure: "did you mean 'commissions'?"),
    BrokenGraph(
      "those who produce a metric", ["metrics.csv": "id,name,produced_by\na,A,⟦1⟧group bord\n"],
      "unknown-reference"),
    BrokenGraph(
      "both metrics of an effect",
      graph(["effects.csv": "from,to,sign\n⟦1⟧surplsu,⟦2⟧wait,negative\n"]), "unknown-reference",
      "unknown-reference", cure: "'surplus'"),
    BrokenGraph(
      "who bears an effect",
      graph(["effects.csv": "from,to,sign,borne_by\nwaits,surplus,positive,⟦1⟧class x\n"]),
      "unknown-reference"),
    BrokenGraph(
      "whom evidence is about", ["evidence.csv": "id,statement,about\na,Said,⟦1⟧gruop\n"],
      "unknown-reference", cure: "'group'"),
    BrokenGraph(
      "a source",
      graph([
        "sources.csv": "id\nact\n",
        "evidence.csv": "id,statement,source\na,Said,⟦1⟧acts\n",
      ]), "unknown-reference", cure: "'act'"),
  ])
  func areReportedWhereTheyNameNothing(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    BrokenGraph(
      "a direction",
      graph([
        "incentives.csv":
          "id,holder,instrument,metric,direction\na,group,Rule,surplus,⟦1⟧maximize\n"
      ]), "unknown-direction", cure: "did you mean 'maximise'?"),
    BrokenGraph(
      "no direction",
      graph([
        "incentives.csv": "id,holder,instrument,metric,direction\na,group,Rule,surplus,⟦1⟧\n"
      ]), "missing-value"),
    BrokenGraph(
      "a strength", incentive(",strength", "group,⟦1⟧3"), "unknown-strength",
      cure: "weak, moderate, strong"),
    BrokenGraph(
      "a reading", incentive(",reading", "group,⟦1⟧plain"), "unknown-reading",
      cure: "stated, economic"),
    BrokenGraph("a horizon", incentive(",horizon", "group,⟦1⟧years"), "unknown-horizon"),
    BrokenGraph(
      "what is assessed", incentive(",assessed_on", "group,⟦1⟧out-turn"), "unknown-assessed-on",
      cure: "did you mean 'outturn'?"),
    BrokenGraph("an aggregation", incentive(",aggregation", "group,⟦1⟧sum"), "unknown-aggregation"),
    BrokenGraph(
      "one sanction of several", incentive(",sanction", "group,⟦1⟧money monye"),
      "unknown-sanction", cure: "did you mean 'money'?"),
    BrokenGraph("a basis", incentive(",basis", "group,⟦1⟧statute"), "unknown-basis"),
    BrokenGraph("an amount", incentive(",amount", "group,⟦1⟧£5"), "bad-number"),
    BrokenGraph(
      "a date of withdrawal", incentive(",withdrawn", "group,⟦1⟧2016-13"), "impossible-date"),
    BrokenGraph(
      "an end before the start", incentive(",start,end", "group,2017,⟦1⟧2016"),
      "end-before-start"),
    BrokenGraph(
      "a nature", ["metrics.csv": "id,name,nature\na,A,⟦1⟧common\n"], "unknown-nature",
      cure: "shared, rivalrous"),
    BrokenGraph(
      "a purpose", ["metrics.csv": "id,name,purpose\na,A,⟦1⟧change\n"], "unknown-purpose"),
    BrokenGraph(
      "a sign", graph(["effects.csv": "from,to,sign\nwaits,surplus,⟦1⟧+\n"]), "unknown-sign",
      cure: "positive, negative"),
    BrokenGraph(
      "a way", graph(["effects.csv": "from,to,sign,way\nwaits,surplus,negative,⟦1⟧cause\n"]),
      "unknown-way", cure: "did you mean 'causes'?"),
    BrokenGraph(
      "a date of evidence", ["evidence.csv": "id,statement,date\na,Said,⟦1⟧June 2016\n"],
      "impossible-date"),
    BrokenGraph(
      "no statement", ["evidence.csv": "id,statement\na,⟦1⟧\n"], "missing-value"),
  ])
  func areReportedWhereAWordIsWrong(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    BrokenGraph(
      "an incentive twice",
      graph([
        "incentives.csv": """
        id,holder,instrument,metric,direction
        a,group,Rule,surplus,maximise
        ⟦1⟧a,board,Rule,surplus,maximise

        """
      ]), "duplicate-id", summary: "the incentive 'a'"),
    BrokenGraph("a metric twice", ["metrics.csv": "id,name\na,A\n⟦1⟧a,B\n"], "duplicate-id"),
    BrokenGraph("a class twice", ["classes.csv": "id,name\na,A\n⟦1⟧a,B\n"], "duplicate-id"),
    BrokenGraph(
      "evidence twice", ["evidence.csv": "id,statement\na,A\n⟦1⟧a,B\n"], "duplicate-id",
      summary: "the piece of evidence 'a'"),
    BrokenGraph(
      "an effect twice",
      graph([
        "effects.csv": """
        id,from,to,sign
        a,waits,surplus,negative
        ⟦1⟧a,surplus,waits,negative

        """
      ]), "duplicate-id"),
    BrokenGraph(
      "an incentive without an id",
      graph(["incentives.csv": "id,holder,instrument,metric,direction\n⟦1⟧,group,R,surplus,none\n"]
      ),
      "bad-id"),
    BrokenGraph("a metric without a name", ["metrics.csv": "id,name\na,⟦1⟧\n"], "missing-value"),
    BrokenGraph(
      "a metric that moves itself",
      graph(["effects.csv": "from,to,sign\nwaits,⟦1⟧waits,positive\n"]), "self-effect"),
    BrokenGraph(
      "crowding out that raises",
      graph(["effects.csv": "from,to,way,sign\nwaits,surplus,crowds-out,⟦1⟧positive\n"]),
      "contradictory-effect"),
    BrokenGraph(
      "a shared metric between two sides",
      ["metrics.csv": "id,name,nature,rivalrous_across\na,A,shared,⟦1⟧funds\n"],
      "contradictory-metric"),
    BrokenGraph(
      "members that are recorded, and are not",
      ["classes.csv": "id,name,members,within\na,A,ccg,⟦1⟧national-body\n"],
      "contradictory-class"),
  ])
  func areReportedWhereTheyContradictThemselves(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    BrokenGraph(
      "a kind, nearly", members("national-body and not cgc"), "unknown-kind",
      cure: "did you mean 'ccg'?", summary: "'cgc'"),
    BrokenGraph("no kind in brackets", members("ccg or ()"), "bad-expression", summary: "')'"),
    BrokenGraph("spaces alone", members("  "), "bad-expression", summary: "names no kind"),
    BrokenGraph(
      "a missing 'and'", members("ccg national-body"), "bad-expression",
      cure: "put 'and' or 'or'", summary: "'national-body' stands where"),
    BrokenGraph(
      "a missing side", members("ccg and"), "bad-expression", summary: "ends where a kind"),
    BrokenGraph(
      "two operators", members("ccg and or national-body"), "bad-expression",
      summary: "'or' stands where a kind is wanted"),
    BrokenGraph(
      "an open bracket", members("(ccg or national-body"), "bad-expression",
      summary: "not closed"),
    BrokenGraph(
      "a bracket too many", members("ccg or national-body)"), "bad-expression",
      summary: "closed that was not opened"),
    BrokenGraph(
      "two kinds in brackets without 'and'", members("(ccg national-body)"),
      "bad-expression"),
    BrokenGraph(
      "brackets without end", members(String(repeating: "(", count: 10_000)), "bad-expression",
      cure: "fewer brackets"),
    BrokenGraph(
      "'not' without end", members(String(repeating: "not ", count: 10_000) + "ccg"),
      "bad-expression", summary: "more than 32 deep"),
    BrokenGraph("a word in capitals", members("ccg AND national-body"), "bad-expression"),
    BrokenGraph(
      "nobody", members("ccg and national-body"), "empty-expression", cure: "use 'or'"),
    BrokenGraph(
      "kinds after 'every'", incentive("", "⟦1⟧every ccg nor board"), "bad-expression"),
    BrokenGraph(
      "an undeclared kind, in a graph with a table of kinds",
      ["kinds.csv": BrokenGraph.kinds].merging(members("ccg or trust")) { $1 }, "unknown-kind",
      cure: "declare it"),
    BrokenGraph(
      "within which kinds", ["classes.csv": "id,name,within\nx,X,⟦1⟧ccg and\n"],
      "bad-expression"),
  ])
  func areReportedWhereAnExpressionCannotBeRead(graph: BrokenGraph) throws { try graph.check() }

  private static func measurement(_ header: String, _ cells: String) -> [String: String] {
    graph(["measurements.csv": "holder,metric,stage\(header)\ngroup,surplus,plan\(cells)\n"])
  }

  @Test(arguments: [
    BrokenGraph(
      "who decides", ["decisions.csv": "id,subject,part,decider\na,Plan,decides,⟦1⟧board bord\n"],
      "unknown-reference", cure: "'board'"),
    BrokenGraph(
      "nobody who decides", ["decisions.csv": "id,subject,part,decider\na,Plan,decides,⟦1⟧\n"],
      "missing-value", summary: "no decider"),
    BrokenGraph(
      "a part", ["decisions.csv": "id,subject,decider,part\na,Plan,board,⟦1⟧decide\n"],
      "unknown-part", cure: "did you mean 'decides'?"),
    BrokenGraph(
      "a decision twice",
      ["decisions.csv": "id,subject,decider,part\na,A,board,decides\n⟦1⟧a,B,board,decides\n"],
      "duplicate-id"),
    BrokenGraph(
      "more spent otherwise than there was",
      ["reallocations.csv": "id,purpose,spent_on,of_amount,amount\na,A,B,5,⟦1⟧6\n"],
      "share-over-whole"),
    BrokenGraph(
      "a flow", ["reallocations.csv": "id,purpose,spent_on,relationship\na,A,B,⟦1⟧flow\n"],
      "unknown-reference", cure: "give the row that is meant that id"),
    BrokenGraph(
      "money for nothing", ["reallocations.csv": "id,purpose,spent_on\na,A,⟦1⟧\n"],
      "missing-value"),
    BrokenGraph(
      "a stage",
      graph(["measurements.csv": "holder,metric,figure,stage\ngroup,surplus,5,⟦1⟧goal\n"]),
      "unknown-stage", cure: "target, plan, outturn"),
    BrokenGraph("a figure", measurement(",figure", ",⟦1⟧5%"), "bad-number"),
    BrokenGraph("no figure", measurement(",figure", ",⟦1⟧"), "missing-value"),
    BrokenGraph(
      "a share of more than all", measurement(",share_of,figure", ",board,⟦1⟧100.01"),
      "share-over-whole", cure: "from 0 to 100"),
    BrokenGraph(
      "a whole", measurement(",figure,share_of", ",5,⟦1⟧every cgc"), "unknown-kind"),
  ])
  func areReportedWhereConductIsWrong(graph: BrokenGraph) throws { try graph.check() }
}
