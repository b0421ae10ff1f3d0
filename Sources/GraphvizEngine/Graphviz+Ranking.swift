import CGraphviz

extension Graphviz {
  /// How many graphs this program has ranked for `dot`, in place of Graphviz: see decision 20.
  package static var rankedGraphs: Int {
    context.withLock { _ in Int(cgraphviz_ranked()) }
  }

  /// Has Graphviz rank graphs from now on, or no longer: what this program does is held against it.
  package static func leaveRanking(toGraphviz isLeft: Bool) {
    context.withLock { _ in cgraphviz_leave_ranking(isLeft ? 1 : 0) }
  }
}
