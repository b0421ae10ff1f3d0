import GovernanceAnalysis
import GovernanceModel

/// `incentives FOOTPRINT`: how its members are moved on each metric, and what can be measured of that.
public struct FootprintIncentivesAnswer {
  private struct JSON: Encodable, Sendable {
    struct Pull: Encodable, Sendable {
      let member: String
      let metric: String
      let more: Int
      let less: Int
      let net: Int
      let provisional: Bool
      let incentives: [String]
    }
    struct Pair: Encodable, Sendable {
      let first: String
      let second: String
      let principal: OrNull<String>
      let stepsFromFirst: OrNull<Int>
      let stepsFromSecond: OrNull<Int>
    }
    let asOf: String?
    let organisation: BodyJSON
    let incentives: [IncentiveJSON]
    let matrix: [Pull]
    let measures: MeasuresJSON
    let pairs: [Pair]
    let notRecorded: [String]
  }

  /// Members that the same incentives bear on, in the text of the answer one column.
  private struct Group {
    let letter: String
    let members: [BodyIndex]
  }

  private let context: AnswerContext
  private let matrix: IncentiveMatrix
  private let measures: FootprintMeasures
  private let own: IncentiveList
  private var graph: GovernanceGraph { context.graph }

  /// - Returns: nil for a body that is no footprint.
  public static func report(
    of footprint: BodyIndex, in graph: GovernanceGraph, at moment: Moment
  ) -> Report? {
    let inspection = Inspection(graph, at: moment)
    guard let matrix = inspection.matrix(of: footprint),
      let measures = inspection.measures(of: footprint)
    else { return nil }
    return FootprintIncentivesAnswer(
      context: AnswerContext(graph, moment), matrix: matrix, measures: measures,
      own: IncentiveList(on: footprint, in: graph, at: moment)
    ).report
  }

  private var report: Report {
    let groups = groups
    return Report(
      title: "Incentives in " + context.title(matrix.footprint),
      preface: context.opening(matrix.footprint),
      sections: [measureSection, matrixSection(groups), groupSection(groups), ownSection]
        .compactMap { $0 },
      coverage: coverage,
      citations: context.citations(
        Set(matrix.pulls.flatMap(\.incentives)).sorted().map { graph.incentives[$0].evidence }
          + own.entries.map(\.incentive.evidence)),
      csv: csv, json: json)
  }

  // MARK: For people

  private var measureSection: Report.Section {
    let pairs = measures.pairs
    let apart = pairs.map { " \(measures.pairsApart) of \($0.count) pairs have none." } ?? ""
    let rows = [
      [
        "alignment", MeasureText.number(measures.alignment),
        "0: the members' incentives cancel; 1: all pull one way",
      ],
      [
        "club and country", MeasureText.percent(measures.clubAndCountry),
        "members to whom their own total counts for more than the system's",
      ],
      [
        "authority gap", MeasureText.percent(measures.authorityGap),
        "members that do not answer to the lead by any line that can be enforced",
      ],
      ["principals", String(measures.principals.count), "to whom members answer, all together"],
      ["regulators", String(measures.regulators.count), "who oversee members, all together"],
      [
        "boundary load", MeasureText.number(measures.boundaryLoad),
        "footprints that a member belongs to, on the average",
      ],
      [
        "common principal", MeasureText.number(measures.meanSteps),
        "lines between two members over the first principal of both, on the average." + apart,
      ],
    ]
    return Report.Section(
      "Measures",
      table: ReportTable([.text("measure"), .number("value"), .text("meaning")], rows: rows))
  }

  /// Metrics down, groups of members across: kinds of members are few, members many.
  private func matrixSection(_ groups: [Group]) -> Report.Section {
    let alignments = Dictionary(
      uniqueKeysWithValues: measures.alignments.map { ($0.metric, $0.index) })
    return Report.Section(
      "What moves members, by metric (\(matrix.metrics.count))",
      lines: [
        "+ more of it pays, - less of it; strengths added up, 1 to 3 each; ~ by an inferred, "
          + "recalled or reasoned row"
      ],
      table: ReportTable(
        [.text("metric")] + groups.map { .number($0.letter) } + [.number("alignment")],
        rows: matrix.metrics.map { metric in
          [graph.metrics[metric].name]
            + groups.map { cell(matrix.pull(of: $0.members[0], on: metric)) }
            + [MeasureText.number(alignments[metric] ?? nil)]
        }))
  }

  private func cell(_ pull: IncentiveMatrix.Pull?) -> String {
    guard let pull else { return "" }
    let parts = [
      pull.more > 0 ? "+\(pull.more)" : nil, pull.less > 0 ? "-\(pull.less)" : nil,
    ].compactMap { $0 }
    return parts.joined(separator: " ") + (pull.isProvisional ? "~" : "")
  }

