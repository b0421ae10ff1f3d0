import GovernanceModel

/// Incentives that pull the same bodies both ways on a metric.
struct PullBothWays {
  let metric: Int
  let moreHolder: IncentiveHolder
  let lessHolder: IncentiveHolder
  let more: [Int]
  let less: [Int]
  /// The one of the two holders that means fewer of the bodies concerned.
  let narrower: IncentiveHolder
  /// Whether every rule of the one side was set by just those who set every rule of the other.
  let isOfOneSetter: Bool
  let places: [Finding.Place]

  func key(_ inspection: Inspection) -> [String] {
    moreHolder == lessHolder
      ? [inspection.key(moreHolder)] : [inspection.key(moreHolder), inspection.key(lessHolder)]
  }
}

extension Inspection {
  /// Where both directions bear on one body, at least moderately, at the same time; rules of one
  /// setter apart from those of several. Rivalrous metrics are left out: less of one is a cap.
  ///
  /// - Complexity: O(pairs of holders · (kinds + memberships)).
  func pullsBothWays() -> [PullBothWays] {
    graph.metricsByID.filter { graph.metrics[$0].nature != .rivalrous }.flatMap { metric in
      let more = incentives.byHolder(
        incentives.on(metric: metric, sign: 1, atLeast: .moderate).filter(isSet))
      let less = incentives.byHolder(
        incentives.on(metric: metric, sign: -1, atLeast: .moderate).filter(isSet))
      return more.flatMap { one in
        less.flatMap { other -> [PullBothWays] in
          func isConcerned(_ body: BodyIndex) -> Bool {
            bears(one.incentives[0], on: body) && bears(other.incentives[0], on: body)
          }
          guard firstOpen(where: isConcerned) != nil else { return [] }
          let ones = countOpen { bears(one.incentives[0], on: $0) }
          let others = countOpen { bears(other.incentives[0], on: $0) }
          let places = footprints.compactMap { footprint -> Finding.Place? in
            let members = footprint.bodies.filter(isConcerned)
            return members.isEmpty
              ? nil : Finding.Place(footprint: footprint.body, members: members)
          }
          return [true, false].compactMap { isOfOneSetter in
            let pairs = one.incentives.flatMap { first in
              other.incentives.map { (first, $0) }
            }.filter {
              graph.coincide($0.0, $0.1) && (setters($0.0) == setters($0.1)) == isOfOneSetter
            }
            guard !pairs.isEmpty else { return nil }
            let (firsts, seconds) = (Set(pairs.map(\.0)), Set(pairs.map(\.1)))
            return PullBothWays(
              metric: metric, moreHolder: one.holder, lessHolder: other.holder,
              more: one.incentives.filter(firsts.contains),
              less: other.incentives.filter(seconds.contains),
              narrower: ones <= others ? one.holder : other.holder, isOfOneSetter: isOfOneSetter,
              places: places)
          }
        }
      }
    }
  }

  private func isSet(_ incentive: Int) -> Bool { !graph.incentives[incentive].setBy.isEmpty }

  private func setters(_ incentive: Int) -> Set<IncentiveHolder> {
    Set(graph.incentives[incentive].setBy)
  }

  var openBodies: [BodyIndex] { network.openBodies }
}
