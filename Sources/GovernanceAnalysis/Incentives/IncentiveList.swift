import GovernanceModel

/// The incentives that are in force at a moment, and on whom of those asked about they bear.
public struct IncentiveList: Sendable {
  /// Whom an incentive reaches of the body or kind that was asked about.
  public enum Reach: Hashable, Comparable, Sendable {
    /// The body, or every body of the kind.
    case all
    /// Some bodies of the kind: those of certain narrower kinds.
    case some
    /// Perhaps: it bears on a class whose members are not recorded.
    case notRecorded
  }

  public struct Entry: Sendable {
    public let incentive: Incentive
    public let reach: Reach

    package init(incentive: Incentive, reach: Reach) {
      self.incentive = incentive
      self.reach = reach
    }
  }

  public let moment: Moment
  /// By reach, name of the metric, strength from strong to weak, and id.
  public let entries: [Entry]
  /// How many incentives the graph holds of any date.
  public let recordedCount: Int

  /// Every incentive in force. Complexity: O(incentives).
  public init(in graph: GovernanceGraph, at moment: Moment) {
    self.init(in: graph, at: moment) { incentive in
      if case .members(let group) = incentive.holder, graph.holderClasses[group].members == nil {
        return .notRecorded
      }
      return .all
    }
  }

  /// Those that bear on a body, or may. Complexity: O(incentives · words of an expression).
  public init(on body: BodyIndex, in graph: GovernanceGraph, at moment: Moment) {
    self.init(in: graph, at: moment) { incentive in
      switch graph.bearing(of: incentive.holder, on: body, at: moment) {
      case .bears: .all
      case .mayBear: .notRecorded
      case .doesNotBear: nil
      }
    }
  }

  /// Those that bear on the bodies of a kind, on some of them, or may.
  ///
  /// Narrower kinds decide: what is said of foundation trusts bears on some acute trusts.
  ///
  /// - Complexity: O(incentives · kinds · words of an expression).
  public init(onKind kind: KindIndex, in graph: GovernanceGraph, at moment: Moment) {
    let narrower = graph.bodyKinds.selfAndNarrower(kind)
    func share(_ expression: KindExpression) -> Reach? {
      let meant = narrower.count { expression.matches($0, in: graph.bodyKinds) }
      return meant == narrower.count ? .all : meant > 0 ? .some : nil
    }
    self.init(in: graph, at: moment) { incentive in
      switch incentive.holder {
      case .body: return nil
      case .every(let expression): return share(expression)
      case .members(let position):
        let group = graph.holderClasses[position]
        if let members = group.members { return share(members) }
        return group.within.flatMap(share) == nil ? nil : .notRecorded
      }
    }
  }

  private init(
    in graph: GovernanceGraph, at moment: Moment, reach: (Incentive) -> Reach?
  ) {
    self.moment = moment
    recordedCount = graph.incentives.count
    entries = graph.incentives.compactMap { incentive in
      guard incentive.period.holds(at: moment), let reach = reach(incentive) else { return nil }
      return Entry(incentive: incentive, reach: reach)
    }.sorted { Self.order($0, graph) < Self.order($1, graph) }
  }

  private static func order(
    _ entry: Entry, _ graph: GovernanceGraph
  ) -> (Reach, String, Int, String) {
    let incentive = entry.incentive
    return (
      entry.reach, graph.metrics[incentive.metric].name, -(incentive.strength?.weight ?? 0),
      incentive.id
    )
  }
}
