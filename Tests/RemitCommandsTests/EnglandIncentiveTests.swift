import Foundation
import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import Testing

/// The incentives of Graphs/england: what they must say to be used, and that no row of the material
/// was lost.
@Suite struct EnglandIncentiveTests {
  private static let graph = Result { try GraphReader.read(path: Graphs.england).graph }

  @Test func citeASourceAndAGradeInEveryRow() throws {
    let graph = try Self.graph.get()
    let evidence =
      graph.incentives.map(\.evidence) + graph.metrics.map(\.evidence)
      + graph.effects.map(\.evidence) + graph.evidenceItems.map(\.evidence)
      + graph.holderClasses.map(\.evidence) + graph.decisions.map(\.evidence)
      + graph.reallocations.map(\.evidence) + graph.measurements.map(\.evidence)
    #expect(evidence.count == 84 + 15 + 19 + 80 + 16 + 5 + 4 + 2)
    for row in evidence { #expect(!row.sources.isEmpty && row.grade != nil, "\(row)") }
  }

  @Test func sayHowStrongTheyAreAndWhy() throws {
    for incentive in try Self.graph.get().incentives {
      #expect(incentive.strength != nil && incentive.reading != nil, "\(incentive.id)")
      #expect(incentive.reason?.isEmpty == false, "\(incentive.id)")
      #expect(incentive.period.start != nil, "\(incentive.id)")
    }
  }

  /// What was read for one year is never in force together with what was read for the next.
  @Test func doNotMixTwoYears() throws {
    let graph = try Self.graph.get()
    let turn = PartialDate("2017-04-01")
    let next = graph.incentives.filter { $0.period.start == turn }
    let before = graph.incentives.filter { $0.period.start != turn }
    #expect(next.count == 7 && before.count == 77)
    for incentive in before {
      #expect(incentive.period.end == turn && incentive.period.start?.year == 2016)
      for other in next { #expect(incentive.period.intersection(other.period) == nil) }
    }
  }

  @Test func nameEveryClassTheyHave() throws {
    let graph = try Self.graph.get()
    let used = Set(
      graph.incentives.compactMap { incentive -> Int? in
        if case .members(let position) = incentive.holder { position } else { nil }
      })
    #expect(used == Set(graph.holderClasses.indices))
    let unknown = graph.holderClasses.filter { $0.members == nil }.map(\.id)
    #expect(unknown == ["emergency-care-provider", "specialised-provider"])
    for group in graph.holderClasses {
      #expect(group.reason != nil && (group.members == nil) == (group.within != nil))
    }
  }

  /// Expressions mean the bodies that going through all of them by hand gives.
  @Test func meanTheBodiesOfTheirKinds() throws {
    let graph = try Self.graph.get()
    let moment = Moment.date(PartialDate("2016-10-01")!)
    func open(_ kind: String) -> Set<BodyIndex> {
      let index = graph.bodyKinds.index(of: kind)!
      return Set(OrganisationList(of: index, in: graph, at: moment).entries.map(\.body))
    }
    func members(_ id: String) -> Set<BodyIndex> {
      let position = graph.holderClasses.firstIndex { $0.id == id }!
      return Set(graph.bodies(meantBy: .members(of: position), at: moment) ?? [])
    }
    #expect(members("ccg").count == 209)
    #expect(members("stp-lead").count == 44)
    #expect(members("council-upper-tier").count == 152)
    #expect(members("provider") == open("nhs-provider"))
    #expect(
      members("mental-health-community-trust")
        == open("mental-health-trust").union(open("community-trust")))
    #expect(members("foundation-trust").isDisjoint(with: members("nhs-trust")))
    #expect(members("emergency-care-provider").isEmpty)
  }

  @Test func opposeAnAcuteTrustAndItsCommissioner() throws {
    func signs(_ org: String, _ metric: String) throws -> Set<String> {
      let answer = try json("incentives", org, "--as-of", "2016-10-01", on: Graphs.england)
      return Set(
        answer.objects("incentives").filter {
          $0["metric"] as? String == metric && $0["strength"] as? String == "strong"
        }.compactMap { $0["direction"] as? String })
    }
    #expect(try signs("RGT", "acute-activity") == ["maximise"])
    #expect(try signs("06H", "acute-activity") == ["minimise"])
    #expect(try signs("RGT", "organisational-surplus") == ["maximise"])
    let graph = try Self.graph.get()
    let surplus = graph.metrics[try #require(graph.metric(id: "organisational-surplus"))]
    #expect(surplus.nature == .rivalrous)
    #expect(surplus.rivalrousAcross.map { graph.relationshipKinds[$0].id } == "commissions")
    #expect(surplus.systemMetric.map { graph.metrics[$0].id } == "system-balance")
  }
}

/// Every row of the material that the tables were written from is accounted for, where REMIT_SOURCES
/// names its folder.
@Suite(
  .enabled(
    if: WordingTests.sources != nil,
    "REMIT_SOURCES names no folder of source tables, so there is nothing to compare with"))
struct EnglandIncentiveSourceTests {
  private struct Table {
    let columns: [String]
    let rows: [[String]]

    /// The table of a name, in whichever of the folders it stands, that has a column.
    init(_ name: String, with column: String) throws {
      let folder = try #require(WordingTests.sources)
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      for case let file as URL in files! where file.lastPathComponent == name {
        let table = try CSVTable.read(path: file.path(percentEncoded: false))
        guard table.columns.contains(column) else { continue }
        self.columns = table.columns
        self.rows = table.rows
        return
      }
      throw CocoaError(.fileNoSuchFile)
    }

    var records: [[String: String]] {
      rows.map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
    }
  }

  private let graph: GovernanceGraph
  /// The ids of sources by the citations of the material.
  private let ids: [(citation: String, id: String)]

  init() throws {
    graph = try GraphReader.read(path: Graphs.england).graph
    ids = try Table("sources.csv", with: "citation").records.map {
      // One that another table of sources already had.
      let key = $0["key"]!.lowercased()
      return ($0["citation"]!, key == "nhse8" ? "nhse-footprints-2016-03" : key)
    }.sorted { $0.citation.count > $1.citation.count }
  }

  private func sources(citedBy text: String) -> Set<String> {
    var rest = text
    var found: Set<String> = []
    for (citation, id) in ids where rest.contains(citation) {
      found.insert(id)
      rest = rest.replacing(citation, with: "")
    }
    return found
  }

  @Test func holdsEveryIncentive() throws {
    let rows = try Table("incentives.csv", with: "direction_basis").records
    #expect(rows.count == 83)
    let bodies = [
      "NHS England": "nhs-england", "Monitor": "monitor", "NHS Improvement": "nhs-improvement",
      "Specialised commissioning": "specialised-commissioning",
      "Department of Health": "department-of-health",
    ]
    let directions = ["1": "maximise", "-1": "minimise", "0": "none"]
    var wanted: [String] = []
    for row in rows {
      let actor = try #require(row["actor"])
      let group = actor.split(separator: ":").last!.replacing("_", with: "-")
      let holder = actor.hasPrefix("CLASS:") ? "class " + group : try #require(bodies[actor])
      wanted.append(
        [
          holder, row["metric"]!.replacing("_", with: "-"), directions[row["direction"]!]!,
          row["direction_basis"] == "plain" ? "stated" : "economic", row["strength"]!,
          row["status"]!, row["in_force"] == "2016/17" ? "2016/17" : "2017/18",
          // A recalled row cites what would confirm it, which the material does not name.
          row["source"] == "recalled"
            ? "" : sources(citedBy: row["source"]!).sorted().joined(separator: " "),
        ].joined(separator: "|"))
    }
    let tables = graph.tables[.incentives]
    var held: [String] = []
    for (incentive, cells) in zip(graph.incentives, tables.rows) {
      let holder = cells[tables.columns.firstIndex(of: "holder")!]
      let isNext = incentive.period.start == PartialDate("2017-04-01")
      let cited = incentive.evidence.sources.sorted().joined(separator: " ")
      held.append(
        [
          holder, graph.metrics[incentive.metric].id, incentive.direction.rawValue,
          incentive.reading!.rawValue, incentive.strength!.rawValue,
          incentive.evidence.grade!.word, isNext ? "2017/18" : "2016/17",
        ].joined(separator: "|") + "|" + cited)
    }
    for row in wanted {
      let match = held.firstIndex {
        $0 == row || row.hasSuffix("|") && $0.hasPrefix(row)
      }
      #expect(match != nil, "no incentive for \(row)")
      if let match { held.remove(at: match) }
    }
    // What stands beside the material: the other half of Monitor's two duties.
    #expect(
      held == ["monitor|competition|maximise|stated|moderate|verified|2016/17|l62"])
  }

  @Test func holdsEveryPieceOfEvidence() throws {
    let rows = try Table("evidence.csv", with: "respondents").records
    #expect(rows.count == 80)
    #expect(rows.count == graph.evidenceItems.count)
    for (row, item) in zip(rows, graph.evidenceItems) {
      #expect(item.patterns.joined(separator: " ") == row["pattern"], "\(item.id)")
      let cited = ids.filter { $0.citation.contains(row["source_file"]!) }.map(\.id)
      if !cited.isEmpty { #expect(item.evidence.sources == cited, "\(item.id)") }
      let isComputed =
        row["status"] == "verified_computed" || row["statement"]!.contains("computed")
      #expect(item.evidence.grade == (isComputed ? .computed : .verified), "\(item.id)")
      let figures = numbers(row["figure"]!)
      let own = numbers((item.figure ?? "") + " " + (item.unit ?? "") + " " + item.statement)
      #expect(figures.isSubset(of: own.union(multiplied(own))), "\(item.id): \(figures) \(own)")
      #expect(figures.isEmpty == (item.figure == nil), "\(item.id)")
    }
  }

  /// The numbers in a text that are no years, thousands joined.
  private func numbers(_ text: String) -> Set<Double> {
    let text = text.replacing(#/\b20\d\d\b([\/-]\d\d)?/#, with: "")
      .replacing(#/(\d),(\d)/#) { $0.1 + $0.2 }
    return Set(text.matches(of: #/\d+(\.\d+)?/#).compactMap { Double($0.0) })
  }

  /// The same numbers in millions and thousands of millions.
  private func multiplied(_ numbers: Set<Double>) -> Set<Double> {
    Set(numbers.flatMap { [$0 / 1_000_000, $0 / 1_000_000_000] })
  }
}
