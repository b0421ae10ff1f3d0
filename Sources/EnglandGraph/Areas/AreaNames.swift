import GovernanceModel
import GraphFiles
import Interchange

/// The areas that are not the area of one body alone, with their names, and which lies in which.
struct AreaNames {
  private struct Lookup {
    let file: String
    let source: String
    let lower: ONSGeography
    let upper: ONSGeography
  }

  private static let lookups = [
    Lookup(
      file: "LTLA18_UTLA18", source: "ons-ltla18-utla18", lower: ONSGeography("LTLA", 2018),
      upper: ONSGeography("UTLA", 2018)),
    Lookup(
      file: "LTLA21_UTLA21", source: "ons-ltla21-utla21", lower: ONSGeography("LTLA", 2021),
      upper: ONSGeography("UTLA", 2021)),
  ]

  private struct Area {
    let name: String
    var sources: [String]
  }

  private var lower: [String: Area] = [:]
  private var upper: [String: Area] = [:]
  private var regions: [String: Area] = [:]
  /// By the lower area: the upper one.
  private var wholes: [String: (upper: String, sources: [String])] = [:]
  private var regionOf: [String: (region: String, evidence: Evidence)] = [:]

  init(_ sources: SourceFolder, zones: Zones) throws(FileError) {
    let used = Set(zones.tables.flatMap { $0.zones.map(\.district) })
    for lookup in Self.lookups {
      let pairs = try sources.lookup(lookup.file).pairs(lookup.lower, lookup.upper)
      for (district, authority) in pairs where used.contains(district.code) {
        Self.note(district, lookup.source, in: &lower)
        Self.note(authority, lookup.source, in: &upper)
        if let known = wholes[district.code] {
          precondition(known.upper == authority.code, "\(district.code) changed its county.")
          wholes[district.code]?.sources.append(lookup.source)
        } else {
          wholes[district.code] = (authority.code, [lookup.source])
        }
      }
    }
    let lookup = try sources.lookup("LAD16_RGN16")
    for (district, region) in lookup.pairs(ONSGeography("LAD", 2016), ONSGeography("RGN", 2016)) {
      Self.note(region, "ons-lad16-rgn16", in: &regions)
      regionOf[district.code] = (region.code, Evidence(["ons-lad16-rgn16"], .verified))
    }
    addLaterDistricts(zones)
  }

  /// Districts made since lie in the region in which all their zones did.
  private mutating func addLaterDistricts(_ zones: Zones) {
    let earlier = Dictionary(
      zones.tables[0].zones.map { ($0.code, $0.district) }, uniquingKeysWith: { first, _ in first })
    for table in zones.tables.dropFirst() {
      var found: [String: Set<String>] = [:]
      for zone in table.zones where regionOf[zone.district] == nil {
        let region = earlier[zone.code].flatMap { regionOf[$0]?.region }
        found[zone.district, default: []].insert(region ?? "")
      }
      for (district, regions) in found where regions.count == 1 && regions.first != "" {
        regionOf[district] = (
          regions.first!,
          Evidence(
            ["ons-lad16-rgn16", table.vintage.source], .computed,
            note: "All its small areas were in districts of that region.")
        )
      }
    }
  }

  private static func note(_ unit: ONSUnit, _ source: String, in areas: inout [String: Area]) {
    // The first list's name stays: a district that was renamed has the name of the earlier vintage.
    if areas[unit.code] == nil {
      areas[unit.code] = Area(name: unit.name, sources: [source])
    } else {
      areas[unit.code]!.sources.append(source)
    }
  }

  func add(to tables: inout EnglandTables) {
    for (geography, areas) in [("ltla", lower), ("rgn", regions), ("utla", upper)] {
      for (id, area) in areas.sorted(by: { $0.key < $1.key }) {
        tables.addArea(
          [
            ("geography", geography), ("id", id), ("name", area.name),
            ("organisation", tables.lives[id] == nil ? "" : id),
            ("source", Self.unique(area.sources)), ("grade", "verified"),
          ], to: .areas)
      }
    }
    for (district, whole) in wholes.sorted(by: { $0.key < $1.key }) {
      tables.addArea(
        Self.nesting("ltla", district, "utla", whole.upper)
          + [("source", Self.unique(whole.sources)), ("grade", "verified"), ("note", "")],
        to: .nestings)
    }
    for (district, region) in regionOf.sorted(by: { $0.key < $1.key }) {
      tables.addArea(
        Self.nesting("ltla", district, "rgn", region.region)
          + region.evidence.cells.map { ($0.0, $0.1 ?? "") }, to: .nestings)
    }
  }

  private static func nesting(
    _ partGeography: String, _ part: String, _ wholeGeography: String, _ whole: String
  ) -> [(String, String)] {
    [
      ("part_geography", partGeography), ("part", part), ("whole_geography", wholeGeography),
      ("whole", whole),
    ]
  }

  private static func unique(_ sources: [String]) -> String {
    var seen: Set<String> = []
    return sources.filter { seen.insert($0).inserted }.joined(separator: " ")
  }
}
