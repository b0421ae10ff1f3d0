import GovernanceAnalysis
import GovernanceModel

/// `common`: the lowest common principals of some bodies.
public enum CommonAnswer {
  private struct JSON: Encodable, Sendable {
    let asOf: String?
    let followed: [String]
    let organisations: [BodyJSON]
    let common: [BodyJSON]
    let commonCount: Int
    let distances: [String: [Int]]
    let notRecorded: [String]
  }

  /// The lowest common principals of some bodies, with the steps from each.
  public static func report(on bodies: [BodyIndex], in network: AccountabilityNetwork) -> Report {
    let context = AnswerContext(network.graph, network.moment)
    let (lowest, count) = network.commonPrincipals(of: bodies)
    func steps(_ body: BodyIndex, to top: BodyIndex) -> Int {
      (network.shortestRoutes(from: body, to: top, limit: 1).routes.first?.count ?? 1) - 1
    }
    let distances = lowest.map { top in bodies.map { steps($0, to: top) } }
    let table = ReportTable(
      [.text("common principal"), .text("id"), .text("kind"), .text("steps from each")],
      rows: zip(lowest, distances).map { top, steps in
        [
          context.name(top), context.id(top), context.kindName(top),
          steps.map { String($0) }.joined(separator: ", "),
        ]
      })
    var coverage = bodies.compactMap(context.closedLine).map { String($0.dropLast()) }
    let superiors = network.superiors(of: bodies)
    for body in bodies
    where zip(bodies, superiors).allSatisfy({ $0 == body || $1.contains(body) }) {
      coverage.append(
        "\(context.title(body)) is itself a superior of the others; a body is never its own")
    }
    let without = bodies.filter { network.principals(of: $0).isEmpty }
    if !without.isEmpty {
      coverage.append(
        "no principal is recorded, on the bases followed, for "
          + without.map(context.title).joined(separator: "; "))
    }
    return Report(
      title: "Common principals of " + bodies.map(context.title).joined(separator: " and "),
      preface: [context.asOfLine, context.followedLine(network)],
      sections: [
        Report.Section(
          "Lowest common principals (of \(count) common superiors)",
          lines: lowest.isEmpty ? ["no body is a superior of all of them"] : [],
          table: lowest.isEmpty ? nil : table)
      ],
      coverage: coverage, citations: [],
      csv: ReportTable(
        [.text("id"), .text("name"), .text("kind"), .text("steps")],
        rows: zip(lowest, distances).map { top, steps in
          [
            context.id(top), context.name(top), context.kindID(top),
            steps.map { String($0) }.joined(separator: " "),
          ]
        }),
      json: JSON(
        asOf: context.asOf, followed: network.basis.words,
        organisations: bodies.map { BodyJSON($0, context) },
        common: lowest.map { BodyJSON($0, context) }, commonCount: count,
        distances: Dictionary(uniqueKeysWithValues: zip(lowest.map(context.id), distances)),
        notRecorded: coverage))
  }
}
