import GovernanceModel

/// A body that is accountable in several areas of a geography.
public struct SpanningBody: Hashable, Sendable {
  public let body: BodyIndex
  /// Two or more, by unit id, with what says so.
  public let ties: [AreaTie]
}

/// A body with members, by the areas in which these are.
public struct SpanningGroup: Hashable, Sendable {
  /// An area, and the members that are in it.
  public struct Area: Hashable, Sendable {
    public let unit: String
    public let members: [BodyIndex]
  }

  public let body: BodyIndex
  /// By id.
  public let members: [BodyIndex]
  /// The areas in which any of them is, by unit id.
  public let areas: [Area]
  /// Members of whom no area is recorded.
  public let untied: [BodyIndex]
}

extension AreaBook {
  /// The open bodies that belong to several areas of a geography: members or parts of their bodies.
  ///
  /// - Returns: those in most areas first, then by id.
  /// - Complexity: O(bodies + relationships).
  public func bodiesAcross(_ geography: String) -> [SpanningBody] {
    let ties = ties(to: geography)
    return graph.allBodies.filter { graph.isOpen($0, at: moment) }.compactMap { body in
      let found = ties(body)
      return found.count > 1 ? SpanningBody(body: body, ties: found) : nil
    }.map { ($0, graph.id(of: $0.body)) }.sorted {
      $0.0.ties.count != $1.0.ties.count ? $0.0.ties.count > $1.0.ties.count : $0.1 < $1.1
    }.map(\.0)
  }

  /// The open bodies with members that are no areas of a geography themselves, and in which areas their
  /// members are: combined authorities, programmes.
  ///
  /// - Returns: those in most areas first, then by id.
  /// - Complexity: O(bodies + relationships).
  public func groupsAcross(_ geography: String) -> [SpanningGroup] {
    let ties = ties(to: geography)
    let kind = tables.geography(geography)?.kind.flatMap { graph.bodyKinds.index(of: $0) }
    return graph.allBodies.filter { body in
      graph.isOpen(body, at: moment)
        && !(kind.map { graph.bodyKinds.kind(graph.kind(of: body, at: moment), isA: $0) } ?? false)
    }.compactMap { body -> SpanningGroup? in
      let members = Set(
        graph.relationships(to: body, kind: .memberOf, at: moment).map(\.from)
          .filter { graph.isOpen($0, at: moment) })
      guard !members.isEmpty else { return nil }
      let sorted = members.sorted { graph.id(of: $0) < graph.id(of: $1) }
      var areas: [String: [BodyIndex]] = [:]
      var untied: [BodyIndex] = []
      for member in sorted {
        let found = ties(member)
        if found.isEmpty { untied.append(member) }
        for tie in found { areas[tie.unit, default: []].append(member) }
      }
      return SpanningGroup(
        body: body, members: sorted,
        areas: areas.sorted { $0.key < $1.key }.map {
          SpanningGroup.Area(unit: $0.key, members: $0.value)
        },
        untied: untied)
    }.map { ($0, graph.id(of: $0.body)) }.sorted {
      $0.0.areas.count != $1.0.areas.count ? $0.0.areas.count > $1.0.areas.count : $0.1 < $1.1
    }.map(\.0)
  }
}
