import GovernanceAnalysis
import GovernanceModel
import GraphFiles

/// A generated register, loaded as every question loads a graph: the work W1.
struct Register {
  let folder: String
  let graph: GovernanceGraph
  /// The bodies whose superiors W2 asks for.
  let queries: [BodyIndex]
  /// The body from which W5 goes down.
  let root: BodyIndex?

  /// Reads the files, makes the network, and says how long each took and both together.
  ///
  /// Rows that name no body are left out, as by the peers; dates are not regarded.
  init(folder: String) throws(FileError) {
    self.folder = folder
    let clock = ContinuousClock()
    let start = clock.now
    graph = try GraphReader.read(path: folder).graph
    let read = clock.now
    _ = AccountabilityNetwork(graph, at: .anyTime)
    let done = clock.now
    report("W1", [done - start])
    report("W1 read", [read - start])
    report("W1 network", [done - read])

    let graph = graph
    queries = try TextFile.lines(of: folder + "/queries.txt").compactMap { graph.body(id: $0) }
    root = try TextFile.lines(of: folder + "/root.txt").first.flatMap { graph.body(id: $0) }
  }

  /// The network as loading makes it.
  func makeNetwork() -> AccountabilityNetwork { AccountabilityNetwork(graph, at: .anyTime) }

  /// What shows that everything was read: every kind of cell counts towards one of the sums.
  func totals() -> Lines {
    var names = 0
    var closed = 0
    for body in graph.allBodies {
      names += graph.name(of: body, at: .anyTime).utf8.count
      if graph.life(of: body).end != nil { closed += 1 }
    }
    var ended = 0
    var hundredths: Int64 = 0
    for index in graph.allRelationships {
      let relationship = graph[index]
      if relationship.period.end != nil { ended += 1 }
      hundredths += relationship.amount?.hundredths ?? 0
    }
    var lines = Lines()
    lines.append("bodies", graph.bodyCount)
    lines.append("names", names)
    lines.append("closed", closed)
    lines.append("relationships", graph.relationshipCount)
    lines.append("ended", ended)
    lines.append("pence", hundredths)
    return lines
  }
}
