import Testing

/// Cells that name what is not there, and kinds and statements that do not fit together.
struct BrokenReferenceTests {
  private static func relationships(_ text: String) -> [String: String] {
    ["relationships.csv": text]
  }
  private static func kinds(_ rows: String) -> [String: String] {
    ["kinds.csv": BrokenGraph.kinds + rows]
  }
  private static func listed(_ pairs: String, pairing: String = "listed") -> [String: String] {
    [
      "relationships.csv":
        "id,from,to,kind,pairing\nx,every ccg,every national-body,funds,\(pairing)\n",
      "pairs.csv": "statement,from,to\n" + pairs,
    ]
  }

  @Test(arguments: [
    BrokenGraph(
      "a body, nearly", relationships("from,to,kind\n⟦1⟧gruop,board,funds\n"), "unknown-reference",
      cure: "did you mean 'group'?"),
    BrokenGraph(
      "a body", relationships("from,to,kind\ngroup,⟦1⟧parliament,funds\n"), "unknown-reference",
      cure: "correct the id, or add the body"),
    BrokenGraph(
      "both bodies", relationships("from,to,kind\n⟦1⟧treasury,⟦2⟧parliament,funds\n"),
      "unknown-reference", "unknown-reference"),
    BrokenGraph(
      "no body", relationships("from,to,kind\n⟦1⟧,board,funds\n"), "unknown-reference",
      summary: "the cell names no body"),
    BrokenGraph(
      "an owner", ["posts.csv": "id,owner,name\nchair,⟦1⟧bord,Chair\n"], "unknown-reference",
      cure: "did you mean 'board'?"),
    BrokenGraph(
      "a body as its own owner", ["posts.csv": "id,owner,name\nchair,⟦1⟧chair,Chair\n"],
      "self-owner", summary: "'chair'"),
    BrokenGraph(
      "a source",
      relationships("from,to,kind,source\ngroup,board,funds,⟦1⟧act l1\n")
        .merging(["sources.csv": "id\nact\n"]) { $1 }, "unknown-reference", summary: "'l1'"),
    BrokenGraph(
      "a source, nearly",
      ["sources.csv": "id\nnhs-act\n", "posts.csv": "id,name,source\nchair,Chair,⟦1⟧nhs-acts\n"],
      "unknown-reference", cure: "did you mean 'nhs-act'?"),
    BrokenGraph(
      "another figure", relationships("from,to,kind,alternative_of\ngroup,board,funds,⟦1⟧a\n"),
      "unknown-reference", cure: "give the row that is meant that id"),
    BrokenGraph(
      "a whole, nearly",
      relationships(
        "id,from,to,kind,part_of\ntotal,group,board,funds,\n,group,board,funds,⟦1⟧totl\n"),
      "unknown-reference", cure: "did you mean 'total'?"),
    BrokenGraph(
      "the post of a holder", ["holders.csv": "name,post\nA Person,⟦1⟧chair\n"],
      "unknown-reference"),
    BrokenGraph(
      "the body of a history", ["history.csv": "organisation,field,value\n⟦1⟧x,name,X\n"],
      "unknown-reference"),
    BrokenGraph(
      "the holder of a duty", ["duties.csv": "holder,type,subject\n⟦1⟧x,duty,Plan\n"],
      "unknown-reference"),
  ])
  func areReportedWhereTheyNameNothing(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    BrokenGraph(
      "of a body",
      kinds("").merging(["organisations.csv": "id,kind,name\nboard,⟦1⟧cgc,B\n"]) { $1 }
        .merging(relationships("from,to,kind\n")) { $1 }, "unknown-kind",
      cure: "did you mean 'ccg'?"),
    BrokenGraph(
      "broader", kinds("x,,⟦1⟧trust,,\n"), "unknown-kind", cure: "declare it", summary: "'trust'"),
    BrokenGraph(
      "that owns", kinds("x,,,⟦1⟧cgg,\n"), "unknown-kind", cure: "did you mean 'ccg'?"),
    BrokenGraph(
      "of every member", relationships("from,to,kind\n⟦1⟧every trust,board,funds\n"),
      "unknown-kind", cure: "or name a body"),
    BrokenGraph(
      "of every holder of a duty", ["duties.csv": "holder,type,subject\n⟦1⟧every cgc,duty,Plan\n"],
      "unknown-kind", cure: "did you mean 'ccg'?"),
    BrokenGraph(
      "in a history",
      kinds("").merging(
        ["history.csv": "organisation,field,value,end\ngroup,kind,⟦1⟧pct,2013\n"]) { $1 },
      "unknown-kind"),
    BrokenGraph(
      "of a relationship",
      kinds("").merging(
        relationships("from,to,kind\ngroup,board,⟦1⟧reports-to\n")
      ) { $1 }, "unknown-kind",
      cure: "under one of the standard kinds"),
    BrokenGraph(
      "of a relationship, nearly, in a graph without a table of kinds",
      relationships("from,to,kind\ngroup,board,⟦1⟧acountable-to\n"), "near-kind",
      cure: "did you mean 'accountable-to'?"),
    BrokenGraph(
      "of a relationship without a broader one", kinds("⟦1⟧reports-to,relationship,,,\n"),
      "missing-value", cure: "under one of the standard kinds"),
    BrokenGraph("declared twice", kinds("⟦1⟧ccg,,,,\n"), "duplicate-id"),
    BrokenGraph("without an id", kinds("⟦1⟧,,,,\n"), "bad-id"),
    BrokenGraph(
      "of an unknown sort", kinds("x,⟦1⟧organization,,,\n"), "unknown-sort",
      cure: "did you mean 'organisation'?"),
    BrokenGraph(
      "in a cycle", kinds("⟦1⟧a,,b,,\nb,,c,,\nc,,a,,\n"), "kind-cycle",
      cure: "remove one of these", summary: "'a' under 'b' under 'c' under 'a'"),
    BrokenGraph("under itself", kinds("⟦1⟧a,,a,,\n"), "kind-cycle"),
  ])
  func areReportedWhereAKindIsWrong(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    BrokenGraph(
      "an unknown pairing",
      relationships("from,to,kind,pairing\nevery ccg,every national-body,funds,⟦1⟧owns\n"),
      "unknown-pairing", cure: "did you mean 'own'?"),
    BrokenGraph(
      "no pairing, where there is a column",
      relationships("from,to,kind,pairing\nevery ccg,every national-body,funds,⟦1⟧\n"),
      "missing-pairing", cure: "own, listed, overlapping or unstated"),
    BrokenGraph(
      "no pairing, where there is no column",
      relationships("from,to,kind\n⟦1⟧every ccg,every national-body,funds\n"), "missing-pairing"),
    BrokenGraph(
      "two bodies", relationships("from,to,kind,pairing\ngroup,board,funds,⟦1⟧listed\n"),
      "needless-pairing"),
    BrokenGraph(
      "a body and its own", relationships("from,to,kind,pairing\nevery ccg,board,funds,⟦1⟧own\n"),
      "needless-pairing"),
    BrokenGraph(
      "kinds that do not own each other",
      relationships("kind,from,to,pairing\nfunds,⟦1⟧every ccg,every national-body,own\n"),
      "unowned-kinds", cure: "owned_by"),
    BrokenGraph(
      "a pair of no statement", listed("⟦1⟧y,group,board\n"), "unknown-reference",
      cure: "did you mean 'x'?"),
    BrokenGraph(
      "a pair of a statement that lists none",
      listed("⟦1⟧x,group,board\n", pairing: "unstated"), "unknown-reference",
      cure: "the pairing 'listed'"),
    BrokenGraph("a pair of an unknown body", listed("x,group,⟦1⟧bord\n"), "unknown-reference"),
    BrokenGraph("a pair with itself", listed("x,group,⟦1⟧group\n"), "self-relationship"),
    BrokenGraph("a pair of nothing", listed("⟦1⟧,group,board\n"), "missing-value"),
  ])
  func areReportedWhereAStatementDoesNotFit(graph: BrokenGraph) throws { try graph.check() }
}
