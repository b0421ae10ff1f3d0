import GovernanceModel

/// The councils that were merged between the lists of December 2018 and April 2021.
///
/// The lists show which codes went and which came. The days are those of the orders that made the
/// changes: recalled, and the orders would confirm them.
enum CouncilReorganisation {
  static let source = "council-reorganisation-orders"

  private struct Merger {
    let date: PartialDate
    let order: String
    let closed: [String]
    let opened: [String]
  }

  private static let mergers = [
    Merger(
      date: day("2019-04-01"),
      order: "Bournemouth, Dorset and Poole (Structural Changes) Order 2018",
      closed: ["E06000028", "E06000029"], opened: ["E06000058"]),
    Merger(
      date: day("2019-04-01"),
      order: "Bournemouth, Dorset and Poole (Structural Changes) Order 2018",
      closed: ["E10000009", "E07000049", "E07000050", "E07000051", "E07000052", "E07000053"],
      opened: ["E06000059"]),
    // Christchurch lay in the county of Dorset and went to the other council.
    Merger(
      date: day("2019-04-01"),
      order: "Bournemouth, Dorset and Poole (Structural Changes) Order 2018",
      closed: ["E07000048"], opened: ["E06000058"]),
    Merger(
      date: day("2019-04-01"), order: "West Suffolk (Local Government Changes) Order 2018",
      closed: ["E07000201", "E07000204"], opened: ["E07000245"]),
    Merger(
      date: day("2019-04-01"), order: "East Suffolk (Local Government Changes) Order 2018",
      closed: ["E07000205", "E07000206"], opened: ["E07000244"]),
    Merger(
      date: day("2019-04-01"),
      order: "Somerset West and Taunton (Local Government Changes) Order 2018",
      closed: ["E07000190", "E07000191"], opened: ["E07000246"]),
    Merger(
      date: day("2020-04-01"), order: "Buckinghamshire (Structural Changes) Order 2019",
      closed: ["E10000002", "E07000004", "E07000005", "E07000006", "E07000007"],
      opened: ["E06000060"]),
    Merger(
      date: day("2021-04-01"), order: "Northamptonshire (Structural Changes) Order 2020",
      closed: [
        "E10000021", "E07000150", "E07000151", "E07000152", "E07000153", "E07000154", "E07000155",
        "E07000156",
      ], opened: ["E06000061", "E06000062"]),
  ]

  /// Corby, East Northamptonshire, Kettering and Wellingborough went north, the others west.
  private static let northern: Set<String> = ["E07000150", "E07000152", "E07000153", "E07000156"]

  static func life(of code: String) -> Period {
    for merger in mergers {
      if merger.closed.contains(code) { return Period(end: merger.date) }
      if merger.opened.contains(code) { return Period(start: merger.date) }
    }
    return .unlimited
  }

  static func note(of code: String) -> String? {
    mergers.first { $0.closed.contains(code) || $0.opened.contains(code) }
      .map { "The day is recalled, from the \($0.order)." }
  }

  /// Which council took over from which.
  static var successions: [(predecessor: String, successor: String)] {
    mergers.flatMap { merger in
      merger.opened.flatMap { successor in
        merger.closed.filter { follows(successor, $0) }.map { ($0, successor) }
      }
    }
  }

  static func addSuccession(to tables: inout EnglandTables) {
    for merger in mergers {
      for successor in merger.opened {
        for predecessor in merger.closed where follows(successor, predecessor) {
          tables.plainRelationship(
            .succession, successor, .succeeds, predecessor, .statutory, merger.order,
            Period(start: merger.date), Evidence([source], .recalled))
        }
      }
    }
  }

  private static func follows(_ successor: String, _ predecessor: String) -> Bool {
    guard successor == "E06000061" || successor == "E06000062", predecessor.hasPrefix("E07") else {
      return true
    }
    return northern.contains(predecessor) == (successor == "E06000061")
  }
}
