import GovernanceAnalysis

/// `overlaps A.geojson B.geojson`: how the areas of two layers of polygons lie on each other.
public enum PolygonOverlapsAnswer {
  /// What only polygons can tell, in words and numbers.
  public struct Polygons: Sendable {
    /// `British National Grid (EPSG:27700)`; nil where the files are metres in a plane.
    public var projection: String?
    /// The transformation in PROJ's language.
    public var pipeline: String?
    /// For each pair of the table its intersection matrix, and the relation to the last millimetre.
    public var matrices: [(letters: String, exact: OverlapRelation)]
    /// For each layer its neighbours by position and the metres of their border; nil where not asked.
    public var borders: [OverlapTable.Side: [Border]]?

    public init(
      projection: String?, pipeline: String?,
      matrices: [(letters: String, exact: OverlapRelation)],
      borders: [OverlapTable.Side: [Border]]? = nil
    ) {
      self.projection = projection
      self.pipeline = pipeline
      self.matrices = matrices
      self.borders = borders
    }
  }

  /// Two neighbours in a layer.
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

  private struct JSON: Encodable, Sendable {
    struct Pair: Encodable, Sendable {
      let from: String
      let to: String
      let area: Double
      let shareOfFrom: Double
      let shareOfTo: Double
      let relation: String
      let exactRelation: String
      let matrix: String
    }
    struct Split: Encodable, Sendable {
      struct Part: Encodable, Sendable {
        let id: String
        let name: String
        let area: Double
        let share: Double
      }
      let id: String
      let name: String
      let layer: String
      let area: Double
      let parts: [Part]
      let outside: Double
    }
    struct Gap: Encodable, Sendable {
      let id: String
      let layer: String
      let area: Double
      let outside: Double
    }
    struct Index: Encodable, Sendable {
      let overall: Double?
      let from: Double?
      let to: Double?
      let vMeasure: Double?
    }
    struct Border: Encodable, Sendable {
      let layer: String
      let one: String
      let other: String
      let metres: Double
    }
    let from: String
    let to: String
    let projection: String?
    let pipeline: String?
    let sliver: Double
    let pairs: [Pair]
    let split: [Split]
    let gaps: [Gap]
    let index: Index
    let borders: [Border]?
    let notRecorded: [String]
  }

  /// The pairs of units that overlap, the units that are split, and how coterminous the layers are.
  public static func report(
    on table: OverlapTable, _ polygons: Polygons, sliver: SliverTolerance
  ) -> Report {
    let answer = Answer(table: table, polygons: polygons, sliver: sliver)
    return Report(
      title: "How \(table.from.name) and \(table.to.name) overlap, by area",
      preface: answer.preface, sections: answer.sections, coverage: answer.coverage, citations: [],
      csv: answer.csv, json: answer.json)
  }

  private struct Answer {
    let table: OverlapTable
    let polygons: Polygons
    let sliver: SliverTolerance
    let index: Coterminosity
    /// For each side.
    let split: [OverlapTable.Side: [SplitUnit]]

    init(table: OverlapTable, polygons: Polygons, sliver: SliverTolerance) {
      self.table = table
      self.polygons = polygons
      self.sliver = sliver
      index = table.coterminosity
      split = [
        .from: table.split(.from, sliver: sliver), .to: table.split(.to, sliver: sliver),
      ]
    }

    private func unit(_ position: Int, _ side: OverlapTable.Side) -> OverlapTable.Unit {
      table.layer(side).units[position]
    }

    var preface: [String] {
      [
        polygons.projection.map { "Square kilometres of \($0)." }
          ?? "Square kilometres of the plane that the files are drawn in.",
        "Parts of up to \(percent(sliver.share)) of a unit are slivers: they split nothing.",
      ]
    }

    var sections: [Report.Section] {
      var sections = [Report.Section("In short", lines: summary)]
      for side in OverlapTable.Side.allCases where !(split[side] ?? []).isEmpty {
        sections.append(splitSection(side))
      }
      if let borders { sections.append(borders) }
      return sections
    }

