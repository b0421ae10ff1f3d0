import GraphvizEngine

/// Reads a DOT text and lays it out by `dot`, and reports how long that took: the part of a drawing
/// that is Graphviz's alone. Loading its libraries does not count.
func timeLayout(of text: String) throws(GraphvizError) {
  _ = try Graphviz.places(ofDOT: "digraph { a }")
  let clock = ContinuousClock()
  let start = clock.now
  _ = try Graphviz.places(ofDOT: text)
  report("W9 layout", [clock.now - start])
}
