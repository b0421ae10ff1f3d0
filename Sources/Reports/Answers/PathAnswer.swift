import GovernanceAnalysis
import GovernanceModel

/// `path`: the shortest routes of accountability between two bodies.
public enum PathAnswer {
  private struct JSON: Encodable, Sendable {
    struct Step: Encodable, Sendable {
      let from: String
      let to: String
      let kind: String
      let reversed: Bool
      let basis: [String]
      let grade: String?
      let sources: [String]
    }
    let asOf: String?
    let followed: [String]
    let from: BodyJSON
    let to: BodyJSON
    /// `accountability`, `reverse-accountability`, `other` or `none`.
    let connection: String
    let routes: [[String]]
    let steps: [Step]
    let notRecorded: [String]
  }

  /// The shortest routes of accountability, or else the shortest connection of any kind.
  public static func report(
    from first: BodyIndex, to second: BodyIndex, in network: AccountabilityNetwork
  ) -> Report {
    let context = AnswerContext(network.graph, network.moment)
    let connection = network.connection(from: first, to: second)
    let none =
      "\(context.name(first)) is not accountable to \(context.name(second)), nor the other way round"
    var routes: [[BodyIndex]] = []
    var steps: [ConnectionStep] = []
    let section: Report.Section
    let word: String
    switch connection {
    case .accountability(let found):
      word = "accountability"
      routes = found.routes
      section = RouteSection.section("Shortest routes", routes: found, none: "", context)
    case .reverseAccountability(let found):
      word = "reverse-accountability"
      routes = found.routes
      var reversed = RouteSection.section("Shortest routes", routes: found, none: "", context)
      reversed.lines.insert(
        "\(context.name(first)) is not accountable to \(context.name(second)), but the other way round:",
        at: 0)
      section = reversed
    case .other(let found):
      word = "other"
      steps = found
      section = Report.Section(
        "No route of accountability",
        lines: [none + ". The shortest way when every kind of relationship may be used:"],
        table: table(of: found, context))
    case .none:
      word = "none"
      section = Report.Section(
        "No route", lines: [none + ", and no relationship of any kind connects them"])
    }
    let evidence =
      steps.map { network.graph[$0.relationship].evidence }
      + routes.flatMap { lines(along: $0, in: network).map(\.evidence) }
    let coverage = routes.isEmpty ? notFollowed(context) : []
    return Report(
      title: "From \(context.title(first)) to \(context.title(second))",
      preface: [context.asOfLine] + [first, second].compactMap(context.closedLine)
        + [context.followedLine(network)], sections: [section],
      coverage: coverage, citations: context.citations(evidence),
      csv: csv(routes, steps, context),
      json: JSON(
        asOf: context.asOf, followed: network.basis.words, from: BodyJSON(first, context),
        to: BodyJSON(second, context), connection: word, routes: routes.map { $0.map(context.id) },
        steps: steps.map { step in
          let line = network.graph[step.relationship]
          return JSON.Step(
            from: context.id(step.from), to: context.id(step.to),
            kind: network.graph.relationshipKinds[step.kind].id, reversed: step.isReversed,
            basis: line.basis.words, grade: line.evidence.grade?.word,
            sources: line.evidence.sources)
        }, notRecorded: coverage))
  }

  private static func notFollowed(_ context: AnswerContext) -> [String] {
    let count = context.graph.statements.count {
      !$0.statesPairs && $0.period.holds(at: context.moment)
    }
    return count == 0
      ? []
      : [
        counted(count, "statement does", "statements do")
          + " not record which bodies they are about, and no way follows them"
      ]
  }

  private static func lines(along route: [BodyIndex], in network: AccountabilityNetwork)
    -> [Relationship]
  {
    zip(route, route.dropFirst()).flatMap { below, above in
      network.graph.relationships(from: below, kind: .accountableTo, at: network.moment)
        .filter { $0.to == above && $0.basis.isFollowed(by: network.basis) }
    }
  }

  private static func table(of steps: [ConnectionStep], _ context: AnswerContext) -> ReportTable {
    let accountability = Set(context.graph.positions(of: .accountableTo))
    return ReportTable(
      [.text("step"), .text("marked")],
      rows: steps.map { step in
        let (left, right) = step.isReversed ? (step.to, step.from) : (step.from, step.to)
        let sentence =
          "\(context.name(left)) \(context.verb(step.kind, isPlural: false)) \(context.name(right))"
        let isLine = accountability.contains(step.kind.position)
        let mark = isLine ? (step.isReversed ? "downwards" : "upwards") : "not accountability"
        return [sentence, mark]
      })
  }

  /// A row for each step of each route; steps of accountability always go upwards.
  private static func csv(
    _ routes: [[BodyIndex]], _ steps: [ConnectionStep], _ context: AnswerContext
  ) -> ReportTable {
    let kinds = context.graph.relationshipKinds
    let upwards = routes.enumerated().flatMap { route, bodies in
      zip(bodies, bodies.dropFirst()).enumerated().map { step, ends in
        [
          String(route + 1), String(step + 1), context.id(ends.0), context.id(ends.1),
          RelationshipKind.accountableTo.rawValue, "false",
        ]
      }
    }
    let others = steps.enumerated().map { position, step in
      [
        "1", String(position + 1), context.id(step.from), context.id(step.to),
        kinds[step.kind].id, step.isReversed ? "true" : "false",
      ]
    }
    return ReportTable(
      [
        .number("route"), .number("step"), .text("from"), .text("to"), .text("kind"),
        .text("reversed"),
      ], rows: upwards + others)
  }
}