  private func groupSection(_ groups: [Group]) -> Report.Section {
    Report.Section(
      "Who they are (\(matrix.members.count))",
      table: ReportTable(
        [.text("column"), .number("members"), .text("which")],
        rows: groups.map { group in
          [
            group.letter, String(group.members.count),
            group.members.map(context.name).sorted().joined(separator: "; "),
          ]
        }))
  }

  /// Members with the same incentives, the largest group first.
  private var groups: [Group] {
    let pulls = Dictionary(grouping: matrix.pulls, by: \.member)
    let alike = Dictionary(grouping: matrix.members) { member in
      (pulls[member] ?? []).map { [$0.metric] + $0.incentives }
    }
    let inOrder = alike.values.sorted { one, other in
      one.count != other.count
        ? one.count > other.count : context.id(one[0]) < context.id(other[0])
    }
    return inOrder.enumerated().map { Group(letter: Self.letter($0), members: $1) }
  }

  /// A, B, … Z, AA, AB, …
  private static func letter(_ number: Int) -> String {
    let last = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(number % 26)))
    return number < 26 ? last : letter(number / 26 - 1) + last
  }

  private var ownSection: Report.Section? {
    guard !own.entries.isEmpty else { return nil }
    return Report.Section(
      "On the footprint itself (\(own.entries.count))",
      table: ReportTable(
        ["metric", "wants", "strength", "instrument", "grade", "source"].map { .text($0) },
        rows: own.entries.map { entry in
          let incentive = entry.incentive
          return [
            graph.metrics[incentive.metric].name, incentive.direction.rawValue,
            incentive.strength?.rawValue ?? "not recorded", incentive.instrument,
            context.grade(incentive.evidence.grade),
            incentive.evidence.sources.joined(separator: " "),
          ]
        }))
  }

  private var coverage: [String] {
    var gaps: [String] = []
    if matrix.pulls.isEmpty { gaps.append("no incentive is recorded for its members") }
    let sideless = measures.alignments.filter { $0.index == nil }
      .map { graph.metrics[$0.metric].name }
    if !sideless.isEmpty {
      gaps.append(
        "no alignment on \(sideless.joined(separator: ", ")): what one has of it another has not, "
          + "and between whom it is divided is not recorded")
    }
    if !measures.alignments.isEmpty, !measures.alignments.contains(where: \.isWeightedByIncome) {
      gaps.append("the incomes of members are not recorded, so that each counts the same")
    }
    if measures.clubAndCountry == nil {
      gaps.append("no metric is recorded as having a counterpart for the system")
    }
    if measures.authorityGap == nil { gaps.append("who leads it is not recorded") }
    let provisional = matrix.pulls.count(where: \.isProvisional)
    if provisional > 0 {
      gaps.append(
        "\(provisional) of " + counted(matrix.pulls.count, "cell", "cells")
          + " of members and metrics: by a row that was inferred, recalled or reasoned")
    }
    if measures.pairs == nil {
      gaps.append(
        "ways between members are not told for more than \(FootprintMeasures.mostPairedMembers)")
    }
    return gaps
  }

  // MARK: For programs

  private var csv: ReportTable {
    ReportTable(
      ["member", "metric", "more", "less", "net", "provisional", "incentives"].map { .text($0) },
      rows: matrix.pulls.map { pull in
        [
          context.id(pull.member), graph.metrics[pull.metric].id, String(pull.more),
          String(pull.less), String(pull.net), pull.isProvisional ? "yes" : "no",
          pull.incentives.map { graph.incentives[$0].id }.joined(separator: " "),
        ]
      })
  }

  private var json: JSON {
    JSON(
      asOf: context.asOf, organisation: BodyJSON(matrix.footprint, context),
      incentives: own.entries.map { IncentiveJSON($0, graph) },
      matrix: matrix.pulls.map { pull in
        JSON.Pull(
          member: context.id(pull.member), metric: graph.metrics[pull.metric].id, more: pull.more,
          less: pull.less, net: pull.net, provisional: pull.isProvisional,
          incentives: pull.incentives.map { graph.incentives[$0].id })
      }, measures: MeasuresJSON(measures, context),
      pairs: (measures.pairs ?? []).map { pair in
        JSON.Pair(
          first: context.id(pair.first), second: context.id(pair.second),
          principal: OrNull(pair.principal.map(context.id)),
          stepsFromFirst: OrNull(pair.stepsFromFirst),
          stepsFromSecond: OrNull(pair.stepsFromSecond))
      }, notRecorded: coverage)
  }
}
