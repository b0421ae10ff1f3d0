extension GovernanceGraph {
  /// What bodies are rewarded and punished for, in the order of the files.
  public var incentives: [Incentive] { incentiveRecords.incentives }
  /// What incentives move.
  public var metrics: [Metric] { incentiveRecords.metrics }
  /// Which metrics move which.
  public var effects: [Effect] { incentiveRecords.effects }
  /// What was found that bears on incentives and accountability.
  public var evidenceItems: [EvidenceItem] { incentiveRecords.evidence }
  /// Who decides what.
  public var decisions: [DecisionRight] { incentiveRecords.decisions }
  /// Money that was spent on something else than it was named for.
  public var reallocations: [Reallocation] { incentiveRecords.reallocations }
  /// What metrics came to.
  public var measurements: [Measurement] { incentiveRecords.measurements }
  /// The groups of bodies that the tables of incentives name.
  public var holderClasses: [HolderClass] { incentiveRecords.classes }

  /// The position of the metric with an id, or nil. Complexity: O(metrics).
  public func metric(id: String) -> Int? { metrics.firstIndex { $0.id == id } }
}

/// Whether something that is said of a group is said of one of its bodies.
public enum Bearing: Hashable, Sendable {
  case bears
  /// The members of the group are not recorded; the body is of a kind that may be among them.
  case mayBear
  case doesNotBear
}

extension GovernanceGraph {
  /// Whether a body is meant, by its kind on the date. Complexity: O(words of the expression).
  public func bearing(of holder: IncentiveHolder, on body: BodyIndex, at moment: Moment) -> Bearing
  {
    func isMeant(_ expression: KindExpression) -> Bool {
      expression.matches(kind(of: body, at: moment), in: bodyKinds)
    }
    switch holder {
    case .body(let other):
      return other == body ? .bears : .doesNotBear
    case .every(let expression):
      return isMeant(expression) ? .bears : .doesNotBear
    case .members(let position):
      let group = holderClasses[position]
      if let members = group.members { return isMeant(members) ? .bears : .doesNotBear }
      return group.within.map(isMeant) ?? false ? .mayBear : .doesNotBear
    }
  }

  /// Who is meant: the bodies that are open at a moment, in the order of the files; nil where the
  /// members are not recorded. Complexity: O(V).
  public func bodies(meantBy holder: IncentiveHolder, at moment: Moment) -> [BodyIndex]? {
    if case .members(let position) = holder, holderClasses[position].members == nil { return nil }
    return allBodies.filter {
      isOpen($0, at: moment) && bearing(of: holder, on: $0, at: moment) == .bears
    }
  }

  /// The kinds that a group is said to consist of; nil for one body, or where that is not recorded.
  public func expression(of holder: IncentiveHolder) -> KindExpression? {
    switch holder {
    case .body: nil
    case .every(let expression): expression
    case .members(let position): holderClasses[position].members
    }
  }
}
