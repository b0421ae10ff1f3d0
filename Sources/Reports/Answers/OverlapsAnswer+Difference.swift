import GovernanceAnalysis

extension OverlapsAnswer {
  /// An answer about the same geographies by the other way, for comparison.
  public struct Comparison: Sendable {
    let difference: OverlapDifference
    let other: OverlapTable

    /// - Parameters:
    ///   - table: the answer by area.
    ///   - other: the one by the people of small areas.
    ///   - sliver: what relations are judged by, in both.
    public init(_ table: OverlapTable, from other: OverlapTable, sliver: SliverTolerance) {
      difference = table.difference(from: other, sliver: sliver)
      self.other = other
    }
  }

  struct DifferenceJSON: Encodable, Sendable {
    struct Part: Encodable, Sendable {
      let shareOfFrom: Double
      let shareOfTo: Double
      let relation: String

      init(_ part: OverlapDifference.Part) {
        shareOfFrom = part.shareOfFrom
        shareOfTo = part.shareOfTo
        relation = part.relation.rawValue
      }
    }
    struct Pair: Encodable, Sendable {
      let from: String
      let to: String
      let byArea: Part
      let byPopulation: Part
      /// The greater of the differences of both shares.
      let gap: Double
    }
    struct Unmatched: Encodable, Sendable {
      let geography: String
      let id: String
      /// `area` or `population`.
      let knownBy: String
    }
    /// Whose shares the shares of area are compared with.
    let population: JSON.Population?
    let vintage: String?
    let bothWays: Int
    let byAreaOnly: Int
    let byPopulationOnly: Int
    let otherRelation: Int
    /// Those that differ, by the gap.
    let pairs: [Pair]
    let unmatched: [Unmatched]
  }

  /// What is compared of the units that were asked for.
  private var compared: (difference: OverlapDifference, other: OverlapTable)? {
    heading.comparison.map { ($0.difference.concerning(question.units), $0.other) }
  }

  var differenceJSON: DifferenceJSON? {
    guard let (difference, other) = compared else { return nil }
    var population: JSON.Population?
    if case .people(let counted, let year) = other.quantity {
      population = JSON.Population(counted: counted, year: year, total: Int(other.total.amount))
    }
    return DifferenceJSON(
      population: population, vintage: other.vintage, bothWays: difference.common.count,
      byAreaOnly: difference.onlyHere.count, byPopulationOnly: difference.onlyThere.count,
      otherRelation: difference.otherRelation.count,
      pairs: difference.byGap.map { pair in
        DifferenceJSON.Pair(
          from: pair.from, to: pair.to, byArea: .init(pair.here), byPopulation: .init(pair.there),
          gap: pair.gap)
      },
      unmatched: difference.unmatched.map { unit in
        DifferenceJSON.Unmatched(
          geography: table.layer(unit.side).name, id: unit.id,
          knownBy: unit.isHere ? "area" : "population")
      })
  }

  private static let differenceLimit = 10

  /// Where shares of area and of people differ.
  var differenceSections: [Report.Section] {
    guard let (difference, other) = compared else { return [] }
    let counted = OverlapWords.heading(other.quantity)
    let gaps = difference.byGap
    var lines = [
      "compared with \(Self.counting(other)): \(difference.common.count) pairs overlap by either, "
        + "\(difference.otherRelation.count) of them in another way; \(difference.onlyHere.count) "
        + "by area only, \(difference.onlyThere.count) by \(counted) only"
    ]
    if !difference.unmatched.isEmpty {
      lines.append(
        "known to one of them only: "
          + difference.unmatched.prefix(5).map {
            "\($0.id) (\(table.layer($0.side).name), by \($0.isHere ? "area" : counted))"
          }.joined(separator: ", ")
          + (difference.unmatched.count > 5 ? " and \(difference.unmatched.count - 5) more" : ""))
    }
    if gaps.count > Self.differenceLimit {
      lines.append(
        "the \(Self.differenceLimit) that differ most; CSV and JSON give all \(gaps.count)")
    }
    return [
      Report.Section(
        "Area and \(counted)", lines: lines,
        table: gaps.isEmpty ? nil : differenceTable(gaps.prefix(Self.differenceLimit), counted))
    ]
  }

  private func differenceTable(
    _ pairs: ArraySlice<OverlapDifference.Pair>, _ counted: String
  ) -> ReportTable {
    func name(_ id: String, _ side: OverlapTable.Side) -> String {
      table.layer(side).units.first { $0.id == id }?.name ?? id
    }
    return ReportTable(
      [
        .text(heading.fromNames.one), .text(heading.toNames.one), .number("of the first: area"),
        .number(counted), .number("of the second: area"), .number(counted), .text("relation"),
      ],
      rows: pairs.map { pair in
        let relations = [pair.here.relation.rawValue, pair.there.relation.rawValue]
        return [
          name(pair.from, .from), name(pair.to, .to), OverlapWords.percent(pair.here.shareOfFrom),
          OverlapWords.percent(pair.there.shareOfFrom), OverlapWords.percent(pair.here.shareOfTo),
          OverlapWords.percent(pair.there.shareOfTo),
          relations[0] == relations[1] ? relations[0] : relations.joined(separator: " / "),
        ]
      })
  }

  /// `residents of mid-2017, by small areas of April 2017`
  private static func counting(_ table: OverlapTable) -> String {
    let borders = "by small areas" + (table.vintage.map { " of \($0)" } ?? "")
    if case .people(let counted, let year) = table.quantity {
      return "\(counted) of \(year), \(borders)"
    }
    return "zones, \(borders)"
  }

  /// The columns of the CSV where another answer is at hand.
  var differenceColumns: [ReportTable.Column] {
    heading.comparison == nil
      ? []
      : [
        .number("share_of_from_by_population"), .number("share_of_to_by_population"),
        .text("relation_by_population"),
      ]
  }

  /// Their cells by pair; empty where the other answer does not know a unit.
  var differenceCells: (OverlapTable.Pair) -> [String] {
    guard let difference = heading.comparison?.difference else { return { _ in [] } }
    var parts: [[String]: OverlapDifference.Part] = [:]
    for pair in difference.pairs { parts[[pair.from, pair.to]] = pair.there }
    return { [table] pair in
      guard let part = parts[[table.from.units[pair.from].id, table.to.units[pair.to].id]] else {
        return ["", "", ""]
      }
      return ["\(part.shareOfFrom)", "\(part.shareOfTo)", part.relation.rawValue]
    }
  }
}
