import GovernanceModel

extension GeoJSONReader {
  /// Looks at where the layer lies: whether its numbers can be degrees, and in the right order.
  mutating func checkExtent() {
    guard !settings.isPlanar, let box = layer.box else { return }
    let beyond = layer.units.indices.filter { unit in
      layer.box(ofUnit: unit).map { !isInDegrees($0) } ?? false
    }
    // One point that is wrong says nothing of the others.
    let areMostBeyond = 2 * beyond.count > layer.units.count
    if Self.isBritainTurned(box) || (areMostBeyond && Self.canBeTurned(box)) {
      if settings.mends {
        for point in stride(from: 0, to: layer.points.count, by: 2) {
          layer.points.swapAt(point, point + 1)
        }
        report(
          "latitude-first", .warning, at: ringOffsets[0],
          "the positions have latitude before longitude: mended", cure: Self.orderCure)
      } else {
        fatal(
          "latitude-first", at: ringOffsets[0],
          "the positions have latitude before longitude: they run from \(Self.place(box))",
          cure: Self.orderCure + ", or have them turned with --mend")
      }
      return
    }
    guard !beyond.isEmpty else { return }
    guard !areMostBeyond else {
      let isGrid = box.minX >= 0 && box.maxX <= 700_000 && box.minY >= 0 && box.maxY <= 1_300_000
      fatal(
        "not-degrees", at: ringOffsets[0],
        "the coordinates are no degrees of longitude and latitude: they run from "
          + Self.place(box) + (isGrid ? ", like metres of the British National Grid" : ""),
        cure: "export it as WGS 84 (EPSG:4326), or take metres in a plane as they are with --planar"
      )
      return
    }
    for unit in beyond {
      let ring = layer.rings(ofUnit: unit).first { ring in
        layer.points(of: ring).contains { point in
          !isInDegrees(BoundaryBox(x: layer.points[2 * point], y: layer.points[2 * point + 1]))
        }
      }
      report(
        "beyond-degrees", at: ringOffsets[ring ?? 0],
        Self.label(featureNumbers[unit], layer.units[unit].id)
          + " has a ring beyond 180 degrees of longitude or 90 of latitude",
        cure: "give its points their places")
    }
    keep(layer.units.indices.filter { !beyond.contains($0) }.map { [$0] })
  }

  private static let orderCure = "write longitude first, as the standard has it"

  private func isInDegrees(_ box: BoundaryBox) -> Bool {
    // What was joined across the antimeridian goes on beyond 180 degrees.
    box.minX >= -180 && box.maxX <= (settings.mends ? 360 : 180)
      && box.minY >= -90 && box.maxY <= 90
  }

  /// Whether the numbers can be degrees with latitude first.
  private static func canBeTurned(_ box: BoundaryBox) -> Bool {
    box.minX >= -90 && box.maxX <= 90 && box.minY >= -180 && box.maxY <= 180
  }

  /// Whether the layer would be Britain with the numbers turned.
  ///
  /// As they stand they are in the sea off Somalia; the Seychelles lie south of what is taken for it.
  private static func isBritainTurned(_ box: BoundaryBox) -> Bool {
    box.minX >= 49.75 && box.maxX <= 61.01 && box.minY >= -9.01 && box.maxY <= 2.01
      && box.maxY > -3.5
  }

  private static func place(_ box: BoundaryBox) -> String {
    func rounded(_ value: Double) -> String {
      abs(value) < 1e9 ? String(Double(Int((value * 10).rounded())) / 10) : "\(value)"
    }
    return "\(rounded(box.minX)), \(rounded(box.minY)) to \(rounded(box.maxX)), "
      + rounded(box.maxY)
  }

  /// Reports codes that several features have; mended, their polygons are one unit's.
  mutating func joinDuplicates() {
    var first: [String: Int] = [:]
    var groups: [[Int]] = []
    for (number, unit) in layer.units.enumerated() {
      guard let group = first[unit.id] else {
        first[unit.id] = groups.count
        groups.append([number])
        continue
      }
      let earlier = featureNumbers[groups[group][0]]
      report(
        "duplicate-key", settings.mends ? .warning : .error, at: featureOffsets[number],
        Self.label(featureNumbers[number], unit.id) + " has the code of feature \(earlier)"
          + (settings.mends ? ": joined with it" : ""),
        cure: "give each its own code, name another property with --key, "
          + "or have their polygons joined with --mend")
      if settings.mends { groups[group].append(number) }
    }
    if groups.count < layer.units.count { keep(groups) }
  }

  /// Makes a unit of each group of units, and leaves out the others.
  private mutating func keep(_ groups: [[Int]]) {
    ringOffsets = groups.flatMap { $0 }.flatMap { layer.rings(ofUnit: $0).map { ringOffsets[$0] } }
    featureNumbers = groups.map { featureNumbers[$0[0]] }
    featureOffsets = groups.map { featureOffsets[$0[0]] }
    layer = layer.joined(groups)
  }
}
