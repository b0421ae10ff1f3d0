import GovernanceAnalysis
import GovernanceModel

/// `overlaps`: how the units of two geographies lie on each other.
public struct OverlapsAnswer {
  /// What is asked of an overlap.
  public struct Question: Sendable {
    public var sliver = SliverTolerance.none
    /// Only pairs with these units, of either side; empty: all.
    public var units: Set<String> = []
    /// Only units of `from` that lie in several of `to`.
    public var isSplitOnly = false

    public init() {}
  }

  /// What an answer says besides the overlap: what it is called, and when and whence it is.
  public struct Heading {
    public var fromNames: (one: String, several: String)
    public var toNames: (one: String, several: String)
    public var asOf: String?
    /// Lines after the title.
    public var preface: [String]
    /// What is not recorded.
    public var coverage: [String]
    public var citations: [Citation]
    /// What only polygons can tell.
    public var polygons: Polygons?
    /// The answer by the other way, where there is one.
    public var comparison: Comparison?
    /// Which borders the graph has of both geographies, where zones were counted and it has any.
    public var drawnBorders: String?

    public init(
      fromNames: (one: String, several: String), toNames: (one: String, several: String),
      asOf: String?, preface: [String], coverage: [String], citations: [Citation]
    ) {
      self.fromNames = fromNames
      self.toNames = toNames
      self.asOf = asOf
      self.preface = preface
      self.coverage = coverage
      self.citations = citations
    }
  }

  let table: OverlapTable
  let question: Question
  let heading: Heading

  /// The answer to a question about two geographies.
  public static func report(
    on table: OverlapTable, _ question: Question, heading: Heading
  ) -> Report {
    OverlapsAnswer(table: table, question: question, heading: heading).report
  }

  private var report: Report {
    Report(
      title: "\(heading.fromNames.several.capitalisedFirst) and \(heading.toNames.several)",
      preface: heading.preface + [measureLine, OverlapWords.sliver(question.sliver)],
      sections: question.units.isEmpty
        ? [summarySection] + splitSections + [indexSection] + differenceSections
          + neighbourSections
        : unitSections + differenceSections,
      coverage: coverage, citations: heading.citations, csv: neighbourCSV ?? csv, json: json)
  }

  /// What people and zones there are, and what shares are of.
  private var measureLine: String {
    let all = table.total
    let shares = table.measure == .zones ? "Shares are of zones." : ""
    switch table.quantity {
    case .people(let counted, let year):
      return "Counted: \(counted) of \(year), \(OverlapWords.grouped(Int(all.amount))) in "
        + "\(OverlapWords.grouped(all.zones)) zones. " + shares
    case .squareMetres:
      return "Measured: area, \(OverlapWords.amount(all.amount, table.quantity))."
    case .nothing:
      return "Counted: \(OverlapWords.grouped(all.zones)) zones; their people are not recorded."
    }
  }

  // MARK: For people

  private func names(_ side: OverlapTable.Side) -> (one: String, several: String) {
    side == .from ? heading.fromNames : heading.toNames
  }

  private var summarySection: Report.Section {
    var counts: [OverlapRelation: Int] = [:]
    for pair in table.pairs {
      counts[table.relation(pair, sliver: question.sliver), default: 0] += 1
    }
    let words: [(OverlapRelation, String)] = [
      (.identical, "each is all of the other"),
      (.inside, "all of the one of the first geography lies in the one of the second"),
      (.contains, "all of the one of the second geography lies in the one of the first"),
      (.overlaps, "each has a part in the other and a part that is not"),
      (.disjoint, "they have no more than a sliver in common"),
    ]
    return Report.Section(
      "Pairs with anything in common (\(table.pairs.count))",
      lines: OverlapTable.Side.allCases.map { side in
        let units = table.layer(side).units
        let split = table.split(side, sliver: question.sliver)
        let whole = table.madeOfWholeUnits(side, sliver: question.sliver)
        let isDoubtful = units.indices.contains { table.isInDoubt($0, side) }
        return "of \(counted(units.count, names(side).one, names(side).several)), "
          + (isDoubtful ? "at least " : "") + "\(split.count) "
          + "\(split.count == 1 ? "lies" : "lie") in several \(names(side.opposite).several); "
          + "\(whole.count) \(whole.count == 1 ? "is" : "are") made of whole "
          + "\(names(side.opposite).several) only"
      },
      table: ReportTable(
        [.text("relation"), .number("pairs"), .text("in words")],
        rows: words.compactMap { relation, words in
          counts[relation].map { [relation.rawValue, String($0), words] }
        }))
  }

