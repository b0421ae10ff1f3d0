import GovernanceModel

/// What rules read off the small areas of a graph.
extension Inspection {
  /// The geography whose areas are those of the graph's footprints; nil where there is none.
  var footprintGeography: String? {
    guard let areas, let footprint = footprints.first else { return nil }
    let kind = kind(footprint.body)
    return areas.geographies.first { areas.tables.geography($0)?.kind == kind.id }
  }

  /// How many people, with thousands apart: `180,084`.
  static func people(_ number: Double) -> String {
    var text = ""
    let digits = String(Int(number))
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// Which people are counted: `residents of mid-2017, borders of April 2016`.
  static func counting(_ table: OverlapTable) -> String {
    let borders = table.vintage.map { ", borders of \($0)" } ?? ""
    switch table.quantity {
    case .people(let counted, let year): return "\(counted) of \(year)\(borders)"
    case .squareMetres, .nothing: return "zones\(borders)"
    }
  }

  /// The footprints' parts of every body that has an area, by the body: people in each, the largest
  /// first, without slivers.
  ///
  /// Areas are looked at from the broadest geography that a body has one in.
  func partsByFootprint(
    sliver: SliverTolerance
  ) -> [BodyIndex: (table: OverlapTable, unit: Int, parts: [OverlapTable.Pair])] {
    guard let areas, let footprint = footprintGeography else { return [:] }
    var found: [BodyIndex: (table: OverlapTable, unit: Int, parts: [OverlapTable.Pair])] = [:]
    for geography in ["utla", "ltla", "ccg", "sub-icb"] where areas.geographies.contains(geography)
    {
      guard let table = try? areas.overlap(from: geography, to: footprint) else { continue }
      for (unit, parts) in table.parts(of: .from).enumerated() {
        guard let body = areas.body(of: table.from.units[unit].id, in: geography),
          isOpen[body.position], found[body] == nil
        else { continue }
        let least = sliver.share * table.size(table.from.units[unit].total)
        found[body] = (table, unit, parts.filter { table.size($0.common) > least })
      }
    }
    return found
  }
}
