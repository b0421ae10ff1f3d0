import GovernanceModel

/// Members of a footprint whom rules pull in opposite directions on the same thing.
struct OpposedIncentives: Rule {
  let about = RuleDescription(
    "opposed-incentives",
    finds: "Two groups in one footprint gain from opposite movements of the same metric.",
    definition: """
      Two bodies x ≠ y in one footprint (the footprint itself counts as one); an incentive on x to \
      have more of metric m and one on y to have less, both at least moderate, in force on a common \
      day; m not rivalrous.
      """,
    score: """
      Strength of x's times strength of y's, 4 to 9, half as much again where one buys from the \
      other. High; medium where something stronger pulls either side the other way.
      """,
    limits: """
      Whole kinds are compared: that a body of the kind is not under the rule (a trust without \
      emergency care, say) is not seen. Classes whose members are not recorded are left out. \
      Whether a pull decides what a body does is not known.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    guard !inspection.graph.incentives.isEmpty else {
      return .noData("the graph records no incentives")
    }
    return .findings(inspection.oppositions().compactMap { finding($0, inspection) })
  }

  private func finding(_ opposition: Opposition, _ inspection: Inspection) -> Finding? {
    let graph = inspection.graph
    let metric = graph.metrics[opposition.metric]
    let (one, other) = (opposition.one, opposition.other)
    let meeting = opposition.meetings[0]
    let contracts = inspection.contracts(between: meeting.one, and: meeting.other)
    let counter =
      inspection.outweighing(one.incentives, metric: opposition.metric, on: meeting.one[0])
      + inspection.outweighing(other.incentives, metric: opposition.metric, on: meeting.other[0])
    var witness = Witness()
    witness.incentives = one.incentives + other.incentives + counter
    witness.statements = contracts
    let product = Double(
      (one.incentives.map(graph.weight).max() ?? 0)
        * (other.incentives.map(graph.weight).max() ?? 0))
    let (ones, others) = (inspection.name(one.holder), inspection.name(other.holder))
    return inspection.finding(
      about,
      Draft(
        key: [metric.id, inspection.key(one.holder), inspection.key(other.holder)],
        severity: counter.isEmpty ? .high : .medium,
        score: contracts.isEmpty ? product : product * 1.5,
        places: opposition.meetings.map(\.place),
        message: Self.message(
          ones: ones, inspection.verb("gains", "gain", for: [one.holder]), others: others,
          metric: metric.name, inspection.share(of: opposition.meetings.count)),
        explanation: Self.explanation(
          ones: ones, others: others, one: inspection.instruments(one.incentives),
          other: inspection.instruments(other.incentives),
          reasons: inspection.reasons(one.incentives + other.incentives),
          counter: inspection.instruments(counter)),
        witness: witness,
        clearedBy:
          "a payment or target under which both sides gain from the same movement of "
          + "\(metric.name): one change to \(inspection.instrumentNames(one.incentives)), or to "
          + inspection.instrumentNames(other.incentives)))
  }

  // MARK: Words

  private static func message(
    ones: String, _ verb: String, others: String, metric: String, _ share: String
  ) -> String {
    "\(ones.capitalisedFirst) \(verb) from more \(metric) and \(others) from less, and they are to plan "
      + "together in \(share)."
  }

  private static func explanation(
    ones: String, others: String, one: String, other: String, reasons: String, counter: String
  ) -> String {
    "More pays \(ones) through \(one); less pays \(others) through \(other). \(reasons)"
      + (counter.isEmpty
        ? "" : " Something stronger pulls one of the two the other way too: \(counter).")
  }
}

extension Inspection {
  /// `38 of 44 footprints`, `all 44 footprints`, `the one footprint`.
  func share(of count: Int) -> String {
    let all = footprints.count
    if all == 1 { return count == 1 ? "the one footprint" : "no footprint" }
    return count == all ? "all \(all) footprints" : "\(count) of \(all) footprints"
  }
}

extension String {
  /// The text with its first letter as a capital, the rest as it is.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
