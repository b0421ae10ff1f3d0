import GovernanceAnalysis

extension OverlapsAnswer {
  /// What only polygons can tell of an overlap.
  public struct Polygons: Sendable {
    /// How two units lie on each other to the last millimetre, with nine letters of DE-9IM.
    public struct Matrix: Sendable {
      public let letters: String
      public let relation: OverlapRelation

      public init(letters: String, relation: OverlapRelation) {
        self.letters = letters
        self.relation = relation
      }
    }

    /// Two units of a layer that share a border, by their positions.
    public struct Border: Sendable {
      public let one: Int
      public let other: Int
      public let metres: Double

      public init(one: Int, other: Int, metres: Double) {
        self.one = one
        self.other = other
        self.metres = metres
      }
    }

    /// `British National Grid (EPSG:27700)`; nil where the files have metres in a plane.
    public var projection: String?
    /// The transformation in PROJ's language.
    public var pipeline: String?
    /// Of the pairs of the table, in their order.
    public var matrices: [Matrix]
    /// Whose data it is, as the files say.
    public var attribution: [String]
    /// The neighbours in each layer; nil where they were not asked for.
    public var borders: (from: [Border], to: [Border])?

    public init(
      projection: String?, pipeline: String?, matrices: [Matrix], attribution: [String] = [],
      borders: (from: [Border], to: [Border])? = nil
    ) {
      self.projection = projection
      self.pipeline = pipeline
      self.matrices = matrices
      self.attribution = attribution
      self.borders = borders
    }
  }

  struct Neighbours: Encodable, Sendable {
    let geography: String
    let one: String
    let other: String
    let metres: Double
  }

  /// The matrix of a pair; nil where there are no polygons.
  ///
  /// - Complexity: O(log pairs).
  func matrix(of pair: OverlapTable.Pair) -> Polygons.Matrix? {
    guard let matrices = heading.polygons?.matrices else { return nil }
    var range = 0..<table.pairs.count
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      let isLater = (pair.from, pair.to) >= (table.pairs[middle].from, table.pairs[middle].to)
      range = isLater ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return matrices[range.lowerBound]
  }

  /// The columns of the CSV that only polygons have.
  var polygonColumns: [ReportTable.Column] {
    heading.polygons == nil ? [] : [.text("exact_relation"), .text("de_9im")]
  }

  /// Their cells in the row of a pair.
  func polygonCells(of pair: OverlapTable.Pair) -> [String] {
    matrix(of: pair).map { [$0.relation.rawValue, $0.letters] } ?? []
  }

  private var borders: [(side: OverlapTable.Side, border: Polygons.Border)]? {
    guard let borders = heading.polygons?.borders else { return nil }
    return borders.from.map { (side: OverlapTable.Side.from, border: $0) }
      + borders.to.map { (side: OverlapTable.Side.to, border: $0) }
  }

  var neighboursJSON: [Neighbours]? {
    borders?.map { side, border in
      let units = table.layer(side).units
      return Neighbours(
        geography: table.layer(side).name, one: units[border.one].id,
        other: units[border.other].id, metres: border.metres)
    }
  }

  /// The neighbours in each layer, those with the longest border first.
  var neighbourSections: [Report.Section] {
    guard let borders else { return [] }
    return OverlapTable.Side.allCases.map { side in
      let units = table.layer(side).units
      let own = borders.filter { $0.side == side }.map(\.border).sorted {
        $0.metres != $1.metres ? $0.metres > $1.metres : ($0.one, $0.other) < ($1.one, $1.other)
      }
      return Report.Section(
        "Neighbours in \(table.layer(side).name) (\(own.count))",
        lines: own.count > 20 ? ["the 20 with the longest border; CSV and JSON give all"] : [],
        table: own.isEmpty
          ? nil
          : ReportTable(
            [.text("one"), .text("other"), .number("border in km")],
            rows: own.prefix(20).map { border in
              let tenths = Int((border.metres / 100).rounded())
              return [
                units[border.one].name, units[border.other].name,
                "\(OverlapWords.grouped(tenths / 10)).\(tenths % 10)",
              ]
            }))
    }
  }

  /// The neighbours as rows, where they were asked for: they take the place of the pairs, which CSV
  /// gives without `--borders`.
  var neighbourCSV: ReportTable? {
    guard let borders else { return nil }
    return ReportTable(
      [
        .text("geography"), .text("one"), .text("one_name"), .text("other"), .text("other_name"),
        .number("metres"),
      ],
      rows: borders.map { side, border in
        let units = table.layer(side).units
        return [
          table.layer(side).name, units[border.one].id, units[border.one].name,
          units[border.other].id, units[border.other].name, "\(border.metres)",
        ]
      })
  }

  /// What a reader of areas has to know.
  var polygonCoverage: [String] {
    guard let polygons = heading.polygons else { return [] }
    var lines: [String] = []
    let tolerated = zip(table.pairs, polygons.matrices).count { pair, matrix in
      table.relation(pair, sliver: question.sliver) != matrix.relation
    }
    if tolerated > 0 {
      lines.append(
        "\(counted(tolerated, "relation holds", "relations hold")) only within the tolerance; CSV "
          + "and JSON give the exact ones, by DE-9IM, beside them")
    }
    for side in OverlapTable.Side.allCases {
      let twice = twiceCovered(side)
      guard !twice.isEmpty else { continue }
      lines.append(
        "units of \(table.layer(side.opposite).name) overlap each other within "
          + twice.prefix(3).map { table.layer(side).units[$0].name }.joined(separator: ", ")
          + (twice.count > 3 ? " and \(twice.count - 3) more" : "")
          + ": what lies in both counts in both")
    }
    let slivers = table.pairs.count { pair in
      OverlapTable.Side.allCases.allSatisfy {
        table.share(pair, of: $0) < SliverTolerance.usual.share
      }
    }
    if slivers > 0, question.sliver.share == 0 {
      lines.append(
        "\(counted(slivers, "pair has", "pairs have")) less than 0.5 % of either unit in common, as "
          + "borders drawn at different scales have; --sliver 0.5% leaves such parts out")
    }
    return lines
  }

  /// The units of a side of which more than all lies in units of the other.
  private func twiceCovered(_ side: OverlapTable.Side) -> [Int] {
    let parts = table.parts(of: side)
    return table.layer(side).units.indices.filter { unit in
      let sum = parts[unit].reduce(0) { $0 + $1.common.amount }
      return sum > table.layer(side).units[unit].total.amount * (1 + 1e-6)
    }
  }
}
