import GovernanceModel

/// Two groups of bodies that are moved in ways that cannot both be had, where they plan together.
struct Opposition {
  /// The members of a footprint on each side; no body is on both.
  struct Meeting {
    let footprint: BodyIndex
    let one: [BodyIndex]
    let other: [BodyIndex]

    var place: Finding.Place { Finding.Place(footprint: footprint, members: one + other) }
  }

  let metric: Int
  /// Those who want more.
  let one: (holder: IncentiveHolder, incentives: [Int])
  /// Those who want less.
  let other: (holder: IncentiveHolder, incentives: [Int])
  /// By footprint.
  let meetings: [Meeting]
}

extension Inspection {
  /// Groups that are moved in opposite directions on a metric, each at least moderately and at the
  /// same time, with the footprints in which they meet. A footprint's own incentives count among
  /// its members'.
  ///
  /// On a rivalrous metric opposite signs agree (what one is to give up the other is to have), so
  /// such metrics are left out: a cap that a rule sets is no conflict with a wish for surplus.
  ///
  /// - Complexity: O(pairs of holders · memberships).
  func oppositions() -> [Opposition] {
    graph.metricsByID.filter { graph.metrics[$0].nature != .rivalrous }.flatMap { metric in
      let more = incentives.byHolder(incentives.on(metric: metric, sign: 1, atLeast: .moderate))
      let less = incentives.byHolder(incentives.on(metric: metric, sign: -1, atLeast: .moderate))
      return more.flatMap { one in
        less.compactMap { other -> Opposition? in
          // One group pulled both ways is a conflict of principals, not between bodies.
          guard one.holder != other.holder else { return nil }
          let ones = one.incentives.filter { first in
            other.incentives.contains { graph.coincide(first, $0) }
          }
          let others = other.incentives.filter { second in
            ones.contains { graph.coincide($0, second) }
          }
          guard !ones.isEmpty else { return nil }
          let meetings = meetings(of: ones[0], others[0])
          guard !meetings.isEmpty else { return nil }
          return Opposition(
            metric: metric, one: (one.holder, ones), other: (other.holder, others),
            meetings: meetings)
        }
      }
    }
  }

  /// The footprints in which bodies under one incentive meet others under another.
  func meetings(of one: Int, _ other: Int) -> [Opposition.Meeting] {
    footprints.compactMap { footprint in
      var sides: ([BodyIndex], [BodyIndex]) = ([], [])
      for body in footprint.bodies + [footprint.body] {
        switch (bears(one, on: body), bears(other, on: body)) {
        case (true, false): sides.0.append(body)
        case (false, true): sides.1.append(body)
        default: break
        }
      }
      guard !sides.0.isEmpty, !sides.1.isEmpty else { return nil }
      return Opposition.Meeting(footprint: footprint.body, one: sides.0, other: sides.1)
    }
  }

  /// The statements about kinds by which bodies under one incentive buy from, or sell to, bodies
  /// under another.
  func contracts(between one: [BodyIndex], and other: [BodyIndex]) -> [Int] {
    statements(of: .commissions).filter { position in
      let row = graph.statements[position]
      return (one.contains { means(row.from, $0) } && other.contains { means(row.to, $0) })
        || (other.contains { means(row.from, $0) } && one.contains { means(row.to, $0) })
    }
  }

  /// What pulls a body, and harder, the other way on a metric.
  func outweighing(_ incentives: [Int], metric: Int, on body: BodyIndex) -> [Int] {
    guard let first = incentives.first else { return [] }
    let sign = graph.incentives[first].direction.sign
    let strongest = incentives.map(graph.weight).max() ?? 0
    return self.incentives.on(metric: metric, sign: -sign, atLeast: .weak).filter {
      graph.weight($0) > strongest && bears($0, on: body)
    }
  }
}