    private var summary: [String] {
      let relations = table.pairs.map { table.relation($0, sliver: sliver) }
      let counted = OverlapRelation.allCases.filter { $0 != .disjoint }.map { relation in
        "\(relations.count { $0 == relation }) \(relation.rawValue)"
      }
      let slivers = table.pairs.indices.filter { relations[$0] == .disjoint }
      var lines = [
        "\(table.from.units.count) units of \(table.from.name), \(table.to.units.count) of "
          + "\(table.to.name); pairs: " + counted.joined(separator: ", ") + "."
      ]
      for side in OverlapTable.Side.allCases {
        lines.append(
          "\((split[side] ?? []).count) of \(table.layer(side).units.count) of "
            + "\(table.layer(side).name) are split by \(table.layer(side.opposite).name).")
      }
      if let overall = index.index {
        lines.append("Coterminosity: \(percent(overall)) (100 % where no border crosses another).")
      }
      if !slivers.isEmpty {
        let area = slivers.reduce(0) { $0 + table.pairs[$1].common.amount }
        lines.append(
          "Left apart as slivers of both: \(slivers.count) pairs, \(kilometres(area)) km² in all.")
      }
      return lines
    }

    private func splitSection(_ side: OverlapTable.Side) -> Report.Section {
      let (layer, other) = (table.layer(side), table.layer(side.opposite))
      let rows = (split[side] ?? []).flatMap { split in
        split.parts.enumerated().map { place, part -> [String] in
          let whole = unit(split.unit, side)
          let there = unit(part.unit(on: side.opposite), side.opposite)
          return [
            place == 0 ? whole.name : "", place == 0 ? whole.id : "", there.name, there.id,
            kilometres(part.common.amount), percent(table.share(part, of: side)),
          ]
        }
      }
      return Report.Section(
        "Of \(layer.name), split by \(other.name) (\((split[side] ?? []).count))",
        table: ReportTable(
          [
            .text("unit"), .text("id"), .text("part in"), .text("id"), .number("km²"),
            .number("share"),
          ], rows: rows))
    }

    private var borders: Report.Section? {
      guard let borders = polygons.borders else { return nil }
      let rows = OverlapTable.Side.allCases.flatMap { side in
        (borders[side] ?? []).map { border in
          [
            table.layer(side).name, unit(border.one, side).name, unit(border.other, side).name,
            kilometres(border.metres * 1000),
          ]
        }
      }
      return Report.Section(
        "Neighbours and the border they share", lines: rows.isEmpty ? ["none"] : [],
        table: rows.isEmpty
          ? nil
          : ReportTable(
            [.text("layer"), .text("unit"), .text("next to"), .number("km")], rows: rows))
    }

    var coverage: [String] {
      var lines: [String] = []
      for side in OverlapTable.Side.allCases {
        let gaps = gaps(side)
        guard !gaps.isEmpty else { continue }
        let area = gaps.reduce(0) { $0 + $1.outside.amount }
        let shown = gaps.prefix(3).map(\.name).joined(separator: ", ")
        lines.append(
          "\(kilometres(area)) km² of \(table.layer(side).name) lie in no unit of "
            + "\(table.layer(side.opposite).name): parts of \(gaps.count) units, most of \(shown)")
      }
      for side in OverlapTable.Side.allCases {
        let twice = twiceCovered(side)
        guard !twice.isEmpty else { continue }
        lines.append(
          "units of \(table.layer(side.opposite).name) overlap each other in "
            + twice.prefix(3).map { unit($0, side).name }.joined(separator: ", ")
            + (twice.count > 3 ? " and \(twice.count - 3) more" : "")
            + ": shares there add up to more than 100 %")
      }
      let tolerated = zip(table.pairs, polygons.matrices).count { pair, matrix in
        let relation = table.relation(pair, sliver: sliver)
        return relation != matrix.exact
      }
      if tolerated > 0 {
        lines.append(
          "\(tolerated) of \(table.pairs.count) relations hold only within the tolerance: "
            + "CSV and JSON give the exact ones, by DE-9IM, beside them")
      }
      return lines + table.notes.filter { _ in polygons.projection == nil }
    }

