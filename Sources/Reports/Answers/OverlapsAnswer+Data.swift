import GovernanceAnalysis
import GovernanceModel

extension OverlapsAnswer {
  struct JSON: Encodable, Sendable {
    struct Population: Encodable, Sendable {
      /// residents, registered patients.
      let counted: String
      let year: String
      let total: Int
    }
    struct Doubt: Encodable, Sendable {
      let geography: String
      let through: String
      let candidates: [String]
      let zones: Int
      let population: Int?
    }
    struct Gap: Encodable, Sendable {
      let geography: String
      let id: String
      let name: String
      let zones: Int
      let amount: Double
      let share: Double
    }
    struct Pair: Encodable, Sendable {
      let from: String
      let fromName: String
      let to: String
      let toName: String
      let zones: Int?
      let population: Int?
      /// In square metres.
      let area: Double?
      let shareOfFrom: Double
      let shareOfTo: Double
      let relation: String
      /// Whether nothing undetermined could change the relation.
      let certain: Bool
      /// The relation of the polygons to the last millimetre, and its intersection matrix.
      let exactRelation: String?
      let de9im: String?
    }
    struct Part: Encodable, Sendable {
      let id: String
      let name: String
      let zones: Int?
      let population: Int?
      let area: Double?
      let share: Double
    }
    struct Split: Encodable, Sendable {
      let geography: String
      let id: String
      let name: String
      let parts: [Part]
    }
    struct Index: Encodable, Sendable {
      let coterminosity: Double?
      let from: Double?
      let to: Double?
      let vMeasure: Double?
      let homogeneity: Double?
      let completeness: Double?
    }
    let from: String
    let to: String
    let asOf: String?
    let vintage: String?
    let zones: Int?
    let population: Population?
    let area: Double?
    let measure: String
    let sliver: Double
    let undetermined: [Doubt]
    let gaps: [Gap]
    let pairs: [Pair]
    let split: [Split]
    let wholeUnits: [String: Int]
    let index: Index
    let notRecorded: [String]
    let sources: [String]
    /// Of polygons.
    let projection: String?
    let pipeline: String?
    let neighbours: [Neighbours]?
    let attribution: [String]?
    /// How far the other way to compare agrees.
    let difference: DifferenceJSON?
    /// Whose borders the other way would compare.
    let drawnBorders: String?
  }

  private var isPeople: Bool {
    if case .people = table.quantity { true } else { false }
  }

  private func people(_ extent: OverlapTable.Extent) -> Int? {
    isPeople ? Int(extent.amount) : nil
  }

  private func area(_ extent: OverlapTable.Extent) -> Double? {
    table.quantity == .squareMetres ? extent.amount : nil
  }

  private func zones(_ extent: OverlapTable.Extent) -> Int? {
    table.quantity == .squareMetres ? nil : extent.zones
  }

  var json: JSON {
    let result = table.coterminosity
    let total = table.total
    var population: JSON.Population?
    if case .people(let counted, let year) = table.quantity {
      population = JSON.Population(counted: counted, year: year, total: Int(total.amount))
    }
    return JSON(
      from: table.from.name, to: table.to.name, asOf: heading.asOf, vintage: table.vintage,
      zones: zones(total), population: population, area: area(total),
      measure: table.measure == .zones ? "zones" : (isPeople ? "population" : "area"),
      sliver: question.sliver.share,
      undetermined: table.undetermined.map { doubt in
        JSON.Doubt(
          geography: table.layer(doubt.side).name, through: doubt.through,
          candidates: doubt.candidates.map { table.layer(doubt.side).units[$0].id },
          zones: doubt.extent.zones, population: people(doubt.extent))
      },
      gaps: OverlapTable.Side.allCases.flatMap { side in
        table.layer(side).units.filter { table.size($0.outside) > 0 }.map { unit in
          JSON.Gap(
            geography: table.layer(side).name, id: unit.id, name: unit.name,
            zones: unit.outside.zones, amount: unit.outside.amount,
            share: table.size(unit.outside) / table.size(unit.total))
        }
      }, pairs: pairs.map(jsonPair), split: jsonSplit,
      wholeUnits: Dictionary(
        OverlapTable.Side.allCases.map { side in
          (
            table.layer(side).name,
            table.madeOfWholeUnits(side, sliver: question.sliver).count
          )
        }, uniquingKeysWith: { first, _ in first }),
      index: JSON.Index(
        coterminosity: result.index, from: result.fromIndex, to: result.toIndex,
        vMeasure: result.vMeasure, homogeneity: result.homogeneity,
        completeness: result.completeness),
      notRecorded: table.notes + heading.coverage, sources: heading.citations.map(\.id),
      projection: heading.polygons?.projection, pipeline: heading.polygons?.pipeline,
      neighbours: neighboursJSON, attribution: heading.polygons?.attribution,
      difference: differenceJSON, drawnBorders: heading.drawnBorders)
  }

  private func jsonPair(_ pair: OverlapTable.Pair) -> JSON.Pair {
    let units = (table.from.units[pair.from], table.to.units[pair.to])
    return JSON.Pair(
      from: units.0.id, fromName: units.0.name, to: units.1.id, toName: units.1.name,
      zones: zones(pair.common), population: people(pair.common), area: area(pair.common),
      shareOfFrom: table.share(pair, of: .from), shareOfTo: table.share(pair, of: .to),
      relation: table.relation(pair, sliver: question.sliver).rawValue,
      certain: table.isCertain(pair), exactRelation: matrix(of: pair)?.relation.rawValue,
      de9im: matrix(of: pair)?.letters)
  }

  private var jsonSplit: [JSON.Split] {
    OverlapTable.Side.allCases.filter { !question.isSplitOnly || $0 == .from }.flatMap { side in
      table.split(side, sliver: question.sliver).map { split in
        let unit = table.layer(side).units[split.unit]
        return JSON.Split(
          geography: table.layer(side).name, id: unit.id, name: unit.name,
          parts: split.parts.map { pair in
            let other = table.layer(side.opposite).units[pair.unit(on: side.opposite)]
            return JSON.Part(
              id: other.id, name: other.name, zones: zones(pair.common),
              population: people(pair.common), area: area(pair.common),
              share: table.share(pair, of: side))
          })
      }
    }
  }
}
