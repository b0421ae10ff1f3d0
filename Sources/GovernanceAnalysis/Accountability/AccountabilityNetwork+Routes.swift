import GovernanceModel

/// Routes through a graph, each a sequence of bodies from its beginning to its end.
public struct Routes: Hashable, Sendable {
  public let routes: [[BodyIndex]]
  /// Whether there are more than were listed.
  public let isCutShort: Bool
}

extension AccountabilityNetwork {
  /// Every route upwards from a body to one that has no principal of its own.
  ///
  /// A route never visits a body twice, so that a cycle ends it. Routes can be very many: at most
  /// `limit` are listed, the shorter ones first among those found.
  ///
  /// - Complexity: O(limit · length), and O(V + E) to know which bodies lead to a top at all.
  public func routesToTop(from body: BodyIndex, limit: Int = 1000) -> Routes {
    let layers = layersFromTop()
    guard layers[body.position] >= 0 else { return Routes(routes: [], isCutShort: false) }
    return routes(from: body, limit: limit) { layers[Int($0)] >= 0 }
  }

  /// The shortest routes upwards from one body to another, at most `limit` of them, in the order of
  /// their ids.
  ///
  /// - Returns: no route when the first is not accountable to the second.
  /// - Complexity: O(V + E), and what is listed.
  public func shortestRoutes(from body: BodyIndex, to superior: BodyIndex, limit: Int = 100)
    -> Routes
  {
    var distance = [Int32](repeating: -1, count: graph.bodyCount)
    distance[superior.position] = 0
    var queue = [superior.raw]
    var next = 0
    while next < queue.count, distance[body.position] < 0 {
      for report in reports[queue[next]] where distance[Int(report)] < 0 {
        distance[Int(report)] = distance[Int(queue[next])] + 1
        queue.append(report)
      }
      next += 1
    }
    guard distance[body.position] > 0 else { return Routes(routes: [], isCutShort: false) }
    var routes: [[BodyIndex]] = []
    var waiting: [[UInt32]] = [[body.raw]]
    while let route = waiting.popLast() {
      let last = route[route.count - 1]
      if last == superior.raw {
        if routes.count == limit { return Routes(routes: routes, isCutShort: true) }
        routes.append(route.map(BodyIndex.init(raw:)))
        continue
      }
      let nearer = principals[last].filter { distance[Int($0)] == distance[Int(last)] - 1 }
      for principal in byID(nearer).reversed() { waiting.append(route + [principal]) }
    }
    return Routes(routes: routes, isCutShort: false)
  }

  /// Goes up depth first, the principals of a body in the order of their ids, so that the same
  /// routes are found whatever the order of the rows.
  private func routes(
    from body: BodyIndex, limit: Int, where leadsToTop: (UInt32) -> Bool
  ) -> Routes {
    var routes: [[BodyIndex]] = []
    var path: [(body: UInt32, choices: [UInt32], next: Int)] = []
    var onPath: Set<UInt32> = []
    func enter(_ body: UInt32) {
      onPath.insert(body)
      path.append((body, byID(principals[body].filter(leadsToTop)), 0))
    }
    enter(body.raw)
    // Dead ends inside cycles can outnumber the routes: the search itself is bounded too.
    var stepsLeft = 1_000 * limit + 100_000
    while let (current, choices, next) = path.last {
      if next == 0, principals[current].isEmpty {
        if routes.count == limit { return sorted(routes, isCutShort: true) }
        routes.append(path.map { BodyIndex(raw: $0.body) })
      }
      guard next < choices.count else {
        onPath.remove(current)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      stepsLeft -= 1
      guard stepsLeft > 0 else { return sorted(routes, isCutShort: true) }
      if !onPath.contains(choices[next]) { enter(choices[next]) }
    }
    return sorted(routes, isCutShort: false)
  }

  private func byID(_ bodies: [UInt32]) -> [UInt32] {
    guard bodies.count > 1 else { return bodies }
    return bodies.map { (graph.id(of: BodyIndex(raw: $0)), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func sorted(_ routes: [[BodyIndex]], isCutShort: Bool) -> Routes {
    let keyed = routes.map { route in (route, route.map { graph.id(of: $0) }) }
    let order = keyed.sorted {
      $0.1.count != $1.1.count ? $0.1.count < $1.1.count : $0.1.lexicographicallyPrecedes($1.1)
    }
    return Routes(routes: order.map(\.0), isCutShort: isCutShort)
  }
}