    /// The units with a gap larger than a sliver, the largest first.
    private func gaps(_ side: OverlapTable.Side) -> [OverlapTable.Unit] {
      table.layer(side).units.filter { $0.outside.amount > sliver.share * $0.total.amount }
        .sorted { ($1.outside.amount, $0.id) < ($0.outside.amount, $1.id) }
    }

    /// The units of a side of which more than all lies in units of the other.
    private func twiceCovered(_ side: OverlapTable.Side) -> [Int] {
      let parts = table.parts(of: side)
      return table.layer(side).units.indices.filter { unit in
        let all = table.layer(side).units[unit].total.amount
        let sum = parts[unit].reduce(0) { $0 + $1.common.amount }
        return sum > all * (1 + max(sliver.share, 1e-6))
      }
    }

    var csv: ReportTable {
      ReportTable(
        [
          .text("from"), .text("to"), .number("area"), .number("shareOfFrom"),
          .number("shareOfTo"), .text("relation"), .text("exactRelation"), .text("matrix"),
        ],
        rows: zip(table.pairs, polygons.matrices).map { pair, matrix in
          [
            unit(pair.from, .from).id, unit(pair.to, .to).id, "\(pair.common.amount)",
            "\(table.share(pair, of: .from))", "\(table.share(pair, of: .to))",
            table.relation(pair, sliver: sliver).rawValue, matrix.exact.rawValue, matrix.letters,
          ]
        })
    }

    var json: JSON {
      JSON(
        from: table.from.name, to: table.to.name, projection: polygons.projection,
        pipeline: polygons.pipeline, sliver: sliver.share,
        pairs: zip(table.pairs, polygons.matrices).map { pair, matrix in
          JSON.Pair(
            from: unit(pair.from, .from).id, to: unit(pair.to, .to).id, area: pair.common.amount,
            shareOfFrom: table.share(pair, of: .from), shareOfTo: table.share(pair, of: .to),
            relation: table.relation(pair, sliver: sliver).rawValue,
            exactRelation: matrix.exact.rawValue, matrix: matrix.letters)
        },
        split: OverlapTable.Side.allCases.flatMap { side in
          (split[side] ?? []).map { split in
            let whole = unit(split.unit, side)
            return JSON.Split(
              id: whole.id, name: whole.name, layer: table.layer(side).name,
              area: whole.total.amount,
              parts: split.parts.map { part in
                let other = unit(part.unit(on: side.opposite), side.opposite)
                return JSON.Split.Part(
                  id: other.id, name: other.name, area: part.common.amount,
                  share: table.share(part, of: side))
              }, outside: whole.outside.amount)
          }
        },
        gaps: OverlapTable.Side.allCases.flatMap { side in
          gaps(side).map {
            JSON.Gap(
              id: $0.id, layer: table.layer(side).name, area: $0.total.amount,
              outside: $0.outside.amount)
          }
        },
        index: JSON.Index(
          overall: index.index, from: index.fromIndex, to: index.toIndex, vMeasure: index.vMeasure),
        borders: polygons.borders.map { borders in
          OverlapTable.Side.allCases.flatMap { side in
            (borders[side] ?? []).map {
              JSON.Border(
                layer: table.layer(side).name, one: unit($0.one, side).id,
                other: unit($0.other, side).id, metres: $0.metres)
            }
          }
        }, notRecorded: coverage)
    }
  }
}

/// Square metres as square kilometres with two decimals.
private func kilometres(_ squareMetres: Double) -> String { fixed(squareMetres / 1e6, decimals: 2) }

/// A share as a percentage with one decimal, or as many as a small share needs.
private func percent(_ share: Double) -> String {
  fixed(share * 100, decimals: share > 0 && share < 0.0005 ? 3 : 1) + " %"
}

/// A number with a point and so many decimals, rounded half away from zero.
private func fixed(_ value: Double, decimals: Int) -> String {
  let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
  guard abs(value) < 1e15 / Double(scale) else { return "\(value)" }
  let all = Int((abs(value) * Double(scale)).rounded())
  let part = String(all % scale)
  return (value < 0 && all > 0 ? "-" : "") + "\(all / scale)."
    + String(repeating: "0", count: decimals - part.count) + part
}
