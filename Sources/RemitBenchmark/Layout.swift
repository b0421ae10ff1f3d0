import GraphvizEngine

/// Reads a DOT text and lays it out, and reports how long that took: the part of a drawing that is
/// Graphviz's alone. Loading its libraries does not count.
///
/// - Parameter isAlone: whether Graphviz ranks nodes itself.
func timeLayout(
  of text: String, engine: LayoutEngine, isAlone: Bool
) throws(GraphvizError) {
  Graphviz.leaveRanking(toGraphviz: isAlone)
  _ = try Graphviz.places(ofDOT: "digraph { a }", engine: engine)
  let clock = ContinuousClock()
  let start = clock.now
  _ = try Graphviz.places(ofDOT: text, engine: engine)
  report("W9 layout", [clock.now - start])
}