  private static let limit = 20

  /// The side of which fewer units are split first: there a split is what is unusual.
  private var splitSections: [Report.Section] {
    let sides = OverlapTable.Side.allCases.map { side in
      (side: side, split: splitUnits(side), all: table.layer(side).units.count)
    }.filter { !question.isSplitOnly || $0.side == .from }
    let ordered = sides.sorted { left, right in
      left.split.count * max(1, right.all) < right.split.count * max(1, left.all)
    }
    return ordered.map { section(of: $0.split, $0.side, all: $0.all) }
  }

  /// The split units of a side, those with most outside their largest part first.
  private func splitUnits(_ side: OverlapTable.Side) -> [SplitUnit] {
    table.split(side, sliver: question.sliver).sorted { left, right in
      let sizes = (smallerParts(left), smallerParts(right))
      return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : left.unit < right.unit
    }
  }

  /// What a unit has outside its largest part.
  private func smallerParts(_ unit: SplitUnit) -> Double {
    unit.parts.dropFirst().reduce(0) { $0 + table.size($1.common) }
  }

  private func section(
    of split: [SplitUnit], _ side: OverlapTable.Side, all: Int
  ) -> Report.Section {
    let heading =
      "\(names(side).several.capitalisedFirst) in several \(names(side.opposite).several) "
      + "(\(split.count) of \(all))"
    guard !split.isEmpty else { return Report.Section(heading, lines: ["none"]) }
    let shown = split.prefix(Self.limit)
    return Report.Section(
      heading,
      lines: split.count > Self.limit
        ? ["the \(Self.limit) with most outside their largest part; CSV and JSON give all"] : [],
      table: ReportTable(
        [.text(names(side).one), .text("id")] + partColumns(of: side),
        rows: shown.flatMap { unit in
          unit.parts.enumerated().map { index, pair in
            let known = table.layer(side).units[unit.unit]
            return (index == 0 ? [known.name, known.id] : ["", ""]) + cells(of: pair, side)
          }
        }))
  }

  private func partColumns(of side: OverlapTable.Side) -> [ReportTable.Column] {
    let zones: [ReportTable.Column] = hasZones ? [.number("zones")] : []
    let amount: [ReportTable.Column] =
      hasAmount ? [.number(OverlapWords.heading(table.quantity))] : []
    return [.text("has in"), .text("id")] + zones + amount + [.number("share of it")]
      + [.number("of the other")]
  }

  private var hasZones: Bool { table.pairs.contains { $0.common.zones > 0 } }
  private var hasAmount: Bool { table.quantity != .nothing }

  private func cells(of pair: OverlapTable.Pair, _ side: OverlapTable.Side) -> [String] {
    let other = table.layer(side.opposite).units[pair.unit(on: side.opposite)]
    return [other.name, other.id] + (hasZones ? [OverlapWords.grouped(pair.common.zones)] : [])
      + (hasAmount ? [OverlapWords.amount(pair.common.amount, table.quantity)] : [])
      + [
        OverlapWords.percent(table.share(pair, of: side)),
        OverlapWords.percent(table.share(pair, of: side.opposite)),
      ]
  }

  /// Everything about the units that were asked for.
  private var unitSections: [Report.Section] {
    OverlapTable.Side.allCases.flatMap { side in
      let parts = table.parts(of: side)
      return table.layer(side).units.enumerated().filter { question.units.contains($0.element.id) }
        .map { position, unit in
          let size = OverlapWords.amount(unit.total.amount, table.quantity)
          return Report.Section(
            "\(unit.name) (\(unit.id)) by \(names(side.opposite).several)",
            lines: [
              "\(names(side).one): "
                + (hasAmount ? "\(size) \(OverlapWords.heading(table.quantity)), " : "")
                + "in no \(names(side.opposite).one): \(gap(unit.outside, of: unit))"
                + (unit.undetermined == .nothing
                  ? "" : ", undetermined: \(gap(unit.undetermined, of: unit))")
            ],
            table: parts[position].isEmpty
              ? nil
              : ReportTable(
                partColumns(of: side) + [.text("relation")],
                rows: parts[position].map { pair in
                  let relation = table.relation(pair, sliver: question.sliver)
                  return cells(of: pair, side)
                    + [(side == .from ? relation : relation.mirrored).rawValue]
                }))
        }
    }
  }

  private func gap(_ extent: OverlapTable.Extent, of unit: OverlapTable.Unit) -> String {
    let all = table.size(unit.total)
    return OverlapWords.percent(all > 0 ? table.size(extent) / all : 0)
  }

  private var whatMoves: String {
    switch table.quantity {
    case .squareMetres: "area that"
    case .people where table.measure == .amount: "people who"
    case .people, .nothing: "zones that"
    }
  }

  private var indexSection: Report.Section {
    let result = table.coterminosity
    return Report.Section(
      "Coterminosity",
      lines: [
        "index \(OverlapWords.index(result.index)): 1 less the share of \(whatMoves) would have "
          + "to change sides for no border to cross another (\(table.from.name) "
          + "\(OverlapWords.index(result.fromIndex)), \(table.to.name) "
          + "\(OverlapWords.index(result.toIndex)))",
        "V-measure \(OverlapWords.index(result.vMeasure)) (homogeneity "
          + "\(OverlapWords.index(result.homogeneity)): 1 where every \(heading.fromNames.one) lies "
          + "in one \(heading.toNames.one); completeness "
          + "\(OverlapWords.index(result.completeness)): 1 where every \(heading.toNames.one) lies "
          + "in one \(heading.fromNames.one))",
      ])
  }

  private var coverage: [String] {
    var lines: [String] = []
    for doubt in table.undetermined {
      let side = doubt.side
      let names = doubt.candidates.map { table.layer(side).units[$0].name }
      lines.append(
        "undetermined: \(OverlapWords.grouped(doubt.extent.zones)) zones with "
          + "\(OverlapWords.amount(doubt.extent.amount, table.quantity)) people of "
          + "\(doubt.through) lie in \(names.joined(separator: " or in ")), and which is not "
          + "recorded; they are counted in none")
    }
    for side in OverlapTable.Side.allCases {
      let outside = table.layer(side).units.reduce(OverlapTable.Extent.nothing) { $0 + $1.outside }
      guard table.size(outside) > 0 else { continue }
      let zones = outside.zones > 0 ? "\(OverlapWords.grouped(outside.zones)) zones with " : ""
      lines.append(
        "gap: \(zones)\(OverlapWords.amount(outside.amount, table.quantity)) "
          + "\(OverlapWords.heading(table.quantity)) in a unit of \(table.layer(side).name) are in "
          + "no unit of \(table.layer(side.opposite).name)")
    }
    return lines + polygonCoverage + table.notes + heading.coverage
  }

  // MARK: For programs

  /// The pairs that the question is about.
  var pairs: [OverlapTable.Pair] {
    let split =
      question.isSplitOnly ? Set(table.split(.from, sliver: question.sliver).map(\.unit)) : nil
    return table.pairs.filter { pair in
      (split?.contains(pair.from) ?? true)
        && (question.units.isEmpty || question.units.contains(table.from.units[pair.from].id)
          || question.units.contains(table.to.units[pair.to].id))
    }
  }

  private var csv: ReportTable {
    let differences = differenceCells
    return ReportTable(
      [
        .text("from"), .text("from_name"), .text("to"), .text("to_name"), .number("zones"),
        .number("amount"), .text("amount_of"), .number("share_of_from"), .number("share_of_to"),
        .text("relation"), .text("vintage"), .number("sliver"),
      ] + polygonColumns + differenceColumns,
      rows: pairs.map { pair in
        let units = (table.from.units[pair.from], table.to.units[pair.to])
        return [
          units.0.id, units.0.name, units.1.id, units.1.name,
          hasZones ? String(pair.common.zones) : "",
          hasAmount ? Self.plain(pair.common.amount) : "", amountWords,
          Self.plain(table.share(pair, of: .from)), Self.plain(table.share(pair, of: .to)),
          table.relation(pair, sliver: question.sliver).rawValue, table.vintage ?? "",
          Self.plain(question.sliver.share),
        ] + polygonCells(of: pair) + differences(pair)
      })
  }

  private var amountWords: String {
    switch table.quantity {
    case .people(let counted, let year): "\(counted), \(year)"
    case .squareMetres: "square metres"
    case .nothing: ""
    }
  }

  /// A number as plainly as it can be read back: whole ones without a point.
  private static func plain(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? "\(number)"
  }
}
